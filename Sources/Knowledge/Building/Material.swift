import Articles
import Diagnostics
import Extraction
import Language

/// A term in one language, in the form in which terms are compared.
struct TermKey: Hashable {
  var language: LanguageCode
  var lemma: String
}

/// Where a claim or a fact stands, for the order of paths: `concepts.yml` (an empty path) first, then
/// the articles.
struct Place: Hashable, Comparable {
  var article: Int
  var offset: Int

  /// In `concepts.yml`.
  static func entry(at offset: Int) -> Place { Place(article: -1, offset: offset) }

  static func < (a: Place, b: Place) -> Bool {
    (a.article, a.offset) < (b.article, b.offset)
  }
}

/// A fact of the corrected articles with the forms in which it is compared, worked out once.
struct KeyedFact {
  var article: Int
  var fact: Fact
  /// The label as it stands, lemmatised.
  var key: TermKey
  /// The label as a term, where it is fit to be one.
  var term: String?
  /// Key of `term`, else of the label: by this the fact meets a concept.
  var conceptKey: TermKey
  /// What it is about, where that is not the article's subject.
  var subjectKey: TermKey?

  var place: Place { Place(article: article, offset: fact.span.start) }
}

/// What the steps of the building read, in an order that does not depend on the order it came in.
struct Material {
  /// In the order of their paths, without drafts and languages that the site does not have.
  var articles: [Article]
  /// One for each article.
  var facts: [ArticleFacts]
  /// Paths of the articles that are left out as drafts.
  var drafts: Set<String>
  var decisions: EditorialDecisions
  var configuration: SiteConfiguration
  var grammars: TermGrammars
  var places: [String: Int]

  func location(_ span: SourceSpan, in article: Int) -> Location {
    articles[article].source.location(span)
  }

  func citation(_ span: SourceSpan, in article: Int) -> Citation {
    Citation(article: article, location: location(span, in: article))
  }

  func key(_ text: String, in language: LanguageCode) -> TermKey {
    TermKey(language: language, lemma: grammars[language].lemmaKey(text))
  }

  /// The facts of all articles, in the order of path and place.
  func keyedFacts(_ parallel: Parallel) -> [KeyedFact] {
    parallel.map(Array(facts.enumerated())) { index, article in
      let ordered = article.facts.enumerated().sorted {
        ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
      }
      return ordered.map { keyed($0.element, article: index, language: article.language) }
    }.flatMap { $0 }
  }

  private func keyed(_ fact: Fact, article: Int, language: LanguageCode) -> KeyedFact {
    let key =
      fact.key.map { TermKey(language: language, lemma: $0) } ?? key(fact.label, in: language)
    let term = term(of: fact, language: language)
    return KeyedFact(
      article: article, fact: fact, key: key, term: term,
      conceptKey: term.map { $0 == fact.label ? key : self.key($0, in: language) } ?? key,
      subjectKey: fact.subject.map { self.key($0, in: language) })
  }

  /// The term that a fact makes a concept of, if it makes one: a defined term; a level or type whose
  /// label is a bare noun phrase; a success factor that also is explained.
  private func term(of fact: Fact, language: LanguageCode) -> String? {
    switch fact.facet {
    case .definition: return fact.label.isEmpty ? nil : fact.label
    case .level, .type: break
    case .successFactor:
      guard let explanation = fact.explanation, !explanation.isEmpty else { return nil }
    default: return nil
    }
    let grammar = grammars[language]
    guard grammar.isBareNounPhrase(fact.label) else { return nil }
    return grammar.dictionaryForm(fact.label)
  }
}

/// Sorts the articles and leaves out what is no part of the knowledge base.
func gatherMaterial(
  articles: [Article], facts: [ArticleFacts], decisions: EditorialDecisions,
  configuration: SiteConfiguration, grammars: TermGrammars
) -> Diagnosed<Material> {
  let byPath = Dictionary(facts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  var material = Material(
    articles: [], facts: [], drafts: [], decisions: decisions, configuration: configuration,
    grammars: grammars, places: [:])
  var diagnostics: [Diagnostic] = []
  for article in articles.sorted(by: { $0.path < $1.path }) {
    if article.frontMatter.draft {
      material.drafts.insert(article.path)
    } else if !configuration.languages.contains(article.language) {
      diagnostics.append(
        Diagnostic(
          .unknownLanguage, at: Location(file: article.source.path),
          "the article is in '\(article.language)', which is not a language of the site",
          help: "add '\(article.language)' to 'languages' in site.yml, or say 'lang' in the article"
        ))
    } else if material.places[article.path] == nil {
      material.places[article.path] = material.articles.count
      material.articles.append(article)
      material.facts.append(
        byPath[article.path]
          ?? ArticleFacts(path: article.path, language: article.language, subject: nil, facts: []))
    }
  }
  return Diagnosed(material, diagnostics)
}
