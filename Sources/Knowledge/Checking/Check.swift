import Articles
import Diagnostics
import Language

/// Looks over a finished knowledge base for what is lacking in its vocabulary. What keeps the base from
/// being built as meant is reported by `buildKnowledge` instead.
///
/// - Parameters:
///   - languages: the packs; forms of terms are compared by them, and texts recognised.
///   - allowsRawHTML: whether the site shows HTML of articles, so that there is nothing to say of it.
/// - Returns: in the order in which diagnostics are reported.
package func check(
  _ base: KnowledgeBase, decisions: EditorialDecisions, languages: LanguageCatalog,
  allowsRawHTML: Bool = false, parallel: Parallel = Parallel(jobs: 1)
) -> [Diagnostic] {
  let checked = CheckedBase(base, decisions, languages, parallel)
  let checks: [@Sendable (CheckedBase) -> [Diagnostic]] = [
    missingDefinitions, conflictingDefinitions, circularDefinitions, deprecatedTerms,
    mixedSpellings, untranslatedConcepts, unusedTerms, unevenTranslations, wrongLanguages,
    unsafeAddresses,
  ]
  let found = parallel.map(allowsRawHTML ? checks : checks + [rawHTML]) { $0(checked) }
  return found.flatMap { $0 }.sorted(by: Diagnostic.precedes)
}

/// What the checks look at: the finished base, what it was made from, and where things stand in it.
struct CheckedBase: Sendable {
  let base: KnowledgeBase
  let catalog: LanguageCatalog
  let grammars: TermGrammars
  /// Entries by the id of their concept.
  let entries: [ConceptID: EditorialDecisions.Entry]
  /// Of each article, which of the base's mentions are in it.
  let mentions: [Range<Int>]
  let parallel: Parallel

  init(
    _ base: KnowledgeBase, _ decisions: EditorialDecisions, _ catalog: LanguageCatalog,
    _ parallel: Parallel = Parallel(jobs: 1)
  ) {
    self.base = base
    self.parallel = parallel
    self.catalog = catalog
    grammars = TermGrammars(catalog)
    entries = Dictionary(decisions.entries.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(base.articles.count)
    var next = 0
    for article in base.articles.indices {
      let start = next
      while next < base.mentions.count, base.mentions[next].article <= article { next += 1 }
      ranges.append(start..<next)
    }
    mentions = ranges
  }

  func isSubject(_ concept: Concept, in language: LanguageCode) -> Bool {
    concept.articles.contains { base.articles[$0].language == language }
  }

  /// The best place to point at for what a concept is in one language: its entry's term there, else the
  /// article about it, else whatever was said of it first.
  func location(of concept: Concept, in language: LanguageCode) -> Location? {
    if let term = entries[concept.id]?.names[language]?.term { return term.location }
    for index in concept.articles where base.articles[index].language == language {
      return start(of: index)
    }
    if let citation = concept.definitions.lazy.filter({ $0.language == language })
      .compactMap(\.citation).first
    {
      return citation.location
    }
    return entries[concept.id]?.location
  }

  /// The first words of an article.
  func start(of index: Int) -> Location {
    let article = base.articles[index].article
    guard let block = article.prose.blocks.first else { return Location(file: article.source.path) }
    return article.source.location(article.prose.span(of: block.range))
  }

  func location(of definition: Definition, of concept: Concept) -> Location? {
    definition.citation?.location
      ?? entries[concept.id]?.names[definition.language]?.definition?.location
  }
}
