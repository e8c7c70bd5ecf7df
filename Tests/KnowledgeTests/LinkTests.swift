import Articles
import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Where links lead")
struct LinkTests {
  /// Where the links of a text lead, in order, and what is reported; beside it lie `sv/annan.md` about
  /// networks with two headings, `sv/mapp/djup.md`, a draft and a picture.
  private func resolve(_ text: String, at path: String = "sv/fråga.md") -> (
    targets: [LinkTarget?], lines: [String]
  ) {
    var fixture = Fixture()
    fixture.files = ["sv/bild.svg", "sv/mapp/tabell.csv", "gemensam/logga.png"]
    fixture.add(
      "sv/annan.md", "---\naliases: [/sv/gammal/]\n---\n# Nätverk\n\n## Två sorter\n",
      subject: "nätverk")
    fixture.add("sv/mapp/djup.md", "# Djup\n", subject: "djup")
    fixture.add("sv/utkast.md", "---\ndraft: true\n---\n# Utkast\n")
    fixture.decide("- id: jv\n  sv: {term: joint venture, synonyms: [samriskföretag]}\n")
    fixture.add(path, text, subject: "fråga")
    let built = fixture.build()
    guard let entry = built.value.article(path) else { return ([], []) }
    let nodes = entry.article.document.nodes.enumerated().filter {
      $0.element.kind == .link || $0.element.kind == .image
    }
    return (
      nodes.map { entry.linkTargets[Document.NodeID($0.offset)] }, built.diagnostics.map(\.line)
    )
  }

  @Test("links between articles lead to them, with or without ending, query and encoding")
  func articles() {
    let resolved = resolve(
      """
      [a](annan.md) [b](./annan) [c](mapp/djup.md?x=1) [d](mapp/../annan.md) [e](/sv/annan.md)
      [f](annan%2Emd) [g](/sv/gammal) [h](mapp/djup.md#)
      """)
    #expect(
      resolved.targets == [
        .article(0, fragment: nil), .article(0, fragment: nil), .article(2, fragment: nil),
        .article(0, fragment: nil), .article(0, fragment: nil), .article(0, fragment: nil),
        .article(0, fragment: nil), .article(2, fragment: nil),
      ])
    #expect(resolved.lines == [])
  }

  @Test("links start from the folder of their article")
  func folders() {
    let resolved = resolve("[a](../annan.md) [b](djup.md) [c](tabell.csv)", at: "sv/mapp/z.md")
    #expect(
      resolved.targets == [
        .article(0, fragment: nil), .article(1, fragment: nil), .file("sv/mapp/tabell.csv"),
      ])
  }

  @Test("files and images beside the articles are files; those that are not there are reported")
  func files() {
    let resolved = resolve(
      "![b](bild.svg) [c](mapp/tabell.csv) ![d](/gemensam/logga.png) ![e](borta.png)\n")
    #expect(
      resolved.targets == [
        .file("sv/bild.svg"), .file("sv/mapp/tabell.csv"), .file("gemensam/logga.png"), nil,
      ])
    #expect(
      resolved.lines == [
        "content/sv/fråga.md:1:68: the image 'borta.png' is not among the content [broken-link]"
      ])
  }

  @Test("links to elsewhere are left alone")
  func external() {
    let resolved = resolve(
      "[a](https://example.org/x.md) <mailto:a@example.org> [b](//example.org) [c](tel:112)\n")
    #expect(resolved.targets == [nil, nil, nil, nil])
    #expect(resolved.lines == [])
  }

  @Test("a fragment names a heading, in GitHub's spelling or any case")
  func fragments() {
    let resolved = resolve(
      "## Här\n\n[a](annan.md#två-sorter) [b](#h%C3%A4r) [c](annan.md#Tva-sorter)\n")
    #expect(
      resolved.targets == [
        .article(0, fragment: "två-sorter"), .article(1, fragment: "här"),
        .article(0, fragment: nil),
      ])
    #expect(
      resolved.lines == [
        "content/sv/fråga.md:3:45: 'sv/annan.md' has no heading '#Tva-sorter' [broken-link]"
      ])
  }

  @Test("a link that leads nowhere but whose text names a concept is led there")
  func relinked() {
    let resolved = resolve(
      """
      Se [joint ventures](/jointventure), [*samriskföretag*](samrisk.md) och
      ["nätverk"](/natverk/ "nätverk").
      """)
    #expect(resolved.targets == [.concept("jv"), .concept("jv"), .concept("sv/natverk")])
    #expect(
      resolved.lines == [
        "content/sv/fråga.md:1:21: '/jointventure' leads nowhere; the link is led to the concept "
          + "'jv' [relinked]",
        "content/sv/fråga.md:1:56: 'samrisk.md' leads nowhere; the link is led to the concept 'jv' "
          + "[relinked]",
        "content/sv/fråga.md:2:13: '/natverk/' leads nowhere; the link is led to the concept "
          + "'sv/natverk' [relinked]",
      ])
  }

  @Test("any other link that leads nowhere is an error at its destination")
  func broken() {
    let resolved = resolve(
      """
      [okänt](borta.md) [tomt]() [ut](../../../etc/passwd) [utkast](utkast.md) [x][r]

      [r]: <också borta.md>
      """)
    #expect(resolved.targets == [nil, nil, nil, nil, nil])
    #expect(
      resolved.lines == [
        "content/sv/fråga.md:1:9: 'borta.md' leads nowhere [broken-link]",
        "content/sv/fråga.md:1:19: the link leads nowhere [broken-link]",
        "content/sv/fråga.md:1:33: '../../../etc/passwd' leads nowhere [broken-link]",
        "content/sv/fråga.md:1:63: 'utkast.md' is a draft [broken-link]",
        "content/sv/fråga.md:1:74: 'också borta.md' leads nowhere [broken-link]",
      ])
  }

  @Test("where nobody has looked for files, they are taken to be there")
  func unknownFiles() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "![x](bild.png) [y](borta.md) [z](mapp/)\n")
    let built = fixture.build()
    #expect(built.value.articles[0].linkTargets.values.map { $0 } == [.file("sv/bild.png")])
    #expect(built.diagnostics.count == 2)
  }
}
