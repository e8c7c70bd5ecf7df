import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Statements and definitions")
struct StatementTests {
  @Test("statements whose labels are equal after lemmatising are one, with all their sources")
  func merging() {
    var fixture = Fixture()
    fixture.add(
      "sv/a-annat.md", subject: "annat",
      [fact(.benefit, "Fler kunder", of: "kluster", explanation: "De hittar fram.")])
    fixture.add("sv/kluster.md", subject: "kluster", [fact(.benefit, "fler kund")])
    fixture.add(
      "sv/z-annat.md", subject: "annat två", [fact(.benefit, "fler kunder", of: "kluster")])
    let statements = fixture.build().value.statements(of: "sv/kluster")
    #expect(statements.count == 1)
    // The subject's own article gives label and text, whatever its path.
    #expect(statements.first?.label == "fler kund")
    #expect(statements.first?.explanation == "De hittar fram.")
    #expect(
      statements.first?.citations.map(\.location.file) == [
        "content/sv/kluster.md", "content/sv/a-annat.md", "content/sv/z-annat.md",
      ])
  }

  @Test("equal labels of different facets, languages or concepts stay apart")
  func apart() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n  nb: klynge\n")
    fixture.add(
      "sv/kluster.md", subject: "kluster",
      [fact(.benefit, "kontakt"), fact(.drawback, "kontakt"), fact(.benefit, "kontakt", of: "nät")])
    fixture.add("nb/klynge.md", subject: "klynge", [fact(.benefit, "kontakt")])
    let base = fixture.build().value
    #expect(
      base.statements(of: "cluster").map { "\($0.language) \($0.anchor)" } == [
        "sv benefit-kontakt", "sv drawback-kontakt", "nb benefit-kontakt",
      ])
    #expect(base.statements(of: "sv/nat").map(\.anchor) == ["benefit-kontakt"])
  }

  @Test("anchors of one page are unique, and do not hang on other pages")
  func anchors() {
    var fixture = Fixture()
    let long = String(repeating: "mycket lång text ", count: 20)
    fixture.add(
      "sv/a.md", subject: "a",
      [fact(.benefit, "mål!"), fact(.benefit, "mål?"), fact(.benefit, "😀"), fact(.benefit, long)])
    let statements = fixture.build().value.statements(of: "sv/a")
    #expect(
      statements.prefix(3).map(\.anchor) == ["benefit-mal", "benefit-mal-2", "benefit-u1f600"])
    #expect(
      statements.last?.anchor
        == "benefit-mycket-lang-text-mycket-lang-text-mycket-lang-text-mycket-lang-text-mycket-lang"
    )
  }

  @Test("levels stand in their order, other facts in the order of the text")
  func order() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", "# Trappa\n\ntredje\n\nnytta\n\nförsta\n\nandra\n", subject: "trappa",
      [
        fact(.level, "tredje", order: 3), fact(.benefit, "nytta"),
        fact(.level, "första", order: 1), fact(.level, "andra", order: 2),
      ])
    let base = fixture.build().value
    #expect(
      base.statements(of: "sv/trappa").map(\.label) == ["första", "andra", "tredje", "nytta"])
    #expect(base.statements(of: "sv/trappa").map(\.order) == [1, 2, 3, nil])
    #expect(base["sv/andra"]?.levelOf == ["sv/trappa"])
    #expect(base["sv/andra"]?.broader == [])
  }

  @Test("the definition shown is the entry's, else that of the subject's own article")
  func definitions() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", subject: "allians",
      [fact(.definition, "kluster", "Ett kluster är en grupp.")])
    fixture.add(
      "sv/kluster.md", subject: "kluster",
      [
        fact(.definition, "kluster", "Kluster är närhet.", definiens: "närhet"),
        fact(.definition, "kluster", "Ett kluster är ett nät."),
      ])
    #expect(
      fixture.build().value["sv/kluster"]?.definitions.map(\.text) == [
        "Kluster är närhet.", "Ett kluster är ett nät.", "Ett kluster är en grupp.",
      ])
    fixture.decide("- id: cluster\n  sv: {term: kluster, definition: Redaktionens ord.}\n")
    let concept = fixture.build().value["cluster"]
    #expect(
      concept?.definitions.map(\.origin) == [.entry, .ownArticle, .ownArticle, .otherArticle])
    #expect(concept?.definition(in: "sv")?.text == "Redaktionens ord.")
    #expect(concept?.definition(in: "sv")?.citation == nil)
    #expect(concept?.definitions[1].definiens == "närhet")
    #expect(concept?.definitions[3].citation?.location.start.line == 3)
  }

  @Test("definitions stand in the order of the site's languages")
  func definitionLanguages() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n  nb: klynge\n")
    fixture.add("nb/a.md", subject: "klynge", [fact(.definition, "klynge", "En klynge er nær.")])
    fixture.add("sv/a.md", subject: "a", [fact(.definition, "kluster", "Kluster är nära.")])
    #expect(
      fixture.build().value["cluster"]?.definitions.map(\.language.rawValue) == ["sv", "nb"])
  }

  @Test("a definition said twice is shown once")
  func sameDefinition() {
    var fixture = Fixture()
    for path in ["sv/b.md", "sv/a.md"] {
      fixture.add(path, subject: "x", [fact(.definition, "kluster", "Kluster är nära.")])
    }
    let definitions = fixture.build().value["sv/kluster"]?.definitions ?? []
    #expect(definitions.map { $0.citation?.location.file } == ["content/sv/a.md"])
  }
}
