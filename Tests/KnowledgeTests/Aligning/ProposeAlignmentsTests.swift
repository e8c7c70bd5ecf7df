import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("proposals of alignment")
struct ProposeAlignmentsTests {
  static let catalog = LanguageCatalog.load().value

  private func proposals(
    _ fixture: Fixture, dictionary: TranslationDictionary = TranslationDictionary()
  ) -> [AlignmentProposal] {
    proposeAlignments(
      fixture.build().value, decisions: fixture.decisions, languages: Self.catalog,
      between: ("sv", "nb"), dictionary: dictionary)
  }

  private func lines(_ proposals: [AlignmentProposal]) -> [String] {
    proposals.map {
      "\($0.first.term) = \($0.second.term) \($0.certainty) \($0.evidence.map(\.kind.rawValue))"
    }
  }

  private func list(_ swedish: [String], _ norwegian: [String]) -> Fixture {
    func text(_ items: [String], _ front: String) -> String {
      front + "# Djur\n\n## Typer\n\n" + items.map { "- \($0)\n" }.joined()
    }
    var fixture = Fixture()
    fixture.add(
      "sv/djur.md", text(swedish, ""), subject: "djur", swedish.map { fact(.type, $0) })
    fixture.add(
      "nb/dyr.md", text(norwegian, "---\ntranslationOf: sv/djur.md\n---\n"), subject: "Djur",
      norwegian.map { fact(.type, $0) })
    return fixture
  }

  @Test("what stands at equal places of a list in equal order is one")
  func places() {
    #expect(
      lines(proposals(list(["tamkatt", "räv", "krokodil"], ["tamkatt", "rev", "krokodille"]))) == [
        "krokodil = krokodille sure [\"place\", \"spelling\", \"relation\"]",
        "tamkatt = tamkatt sure [\"place\", \"spelling\", \"relation\"]",
        "räv = rev sure [\"place\", \"spelling\", \"relation\"]",
      ])
    // Of two, the one that is left is left for the one that is left.
    #expect(
      lines(proposals(list(["tamkatt", "igelkott"], ["tamkatt", "pinnsvin"]))) == [
        "tamkatt = tamkatt sure [\"spelling\", \"place\", \"relation\"]",
        "igelkott = pinnsvin sure [\"place\", \"relation\"]",
      ])
  }

  @Test("where the order is another, or the number, places say nothing")
  func otherOrder() {
    #expect(
      lines(
        proposals(
          list(["krokodil", "igelkott", "kamel"], ["pinnsvin", "kamel", "krokodille"]))
      ).filter { $0.contains("place") } == [])
    #expect(
      lines(proposals(list(["igelkott"], ["pinnsvin"]))) == [
        "igelkott = pinnsvin possible [\"place\", \"relation\"]"
      ])
  }

  @Test("the parts of concepts that are one make others one")
  func parts() {
    var fixture = Fixture()
    fixture.decide(
      "- id: cluster\n  sv: kluster\n  nb: {term: klynge, synonyms: [næringsklynge]}\n")
    fixture.add("sv/a.md", nil, [fact(.definition, "branschkluster")])
    fixture.add("nb/a.md", nil, [fact(.definition, "bransjeklynge")])
    #expect(lines(proposals(fixture)) == ["branschkluster = bransjeklynge sure [\"parts\"]"])
  }

  @Test("equal definitions make it surer, different ones less sure, and so do false friends")
  func definitions() {
    func confidence(_ term: String, _ swedish: String, _ norwegian: String) -> Int {
      var fixture = Fixture()
      fixture.add("sv/a.md", nil, [fact(.definition, term, swedish)])
      fixture.add("nb/a.md", nil, [fact(.definition, term, norwegian)])
      return proposals(fixture).first?.confidence ?? 0
    }
    let bare = confidence("kasse", "kasse", "kasse")
    let swedish = "En kasse är en enkel behållare av papper eller plast med handtag."
    let same = confidence(
      "kasse", swedish, "En kasse er en enkel beholder av papir eller plast med håndtak.")
    let other = confidence(
      "kasse", swedish, "En kasse er stor, firkantet og full av epler fra hagen.")
    #expect(bare == 70)
    #expect(same == 91)
    #expect(other == 49)
    #expect(confidence("anledning", "anledning", "anledning") == 0)
  }

  @Test("a dictionary suggests and does not decide")
  func dictionary() {
    var fixture = Fixture()
    fixture.add("sv/a.md", nil, [fact(.definition, "förvärv"), fact(.definition, "kamratskap")])
    fixture.add("nb/a.md", nil, [fact(.definition, "oppkjøp"), fact(.definition, "vennskap")])
    let found = proposals(
      fixture,
      dictionary: TranslationDictionary(
        forward: ["kamratskap": "vennskap"], backward: ["oppkjøp": "förvärv"]))
    #expect(
      lines(found) == [
        "förvärv = oppkjøp likely [\"dictionary\", \"parts\"]",
        "kamratskap = vennskap possible [\"dictionary\"]",
      ])
    var listed = list(
      ["tamkatt", "krokodil", "igelkott", "x", "y"],
      ["tamkatt", "krokodille", "pinnsvin", "z", "q"])
    listed.decide("")
    let unsure = proposals(listed).filter { $0.first.term == "igelkott" }
    let asked = proposals(
      listed, dictionary: TranslationDictionary(forward: ["igelkott": "pinnsvin"])
    ).filter { $0.first.term == "igelkott" }
    #expect(unsure.map(\.certainty) == asked.map(\.certainty))
  }

  @Test("two that match one are rivals, and less sure")
  func rivals() {
    var fixture = Fixture()
    fixture.add(
      "sv/a.md", nil, [fact(.definition, "organisation"), fact(.definition, "organisationen")])
    fixture.add("nb/a.md", nil, [fact(.definition, "organisasjon")])
    #expect(lines(proposals(fixture)).count == 1)
    fixture = Fixture()
    fixture.add("sv/a.md", nil, [fact(.definition, "frakt"), fact(.definition, "fragt")])
    fixture.add("nb/a.md", nil, [fact(.definition, "frakk")])
    #expect(proposals(fixture).allSatisfy { $0.certainty != .sure })
  }

  @Test("an entry gets the other term, two entries are left to the editors")
  func changes() {
    func change(_ yaml: String) -> [DecisionChange?] {
      var fixture = Fixture()
      fixture.decide(yaml)
      fixture.add("sv/a.md", nil, [fact(.definition, "organisation")])
      fixture.add("nb/a.md", nil, [fact(.definition, "organisasjon")])
      return proposals(fixture).map(\.change)
    }
    #expect(
      change("") == [
        .entry(
          id: "organisation", names: [.init("sv", "organisation"), .init("nb", "organisasjon")])
      ])
    #expect(
      change("- id: organisation\n  sv: sak\n") == [
        .entry(
          id: "organisation-2", names: [.init("sv", "organisation"), .init("nb", "organisasjon")])
      ])
    #expect(
      change("- id: body\n  nb: organisasjon\n") == [.term(.init("sv", "organisation"), of: "body")]
    )
    #expect(change("- id: a\n  sv: organisation\n- id: b\n  nb: organisasjon\n") == [nil])
    #expect(change("- id: a\n  sv: organisation\n  related: nb/organisasjon\n") == [])
    #expect(change("- id: a\n  sv: organisation\n  nb: organisasjon\n") == [])
  }
}
