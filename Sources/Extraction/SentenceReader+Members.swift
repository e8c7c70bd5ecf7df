import Language

/// What a member of a list is, and where it ends.
extension SentenceReader {
  /// What an infinitive says without the clause that goes on after it: `vara billigt och mycket av
  /// arbetet kan delas`.
  func withoutNextClause(_ member: Conjunct) -> Conjunct {
    guard startsWithVerb(member) else { return withoutNextSubject(member) }
    let cut = member.range.dropFirst(2).first { at in
      analysis.has(at, conjunction) && at + 2 < member.range.upperBound
        && !analysis.has(at + 1, infinitive | mark) && !analysis.isFinite(at + 1)
        && !analysis.any(member.range.lowerBound..<at, subordinator)
        && analysis.anyFinite(at + 2..<member.range.upperBound)
    }
    guard let cut else { return member }
    return Conjunct(range: member.range.lowerBound..<cut)
  }

  /// What a noun phrase says without the clause that goes on after it: `färre frågor och receptionen kan
  /// stängas`.
  private func withoutNextSubject(_ member: Conjunct) -> Conjunct {
    let cut = member.range.dropFirst().first { at in
      analysis.has(at, conjunction) && at + 3 < member.range.upperBound
        && coordination.isClause(at + 1..<member.range.upperBound)
        && (analysis.isFinite(at + 1)
          || analysis.inflection.isDefinite(analysis.lowercased(at + 1)))
    }
    // `banken, kunden og megleren snakker sammen`: they are subjects together.
    guard let cut, !analysis.anyFinite(member.range.lowerBound..<cut),
      !analysis.inflection.isDefinite(analysis.lowercased(cut - 1)),
      !(member.range.lowerBound..<cut).contains(where: { analysis.isMark($0, ",") }),
      !analysis.any(member.range.lowerBound..<cut, subordinator | mark)
    else { return member }
    return Conjunct(range: member.range.lowerBound..<cut)
  }

  func startsWithVerb(_ member: Conjunct?) -> Bool {
    guard let first = member?.range.first else { return false }
    return analysis.has(first, infinitive)
  }

  /// Whether a member begins with a word that the pack does not know, which may well be a verb where
  /// its neighbours begin with one.
  func isUnknown(_ member: Conjunct) -> Bool {
    guard let first = member.range.first else { return false }
    return analysis.id(first) == 0 && analysis[first].shape == .lower
  }

  /// Whether words hold a name; at the start of a sentence, a word that neither the pack nor the
  /// article has without its capital.
  func isNamed(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    range.contains { at in
      if analysis.isName(at, sentenceStart: sentence.first) { return true }
      return at == sentence.first && analysis[at].shape == .capitalised
        && analysis.id(at) == 0 && !analysis.common.contains(analysis[at].hash)
    }
  }

  /// Whether a lone word after a copula, with no article, is nothing that is known for a noun.
  func isPredicate(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let only = range.first, analysis.has(only - 1, be),
      analysis[only].shape == .lower
    else { return false }
    let emphasis = analysis.marks(from: Int(analysis[only].start))
    let word = CaseFolding.lowercased(analysis.string(range))
    return emphasis.isEmpty && analysis.inflection.nounEvidence(of: word) == nil
  }

  /// One word, which neither an article nor its form makes a noun.
  func isAdjective(_ member: Conjunct) -> Bool {
    let first = member.range.lowerBound
    // `Enheterna kan vara företag eller avdelningar` says what they are.
    let word = analysis.lowercased(first)
    guard analysis.inflection.nounEvidence(of: word) == nil || analysis.inflection.isAdjective(word)
    else { return false }
    return (member.range.count == 1 || member.completion != nil) && analysis[first].shape == .lower
      && !analysis.has(first - 1, article)
  }
}
