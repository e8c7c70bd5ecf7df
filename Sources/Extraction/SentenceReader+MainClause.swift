import Language

/// The main clause of a sentence that begins with another.
extension SentenceReader {
  /// The verb of the main clause after a condition that is told by the order of its words alone: `Tar du
  /// ut mer kan du …`, `Blir det hull i veggen, er det …`
  func inverted(_ sentence: Range<Int>, comma: Int?) -> Int? {
    guard let first = sentence.first, sentence.count > 6, analysis.isFinite(first),
      !analysis.has(first, imperative)
    else { return nil }
    if var comma {
      // `Blir den varig, eller må den ansette folk, er et aksjeselskap tryggere.`
      if analysis.has(comma + 1, conjunction), analysis.isFinite(comma + 2) {
        comma = sentence.suffix(from: comma + 3).first { analysis.isMark($0, ",") } ?? comma
      }
      return comma + 3 < sentence.upperBound && analysis.isFinite(comma + 1) ? comma + 1 : nil
    }
    guard analysis.has(first + 1, doer | pronoun) else {
      // `Faller en part ifrån mitt i projektet kan bidraget sättas ned.`
      return sentence.dropFirst(3).prefix { !analysis.has($0, subordinator | mark) }.first {
        analysis.has($0, modal) && $0 + 2 < sentence.upperBound
          && !analysis.has($0 - 1, conjunction)
      }
    }
    return sentence.dropFirst(3).first { at in
      at + 2 < sentence.upperBound && analysis.isFinite(at) && analysis.has(at + 1, doer)
        && !analysis.any(first..<at, conjunction | subordinator)
    }
  }

  /// The verb after a purpose that a sentence begins with: `For å lykkes bør man …`
  private func purposeEnd(_ sentence: Range<Int>, comma: Int?) -> Int? {
    guard let first = sentence.first, sentence.count > 6, analysis.has(first, preposition),
      analysis.has(first + 1, mark), analysis.has(first + 2, infinitive)
    else { return nil }
    return sentence.dropFirst(3).prefix { !analysis.has($0, relative) }.first { at in
      at + 2 < sentence.upperBound && analysis.isFinite(at) && !analysis.has(at - 1, mark)
        && comma.map { at <= $0 + 1 } ?? true
    }
  }

  /// What follows a clause of time or condition that a sentence begins with: after a comma, else from
  /// the second of two verbs on, `När anbuden är öppnade jämförs priserna`.
  func mainClause(_ sentence: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first else { return nil }
    // `Og fordi pengene kommer inn, blir gjelden lavere.`
    if analysis.has(first, conjunction), sentence.count > 6 {
      return mainClause(first + 1..<sentence.upperBound)
    }
    let comma = sentence.first { analysis.isMark($0, ",") }
    // `Bor du i by, slipper du …`
    if let comma, comma + 3 < sentence.upperBound, comma > first + 2, analysis.isFinite(first),
      analysis.has(first + 1, doer), analysis.isFinite(comma + 1)
    {
      return comma + 1..<sentence.upperBound
    }
    if let verb = inverted(sentence, comma: comma) ?? purposeEnd(sentence, comma: comma) {
      return verb..<sentence.upperBound
    }
    // `Siden alle ser det samme, går det fort`, but not `Siden kommer alle.`
    let isReason =
      analysis.has(first, subordinator) && analysis.has(first, lead)
      && !analysis.isFinite(first + 1) && !analysis.has(first, conjunction)
      && comma.map { $0 + 3 < sentence.upperBound && analysis.isFinite($0 + 1) } ?? false
      && analysis.anyFinite(first + 2..<max(comma ?? 0, first + 2))
    guard isReason || analysis.has(first, conditional | reason) else { return nil }
    // `Når styret har sagt ja, velges …`: the comma tells where the main clause begins.
    if let comma, comma + 3 < sentence.upperBound, analysis.has(first, subordinator),
      analysis.isFinite(comma + 1), !analysis.any(sentence.lowerBound..<comma, relative)
    {
      return comma + 1..<sentence.upperBound
    }
    let verbs = sentence.prefix { $0 != comma }.filter { analysis.isFinite($0) }
    // `Efter prövningen skickas …`: a preposition, no clause.
    let isPhrase =
      analysis.has(first, preposition) && !analysis.has(first, subordinator)
      && !analysis.has(min(first + 1, sentence.upperBound - 1), mark)
    if let verb = verbs.first, isPhrase || verbs.count > 1 {
      var main = isPhrase ? verb : verbs[1]
      // `Eftersom pengarna kommer när de behövs blir skulderna lägre.`
      if !isPhrase, main + 3 < sentence.upperBound, analysis.isFinite(main + 1) { main += 1 }
      let joins = isPhrase ? 0 : subordinator | conjunction
      if main + 2 < sentence.upperBound, !analysis.any(verb + 1..<max(main, verb + 1), joins) {
        return main..<sentence.upperBound
      }
    }
    // `Fordi du avlaster nettet, som mange steder er gammelt.` has no main clause.
    guard let comma, comma + 3 < sentence.upperBound, !analysis.has(comma + 1, relative) else {
      return nil
    }
    return comma + 1..<sentence.upperBound
  }
}
