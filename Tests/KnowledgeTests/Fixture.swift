import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

/// A small knowledge base written down in a test: articles as Markdown, and beside each what the
/// extraction would have found in it.
struct Fixture {
  var languages: [LanguageCode] = ["sv", "nb"]
  var articles: [Article] = []
  var facts: [ArticleFacts] = []
  var decisions = EditorialDecisions()
  var decisionFaults: [Diagnostic] = []
  var files: Set<String>?

  /// Adds an article, with the facts that would be found in it. Without a text, it says the facts one by
  /// one.
  mutating func add(
    _ path: String, _ text: String? = nil, subject: String? = nil, synonyms: [String] = [],
    _ facts: [Fact] = []
  ) {
    let folder = path.split(separator: "/").first.map { LanguageCode(String($0)) }
    let reader = ArticleReader(knownLanguages: languages, detect: { _ in nil })
    let spoken = (["# \(subject ?? "Prov")"] + facts.map(\.text)).joined(separator: "\n\n") + "\n"
    let file = ContentFile(
      shownPath: "content/" + path, path: path, bytes: Array((text ?? spoken).utf8),
      folderLanguage: folder)
    guard let article = reader.read(file).value else {
      Issue.record("the fixture '\(path)' is no article")
      return
    }
    articles.append(article)
    var placed = facts
    var end = 0
    for index in placed.indices {
      // A sentence with markup in it is placed by its label.
      guard
        let span = Fixture.span(of: placed[index].text, in: article.source, from: end)
          ?? Fixture.span(of: placed[index].label, in: article.source, from: end)
      else {
        Issue.record("'\(placed[index].text)' does not stand in '\(path)'")
        continue
      }
      placed[index].span = span
      end = span.end
    }
    var found = ArticleFacts(path: path, language: article.language, subject: nil, facts: placed)
    if let subject {
      let span = Fixture.span(of: subject, in: article.source, from: 0)
      found.subject = Subject(term: subject, synonyms: synonyms, span: span ?? SourceSpan(at: 0))
    }
    self.facts.append(found)
  }

  /// Sets `concepts.yml`.
  mutating func decide(_ yaml: String) {
    let read = readEditorialDecisions(
      path: "content/concepts.yml", bytes: Array(yaml.utf8), languages: languages)
    decisions = read.value ?? EditorialDecisions()
    decisionFaults = read.diagnostics
  }

  func build() -> Diagnosed<KnowledgeBase> {
    buildKnowledge(
      articles: articles, facts: facts, decisions: decisions, configuration: configuration,
      grammars: Fixture.grammars, files: files)
  }

  var configuration: SiteConfiguration {
    SiteConfiguration(titles: ["sv": "Prov"], languages: languages)
  }

  private static func span(of words: String, in source: SourceText, from start: Int) -> SourceSpan?
  {
    let (wanted, bytes) = (Array(words.utf8), source.bytes)
    guard !wanted.isEmpty, start + wanted.count <= bytes.count else { return nil }
    return (start...(bytes.count - wanted.count)).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }.map { SourceSpan($0..<($0 + wanted.count)) }
  }

  /// A grammar that knows the handful of forms used in these tests, so that they say what the
  /// building does and not how well the packs inflect.
  static let grammar = TermGrammar(
    dictionaryForm: { text in
      text.split(separator: " ").map { forms[$0.lowercased()] ?? String($0) }.joined(separator: " ")
    },
    lemmaKey: { text in
      text.lowercased().split(separator: " ").map { forms[String($0)] ?? String($0) }
        .joined(separator: " ")
    },
    isHead: { head, term in term != head && term.hasSuffix(head) },
    isBareNounPhrase: {
      BareNounPhrase.test(
        $0, functionWords: ["och", "att", "för", "till", "og", "å"], determiners: ["ett", "en"])
    },
    agrees: { term, other in Set([term, other]) != ["allians", "konsortium"] })

  static let grammars = TermGrammars(["sv": grammar, "nb": grammar])

  private static let forms = [
    "horisontella": "horisontellt", "kunder": "kund", "risker": "risk", "kluster": "kluster",
    "klustret": "kluster", "allianser": "allians", "ventures": "venture", "fler": "fler",
  ]
}

func fact(
  _ facet: Facet, _ label: String, _ text: String? = nil, of subject: String? = nil,
  explanation: String? = nil, order: Int? = nil, synonyms: [String] = [], definiens: String? = nil
) -> Fact {
  var fact = Fact(
    facet: facet, label: label, text: text ?? label, span: SourceSpan(at: 0), rule: "test")
  fact.subject = subject
  fact.explanation = explanation
  fact.order = order
  fact.synonyms = synonyms
  fact.definiens = definiens
  return fact
}

extension KnowledgeBase {
  var ids: [String] { concepts.map(\.id.rawValue) }

  func statements(of id: String) -> [Statement] {
    (self[ConceptID(id)]?.statements ?? []).map { statements[$0] }
  }

  func article(_ path: String) -> ArticleEntry? { articles.first { $0.article.path == path } }
}

extension Diagnostic {
  /// File, line, column, rule and message on one line.
  var line: String {
    "\(location.file):\(location.start.line):\(location.start.column): \(message) [\(rule.rawValue)]"
  }
}
