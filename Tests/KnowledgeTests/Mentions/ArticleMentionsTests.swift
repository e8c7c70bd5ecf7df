import Articles
import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite struct ArticleMentionsTests {
  static let catalog = LanguageCatalog.load().value

  static func build(
    _ text: String, path: String = "sv/a.md", _ decisions: String, subject: String? = nil
  )
    -> Diagnosed<KnowledgeBase>
  {
    var fixture = Fixture()
    fixture.add(path, text, subject: subject)
    fixture.decide(decisions)
    return buildKnowledge(
      articles: fixture.articles, facts: fixture.facts, decisions: fixture.decisions,
      configuration: fixture.configuration, languages: catalog)
  }

  /// Each mention as `surface => concept`, with `!` before those that are links.
  static func mentions(_ base: KnowledgeBase) -> [String] {
    base.mentions.map { mention in
      let text = base.articles[mention.article].article.prose.text(mention.range)
      return "\(mention.isLinked ? "!" : "")\(text) => \(mention.concept)"
    }
  }

  static let decisions = """
    - id: cluster
      sv: {term: kluster, synonyms: [klunga], forms: [klustra], not-forms: [klusters]}
      nb: klynge
    - id: network
      sv: nätverk
    """

  @Test("the first mention of a concept in each section is a link")
  func sections() {
    let base = Self.build(
      """
      Ett kluster, ett kluster till och ett nätverk.

      ## Kluster och nätverk

      Klustren växer. Klungan växer.

      ## Slut

      - En klunga
      - Ett kluster
      """, Self.decisions
    ).value
    #expect(
      Self.mentions(base) == [
        "!kluster => cluster", "kluster => cluster", "!nätverk => network", "Kluster => cluster",
        "nätverk => network", "!Klustren => cluster", "Klungan => cluster", "!klunga => cluster",
        "kluster => cluster",
      ])
  }

  @Test("links, code and titles are never linked")
  func markup() {
    let base = Self.build(
      """
      # X

      Läs `kluster` och [om kluster](b.md), boken *Kluster i tiden* och ”Nätverk i nöd” först;
      sedan **kluster** och *nätverk*.

          kluster

      ![kluster](k.png)
      """, Self.decisions
    ).value
    #expect(
      Self.mentions(base) == ["kluster => cluster", "!kluster => cluster", "!nätverk => network"])
  }

  @Test("a text in table cells and quotations is linked like any other")
  func blocks() {
    let base = Self.build(
      "# X\n\n| kluster | b |\n| - | - |\n| ett nätverk | c |\n\n> Ett kluster\n", Self.decisions
    ).value
    #expect(
      Self.mentions(base) == ["!kluster => cluster", "!nätverk => network", "kluster => cluster"])
  }

  @Test("an article does not link the concept that it is about")
  func ownSubject() {
    let base = Self.build(
      "# Kluster\n\nEtt kluster är inte ett nätverk.\n", Self.decisions, subject: "kluster"
    )
    .value
    #expect(
      Self.mentions(base) == ["Kluster => cluster", "kluster => cluster", "!nätverk => network"])
  }

  @Test("an editor's forms are found and those taken away are not")
  func forms() {
    let base = Self.build("Vi klustra, klusters och klungas.\n", Self.decisions).value
    #expect(Self.mentions(base) == ["!klustra => cluster", "klungas => cluster"])
  }

  @Test("each language has its own terms")
  func languages() {
    let base = Self.build("Ei klynge, et kluster.\n", path: "nb/a.md", Self.decisions).value
    #expect(Self.mentions(base) == ["!klynge => cluster"])
  }

  static let ambiguous = """
    - id: link
      sv: {term: led, forms: [lederna]}
    - id: leader
      sv: {term: ledare, forms: [lederna]}
      related: [firm]
    - id: firm
      sv: firma
    """

  @Test("a form of two concepts is of neither, with a diagnostic")
  func ambiguousForm() {
    let built = Self.build("# X\n\nMånga av lederna, om lederna.\n", Self.ambiguous)
    #expect(Self.mentions(built.value) == [])
    #expect(
      built.diagnostics.filter { $0.rule == .ambiguousTerm }.map(\.line) == [
        "content/sv/a.md:3:10: 'lederna' is a form of several terms and is linked to none "
          + "[ambiguous-term]"
      ])
  }

  @Test("a form of two concepts is of the article's subject, or of what is related to that")
  func resolved() {
    let own = Self.build("# Led\n\nMånga av lederna.\n", Self.ambiguous, subject: "led")
    #expect(Self.mentions(own.value) == ["Led => link", "lederna => link"])
    let related = Self.build("# Firma\n\nMånga av lederna.\n", Self.ambiguous, subject: "firma")
    #expect(Self.mentions(related.value) == ["Firma => firm", "!lederna => leader"])
  }

  @Test("a mention has its sentence")
  func sentences() {
    let base = Self.build("Först detta. Sedan ett *kluster* till. Slut.\n", Self.decisions).value
    #expect(
      base.mentions.map { base.articles[0].article.prose.text($0.sentence) }
        == ["Sedan ett kluster till."])
  }
}
