import GRDB
import Knowledge

/// The terms that look most like a query: for "did you mean".
struct NearestTerms {
  private let database: Database
  /// How many that are equally near are looked up.
  private static let mostCandidates = 200

  init(_ database: Database) { self.database = database }

  func find(_ query: String, limit: Int) throws -> [String] {
    let text = String(decoding: query.utf8.prefix(200), as: UTF8.self)
    let joined = SearchText.folded(SearchText.key(text)).utf8.filter { $0 != 0x20 }
    let pattern = Array(joined.prefix(EditDistance.longest))
    if pattern.isEmpty { return [] }
    var near = Nearest(pattern, wanted: Self.mostCandidates)
    near.scan(try WordList.read("names", database), areWords: true)
    near.scan(try WordList.read("joined", database), areWords: false)
    var found: [(errors: Int, text: String)] = []
    for candidate in near.candidates {
      if found.count >= limit, candidate.errors > found[limit - 1].errors { break }
      for name in try names(candidate) where !found.contains(where: { $0.text == name }) {
        found.append((candidate.errors, name))
      }
    }
    return found.sorted { ($0.errors, $0.text) < ($1.errors, $1.text) }.prefix(limit).map(\.text)
  }

  /// The terms that a candidate stands for: none for a word that is only a part of terms.
  private func names(_ candidate: Nearest.Candidate) throws -> [String] {
    guard candidate.isWord else {
      return try String.fetchAll(
        database.cachedStatement(sql: "SELECT text FROM name WHERE id = ? AND standing = 0"),
        arguments: [candidate.number])
    }
    let names = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT name.text FROM name_word JOIN name ON name.id = name_word.name
          WHERE name_word.word = ? AND name.standing = 0
          """), arguments: [candidate.number])
    return names.filter { SearchText.words($0).count == 1 }
  }
}

/// Gathers what is nearest to a pattern, and forgets what is further away as soon as there is enough.
private struct Nearest {
  struct Candidate {
    var errors: Int
    var number: Int
    /// A word, else a name of several words.
    var isWord: Bool
  }

  private let pattern: [UInt8]
  private let distance: EditDistance
  private let wanted: Int
  /// More errors than this are of no use.
  private var bound: Int
  /// How many have so many errors.
  private var counts: [Int]
  private var found: [Candidate] = []

  init(_ pattern: [UInt8], wanted: Int) {
    self.pattern = pattern
    distance = EditDistance(pattern)
    self.wanted = wanted
    // More than half of the letters wrong is no likeness.
    bound = pattern.count
    counts = Array(repeating: 0, count: pattern.count + 1)
  }

  mutating func scan(_ list: WordList, areWords: Bool) {
    list.scan { word, number in
      guard abs(word.count - pattern.count) <= bound else { return }
      let errors = distance(word)
      guard errors <= bound, 2 * errors <= max(word.count, pattern.count) else { return }
      found.append(Candidate(errors: errors, number: number, isWord: areWords))
      counts[errors] += 1
      var nearer = 0
      for errors in 0..<bound {
        nearer += counts[errors]
        if nearer >= wanted {
          bound = errors
          break
        }
      }
    }
  }

  /// Nearest first.
  var candidates: [Candidate] {
    found.filter { $0.errors <= bound }.sorted {
      ($0.errors, $0.isWord ? 0 : 1, $0.number) < ($1.errors, $1.isWord ? 0 : 1, $1.number)
    }
  }
}
