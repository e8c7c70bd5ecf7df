import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("The checks of a vocabulary")
struct CheckTests {
  private static let catalog = LanguageCatalog.load().value

  /// What the checks find of one rule, with the real packs.
  private func find(_ rule: Rule, _ fixture: Fixture) -> [Diagnostic] {
    let base = buildKnowledge(
      articles: fixture.articles, facts: fixture.facts, decisions: fixture.decisions,
      configuration: fixture.configuration, languages: Self.catalog, files: [])
    return check(base.value, decisions: fixture.decisions, languages: Self.catalog)
      .filter { $0.rule == rule }
  }

  @Test("missing-definition: subjects and entries, in each language that they have a term in")
  func missingDefinition() {
    var fixture = Fixture()
    fixture.decide(
      "- id: a\n  sv: {term: kluster, definition: Ett nät.}\n  nb: klynge\n- id: b\n  nb: avtale\n")
    fixture.add("sv/allians.md", subject: "allians", [fact(.type, "mediallians")])
    #expect(
      find(.missingDefinition, fixture).map(\.line) == [
        "content/concepts.yml:3:7: 'klynge' has no definition in 'nb' [missing-definition]",
        "content/concepts.yml:5:7: 'avtale' has no definition in 'nb' [missing-definition]",
        "content/sv/allians.md:1:3: 'allians' has no definition in 'sv' [missing-definition]",
      ])
  }

  @Test("conflicting-definitions: two articles, and no entry to decide")
  func conflictingDefinitions() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", subject: "kluster",
      [
        fact(.definition, "kluster", "Ett kluster är en grupp."),
        fact(.definition, "kluster", "Kluster betyder närhet."),
      ])
    #expect(find(.conflictingDefinitions, fixture).isEmpty)
    fixture.add(
      "sv/b.md", subject: "avtal", [fact(.definition, "kluster", "Ett kluster är något annat.")])
    let found = find(.conflictingDefinitions, fixture)
    #expect(
      found.map(\.line) == [
        "content/sv/b.md:3:1: 'kluster' is defined in other words than where its definition is "
          + "taken from [conflicting-definitions]"
      ])
    #expect(found.first?.notes.map { $0.location?.file } == ["content/sv/a.md"])
    fixture.decide("- id: kluster\n  sv: {term: kluster, definition: En grupp.}\n")
    #expect(find(.conflictingDefinitions, fixture).isEmpty)
  }

  @Test("circular-definition: a term defined by itself, in an article or an entry")
  func selfDefinition() {
    var fixture = Fixture()
    fixture.decide(
      """
      - id: a
        sv: {term: kluster, definition: Det som ett kluster är.}
      - id: b
        sv: {term: avtal, definition: En överenskommelse.}
      """)
    fixture.add(
      "sv/allians.md", subject: "allians", synonyms: ["förbund"],
      [
        fact(.definition, "allians", "En allians, även kallad förbund, är samarbete."),
        fact(.definition, "allians", "En allians är det som parter i alliansen gör."),
      ])
    #expect(
      find(.circularDefinition, fixture).map(\.line) == [
        "content/concepts.yml:2:35: the definition of 'kluster' uses the term that it defines "
          + "[circular-definition]",
        "content/sv/allians.md:5:1: the definition of 'allians' uses the term that it defines "
          + "[circular-definition]",
      ])
  }

  @Test("circular-definition: terms defined by each other, reported once")
  func circle() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", subject: "kluster", [fact(.definition, "kluster", "Ett kluster är en allians.")])
    fixture.add(
      "sv/b.md", subject: "allians", [fact(.definition, "allians", "En allians bygger på avtal.")])
    #expect(find(.circularDefinition, fixture).isEmpty)
    fixture.add(
      "sv/c.md", subject: "avtal", [fact(.definition, "avtal", "Ett avtal finns i ett kluster.")])
    let found = find(.circularDefinition, fixture)
    #expect(
      found.map(\.line) == [
        "content/sv/b.md:3:1: the definitions of 'allians', 'avtal', 'kluster' lead round to each "
          + "other [circular-definition]"
      ])
    #expect(found.first?.notes.count == 2)
  }

  @Test("deprecated-term: a fix is not safe where the words around would no longer fit")
  func deprecatedGender() {
    var fixture = Fixture()
    fixture.decide("- id: x\n  sv: {term: allians, deprecated: [konsortium]}\n")
    fixture.add("sv/a.md", "# Avtal\n\nEtt konsortium kostar.\n", subject: "avtal")
    #expect(find(.deprecatedTerm, fixture).map { $0.fixes.first?.isSafe } == [false])
  }

  @Test("deprecated-term: each use, with a fix that is safe where nothing is inflected")
  func deprecatedTerm() {
    var fixture = Fixture()
    fixture.decide("- id: jv\n  sv: {term: samriskföretag, deprecated: [jointventure]}\n")
    fixture.add(
      "sv/a.md", "# Avtal\n\nEtt jointventure kostar. Jointventuren kostar. Ett samriskföretag.\n",
      subject: "avtal")
    let found = find(.deprecatedTerm, fixture)
    #expect(
      found.map(\.line) == [
        "content/sv/a.md:3:5: 'jointventure' is deprecated: the term is 'samriskföretag' "
          + "[deprecated-term]",
        "content/sv/a.md:3:26: 'Jointventuren' is deprecated: the term is 'samriskföretag' "
          + "[deprecated-term]",
      ])
    #expect(
      found.map { $0.fixes.first?.replacements.first?.text } == [
        "samriskföretag", "Samriskföretag",
      ])
    #expect(found.map { $0.fixes.first?.isSafe } == [true, false])
    #expect(found.first?.fixes.first?.replacements.first?.span == found.first?.location.span)
  }

  @Test("mixed-spelling: terms that differ in hyphens and spaces only")
  func mixedSpelling() {
    var fixture = Fixture()
    fixture.decide(
      "- id: a\n  sv: {term: IT-kluster, synonyms: [medlem]}\n- id: b\n  sv: itkluster\n")
    #expect(
      find(.mixedSpelling, fixture).map(\.line) == [
        "content/concepts.yml:4:7: 'itkluster' is also spelled 'IT-kluster' [mixed-spelling]"
      ])
  }

  @Test("untranslated-concept: what is declared or has an article, but not in all languages")
  func untranslated() {
    var fixture = Fixture()
    fixture.decide("- id: a\n  sv: kluster\n- id: b\n  sv: avtal\n  nb: avtale\n")
    fixture.add("nb/allianse.md", subject: "allianse", [fact(.type, "medieallianse")])
    #expect(
      find(.untranslatedConcept, fixture).map(\.line) == [
        "content/concepts.yml:2:7: 'kluster' has no term in 'nb' [untranslated-concept]",
        "content/nb/allianse.md:1:3: 'allianse' has no term in 'sv' [untranslated-concept]",
      ])
    fixture.languages = ["nb"]
    fixture.decide("- id: a\n  nb: klynge\n")
    #expect(find(.untranslatedConcept, fixture).isEmpty)
  }

  @Test("unused-term: declared in a language whose articles never say it")
  func unused() {
    var fixture = Fixture()
    fixture.decide(
      "- id: a\n  sv: kluster\n  nb: klynge\n- id: b\n  sv: tillit\n- id: c\n  sv: avtal\n- id: d\n  sv: parkbolag\n"
    )
    fixture.add(
      "sv/a.md", "# Avtal\n\nAlla kluster har avtal.\n\nPark\n", subject: "avtal",
      [fact(.level, "parkbolag", "Park")])
    #expect(
      find(.unusedTerm, fixture).map(\.line) == [
        "content/concepts.yml:3:7: no article in 'nb' uses 'klynge' [unused-term]",
        "content/concepts.yml:5:7: no article in 'sv' uses 'tillit' [unused-term]",
      ])
  }

  @Test("uneven-translation: another number of facts, or another order of levels")
  func uneven() {
    var fixture = Fixture()
    fixture.decide("- {id: a, sv: avtal, nb: avtale}\n- {id: b, sv: bolag, nb: selskap}\n")
    fixture.add(
      "sv/x.md", subject: "kluster",
      [
        fact(.level, "avtal", order: 1), fact(.level, "bolag", order: 2), fact(.benefit, "fart"),
        fact(.benefit, "makt"), fact(.example, "Gnosjö"),
      ])
    fixture.add(
      "nb/x.md", "---\ntranslationOf: sv/x.md\n---\n# Klynge\n\nselskap\n\navtale\n\nfart\n\n",
      subject: "klynge",
      [fact(.level, "selskap", order: 1), fact(.level, "avtale", order: 2), fact(.benefit, "fart")])
    let found = find(.unevenTranslation, fixture)
    #expect(
      found.map(\.line) == [
        "content/nb/x.md:4:3: the translation has 0 examples, its source 1 [uneven-translation]",
        "content/nb/x.md:6:1: the levels stand in another order than in the source, from 'selskap' "
          + "on [uneven-translation]",
        "content/nb/x.md:10:1: the translation has one benefit, its source 2 [uneven-translation]",
      ])
    #expect(found.map { $0.notes.first?.location?.start.line } == [11, 3, 7])
  }

  @Test("wrong-language: a text in another language than its folder says")
  func wrongLanguage() {
    let norwegian =
      "Dette er en tekst som ikke er skrevet på svensk, men som noen har lagt i feil mappe. Hva "
      + "gjør vi med den? Vi spør hvem som har skrevet den, og flytter den dit den hører hjemme.\n"
    var fixture = Fixture()
    fixture.add("sv/a.md", norwegian, subject: "tekst")
    fixture.add("nb/a.md", norwegian, subject: "tekst")
    fixture.add("sv/kort.md", "# Kort\n", subject: "kort")
    #expect(
      find(.wrongLanguage, fixture).map(\.line) == [
        "content/sv/a.md:1:1: the article is said to be in 'sv' but reads like 'nb' "
          + "[wrong-language]"
      ])
  }

  @Test("a base with nothing amiss has no findings")
  func clean() {
    var fixture = Fixture()
    fixture.decide("- id: a\n  sv: kluster\n  nb: klynge\n")
    fixture.add(
      "sv/a.md", subject: "kluster", [fact(.definition, "kluster", "Ett kluster är en grupp.")])
    fixture.add(
      "nb/a.md", "---\ntranslationOf: sv/a.md\n---\nEn klynge er en gruppe.\n", subject: "klynge",
      [fact(.definition, "klynge", "En klynge er en gruppe.")])
    let base = buildKnowledge(
      articles: fixture.articles, facts: fixture.facts, decisions: fixture.decisions,
      configuration: fixture.configuration, languages: Self.catalog, files: [])
    #expect(base.diagnostics.isEmpty)
    #expect(check(base.value, decisions: fixture.decisions, languages: Self.catalog).isEmpty)
  }
}
