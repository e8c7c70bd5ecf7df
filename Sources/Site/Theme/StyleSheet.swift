/// What a style sheet loses on its way to the site.
enum StyleSheet {
  /// A style sheet without indentation, empty lines and comments on lines of their own, which a reader's
  /// browser has no use for.
  static func lean(_ style: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for line in style.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      let isComment =
        text.count >= 4 && text.starts(with: "/*".utf8) && text.suffix(2).elementsEqual("*/".utf8)
        && !text.dropFirst(2).dropLast(2).contains(UInt8(ascii: "*"))
      if text.isEmpty || isComment { continue }
      if !out.isEmpty { out.append(0x0A) }
      out += text
    }
    return close(style.last == 0x0A && !out.isEmpty ? out + [0x0A] : out)
  }

  /// A style sheet without the white space around its braces and semicolons, but in strings and comments.
  private static func close(_ style: [UInt8]) -> [UInt8] {
    let marks = Set("{};".utf8)
    let spaces = Set(" \t\n\r".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(style.count)
    var quote: UInt8?
    var comment: Int?
    var isEscaped = false
    for (place, byte) in style.enumerated() {
      if let start = comment {
        let isEnd = byte == UInt8(ascii: "/") && style[place - 1] == UInt8(ascii: "*")
        if isEnd, place > start + 1 { comment = nil }
      } else if quote != nil {
        if !isEscaped, byte == quote { quote = nil }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "*"), place > 0, style[place - 1] == UInt8(ascii: "/") {
        comment = place
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if spaces.contains(byte) {
        if let last = out.last, marks.contains(last) { continue }
      } else if marks.contains(byte) {
        while let last = out.last, spaces.contains(last) { out.removeLast() }
      }
      out.append(byte)
    }
    return out
  }
}
