/// Which rules the words of a sentence may fire: a set of bits for each word, joined over the sentence, so
/// that most rules are never tried on most sentences.
///
/// A rule has one bit, set by the words of the first of its demands, and each further demand has one.
final class RuleIndex: Sendable {
  /// The number of the first rule of each list, and after them the number of all rules.
  private let starts: [Int]
  /// For each rule, the bits of its further demands.
  private let demands: [[Int]]
  /// The bits of the rules that need no particular word.
  private let always: [UInt64]
  /// Where the bits of each word that the rules know start in `bits`, or -1.
  private let placeOfWord: [Int32]
  private let bits: [UInt64]
  /// The bits that the parts of other words set.
  private let affixes: AffixTable

  /// - Parameter lists: The patterns of the definitions, the statements, the synonyms and the headings.
  init(_ lists: [[Pattern]], _ vocabulary: Vocabulary) {
    let patterns = lists.flatMap { $0 }
    starts = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    var numbers: [Pattern.WordSet: Int] = [:]
    demands = patterns.map { pattern in
      pattern.demands.dropFirst().map { words in
        let number = numbers[words] ?? patterns.count + numbers.count
        numbers[words] = number
        return number
      }
    }
    var table = WordBits(words: vocabulary.count, width: (patterns.count + numbers.count + 63) / 64)
    var affixes = AffixTable()
    func set(_ number: Int, by words: Pattern.WordSet) {
      for word in words.ids { table.set(number, of: word) }
      affixes.add(words, number)
    }
    var always = [UInt64](repeating: 0, count: table.width)
    for (number, pattern) in patterns.enumerated() {
      if let words = pattern.demands.first {
        set(number, by: words)
      } else {
        always[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    for (words, number) in numbers { set(number, by: words) }
    for id in 1..<Vocabulary.WordID(vocabulary.count + 1) {
      let word = Array(vocabulary.word(id).utf8)
      word.withUnsafeBufferPointer { word in
        affixes.forEachNumber(of: word[...]) { table.set($0, of: id) }
      }
    }
    self.always = always
    self.affixes = affixes
    placeOfWord = table.places
    bits = table.bits
  }

  /// What a sentence may fire.
  func candidates(
    _ text: TaggedTokens, _ range: Range<Int>, bytes: UnsafeBufferPointer<UInt8>
  ) -> Candidates {
    var joined = always
    joined.withUnsafeMutableBufferPointer { joined in
      for at in range {
        let id = text.ids[at]
        if id != 0 {
          let place = Int(placeOfWord[Int(id)])
          guard place >= 0 else { continue }
          for word in 0..<joined.count { joined[word] |= bits[place + word] }
        } else if text.tokens[at].kind != .punctuation {
          join(text.tokens[at], bytes, to: joined)
        }
      }
    }
    return Candidates(index: self, bits: joined)
  }

  private func join(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>,
    to joined: UnsafeMutableBufferPointer<UInt64>
  ) {
    func set(_ number: Int) { joined[number >> 6] |= 1 << UInt64(number & 63) }
    if token.kind == .word, token.shape == .lower {
      affixes.forEachNumber(of: bytes[token.range], set)
    } else {
      CaseFolding.lowercased(bytes[token.range]).withUnsafeBufferPointer {
        affixes.forEachNumber(of: $0[...], set)
      }
    }
  }

  /// The rules of a list whose bits are set and whose demands are met, in the order of the list.
  fileprivate func rules(ofList list: Int, in joined: [UInt64]) -> [Int] {
    let range = starts[list]..<starts[list + 1]
    var rules: [Int] = []
    for at in range.lowerBound >> 6..<(range.upperBound + 63) >> 6 {
      var word = joined[at]
      while word != 0 {
        let number = at << 6 | word.trailingZeroBitCount
        word &= word - 1
        guard range.contains(number),
          demands[number].allSatisfy({ joined[$0 >> 6] & 1 << UInt64($0 & 63) != 0 })
        else { continue }
        rules.append(number - range.lowerBound)
      }
    }
    return rules
  }
}

/// Rules that a sentence may fire, as indices into the lists of a rule book, in the order of the pack.
package struct Candidates: Sendable {
  fileprivate let index: RuleIndex
  fileprivate let bits: [UInt64]

  package var definitions: [Int] { index.rules(ofList: 0, in: bits) }
  package var statements: [Int] { index.rules(ofList: 1, in: bits) }
  package var synonyms: [Int] { index.rules(ofList: 2, in: bits) }
  package var headings: [Int] { index.rules(ofList: 3, in: bits) }
}

/// Bits for each word of a vocabulary; words without any take no room.
private struct WordBits {
  let width: Int
  private(set) var places: [Int32]
  private(set) var bits: [UInt64] = []

  init(words: Int, width: Int) {
    self.width = width
    places = Array(repeating: -1, count: words + 1)
  }

  mutating func set(_ number: Int, of word: Vocabulary.WordID) {
    if places[Int(word)] < 0 {
      places[Int(word)] = Int32(bits.count)
      bits += Array(repeating: 0, count: width)
    }
    bits[Int(places[Int(word)]) + number >> 6] |= 1 << UInt64(number & 63)
  }
}

/// Numbers by what words begin with, end with or contain.
private struct AffixTable: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var number: Int
  }

  /// By the first two bytes, and by the last two; those that are shorter are among the infixes.
  private var prefixes: [UInt16: [Entry]] = [:]
  private var suffixes: [UInt16: [Entry]] = [:]
  private var infixes: [Entry] = []

  mutating func add(_ words: Pattern.WordSet, _ number: Int) {
    for bytes in words.prefixes {
      let entry = Entry(bytes: bytes, number: number)
      if bytes.count < 2 {
        infixes.append(entry)
      } else {
        prefixes[Self.key(bytes[0], bytes[1]), default: []].append(entry)
      }
    }
    for bytes in words.suffixes {
      let entry = Entry(bytes: bytes, number: number)
      if bytes.count < 2 {
        infixes.append(entry)
      } else {
        let key = Self.key(bytes[bytes.count - 2], bytes[bytes.count - 1])
        suffixes[key, default: []].append(entry)
      }
    }
    infixes += words.infixes.map { Entry(bytes: $0, number: number) }
  }

  private static func key(_ a: UInt8, _ b: UInt8) -> UInt16 { UInt16(a) << 8 | UInt16(b) }

  /// Calls `body` with the number of each affix of a lower-case word.
  func forEachNumber(of word: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Int) -> Void) {
    func has(_ part: [UInt8], at offset: Int) -> Bool {
      for place in part.indices where word[offset + place] != part[place] { return false }
      return true
    }
    guard let first = word.first, let last = word.last else { return }
    if word.count >= 2 {
      for entry in prefixes[Self.key(first, word[word.startIndex + 1])] ?? []
      where entry.bytes.count <= word.count && has(entry.bytes, at: word.startIndex) {
        body(entry.number)
      }
      for entry in suffixes[Self.key(word[word.endIndex - 2], last)] ?? []
      where entry.bytes.count <= word.count
        && has(entry.bytes, at: word.endIndex - entry.bytes.count)
      {
        body(entry.number)
      }
    }
    for entry in infixes where entry.bytes.count <= word.count {
      let starts = word.startIndex...(word.endIndex - entry.bytes.count)
      if starts.contains(where: { has(entry.bytes, at: $0) }) { body(entry.number) }
    }
  }
}
