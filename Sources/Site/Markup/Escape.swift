/// Escapes for each place that text of the content can stand in. All work on UTF-8 bytes: a
/// `Character` that holds a quote and a combining mark must not slip through.
package enum Escape {
  /// Escapes for element content and for attribute values in quotes. Control characters that HTML
  /// does not allow become U+FFFD.
  package static func html(_ text: String, into out: inout [UInt8]) {
    html(text.utf8, into: &out)
  }

  package static func html(_ text: some Sequence<UInt8>, into out: inout [UInt8]) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { bytes in
      // What needs no escape is copied in one piece.
      var start = 0
      for at in 0..<bytes.count where isSpecial[Int(bytes[at])] {
        out.append(contentsOf: bytes[start..<at])
        escape(bytes[at], into: &out)
        start = at + 1
      }
      out.append(contentsOf: bytes[start...])
    }
    if isDone != nil { return }
    for byte in text { escape(byte, into: &out) }
  }

  /// The bytes that do not stand for themselves.
  private static let isSpecial: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F:
      true
    default: false
    }
  }

  private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): out += [0x26, 0x61, 0x6D, 0x70, 0x3B]
    case UInt8(ascii: "<"): out += [0x26, 0x6C, 0x74, 0x3B]
    case UInt8(ascii: ">"): out += [0x26, 0x67, 0x74, 0x3B]
    case UInt8(ascii: "\""): out += [0x26, 0x71, 0x75, 0x6F, 0x74, 0x3B]
    case UInt8(ascii: "'"): out += [0x26, 0x23, 0x33, 0x39, 0x3B]
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: out += [0xEF, 0xBF, 0xBD]
    default: out.append(byte)
    }
  }

  /// A JSON string with its quotes, fit for a `<script>` element too: `<`, `>`, `&` and the line
  /// separators U+2028 and U+2029 are written as `\u` escapes.
  package static func json(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // What needs no escape is copied in one piece.
      var start = 0
      for at in 0..<bytes.count where needsEscape[Int(bytes[at])] {
        let isSeparator = bytes[at] == 0xE2
        if isSeparator, !isLineSeparator(bytes, at) { continue }
        out.append(contentsOf: bytes[start..<at])
        jsonEscape(isSeparator ? 0x2000 | UInt16(bytes[at + 2] & 0x3F) : UInt16(bytes[at]), &out)
        start = at + (isSeparator ? 3 : 1)
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  /// The bytes that do not stand for themselves in JSON, or may begin what does not.
  private static let needsEscape: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x00..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F, 0xE2: true
    default: false
    }
  }

  /// Whether U+2028 or U+2029 stands there.
  private static func isLineSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at + 1] == 0x80
      && (bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9)
  }

  private static func jsonEscape(_ unit: UInt16, _ out: inout [UInt8]) {
    out.append(0x5C)
    switch unit {
    case 0x22, 0x5C: out.append(UInt8(truncatingIfNeeded: unit))
    case 0x0A: out.append(UInt8(ascii: "n"))
    default:
      out.append(UInt8(ascii: "u"))
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
        out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }

  /// The address as it may stand in `href` or `src`, or `#` where its scheme is not one of `http`,
  /// `https`, `mailto` and `tel`. Addresses without a scheme are relative and safe. White space and
  /// controls count as absent, as they do in browsers.
  package static func safeURL(_ url: String) -> String {
    let end = url.utf8.firstIndex {
      $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x5C || $0 == 0x3A
    }
    if let end, url.utf8[end] == UInt8(ascii: ":") {
      let scheme = url.utf8[..<end].filter { $0 > 0x20 && $0 != 0x7F }
      let isKnown = ["http", "https", "mailto", "tel"].contains {
        $0.utf8.elementsEqual(scheme.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
      }
      guard isKnown else { return "#" }
    }
    return percentEncodedControls(url)
  }

  private static func percentEncodedControls(_ url: String) -> String {
    guard url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }) else { return url }
    var out: [UInt8] = []
    for byte in url.utf8 {
      if byte <= 0x20 || byte == 0x7F || byte == 0x5C {
        percentEncode(byte, into: &out)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// One part of a path, percent-encoded but for the unreserved characters of RFC 3986.
  package static func pathSegment(_ segment: some Sequence<UInt8>, into out: inout [UInt8]) {
    for byte in segment {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default: percentEncode(byte, into: &out)
      }
    }
  }

  private static func percentEncode(_ byte: UInt8, into out: inout [UInt8]) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
    out.append(UInt8(ascii: "%"))
    out.append(digit(byte >> 4))
    out.append(digit(byte & 0xF))
  }
}
