import Articles
import Extraction
import Language
import Testing

@Suite("No input crashes the extractor or invents facts")
struct HostileTests {
  @Test("a sentence of a megabyte")
  func longSentence() throws {
    let text = "# Kluster\n\n" + String(repeating: "kluster är ett, och en ", count: 45_000) + ".\n"
    #expect(try extracted(text, "sv").facts.isEmpty)
  }

  @Test("ten thousand nested quotes")
  func nestedQuotes() throws {
    let text = String(repeating: ">", count: 10_000) + " Kluster är en grupp.\n"
    _ = try extracted(text, "sv")
  }

  @Test("a list of a hundred thousand items")
  func longList() throws {
    let items = (0..<100_000).map { "- punkt nummer \($0)\n" }.joined()
    let facts = try extracted("# Kluster\n\n## Fördelar\n\n" + items, "sv").facts
    #expect(facts.count == 100_000)
  }

  @Test("text in a third language")
  func thirdLanguage() throws {
    let text = """
      # Clusters

      A cluster is a group of firms that work close to each other. It gives them lower costs, better
      access to skills and more customers.

      Ein Cluster ist eine Gruppe von Unternehmen. Un grappe est un ensemble d'entreprises.
      """
    #expect(try extracted(text, "sv").facts.isEmpty)
    #expect(try extracted(text, "nb").facts.isEmpty)
  }

  @Test(
    "odd bytes and marks",
    arguments: [
      "#", "# \n\n## Fördelar\n\n- \n- :\n- –\n", "\u{0}\u{1}", ":::,,,…", "> > - 1) **", "Är",
      "## Fördelar\n\n,\n\n.\n\n- och\n- , och\n- att\n", "# Vad är ?\n\n är är är är är.\n",
      "Steg 1: Steg 2: Steg 3:", "(((((", "\"\"\"\" – – –", "a\u{301}\u{301} är en b som c.",
    ])
  func marks(_ text: String) throws {
    for code in languages.codes {
      let file = ContentFile(
        shownPath: "a.md", path: "a.md", bytes: Array(text.utf8), declaredLanguage: code)
      guard let pack = languages[code],
        let article = ArticleReader(languages: languages).read(file).value
      else { continue }
      let facts = extract(article, using: pack).value.facts
      #expect(facts.allSatisfy { $0.label.contains(where: \.isLetter) })
    }
  }
}
