import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

/// The hard case of the design: one term is a level in one article, defined in two, a dead link in one, and
/// has an article of its own, in two languages; here with the real packs.
@Suite("Joint venture, from end to end")
struct JointVentureTests {
  private let catalog = LanguageCatalog.load().value

  private func base(decisions yaml: String = "") -> Diagnosed<KnowledgeBase> {
    var fixture = Fixture()
    fixture.add(
      "sv/kluster.md",
      """
      # Kluster

      Samarbeten i ett kluster kan vara delägarskap, joint venture eller avtal.

      Ett joint venture innebär att parterna bildar ett bolag.
      """, subject: "kluster", synonyms: ["strategiskt samarbete"],
      [
        fact(.level, "delägarskap", order: 1), fact(.level, "joint venture", order: 2),
        fact(
          .definition, "joint venture", "Ett joint venture innebär att parterna bildar ett bolag."),
      ])
    fixture.add(
      "nb/allianse.md",
      """
      # Strategisk allianse

      Den binder mindre enn et [joint venture](/jointventure), der to firmaer eier et selskap.
      """, subject: "strategisk allianse",
      [
        fact(
          .definition, "joint venture",
          "Den binder mindre enn et joint venture, der to firmaer eier et selskap."
        )
      ])
    fixture.add(
      "sv/joint-venture.md",
      """
      # Joint venture

      Ett joint venture är ett gemensamt ägt bolag. Det kallas också samriskföretag.

      Vinsten är delad risk.
      """, subject: "joint venture", synonyms: ["samriskföretag"],
      [
        fact(.definition, "joint venture", "Ett joint venture är ett gemensamt ägt bolag."),
        fact(.benefit, "delad risk"),
      ])
    fixture.add(
      "nb/joint-venture.md",
      """
      ---
      translationOf: sv/joint-venture.md
      ---
      # Joint venture

      Et joint venture er et felles eid selskap. Fordelen er delt risiko.
      """, subject: "joint venture", synonyms: ["fellesforetak"],
      [
        fact(.definition, "joint venture", "Et joint venture er et felles eid selskap."),
        fact(.benefit, "delt risiko"),
      ])
    fixture.decide(yaml)
    return buildKnowledge(
      articles: fixture.articles, facts: fixture.facts, decisions: fixture.decisions,
      configuration: fixture.configuration, languages: catalog, files: [])
  }

  @Test("one concept comes out, with all of it")
  func inferred() throws {
    let built = base()
    #expect(
      built.value.ids == [
        "nb/strategisk-allianse", "sv/delagarskap", "sv/joint-venture", "sv/kluster",
      ])
    let concept = try #require(built.value["sv/joint-venture"])
    #expect(concept.term(in: "sv") == "joint venture")
    #expect(concept.term(in: "nb") == "joint venture")
    #expect(concept.designations["sv"]?.admitted == ["samriskföretag"])
    #expect(concept.designations["nb"]?.admitted == ["fellesforetak"])
    #expect(concept.slugs == ["sv": "joint-venture", "nb": "joint-venture"])
    #expect(
      concept.definitions.map(\.text) == [
        "Ett joint venture är ett gemensamt ägt bolag.",
        "Ett joint venture innebär att parterna bildar ett bolag.",
        "Et joint venture er et felles eid selskap.",
        "Den binder mindre enn et joint venture, der to firmaer eier et selskap.",
      ])
    #expect(concept.levelOf == ["sv/kluster"])
    #expect(concept.broader == [])
    #expect(
      built.value.statements(of: "sv/joint-venture").map(\.label) == ["delad risk", "delt risiko"])
    #expect(
      concept.articles.map { built.value.articles[$0].article.path } == [
        "nb/joint-venture.md", "sv/joint-venture.md",
      ])
    #expect(
      built.value.redirects == [ConceptRedirect(from: "nb/joint-venture", to: "sv/joint-venture")])
    #expect(
      built.value.statements(of: "sv/kluster").map { $0.target?.rawValue } == [
        "sv/delagarskap", "sv/joint-venture",
      ])
    let alliance = try #require(built.value.article("nb/allianse.md"))
    #expect(alliance.linkTargets.values.map { $0 } == [.concept("sv/joint-venture")])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/nb/allianse.md:3:42: '/jointventure' leads nowhere; the link is led to the "
          + "concept 'sv/joint-venture' [relinked]"
      ])
    let mentioned = built.value.mentions.filter { $0.concept == "sv/joint-venture" }
      .map { built.value.articles[$0.article].article.path }
    #expect(
      mentioned == [
        "nb/allianse.md", "nb/joint-venture.md", "nb/joint-venture.md", "sv/joint-venture.md",
        "sv/joint-venture.md", "sv/joint-venture.md", "sv/kluster.md", "sv/kluster.md",
      ])
  }

  @Test("an entry gives it its id, its synonyms and its relations, and takes nothing away")
  func declared() throws {
    let built = base(
      decisions: """
        - id: joint-venture
          sv: {term: joint venture, deprecated: [jointventure]}
          nb: joint venture
          broader: nb/strategisk-allianse
        """)
    let concept = try #require(built.value["joint-venture"])
    #expect(concept.designations["sv"]?.admitted == ["samriskföretag"])
    #expect(concept.designations["sv"]?.deprecated == ["jointventure"])
    #expect(concept.definitions.count == 4)
    #expect(concept.broader == ["nb/strategisk-allianse"])
    #expect(concept.levelOf == ["sv/kluster"])
    #expect(
      built.value.redirects == [
        ConceptRedirect(from: "nb/joint-venture", to: "joint-venture"),
        ConceptRedirect(from: "sv/joint-venture", to: "joint-venture"),
      ])
  }
}
