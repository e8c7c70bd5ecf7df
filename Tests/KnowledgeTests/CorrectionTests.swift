import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("Corrections")
struct CorrectionTests {
  private func corrected(_ yaml: String, _ facts: [Fact]) -> Diagnosed<KnowledgeBase> {
    var fixture = Fixture()
    fixture.add("sv/kluster.md", subject: "kluster", facts)
    fixture.decide(yaml)
    #expect(fixture.decisionFaults.isEmpty)
    return fixture.build()
  }

  @Test("reject, relabel, move and add change the facts before anything is made of them")
  func actions() {
    let built = corrected(
      """
      - correct: sv/kluster.md
        reject: [{facet: type, label: parkering}, {facet: definition, label: granne}]
        relabel: [{facet: level, from: "Kunder:", to: kundnät}]
        move: {facet: benefit, label: kund, to: takeaway}
        add:
          - {facet: step, label: planera, text: "Först planerar man.", explanation: Noga., order: 1}
          - {facet: benefit, label: fart, subject: allianser}
      """,
      [
        fact(.type, "parkering"), fact(.definition, "granne", "En granne är nära."),
        fact(.level, "Kunder:"), fact(.benefit, "kunder"),
      ])
    #expect(built.diagnostics.map(\.line) == [])
    #expect(built.value.ids == ["sv/allians", "sv/kluster", "sv/kundnat"])
    #expect(
      built.value.statements(of: "sv/kluster").map { "\($0.facet.rawValue) \($0.label)" } == [
        "level kundnät", "step planera", "takeaway kunder",
      ])
    #expect(built.value.statements(of: "sv/kluster")[1].explanation == "Noga.")
    #expect(built.value.statements(of: "sv/kluster")[1].order == 1)
    #expect(built.value.statements(of: "sv/allians").map(\.label) == ["fart"])
  }

  @Test("what is added stands where the article says it")
  func place() {
    let built = corrected(
      "- correct: sv/kluster.md\n  add: {facet: benefit, label: fler kunder}\n",
      [fact(.example, "Det ger fler kunder, sägs det.")])
    #expect(built.value.statements.first?.citations.first?.location.start.line == 3)
    #expect(built.value.statements.first?.citations.first?.location.start.column == 9)
  }

  @Test("a correction that meets nothing is reported, with what may be meant")
  func unused() {
    let facts = [fact(.benefit, "kunder"), fact(.drawback, "kostnad")]
    let built = corrected(
      """
      - correct: sv/kluster.md
        reject:
          - {facet: benefit, label: kundr}
          - {facet: benefit, label: kostnad}
        move: [{facet: level, label: x, to: type}]
        relabel: [{facet: level, from: x, to: y}]
        add: [{facet: benefit, label: kund}]
      - correct: sv/klustr.md
        reject: [{facet: benefit, label: kunder}]
      """, facts)
    #expect(
      built.diagnostics.map(\.line) == [
        "content/concepts.yml:3:31: 'sv/kluster.md' has no benefit 'kundr' [unused-correction]",
        "content/concepts.yml:4:31: 'sv/kluster.md' has no benefit 'kostnad' [unused-correction]",
        "content/concepts.yml:5:32: 'sv/kluster.md' has no level 'x' [unused-correction]",
        "content/concepts.yml:6:34: 'sv/kluster.md' has no level 'x' [unused-correction]",
        "content/concepts.yml:7:33: 'sv/kluster.md' already has the benefit 'kund' "
          + "[unused-correction]",
        "content/concepts.yml:8:12: no article 'sv/klustr.md' [unused-correction]",
      ])
    #expect(
      built.diagnostics.map(\.help) == [
        "did you mean 'kunder'?", "the article has 'kostnad' as a drawback", nil, nil, nil,
        "did you mean 'sv/kluster.md'?",
      ])
    #expect(built.value.statements.count == 2)
  }
}
