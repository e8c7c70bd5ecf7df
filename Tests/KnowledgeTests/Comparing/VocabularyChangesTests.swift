import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("the changes of a vocabulary")
struct VocabularyChangesTests {
  private func compare(
    _ before: (inout Fixture) -> Void, _ after: (inout Fixture) -> Void
  ) -> VocabularyChanges {
    var (old, new) = (Fixture(), Fixture())
    before(&old)
    after(&new)
    return compareVocabularies(old.build().value, new.build().value)
  }

  private let bus = fact(.definition, "buss", "En buss är en lång bil för många resande.")

  @Test("equal bases have no changes, in whatever order they are read")
  func equal() {
    let changes = compare(
      { $0.add("sv/buss.md", subject: "buss", [bus, fact(.benefit, "färre bilar")]) },
      { $0.add("sv/buss.md", subject: "buss", [bus, fact(.benefit, "färre bilar")]) })
    #expect(changes == VocabularyChanges())
    #expect(changes.isEmpty)
  }

  @Test("concepts that came and went are told with terms and definitions")
  func addedAndGone() {
    let changes = compare(
      { $0.add("sv/a.md", nil, [fact(.definition, "spårvagn", "En spårvagn går på räls.")]) },
      { $0.add("sv/a.md", nil, [bus]) })
    #expect(changes.added.map(\.id) == ["sv/buss"])
    #expect(changes.added.first?.names == [.init("sv", "buss")])
    #expect(changes.added.first?.definitions == [.init("sv", bus.text)])
    #expect(changes.gone.map(\.id) == ["sv/sparvagn"])
    #expect(changes.changed == [])
  }

  @Test("a concept keeps its identity through another id, term, article or definition")
  func succession() {
    func successor(_ before: (inout Fixture) -> Void, _ after: (inout Fixture) -> Void) -> String {
      let changes = compare(before, after)
      #expect(changes.added == [] && changes.gone == [])
      return changes.changed.map { "\($0.before) > \($0.after) \($0.joined)" }.joined()
    }
    func decided(_ yaml: String) -> String {
      successor({ $0.decide("- {id: bus, sv: buss}\n") }, { $0.decide(yaml) })
    }
    let undecided: (inout Fixture) -> Void = { [bus] in $0.add("sv/a.md", nil, [bus]) }
    let entry: (inout Fixture) -> Void = { [bus] in
      $0.add("sv/a.md", nil, [bus])
      $0.decide("- id: bus\n  sv: buss\n")
    }
    #expect(successor(undecided, entry) == "sv/buss > bus []")
    #expect(successor(entry, undecided) == "bus > sv/buss []")
    #expect(decided("- id: coach\n  sv: Buss\n") == "bus > coach []")
    let synonym = "- id: coach\n  sv: {term: turistbuss, synonyms: [buss]}\n"
    #expect(decided(synonym) == "bus > coach []")
    #expect(
      successor({ $0.decide(synonym) }, { $0.decide("- {id: bus, sv: buss}\n") })
        == "coach > bus []")
    #expect(
      successor(
        { $0.add("sv/a.md", subject: "buss") }, { $0.add("sv/a.md", subject: "trådbuss") })
        == "sv/buss > sv/tradbuss []")
    let other = fact(
      .definition, "landsvägsbil", "En landsvägsbil är en lång bil för många resande.")
    #expect(
      successor(undecided, { $0.add("sv/a.md", nil, [other]) }) == "sv/buss > sv/landsvagsbil []")
  }

  @Test("concepts that became one are told where they are now")
  func joined() {
    let changes = compare(
      {
        $0.add("sv/a.md", nil, [bus])
        $0.add("nb/a.md", nil, [fact(.definition, "buss", "En buss er en lang bil for mange.")])
      },
      {
        $0.add("sv/a.md", nil, [bus])
        $0.add("nb/a.md", nil, [fact(.definition, "buss", "En buss er en lang bil for mange.")])
        $0.decide("- id: bus\n  sv: buss\n  nb: buss\n")
      })
    #expect(changes.gone == [] && changes.added == [])
    #expect(changes.changed.count == 1)
    let change = changes.changed.first
    #expect(change?.before == "sv/buss")
    #expect(change?.after == "bus")
    #expect(change?.joined == ["nb/buss"])
    // What the other one brings along is nothing new.
    #expect(change?.terms == [])
    #expect(change?.definitions == [])
  }

  @Test("terms, synonyms and definitions that changed are told by language")
  func naming() {
    let changes = compare(
      {
        $0.decide(
          """
          - id: bus
            sv: {term: buss, synonyms: [omnibus], definition: En buss är lång.}
            nb: {term: buss, definition: En buss er lang.}
          - id: tram
            sv: spårvagn
          """)
      },
      {
        $0.decide(
          """
          - id: bus
            sv: {term: linjebuss, deprecated: [omnibus], definition: En buss är en lång bil.}
          - id: tram
            sv: {term: spårvagn, definition: En spårvagn går på räls.}
          """)
      })
    let bus = changes.changed.first
    #expect(bus?.isRenamed == true)
    #expect(
      bus?.terms == [
        .init(language: "sv", before: "buss", after: "linjebuss"),
        .init(language: "nb", before: "buss", after: nil),
      ])
    #expect(
      bus?.definitions == [
        .init(language: "sv", before: "En buss är lång.", after: "En buss är en lång bil."),
        .init(language: "nb", before: "En buss er lang.", after: nil),
      ])
    #expect(bus?.synonyms.gained == [.init(language: "sv", text: "omnibus", isDeprecated: true)])
    #expect(bus?.synonyms.lost == [.init(language: "sv", text: "omnibus", isDeprecated: false)])
    let tram = changes.changed.last
    #expect(tram?.isRenamed == false)
    #expect(
      tram?.definitions == [
        .init(language: "sv", before: nil, after: "En spårvagn går på räls.")
      ])
  }

  @Test("facets that came and went are told, and those under another label")
  func facets() {
    let changes = compare(
      {
        $0.add(
          "sv/buss.md", subject: "buss",
          [
            fact(.benefit, "färre bilar"), fact(.drawback, "trängsel"),
            fact(.step, "köp", "Köp en biljett först."),
          ])
      },
      {
        $0.add(
          "sv/buss.md", subject: "buss",
          [
            fact(.benefit, "Färre bilar"), fact(.benefit, "trängsel"),
            fact(.step, "köp biljett", "Köp en biljett först."),
          ])
      })
    #expect(changes.changed.count == 1)
    let change = changes.changed.first
    #expect(
      change?.statements.gained == [.init(facet: .benefit, language: "sv", label: "trängsel")])
    #expect(change?.statements.lost == [.init(facet: .drawback, language: "sv", label: "trängsel")])
    #expect(
      change?.relabelled == [
        .init(
          before: .init(facet: .step, language: "sv", label: "köp"),
          after: .init(facet: .step, language: "sv", label: "köp biljett"))
      ])
  }

  @Test("relations are told once, and only between what is in both states")
  func relations() {
    let changes = compare(
      {
        $0.decide(
          """
          - id: a
            sv: ettan
            broader: b
            related: [c, gone]
          - {id: b, sv: tvåan}
          - {id: c, sv: trean}
          - {id: gone, sv: fyran}
          """)
      },
      {
        $0.decide(
          """
          - {id: a, sv: ettan, related: [b]}
          - {id: b, sv: tvåan}
          - {id: c, sv: trean}
          """)
      })
    #expect(changes.gone.map(\.id) == ["gone"])
    #expect(changes.changed.map(\.after) == ["a"])
    #expect(changes.changed.first?.relations.gained == [.init(kind: .related, concept: "b")])
    #expect(
      changes.changed.first?.relations.lost == [
        .init(kind: .broader, concept: "b"), .init(kind: .related, concept: "c"),
      ])
  }

  @Test("articles that came and went are told")
  func articles() {
    let changes = compare(
      { $0.add("sv/a.md", subject: "buss") }, { $0.add("sv/b.md", subject: "buss") })
    #expect(changes.articles.gained == ["sv/b.md"])
    #expect(changes.articles.lost == ["sv/a.md"])
    #expect(changes.changed == [])
  }
}
