import Language

/// Whether a sentence takes back what its words seem to say.
extension SentenceReader {
  /// Whether a sentence takes back what it says; a drawback may well be that something is seldom so.
  func isDenied(_ sentence: Range<Int>, _ facet: Facet) -> Bool {
    if analysis.any(sentence, denial) { return true }
    guard facet != .drawback else { return false }
    // `Utan stöd går det sällan`: what is missing would make it go.
    if let first = unled(sentence).first, analysis.isOne(first, of: without) { return false }
    // `Stor betydelse har det inte`, but `Utan regler fungerar det inte`.
    if let first = sentence.first, let last = analysis.trimmed(sentence).last,
      analysis.has(last, negation), !analysis.has(first, preposition)
    {
      return true
    }
    // `…, selv om den sjelden innrømmer det`: that is said of something else.
    let clause = sentence.first { at in
      analysis.isMark(at, ",") && at + 1 < sentence.upperBound && at > sentence.lowerBound + 3
        && analysis.has(at + 1, subordinator)
    }
    return (sentence.lowerBound..<(clause ?? sentence.upperBound)).contains { at in
      // `blir mer sällan sjuk` is said for something.
      analysis.has(at, seldom) && !isInRelativeClause(at, sentence) && !isLacking(at, sentence)
        && !(at > sentence.lowerBound && analysis.isOne(at - 1, of: more))
    }
  }

  /// `…, och utan regler är den knappast genomförbar`: what is missing would make it go.
  private func isLacking(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let clause = (sentence.lowerBound..<at).reversed().prefix { !analysis.isMark($0, ",") }
    return clause.contains { analysis.isOne($0, of: without) }
  }

  /// `bøker som sjelden blir lånt`: what a relative clause says is said of its noun alone.
  private func isInRelativeClause(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let clause = (sentence.lowerBound..<at).reversed().prefix {
      !analysis.has($0, conjunction) && analysis[$0].kind != .punctuation
    }
    return clause.dropLast(2).contains { analysis.has($0, coordination.relativeNoun) }
  }

  /// Whether what is said of a label is denied.
  func isFollowedByDenial(_ label: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = label.upperBound
    return next + 1 < sentence.upperBound && analysis.has(next, be)
      && analysis.has(next + 1, negation)
  }
}
