import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Addresses")
struct AddressTests {
  @Test(
    "a slug is of a to z, digits and single hyphens",
    arguments: [
      ("Kluster", "kluster"), ("företagsnätverk", "foretagsnatverk"),
      ("Næringsklynge på Ås", "naeringsklynge-pa-as"), ("Ærlig Øl", "aerlig-ol"),
      ("idé & crème brûlée", "ide-creme-brulee"), ("  -- a -- b --  ", "a-b"),
      ("fo\u{308}retag", "foretag"), ("Barnes&Noble", "barnes-noble"), ("99 %", "99"),
      ("../../etc/passwd", "etc-passwd"), ("straße", "strasse"), ("sam\u{AD}arbete", "samarbete"),
      ("😀", "u1f600"), ("кластер", "u43a-43b-430-441-442-435-440"), ("", "u"), ("…", "u2026"),
      ("a\u{0}b", "a-b"), ("İstanbul", "istanbul"), ("CON", "con"),
    ])
  func slugs(text: String, slug: String) {
    #expect(Address.slug(text) == slug)
  }

  @Test("a slug is not longer than 80 bytes, and is cut at a hyphen where there is one")
  func long() {
    let words = Address.slug(String(repeating: "samarbete ", count: 40))
    #expect(words == Array(repeating: "samarbete", count: 8).joined(separator: "-"))
    #expect(Address.slug(String(repeating: "x", count: 500)) == String(repeating: "x", count: 80))
    #expect(Address.slug(String(repeating: "字", count: 500)).utf8.count <= 80)
  }

  @Test("concepts of one address are numbered in the order of paths, entries first")
  func concepts() {
    var fixture = Fixture()
    fixture.add("sv/b.md", subject: "mål")
    fixture.add("sv/a.md", subject: "mal")
    fixture.decide("- id: male\n  sv: mäl\n")
    let base = fixture.build().value
    #expect(base["male"]?.slugs["sv"] == "mal")
    #expect(base["sv/mal-2"]?.term(in: "sv") == "mal")
    #expect(base["sv/mal-3"]?.term(in: "sv") == "mål")
    #expect(base.redirects == [ConceptRedirect(from: "sv/mal", to: "male")])
  }

  @Test("a number that a term has of itself is not given to another")
  func numbers() {
    var book = AddressBook()
    #expect(
      ["a", "a-2", "a", "a", "a-2"].map { book.reserve($0) } == ["a", "a-2", "a-3", "a-4", "a-2-2"])
  }

  @Test("an article's address is what it says, else its file's name; its folder is its section")
  func articles() {
    var fixture = Fixture()
    fixture.add("sv/avtal/Vad är licens.md", "# X\n")
    fixture.add("sv/avtal/äldre/b.md", "---\nslug: Gamla Avtal\n---\n# X\n")
    fixture.add("sv/c.d.md", "# X\n")
    let base = fixture.build().value
    #expect(base.articles.map(\.slug) == ["vad-ar-licens", "gamla-avtal", "c-d"])
    #expect(base.articles.map(\.section) == ["avtal", "avtal/äldre", ""])
  }

  @Test("two articles of one address: an error, and the later gets a number")
  func duplicates() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "---\nslug: kluster\n---\n# X\n")
    fixture.add("sv/kluster.md", "# X\n")
    fixture.add("sv/kluster.txt", "# X\n")
    fixture.add("sv/mer/kluster.md", "# X\n")
    fixture.add("nb/kluster.md", "# X\n")
    let built = fixture.build()
    #expect(
      built.value.articles.map(\.slug) == [
        "kluster", "kluster", "kluster-2", "kluster-3", "kluster-4",
      ])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/kluster.md:1:1: two articles have the address 'kluster'; this one gets "
          + "'kluster-2' [duplicate-address]",
        "content/sv/kluster.txt:1:1: two articles have the address 'kluster'; this one gets "
          + "'kluster-3' [duplicate-address]",
      ])
    #expect(built.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("headings have anchors as GitHub makes them")
  func headings() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "# Två ord\n\n## Mål & medel?\n\n## Två ord\n\n## !\n\n## Två ord-1\n")
    let article = fixture.articles[0]
    #expect(
      article.headingAnchors().sorted { $0.key < $1.key }.map(\.value) == [
        "två-ord", "mål--medel", "två-ord-1", "avsnitt", "två-ord-1-1",
      ])
  }
}
