import Foundation
import GRDB
import Knowledge

/// Looks at one entry closely: where it has the words of the query, and what that is worth.
struct CandidateJudge {
  private let database: Database
  private let words: [ExpandedWord]
  private let byNumber: [[Int: WordVariant]]
  /// By the hash of a spelling: the words of the query that it may stand for, and what that costs.
  private let bySpelling: [UInt64: [(word: Int, cost: Int)]]
  private let spellings: [Set<String>]

  /// What a word costs that is met in the definition, in a fact, in a heading, or not at all.
  private enum Cost {
    static let definition = 3
    static let fact = 5
    static let heading = 6
    static let missing = 14
    static let extraWord = 2
  }

  init(_ database: Database, _ words: [ExpandedWord]) {
    self.database = database
    self.words = words
    byNumber = words.map { word in
      Dictionary(word.variants.map { ($0.number, $0) }) { first, _ in first }
    }
    spellings = words.map { Set($0.variants.map(\.word)) }
    var bySpelling: [UInt64: [(word: Int, cost: Int)]] = [:]
    for (number, word) in words.enumerated() {
      for variant in word.variants {
        bySpelling[ByteHash(variant.word.utf8).value, default: []].append((number, variant.cost))
      }
    }
    self.bySpelling = bySpelling
  }

  /// Nil where it has none of the words.
  func judge(_ entry: Int) throws -> Verdict? {
    let names = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT text, standing, words FROM name WHERE entry = ? ORDER BY id"),
      arguments: [entry])
    // The texts are read only where a name lacks a word.
    var fields: [Field]?
    var best: Verdict?
    for row in names {
      let name = Name(text: row[0], standing: row[1], words: row[2])
      let own = byNumber.map { variants in
        name.words.indices
          .compactMap { at in variants[name.words[at]].map { (at, $0) } }
          .min { $0.1.cost < $1.1.cost }
      }
      if fields == nil, own.contains(where: { $0 == nil }) { fields = try texts(of: entry) }
      guard let verdict = verdict(entry, name, own, fields ?? []) else { continue }
      if best.map({ verdict.isBetter(than: $0) }) ?? true { best = verdict }
    }
    return best
  }

  private struct Name {
    let text: String
    let standing: Int
    /// The numbers of its words, in order.
    let words: [Int]

    init(text: String, standing: Int, words: String) {
      self.text = text
      self.standing = standing
      self.words = words.utf8.split(separator: 0x20).map { digits in
        digits.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
      }
    }
  }

  /// A text of an entry, by what it costs to find each word of the query in it.
  private struct Field {
    let match: MatchClass
    let cost: Int
    /// By word; nil where the text has no variant of it.
    let cheapest: [Int?]
  }

  private func texts(of entry: Int) throws -> [Field] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT definition, facts, headings FROM entry_text WHERE rowid = ?"),
      arguments: [entry])
    guard let row = try rows.next() else { return [] }
    let fields: [(MatchClass, Int)] = [
      (.definition, Cost.definition), (.fact, Cost.fact), (.heading, Cost.heading),
    ]
    return try fields.enumerated().map { column, field in
      let costs = try row.withUnsafeData(atIndex: column) { text -> [Int?] in
        guard let text else { return [] }
        return cheapest(in: text)
      }
      return Field(match: field.0, cost: field.1, cheapest: costs)
    }
  }

  /// - Parameter text: words in UTF-8 with single spaces between them.
  private func cheapest(in text: Data) -> [Int?] {
    var cheapest = [Int?](repeating: nil, count: words.count)
    // Words of one index that share a hash would cost no more than a hit too many.
    func look(up hash: ByteHash) {
      for (word, cost) in bySpelling[hash.value] ?? [] where cost < cheapest[word] ?? .max {
        cheapest[word] = cost
      }
    }
    text.withUnsafeBytes { bytes in
      var hash = ByteHash()
      for byte in bytes {
        if byte == 0x20 {
          look(up: hash)
          hash = ByteHash()
        } else {
          hash.add(byte)
        }
      }
      look(up: hash)
    }
    return cheapest
  }

  /// What an entry is worth by one of its names, with its texts for the words that are not in it.
  ///
  /// - Parameter own: for each word of the query, the word of the name that it stands for.
  private func verdict(
    _ entry: Int, _ name: Name, _ own: [(at: Int, variant: WordVariant)?], _ fields: [Field]
  ) -> Verdict? {
    var used: Set<Int> = []
    var match = MatchClass.inflected
    var distance = name.standing
    var missing = 0
    for (i, own) in own.enumerated() {
      if let (at, variant) = own {
        used.insert(at)
        distance += variant.cost
        match = max(match, Self.match(variant.relation))
      } else if let (found, cost) = bestField(i, fields) {
        distance += cost
        match = max(match, found)
      } else {
        distance += Cost.missing
        missing += 1
      }
    }
    if missing == words.count { return nil }
    let extra = name.words.count - used.count
    if !used.isEmpty { distance += Cost.extraWord * extra }
    if missing > 0 {
      match = .partial
    } else if match <= .compoundPart {
      // A part of a longer name is like a part of a compound.
      if extra > 0 { match = .compoundPart }
    }
    return Verdict(
      entry: entry, match: match, distance: distance, matched: name.text, words: spellings)
  }

  private func bestField(_ word: Int, _ fields: [Field]) -> (MatchClass, Int)? {
    var best: (MatchClass, Int)?
    for field in fields {
      guard word < field.cheapest.count, let found = field.cheapest[word] else { continue }
      if field.cost + found < best?.1 ?? Int.max { best = (field.match, field.cost + found) }
    }
    return best
  }

  private static func match(_ relation: WordVariant.Relation) -> MatchClass {
    switch relation {
    case .same, .inflected: .inflected
    case .folded: .folded
    case .misspelt: .misspelt
    case .part, .misspeltPart: .compoundPart
    }
  }
}
