import Foundation
import GRDB
import Knowledge
import Language
import Testing

@testable import Search

/// Names, texts and facts that come and go.
private struct EditedContent {
  private struct Item {
    var terms: [String]
    var definition: String
    var facts: [String]
    var uses: Int
    var languages: [LanguageCode]
  }

  private static let words = [
    "kluster", "råd", "allians", "kvarn", "rättvis", "handel", "bönor", "smak", "fiske", "nät",
  ]
  private var items: [String: Item] = [:]
  private var random: Seeded

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  init(seed: UInt64) {
    random = Seeded(state: seed)
    for _ in 0..<6 { edit() }
  }

  private mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  mutating func edit() {
    let id = "c\(Int.random(in: 0..<12, using: &random))"
    guard var item = items[id] else {
      items[id] = Item(
        terms: [phrase(Int.random(in: 1...2, using: &random)), phrase(1)], definition: phrase(4),
        facts: [phrase(3)], uses: 0, languages: ["sv"])
      return
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: items[id] = nil
    case 1: item.terms[1] = phrase(1)
    case 2: item.definition = phrase(5)
    case 3: item.facts.append(phrase(2))
    case 4: item.languages = item.languages.count == 1 ? ["sv", "nb"] : ["nb"]
    default: item.uses += 1
    }
    if items[id] != nil { items[id] = item }
  }

  var content: SearchContent {
    var statements: [Knowledge.Statement] = []
    let concepts = items.sorted { $0.key < $1.key }.map { id, item in
      var concept = Concept(id: ConceptID(id))
      for language in item.languages {
        concept.designations[language] = Designations(preferred: item.terms[0])
        concept.designations[language]?.admitted = [item.terms[1]]
        concept.definitions.append(
          Definition(language: language, text: item.definition, origin: .entry, citation: nil))
        for (number, fact) in item.facts.enumerated() {
          concept.statements.append(statements.count)
          statements.append(
            Statement(
              anchor: "fordel-\(number)", facet: .benefit, language: language,
              concept: concept.id, label: fact, text: fact, citations: []))
        }
      }
      return concept
    }
    var content = SearchContent(
      of: KnowledgeBase(
        languages: ["sv", "nb"], concepts: concepts, articles: [], statements: statements,
        mentions: []),
      language: { _ in SearchLanguage(forms: { [$0, $0 + "en", $0 + "ar"] }) },
      address: { concept, language in "\(language)/\(concept.id).html" })
    for (number, concept) in concepts.enumerated() {
      content.concepts[number].uses = items[concept.id.rawValue]?.uses ?? 0
    }
    return content
  }
}

/// All that an index holds, without the numbers that mean nothing beyond the file.
private func rows(of path: String) throws -> [String] {
  let database = try DatabaseQueue(path: path)
  let entry = "concept.identifier, entry.language"
  let joins = "JOIN entry ON entry.id = name.entry JOIN concept ON concept.id = entry.concept"
  let queries = [
    "SELECT key, value FROM meta", "SELECT identifier, uses FROM concept",
    """
    SELECT \(entry), term, entry.definition, source, url, entry_text.*, high, low FROM entry
      JOIN concept ON concept.id = entry.concept JOIN entry_text ON entry_text.rowid = entry.id
    """,
    "SELECT \(entry), standing, text, joined FROM name \(joins)",
    "SELECT \(entry), key, kind, text FROM form JOIN name ON name.id = form.name \(joins)",
    "SELECT word, folded, in_names, in_texts FROM word",
    """
    SELECT \(entry), name.text, word.word FROM name_word JOIN name ON name.id = name_word.name
      JOIN word ON word.id = name_word.word \(joins)
    """,
    """
    SELECT \(entry), facet, anchor, label, text FROM statement
      JOIN entry ON entry.id = statement.entry JOIN concept ON concept.id = entry.concept
    """,
  ]
  return try database.read { database in
    let tables = try queries.flatMap { query in
      try Row.fetchAll(database, sql: query).map { row in
        row.databaseValues.map { "\($0)" }.joined(separator: "|")
      }.sorted()
    }
    let lists = try ["names", "others", "joined"].flatMap { key in
      var words: [String] = []
      try WordList.read(key, database).scan { word, _ in
        words.append(key + " " + String(decoding: word, as: UTF8.self))
      }
      return words.sorted()
    }
    return tables + lists
  }
}

@Suite struct IndexUpdateTests {
  private let folder = NSTemporaryDirectory() + "/begrepp-\(UUID().uuidString)"

  @Test("holds after any edit what a new index holds", arguments: 1...3)
  func edits(seed: UInt64) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var content = EditedContent(seed: seed)
    let changed = folder + "/changed.sqlite"
    for step in 0..<40 {
      let now = content.content
      try SearchIndex.write(now, to: changed, fingerprint: "\(step)")
      let made = folder + "/made-\(step).sqlite"
      try SearchIndex.write(now, to: made, fingerprint: "\(step)")
      #expect(try rows(of: changed) == rows(of: made), "step \(step)")
      for query in ["kluster", "klustr", "fiskenät", "rättvis handel", "bönorna", "smak kvarn"] {
        let (first, second) = (
          try SearchIndex.open(changed, fingerprint: nil).search(query),
          try SearchIndex.open(made, fingerprint: nil).search(query)
        )
        #expect(first.map(\.id) == second.map(\.id), "step \(step): \(query)")
      }
      content.edit()
    }
  }

  @Test("says of an index with the same content that it is of the files as they are now")
  func renewal() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/search.sqlite"
    let (key, other) = (Fingerprint(high: 1, low: 2), Fingerprint(high: 1, low: 3))
    try SearchIndex.write(
      EditedContent(seed: 5).content, to: path, fingerprint: "1", contentKey: key)
    #expect(try !SearchIndex.renew(path, fingerprint: "2", contentKey: other))
    #expect(throws: SearchIndexFault.self) { try SearchIndex.open(path, fingerprint: "2") }
    #expect(try SearchIndex.renew(path, fingerprint: "2", contentKey: key))
    _ = try SearchIndex.open(path, fingerprint: "2")
  }

  @Test("a file that is no index is not changed into one")
  func rubbish() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/search.sqlite"
    try Data("no database at all".utf8).write(to: URL(fileURLWithPath: path))
    let content = EditedContent(seed: 4).content
    #expect(throws: SearchIndexFault.self) {
      try SearchIndex.write(content, to: path, fingerprint: "1")
    }
    #expect(throws: SearchIndexFault.self) {
      try SearchIndex.copy(folder + "/absent.sqlite", to: folder + "/copy.sqlite")
    }
  }
}
