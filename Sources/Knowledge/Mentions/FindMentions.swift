import Articles
import Diagnostics
import Language

/// Finds every mention of the linkable terms in articles of a knowledge base.
///
/// - Parameters:
///   - areRelated: Whether two concepts are directly related (broader, narrower, related, level): a
///     form of several concepts is given to the one that is the article's subject or related to it.
/// - Returns: The mentions in the order of article and place; a form that stays ambiguous is a
///   diagnostic at its first place in an article.
package func findMentions(
  in entries: [ArticleEntry], of terms: [LinkableTerm], catalog: LanguageCatalog,
  areRelated: (ConceptID, ConceptID) -> Bool = { _, _ in false }
) -> Diagnosed<[Mention]> {
  var numbers: [ConceptID: Int] = [:]
  var concepts: [ConceptID] = []
  for term in terms where numbers[term.concept] == nil {
    numbers[term.concept] = concepts.count
    concepts.append(term.concept)
  }
  var matchers: [LanguageCode: MentionMatcher] = [:]
  for language in Set(entries.map(\.language)).sorted() {
    guard let pack = catalog[language] else { continue }
    let own = terms.filter { $0.language == language }
    matchers[language] = MentionMatcher(
      terms: own.map { term in
        MentionTerm(
          text: term.text, concept: numbers[term.concept] ?? -1, extraForms: term.extraForms,
          excludedForms: term.excludedForms)
      }, pack: pack)
  }
  var mentions: [Mention] = []
  var diagnostics: [Diagnostic] = []
  for (index, entry) in entries.enumerated() {
    guard let matcher = matchers[entry.language] else { continue }
    let found = matcher.mentions(in: entry.article, subject: entry.subject.flatMap { numbers[$0] })
    {
      concept in
      guard let subject = entry.subject, concepts.indices.contains(concept) else { return false }
      return areRelated(subject, concepts[concept])
    }
    for item in found.items {
      mentions.append(
        Mention(
          article: index, concept: concepts[matcher.terms[item.term].concept], range: item.range,
          sentence: item.sentence, isLinked: item.isLinked))
    }
    diagnostics += ambiguities(found.ambiguous, matcher, concepts, entry.article)
  }
  return Diagnosed(mentions, diagnostics)
}

/// One diagnostic for each ambiguous form of an article, at its first place.
private func ambiguities(
  _ found: [FoundMention], _ matcher: MentionMatcher, _ concepts: [ConceptID], _ article: Article
) -> [Diagnostic] {
  var seen: Set<[Int]> = []
  var diagnostics: [Diagnostic] = []
  for mention in found where seen.insert(mention.terms).inserted {
    let text = article.prose.text(mention.range)
    let ids = mention.terms.map { concepts[matcher.terms[$0].concept].rawValue }
    diagnostics.append(
      Diagnostic(
        .ambiguousTerm, at: article.source.location(article.prose.span(of: mention.range)),
        "'\(text)' is a form of several terms and is linked to none",
        notes: ids.map { Diagnostic.Note("it could mean the concept '\($0)'") },
        help: "take the form from one of them with 'not-forms' in content/concepts.yml"))
  }
  return diagnostics
}
