import Language

/// Steps told in prose.
extension SentenceReader {
  /// `Först …. Deretter …. Til slutt …`, also within one sentence: `bør først …, deretter …`.
  func step(_ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard let first = sentence.first, !state.hasItems else { return silent(.listed, &state) }
    let marks = sentence.filter { isSequence($0, sentence) }
    guard
      !marks.isEmpty || (state.stepCount > 0 && analysis.any(sentence, sequence))
        || invites(sentence) || followsVerb(sentence) || isTimed(sentence)
        || (state.stepCount > 0 && state.isOrdered && mainClause(sentence) != nil)
        || (state.isOrdered && !state.isBeforeFirst && actionVerb(sentence) != nil)
    else { return silent(.noStep, &state) }
    if pointsBack(first), marks.isEmpty { return silent(.pointsBack, &state) }
    var starts = marks
    if let main = mainClause(sentence), state.stepCount > 0 || state.isOrdered {
      starts = marks.filter { $0 > main.lowerBound + 2 }
      if starts.isEmpty {
        return coordination.clauses(main).map { clause in
          var found = step(clause.range, state: &state)
          found.explanation = found.explanation ?? clause.explanation
          return found
        }
      }
      // `Efter det gör du passen, och till sist sorterar du fynden.`
      starts.insert(main.lowerBound, at: 0)
    } else if marks.isEmpty, state.isOrdered, analysis.has(first, preposition),
      let verb = actionVerb(sentence)
    {
      // `I mars beställs fröerna`: when it is done is no part of what is done.
      return [step(verb..<sentence.upperBound, state: &state)]
    } else if starts.first.map({ $0 - first > 6 }) ?? true {
      starts.insert(first, at: 0)
    }
    let ends = starts.dropFirst() + [analysis.trimmed(sentence).upperBound]
    return zip(starts, ends).flatMap { steps(from: $0, to: $1, &state) }
  }

  /// The steps that the words from one word of sequence to the next tell.
  private func steps(from start: Int, to end: Int, _ state: inout State) -> [Found] {
    // `…; i den står priset` says more of what is done.
    let end = (start..<end).first { analysis.isMark($0, ";") } ?? end
    return coordination.clauses(start..<end).compactMap { clause in
      var label = analysis.untied(clause.range)
      while let next = label.first, label.count > 2, analysis.has(next, sequence | lead) {
        label = next + 1..<label.upperBound
      }
      // `Börja med att …`
      if let next = label.first, analysis.has(next, mark), next > clause.range.lowerBound {
        label = next + 1..<label.upperBound
      }
      guard label.count >= 2 else { return nil }
      state.stepCount += 1
      label = unled(label)
      return Found(
        facet: .step, label: label,
        text: subjectFirst(label) ?? action(label) ?? straightened(label),
        explanation: clause.explanation, order: state.stepCount, rule: "clause.step",
        evidence: analysis.string(start..<start + 1))
    }
  }

  /// What is done with its subject first, where that follows a passive verb: `utses ledamöterna` is
  /// `ledamöterna utses`; nil where nothing is to be moved.
  func subjectFirst(_ label: Range<Int>) -> String? {
    guard let verb = label.first, label.count > 1, analysis[verb].kind == .word,
      !analysis.isOne(verb + 1, of: expletive),
      !analysis.has(verb, modal | article | determiner | pronoun | preposition),
      analysis.article.prose.bytes[Int(analysis[verb].end) - 1] == UInt8(ascii: "s"),
      let subject = subject(from: verb + 1, in: label)
    else { return nil }
    return [
      analysis.label(subject), analysis.lowercased(verb),
      analysis.string(analysis.trimmed(subject.upperBound..<label.upperBound)),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A noun with its article and adjectives, or a definite noun alone.
  private func subject(from start: Int, in label: Range<Int>) -> Range<Int>? {
    var at = start
    let isDetermined = analysis.has(at, article | determiner)
    if isDetermined { at += 1 }
    while at + 1 < label.upperBound, isDetermined,
      analysis.inflection.isAdjective(analysis.lowercased(at)),
      analysis.inflection.nounEvidence(of: analysis.lowercased(at)) == nil
    {
      at += 1
    }
    guard at < label.upperBound, analysis[at].kind == .word,
      !analysis.has(at, preposition | subordinator | mark | conjunction),
      isDetermined || analysis.inflection.isDefinite(analysis.lowercased(at))
        || !analysis.has(at, lead | pronoun)
          && analysis.inflection.isDefinite(analysis.lowercased(at), isInflected: true)
    else { return nil }
    return start..<at + 1
  }

  /// The verb of a sentence that tells what is done: the first one, where that is neither a copula nor a
  /// modal verb, and nothing is denied.
  func actionVerb(_ sentence: Range<Int>) -> Int? {
    guard let last = sentence.last, !analysis.isMark(last, "?"), !analysis.any(sentence, negation),
      let verb = sentence.first(where: { analysis.isVerb($0) }),
      !analysis.has(verb, being), verb + 1 < sentence.upperBound,
      !analysis.any(sentence.lowerBound..<verb, subordinator)
    else { return nil }
    return verb
  }

  /// What is done once something else is: `När anmälan har godkänts kan arbetet börja.`
  func step(_ main: Range<Int>, state: inout State) -> Found {
    let point = coordination.whole(main)
    state.stepCount += 1
    return Found(
      facet: .step, label: point.range,
      text: subjectFirst(point.range) ?? action(point.range) ?? straightened(point.range),
      explanation: point.explanation, order: state.stepCount, rule: "clause.step",
      evidence: analysis.string(main.lowerBound..<main.lowerBound + 1))
  }

  /// `Mandag morgen velger teamet …`: a time before the verb.
  func isTimed(_ sentence: Range<Int>) -> Bool {
    guard let time = sentence.prefix(4).last(where: { analysis.has($0, moment) }) else {
      return false
    }
    return (time + 1..<min(time + 3, sentence.upperBound)).contains {
      analysis.isVerb($0)
    }
  }

  /// Whether a sentence tells its place in a sequence: `Deretter …`, `Be deretter om …`.
  func isOrdered(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first else { return false }
    // `Först och främst` begins no sequence.
    if analysis.has(first, sequence), first + 1 < sentence.upperBound,
      !analysis.has(first + 1, conjunction)
    {
      return true
    }
    return sentence.prefix(7).dropFirst().contains { at in
      analysis.has(at, order)
        && (analysis.isFinite(at - 1) || analysis.has(at - 1, imperative)
          // `Brukeren registrerer seg først …`
          || analysis.has(at - 1, pronoun) && at - 2 > first && analysis.isFinite(at - 2)
          || analysis.has(at - 1, conjunction) || analysis.isMark(at - 1, ","))
    }
  }

  /// Whether a word of sequence stands after the verb: `Parterna skriver därefter …`.
  func followsVerb(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(6).dropFirst(2).contains {
      analysis.has($0, sequence) && analysis.isFinite($0 - 1)
    }
  }

  /// A word of sequence at the start of the sentence, of a clause, or after its verb.
  func isSequence(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard analysis.has(at, sequence), let first = sentence.first else { return false }
    if at == first { return true }
    if analysis.has(at - 1, sequence) { return false }
    let before = at - 1
    return analysis.isMark(before, ",") || analysis.has(before, conjunction)
      || (analysis.has(before, modal) && at - first <= 4)
  }
}
