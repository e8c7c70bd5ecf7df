import Language

/// Points as an editor would write them: without what ties them to the sentences before, and with the
/// subject first.
extension SentenceReader {
  func pointed(_ found: [Found], _ sentence: Range<Int>) -> [Found] {
    found.flatMap { one -> [Found] in
      guard [.benefit, .drawback, .successFactor].contains(one.facet), one.completion == nil
      else { return [one] }
      var one = one
      let actions = one.rule.hasPrefix("clause.") ? actions(in: one.label) : []
      if actions.count > 1 {
        return actions.map { action in
          var part = one
          part.label = action.range
          part.text = nil
          part.explanation = action.explanation
          return part
        }
      }
      if one.text != nil { return [one] }
      if let rest = gapped(one, sentence) { return rest }
      one.label = unreferred(one.label, one.facet)
      one.text = written(one.label, sentence)
      return [one]
    }
  }

  /// What somebody can, or shall, do, where that is several things with objects of their own: `Planen ska
  /// samla tjänsterna och stärka brukaren`.
  private func actions(in label: Range<Int>) -> [Conjunct] {
    guard let modal = label.prefix(7).first(where: { analysis.has($0, modal) }),
      // `kan kommunen sänka …`
      let verb = modal == label.first
        ? label.dropFirst(2).prefix(4).first(where: { analysis.has($0, infinitive) }) : modal + 1,
      verb < label.upperBound, analysis.has(verb, infinitive),
      !analysis.any(label.lowerBound..<modal, subordinator | infinitive),
      !analysis.any(modal + 1..<verb, subordinator | mark | preposition),
      !analysis.any(label, negation)
    else { return [] }
    let parts = coordination.phrases(verb..<label.upperBound)
    return parts.allSatisfy { part in
      startsWithVerb(part) && part.range.count > 1 && part.completion == nil
        && !startsPassive(part.range)
    } ? parts : []
  }

  /// Two points of which the second shares the verb of the first: `personalen blir tryggare och olyckorna
  /// färre`.
  private func gapped(_ found: Found, _ sentence: Range<Int>) -> [Found]? {
    let label = found.label
    guard let joint = label.last(where: { analysis.has($0, conjunction) }),
      (2...4).contains(label.upperBound - joint - 1), let last = label.last,
      describesAlone(last), !analysis.anyFinite(joint + 1..<label.upperBound),
      !analysis.any(joint + 1..<last, preposition | comparative | conjunction),
      analysis.inflection.isDefinite(analysis.lowercased(last - 1)),
      let verb = label.prefix(while: { $0 < joint }).first(where: { analysis.isFinite($0) }),
      analysis.has(verb, be), verb + 1 < joint,
      describesAlone(joint - (analysis.isMark(joint - 1, ",") ? 2 : 1))
    else { return nil }
    var (first, second) = (found, found)
    let comma = analysis.isMark(joint - 1, ",") ? 1 : 0
    first.label = label.lowerBound..<joint - comma
    second.label = joint + 1..<label.upperBound
    second.text = [
      analysis.label(joint + 1..<last), analysis.lowercased(verb), analysis.string(last..<last + 1),
    ].joined(separator: " ")
    first.explanation = nil
    first.text = written(first.label, sentence)
    return [first, second]
  }

  /// Whether a word is known for an adjective, as a copula has it.
  private func describesAlone(_ at: Int) -> Bool {
    analysis.has(at, comparative) || analysis.inflection.isAdjective(analysis.lowercased(at))
  }

  /// Without a pronoun that says of whom the text spoke: `melder at de slipper køen` tells of `slipper
  /// køen`; but not `at det tar tid`, `at de som venter …`.
  private func unreferred(_ label: Range<Int>, _ facet: Facet) -> Range<Int> {
    guard facet != .successFactor, label.count > 3, let first = label.first, first > 0,
      analysis.has(first - 1, mark),
      analysis.has(first, back), analysis.has(first, pronoun), !analysis.has(first, vague),
      analysis.isFinite(first + 1), !analysis.has(first + 1, self.be)
    else { return label }
    return first + 1..<label.upperBound
  }

  /// The words of a label in the order of a main clause, without the adverb that adds it to others; nil
  /// where they are to stand as they do.
  private func written(_ label: Range<Int>, _ sentence: Range<Int>) -> String? {
    if let denied = deniedFirst(label) { return denied }
    var pieces = [label]
    if let subject = invertedSubject(label, sentence) {
      pieces = [
        subject, label.lowerBound..<subject.lowerBound, subject.upperBound..<label.upperBound,
      ]
    }
    if let adverb = addition(in: label, after: pieces.count > 1 ? pieces[0].upperBound : nil) {
      pieces = pieces.flatMap { piece in
        piece.contains(adverb)
          ? [piece.lowerBound..<adverb, adverb + 1..<piece.upperBound] : [piece]
      }
    }
    pieces.removeAll { $0.isEmpty }
    guard pieces != [label], !pieces.isEmpty else { return nil }
    return pieces.dropFirst().reduce(into: analysis.label(pieces[0])) { text, piece in
      let isMark = analysis[piece.lowerBound].kind == .punctuation
      text += isMark && !analysis[piece.lowerBound].isSpaced ? "" : " "
      text +=
        piece.lowerBound == label.lowerBound
        ? CaseFolding.lowercased(analysis.string(piece)) : analysis.string(piece)
    }
  }

  /// The subject of a clause that begins with its verb, since something else stands first in its
  /// sentence: `Sist, men ikke minst, er emballasjen …`
  private func invertedSubject(_ label: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    guard let verb = label.first, isFronted(verb, sentence) else { return nil }
    return subject(after: verb, in: label)
  }

  /// `heller ikke kan du angre` as `du kan ikke angre`.
  private func deniedFirst(_ label: Range<Int>) -> String? {
    guard let verb = label.prefix(3).first(where: { analysis.isFinite($0) }),
      let no = label.prefix(while: { $0 < verb }).first(where: { analysis.has($0, negation) }),
      verb == label.lowerBound + 2, analysis.any(label.prefix(2), additive),
      (label.lowerBound..<verb).allSatisfy({ analysis.has($0, negation | additive | lead) }),
      let subject = subject(after: verb, in: verb..<label.upperBound)
    else { return nil }
    let words = [
      analysis.label(subject), analysis.lowercased(verb), analysis.lowercased(no),
      analysis.string(subject.upperBound..<label.upperBound),
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The subject of a clause that begins with a verb.
  private func subject(after verb: Int, in label: Range<Int>) -> Range<Int>? {
    guard label.count > 1, analysis.isFinite(verb), !analysis.has(verb, imperative | infinitive)
    else { return nil }
    if label.count > 2, analysis.has(verb + 1, pronoun), !analysis.has(verb + 1, article) {
      return verb + 1..<verb + 2
    }
    for at in (verb + 1..<min(verb + 5, label.upperBound)) {
      guard analysis[at].kind == .word, !analysis.isFinite(at),
        !analysis.has(at, preposition | subordinator | conjunction | infinitive)
      else { return nil }
      if analysis.inflection.isDefinite(analysis.lowercased(at)) {
        // `minskar antalet konflikter`
        if analysis.has(at, measure), at + 1 < label.upperBound, analysis[at + 1].kind == .word,
          !analysis.has(at + 1, preposition)
        {
          return verb + 1..<at + 2
        }
        // `minskar risken för fel`: what follows may belong to the noun.
        guard at + 1 < label.upperBound, analysis.has(at + 1, preposition) else {
          return verb + 1..<at + 1
        }
        let rest = at + 1..<label.upperBound
        let isPhrase =
          rest.count <= 4
          && rest.allSatisfy { place in
            analysis[place].isWord && !analysis.isVerb(place)
              && !analysis.has(place, subordinator) || place == at + 1
          }
        return isPhrase ? verb + 1..<label.upperBound : nil
      }
      // `er et aksjeselskap tryggere`
      if analysis.has(verb + 1, article), at > verb + 1,
        analysis.inflection.nounEvidence(of: analysis.lowercased(at)) != nil,
        !analysis.inflection.isAdjective(analysis.lowercased(at)),
        at + 1 < label.upperBound, !analysis.has(at + 1, preposition | subordinator)
      {
        return verb + 1..<at + 1
      }
    }
    return nil
  }

  /// Whether only adverbs stand before the verb of a sentence, or a clause of time or condition.
  private func isFronted(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    guard verb > sentence.lowerBound, let first = sentence.first else { return false }
    let before = sentence.lowerBound..<verb
    if analysis.isMark(verb - 1, ","), analysis.has(first, conditional | reason) { return true }
    // `Eftersom alla ser samma siffror minskar antalet fel.`
    if mainClause(sentence)?.lowerBound == verb { return true }
    if analysis.isMark(verb - 1, ","),
      inverted(sentence, comma: sentence.first { analysis.isMark($0, ",") }) == verb
    {
      return true
    }
    return before.allSatisfy { analysis.has($0, lead) || analysis[$0].kind == .punctuation }
      && before.contains { analysis.has($0, lead) && !analysis.has($0, conjunction) }
  }

  /// `kan også mangle`: the adverb right after a verb that only adds a point to others.
  private func addition(in label: Range<Int>, after subject: Int?) -> Int? {
    label.dropFirst().prefix(8).first { at in
      isAddition(at)
        && (at + 1 == label.upperBound || at == subject || analysis.isFinite(at - 1)
          || analysis.has(at - 1, modal))
    }
  }

  /// Whether a word only adds a point to others: `också`.
  func isAddition(_ at: Int) -> Bool {
    analysis.has(at, additive) && analysis.has(at, lead) && !analysis.has(at, determiner)
  }

  /// Whether words that give something are denied: `gir ikke rett til …`, but not `ikke bare …`.
  func takesBack(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let at = analysis.has(first, negation) ? first : first - 1
    guard at >= sentence.lowerBound, at + 1 < sentence.upperBound else { return false }
    return analysis.has(at, negation) && !analysis.has(at, lead)
      && !analysis.any(at + 1..<at + 2, coordination.pair | coordination.fresh)
  }
}
