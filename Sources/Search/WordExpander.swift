import GRDB
import Knowledge

/// A word of the index that a word of the query may stand for.
struct WordVariant {
  enum Relation: Int, Comparable {
    case same, inflected, folded, misspelt, part, misspeltPart

    static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }
  }

  var word: String
  var number: Int
  var relation: Relation
  /// Typing errors.
  var errors: Int
  var isOfName: Bool

  /// What it costs to take one word for the other.
  var cost: Int {
    switch relation {
    case .same: 0
    case .inflected: 0
    case .folded: 1
    case .misspelt: 1 + 2 * errors
    case .part: 2
    case .misspeltPart: 4 + 2 * errors
    }
  }
}

/// A word of the query with all that it may stand for, nearest first.
struct ExpandedWord {
  var word: String
  var variants: [WordVariant]
}

/// Finds the words of the index that a word of a query may stand for.
struct WordExpander {
  private let database: Database
  private let endings: Endings
  private let lists: [(list: WordList, isOfName: Bool)]
  private static let mostVariants = 300

  /// - Parameter names: the list of that name.
  init(_ database: Database, names: WordList) throws {
    self.database = database
    endings = Endings(
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'endings'") ?? "")
    lists = [(names, true), (try WordList.read("others", database), false)]
  }

  func expand(_ words: [String]) throws -> [ExpandedWord] {
    try words.map { word in
      var found: [Int: WordVariant] = [:]
      func add(_ variant: WordVariant) {
        if let known = found[variant.number], known.cost <= variant.cost { return }
        found[variant.number] = variant
      }
      let folded = SearchText.folded(word)
      for variant in try forms(of: word, folded) { add(variant) }
      let contracted = Self.contracted(folded)
      if contracted != folded {
        for variant in try forms(of: word, contracted) { add(variant) }
      }
      let isKnown = !found.isEmpty
      for (word, number, isOfName) in parts(Array(folded.utf8)) where found[number] == nil {
        add(.init(word: word, number: number, relation: .part, errors: 0, isOfName: isOfName))
      }
      if !isKnown { misspelt(Array(folded.utf8)).forEach(add) }
      if found.isEmpty { misspeltParts(Array(folded.utf8)).forEach(add) }
      let sorted = found.values.sorted {
        ($0.cost, $0.isOfName ? 0 : 1, $0.word) < ($1.cost, $1.isOfName ? 0 : 1, $1.word)
      }
      return ExpandedWord(
        word: word, variants: try spelled(Array(sorted.prefix(Self.mostVariants))))
    }
  }

  /// The same word, its forms, and both without diacritics.
  private func forms(of word: String, _ folded: String) throws -> [WordVariant] {
    let pattern = Array(folded.utf8)
    let stem = String(decoding: pattern.prefix(3), as: UTF8.self)
    // A character that no folded word holds, as the end of the range.
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, word, folded, in_names FROM word WHERE folded >= ? AND folded < ?",
      arguments: [stem, stem + "\u{10FFFF}"])
    var found: [WordVariant] = []
    while let row = try rows.next() {
      let other: String = row[2]
      guard endings.match(pattern[...], Array(other.utf8)[...]) else { continue }
      let text: String = row[1]
      let relation: WordVariant.Relation =
        text == word ? .same : Self.differInLetters(word, text, other) ? .folded : .inflected
      found.append(
        WordVariant(
          word: text, number: row[0], relation: relation, errors: 0, isOfName: row[3] as Int > 0))
    }
    return found
  }

  /// Whether two forms of a word differ in more than the ending: in å and a.
  private static func differInLetters(_ a: String, _ b: String, _ foldedB: String) -> Bool {
    let foldedA = SearchText.folded(a)
    var stem = Endings.commonPrefix(Array(foldedA.utf8)[...], Array(foldedB.utf8)[...])
    for (x, y) in zip(a.unicodeScalars, b.unicodeScalars) {
      if stem <= 0 { break }
      if x != y { return true }
      stem -= 1
    }
    return false
  }

  /// `aa`, `ae` and `oe` as the letters that a folded word has for them.
  private static func contracted(_ folded: String) -> String {
    var out: [UInt8] = []
    for byte in folded.utf8 {
      let isSecond =
        out.last == UInt8(ascii: "a") && (byte == UInt8(ascii: "a") || byte == UInt8(ascii: "e"))
        || out.last == UInt8(ascii: "o") && byte == UInt8(ascii: "e")
      if !isSecond { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: Compounds

  /// Words that begin or end with a word, or hold it.
  private func parts(_ pattern: [UInt8]) -> [(String, Int, Bool)] {
    guard pattern.count >= 3 else { return [] }
    var found: [(String, Int, Bool)] = []
    for (list, isOfName) in lists {
      list.scan { word, number in
        guard word.count >= pattern.count, isPart(pattern, of: word) else { return }
        found.append((String(decoding: word, as: UTF8.self), number, isOfName))
      }
    }
    return found
  }

  private func isPart(_ pattern: [UInt8], of word: ArraySlice<UInt8>) -> Bool {
    let common = Endings.commonPrefix(pattern[...], word)
    if common >= 3, common >= pattern.count - 3, word.count >= common + 3,
      endings.all.contains(Array(pattern[common...]))
    {
      return true
    }
    let shortest = pattern.count < 4 ? 3 : 2
    var at = word.startIndex + shortest
    while at + 3 <= word.endIndex {
      if word[at] == pattern[0], word[at + 1] == pattern[1], word[at + 2] == pattern[2] {
        let tail = word[at...]
        if pattern.count < 4 {
          if tail.elementsEqual(pattern) { return true }
        } else if endings.match(pattern[...], tail)
          || pattern.count >= 5 && tail.starts(with: pattern)
        {
          return true
        }
      }
      at += 1
    }
    return false
  }

  // MARK: Typing errors

  private func misspelt(_ pattern: [UInt8]) -> [WordVariant] {
    var patterns = [pattern]
    for ending in endings.all.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !ending.isEmpty && pattern.count >= ending.count + 5 && pattern.ends(with: ending) {
      patterns.append(pattern.dropLast(ending.count))
    }
    var found: [WordVariant] = []
    for pattern in patterns {
      let allowed = EditDistance.allowed(for: pattern.count)
      if allowed == 0 { continue }
      let distance = EditDistance(pattern)
      for (list, isOfName) in lists {
        list.scan { word, number in
          guard abs(word.count - pattern.count) <= allowed else { return }
          let errors = distance(word)
          guard errors <= allowed else { return }
          found.append(
            WordVariant(
              word: String(decoding: word, as: UTF8.self), number: number, relation: .misspelt,
              errors: errors, isOfName: isOfName))
        }
      }
    }
    return found
  }

  /// Compounds of which a misspelt word is the first or the last part.
  private func misspeltParts(_ pattern: [UInt8]) -> [WordVariant] {
    guard pattern.count >= 5 else { return [] }
    let distance = EditDistance(pattern)
    let allowed = EditDistance.allowed(for: pattern.count)
    var found: [WordVariant] = []
    for (list, isOfName) in lists where isOfName {
      list.scan { word, number in
        guard word.count >= pattern.count + 2 else { return }
        var best = Int.max
        for length in (pattern.count - 1)...(pattern.count + 1) where length <= word.count - 2 {
          best = min(best, distance(word.suffix(length)), distance(word.prefix(length)))
        }
        guard best <= allowed else { return }
        found.append(
          WordVariant(
            word: String(decoding: word, as: UTF8.self), number: number, relation: .misspeltPart,
            errors: best, isOfName: isOfName))
      }
    }
    return found
  }

  /// Variants found in the folded lists, spelled as the texts have them.
  private func spelled(_ variants: [WordVariant]) throws -> [WordVariant] {
    let numbers = variants.filter { $0.relation >= .misspelt }.map(\.number)
    if numbers.isEmpty { return variants }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, word FROM word WHERE id IN (\(placeholders(numbers.count)))",
      arguments: StatementArguments(numbers))
    var words: [Int: String] = [:]
    while let row = try rows.next() { words[row[0]] = row[1] }
    return variants.map { variant in
      var variant = variant
      variant.word = words[variant.number] ?? variant.word
      return variant
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
