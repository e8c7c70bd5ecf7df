import Articles
import Diagnostics
import Language

/// Reads out of an article what it states: its subject and its facts, each with its place and the rule
/// that found it. Pure: depends on the article and the pack alone.
///
/// - Parameter isExplaining: whether to tell also which sentences below headings that promise a facet gave
///   nothing, and why.
package func extract(
  _ article: Article, using pack: LanguagePack, isExplaining: Bool = false
) -> Diagnosed<ArticleFacts> {
  let analysis = TextAnalysis(article, pack: pack)
  let outline = Outline(article, analysis)

  var collector = FactCollector(analysis, outline, isExplaining: isExplaining)
  collector.collect()
  var candidates = collector.candidates

  let definitions = Definitions(analysis, outline, collector)
  var subject = SubjectFinder(analysis, outline).subject(definitions: definitions.found)
  definitions.addSynonyms(to: &subject)

  NamedCases(analysis, outline, collector).add(to: &candidates)
  Explanations(analysis, outline).attach(
    to: &candidates, consumed: collector.consumed, definitions: definitions.found)
  Poles(analysis, outline).attach(to: &candidates)
  // A sentence that defines a term is not also a point of the list that it stands in.
  let defining = Dictionary(
    definitions.found.map { ($0.sentence.lowerBound, $0.designation.lowerBound) },
    uniquingKeysWith: min)
  candidates.removeAll { candidate in
    guard candidate.fact.rule.hasPrefix("clause."),
      let term = defining[
        analysis.sentenceStart(of: candidate.label.lowerBound, candidate.leaf, outline)]
    else { return false }
    // `Därefter skriver en grupp manuset, som är en lista över …` tells both.
    if candidate.fact.facet == .step, term > candidate.label.lowerBound { return false }
    // But `Svaren påverkas av vem som frågar, vilket kallas intervjuareffekt.` has told it before.
    let isTold =
      candidate.label.upperBound < term
      && analysis.any(
        candidate.label.upperBound..<term, analysis.book.bit("relative"))
    return !isTold
  }
  candidates += definedTypes(
    definitions.found, collector, outline, analysis, subject: subject?.term ?? "")
  candidates += definitions.candidates()
  let facts = merged(candidates, analysis)

  var result = ArticleFacts(
    path: article.path, language: article.language, subject: subject, facts: facts)
  // A sentence that defines something has said what it has to say.
  let defined = Set(facts.map(\.text))
  result.silences = collector.silences.filter { !defined.contains($0.text) }
  return Diagnosed(result, emptyFacets(collector, outline, analysis))
}

/// What is defined in the prose below a heading of types is one of them: where it is a kind of the
/// subject, where it is emphasised, or where several are defined so and nothing else is listed.
private func definedTypes(
  _ found: [DefinitionFinder.Found], _ collector: FactCollector, _ outline: Outline,
  _ analysis: TextAnalysis, subject: String
) -> [FactCollector.Candidate] {
  let head = analysis.lemmaKey(of: subject.split(separator: " ").last.map(String.init) ?? "")
  var types: [FactCollector.Candidate] = []
  for (index, section) in outline.sections.enumerated()
  where collector.promises[index].facets.first(where: { $0 != .definition }) == .type {
    let defined = found.filter { section.leaves.contains($0.leaf) }
    if defined.isEmpty { continue }
    let listed = collector.candidates.filter { $0.section == index && $0.fact.facet == .type }
    if listed.contains(where: { $0.group >= 0 }) { continue }
    for definition in defined {
      let term = definition.fact.label
      let last = term.split(separator: " ").last.map(String.init) ?? term
      let isKind =
        !head.isEmpty && analysis.lemmaKey(of: term) != analysis.lemmaKey(of: subject)
        && (analysis.lemmaKey(of: last) == head
          || analysis.inflection.lastPart(of: last).map(analysis.lemmaKey) == head)
      guard isKind || (listed.isEmpty && defined.count > 1) || definition.isEmphasised else {
        continue
      }
      var fact = definition.fact
      fact.facet = .type
      fact.rule = "definition.type"
      fact.definiens = nil
      fact.explanation = fact.text
      types.append(
        FactCollector.Candidate(
          fact: fact, label: definition.sentence, section: index, leaf: definition.leaf))
    }
  }
  return types
}

/// One fact, one record: a point made twice stays where it is fullest. In the order of the text.
private func merged(
  _ candidates: [FactCollector.Candidate], _ analysis: TextAnalysis
) -> [Fact] {
  struct Key: Hashable {
    var facet: Facet
    var label: String
    var text: String
  }
  var places: [Key: Int] = [:]
  var facts: [Fact] = []
  for candidate in candidates.sorted(by: { ($0.fact.span, $0.place) < ($1.fact.span, $1.place) }) {
    var fact = candidate.fact
    let label = analysis.lemmaKey(of: fact.label)
    fact.key = label
    let key = Key(
      facet: fact.facet, label: label,
      // Differently worded definitions of one term all count.
      text: fact.facet == .definition ? fact.text : "")
    guard let place = places[key] else {
      places[key] = facts.count
      facts.append(fact)
      continue
    }
    if facts[place].explanation == nil { facts[place].explanation = fact.explanation }
  }
  return facts
}

/// A heading promises a facet, and nothing was found under it.
private func emptyFacets(
  _ collector: FactCollector, _ outline: Outline, _ analysis: TextAnalysis
) -> [Diagnostic] {
  collector.emptySections.compactMap { index in
    guard let heading = outline.sections[index].heading else { return nil }
    let promise = collector.promises[index]
    let facets = promise.facets.map(\.rawValue).joined(separator: ", ")
    let span = analysis.span(analysis.blocks[outline.leaves[heading].block].tokens)
    return Diagnostic(
      .emptyFacet, at: analysis.article.source.location(span),
      "the heading promises '\(facets)', but nothing was found under it",
      help:
        "make the points a list, or put a comment such as <!-- begrepp: ignore --> above the text")
  }
}
