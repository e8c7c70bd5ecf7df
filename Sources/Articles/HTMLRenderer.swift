/// HTML to be put around a stretch of prose, as a link to a concept.
package struct ProseInsertion: Sendable {
  /// Bytes of `Prose.bytes`.
  package var range: Range<Int>
  /// What stands before and after, as HTML.
  package var open: [UInt8]
  package var close: [UInt8]

  package init(range: Range<Int>, open: [UInt8], close: [UInt8]) {
    self.range = range
    self.open = open
    self.close = close
  }
}

/// Writes a document as HTML, in bytes of UTF-8.
///
/// As it is made, without changes, it writes what `cmark_render_html` does in its safe mode.
package struct HTMLRenderer: Sendable {
  /// Where a link or image leads in the end.
  package struct Target: Sendable {
    /// The address, not escaped.
    package var address: [UInt8]
    /// More attributes, as HTML with a space before each.
    package var attributes: [UInt8]

    package init(_ address: [UInt8], attributes: [UInt8] = []) {
      self.address = address
      self.attributes = attributes
    }
  }

  /// Whether HTML in the text is written as it is; otherwise a comment says that it was left out.
  package var keepsRawHTML = false
  /// Whether addresses that can run programs or open local files are written.
  package var keepsUnsafeAddresses = false
  /// The `id` of headings, not escaped.
  package var headingIDs: [Document.NodeID: String] = [:]
  /// What is added to the level of each heading, which stays within 1...6.
  package var headingShift = 0
  /// Decides where the link or image of a node leads; nil leaves its text alone. Unsafe addresses
  /// that come back are dropped all the same.
  package var target: (@Sendable (Document.NodeID, ArraySlice<UInt8>) -> Target?)?

  package init() {}

  /// Writes a node and all in it.
  /// - Parameters:
  ///   - document: the tree.
  ///   - node: the block to write; the whole document where it is left out.
  ///   - prose: the running text of the document; needed for insertions only.
  ///   - insertions: in order and not overlapping. One that would lie within a link or code or cross
  ///     the border of an inline element is left out.
  package func render(
    _ document: Document, node: Document.NodeID = 0, prose: Prose = Prose(),
    insertions: [ProseInsertion] = []
  ) -> [UInt8] {
    var writer = HTMLWriter(self, document, prose, insertions)
    writer.write(node)
    return writer.html
  }

  /// Whether an address could run a program or open a local file. Browsers skip white space and
  /// control characters in front of a scheme, and tabs and line endings in it.
  package static func isUnsafe(_ address: some Sequence<UInt8>) -> Bool {
    var start: [UInt8] = []
    start.reserveCapacity(24)
    for byte in address {
      if byte <= 0x20, start.isEmpty || byte == Byte.tab || byte.isLineEnd { continue }
      start.append(byte.lowercased)
      if start.count == 24 { break }
    }
    if start.starts(with: "data:image/".utf8) {
      let type = start.dropFirst(11)
      return !["png", "gif", "jpeg", "webp"].contains { type.starts(with: $0.utf8) }
    }
    return ["javascript:", "vbscript:", "file:", "data:"].contains { start.starts(with: $0.utf8) }
  }
}

extension Array where Element == UInt8 {
  /// Appends text with the four characters escaped that HTML gives a meaning.
  package mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    for i in text.indices {
      let escape: StaticString
      switch text[i] {
      case Byte.ampersand: escape = "&amp;"
      case Byte.less: escape = "&lt;"
      case Byte.greater: escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      // HTML has no place for controls, not even as character references.
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: escape = "\u{FFFD}"
      default: continue
      }
      append(contentsOf: text[start..<i])
      append(escape)
      start = i + 1
    }
    append(contentsOf: text[start...])
  }

  mutating func append(_ string: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount))
  }

  /// Appends an address as cmark escapes it: per cent where it must be, and HTML's characters.
  package mutating func appendEscapedAddress(_ address: some Sequence<UInt8>) {
    let hex: StaticString = "0123456789ABCDEF"
    for byte in address {
      switch byte {
      case Byte.ampersand: append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case _ where byte.isLetter || byte.isDigit: append(byte)
      case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), Byte.open,
        Byte.close, Byte.star, Byte.plus, UInt8(ascii: ","), Byte.hyphen, Byte.dot,
        UInt8(ascii: "/"), Byte.colon, Byte.semicolon, Byte.equal, UInt8(ascii: "?"),
        UInt8(ascii: "@"), Byte.underscore, Byte.tilde:
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(hex.utf8Start[Int(byte >> 4)])
        append(hex.utf8Start[Int(byte & 0xF)])
      }
    }
  }
}
