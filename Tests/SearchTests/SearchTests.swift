import Foundation
import Knowledge
import Language
import Testing

@testable import Search

/// A small knowledge base about coffee, in two languages.
private enum Coffee {
  static func concept(
    _ id: String, sv: String? = nil, nb: String? = nil, synonyms: [String] = [],
    definition: String? = nil, nbDefinition: String? = nil
  ) -> Concept {
    var concept = Concept(id: ConceptID(id))
    if let sv {
      concept.designations["sv"] = Designations(preferred: sv)
      concept.designations["sv"]?.admitted = synonyms
    }
    if let nb { concept.designations["nb"] = Designations(preferred: nb) }
    for (language, text) in [("sv", definition), ("nb", nbDefinition)] {
      guard let text else { continue }
      concept.definitions.append(
        Definition(language: LanguageCode(language), text: text, origin: .entry, citation: nil))
    }
    return concept
  }

  static let base: KnowledgeBase = {
    var roastery = concept(
      "roastery", sv: "kafferosteri", nb: "kaffebrenneri", synonyms: ["rosthus"],
      definition: "En lokal där råa bönor värms tills de doftar.",
      nbDefinition: "Et lokale der rå bønner varmes til de dufter.")
    roastery.statements = [0]
    let statement = Statement(
      anchor: "fordel-smak", facet: .benefit, language: "sv", concept: ConceptID("roastery"),
      label: "friskare smak", text: "Den som maler själv får friskare smak.", citations: [])
    return KnowledgeBase(
      languages: ["sv", "nb"],
      concepts: [
        concept("brew", sv: "bryggkaffe", nb: "filterkaffe", definition: "Kaffe genom filter."),
        concept("grinder", sv: "kvarn", definition: "Ett verktyg som mal bönor."),
        roastery,
        concept("sv/ar", sv: "år"), concept("sv/arr", sv: "ar"),
        concept("trade", sv: "rättvis handel", nb: "rettferdig handel"),
      ].sorted { $0.id < $1.id },
      articles: [], statements: [statement], mentions: [])
  }()

  static func index() throws -> SearchIndex { try SearchIndex.inMemory(content) }

  static var content: SearchContent {
    SearchContent(
      of: base,
      language: { code in
        SearchLanguage(
          forms: { term in
            let endings =
              code == "sv" ? ["et", "er", "erna", "ets", "en", "n"] : ["et", "er", "ene", "en"]
            return [term] + endings.map { term + $0 }
          },
          stopWords: ["en", "ett", "är", "vad", "som", "i", "et", "er", "hva"],
          facetNames: [.benefit: ["fördelar", "fördel"]])
      },
      address: { concept, language in "\(language)/\(concept.id.rawValue).html" })
  }
}

@Suite struct SearchTests {
  private func first(
    _ query: String, language: LanguageCode? = nil
  ) throws -> SearchResult? {
    try Coffee.index().search(query, SearchOptions(language: language)).first
  }

  @Test(
    "finds a concept by whatever of it is remembered",
    arguments: [
      ("kafferosteri", "roastery", MatchClass.term),
      ("Kafferosteri", "roastery", .term),
      ("rosthus", "roastery", .synonym),
      ("kafferosteriets", "roastery", .inflected),
      ("kaffebrenneri", "roastery", .term),
      ("rattvis handel", "trade", .folded),
      ("raettvis handel", "trade", .folded),
      ("rättvishandel", "trade", .folded),
      ("kaffe rosteri", "roastery", .folded),
      ("kafferostri", "roastery", .misspelt),
      ("kaferosteriet", "roastery", .misspelt),
      ("brygkafe", "brew", .misspelt),
      ("rosteri", "roastery", .compoundPart),
      ("brenneriene", "roastery", .compoundPart),
      ("handel", "trade", .compoundPart),
      ("råa bönor värms", "roastery", .definition),
      ("raa boenor doftar", "roastery", .definition),
      ("friskare smak", "roastery", .fact),
      ("vad är ett kafferosteri?", "roastery", .inflected),
    ])
  func classes(query: String, id: String, match: MatchClass) throws {
    let result = try #require(try first(query))
    #expect(result.id == id)
    #expect(result.rank.match == match)
  }

  @Test("ranks a letter as itself over the letter without its marks")
  func letters() throws {
    #expect(try first("år")?.id == "sv/ar")
    #expect(try first("ar")?.id == "sv/arr")
  }

  @Test("answers in the asked language, and says that it was met in another")
  func languages() throws {
    let result = try #require(try first("kafferosteriet", language: "nb"))
    #expect(result.term == "kaffebrenneri")
    #expect(result.language == "nb")
    #expect(result.rank.match == .otherLanguage)
    #expect(result.definition == "Et lokale der rå bønner varmes til de dufter.")
    #expect(result.url == "nb/roastery.html")
  }

  @Test("gives one result per concept")
  func oneEach() throws {
    let results = try Coffee.index().search("handel", SearchOptions())
    #expect(results.map(\.id) == ["trade"])
  }

  @Test("leads to the statement that was met")
  func statements() throws {
    let result = try #require(try first("friskare smak"))
    #expect(result.kind == .fact)
    #expect(result.url == "sv/roastery.html#fordel-smak")
    #expect(result.facet == .benefit)
  }

  @Test("a facet named in the query, or asked for, is shown")
  func facets() throws {
    let named = try #require(try first("fördelar kafferosteri"))
    #expect(named.id == "roastery")
    #expect(named.facet == .benefit)
    #expect(named.matched == "friskare smak")
    let options = SearchOptions(facet: .drawback)
    #expect(try Coffee.index().search("kafferosteri", options).isEmpty)
  }

  @Test("takes no more than the limit")
  func limits() throws {
    #expect(try Coffee.index().search("bönor", SearchOptions(limit: 1)).count == 1)
    #expect(try Coffee.index().search("bönor", SearchOptions(limit: 0)).isEmpty)
  }

  @Test(
    "takes any text for a query",
    arguments: [
      "", " ", "\"", "\" OR 1=1 --", "NEAR(a b)", "a* OR b", "term:", "{x}", "^kaffe", "😀",
      "a\u{0}b", "%_", "AND NOT", String(repeating: "kaffe ", count: 20_000),
      String(repeating: "å", count: 100_000), "'; DROP TABLE name; --",
    ])
  func anyText(query: String) throws {
    _ = try Coffee.index().search(query, SearchOptions(language: "sv"))
    _ = try Coffee.index().nearest(to: query)
  }

  @Test("names the nearest terms for a query that finds nothing")
  func nearest() throws {
    #expect(try Coffee.index().nearest(to: "kvrn").first == "kvarn")
    #expect(try Coffee.index().nearest(to: "qqqqqqqqqqqq").isEmpty)
  }

  @Test(
    "lists the terms that begin with what is typed",
    arguments: [
      ("k", nil, ["kaffebrenneri", "kafferosteri", "kvarn"]),
      ("k", "sv", ["kafferosteri", "kvarn"]),
      ("Rättvis h", nil, ["rättvis handel"]), ("rättvis  ", nil, []), ("ros", nil, ["rosthus"]),
      ("å", nil, ["år"]), ("rattvis", nil, []), ("kafferosteriet", nil, []),
      ("", "nb", ["filterkaffe", "kaffebrenneri", "rettferdig handel"]),
    ] as [(String, LanguageCode?, [String])])
  func terms(typed: String, language: LanguageCode?, expected: [String]) throws {
    let index = try Coffee.index()
    #expect(try index.terms(beginningWith: typed, in: language, limit: 9) == expected)
    #expect(try index.terms(beginningWith: typed, in: language, limit: 1).count <= 1)
  }

  @Test("a file that is damaged or of other content is no index")
  func damaged() throws {
    let folder = NSTemporaryDirectory() + "/begrepp-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/search.sqlite"
    #expect(throws: SearchIndexFault.self) { try SearchIndex.open(path, fingerprint: "1") }
    try SearchIndex.write(Coffee.content, to: path, fingerprint: "1")
    #expect(try SearchIndex.open(path, fingerprint: "1").search("kvarn").first?.id == "grinder")
    #expect(throws: SearchIndexFault.self) { try SearchIndex.open(path, fingerprint: "2") }
    try Data("no database at all".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: SearchIndexFault.self) { try SearchIndex.open(path, fingerprint: nil) }
  }
}
