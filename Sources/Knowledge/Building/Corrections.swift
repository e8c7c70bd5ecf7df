import Articles
import Diagnostics
import Extraction
import Language

/// Applies what the editors want changed to the facts of each article, before anything is made of them.
/// Nothing that they wrote is lost: a correction that meets no fact is reported.
func applyCorrections(_ material: Material) -> Diagnosed<[ArticleFacts]> {
  var facts = material.facts
  var diagnostics: [Diagnostic] = []
  var hints = NameHints()
  for correction in material.decisions.corrections {
    guard let index = ContentPath.normalized(correction.path.text).flatMap({ material.places[$0] })
    else {
      diagnostics.append(deadCorrection(correction.path, material, &hints))
      continue
    }
    let corrector = Corrector(
      article: material.articles[index], grammar: material.grammars[facts[index].language])
    for action in correction.actions {
      diagnostics += corrector.apply(action, to: &facts[index].facts)
    }
  }
  return Diagnosed(facts, diagnostics)
}

private func deadCorrection(
  _ path: EditorialDecisions.Words, _ material: Material, _ hints: inout NameHints
) -> Diagnostic {
  let isDraft = ContentPath.normalized(path.text).map(material.drafts.contains) ?? false
  return Diagnostic(
    .unusedCorrection, at: path.location,
    isDraft ? "the corrected article '\(path.text)' is a draft" : "no article '\(path.text)'",
    help: isDraft
      ? nil
      : hints.nearest(to: path.text, among: material.articles.lazy.map(\.path))
        .map { "did you mean '\($0)'?" })
}

private struct Corrector {
  typealias Correction = EditorialDecisions.Correction

  let article: Article
  let grammar: TermGrammar

  func apply(_ action: Correction.Action, to facts: inout [Fact]) -> [Diagnostic] {
    switch action {
    case .reject(let selector):
      let matches = indices(of: selector, in: facts)
      guard !matches.isEmpty else { return [unused(selector, in: facts)] }
      facts = facts.enumerated().filter { !matches.contains($0.offset) }.map(\.element)
    case .relabel(let selector, let label):
      let matches = indices(of: selector, in: facts)
      guard !matches.isEmpty else { return [unused(selector, in: facts)] }
      for index in matches {
        facts[index].label = label
        facts[index].key = nil
      }
    case .move(let selector, let facet):
      let matches = indices(of: selector, in: facts)
      guard !matches.isEmpty else { return [unused(selector, in: facts)] }
      for index in matches { facts[index].facet = facet }
    case .add(let addition):
      return add(addition, to: &facts)
    }
    return []
  }

  private func indices(of selector: Correction.Selector, in facts: [Fact]) -> Set<Int> {
    let key = grammar.lemmaKey(selector.label)
    return Set(
      facts.indices.filter {
        facts[$0].facet == selector.facet
          && (facts[$0].label == selector.label
            || (facts[$0].key ?? grammar.lemmaKey(facts[$0].label)) == key)
      })
  }

  private func unused(_ selector: Correction.Selector, in facts: [Fact]) -> Diagnostic {
    let key = grammar.lemmaKey(selector.label)
    let elsewhere = facts.first { ($0.key ?? grammar.lemmaKey($0.label)) == key }
    let labels = facts.lazy.filter { $0.facet == selector.facet }.map(\.label)
    let help =
      elsewhere.map { "the article has '\($0.label)' as a \($0.facet.rawValue)" }
      ?? nearest(to: selector.label, among: labels).map { "did you mean '\($0)'?" }
    return Diagnostic(
      .unusedCorrection, at: selector.location,
      "'\(article.path)' has no \(selector.facet.rawValue) '\(selector.label)'", help: help)
  }

  private func add(_ addition: Correction.Addition, to facts: inout [Fact]) -> [Diagnostic] {
    let key = grammar.lemmaKey(addition.label)
    let isKnown = facts.contains {
      $0.facet == addition.facet && $0.subject == addition.subject
        && $0.text == addition.text ?? $0.text && ($0.key ?? grammar.lemmaKey($0.label)) == key
    }
    if isKnown {
      return [
        Diagnostic(
          .unusedCorrection, at: addition.location,
          "'\(article.path)' already has the \(addition.facet.rawValue) '\(addition.label)'")
      ]
    }
    let words = addition.text ?? addition.label
    var fact = Fact(
      facet: addition.facet, label: addition.label, text: words,
      span: place(of: words) ?? place(of: addition.label) ?? SourceSpan(at: 0),
      rule: "concepts.yml")
    fact.subject = addition.subject
    fact.explanation = addition.explanation
    fact.order = addition.order
    facts.append(fact)
    return []
  }

  /// Where the article says these words, if it does.
  private func place(of words: String) -> SourceSpan? {
    let wanted = Array(words.utf8)
    let bytes = article.prose.bytes
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return article.prose.span(of: start..<(start + wanted.count))
      }
    }
    return nil
  }
}
