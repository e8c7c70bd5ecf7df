import GRDB
import Knowledge

/// Looks at one entry closely: where it has the words of the query, and what that is worth.
struct CandidateJudge {
  private let database: Database
  private let words: [ExpandedWord]
  private let costs: [[String: WordVariant]]

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
    costs = words.map { word in
      Dictionary(word.variants.map { ($0.word, $0) }) { first, _ in first }
    }
  }

  /// Nil where it has none of the words.
  func judge(_ entry: Int) throws -> Verdict? {
    guard
      let texts = try Row.fetchOne(
        database,
        sql: "SELECT definition, facts, headings FROM entry_text WHERE rowid = ?",
        arguments: [entry])
    else { return nil }
    let names = try Row.fetchAll(
      database, sql: "SELECT text, standing FROM name WHERE entry = ? ORDER BY id",
      arguments: [entry])
    let fields: [Field] = [
      Field(match: .definition, cost: Cost.definition, text: texts[0]),
      Field(match: .fact, cost: Cost.fact, text: texts[1]),
      Field(match: .heading, cost: Cost.heading, text: texts[2]),
    ]
    var best: Verdict?
    for name in names {
      guard let verdict = verdict(entry, name: name[0], standing: name[1], fields) else { continue }
      if best.map({ verdict.isBetter(than: $0) }) ?? true { best = verdict }
    }
    return best
  }

  private struct Field {
    let match: MatchClass
    let cost: Int
    let words: Set<Substring>

    init(match: MatchClass, cost: Int, text: String) {
      self.match = match
      self.cost = cost
      words = Set(text.split(separator: " "))
    }
  }

  /// What an entry is worth by one of its names, with its texts for the words that are not in it.
  private func verdict(
    _ entry: Int, name: String, standing: Int, _ fields: [Field]
  ) -> Verdict? {
    let nameWords = SearchText.words(name)
    var used: Set<Int> = []
    var match = MatchClass.inflected
    var distance = standing
    var missing = 0
    for (i, variants) in costs.enumerated() {
      let own = nameWords.indices
        .compactMap { at in variants[nameWords[at]].map { (at, $0) } }
        .min { $0.1.cost < $1.1.cost }
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
    let extra = nameWords.count - used.count
    if !used.isEmpty { distance += Cost.extraWord * extra }
    if missing > 0 {
      match = .partial
    } else if match <= .compoundPart {
      // A part of a longer name is like a part of a compound.
      if extra > 0 { match = .compoundPart }
    }
    return Verdict(
      entry: entry, match: match, distance: distance, matched: name,
      words: costs.map { Set($0.keys) })
  }

  private func bestField(_ word: Int, _ fields: [Field]) -> (MatchClass, Int)? {
    var best: (MatchClass, Int)?
    for field in fields {
      for variant in words[word].variants where field.words.contains(Substring(variant.word)) {
        let cost = field.cost + variant.cost
        if cost < best?.1 ?? Int.max { best = (field.match, cost) }
        break
      }
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
