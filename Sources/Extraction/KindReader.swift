import Language

/// Kinds or degrees that a sentence announces (`I metodlitteraturen skiljer man mellan flera slags
/// intervjuer.`), and the sentences after it then name: as their subjects, `Den öppna intervjun börjar …`,
/// or in other places that only a new thing is brought in at, `Slutligen finns den öppna intervjun`.
struct KindReader {
  /// What has been announced.
  struct Announcement {
    var facet: Facet
    /// What the kinds are kinds of, as the text writes it: `intervjuer`.
    var nouns: [Int]
    var evidence: String
  }

  let analysis: TextAnalysis
  let sentences: SentenceReader
  private let adverb: UInt64
  /// `form`, `modell`: words for kinds of anything.
  private let kindNouns: Set<Vocabulary.WordID>
  private let numeral: UInt64
  private let unnoun: UInt64
  private let degree: UInt64
  /// `den ene`: words that count the first, besides the ordinals.
  private let first: Set<Vocabulary.WordID>
  /// How words end that tell one of several by rank, not by kind.
  private let superlatives: [String]
  /// What begins no kind: `samma intervju`, `den andra intervjun`, `en annan`.
  private let unkind: UInt64

  init(_ analysis: TextAnalysis, _ sentences: SentenceReader) {
    self.analysis = analysis
    self.sentences = sentences
    let book = analysis.book
    adverb = book.bits("adverb", "lead", "additive", "contrast", "sequence")
    kindNouns = book.words(of: "kind-noun")
    numeral = book.bit("numeral")
    degree = book.bit("degree")
    first = book.words(of: "ordinal-1")
    superlatives = book.superlativeEndings
    unnoun = book.bits(
      "finite", "modal", "be", "preposition", "adverb", "lead", "pronoun", "adjective", "numeral",
      "conjunction", "clause", "determiner", "degree", "negation", "infinitive-mark")
    unkind = book.bits(
      "pronoun", "demonstrative", "ordinal", "negation", "back-reference", "numeral", "preposition",
      "clause", "conjunction", "evaluative", "comparative", "determiner")
  }

  /// What a sentence announces by a rule of the pack: one of kinds or degrees that has nothing to cut.
  func announcement(_ sentence: Range<Int>, _ rules: [Int]) -> Announcement? {
    guard sentence.count <= 40 else { return nil }
    let article = sentences.article
    let number = sentence.last {
      analysis[$0].kind == .number || (analysis.has($0, numeral) && !analysis.has($0, article))
    }
    let announced = rules.lazy.compactMap { announces(sentence, $0, isCounted: number != nil) }
    guard let facet = announced.first else { return nil }
    let after = (number ?? sentence.lowerBound)..<sentence.upperBound
    return announcement(of: facet, after, evidence: sentence)
  }

  /// - Parameter isCounted: whether the sentence has a number; in `det är ett sätt` that is an article.
  private func announces(_ sentence: Range<Int>, _ index: Int, isCounted: Bool) -> Facet? {
    let rule = analysis.book.statements[index]
    guard rule.cut == .nothing, rule.under.isEmpty, rule.facet == .type || rule.facet == .level,
      isCounted || !rule.requirements.contains("counted"),
      analysis.matches(rule.pattern, sentence)
    else { return nil }
    return rule.facet
  }

  /// The kinds or degrees that a heading promises.
  func announcement(of facet: Facet, _ words: Range<Int>, evidence: Range<Int>) -> Announcement {
    var nouns = words.filter { isNounLike($0) }
    if !nouns.contains(where: { !analysis.isOne($0, of: kindNouns) }) {
      // `Det finns två former.` below the title `Delegering`.
      let title = (analysis.blocks.first?.tokens ?? 0..<0).filter { isNounLike($0) }
      if title.count <= 3, let last = title.last { nouns.append(last) }
    }
    return Announcement(
      facet: facet, nouns: nouns, evidence: analysis.string(analysis.trimmed(evidence)))
  }

  /// The kinds that sentences name, by where each sentence begins: those that can be nothing else, and
  /// where at least two sentences open alike, those too.
  func told(in all: ArraySlice<Range<Int>>, _ announced: Announcement) -> [Int: [SentenceReader
    .Found]]
  {
    var told: [Int: [SentenceReader.Found]] = [:]
    var bare: [Int: [SentenceReader.Found]] = [:]
    for sentence in all where sentence.count <= 80 && !isQuestion(sentence) {
      if let found = named(in: sentence, announced) {
        told[sentence.lowerBound] = [found] + further(in: sentence, announced)
      } else if let found = opening(sentence, announced) {
        bare[sentence.lowerBound] = [found]
      }
    }
    if told.count + bare.count > 1, bare.count > 1 || !told.isEmpty {
      told.merge(bare) { first, _ in first }
    }
    var order = 0
    for sentence in all {
      guard var kinds = told[sentence.lowerBound] else { continue }
      for at in kinds.indices {
        kinds[at].explanation = sentence
        order += 1
        if announced.facet == .level { kinds[at].order = order }
      }
      told[sentence.lowerBound] = kinds
    }
    return told
  }

  /// The kinds that the later clauses of a sentence name: `Den interna revisionen görs här, den externa
  /// revisionen av andra.`
  private func further(
    in sentence: Range<Int>, _ announced: Announcement
  ) -> [SentenceReader.Found] {
    let clauses = sentence.filter { at in
      at + 3 < sentence.upperBound && analysis.isMark(at, ",")
        && analysis.has(at + 1, sentences.article | sentences.determiner)
    }
    return clauses.compactMap { comma in
      let phrase = phrase(from: comma + 1, in: sentence, announced)
      guard phrase.isDetermined, phrase.words.count > 1, isVerb(phrase.end) else { return nil }
      return found(phrase.words, announced, isSure: false)
    }
  }

  private func isQuestion(_ sentence: Range<Int>) -> Bool {
    sentence.last.map { analysis.isMark($0, "?") } ?? true
  }

  // MARK: Places in a sentence

  /// The kind that a sentence names, told by its noun, its ordinal or its emphasis.
  func named(
    in sentence: Range<Int>, _ announced: Announcement
  ) -> SentenceReader.Found? {
    let range = sentences.unled(sentence)
    guard var at = range.first else { return nil }
    let hasPreposition = analysis.has(at, sentences.preposition)
    if hasPreposition { at += 1 }
    let phrase = phrase(from: at, in: range, announced)
    if let first = phrase.words.first, first < range.upperBound, phrase.end < range.upperBound {
      if phrase.words.prefix(2).contains(where: {
        analysis.has($0, sentences.ordinal) || analysis.isOne($0, of: self.first) || isRank($0)
      }) {
        if let inner = counted(phrase, range, announced) {
          return found(inner, announced, isSure: true)
        }
      } else {
        // A verb that nobody knows may stand at the end: `Den öppna intervjun utgår från …`
        for end in phrase.words.indices.dropFirst() + [phrase.words.upperBound] {
          if let found = found(phrase.words.lowerBound..<end, announced, isSure: false) {
            return found
          }
        }
        if !hasPreposition, isVerb(phrase.end), let found = elliptic(phrase, announced) {
          return found
        }
      }
    }
    if let strong = emphasised(in: sentence), let found = found(strong, announced, isSure: true) {
      return found
    }
    return introduced(in: range, announced)
  }

  /// A sentence that opens with a noun that nothing has been said of: `Licensiering innebär …`.
  private func opening(
    _ sentence: Range<Int>, _ announced: Announcement
  ) -> SentenceReader.Found? {
    guard let first = sentence.first, analysis[first].kind == .word,
      analysis[first].shape == .capitalised, analysis.text.classes[first] & ~numeral == 0,
      !analysis.isName(first, sentenceStart: first)
    else { return nil }
    let phrase = phrase(from: first, in: sentence, announced)
    guard phrase.start == first, phrase.words.count <= 2, isVerb(phrase.end),
      let last = phrase.words.last,
      analysis.text.classes[last] == 0,
      !analysis.inflection.isDefinite(CaseFolding.lowercased(analysis.string(last..<last + 1))),
      analysis.inflection.nounEvidence(of: analysis.string(last..<last + 1)) != nil
    else { return nil }
    return make(phrase.words, announced)
  }

  /// `Den tredje metoden, markkompostering, …`, `Den tredje möjligheten är markkompostering, där …`
  private func counted(
    _ phrase: Phrase, _ range: Range<Int>, _ announced: Announcement
  ) -> Range<Int>? {
    let end = phrase.end
    if analysis.isMark(end, ",") {
      let inner = self.phrase(from: end + 1, in: range, announced)
      guard inner.end < range.upperBound, analysis.isMark(inner.end, ","), !inner.words.isEmpty,
        inner.end + 1 < range.upperBound, isVerb(inner.end + 1)
      else { return nil }
      return inner.words
    }
    guard analysis.has(end, sentences.be) else { return nil }
    var at = end + 1
    while at < range.upperBound, analysis.has(at, adverb) { at += 1 }
    let inner = self.phrase(from: at, in: range, announced)
    guard !inner.words.isEmpty, !analysis.any(inner.words, unkind),
      inner.end >= analysis.trimmed(range).upperBound || isRelative(inner.end)
        || goesOn(inner.end) && inner.words.last.map(isNounLike) ?? false
    else { return nil }
    return inner.words
  }

  /// What a verb brings in: `Slutligen finns den öppna intervjun, som …`, `Så följer värmefasen.`
  private func introduced(
    in range: Range<Int>, _ announced: Announcement
  ) -> SentenceReader.Found? {
    // After a word of sequence the verb comes first, known or not: `Slutligen förekommer …`
    let isLed = range.first.map { analysis[$0].shape == .lower } ?? false
    let first = isLed ? range.first : range.prefix(8).first(where: { isVerb($0) })
    guard let verb = first, verb + 1 < range.upperBound else { return nil }
    // `Til slutt har vi …`; an adverb may be the first word of the kind: `har vi delvis validering`.
    let starts = range.suffix(from: verb + 1).prefix {
      $0 == verb + 1 || analysis.has($0 - 1, adverb | sentences.doer)
    }
    return starts.lazy.compactMap { introduced(from: $0, in: range, announced) }.first
  }

  private func introduced(
    from start: Int, in range: Range<Int>, _ announced: Announcement
  ) -> SentenceReader.Found? {
    let phrase = phrase(from: start, in: range, announced)
    guard !phrase.words.isEmpty else { return nil }
    var end = phrase.end
    // `rotation mellan avdelningar, där …`
    if end < range.upperBound, analysis.has(end, sentences.preposition) {
      end = range.suffix(from: end).prefix(5).first { analysis[$0].kind == .punctuation } ?? end
    }
    guard end >= analysis.trimmed(range).upperBound || isRelative(end),
      var found = found(phrase.words, announced, isSure: false)
    else { return nil }
    if end > phrase.end { found.label = phrase.words.lowerBound..<end }
    return found
  }

  private func emphasised(in sentence: Range<Int>) -> Range<Int>? {
    for at in sentence.prefix(12) {
      let marks = analysis.marks(from: Int(analysis[at].start))
      guard let mark = marks.first(where: { $0.kind == .strong || $0.kind == .emphasis }) else {
        continue
      }
      let words = sentence.filter {
        $0 >= at && Int(analysis[$0].end) <= mark.range.upperBound && analysis[$0].isWord
      }
      guard let last = words.last, words.count <= 4, !analysis.anyFinite(at..<last + 1) else {
        return nil
      }
      return undetermined(at..<last + 1)
    }
    return nil
  }

  // MARK: Phrases

  private struct Phrase {
    var start: Int
    /// Without article and determiner.
    var words: Range<Int>
    var end: Int
    var isDetermined: Bool
  }

  /// The words from a place on up to a verb, a mark or a word that begins something else; five at the
  /// most.
  private func phrase(
    from start: Int, in range: Range<Int>, _ announced: Announcement
  ) -> Phrase {
    var end = start
    // `lånet` may be a verb, but not where kinds of `lån` are told of.
    while end < range.upperBound, end - start < 6, analysis[end].isWord,
      !isVerb(end) || (end > start && isOf(end, announced)),
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

  private func undetermined(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, range.count > 1,
      analysis.has(first, sentences.article | sentences.determiner),
      !analysis.has(first, sentences.ordinal)
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  private func isVerb(_ at: Int) -> Bool {
    at < analysis.text.tokens.count && (analysis.isFinite(at) || analysis.looksFinite(at))
  }

  /// A comma before a relative clause, or the relative word itself.
  private func isRelative(_ at: Int) -> Bool {
    guard at + 1 < analysis.text.tokens.count else { return false }
    return analysis.has(at, sentences.relative)
      || (analysis.isMark(at, ",") && analysis.has(at + 1, sentences.relative))
  }

  /// A comma and a conjunction, after which the sentence says something else.
  private func goesOn(_ at: Int) -> Bool {
    at + 1 < analysis.text.tokens.count && analysis.isMark(at, ",")
      && analysis.has(at + 1, sentences.conjunction)
  }

  /// `Den midlertidige passer når …`: an adjective that what is announced is left out after.
  private func elliptic(_ phrase: Phrase, _ announced: Announcement) -> SentenceReader.Found? {
    guard phrase.isDetermined, phrase.words.count == 1, let word = phrase.words.first,
      analysis[word].shape == .lower, !analysis.has(word, unkind | degree),
      !analysis.has(word, sentences.imperative),
      let noun = announced.nouns.last(where: { !analysis.isOne($0, of: kindNouns) })
    else { return nil }
    let text = CaseFolding.lowercased(analysis.string(word..<word + 1))
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
  private func isRank(_ at: Int) -> Bool {
    let word = analysis.string(at..<at + 1)
    return superlatives.contains { word.hasSuffix($0) }
  }

  private func isNounLike(_ at: Int) -> Bool {
    analysis[at].kind == .word && !analysis.has(at, unnoun)
      && !analysis.inflection.isAdjective(
        CaseFolding.lowercased(analysis.string(at..<at + 1)))
  }

  /// - Parameter isSure: whether its place tells that it is a kind, whatever it is called.
  private func found(
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
  private func isPhrase(_ words: Range<Int>) -> Bool {
    guard words.count > 1, let first = words.first, analysis[first].shape == .lower,
      first == 0 || !analysis.has(first - 1, sentences.article | sentences.determiner)
    else { return true }
    let word = CaseFolding.lowercased(analysis.string(first..<first + 1))
    return analysis.inflection.isAdjective(word)
      || first > 0 && (isVerb(first - 1) || analysis.has(first - 1, sentences.doer))
        && !isVerb(first)
        && analysis.inflection.nounEvidence(of: word) == nil
  }

  private func make(_ words: Range<Int>, _ announced: Announcement) -> SentenceReader.Found {
    var found = SentenceReader.Found(
      facet: announced.facet, label: words, rule: "announced.\(announced.facet.rawValue)",
      evidence: announced.evidence)
    // `åpne lån` stays as it is.
    if words.count > 1, announced.facet == .type, let last = words.last,
      analysis.inflection.isDefinite(
        CaseFolding.lowercased(analysis.string(last..<last + 1)))
    {
      found.text = analysis.inflection.dictionaryForm(of: analysis.label(words))
    }
    return found
  }

  /// Whether words name a kind of what was announced: what it is a kind of with a word before it, or
  /// in a compound; or a compound of a word for kinds, `faddermodellen`.
  private func isKind(_ words: Range<Int>, of announced: Announcement) -> Bool {
    guard let last = words.last else { return false }
    let word = CaseFolding.lowercased(analysis.string(last..<last + 1))
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
    if let part = analysis.inflection.lastPart(of: word), isKindNoun(part) { return true }
    return sentences.isKindOfSubject(words, 0..<0)
  }

  /// Whether a word is what was announced, in some form.
  private func isOf(_ at: Int, _ announced: Announcement) -> Bool {
    let lemma = analysis.lemmaKey(of: analysis.string(at..<at + 1))
    return heads(announced).contains(lemma)
  }

  private func heads(_ announced: Announcement) -> [String] {
    announced.nouns.map { analysis.lemmaKey(of: analysis.string($0..<$0 + 1)) }
      .filter { $0.utf8.count >= 3 }
  }

  private func isKindNoun(_ word: String) -> Bool { analysis.book.isWord(word, of: "kind-noun") }
}
