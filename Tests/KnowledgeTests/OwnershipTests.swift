import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Who owns a term")
struct OwnershipTests {
  /// The concept that a link with this text is led to.
  private func owner(of text: String, _ fixture: Fixture) -> ConceptID? {
    var fixture = fixture
    fixture.add("sv/zz-fraga.md", "[\(text)](/finns-inte)\n", subject: "fråga")
    let targets = fixture.build().value.article("sv/zz-fraga.md")?.linkTargets.values.map { $0 }
    guard case .concept(let id)? = targets?.first else { return nil }
    return id
  }

  @Test("an entry's term goes before an entry's synonym")
  func entries() {
    var fixture = Fixture()
    fixture.decide(
      """
      - id: one
        sv: {term: ettan, synonyms: [tvåan]}
      - id: two
        sv: tvåan
      """)
    #expect(owner(of: "tvåan", fixture) == "two")
    #expect(fixture.build().diagnostics.isEmpty)
    #expect(fixture.build().value["one"]?.designations["sv"]?.admitted == [])
  }

  @Test("an entry's synonym goes before an article's subject, which then is that concept")
  func entrySynonym() {
    var fixture = Fixture()
    fixture.decide("- id: one\n  sv: {term: ettan, synonyms: [tvåan]}\n")
    fixture.add("sv/tva.md", subject: "tvåan", synonyms: ["andran"])
    let base = fixture.build().value
    #expect(base.article("sv/tva.md")?.subject == "one")
    #expect(base["one"]?.articles == [0])
    // Synonyms do not chain: what is called 'andran' here is 'tvåan', not 'ettan'.
    #expect(base["one"]?.designations["sv"]?.admitted == ["tvåan"])
    #expect(owner(of: "andran", fixture) == nil)
  }

  @Test("an article's subject goes before a synonym that another gives its own")
  func subject() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "kluster", synonyms: ["strategiskt samarbete"])
    #expect(owner(of: "strategiskt samarbete", fixture) == "sv/kluster")
    fixture.add("sv/b.md", subject: "strategiskt samarbete")
    #expect(owner(of: "strategiskt samarbete", fixture) == "sv/strategiskt-samarbete")
    #expect(fixture.build().value["sv/kluster"]?.designations["sv"]?.admitted == [])
    #expect(fixture.build().diagnostics.isEmpty)
  }

  @Test("a subject's synonym goes before a defined term, whose definition then is the subject's")
  func subjectSynonym() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "kluster", synonyms: ["klunga"])
    fixture.add(
      "sv/b.md", subject: "nät",
      [fact(.definition, "klunga", "En klunga är en flock.", synonyms: ["hop"])])
    let base = fixture.build().value
    #expect(base.ids == ["sv/kluster", "sv/nat"])
    #expect(base["sv/kluster"]?.definitions.map(\.text) == ["En klunga är en flock."])
    #expect(base["sv/kluster"]?.definitions.map(\.origin) == [.otherArticle])
    #expect(owner(of: "hop", fixture) == nil)
  }

  @Test("a defined term, and its synonyms, go before a level")
  func definedTerm() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", subject: "kluster", [fact(.level, "samriskföretag"), fact(.level, "avtal")])
    fixture.add(
      "sv/b.md", subject: "allians",
      [
        fact(
          .definition, "joint venture", "Ett joint venture är ett bolag.",
          synonyms: ["samriskföretag"])
      ])
    let base = fixture.build().value
    #expect(base.ids == ["sv/allians", "sv/avtal", "sv/joint-venture", "sv/kluster"])
    #expect(
      base.statements(of: "sv/kluster").map { $0.target?.rawValue } == [
        "sv/joint-venture", "sv/avtal",
      ])
  }

  @Test("two claimants at one step: a diagnostic at the later one, and no link")
  func ambiguous() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "# Ettan\n\nen ettan\n", subject: "ettan", synonyms: ["trean"])
    fixture.add("sv/b.md", "# B\n\nEn tvåan\n", subject: "tvåan", synonyms: ["trean"])
    let built = fixture.build()
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/b.md:3:4: 'trean' is a synonym of two concepts [ambiguous-term]"
      ])
    #expect(built.diagnostics.first?.notes.map { $0.location?.start.line } == [3])
    #expect(owner(of: "trean", fixture) == nil)
    #expect(!built.value.linkableTerms.contains { $0.text == "trean" })
    // Both still are called so.
    #expect(built.value["sv/ettan"]?.designations["sv"]?.admitted == ["trean"])
    #expect(built.value["sv/tvaan"]?.designations["sv"]?.admitted == ["trean"])
  }

  @Test("what several claim at one step is not left to the next")
  func ambiguousForGood() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "ettan", synonyms: ["trean"])
    fixture.add("sv/b.md", subject: "tvåan", synonyms: ["trean"])
    fixture.add("sv/c.md", subject: "fyran", [fact(.level, "trean")])
    let base = fixture.build().value
    #expect(!base.ids.contains("sv/trean"))
    #expect(base.statements(of: "sv/fyran").map(\.target) == [nil])
  }

  @Test("two entries that prefer one term are told of both places")
  func twoEntries() {
    var fixture = Fixture()
    fixture.decide(
      """
      - id: one
        sv: trean
      - id: two
        sv: {term: trean}
      """)
    fixture.add("sv/a.md", "# Trean\n", subject: "trean")
    let built = fixture.build()
    #expect(
      built.diagnostics.map(\.line) == [
        "content/concepts.yml:4:14: 'trean' is the term of two concepts [ambiguous-term]"
      ])
    #expect(built.value["one"]?.slugs == ["sv": "trean"])
    #expect(built.value["two"]?.slugs == ["sv": "trean-2"])
    #expect(built.value.article("sv/a.md")?.subject == "one")
  }

  @Test("two articles about one term are about one concept")
  func sharedSubject() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "kluster", [fact(.benefit, "kunder")])
    fixture.add("sv/b.md", subject: "klustret", [fact(.benefit, "kund")])
    let built = fixture.build()
    #expect(built.diagnostics.isEmpty)
    #expect(built.value.ids == ["sv/kluster"])
    #expect(built.value["sv/kluster"]?.articles == [0, 1])
    #expect(built.value["sv/kluster"]?.term(in: "sv") == "kluster")
  }

  @Test("a term in one language is nothing to the other")
  func languages() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "joint venture")
    fixture.add("nb/a.md", subject: "joint venture")
    #expect(fixture.build().value.ids == ["nb/joint-venture", "sv/joint-venture"])
  }

  @Test("deprecated terms lead to their concept and are marked")
  func deprecated() {
    var fixture = Fixture()
    fixture.decide(
      "- id: jv\n  sv: {term: joint venture, deprecated: [jointventure], forms: [JV:t], not-forms: [ventures]}\n"
    )
    let base = fixture.build().value
    #expect(base["jv"]?.designations["sv"]?.deprecated == ["jointventure"])
    #expect(base.linkableTerms.map(\.text) == ["joint venture", "jointventure"])
    #expect(base.linkableTerms.map(\.standing) == [.preferred, .deprecated])
    #expect(base.linkableTerms.map(\.extraForms) == [["JV:t"], []])
    #expect(base.linkableTerms.map(\.excludedForms) == [["ventures"], ["ventures"]])
  }
}
