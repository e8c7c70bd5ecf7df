import Knowledge

/// The mentions of one article as bytes: numbers of seven bits a byte, each place told from the one
/// before, so that most take a byte or two.
enum MentionCoding {
  static func bytes(_ mentions: ArticleMentions) -> [UInt8] {
    var out = SmallNumberWriter()
    out.write(mentions.items.count)
    for item in mentions.items {
      out.write(item.term)
      out.write(item.range, item.sentence)
      out.write(item.isLinked ? 1 : 0)
    }
    out.startOver()
    out.write(mentions.ambiguous.count)
    for found in mentions.ambiguous {
      out.write(found.range, found.sentence)
      out.write(found.terms.count)
      for term in found.terms { out.write(term) }
    }
    return out.bytes
  }

  /// Nil where the bytes are something else.
  static func mentions(_ bytes: ArraySlice<UInt8>) -> ArticleMentions? {
    var reader = SmallNumberReader(bytes)
    var mentions = ArticleMentions()
    mentions.items = reader.list { reader in
      let term = reader.number()
      let (range, sentence) = reader.ranges()
      return .init(term: term, range: range, sentence: sentence, isLinked: reader.number() == 1)
    }
    reader.startOver()
    mentions.ambiguous = reader.list { reader in
      let (range, sentence) = reader.ranges()
      return FoundMention(
        range: range, sentence: sentence, terms: reader.list { $0.number() })
    }
    return reader.isWhole ? mentions : nil
  }
}

private struct SmallNumberWriter {
  private(set) var bytes: [UInt8] = []
  /// The start of the range that was written last.
  private var last = 0

  /// - Parameter number: not negative.
  mutating func write(_ number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The next range is the first of its list.
  mutating func startOver() { last = 0 }

  /// - Parameter range: begins after the one before it in its list, and lies in its sentence.
  mutating func write(_ range: Range<Int>, _ sentence: Range<Int>) {
    write(range.lowerBound - last)
    write(range.count)
    write(range.lowerBound - sentence.lowerBound)
    write(sentence.upperBound - range.upperBound)
    last = range.lowerBound
  }
}

private struct SmallNumberReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var last = 0
  private var isBroken = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// Whether all was read, and nothing that was not there.
  var isWhole: Bool { !isBroken && at == bytes.endIndex }

  mutating func number() -> Int {
    var number = 0
    var shift = 0
    while at < bytes.endIndex, shift < 56 {
      let byte = bytes[at]
      at += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    isBroken = true
    return 0
  }

  /// The next range is the first of its list.
  mutating func startOver() { last = 0 }

  mutating func ranges() -> (range: Range<Int>, sentence: Range<Int>) {
    let start = last + number()
    let end = start + number()
    let sentence = (start - number(), end + number())
    last = start
    guard sentence.0 >= 0 else {
      isBroken = true
      return (0..<0, 0..<0)
    }
    return (start..<end, sentence.0..<sentence.1)
  }

  mutating func list<Value>(_ one: (inout SmallNumberReader) -> Value) -> [Value] {
    let count = number()
    // Each value takes a byte at the least.
    guard count <= bytes.endIndex - at else {
      isBroken = true
      return []
    }
    return (0..<count).map { _ in one(&self) }
  }
}
