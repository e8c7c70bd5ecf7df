import Articles
import Testing

@Suite struct ReaderTests {
  @Test("reads a file to its prose, with spans into the file")
  func prose() throws {
    let text =
      "---\ntitle: Kluster\nlang: sv\n---\n# Vad är *kluster*?\n\nEtt `nät` &amp; en\n  [länk](/x \"t\").\n"
    let reader = ArticleReader(knownLanguages: ["sv", "nb"]) { _ in nil }
    let result = reader.read(
      ContentFile(shownPath: "a.md", path: "a.md", bytes: Array(text.utf8)))
    let article = try #require(result.value)
    #expect(
      article.prose.text(0..<article.prose.bytes.count) == "Vad är kluster?\nEtt nät & en länk.")
    #expect(result.diagnostics.isEmpty)
    #expect(article.title == "Kluster")
    for mark in article.prose.marks {
      print(
        mark.kind, article.prose.text(mark.range),
        article.source.text(article.prose.span(of: mark.range)),
        article.source.text(article.document[mark.node].span))
    }
  }
}
