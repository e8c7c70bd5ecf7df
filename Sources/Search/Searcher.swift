import GRDB
import Knowledge
import Language

extension SearchIndex {
  /// The concepts that a query leads to, best first; one result per concept. Any text is a query.
  package func search(_ query: String, _ options: SearchOptions = SearchOptions()) throws
    -> [SearchResult]
  {
    do {
      return try database.read { database in
        try Searcher(database, options).search(query)
      }
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be read (\(error.message ?? "damaged"))")
    }
  }

  /// The terms whose letters are nearest to those of a query that found nothing.
  package func nearest(to query: String, limit: Int = 3) throws -> [String] {
    do {
      return try database.read { try NearestTerms($0).find(query, limit: limit) }
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be read (\(error.message ?? "damaged"))")
    }
  }
}

/// One search over an open database.
struct Searcher {
  let database: Database
  let options: SearchOptions
  /// The most entries that are looked at closely for one reason; fewer where a name is met already,
  /// which stays first whatever else has the words.
  private static let mostCandidates = 150
  private static let mostBesideName = 40

  init(_ database: Database, _ options: SearchOptions) {
    self.database = database
    self.options = options
  }

  func search(_ query: String) throws -> [SearchResult] {
    let text = String(decoding: query.utf8.prefix(SearchText.longestQuery), as: UTF8.self)
    let words = Array(SearchText.words(text).prefix(SearchText.mostWords))
    if words.isEmpty || options.limit <= 0 { return [] }
    var hits = Hits()
    let names = try WordList.read("names", database)
    try findNames(words, names, &hits)
    let expander = try WordExpander(database, names: names)
    let content = try contentWords(words)
    let asked = try facetAsked(of: content)
    try findWords(content, expander, &hits)
    if let asked, !asked.rest.isEmpty {
      var inner = Hits()
      try findNames(asked.rest, names, &inner)
      try findWords(asked.rest, expander, &inner)
      hits.merge(inner.about(asked.facet))
    }
    return try results(hits)
  }

  // MARK: The whole query as a name

  /// Names that are the query, letter for letter or nearly.
  private func findNames(_ words: [String], _ names: WordList, _ hits: inout Hits) throws {
    let key = words.joined(separator: " ")
    let folded = SearchText.folded(key)
    let joined = folded.filter { $0 != " " }
    let keys = Set([key, folded, SearchText.spelledOut(key), joined])
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT form.key, form.kind, name.entry, name.standing, name.text
        FROM form JOIN name ON name.id = form.name
        WHERE form.key IN (\(placeholders(keys.count)))
        """, arguments: StatementArguments(keys.sorted()))
    for row in rows {
      let found: String = row[0]
      guard let kind = KeyKind(rawValue: row[1]) else { continue }
      let standing: Int = row[3]
      let isSame = found == key
      let match: MatchClass =
        switch kind {
        case .exact where isSame: standing == 0 ? .term : .synonym
        case .inflected where isSame: .inflected
        default: .folded
        }
      let distance =
        switch kind {
        case .exact, .folded: 0
        case .inflected, .foldedInflected: match == .inflected ? standing : 1
        case .joined: 2
        }
      hits.add(entry: row[2], match, distance: distance, matched: row[4])
    }
    // What is spelled as a name is not a misspelling of another one.
    if rows.isEmpty { try findMisspelt(joined, words, names, &hits) }
  }

  /// Names of several words that the query is but for typing errors and spaces.
  private func findMisspelt(
    _ joined: String, _ words: [String], _ names: WordList, _ hits: inout Hits
  ) throws {
    let pattern = Array(joined.utf8)
    let allowed = EditDistance.allowed(for: pattern.count)
    guard allowed > 0, pattern.count <= EditDistance.longest else { return }
    let distance = EditDistance(pattern)
    var near: [(number: Int, errors: Int)] = []
    try WordList.read("joined", database).scan { word, number in
      guard abs(word.count - pattern.count) <= allowed else { return }
      let errors = distance(word)
      if errors > 0, errors <= allowed { near.append((number, errors)) }
    }
    if words.count > 1 {
      names.scan { word, number in
        guard abs(word.count - pattern.count) <= allowed else { return }
        let errors = distance(word)
        if errors > 0, errors <= allowed { near.append((-1 - number, errors)) }
      }
    }
    for (number, errors) in near {
      let condition =
        number >= 0
        ? "name.id = ?" : "name.id IN (SELECT name FROM name_word WHERE word = ?)"
      let rows = try Row.fetchAll(
        database, sql: "SELECT entry, text FROM name WHERE \(condition)",
        arguments: [number >= 0 ? number : -1 - number])
      for row in rows where number >= 0 || SearchText.words(row[1] as String).count == 1 {
        hits.add(entry: row[0], .misspelt, distance: 2 * errors, matched: row[1])
      }
    }
  }

  // MARK: The words of the query

  /// The words that carry meaning; all of them where none does.
  private func contentWords(_ words: [String]) throws -> [String] {
    let stopped = try Set(
      String.fetchAll(
        database, sql: "SELECT word FROM stop_word WHERE word IN (\(placeholders(words.count)))",
        arguments: StatementArguments(words)))
    let content = words.filter { !stopped.contains($0) }
    var seen: Set<String> = []
    return (content.isEmpty ? words : content).filter { seen.insert($0).inserted }
  }

  /// The facet that a word of the query names, and the words that are left.
  private func facetAsked(of words: [String]) throws -> (facet: Facet, rest: [String])? {
    for (i, word) in words.enumerated() {
      let name = try String.fetchOne(
        database, sql: "SELECT facet FROM facet_word WHERE word = ? ORDER BY facet",
        arguments: [word])
      if let facet = name.flatMap(Facet.init(rawValue:)) {
        var rest = words
        rest.remove(at: i)
        return (facet, rest)
      }
    }
    return nil
  }

  /// Entries that have the words in their names or texts.
  private func findWords(_ words: [String], _ expander: WordExpander, _ hits: inout Hits) throws {
    let expanded = try expander.expand(words)
    var candidates: Set<Int> = []
    let isNamed = hits.verdicts.values.contains { $0.match <= .inflected }
    let most = isNamed ? Self.mostBesideName : Self.mostCandidates
    for word in expanded { candidates.formUnion(try entries(named: word, most: most)) }
    let lists = expanded.map { word in
      word.variants.prefix(80).map { "\"\($0.word)\"" }.joined(separator: " OR ")
    }
    let present = lists.filter { !$0.isEmpty }
    if !present.isEmpty {
      if present.count == words.count, present.count > 1 {
        candidates.formUnion(
          try entries(
            matching: present.map { "(\($0))" }.joined(separator: " AND "), most: most))
      }
      candidates.formUnion(
        try entries(matching: present.joined(separator: " OR "), most: most))
    }
    let judge = CandidateJudge(database, expanded)
    for entry in candidates.sorted() {
      if let verdict = try judge.judge(entry) { hits.add(verdict) }
    }
  }

  /// Entries with a word in a name, those with its nearest variants first.
  private func entries(named word: ExpandedWord, most: Int) throws -> [Int] {
    let ids = word.variants.filter(\.isOfName).map(\.number)
    var found: [Int] = []
    for start in stride(from: 0, to: ids.count, by: 20) where found.count < most {
      let some = ids[start..<min(start + 20, ids.count)]
      found += try Int.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT DISTINCT name.entry FROM name_word JOIN name ON name.id = name_word.name
            WHERE name_word.word IN (\(placeholders(some.count))) LIMIT \(most)
            """), arguments: StatementArguments(Array(some)))
    }
    return found
  }

  /// Entries with the words in their texts; where there are more than `most`, those of the best bm25.
  private func entries(matching pattern: String, most: Int) throws -> [Int] {
    // Weighing costs more than finding, and all of few are wanted whatever they weigh.
    let found = try Int.fetchAll(
      database, sql: "SELECT rowid FROM entry_text WHERE entry_text MATCH ? LIMIT \(most + 1)",
      arguments: [pattern])
    if found.count <= most { return found }
    return try Int.fetchAll(
      database,
      sql: """
        SELECT rowid FROM entry_text WHERE entry_text MATCH ?
        ORDER BY bm25(entry_text, 10, 5, 2, 1), rowid LIMIT \(most)
        """, arguments: [pattern])
  }
}

/// As many question marks.
func placeholders(_ count: Int) -> String {
  repeatElement("?", count: count).joined(separator: ",")
}
