import Articles
import Diagnostics
import Extraction
import Language
import Testing

/// The built-in languages, read once for all tests.
let languages = LanguageCatalog.load().value

/// Extracts from a text as if it were a file.
func extracted(_ text: String, _ language: LanguageCode) throws -> ArticleFacts {
  let pack = try #require(languages[language])
  let reader = ArticleReader(languages: languages)
  let file = ContentFile(
    shownPath: "a.md", path: "a.md", bytes: Array(text.utf8), declaredLanguage: language)
  let article = try #require(reader.read(file).value)
  return extract(article, using: pack).value
}

@Suite("Every rule of the packs matches its examples and not its counter-examples")
struct PackExampleTests {
  /// One example of a definition rule in a pack.
  struct Example: CustomTestStringConvertible, Sendable {
    var language: LanguageCode
    var rule: String
    var sentence: String
    /// Nil: the rule must find nothing here.
    var terms: [String]?
    var testDescription: String { "\(language) \(rule): \(sentence)" }
  }

  static let examples: [Example] = {
    let catalog = LanguageCatalog.load().value
    return catalog.codes.flatMap { code -> [Example] in
      guard let book = catalog[code]?.rules else { return [] }
      return book.definitions.flatMap { rule -> [Example] in
        let yes = rule.examples.yes.map { example -> Example in
          let parts = example.components(separatedBy: " => ")
          let terms = parts.count > 1 ? parts[1].components(separatedBy: "; ") : []
          return Example(language: code, rule: rule.id, sentence: parts[0], terms: terms)
        }
        let no = rule.examples.no.map {
          Example(language: code, rule: rule.id, sentence: $0, terms: nil)
        }
        return yes + no
      }
    }
  }()

  @Test("definitions", arguments: examples)
  func definitions(_ example: Example) throws {
    let facts = try extracted("# Text\n\n\(example.sentence)\n", example.language).facts
    let found = facts.filter { $0.rule == "definition.\(example.rule)" }.map(\.label)
    #expect(found == example.terms ?? [])
  }

  @Test("every rule has an example of each kind", arguments: LanguageCatalog.load().value.codes)
  func complete(_ code: LanguageCode) throws {
    let book = try #require(LanguageCatalog.load().value[code]?.rules)
    for rule in book.definitions + book.statements + book.synonyms where rule.cut != .nothing {
      #expect(!rule.examples.yes.isEmpty, "rule '\(rule.id)' has no example")
      #expect(!rule.examples.no.isEmpty, "rule '\(rule.id)' has no counter-example")
    }
  }
}
