import Articles
import Diagnostics
import Extraction
import Language

/// Joins what all articles say with what the editors have decided into one knowledge base.
///
/// The result does not depend on the order of `articles` and `facts`. Drafts, and articles in a language
/// that the site does not have, are left out. Nothing here looks at running text but the finding of
/// mentions at the end.
///
/// - Parameters:
///   - facts: what each article says, met with its article by path.
///   - files: the paths below `content/` of the other files there; nil where nobody has looked.
///   - findMentions: finds the mentions of the linkable terms in the texts.
package func buildKnowledge(
  articles: [Article], facts: [ArticleFacts], decisions: EditorialDecisions,
  configuration: SiteConfiguration, grammars: TermGrammars, files: Set<String>? = nil,
  parallel: Parallel = Parallel(jobs: 1),
  findMentions: ([ArticleEntry], [LinkableTerm], [Concept]) -> Diagnosed<[Mention]> = { _, _, _ in
    Diagnosed([])
  }
) -> Diagnosed<KnowledgeBase> {
  var diagnostics: [Diagnostic] = []
  func take<Value>(_ step: Diagnosed<Value>) -> Value {
    diagnostics += step.diagnostics
    return step.value
  }
  var material = take(
    gatherMaterial(
      articles: articles, facts: facts, decisions: decisions, configuration: configuration,
      grammars: grammars))
  material.facts = take(applyCorrections(material))
  let keyed = material.keyedFacts(parallel)
  let translations = take(resolveTranslations(material))
  let claimed = take(claimTerms(material, keyed, translations))
  var concepts = take(makeConcepts(material, claimed.registry))
  let statements = take(placeFacts(keyed, material, claimed, &concepts, parallel))
  diagnostics += relate(&concepts, statements, material, claimed.registry, parallel)
  let links = take(resolveLinks(material, claimed.registry, concepts, files: files))
  let entries = take(makeEntries(material, claimed.subjects, concepts, translations, links))
  for (index, entry) in entries.enumerated() {
    guard let seed = claimed.subjects[index], entry.subject != nil else { continue }
    concepts.concepts[concepts.ofSeed[seed]].articles.append(index)
  }
  let terms = linkableTerms(material, claimed.registry, concepts)
  let base = KnowledgeBase(
    languages: configuration.languages, concepts: concepts.concepts, articles: entries,
    statements: statements, mentions: take(findMentions(entries, terms, concepts.concepts)),
    redirects: concepts.redirects, linkableTerms: terms)
  return Diagnosed(base, diagnostics.sorted(by: Diagnostic.precedes))
}
