/// The parts of a link's destination, as far as they matter inside the content.
struct LinkAddress {
  /// As it stands in the article, without Markdown's escapes.
  var shown: String
  /// Without query and fragment, percent-encoding undone.
  var path: String
  /// Without `#`, percent-encoding undone.
  var fragment: String?
  /// Whether it names another site or another kind of thing (`mailto:`).
  var isExternal: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    shown = String(decoding: bytes, as: UTF8.self)
    isExternal = LinkAddress.hasScheme(bytes) || bytes.starts(with: [0x2F, 0x2F])
    let hash = bytes.firstIndex(of: 0x23)
    fragment = hash.map { LinkAddress.decoded(bytes[($0 + 1)...]) }
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    path = LinkAddress.decoded(
      beforeHash[..<(beforeHash.firstIndex(of: 0x3F) ?? beforeHash.endIndex)])
  }

  private static func hasScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: continue
      case 0x30...0x39, 0x2B, 0x2D, 0x2E: if offset == 0 { return false }
      case 0x3A: return offset > 0
      default: return false
      }
    }
    return false
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x25) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x25, index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
