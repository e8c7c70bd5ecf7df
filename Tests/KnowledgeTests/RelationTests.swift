import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Relations between concepts")
struct RelationTests {
  @Test("a type is narrower where its head word is a term of the subject")
  func types() {
    var fixture = Fixture()
    fixture.add(
      "sv/kluster.md", subject: "kluster", synonyms: ["klunga"],
      [fact(.type, "kunskapskluster"), fact(.type, "hamnklunga"), fact(.type, "industripark")])
    let base = fixture.build().value
    #expect(base["sv/kluster"]?.narrower == ["sv/hamnklunga", "sv/kunskapskluster"])
    #expect(base["sv/kunskapskluster"]?.broader == ["sv/kluster"])
    #expect(base["sv/industripark"]?.broader == [])
    #expect(base.statements(of: "sv/kluster").last?.target == "sv/industripark")
  }

  @Test("what entries declare holds both ways")
  func declared() {
    var fixture = Fixture()
    fixture.decide(
      """
      - id: a
        sv: a-ord
        broader: b
        related: [c, sv/kluster]
      - id: b
        sv: b-ord
      - id: c
        sv: c-ord
        narrower: [b]
        related: a
      """)
    fixture.add("sv/kluster.md", subject: "kluster")
    let base = fixture.build().value
    #expect(base["a"]?.broader == ["b"])
    #expect(base["b"]?.narrower == ["a"])
    #expect(base["b"]?.broader == ["c"])
    #expect(base["a"]?.related == ["c", "sv/kluster"])
    #expect(base["c"]?.related == ["a"])
    #expect(base["sv/kluster"]?.related == ["a"])
  }

  @Test("an entry may refer to a concept by the id that it had before it was declared")
  func redirected() {
    var fixture = Fixture()
    fixture.decide("- id: a\n  sv: ettan\n  broader: sv/tvaan\n- id: b\n  sv: tvåan\n")
    #expect(fixture.build().value["a"]?.broader == ["b"])
    #expect(fixture.build().diagnostics.isEmpty)
  }

  @Test("an id that is no concept is reported with the nearest that is")
  func unknown() {
    var fixture = Fixture()
    fixture.decide("- id: alliance\n  sv: allians\n- id: jv\n  sv: jv-bolag\n  broader: aliance\n")
    let built = fixture.build()
    #expect(
      built.diagnostics.map(\.line) == [
        "content/concepts.yml:5:12: 'aliance', which 'jv' refers to, is not a concept "
          + "[unknown-concept]"
      ])
    #expect(built.diagnostics.first?.help == "did you mean 'alliance'?")
  }

  @Test("an inferred relation that closes a circle is dropped")
  func inferredCircle() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n  broader: sv/hamnkluster\n")
    fixture.add(
      "sv/a.md", "# Kluster\n\nhamnkluster\n", subject: "kluster", [fact(.type, "hamnkluster")])
    let built = fixture.build()
    #expect(built.value["cluster"]?.broader == ["sv/hamnkluster"])
    #expect(built.value["cluster"]?.narrower == [])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/a.md:3:1: 'cluster' cannot be broader than 'sv/hamnkluster', which already is "
          + "broader than it [relation-cycle]"
      ])
  }

  @Test("of declared relations in a circle the last is dropped")
  func declaredCircle() {
    var fixture = Fixture()
    fixture.decide(
      """
      - {id: a, sv: ettan, broader: b}
      - {id: b, sv: tvåan, broader: c}
      - {id: c, sv: trean, broader: a}
      - {id: d, sv: fyran, broader: d}
      """)
    let built = fixture.build()
    #expect(
      built.diagnostics.map(\.line) == [
        "content/concepts.yml:3:31: 'a' cannot be broader than 'c', which already is broader than "
          + "it [relation-cycle]",
        "content/concepts.yml:4:31: 'd' cannot be broader than itself [relation-cycle]",
      ])
    #expect(built.value["c"]?.broader == [])
    #expect(built.value["a"]?.broader == ["b"])
  }

  @Test("long chains and circles of relations neither hang nor overflow")
  func long() {
    let edges = (0..<20_000).map { (from: $0, to: ($0 + 1) % 20_000) }
    #expect(Set(StronglyConnected.parts(count: 20_000, edges: edges)).count == 1)
    #expect(
      Set(StronglyConnected.parts(count: 20_000, edges: Array(edges.dropLast()))).count == 20_000)
    let parts = StronglyConnected.parts(
      count: 5, edges: [(0, 1), (1, 0), (1, 2), (3, 2), (4, 4)])
    #expect(parts[0] == parts[1])
    #expect(Set(parts).count == 4)
  }
}
