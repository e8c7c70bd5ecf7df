import Language

/// Terms that a sentence defines without naming them, since the sentence before ends with them: `Skilj det
/// från leverantörsuppföljning. Det sistnämnda går ut på att …`
extension DefinitionFinder {
  /// - Parameters:
  ///   - gloss: what is said of the term.
  ///   - before: the sentence before; nil where the paragraph begins.
  func anaphoric(
    _ gloss: Range<Int>, _ rule: RuleBook.SentenceRule, _ sentence: Range<Int>,
    before: Range<Int>?, leaf: Int
  ) -> Found? {
    guard let before, let designation = antecedent(in: before),
      passes(rule, designation, gloss, sentence)
    else { return nil }
    var fact = Fact(
      facet: .definition, label: designation.term, text: analysis.string(sentence),
      span: analysis.span(sentence), rule: "definition." + rule.id)
    fact.evidence = [analysis.string(sentence.lowerBound..<gloss.lowerBound)]
    fact.definiens = analysis.string(analysis.trimmed(gloss))
    return Found(fact: fact, sentence: sentence, leaf: leaf)
  }

  /// The noun phrase that a sentence ends with, adverbs aside: `… blir det hotellverksamhet i lagens
  /// mening.`
  private func antecedent(in sentence: Range<Int>) -> DesignationReader.Designation? {
    var words = analysis.trimmed(sentence)
    while let last = words.last, analysis.has(last, adverb) || !analysis[last].isWord {
      words = words.lowerBound..<last
    }
    var phrase = nearest(words)
    if let stop = phrase.last(where: { analysis.has($0, verb | pronoun | infinitive) }) {
      phrase = stop + 1..<phrase.upperBound
    }
    guard !phrase.isEmpty, phrase.allSatisfy({ analysis[$0].isWord }),
      let designation = reader.designation(phrase, sentenceStart: nil, allowsDefinite: true)
    else { return nil }
    // A word of several parts, or one that the text marks out or is about, is a term, and so is a long one
    // in its dictionary form; `saken` is none.
    let isLong =
      designation.term.count > 9
      && CaseFolding.lowercased(analysis.string(phrase)) == designation.term
    let isTerm =
      isLong || analysis.inflection.lastPart(of: designation.term) != nil
      || isEmphasised(designation.range) || isKnown(designation.term)
    return isTerm && isNoun(designation) ? designation : nil
  }
}
