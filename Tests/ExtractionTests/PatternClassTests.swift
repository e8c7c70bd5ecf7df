import Articles
import Diagnostics
import Extraction
import Language
import Testing

@Suite("Classes of nouns in the patterns of a pack")
struct PatternClassTests {
  /// The Swedish pack with one rule for statements.
  private func catalog(_ pattern: String) -> Diagnosed<LanguageCatalog> {
    let pack = """
      language: sv
      words:
        drawback-noun: ["*~nackdel", ~hinder]
      statements:
        - id: is-one
          facet: drawback
          pattern: "\(pattern)"
          yes: ["Kön är en nackdel. => kön"]
          no: ["Kön är lång."]
      """
    return LanguageCatalog.load(overrides: [(path: "languages/sv.yml", bytes: Array(pack.utf8))])
  }

  private func drawbacks(_ sentence: String, _ catalog: LanguageCatalog) throws -> [String] {
    let file = ContentFile(
      shownPath: "a.md", path: "a.md", bytes: Array("---\nlang: sv\n---\n\n\(sentence)\n".utf8))
    let article = try #require(ArticleReader(languages: catalog).read(file).value)
    let pack = try #require(catalog["sv"])
    return extract(article, using: pack).value.facts.filter { $0.facet == .drawback }.map(\.label)
  }

  @Test(
    "a class stands among words, a noun of it for its forms, '*~' for the ends of compounds too")
  func alternatives() throws {
    let loaded = catalog(
      "^ {items .. items} är|var [en|ett|den|två] [största] besvär|<drawback-noun|point-noun> $")
    #expect(loaded.diagnostics.isEmpty)
    for noun in [
      "en nackdel", "den största nackdelen", "en huvudnackdel", "ett hinder", "ett besvär",
    ] {
      #expect(try drawbacks("Långa köer är \(noun).", loaded.value) == ["långa köer"], "\(noun)")
    }
    for noun in ["ett förhinder", "en nackstyv", "en nackdelad"] {
      #expect(try drawbacks("Långa köer är \(noun).", loaded.value).isEmpty, "\(noun)")
    }
  }

  @Test("a number stands among words")
  func numbers() throws {
    let loaded = catalog("^ {items .. items} är flera|# besvär $")
    #expect(loaded.diagnostics.isEmpty)
    for count in ["flera", "två", "12"] {
      #expect(try drawbacks("Köer är \(count) besvär.", loaded.value) == ["köer"], "\(count)")
    }
    #expect(try drawbacks("Köer är stora besvär.", loaded.value).isEmpty)
  }

  @Test("a class that the pack does not name is a fault, also among words")
  func unknown() {
    let loaded = catalog("^ {items .. items} är ett besvär|<drawbacknoun> $")
    #expect(
      loaded.diagnostics.map(\.message).contains { $0.contains("no word class 'drawbacknoun'") })
  }
}
