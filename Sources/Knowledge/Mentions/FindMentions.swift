import Articles
import Diagnostics
import Language

/// Finds every mention of the linkable terms in articles of a knowledge base.
///
/// - Parameter known: All concepts; a form of several of them is given to the one that is the article's
///   subject, or directly related to it.
/// - Returns: The mentions in the order of article and place; a form that stays ambiguous is a
///   diagnostic at its first place in an article.
package func findMentions(
  in entries: [ArticleEntry], of terms: [LinkableTerm], among known: [Concept],
  catalog: LanguageCatalog, _ parallel: Parallel = Parallel(jobs: 1),
  memory: MentionMemory? = nil
) -> Diagnosed<[Mention]> {
  let numbers = Dictionary(
    known.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
  let finder = MentionFinder(
    terms, known, { numbers[$0] }, languages: Set(entries.map(\.language)).sorted(), catalog,
    parallel, memory)
  let found = parallel.map(Array(entries.enumerated())) { finder.mentions(in: $1, at: $0) }
  memory?.keep(only: entries)
  return Diagnosed(found.flatMap(\.value), found.flatMap(\.diagnostics))
}

/// Finds the mentions in one article of a base, as it stands now; the base may have been made of an
/// earlier state of it.
///
/// - Parameter index: its place in the base.
package func findMentions(
  in entry: ArticleEntry, at index: Int, of base: KnowledgeBase, catalog: LanguageCatalog,
  memory: MentionMemory? = nil
) -> [Mention] {
  let finder = MentionFinder(
    base.linkableTerms, base.concepts, { base.index(of: $0) }, languages: [entry.language], catalog,
    Parallel(jobs: 1), memory)
  return finder.mentions(in: entry, at: index).value
}

/// What is looked for in each language, ready for any number of articles.
private struct MentionFinder: Sendable {
  /// The terms of one language, and who finds them.
  private struct Searched: Sendable {
    var terms: [MentionTerm]
    var key: Fingerprint
    var matcher: Deferred<MentionMatcher>
  }

  private let known: [Concept]
  /// The place of a concept among the known ones.
  private let number: @Sendable (ConceptID) -> Int?
  private let searched: [LanguageCode: Searched]
  private let memory: MentionMemory?

  init(
    _ terms: [LinkableTerm], _ known: [Concept], _ number: @escaping @Sendable (ConceptID) -> Int?,
    languages: [LanguageCode], _ catalog: LanguageCatalog, _ parallel: Parallel,
    _ memory: MentionMemory?
  ) {
    self.known = known
    self.memory = memory
    self.number = number
    let isAllNew = memory?.isEmpty ?? true
    let made = parallel.map(languages) { language -> (LanguageCode, Searched)? in
      guard let pack = catalog[language] else { return nil }
      let own = Self.terms(terms, in: language, number)
      let key = Self.key(own)
      let make = { @Sendable in MentionMatcher(terms: own, pack: pack) }
      let matcher = Deferred { memory?.matcher(language, key, make: make) ?? make() }
      // Where it will be wanted for certain, both languages get theirs at the same time.
      if isAllNew { _ = matcher.value }
      return (language, Searched(terms: own, key: key, matcher: matcher))
    }
    searched = Dictionary(uniqueKeysWithValues: made.compactMap { $0 })
  }

  private static func terms(
    _ terms: [LinkableTerm], in language: LanguageCode, _ number: (ConceptID) -> Int?
  ) -> [MentionTerm] {
    terms.indices.compactMap { place in
      guard terms[place].language == language, let concept = number(terms[place].concept) else {
        return nil
      }
      return MentionTerm(
        text: terms[place].text, concept: concept, extraForms: terms[place].extraForms,
        excludedForms: terms[place].excludedForms)
    }
  }

  private static func key(_ terms: [MentionTerm]) -> Fingerprint {
    Fingerprint { key in
      for place in terms.indices {
        key.add(terms[place].text)
        key.add(terms[place].concept)
        for forms in [terms[place].extraForms, terms[place].excludedForms] {
          key.add(forms.count)
          for form in forms { key.add(form) }
        }
      }
    }
  }

  /// - Parameter index: the article's place in the base.
  func mentions(in entry: ArticleEntry, at index: Int) -> Diagnosed<[Mention]> {
    guard let searched = searched[entry.language] else { return Diagnosed([]) }
    let subject = entry.subject.flatMap(number)
    let related = Set(subject.map { known[$0].neighbours.compactMap(number) } ?? [])
    let find = {
      searched.matcher.value.mentions(
        in: entry.article, subject: subject, isRelated: { related.contains($0) })
    }
    let circumstances = MentionMemory.Circumstances(
      terms: searched.key, subject: subject, related: related)
    let found = memory?.mentions(of: entry.article, in: circumstances, find: find) ?? find()
    let mentions = found.items.map { item in
      Mention(
        article: index, concept: known[searched.terms[item.term].concept].id, range: item.range,
        sentence: item.sentence, isLinked: item.isLinked)
    }
    return Diagnosed(
      mentions, ambiguities(found.ambiguous, searched.terms, known, entry.article))
  }
}

/// One diagnostic for each ambiguous form of an article, at its first place.
private func ambiguities(
  _ found: [FoundMention], _ terms: [MentionTerm], _ known: [Concept], _ article: Article
) -> [Diagnostic] {
  var seen: Set<[Int]> = []
  var diagnostics: [Diagnostic] = []
  for mention in found where seen.insert(mention.terms).inserted {
    let text = article.prose.text(mention.range)
    let ids = mention.terms.map { known[terms[$0].concept].id.rawValue }
    diagnostics.append(
      Diagnostic(
        .ambiguousTerm, at: article.source.location(article.prose.span(of: mention.range)),
        "'\(text)' is a form of several terms and is linked to none",
        notes: ids.map { Diagnostic.Note("it could mean the concept '\($0)'") },
        help: "take the form from one of them with 'not-forms' in content/concepts.yml"))
  }
  return diagnostics
}

extension Concept {
  /// The concepts that it is directly related to.
  fileprivate var neighbours: [ConceptID] { broader + narrower + related + levelOf }
}
