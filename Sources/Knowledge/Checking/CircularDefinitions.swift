import Articles
import Diagnostics
import Language

/// Definitions that say what a term means by the term itself, or by each other.
func circularDefinitions(_ checked: CheckedBase) -> [Diagnostic] {
  var finder = DefinitionTerms(checked)
  var diagnostics: [Diagnostic] = []
  for language in checked.base.languages {
    var edges: [(from: Int, to: Int)] = []
    for (index, concept) in checked.base.concepts.enumerated() {
      guard let shown = concept.definition(in: language) else { continue }
      for definition in concept.definitions where definition.language == language {
        let terms = finder.terms(in: definition)
        if usesItself(terms, concept, definition), let term = concept.term(in: language),
          let location = checked.location(of: definition, of: concept)
        {
          diagnostics.append(
            Diagnostic(
              .circularDefinition, at: location,
              "the definition of '\(term)' uses the term that it defines"))
        }
        guard definition == shown else { continue }
        for other in Set(terms.map(\.concept)).sorted() where other != concept.id {
          if let target = checked.base.index(of: other) { edges.append((index, target)) }
        }
      }
    }
    diagnostics += circles(edges, language, checked)
  }
  return diagnostics
}

/// A term stands once in its own definition, as what is defined, or not at all where only the defining
/// words are looked at. Its synonyms may be named beside it.
private func usesItself(
  _ terms: [DefinitionTerms.Term], _ concept: Concept, _ definition: Definition
) -> Bool {
  var counts: [String: Int] = [:]
  for term in terms where term.concept == concept.id { counts[term.lemma, default: 0] += 1 }
  if definition.origin == .explanation { return false }
  let opens = terms.first { $0.concept == concept.id }?.opens ?? false
  let allowed = definition.origin != .entry || opens ? 1 : 0
  return counts.values.contains { $0 > allowed }
}

/// One diagnostic for each group of concepts whose definitions lead round to each other.
private func circles(
  _ edges: [(from: Int, to: Int)], _ language: LanguageCode, _ checked: CheckedBase
) -> [Diagnostic] {
  let concepts = checked.base.concepts
  let parts = StronglyConnected.parts(count: concepts.count, edges: edges)
  var groups: [Int: [Int]] = [:]
  for index in Set(edges.flatMap { [$0.from, $0.to] }) {
    groups[parts[index], default: []].append(index)
  }
  var diagnostics: [Diagnostic] = []
  for group in groups.values where group.count > 1 {
    let members = group.sorted()
    let places = members.compactMap { index -> (term: String, location: Location)? in
      guard let term = concepts[index].term(in: language),
        let definition = concepts[index].definition(in: language),
        let location = checked.location(of: definition, of: concepts[index])
      else { return nil }
      return (term, location)
    }
    guard let first = places.first else { continue }
    let names = places.map { "'\($0.term)'" }
    let listed = names.count > 6 ? names.prefix(6) + ["…"] : names[...]
    diagnostics.append(
      Diagnostic(
        .circularDefinition, at: first.location,
        "the definitions of \(listed.joined(separator: ", ")) lead round to each other",
        notes: places.dropFirst().prefix(5).map {
          Diagnostic.Note("'\($0.term)' is defined here", at: $0.location)
        }))
  }
  return diagnostics
}

/// Which terms definitions use.
private struct DefinitionTerms {
  struct Term {
    var concept: ConceptID
    /// The term that was used, so that a synonym is not taken for a second use of the term.
    var lemma: String
    /// Whether at most an article stands before it, so that it is what is defined.
    var opens = true
  }

  private let checked: CheckedBase
  private var matchers: [LanguageCode: (MentionMatcher, [ConceptID])] = [:]

  init(_ checked: CheckedBase) { self.checked = checked }

  mutating func terms(in definition: Definition) -> [Term] {
    if let citation = definition.citation { return terms(at: citation, definition.language) }
    guard let (matcher, concepts) = matcher(for: definition.language) else { return [] }
    let bytes = Array(definition.text.utf8)
    return matcher.mentions(in: bytes).compactMap { found in
      guard let term = found.term else { return nil }
      let text = String(decoding: bytes[found.range], as: UTF8.self)
      return Term(
        concept: concepts[matcher.terms[term].concept],
        lemma: checked.grammars[definition.language].lemmaKey(text),
        opens: bytes[..<found.range.lowerBound].count { $0 == 0x20 } <= 1)
    }
  }

  /// The mentions of an article that lie within a citation.
  private func terms(at citation: Citation, _ language: LanguageCode) -> [Term] {
    let article = checked.base.articles[citation.article].article
    let span = citation.location.span
    let mentions = checked.base.mentions
    var low = checked.mentions[citation.article].lowerBound
    var high = checked.mentions[citation.article].upperBound
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if article.prose.span(of: mentions[middle].range).start < span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var terms: [Term] = []
    while low < end, article.prose.span(of: mentions[low].range).end <= span.end {
      let text = article.prose.text(mentions[low].range)
      terms.append(
        Term(concept: mentions[low].concept, lemma: checked.grammars[language].lemmaKey(text)))
      low += 1
    }
    return terms
  }

  private mutating func matcher(for language: LanguageCode) -> (MentionMatcher, [ConceptID])? {
    if let made = matchers[language] { return made }
    guard let pack = checked.catalog[language] else { return nil }
    let own = checked.base.linkableTerms.filter { $0.language == language }
    let terms = own.enumerated().map { number, term in
      MentionTerm(
        text: term.text, concept: number, extraForms: term.extraForms,
        excludedForms: term.excludedForms)
    }
    let made = (MentionMatcher(terms: terms, pack: pack), own.map(\.concept))
    matchers[language] = made
    return made
  }
}
