import Articles
import Diagnostics
import Extraction
import Language
import Testing

/// The built-in languages, read once for all tests.
let languages = LanguageCatalog.load().value

/// Extracts from a text as if it were a file.
func extracted(_ text: String, _ language: LanguageCode, isExplaining: Bool = false) throws
  -> ArticleFacts
{
  let pack = try #require(languages[language])
  let reader = ArticleReader(languages: languages)
  let file = ContentFile(
    shownPath: "a.md", path: "a.md", bytes: Array(text.utf8), declaredLanguage: language)
  let article = try #require(reader.read(file).value)
  return extract(article, using: pack, isExplaining: isExplaining).value
}

@Suite("Every rule of the packs matches its examples and not its counter-examples")
struct PackExampleTests {
  enum Kind: String { case definition, sentence, synonym, heading }

  /// One example of a rule in a pack: `text => term; term`, with a heading before ` | ` where the rule
  /// needs one.
  struct Example: CustomTestStringConvertible, Sendable {
    var language: LanguageCode
    var kind: Kind
    var rule: String
    var text: String
    /// Empty: the rule must find nothing here.
    var expected: [String]
    /// A rule of headings, or of a sentence that says what is to come: what it promises.
    var facets: [Facet] = []
    var isCounterExample = false
    /// A rule that finds nothing: it says that there is nothing to be found.
    var isSilent = false
    var testDescription: String { "\(language) \(kind) \(rule): \(text)" }

    /// The article that holds the example alone; what a rule passes over, below a heading.
    var article: String {
      let sides = text.components(separatedBy: " | ")
      if isSilent, sides.count == 1 {
        return "# Text\n\n## \(language == "sv" ? "Fördelar" : "Fordeler")\n\n\(text)\n"
      }
      return sides.count > 1
        ? "# Text\n\n## \(sides[0])\n\n\(sides[1])\n" : "# Text\n\n\(sides[0])\n"
    }
  }

  static let examples: [Example] = {
    let catalog = LanguageCatalog.load().value
    return catalog.codes.flatMap { code -> [Example] in
      guard let book = catalog[code]?.rules else { return [] }
      let rules =
        book.definitions.map { (Kind.definition, $0) } + book.statements.map { (.sentence, $0) }
        + book.synonyms.map { (.synonym, $0) }
      return rules.flatMap { kind, rule -> [Example] in
        let facets = rule.cut == .nothing ? [rule.facet].compactMap { $0 } : []
        let isSilent = rule.cut == .nothing && rule.facet == nil
        let yes = rule.examples.yes.map { example -> Example in
          let parts = example.components(separatedBy: " => ")
          let expected = parts.count > 1 ? parts[1].components(separatedBy: "; ") : []
          return Example(
            language: code, kind: kind, rule: rule.id, text: parts[0],
            expected: isSilent ? [parts[0]] : expected,
            facets: facets, isSilent: isSilent)
        }
        let no = rule.examples.no.map {
          Example(
            language: code, kind: kind, rule: rule.id, text: $0, expected: [], facets: facets,
            isSilent: isSilent)
        }
        return yes + no
      }
    }
  }()

  @Test("what rules pass over", arguments: examples.filter(\.isSilent))
  func silences(_ example: Example) throws {
    let result = try extracted(example.article, example.language, isExplaining: true)
    let silenced = result.silences.contains { $0.rule == "sentence.\(example.rule)" }
    #expect(silenced != example.expected.isEmpty)
    if silenced { #expect(result.facts.isEmpty) }
  }

  @Test("definitions, statements and synonyms", arguments: examples.filter { !$0.isSilent })
  func sentences(_ example: Example) throws {
    let result = try extracted(example.article, example.language)
    let found =
      example.kind == .synonym
      ? result.subject?.synonyms ?? []
      : result.facts.filter { fact in
        // What a sentence turns the talk to is found in the sentences after it.
        example.facets.isEmpty
          ? fact.rule == "\(example.kind.rawValue).\(example.rule)"
          : example.facets.contains(fact.facet)
      }.map(\.label)
    #expect(found == example.expected)
  }

  /// Each heading that a pack gives as an example, once.
  static let headingExamples: [Example] = {
    let catalog = LanguageCatalog.load().value
    return catalog.codes.flatMap { code -> [Example] in
      var seen: Set<String> = []
      return (catalog[code]?.rules.headings ?? []).flatMap { rule -> [Example] in
        let name = rule.facets.map(\.rawValue).joined(separator: ", ")
        let examples = rule.examples.yes.map { ($0, false) } + rule.examples.no.map { ($0, true) }
        return examples.filter { seen.insert("\($0.0) \(name)").inserted }.map { text, isCounter in
          Example(
            language: code, kind: .heading, rule: name, text: text, expected: [],
            facets: rule.facets, isCounterExample: isCounter)
        }
      }
    }
  }()

  @Test("headings promise a list of their facet", arguments: headingExamples)
  func headings(_ example: Example) throws {
    // A definition is no item of a list.
    guard example.facets != [.definition] else { return }
    // Where a heading speaks of both, or of nothing to be read, only what it must do can be told.
    guard example.facets.count == 1 || !example.isCounterExample else { return }
    let list =
      example.facets.contains(.step)
      ? "- Skriv brev\n- Skriv kort\n" : "- Olika ting\n- Andre ting\n"
    let text = "# Text\n\n## \(example.text)\n\n\(list)"
    let found = Set(try extracted(text, example.language).facts.map(\.facet))
    if example.facets.isEmpty {
      #expect(found.isEmpty)
    } else {
      #expect(found.isDisjoint(with: example.facets) == example.isCounterExample)
    }
  }

  @Test("every rule has an example of each kind", arguments: LanguageCatalog.load().value.codes)
  func complete(_ code: LanguageCode) throws {
    let book = try #require(LanguageCatalog.load().value[code]?.rules)
    for rule in book.definitions + book.statements + book.synonyms {
      #expect(!rule.examples.yes.isEmpty, "rule '\(rule.id)' has no example")
      #expect(!rule.examples.no.isEmpty, "rule '\(rule.id)' has no counter-example")
    }
  }
}
