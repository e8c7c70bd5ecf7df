import Language

/// The ends of an axis, where the text names them: `från löst till fast`.
struct Poles {
  let analysis: TextAnalysis
  let outline: Outline
  private let stop: UInt64

  /// How many words and marks an end may have.
  private static let longest = 6

  init(_ analysis: TextAnalysis, _ outline: Outline) {
    self.analysis = analysis
    self.outline = outline
    stop = analysis.book.bits("finite", "modal", "be", "clause", "relative")
  }

  /// Gives the dimensions among some candidates their ends: from what their item says, or from the
  /// sentence that names them and the one after it.
  func attach(to candidates: inout [FactCollector.Candidate]) {
    for index in candidates.indices
    where candidates[index].fact.facet == .dimension && candidates[index].fact.poles.isEmpty {
      candidates[index].fact.poles = poles(of: candidates[index], among: candidates)
    }
  }

  private func poles(
    of candidate: FactCollector.Candidate, among candidates: [FactCollector.Candidate]
  ) -> [String] {
    let named = poles(in: candidate.label, analysis.book.poles)
    if !named.isEmpty { return named }
    let sentences = analysis.blocks[outline.leaves[candidate.leaf].block].sentences
    // Of a whole sentence the beginning says nothing.
    let inSentences = analysis.book.poles.filter { !$0.source.hasPrefix("^") }
    guard let place = sentences.firstIndex(where: { $0.contains(candidate.label.lowerBound) })
    else {
      return []
    }
    for (offset, sentence) in sentences[place...].prefix(2).enumerated()
    where sentence.count <= TextAnalysis.longestSentence {
      let others = candidates.filter {
        $0.fact.facet == .dimension && sentence.contains($0.label.lowerBound)
      }
      // A sentence that names several axes does not say whose ends it gives; nor does the next one
      // where it names another.
      if others.count > (offset == 0 ? 1 : 0) { return [] }
      let found = poles(in: sentence, inSentences)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func poles(in sentence: Range<Int>, _ patterns: [Pattern]) -> [String] {
    for pattern in patterns {
      guard let match = analysis.match(pattern, sentence), match.captures.count == 2 else {
        continue
      }
      let ends = match.captures.map { end($0) }
      guard ends.allSatisfy({ !$0.isEmpty && $0.count <= Self.longest }) else { continue }
      return ends.map { analysis.label($0) }
    }
    return []
  }

  /// The words up to a mark, a verb or a clause.
  private func end(_ range: Range<Int>) -> Range<Int> {
    let last = range.first { at in
      analysis.has(at, stop) || (analysis[at].kind == .punctuation && !analysis.isMark(at, "-"))
    }
    return analysis.trimmed(range.lowerBound..<(last ?? range.upperBound))
  }
}
