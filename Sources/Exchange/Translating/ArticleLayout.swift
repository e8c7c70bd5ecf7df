import Articles

/// An article as its blocks and what stands between them.
struct ArticleLayout {
  let bytes: [UInt8]
  let bodyStart: Int
  /// Those of the text, without front matter.
  let body: Range<Int>
  private let units: [TranslationUnit]

  /// - Returns: nil where blocks are not parted by their places.
  init?(_ article: Article, _ units: [TranslationUnit]) {
    bytes = article.source.bytes
    bodyStart = article.bodyStart
    self.units = units
    let first = units.firstIndex { !$0.isFrontMatter } ?? units.count
    body = first..<units.count
    var place = bodyStart
    for unit in units[body] {
      guard unit.content.lowerBound >= place, unit.content.upperBound <= bytes.count else {
        return nil
      }
      place = Self.end(unit)
    }
  }

  private static func end(_ unit: TranslationUnit) -> Int {
    max(unit.content.upperBound, unit.block.span.end)
  }

  /// What stands before a block, from the end of the block above it: empty lines, bullets, number signs.
  func gap(before unit: Int) -> ArraySlice<UInt8> {
    let start = unit > body.lowerBound ? Self.end(units[unit - 1]) : bodyStart
    return bytes[start..<max(start, units[unit].content.lowerBound)]
  }

  func content(_ unit: Int) -> ArraySlice<UInt8> { bytes[units[unit].content] }

  /// What ends a block: the line under a heading.
  func suffix(_ unit: Int) -> ArraySlice<UInt8> {
    bytes[units[unit].content.upperBound..<Self.end(units[unit])]
  }

  var end: ArraySlice<UInt8> {
    bytes[(body.isEmpty ? bodyStart : Self.end(units[units.count - 1]))...]
  }

  var frontMatter: ArraySlice<UInt8> { bytes[..<bodyStart] }
}

/// How the lines of a file end.
struct LineEnding {
  private let mark: [UInt8]

  /// - Parameter bytes: a file; its first line decides.
  init(of bytes: [UInt8]) {
    guard let end = bytes.firstIndex(where: \.isLineEnd) else {
      mark = [0x0A]
      return
    }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    mark = isPair ? [0x0D, 0x0A] : [bytes[end]]
  }

  /// A text with its lines ended so.
  func applied(to text: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0D || (byte == 0x0A && last != 0x0D) {
        out += mark
      } else if byte != 0x0A {
        out.append(byte)
      }
      last = byte
    }
    return out
  }
}

/// What begins an item of a list, at the end of what stands before its words.
struct ListMarker {
  /// The bullet, or the sign after the number.
  private let sign: UInt8
  private let isOrdered: Bool
  private let place: Int

  init?(endOf gap: ArraySlice<UInt8>) {
    guard let place = gap.lastIndex(where: { !$0.isBlank }) else { return nil }
    sign = gap[place]
    self.place = place
    let isNumber = place > gap.startIndex && (0x30...0x39).contains(gap[place - 1])
    switch sign {
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      guard isNumber else { return nil }
      isOrdered = true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): isOrdered = false
    default: return nil
    }
  }

  /// The text that this marker ends, with the sign of another one of its kind.
  func replaced(in gap: [UInt8], like other: ListMarker) -> [UInt8] {
    guard other.isOrdered == isOrdered else { return gap }
    var out = gap
    out[place] = other.sign
    return out
  }
}
