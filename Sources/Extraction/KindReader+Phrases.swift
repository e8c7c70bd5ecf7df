import Language

/// The words that may name a kind, and whether they do.
extension KindReader {
  struct Phrase {
    var start: Int
    /// Without article and determiner.
    var words: Range<Int>
    var end: Int
    var isDetermined: Bool
  }

  /// The words from a place on up to a verb, a mark or a word that begins something else; five at the
  /// most.
  func phrase(
    from start: Int, in range: Range<Int>, _ announced: Announcement
  ) -> Phrase {
    var end = start
    // `lånet` may be a verb, but not where kinds of `lån` are told of.
    while end < range.upperBound, end - start < 6, analysis[end].isWord,
      !analysis.isVerb(end) || (end > start && isOf(end, announced)),
      end == start || analysis.has(end, sentences.ordinal)
        || !analysis.has(end, sentences.preposition | sentences.conjunction | adverb),
      !analysis.has(end, sentences.subordinator) || end == start
    {
      end += 1
    }
    let words = undetermined(start..<end)
    return Phrase(
      start: start, words: words, end: end, isDetermined: words.lowerBound > start)
  }

  func undetermined(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, range.count > 1,
      analysis.has(first, sentences.article | sentences.determiner),
      !analysis.has(first, sentences.ordinal)
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// A comma before a relative clause, or the relative word itself.
  func isRelative(_ at: Int) -> Bool {
    analysis.has(at, sentences.relative)
      || (analysis.isMark(at, ",") && analysis.has(at + 1, sentences.relative))
  }

  /// A comma and a conjunction, after which the sentence says something else.
  func goesOn(_ at: Int) -> Bool {
    analysis.isMark(at, ",") && analysis.has(at + 1, sentences.conjunction)
  }

  /// `Den midlertidige passer når …`: an adjective that what is announced is left out after.
  func elliptic(_ phrase: Phrase, _ announced: Announcement) -> SentenceReader.Found? {
    guard phrase.isDetermined, phrase.words.count == 1, let word = phrase.words.first,
      analysis[word].shape == .lower, !analysis.has(word, unkind | degree),
      !analysis.has(word, sentences.imperative),
      let noun = announced.nouns.last(where: { !analysis.isOne($0, of: sentences.kindNouns) })
    else { return nil }
    let text = analysis.lowercased(word)
    guard !analysis.inflection.isDefinite(text), !isRank(word),
      analysis.inflection.isAdjective(text) || analysis.inflection.nounEvidence(of: text) == nil
    else { return nil }
    var found = make(phrase.words, announced)
    found.text = analysis.inflection.dictionaryForm(
      of: text + " " + analysis.string(noun..<noun + 1))
    return found
  }

  // MARK: What is a kind

  /// `lättaste`: one of several by rank.
  func isRank(_ at: Int) -> Bool {
    let word = analysis.string(at..<at + 1)
    return superlatives.contains { word.hasSuffix($0) }
  }

  func isNounLike(_ at: Int) -> Bool {
    analysis[at].kind == .word && !analysis.has(at, unnoun)
      && !analysis.inflection.isAdjective(
        analysis.lowercased(at))
  }

  /// - Parameter isSure: whether its place tells that it is a kind, whatever it is called.
  func found(
    _ words: Range<Int>, _ announced: Announcement, isSure: Bool
  ) -> SentenceReader.Found? {
    guard let first = words.first, let last = words.last, words.count <= 4, isPhrase(words),
      !analysis.has(first, unkind), analysis[last].isWord,
      isSure || isKind(words, of: announced)
    else { return nil }
    return make(words, announced)
  }

  /// Whether words of which the first has no article before it can be a noun with its adjectives:
  /// `förekommer skuggmedling` cannot.
  func isPhrase(_ words: Range<Int>) -> Bool {
    guard words.count > 1, let first = words.first, analysis[first].shape == .lower,
      first == 0 || !analysis.has(first - 1, sentences.article | sentences.determiner)
    else { return true }
    let word = analysis.lowercased(first)
    return analysis.inflection.isAdjective(word)
      || first > 0 && (analysis.isVerb(first - 1) || analysis.has(first - 1, sentences.doer))
        && !analysis.isVerb(first)
        && analysis.inflection.nounEvidence(of: word) == nil
  }

  func make(_ words: Range<Int>, _ announced: Announcement) -> SentenceReader.Found {
    var found = SentenceReader.Found(
      facet: announced.facet, label: words, rule: "announced.\(announced.facet.rawValue)",
      evidence: announced.evidence)
    // `åpne lån` stays as it is.
    if words.count > 1, announced.facet == .type, let last = words.last,
      analysis.inflection.isDefinite(
        analysis.lowercased(last))
    {
      found.text = analysis.inflection.dictionaryForm(of: analysis.label(words))
    }
    return found
  }

  /// Whether words name a kind of what was announced: what it is a kind of with a word before it, or
  /// in a compound; or a compound of a word for kinds, `faddermodellen`.
  func isKind(_ words: Range<Int>, of announced: Announcement) -> Bool {
    guard let last = words.last else { return false }
    let word = analysis.lowercased(last)
    let lemma = analysis.lemmaKey(of: word)
    for head in heads(announced) where lemma.hasSuffix(head) || word.hasSuffix(head) {
      if lemma != head || words.count > 1 { return true }
    }
    // `skeden` may be read as a form of another word.
    let isAnnounced = announced.nouns.contains { noun in
      SentenceReader.isKind(
        Array(word.utf8),
        of: CaseFolding.lowercased(analysis.article.prose.bytes[analysis[noun].range]),
        isAlone: words.count == 1)
    }
    if isAnnounced { return true }
    guard announced.facet == .type else { return false }
    if let part = analysis.inflection.lastPart(of: word), sentences.isKindNoun(part) { return true }
    return sentences.isKindOfSubject(words, 0..<0) || sharesHead(lemma)
  }

  /// Whether a compound ends as one of the title does: `nulägesresan` below `Kundresor`.
  private func sharesHead(_ lemma: String) -> Bool {
    guard let head = analysis.inflection.lastPart(of: lemma), head.utf8.count >= 4 else {
      return false
    }
    return (analysis.blocks.first?.tokens ?? 0..<0).contains { at in
      guard analysis[at].kind == .word else { return false }
      let title = analysis.lemmaKey(of: analysis.lowercased(at))
      return title != lemma && analysis.inflection.lastPart(of: title) == head
    }
  }

  /// Whether a word is what was announced, in some form.
  func isOf(_ at: Int, _ announced: Announcement) -> Bool {
    let lemma = analysis.lemmaKey(of: analysis.string(at..<at + 1))
    return heads(announced).contains(lemma)
  }

  /// What was announced, in its dictionary form and as it is written: `myr` may be read as a plural.
  func heads(_ announced: Announcement) -> [String] {
    announced.nouns.flatMap { noun in
      let lemma = analysis.lemmaKey(of: analysis.string(noun..<noun + 1))
      let word = analysis.lowercased(noun)
      return lemma == word ? [word] : [lemma, word]
    }
    .filter { $0.utf8.count >= 3 }
  }
}
