import Articles
import Extraction
import Foundation
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

  @Test(
    "an article ends where a rule would look further",
    arguments: [
      "Allt virke torkades i fjol ute hos företaget Granhöjd", "En faluröd lada är en",
      "En funktionsflagga (eng. *feature flag*) är", "Ballast är den sand eller det",
      "En vinjett, det vill säga en kort text, bild eller",
      "Metoden utvecklades under 1960-talet vid",
      "Ackreditering görs av ett organ, exakt ett av i varje land, är en myndighet eller ett",
      "Bilpoolen Gemensamma", "Torkning (", "Torkning är ett sätt att", "Det är",
    ])
  func unfinishedSentence(_ sentence: String) throws {
    _ = try extracted("# Torkning\n\n" + sentence, "sv")
  }

  /// A text that is being written, or was cut off, ends anywhere, and mostly without a mark.
  @Test("articles that are cut off are read", arguments: ["sv", "nb"])
  func cutOff(_ language: LanguageCode) throws {
    let pack = try #require(languages[language])
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/Annotated/\(language)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasSuffix(".json") }
    #expect(names.count > 50)
    for (place, name) in names.enumerated() {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      let ends = bytes.indices.filter { bytes[$0] == 0x20 && bytes[$0 - 1] >= 0x41 }
      // Another part of the words in each article, so that all of them together end in most ways.
      for end in stride(from: place % 31, to: ends.count, by: 31) {
        let file = ContentFile(
          shownPath: name, path: name, bytes: Array(bytes[..<ends[end]]), declaredLanguage: language
        )
        guard let article = ArticleReader(languages: languages).read(file).value else { continue }
        _ = extract(article, using: pack)
      }
    }
  }
}
