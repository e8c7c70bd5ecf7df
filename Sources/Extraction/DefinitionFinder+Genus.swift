import Language

/// Whether what is said of a term begins with a class, the *genus proximum* of ISO 704, and what tells it from others.
extension DefinitionFinder {
  /// Whether a predicate is a class with what distinguishes it: a noun phrase whose head does not
  /// merely judge (`en viktig förutsättning`), and after it a relative clause, a prepositional phrase
  /// or a purpose.
  ///
  /// - Parameter isBare: whether there is no article, so that only a relative clause right after a
  ///   noun tells the class from an adjective.
  func hasClass(_ gloss: Range<Int>, isBare: Bool) -> Bool {
    let gloss = withoutInnerPhrase(gloss)
    guard gloss.count >= 3, let start = gloss.first,
      !analysis.has(start, pronoun | preposition | starter | contrast),
      // `en bruker som …`: after an article it is a noun, though it looks like a verb.
      !analysis.has(start, verb) || analysis.has(start - 1, article)
    else { return false }
    if isBare {
      if analysis.has(start, article) { return false }
      let genus = gloss.prefix { !analysis.has($0, preposition | relative | mark) }
      guard let next = genus.last.map({ $0 + 1 }), next < gloss.upperBound, genus.count <= 3
      else {
        return false
      }
      if analysis.any(genus, evaluative | unclassed) { return false }
      // `koncessioner, LUK, som bygger på …`: what stands between is another name for it.
      if analysis.has(next, relativeNoun) { return !analysis.isMark(next - 1, ",") }
      // `Mikroplast er plastbiter under …`: a compound is a noun for sure.
      if genus.count == 1, analysis.has(next, preposition), isCompound(start) { return true }
      // `små lån till människor som …`: an adjective before it shows that a noun is the class.
      return genus.count == 2 && analysis.has(start, adjective) && analysis.has(next, preposition)
        && !analysis.has(start + 1, adjective)
        && analysis.any(next..<gloss.upperBound, relativeNoun)
        && genus.allSatisfy { analysis[$0].kind != .punctuation }
    }
    var head: Int?
    var rest = gloss.upperBound
    for at in gloss {
      // What follows a colon is said of all of it.
      if analysis.isMark(at, ":"), analysis[at].kind == .punctuation { break }
      if analysis.isMark(at, ",") || analysis.isMark(at, "(") {
        // A comma between adjectives goes on; one after the head does not.
        if at + 1 < gloss.upperBound, analysis.has(at + 1, relative | mark) {
          rest = at + 1
          break
        }
        continue
      }
      if analysis.has(at, preposition | relative | mark), at > gloss.lowerBound {
        rest = at
        break
      }
      if analysis[at].isWord { head = at }
    }
    guard let head else { return false }
    // `en lösning` judges, `en lösning där …` tells which.
    let isTold =
      rest == head + 1 && analysis.has(rest, relativeNoun) && analysis.isOne(head, of: solution)
    if analysis.any(gloss.lowerBound..<(isTold ? head : head + 1), evaluative) { return false }
    return rest < gloss.upperBound
  }

  /// Whether a predicate without an article is a class for sure: a noun that is known to be one, after at
  /// most three adjectives, and right after it what tells the class from others: `krossat grus utan finmaterial`.
  func hasNounClass(_ gloss: Range<Int>) -> Bool {
    guard let head = classNoun(of: gloss), head + 2 < gloss.upperBound,
      !analysis.any(gloss.lowerBound..<head + 1, evaluative | negation | degree)
    else { return false }
    let next = analysis.isMark(head + 1, ",") ? head + 2 : head + 1
    return next == head + 1
      ? analysis.has(next, preposition | relativeNoun | mark)
        || analysis.has(next, pronoun) && analysis.isFinite(next + 1)
      : analysis.has(next, relativeNoun)
  }

  /// `en neutral ledning, | en avgift som svider och ett mål`: what stands behind a comma is one of several.
  func isListed(_ gloss: Range<Int>) -> Bool {
    guard let first = gloss.first else { return false }
    let start = analysis.has(first, article) ? first : first - 1
    guard analysis.has(start, article), analysis.isMark(start - 1, ",") else {
      return false
    }
    return gloss.dropLast().contains { at in
      guard analysis.has(at, conjunction), analysis.has(at + 1, article) else { return false }
      // `om att en vara eller ett system uppfyller kraven`: there it has a verb.
      let next = gloss.suffix(from: at + 2).first {
        analysis.isFinite($0) || analysis.has($0, relativeNoun)
      }
      return next.map { analysis.has($0, relativeNoun) } ?? true
    }
  }

  /// The noun that a phrase, its article left out, has for its head.
  private func classNoun(of gloss: Range<Int>) -> Int? {
    var at = gloss.lowerBound
    let hasArticle = analysis.has(at - 1, article)
    while at < gloss.upperBound, at < gloss.lowerBound + 6,
      analysis[at].isWord || analysis.isMark(at, ",")
    {
      if isClassNoun(at) {
        guard at + 1 < gloss.upperBound else { return at }
        // `stöd och hjälp i hemmet`
        let isPair =
          at + 2 < gloss.upperBound && analysis.has(at + 1, conjunction) && isClassNoun(at + 2)
        if !isPair, !isClassNoun(at + 1) { return at }
        if isPair { at += 1 }
      } else if hasArticle, at + 1 < gloss.upperBound, analysis.has(at + 1, relativeNoun),
        isAttribute(at)
      {
        // `ett gratis kort som`: what stands there is a noun, whatever it looks like.
        return at
      } else if !isJoined(at, gloss), !isAttribute(at) {
        return nil
      }
      at += 1
    }
    return nil
  }

  private func isClassNoun(_ at: Int) -> Bool {
    guard analysis[at].shape == .lower,
      !analysis.has(
        at,
        pronoun | preposition | relative | verb | article | adverb | conjunction | adjective
          | demonstrative)
    else { return false }
    let word = analysis.lowercased(at)
    guard let evidence = analysis.inflection.nounEvidence(of: word) else { return false }
    return (evidence.kind != .ending || word.utf8.count > 6)
      && !analysis.inflection.isDefinite(word)
  }

  /// Whether a word can describe the noun after it: what is no noun before one, and no word of the pack, does.
  private func isAttribute(_ at: Int) -> Bool {
    if analysis.has(at, adjective) { return true }
    guard !analysis.has(at, pronoun | preposition | relative | verb | article | demonstrative)
    else { return false }
    return analysis.id(at) == 0 && analysis[at].shape == .lower
      || analysis.inflection.isAdjective(analysis.lowercased(at))
  }

  /// The comma or the conjunction between two adjectives.
  private func isJoined(_ at: Int, _ gloss: Range<Int>) -> Bool {
    at > gloss.lowerBound && (analysis.isMark(at, ",") || analysis.has(at, conjunction))
      && isAttribute(at - 1) && at + 1 < gloss.upperBound && isAttribute(at + 1)
  }

  /// Without what stands between the article and a participle: `ett i förväg bestämt tillfälle`.
  private func withoutInnerPhrase(_ gloss: Range<Int>) -> Range<Int> {
    guard let start = gloss.first, start > 0, gloss.count > 4, analysis.has(start, preposition),
      analysis.has(start - 1, article), analysis[start + 1].isWord, analysis[start + 2].isWord,
      !analysis.has(start + 1, article | pronoun),
      !analysis.has(start + 2, preposition | relative | mark | verb)
    else { return gloss }
    return start + 2..<gloss.upperBound
  }

  private func isCompound(_ at: Int) -> Bool {
    let word = analysis.string(at..<at + 1)
    return analysis.inflection.nounEvidence(of: word)?.kind == .compound
      && !analysis.inflection.isDefinite(word)
  }
}
