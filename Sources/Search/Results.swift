import GRDB
import Knowledge
import Language

extension Searcher {
  private struct Entry {
    var number: Int
    var concept: Int
    var id: String
    var uses: Int
    var language: LanguageCode
    var term: String
    var definition: String
    var source: String
    var url: String
  }

  /// The best hit of each concept, in order.
  func results(_ hits: Hits) throws -> [SearchResult] {
    let order = try languageOrder()
    var best: [Int: (rank: Rank, entry: Entry, verdict: Verdict)] = [:]
    let verdicts = hits.verdicts
    for entry in try entries(verdicts.keys.sorted()) {
      guard let verdict = verdicts[entry.number] else { continue }
      let rank = rank(of: verdict, entry, order)
      if let known = best[entry.concept], known.rank < rank { continue }
      best[entry.concept] = (rank, entry, verdict)
    }
    if let facet = options.facet {
      for concept in best.keys where try !hasFacet(concept, facet) { best[concept] = nil }
    }
    return try best.map { ($0.value.rank, $0.key) }.sorted { $0.0 < $1.0 }.prefix(options.limit)
      .compactMap { rank, concept in
        try best[concept].map { try result(rank, $0.entry, $0.verdict) }
      }
  }

  private func rank(of verdict: Verdict, _ entry: Entry, _ order: [LanguageCode: Int]) -> Rank {
    var match = verdict.match
    var language = order[entry.language] ?? order.count
    if let asked = options.language {
      language = entry.language == asked ? 0 : 1 + language
      if language > 0, match < .otherLanguage { match = .otherLanguage }
    }
    return Rank(
      match: match, distance: verdict.distance, language: language, uses: entry.uses,
      id: entry.id)
  }

  private func result(_ rank: Rank, _ met: Entry, _ verdict: Verdict) throws -> SearchResult {
    var shown = met
    if let asked = options.language, met.language != asked,
      let own = try entries(ofConcept: met.concept).first(where: { $0.language == asked })
    {
      shown = own
    }
    var result = SearchResult(
      id: shown.id, kind: .concept, term: shown.term, language: shown.language,
      definition: shown.definition, url: shown.url, source: shown.source,
      matched: verdict.matched, facet: nil, rank: rank)
    if rank.match == .definition { result.matched = met.definition }
    if verdict.match == .fact, let statement = try statement(of: met, verdict, facet: nil) {
      result.kind = .fact
      result.facet = Facet(rawValue: statement.facet)
      result.matched = statement.text
      result.url = met.url + "#" + statement.anchor
    } else if let facet = verdict.facet ?? options.facet,
      let statement = try statement(of: shown, verdict, facet: facet)
    {
      result.kind = .fact
      result.facet = facet
      result.matched = statement.label
      result.url = shown.url + "#" + statement.anchor
    }
    return result
  }

  // MARK: Rows

  private static let columns = """
    SELECT entry.id, entry.concept, concept.identifier, concept.uses, entry.language, entry.term,
      entry.definition, entry.source, entry.url
    FROM entry JOIN concept ON concept.id = entry.concept
    """

  private func entries(_ numbers: [Int]) throws -> [Entry] {
    var entries: [Entry] = []
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let chunk = numbers[start..<min(start + 500, numbers.count)]
      let rows = try Row.fetchCursor(
        database, sql: "\(Self.columns) WHERE entry.id IN (\(placeholders(chunk.count)))",
        arguments: StatementArguments(Array(chunk)))
      while let row = try rows.next() { entries.append(entry(row)) }
    }
    return entries
  }

  private func entries(ofConcept concept: Int) throws -> [Entry] {
    try Row.fetchAll(
      database, sql: "\(Self.columns) WHERE entry.concept = ? ORDER BY entry.id",
      arguments: [concept]
    ).map(entry)
  }

  private func entry(_ row: Row) -> Entry {
    Entry(
      number: row[0], concept: row[1], id: row[2], uses: row[3],
      language: LanguageCode(row[4] as String), term: row[5], definition: row[6], source: row[7],
      url: row[8])
  }

  private func languageOrder() throws -> [LanguageCode: Int] {
    let codes = try String.fetchAll(
      database, sql: "SELECT value FROM meta WHERE key LIKE 'language-%' ORDER BY key")
    return Dictionary(codes.enumerated().map { (LanguageCode($1), $0) }) { first, _ in first }
  }

  private func hasFacet(_ concept: Int, _ facet: Facet) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM statement JOIN entry ON entry.id = statement.entry
          WHERE entry.concept = ? AND statement.facet = ?)
        """, arguments: [concept, facet.rawValue]) ?? false
  }

  private struct StatementRow {
    var facet: String
    var anchor: String
    var label: String
    var text: String
  }

  /// The statement of an entry that has most of the words; of a facet where one is asked for.
  private func statement(of entry: Entry, _ verdict: Verdict, facet: Facet?) throws
    -> StatementRow?
  {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT facet, anchor, label, text FROM statement WHERE entry = ? ORDER BY id",
      arguments: [entry.number])
    var best: (count: Int, row: StatementRow)?
    for row in rows {
      let item = StatementRow(facet: row[0], anchor: row[1], label: row[2], text: row[3])
      if let facet, item.facet != facet.rawValue { continue }
      let words = Set(SearchText.words(item.label + " " + item.text))
      let count = verdict.words.count { !$0.isDisjoint(with: words) }
      if count > best?.count ?? -1 { best = (count, item) }
    }
    return best?.row
  }
}
