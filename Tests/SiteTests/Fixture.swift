import Articles
import Diagnostics
import Knowledge
import Language
import Testing

@testable import Site

/// A small knowledge base about boats, made by hand, in Swedish and Norwegian.
struct Fixture {
  var articles: [ArticleEntry] = []
  var concepts: [Concept] = []
  var statements: [Statement] = []
  /// What is a mention of which concept, per language.
  var surfaces: [(language: LanguageCode, text: String, concept: ConceptID)] = []
  var configuration: SiteConfiguration
  var files: [String] = []

  static let catalog = LanguageCatalog.load().value

  init(languages: [LanguageCode] = ["sv", "nb"]) {
    configuration = SiteConfiguration(
      titles: ["sv": "Båtordlistan", "nb": "Båtordlisten"], languages: languages)
  }

  @discardableResult
  mutating func article(
    _ path: String, _ language: LanguageCode, _ text: String, subject: String? = nil,
    section: String = ""
  ) throws -> Int {
    let reader = ArticleReader(knownLanguages: ["sv", "nb"], detect: { _ in nil })
    let file = ContentFile(
      shownPath: "content/\(path)", path: path, bytes: Array(text.utf8), declaredLanguage: language)
    let article = try #require(reader.read(file).value)
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? "x"
    var entry = ArticleEntry(
      article: article, title: article.title, slug: String(name), section: section)
    entry.subject = subject.map { ConceptID($0) }
    articles.append(entry)
    return articles.count - 1
  }

  mutating func concept(
    _ id: String, _ terms: [LanguageCode: String], _ change: (inout Concept) -> Void = { _ in }
  ) {
    var concept = Concept(id: ConceptID(id))
    for (language, term) in terms {
      concept.designations[language] = Designations(preferred: term)
      concept.slugs[language] = Address.slug(term)
    }
    change(&concept)
    concepts.append(concept)
  }

  /// What an article says about a concept; the text is found in the article's source.
  mutating func statement(
    _ facet: Facet, _ concept: String, _ label: String, in article: Int, text: String? = nil,
    _ change: (inout Statement) -> Void = { _ in }
  ) {
    let entry = articles[article]
    var statement = Statement(
      anchor: "\(facet.rawValue)-\(Address.slug(label))", facet: facet, language: entry.language,
      concept: ConceptID(concept), label: label, text: text ?? label,
      citations: [citation(text ?? label, in: article)])
    change(&statement)
    statements.append(statement)
    if let place = concepts.firstIndex(where: { $0.id == ConceptID(concept) }) {
      concepts[place].statements.append(statements.count - 1)
    }
  }

  func citation(_ text: String, in article: Int) -> Citation {
    let prose = articles[article].article.prose
    let range = Self.places(of: Array(text.utf8), in: prose.bytes).first ?? 0..<0
    return Citation(
      article: article, location: articles[article].article.source.location(prose.span(of: range)))
  }

  static func places(of text: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    guard !text.isEmpty, bytes.count >= text.count else { return [] }
    return (0...(bytes.count - text.count)).filter { bytes[$0...].starts(with: text) }
      .map { $0..<($0 + text.count) }
  }

  var base: KnowledgeBase {
    let order = concepts.sorted { $0.id < $1.id }
    var mentions: [Mention] = []
    for (number, entry) in articles.enumerated() {
      let prose = entry.article.prose
      for surface in surfaces where surface.language == entry.language {
        for range in Self.places(of: Array(surface.text.utf8), in: prose.bytes) {
          guard let block = prose.blocks.first(where: { $0.range.contains(range.lowerBound) }),
            entry.article.document[block.node].kind != .heading
          else { continue }
          mentions.append(
            Mention(
              article: number, concept: surface.concept, range: range,
              sentence: Self.sentence(around: range, in: block.range, prose.bytes),
              isLinked: entry.subject != surface.concept))
        }
      }
    }
    mentions.sort { ($0.article, $0.range.lowerBound) < ($1.article, $1.range.lowerBound) }
    return KnowledgeBase(
      languages: configuration.languages, concepts: order, articles: articles,
      statements: statements, mentions: mentions)
  }

  private static func sentence(
    around range: Range<Int>, in block: Range<Int>, _ bytes: [UInt8]
  ) -> Range<Int> {
    var start = range.lowerBound
    while start > block.lowerBound, !(start > block.lowerBound + 1 && bytes[start - 2] == 0x2E) {
      start -= 1
    }
    var end = range.upperBound
    while end < block.upperBound, bytes[end - 1] != 0x2E { end += 1 }
    return start..<end
  }

  func plan(theme: Theme? = nil) throws -> SitePlan {
    planSite(
      base, configuration: configuration, languages: Self.catalog,
      theme: try theme ?? Theme.load(), files: files)
  }

  /// All files of the site by path.
  func site() throws -> [String: String] {
    let plan = try plan()
    return Dictionary(
      uniqueKeysWithValues: plan.pages.map {
        ($0.path, String(decoding: render($0, in: plan), as: UTF8.self))
      })
  }
}

extension Fixture {
  /// A base with every kind of page and every facet.
  static func boats() throws -> Fixture {
    var boats = Fixture()
    boats.configuration.descriptions = [
      "sv": "Ord och begrepp om segelbåtar, för den som vill förstå mer av hamnpratet.",
      "nb": "Ord og begreper om seilbåter, for den som vil forstå mer av praten på brygga.",
    ]
    boats.configuration.hasPrintEdition = true
    boats.configuration.baseURL = "https://exempel.se/ord/"
    boats.configuration.publisher = .init(name: "Hamnföreningen", uri: "https://exempel.se/")
    boats.configuration.contact = .init(name: "Redaktionen", email: "red@exempel.se")
    try boats.addArticles()
    boats.addConcepts()
    boats.addStatements()
    let surfaces: [(LanguageCode, String, String)] = [
      ("sv", "segelbåten", "boat"), ("sv", "segelbåt", "boat"), ("sv", "Skrovet", "sv/skrov"),
      ("sv", "skrovet", "sv/skrov"), ("sv", "katamaran", "sv/katamaran"), ("sv", "kölen", "sv/kol"),
      ("nb", "seilbåten", "boat"), ("nb", "katamaran", "nb/katamaran"),
    ]
    boats.surfaces = surfaces.map { ($0.0, $0.1, ConceptID($0.2)) }
    return boats
  }

  private mutating func addArticles() throws {
    try article(
      "nb/seilbat.md", "nb",
      """
      ---
      title: Seilbåt
      description: Hva en seilbåt er, og hva den er god for.
      date: 2026-02-01
      ---
      # Seilbåt

      En seilbåt er en båt som drives fram av vinden. Mange lærer å seile på seilbåten hjemme.
      En katamaran har to skrog.
      """, subject: "boat")
    try article(
      "sv/riggar/katamaran.md", "sv",
      """
      # Flerskrov

      En katamaran är en segelbåt med två skrov. Den kränger mindre än en vanlig segelbåt, och segelbåten får grundare djup.
      """, subject: "sv/katamaran", section: "riggar")
    try article(
      "sv/segelbat.md", "sv",
      """
      ---
      title: Segelbåt
      description: Vad en segelbåt är, hur den är byggd och vad den är bra för.
      date: 2026-01-05
      updated: 2026-03-09
      aliases: [gamla-baten, /batar/]
      ---
      # Segelbåt

      En segelbåt är en båt som drivs framåt av vinden. Skrovet bär riggen och besättningen.

      ## Delar

      | Del | Uppgift |
      | --- | :-: |
      | köl | håller emot |

      Under skrovet sitter kölen, se [bilden](bilder/kol.png) och [flerskroven](riggar/katamaran.md).

      ![Kölen från sidan](bilder/kol.png)

      ## Fördelar

      - Tyst gång
      - Låga driftskostnader

      ## Så kommer du i gång

      1. Låna en båt
      2. Ta en kurs

      ## Exempel

      En eka med sprisegel är ett enkelt exempel.
      """, subject: "boat")
    let document = articles[2].article.document
    let link = document.nodes.indices.first { number in
      document.nodes[number].kind == .link
        && document.literal(Document.NodeID(number)).starts(with: "riggar".utf8)
    }
    if let link { articles[2].linkTargets[Document.NodeID(link)] = .article(1, fragment: nil) }
    articles[0].translations = [2]
    articles[2].translations = [0]
    files = ["sv/bilder/kol.png", "sv/bilder/skiss.svg", "sv/hemligt.exe", "sv/.dold/x.png"]
  }

  private mutating func addConcepts() {
    concept("boat", ["sv": "segelbåt", "nb": "seilbåt"]) {
      $0.designations["sv"]?.admitted = ["seglare"]
      $0.designations["sv"]?.deprecated = ["segelskuta"]
      $0.articles = [0, 2]
      $0.narrower = ["sv/katamaran"].map { ConceptID($0) }
      $0.definitions = [
        Definition(
          language: "sv", text: "En segelbåt är en båt som drivs framåt av vinden.",
          origin: .ownArticle, citation: nil),
        Definition(
          language: "nb", text: "En seilbåt er en båt som drives fram av vinden.",
          definiens: "båt som drives fram av vinden", origin: .entry, citation: nil),
      ]
    }
    concepts[0].definitions[0].citation = citation(
      "En segelbåt är en båt som drivs framåt av vinden.", in: 2)
    concept("sv/katamaran", ["sv": "katamaran"]) {
      $0.broader = [ConceptID("boat")]
      $0.articles = [1]
      $0.definitions = [
        Definition(
          language: "sv", text: "En katamaran är en segelbåt med två skrov.", origin: .ownArticle,
          citation: nil)
      ]
    }
    concepts[1].definitions[0].citation = citation(
      "En katamaran är en segelbåt med två skrov.", in: 1)
    concept("nb/katamaran", ["nb": "katamaran"])
    concept("sv/skrov", ["sv": "skrov"]) { $0.related = [ConceptID("sv/kol")] }
    concept("sv/kol", ["sv": "köl"]) { $0.related = [ConceptID("sv/skrov")] }
    concept("sv/angbat", ["sv": "ångbåt"])
    concept("sv/over", ["sv": "överbyggnad"])
    concept("nb/ap", ["nb": "åpen båt"])
  }

  private mutating func addStatements() {
    statement(.level, "boat", "jolle", in: 2) { $0.order = 1 }
    statement(.level, "boat", "katamaran", in: 2) {
      $0.order = 2
      $0.target = ConceptID("sv/katamaran")
      $0.explanation = "Två skrov ger fart."
    }
    statement(.type, "boat", "enmastad båt", in: 2)
    statement(.benefit, "boat", "tyst gång", in: 2, text: "Tyst gång")
    statement(.drawback, "boat", "långsam i stiltje", in: 2)
    statement(.successFactor, "boat", "god planering", in: 2) {
      $0.explanation = "Den som planerar sin rutt kommer fram i tid."
    }
    statement(.dimension, "boat", "storlek", in: 2) { $0.poles = ["liten", "stor"] }
    statement(.dimension, "boat", "syfte", in: 2) { $0.poles = ["nöje", "tävling"] }
    statement(.step, "boat", "låna en båt", in: 2, text: "Låna en båt") { $0.order = 1 }
    statement(
      .example, "boat", "eka med sprisegel", in: 2,
      text: "En eka med sprisegel är ett enkelt exempel.")
    statement(.takeaway, "boat", "vinden är gratis", in: 2)
  }
}
