import Articles
import Diagnostics
import Language

/// What the checks look at: the finished base, and what it was made from.
struct CheckedBase {
  let base: KnowledgeBase
  let decisions: EditorialDecisions
  let grammars: TermGrammars
  /// Entries by the id of their concept.
  let entries: [ConceptID: EditorialDecisions.Entry]

  init(_ base: KnowledgeBase, _ decisions: EditorialDecisions, _ grammars: TermGrammars) {
    self.base = base
    self.decisions = decisions
    self.grammars = grammars
    entries = Dictionary(decisions.entries.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The best place to point at for what a concept is in one language: its entry's term there, else the
  /// article about it, else whatever was said of it first.
  func location(of concept: Concept, in language: LanguageCode) -> Location? {
    if let term = entries[concept.id]?.names[language]?.term { return term.location }
    for index in concept.articles where base.articles[index].language == language {
      return Location(file: base.articles[index].article.source.path)
    }
    if let citation = concept.definitions.lazy.filter({ $0.language == language })
      .compactMap(\.citation).first
    {
      return citation.location
    }
    return entries[concept.id]?.location
  }
}

/// Looks over a finished knowledge base for what is lacking in its vocabulary. What keeps the base from
/// being built as meant is reported by `buildKnowledge` instead.
///
/// - Returns: in the order in which diagnostics are reported.
package func check(
  _ base: KnowledgeBase, decisions: EditorialDecisions, grammars: TermGrammars
) -> [Diagnostic] {
  let checked = CheckedBase(base, decisions, grammars)
  let checks: [(CheckedBase) -> [Diagnostic]] = [missingDefinitions]
  return checks.flatMap { $0(checked) }.sorted(by: Diagnostic.precedes)
}
