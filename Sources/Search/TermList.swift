import GRDB
import Knowledge
import Language

extension SearchIndex {
  /// The terms and synonyms that begin with what someone has typed, in any case, in the order of
  /// their letters; preferred terms alone where nothing is typed yet.
  ///
  /// - Parameters:
  ///   - language: only those of one language.
  ///   - limit: how many at most.
  package func terms(
    beginningWith typed: String, in language: LanguageCode? = nil, limit: Int
  ) throws -> [String] {
    let text = String(decoding: typed.utf8.prefix(200), as: UTF8.self)
    let key = SearchText.key(text)
    let wanted = text.lowercased()
    do {
      return try database.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT name.text FROM form JOIN name ON name.id = form.name
              JOIN entry ON entry.id = name.entry
            WHERE form.key >= ? AND form.key < ? AND form.kind = ?
              AND (? IS NULL OR entry.language = ?) AND name.standing <= ?
            ORDER BY form.key
            """,
          arguments: [
            key, key + "\u{10FFFF}", KeyKind.exact.rawValue, language?.rawValue,
            language?.rawValue, key.isEmpty ? 0 : Int.max,
          ])
        var terms: [String] = []
        while terms.count < limit, let row = try rows.next() {
          let term: String = row[0]
          if term.lowercased().hasPrefix(wanted), terms.last != term { terms.append(term) }
        }
        return terms
      }
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be read (\(error.message ?? "damaged"))")
    }
  }

  /// The languages of the knowledge base, in its order.
  package func languages() throws -> [LanguageCode] {
    do {
      return try database.read { database in
        try String.fetchAll(
          database, sql: "SELECT value FROM meta WHERE key LIKE 'language-%' ORDER BY key"
        ).map { LanguageCode($0) }
      }
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be read (\(error.message ?? "damaged"))")
    }
  }
}
