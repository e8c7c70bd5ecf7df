import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("What becomes a concept, and what a statement")
struct ConceptTests {
  @Test("an entry, a subject, a defined term, bare levels and types, and explained factors do")
  func sources() {
    var fixture = Fixture()
    fixture.decide("- id: consortium\n  sv: konsortium\n")
    fixture.add(
      "sv/klunga.md", subject: "klunga",
      [
        fact(.definition, "navföretag", "Ett navföretag är ett företag i mitten."),
        fact(.level, "lös kontakt", order: 1), fact(.type, "hamnklunga"),
        fact(.successFactor, "tillit", explanation: "Ingen delar med sig utan den."),
        fact(.successFactor, "tålamod"), fact(.benefit, "större inköp"),
        fact(.drawback, "beroende"), fact(.dimension, "avstånd"), fact(.step, "kartläggning"),
        fact(.example, "Hamnen i Ystad"), fact(.takeaway, "börja smått"),
      ])
    let base = fixture.build().value
    #expect(
      base.ids == [
        "consortium", "sv/hamnklunga", "sv/klunga", "sv/los-kontakt", "sv/navforetag", "sv/tillit",
      ])
    #expect(
      base.statements(of: "sv/klunga").map(\.anchor) == [
        "level-los-kontakt", "type-hamnklunga", "benefit-storre-inkop", "drawback-beroende",
        "success-factor-tillit", "success-factor-talamod", "dimension-avstand",
        "step-kartlaggning", "example-hamnen-i-ystad", "takeaway-borja-smatt",
      ])
    #expect(
      base.statements(of: "sv/klunga").map { $0.target?.rawValue } == [
        "sv/los-kontakt", "sv/hamnklunga", nil, nil, "sv/tillit", nil, nil, nil, nil, nil,
      ])
  }

  @Test(
    "a label with function words, punctuation or too many words is no term",
    arguments: [
      ("förvärv och fusioner", false), ("vilja att dela", false), ("kapital till tillväxt", false),
      ("formellt-", false), ("gemensamma, tydliga mål", false), ("en", true),
      ("ett lokalt nätverk", true), ("tio ord som inte alls är en fras", false), ("2024", false),
      ("B2B-nätverk", true), ("R&D-nätverk", true), ("", false), ("  ", false),
      ("ett två tre fyra fem", true), ("ett två tre fyra fem sex", false), ("mål: tillväxt", false),
    ])
  func bareNounPhrases(label: String, isBare: Bool) {
    #expect(Fixture.grammar.isBareNounPhrase(label) == isBare)
  }

  @Test("the packs know function words, articles and fixed phrases of both languages")
  func packs() {
    let catalog = LanguageCatalog.load().value
    let grammars = TermGrammars(catalog)
    #expect(grammars["sv"].isBareNounPhrase("horisontella nätverk"))
    #expect(grammars["sv"].isBareNounPhrase("ett samarbetsavtal"))
    #expect(grammars["sv"].isBareNounPhrase("små och medelstora företag"))
    #expect(!grammars["sv"].isBareNounPhrase("tillgång till kapital"))
    #expect(!grammars["sv"].isBareNounPhrase("mål som alla delar"))
    #expect(!grammars["sv"].isBareNounPhrase("börja smått"))
    #expect(!grammars["sv"].isBareNounPhrase("ge före du tar"))
    #expect(!grammars["sv"].isBareNounPhrase("tre grupper"))
    #expect(!grammars["sv"].isBareNounPhrase("företag växer"))
    #expect(grammars["sv"].isBareNounPhrase("delade risker"))
    #expect(grammars["sv"].isBareNounPhrase("öppna nätverk"))
    #expect(!grammars["nb"].isBareNounPhrase("bygge tillit"))
    #expect(grammars["nb"].isBareNounPhrase("åpne nettverk"))
    #expect(grammars["nb"].isBareNounPhrase("formelle avtaler"))
    #expect(grammars["nb"].isBareNounPhrase("felles avtaler"))
    #expect(grammars["nb"].isBareNounPhrase("horisontale nettverk"))
    #expect(!grammars["nb"].isBareNounPhrase("evne til å dele"))
    #expect(!grammars["nb"].isBareNounPhrase("oppkjøp og fusjoner"))
    #expect(grammars["sv"].dictionaryForm("horisontella nätverk") == "horisontellt nätverk")
    #expect(grammars["sv"].isHead("kluster", "kunskapskluster"))
    #expect(grammars["sv"].isHead("kluster", "regionalt kunskapskluster"))
    #expect(grammars["sv"].isHead("nätverk", "horisontellt nätverk"))
    #expect(!grammars["sv"].isHead("kluster", "kluster"))
    #expect(!grammars["sv"].isHead("joint venture", "joint venture-bolag"))
  }

  @Test("the term is in dictionary form, and the label as an editor wrote it")
  func dictionaryForm() {
    var fixture = Fixture()
    fixture.add("sv/nat.md", subject: "nät", [fact(.type, "horisontella nät")])
    let base = fixture.build().value
    #expect(base["sv/horisontellt-nat"]?.term(in: "sv") == "horisontellt nät")
    #expect(base.statements(of: "sv/nat").first?.label == "horisontella nät")
  }

  @Test("a level of another concept than the subject is stated there")
  func otherSubject() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", subject: "allians",
      [
        fact(.level, "provår", of: "franchising", order: 1),
        fact(.benefit, "fart", of: "allianser"),
      ])
    let base = fixture.build().value
    #expect(base.ids == ["sv/allians", "sv/franchising", "sv/provar"])
    #expect(base.statements(of: "sv/franchising").map(\.label) == ["provår"])
    #expect(base.statements(of: "sv/allians").map(\.label) == ["fart"])
    #expect(base["sv/provar"]?.levelOf == ["sv/franchising"])
  }

  @Test("what is said of something that is no term is reported, not lost in silence")
  func unknownSubject() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", "# Allians\n\nsnabbare\n", subject: "allians",
      [fact(.benefit, "snabbare", of: "avtal för export och import")])
    let built = fixture.build()
    #expect(built.value.statements.isEmpty)
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/a.md:3:1: the benefit is of 'avtal för export och import', which is not a "
          + "concept [unknown-concept]"
      ])
  }

  @Test("an article without a subject still defines terms; its other facts are reported")
  func noSubject() {
    var fixture = Fixture()
    fixture.add(
      "sv/blandat.md", "Blandat\n\nEn klunga är en grupp.\n\nbillig\n\nsnabb\n", subject: nil,
      [
        fact(.definition, "klunga", "En klunga är en grupp."), fact(.benefit, "billig"),
        fact(.type, "snabb"),
      ])
    let built = fixture.build()
    #expect(built.value.ids == ["sv/klunga"])
    #expect(built.value.articles.map(\.subject) == [nil])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/blandat.md:5:1: the article states 2 facts but has no subject that they could "
          + "be about [missing-subject]"
      ])
  }

  @Test("drafts, and articles in languages that the site does not have, are left out")
  func leftOut() {
    var fixture = Fixture()
    fixture.languages = ["sv", "da"]
    fixture.add("sv/a.md", "---\ndraft: true\n---\n# A\n", subject: "a")
    fixture.add("da/b.md", "# B\n", subject: "b")
    fixture.languages = ["sv"]
    let built = fixture.build()
    #expect(built.value.concepts.isEmpty)
    #expect(built.value.articles.isEmpty)
    #expect(
      built.diagnostics.map(\.line) == [
        "content/da/b.md:1:1: the article is in 'da', which is not a language of the site "
          + "[unknown-language]"
      ])
  }

  @Test("nothing gives an empty base")
  func empty() {
    let built = Fixture().build()
    #expect(built.value.concepts.isEmpty)
    #expect(built.diagnostics.isEmpty)
  }
}
