import Diagnostics
import Language

/// A concept that is declared, or has an article, but is called nothing in one of the site's languages.
func untranslatedConcepts(_ checked: CheckedBase) -> [Diagnostic] {
  let languages = checked.base.languages
  var diagnostics: [Diagnostic] = []
  for concept in checked.base.concepts {
    guard checked.entries[concept.id] != nil || !concept.articles.isEmpty,
      let known = languages.first(where: { concept.term(in: $0) != nil }),
      let term = concept.term(in: known),
      let location = checked.location(of: concept, in: known)
    else { continue }
    for language in languages where concept.term(in: language) == nil {
      diagnostics.append(
        Diagnostic(
          .untranslatedConcept, at: location, "'\(term)' has no term in '\(language)'",
          help: "declare it in concepts.yml, or translate the article about it"))
    }
  }
  return diagnostics
}

/// A term of an entry that no article of its language uses, and of which nothing is said there.
func unusedTerms(_ checked: CheckedBase) -> [Diagnostic] {
  struct Use: Hashable {
    var concept: ConceptID
    var language: LanguageCode
  }
  if checked.entries.isEmpty { return [] }
  var used: Set<Use> = []
  for mention in checked.base.mentions {
    used.insert(
      Use(
        concept: mention.concept, language: checked.base.articles[mention.article].language))
  }
  for statement in checked.base.statements {
    used.insert(Use(concept: statement.concept, language: statement.language))
    if let target = statement.target {
      used.insert(Use(concept: target, language: statement.language))
    }
  }
  var diagnostics: [Diagnostic] = []
  for concept in checked.base.concepts {
    guard let entry = checked.entries[concept.id] else { continue }
    for language in checked.base.languages {
      guard let term = entry.names[language]?.term, !checked.isSubject(concept, in: language),
        !used.contains(Use(concept: concept.id, language: language)),
        !concept.definitions.contains(where: { $0.language == language && $0.citation != nil })
      else { continue }
      diagnostics.append(
        Diagnostic(
          .unusedTerm, at: term.location, "no article in '\(language)' uses '\(term.text)'"))
    }
  }
  return diagnostics
}

/// An article whose text is in another language than the one it is said to be in.
func wrongLanguages(_ checked: CheckedBase) -> [Diagnostic] {
  let found = checked.parallel.map(Array(checked.base.articles.indices)) { index -> Diagnostic? in
    let entry = checked.base.articles[index]
    let start = Array(entry.article.prose.bytes.prefix(1500))
    guard let found = checked.catalog.detect(start), found != entry.language
    else { return nil }
    return Diagnostic(
      .wrongLanguage, at: checked.start(of: index),
      "the article is said to be in '\(entry.language)' but reads like '\(found)'",
      help: "say 'lang: \(found)' in its front matter, or move it to that language's folder")
  }
  return found.compactMap { $0 }
}
