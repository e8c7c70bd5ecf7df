import Language

/// What a word begins where it stands: a clause that hangs on the member before, a question, a reason.
extension Coordination {
  /// Whether a subordinate clause begins at a place; `det vill säga` counts as one.
  func startsClause(_ at: Int, _ range: Range<Int>) -> Bool {
    if analysis.has(at, subordinator) { return !asksFor(at, range) }
    if relatesAfter(at, range) { return true }
    // `Börja smått, gärna med några få artiklar`
    if analysis.isOne(at, of: qualifier), at + 2 < range.upperBound { return true }
    return (at + 1 < range.upperBound && analysis.has(at, pronoun) && analysis.has(at + 1, saying))
  }

  /// `…, i vilken en region …`, but not `i vilken grad`, which asks.
  private func relatesAfter(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 2 < range.upperBound, analysis.has(at, preposition), asks(at + 1) else {
      return false
    }
    return analysis.has(at + 2, article | pronoun)
      || analysis.inflection.isDefinite(
        analysis.lowercased(at + 2))
  }

  /// Whether a word that relates asks here, and so begins a member of its own: `behovet, vilket system
  /// som finns och …`, but not `…, vilket kan …`.
  func asksFor(_ at: Int, _ range: Range<Int>) -> Bool {
    // `hvor lenge reisen varer`, but not `hvor reisen går`.
    if analysis.has(at, starter), at + 1 < range.upperBound, analysis.has(at + 1, extent) {
      return true
    }
    guard analysis.has(at, starter), analysis.has(at, asking),
      !analysis.has(at, relativeNoun | conditional), at + 1 < range.upperBound
    else { return false }
    return analysis[at + 1].isWord && !analysis.has(at + 1, unasked)
  }

  /// Whether a word relates to a whole clause, as `vilket` does.
  func asks(_ at: Int) -> Bool {
    analysis.has(at, starter) && analysis.has(at, asking)
      && !analysis.has(at, relativeNoun | conditional)
  }

  /// Whether a member begins with the words that lead the list in: `för att a, för att b`.
  func repeatsLead(_ at: Int, _ range: Range<Int>) -> Bool {
    let lead = range.lowerBound - 2
    return at + 1 < range.upperBound && analysis.id(at) != 0
      && analysis.id(at) == analysis.id(lead) && analysis.id(at + 1) == analysis.id(lead + 1)
      && analysis.has(at + 1, mark)
  }

  /// Whether a member begins with the word that stands before the list: `att a och att b`.
  func repeatsWord(_ at: Int, _ range: Range<Int>) -> Bool {
    analysis.has(at, starter) && analysis.id(at) == analysis.id(range.lowerBound - 1)
  }

  func startsAlike(_ a: Int, _ b: Int) -> Bool {
    analysis.has(a, starter) && analysis.has(b, starter) && analysis.id(a) == analysis.id(b)
  }

  /// Whether a word asks and does nothing else: `hur`, `huruvida`.
  func isAsking(_ at: Int) -> Bool {
    analysis.has(at, starter)
      && !analysis.has(at, preposition | mark | asWord | asking | relativeNoun | conditional)
  }

  /// Whether a word begins an indirect question: `hvem`, `om`.
  func isQuestion(_ at: Int) -> Bool {
    analysis.has(at, starter) && !analysis.has(at, mark | asWord)
      && (!analysis.has(at, preposition) || analysis.has(at, conditional))
  }

  /// Whether words say what not to do: `ikke lov mer enn du kan holde`.
  func warnsOff(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count > 2 else { return false }
    return analysis.has(first, negation) && analysis.has(first + 1, imperative)
  }

  /// Where a clause of reason begins in a stretch, after two words at the least.
  func reason(in range: Range<Int>) -> Int? {
    range.dropFirst(2).first { isReason($0) && $0 + 2 < range.upperBound }
  }

  /// Where a clause of reason or result begins at a place: `eftersom`, `slik at`.
  func reason(_ at: Int, _ range: Range<Int>) -> Int? {
    guard at + 2 < range.upperBound, at > range.lowerBound + 1 else { return nil }
    if isReason(at) || isTime(at, range) || isLack(at, range) { return at }
    return analysis.has(at, resultWord) && analysis.has(at + 1, mark) ? at : nil
  }

  /// Whether a clause of time closes the one before it: `sakene går fortere når ingen venter`. Behind a
  /// verb it is what is known or asked: `alle vet når det skjer`; behind an adverb the point lies in it:
  /// `de möts även när allt går väl`.
  private func isTime(_ at: Int, _ range: Range<Int>) -> Bool {
    analysis.isOne(at, of: timeWord) && !analysis.isVerb(at - 1)
      && !analysis.has(at - 1, infinitive | adverb)
      && analysis.anyFinite(range.lowerBound..<at)
      && analysis.anyFinite(at + 2..<min(at + 8, range.upperBound))
      && !range[at...].contains { analysis.isMark($0, ":") }
  }

  /// `utan att någon märker det`, which only tells how; but not `utan att anställa fler`.
  private func isLack(_ start: Int, _ range: Range<Int>) -> Bool {
    // `nästan utan att`
    let at = analysis.has(start, adverb) ? start + 1 : start
    guard analysis.isOne(at, of: without), at + 3 < range.upperBound,
      analysis.has(at + 1, starter), !analysis.has(at + 1, pronoun),
      !analysis.has(at + 2, infinitive), !analysis.any(range.lowerBound..<start, modal)
    else { return false }
    return analysis.anyFinite(range.lowerBound..<start)
      && analysis.anyFinite(at + 2..<min(at + 7, range.upperBound))
  }

  /// A word of reason that is a preposition too, as `för`, gives a reason only after a comma.
  func isReason(_ at: Int) -> Bool {
    guard analysis.has(at, reasonWord) else { return false }
    // `då och då` is one adverb.
    if [at - 1, at + 1].contains(where: {
      analysis.has($0, conjunction) && analysis.has($0, adverb)
    }) {
      return false
    }
    return !analysis.has(at, preposition) || analysis.isMark(at - 1, ",")
  }
}
