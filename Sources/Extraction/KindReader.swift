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
  let adverb: UInt64
  private let numeral: UInt64
  let unnoun: UInt64
  let degree: UInt64
  /// `den ene`: words that count the first, besides the ordinals.
  private let first: Set<Vocabulary.WordID>
  /// How words end that tell one of several by rank, not by kind.
  let superlatives: [String]
  /// What begins no kind: `samma intervju`, `den andra intervjun`, `en annan`.
  let unkind: UInt64

  init(_ analysis: TextAnalysis, _ sentences: SentenceReader) {
    self.analysis = analysis
    self.sentences = sentences
    let book = analysis.book
    adverb = book.bits("adverb", "lead", "additive", "contrast", "sequence")
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
    let number = sentence.last {
      analysis[$0].kind == .number || sentences.isNumeral($0)
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
      isCounted || !rule.requirements.contains(.counted),
      analysis.matches(rule.pattern, sentence)
    else { return nil }
    return rule.facet
  }

  /// The kinds or degrees that a heading promises.
  func announcement(of facet: Facet, _ words: Range<Int>, evidence: Range<Int>) -> Announcement {
    var nouns = words.filter { isNounLike($0) && !analysis.isFinite($0) }
    if nouns.allSatisfy({ sentences.isKindNoun($0) }) {
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
      guard phrase.isDetermined, phrase.words.count > 1, analysis.isVerb(phrase.end) else {
        return nil
      }
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
        if !hasPreposition, analysis.isVerb(phrase.end), let found = elliptic(phrase, announced) {
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
    guard phrase.start == first, phrase.words.count <= 2, analysis.isVerb(phrase.end),
      let last = phrase.words.last,
      analysis.text.classes[last] == 0,
      !analysis.inflection.isDefinite(analysis.lowercased(last)),
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
        inner.end + 1 < range.upperBound, analysis.isVerb(inner.end + 1)
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
    let first = isLed ? range.first : range.prefix(8).first(where: { analysis.isVerb($0) })
    guard let verb = first, verb + 1 < range.upperBound else { return nil }
    // `Til slutt har vi …`, `møter man på`; an adverb may be the first word of the kind: `har vi delvis
    // validering`.
    let starts = range.suffix(from: verb + 1).prefix {
      $0 == verb + 1 || analysis.has($0 - 1, adverb | sentences.doer | sentences.preposition)
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
}
