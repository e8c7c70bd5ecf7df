import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("concepts.yml")
struct DecisionsTests {
  private func read(_ yaml: String) -> Diagnosed<EditorialDecisions?> {
    readEditorialDecisions(
      path: "content/concepts.yml", bytes: Array(yaml.utf8), languages: ["sv", "nb"])
  }

  @Test("entries are read in full")
  func entries() {
    let result = read(
      """
      - id: joint-venture
        sv: {term: joint venture, synonyms: [samriskföretag], deprecated: jointventure, forms: [JV:n], not-forms: [jv], definition: Ett bolag.}
        nb:
          term: joint venture
          synonyms: fellesforetak
        broader: strategic-alliance
        narrower: [a, b]
        related: [consortium]
      - id: informal
        sv: informellt samarbete
        no: uformelt
      """)
    #expect(result.diagnostics.map(\.line) == [])
    let entries = result.value?.entries ?? []
    #expect(entries.map(\.id.rawValue) == ["joint-venture", "informal"])
    let swedish = entries.first?.names["sv"]
    #expect(swedish?.term?.text == "joint venture")
    #expect(swedish?.term?.location.start == SourcePosition(line: 2, column: 14))
    #expect(swedish?.synonyms.map(\.text) == ["samriskföretag"])
    #expect(swedish?.deprecated.map(\.text) == ["jointventure"])
    #expect(swedish?.forms == ["JV:n"])
    #expect(swedish?.excludedForms == ["jv"])
    #expect(swedish?.definition?.text == "Ett bolag.")
    #expect(entries.first?.names["nb"]?.synonyms.map(\.text) == ["fellesforetak"])
    #expect(entries.first?.broader.map(\.text) == ["strategic-alliance"])
    #expect(entries.first?.narrower.map(\.text) == ["a", "b"])
    #expect(entries.first?.related.map(\.text) == ["consortium"])
    #expect(entries.last?.names["nb"]?.term?.text == "uformelt")
  }

  @Test("faults are reported where they stand, and the rest is read")
  func faults() {
    let result = read(
      """
      - id: a
        sv: ettan
        da: enern
        brooader: b
        nb: {trm: x, synonyms: {a: b}, term: [y]}
      - id: a
        sv: igen
      - id: sv/b
      - idd: c
      - bara ord
      - id: [x]
      - id: d
        sv:
        related: [1, {x: y}]
      """)
    #expect(
      result.diagnostics.map(\.line) == [
        "content/concepts.yml:3:3: 'da' is not a language of the site [unknown-language]",
        "content/concepts.yml:4:3: 'brooader' is not a key of an entry [unknown-key]",
        "content/concepts.yml:5:8: 'trm' is not a key of 'nb' [unknown-key]",
        "content/concepts.yml:5:26: 'synonyms' has to be a text or a list of texts [invalid-value]",
        "content/concepts.yml:5:40: 'term' has to be a text [invalid-value]",
        "content/concepts.yml:6:7: two entries have the id 'a' [duplicate-id]",
        "content/concepts.yml:8:7: 'sv/b' cannot be the id of a concept [invalid-value]",
        "content/concepts.yml:9:3: an entry has neither 'id' nor 'correct' [invalid-value]",
        "content/concepts.yml:10:3: an entry has to be a mapping of keys to values "
          + "[invalid-value]",
        "content/concepts.yml:11:7: 'id' has to be a text [invalid-value]",
        "content/concepts.yml:13:6: the term in 'sv' has to be a text [invalid-value]",
        "content/concepts.yml:14:16: each of 'related' has to be a text [invalid-value]",
      ])
    #expect(result.diagnostics[1].help == "did you mean 'broader'?")
    #expect(result.diagnostics[2].help == "did you mean 'term'?")
    #expect(result.diagnostics[5].notes.map { $0.location?.start.line } == [1])
    #expect(result.diagnostics[7].help == "did you mean 'id'?")
    #expect(result.value?.entries.map(\.id) == ["a", "d"])
    #expect(result.value?.entries.first?.names["sv"]?.term?.text == "ettan")
    #expect(result.value?.entries.last?.related.map(\.text) == ["1"])
  }

  @Test("corrections are read, one or several of each")
  func corrections() {
    let result = read(
      """
      - correct: sv/kluster.md
        reject: {facet: benefit, label: större nätverk}
        relabel: [{facet: level, from: a, to: b}]
        move: [{facet: success-factor, label: c, to: takeaway}]
        add: [{facet: step, label: d, text: D., order: 2}]
      """)
    #expect(result.diagnostics.map(\.line) == [])
    let correction = result.value?.corrections.first
    #expect(correction?.path.text == "sv/kluster.md")
    let kinds = correction?.actions.map { action -> String in
      switch action {
      case .reject(let selector): "reject \(selector.facet) \(selector.label)"
      case .relabel(let selector, let label): "relabel \(selector.label) \(label)"
      case .move(let selector, let facet): "move \(selector.facet) \(selector.label) \(facet)"
      case .add(let addition):
        "add \(addition.facet) \(addition.label) \(addition.text ?? "") \(addition.order ?? 0)"
      }
    }
    #expect(
      kinds == [
        "reject benefit större nätverk", "relabel a b", "move successFactor c takeaway",
        "add step d D. 2",
      ])
  }

  @Test("faulty corrections are reported, and the rest of them applied")
  func faultyCorrections() {
    let result = read(
      """
      - correct: sv/kluster.md
        rejekt: []
        reject: [{facet: benefits, label: a}, {label: a}, {facet: level}, ord]
        relabel: [{facet: level, from: a}]
        move: [{facet: level, label: a, to: nivå}]
        add: [{facet: step, label: a, order: noll, colour: red}]
      """)
    #expect(
      result.diagnostics.map(\.line) == [
        "content/concepts.yml:2:3: 'rejekt' is not a key of a correction [unknown-key]",
        "content/concepts.yml:3:20: 'benefits' is not a value of 'facet' [invalid-value]",
        "content/concepts.yml:3:41: 'reject' needs 'facet' [invalid-value]",
        "content/concepts.yml:3:53: 'reject' needs 'label' [invalid-value]",
        "content/concepts.yml:3:69: each of 'reject' has to be a mapping of keys to values "
          + "[invalid-value]",
        "content/concepts.yml:4:13: 'relabel' needs 'to' [invalid-value]",
        "content/concepts.yml:5:39: 'nivå' is not a value of 'to' [invalid-value]",
        "content/concepts.yml:6:40: 'order' has to be a whole number from 1 [invalid-value]",
        "content/concepts.yml:6:46: 'colour' is not a key of 'add' [unknown-key]",
      ])
    #expect(result.diagnostics[1].help == "did you mean 'benefit'?")
    #expect(result.value?.corrections.first?.actions.count == 1)
  }

  @Test(
    "an empty file decides nothing; what is no list of decisions is none at all",
    arguments: [
      ("", true), ("# nothing yet\n", true), ("~\n", true), ("[]\n", true), ("a: b\n", false),
      ("ord\n", false), ("- [\n", false), ("- a: 1\n  a: 2\n", false),
    ])
  func shape(yaml: String, isUsable: Bool) {
    let result = read(yaml)
    #expect((result.value != nil) == isUsable)
    #expect(result.diagnostics.isEmpty == isUsable)
    #expect(result.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("an entry with nothing to call it by is reported when the base is built")
  func nameless() {
    var fixture = Fixture()
    fixture.decide("- id: a\n- id: b\n  sv: {synonyms: [x]}\n- id: c\n  sv: trean\n  related: a\n")
    let built = fixture.build()
    #expect(built.value.ids == ["c"])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/concepts.yml:1:7: the entry 'a' has no term in any language [invalid-value]",
        "content/concepts.yml:2:7: the entry 'b' has no term in 'sv' [invalid-value]",
        "content/concepts.yml:6:12: 'a', which 'c' refers to, has no term [unknown-concept]",
      ])
  }
}
