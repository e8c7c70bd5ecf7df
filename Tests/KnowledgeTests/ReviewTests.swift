import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("A review of new facts")
struct ReviewTests {
  private func fact(_ facet: Facet, _ label: String, _ text: String = "", at start: Int = 0) -> Fact
  {
    Fact(facet: facet, label: label, text: text, span: SourceSpan(at: start), rule: "prov")
  }

  private func item(_ label: String, _ path: String = "sv/te.md") -> ReviewItem {
    ReviewItem(path: path, fact: fact(.benefit, label, label), location: Location(file: path))
  }

  @Test("what was reviewed is kept in sorted lines, without those that are gone")
  func file() {
    var reviewed = ReviewedFacts()
    reviewed.insert(fact(.drawback, "dyrt"))
    reviewed.insert(fact(.benefit, "varmt\u{A0}och\ngott"))
    reviewed.insert(fact(.definition, "te", "Te är en dryck."))
    #expect(
      reviewed.text
        == "benefit: varmt och gott\ndefinition: te: Te är en dryck.\ndrawback: dyrt\n")
    var read = ReviewedFacts(text: "<<<<<<< vår\n" + reviewed.text + "=======\r\n")
    #expect(read.contains(fact(.drawback, "dyrt", "nya ord")))
    #expect(read.contains(fact(.definition, "te", "Te är en dryck.")))
    #expect(!read.contains(fact(.definition, "te", "Te är en buske.")))
    #expect(!read.contains(fact(.benefit, "dyrt")))
    var owned = fact(.drawback, "dyrt")
    owned.subject = "kaffe"
    #expect(!read.contains(owned))
    read.keep(only: [fact(.drawback, "dyrt"), fact(.benefit, "annat")])
    #expect(read.text == "drawback: dyrt\n")
  }

  @Test("what is rejected and relabelled becomes changes, what is skipped is left")
  func session() {
    var session = ReviewSession([item("a"), item("b"), item("c"), item("d", "sv/kaffe.md")])
    let left = session.goBack()
    #expect(!left)
    session.decide(.keep)
    session.decide(.reject)
    let isBack = session.goBack()
    #expect(isBack && session.place == 1 && session.changes.isEmpty)
    session.decide(.relabel("B"))
    session.decide(.skip)
    session.decide(.reject)
    session.decide(.reject)
    #expect(session.current == nil)
    #expect(session.count == 3)
    #expect(
      session.changes == [
        .correction(path: "sv/te.md", .relabel(.benefit, from: "b", to: "B")),
        .correction(path: "sv/kaffe.md", .reject(.benefit, label: "d")),
      ])
    #expect(
      session.reviewed.mapValues { $0.map(\.label) } == [
        "sv/te.md": ["a", "b"], "sv/kaffe.md": ["d"],
      ])
  }

  @Test("an article that was edited is read anew, and what was decided of it holds")
  func reload() {
    var session = ReviewSession([item("x", "sv/a.md"), item("a"), item("b"), item("c", "sv/z.md")])
    session.decide(.keep)
    session.decide(.reject)
    session.reload("sv/te.md", [item("a"), item("ny"), item("b")])
    #expect(session.items.map(\.fact.label) == ["x", "a", "ny", "b", "c"])
    #expect(session.decisions == [.keep, .reject, nil, nil, nil])
    #expect(session.current?.fact.label == "ny")
    session.reload("sv/te.md", [])
    #expect(session.items.map(\.fact.label) == ["x", "c"])
    #expect(session.current?.fact.label == "c")
    session.reload("sv/z.md", [])
    #expect(session.current == nil)
  }

  @Test("what the editors have decided in any inflected form is not new")
  func decided() {
    let yaml = """
      - correct: ./sv/te.md
        reject: [{facet: benefit, label: koppar}]
        relabel: [{facet: level, from: kanna, to: tekanna}]
      """
    let decisions = readEditorialDecisions(
      path: "concepts.yml", bytes: Array(yaml.utf8), languages: ["sv"]
    ).value
    let grammar = TermGrammar(
      dictionaryForm: { $0 }, lemmaKey: { $0 == "koppar" ? "kopp" : $0 }, isHead: { _, _ in false },
      isBareNounPhrase: { _ in true })
    func isDecided(_ facet: Facet, _ label: String, _ path: String = "sv/te.md") -> Bool? {
      decisions?.decide(fact(facet, label), in: path, grammar)
    }
    #expect(isDecided(.benefit, "kopp") == true)
    #expect(isDecided(.level, "kanna") == true)
    #expect(isDecided(.drawback, "kopp") == false)
    #expect(isDecided(.benefit, "kopp", "sv/kaffe.md") == false)
  }
}
