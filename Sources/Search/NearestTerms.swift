import GRDB
import Knowledge

/// The terms that look most like a query: for "did you mean".
struct NearestTerms {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func find(_ query: String, limit: Int) throws -> [String] {
    let text = String(decoding: query.utf8.prefix(200), as: UTF8.self)
    let pattern = Array(SearchText.folded(SearchText.key(text)).utf8.prefix(EditDistance.longest))
    if pattern.isEmpty { return [] }
    let distance = EditDistance(pattern)
    var best: [(errors: Int, text: String)] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT text FROM name WHERE standing = 0 ORDER BY id")
    while let row = try rows.next() {
      let name: String = row[0]
      let folded = Array(SearchText.folded(SearchText.key(name)).utf8)
      let errors = distance(folded)
      // More than half of the letters wrong is no likeness.
      guard 2 * errors <= max(folded.count, pattern.count) else { continue }
      if !best.contains(where: { $0.text == name }) { best.append((errors, name)) }
    }
    return best.sorted { ($0.errors, $0.text) < ($1.errors, $1.text) }.prefix(limit).map(\.text)
  }
}
