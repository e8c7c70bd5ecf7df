import Language

/// Finds the sentences that say what a term means.
struct DefinitionFinder {
  struct Found {
    var fact: Fact
    /// Its sentence, as token range.
    var sentence: Range<Int>
    var leaf: Int
    /// The words of the term; empty where they do not stand in the sentence.
    var designation = 0..<0
    /// Whether the text marks the term out: *term*, **term**.
    var isEmphasised = false

    /// Takes the whole sentence for its text: with who says it, without the dash before it.
    mutating func quote(_ whole: Range<Int>, in analysis: TextAnalysis) {
      let isSpoken = whole.first.map { analysis.isDash($0) } ?? false
      let whole = isSpoken ? whole.dropFirst() : whole
      sentence = whole
      fact.text = analysis.string(whole)
      fact.span = analysis.span(whole)
    }
  }

  let analysis: TextAnalysis
  let reader: DesignationReader
  /// Terms, by lemma key, that the article is known to be about or to list.
  var known: Set<String> = []
  /// The words of the article's headings, as lemma keys. What a heading names may be defined in the
  /// definite form, which else points back: `Lärlingsordningen är en utbildning där …`.
  var headed: Set<String> = []
  let evaluative: UInt64
  let adjective: UInt64
  let preposition: UInt64
  let relative: UInt64
  let negation: UInt64
  let mark: UInt64
  let pronoun: UInt64
  let additive: UInt64
  let comparative: UInt64
  let article: UInt64
  let demonstrative: UInt64
  let conjunction: UInt64
  let conditional: UInt64
  let adverb: UInt64
  let contrast: UInt64
  let verb: UInt64
  let bound: UInt64
  /// What is a class only where a relative clause tells which: `lösning`.
  let solution: Set<Vocabulary.WordID>
  let starter: UInt64
  let infinitive: UInt64
  let degree: UInt64
  /// What words of degree may be besides, where they stand alone: `mye`, `mindre`.
  let amount: UInt64
  let relativeNoun: UInt64
  /// What no class of things is told by.
  let unclassed: UInt64

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    reader = DesignationReader(analysis)
    let book = analysis.book
    pronoun = book.bit("pronoun")
    additive = book.bit("additive")
    comparative = book.bit("comparative")
    article = book.bit("article")
    demonstrative = book.bit("demonstrative")
    conjunction = book.bit("conjunction")
    conditional = book.bit("conditional")
    adverb = book.bits("adverb", "lead")
    contrast = book.bit("contrast")
    verb = book.bits("finite", "modal", "be")
    starter = book.bit("starter")
    infinitive = book.bit("infinitive")
    degree = book.bit("degree")
    amount = book.bits("determiner", "comparative")
    relativeNoun = book.bit("relative-noun")
    unclassed = book.bits("degree", "determiner", "finite")
    bound = book.bits("preposition", "article", "determiner", "numeral", "conjunction")
    evaluative = book.bit("evaluative")
    solution = book.words(of: "solution")
    adjective = book.bit("adjective")
    preposition = book.bit("preposition")
    relative = book.bit("relative")
    negation = book.bit("negation")
    mark = book.bit("infinitive-mark")
  }

  /// The definitions that one sentence states.
  ///
  /// - Parameter before: the sentence before; nil where the paragraph begins.
  func definitions(
    in sentence: Range<Int>, after before: Range<Int>?, rules: [Int], leaf: Int
  ) -> [Found] {
    guard sentence.count <= TextAnalysis.longestSentence, sentence.count >= 4 else { return [] }
    if let last = sentence.last, analysis.isMark(last, "?") { return [] }
    for index in rules {
      let rule = analysis.book.definitions[index]
      guard let match = analysis.match(rule.pattern, sentence) else { continue }
      if rule.requirements.contains(.previous) {
        let gloss = rule.pattern.captures.firstIndex(of: "gloss").map { match.captures[$0] }
        if let gloss, let found = anaphoric(gloss, rule, sentence, before: before, leaf: leaf) {
          return [found]
        }
        continue
      }
      let found = read(match, rule, sentence, leaf)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The definition that answers a heading: `Vad är X?` – `Det är ett …`.
  func answer(in sentence: Range<Int>, rules: [Int], to term: String, leaf: Int) -> Found? {
    guard sentence.count <= TextAnalysis.longestSentence, sentence.count >= 4,
      let last = sentence.last, !analysis.isMark(last, "?")
    else { return nil }
    for index in rules {
      let rule = analysis.book.definitions[index]
      guard rule.requirements.contains(.answers),
        let slot = rule.pattern.captures.firstIndex(of: "gloss"),
        let gloss = analysis.match(rule.pattern, sentence)?.captures[slot],
        !rule.requirements.contains(.genus) || hasClass(gloss, isBare: false),
        !rule.requirements.contains(.verbless) || isVerbless(gloss)
      else { continue }
      var fact = Fact(
        facet: .definition, label: term, text: analysis.string(sentence),
        span: analysis.span(sentence), rule: "definition." + rule.id)
      fact.definiens = analysis.string(analysis.trimmed(gloss))
      return Found(fact: fact, sentence: sentence, leaf: leaf)
    }
    return nil
  }

  private func read(
    _ match: PatternMatch, _ rule: RuleBook.SentenceRule, _ sentence: Range<Int>, _ leaf: Int
  ) -> [Found] {
    let names = rule.pattern.captures
    var found: [Found] = []
    for (slot, name) in names.enumerated() where name.hasPrefix("term") {
      let suffix = name.dropFirst(4)
      guard !match.captures[slot].isEmpty else { continue }
      let captured =
        rule.requirements.contains(.nearest)
        ? nearest(match.captures[slot]) : match.captures[slot]
      // `icke tillståndspliktig verksamhet`
      if let first = captured.first, first > sentence.lowerBound, analysis.has(first - 1, negation)
      {
        continue
      }
      let isStart = analysis.trimmed(captured).first == sentence.first
      let start = isStart ? sentence.first : nil
      let named =
        reader.designation(
          captured, sentenceStart: start,
          allowsDefinite: rule.requirements.contains(.anyForm),
          isQuoted: rule.requirements.contains(.quoted),
          allowsAs: rule.requirements.contains(.asTerm))
        ?? headed(captured, start) ?? introduced(captured, start, rule)
      guard let designation = named else { continue }
      let gloss = names.firstIndex(of: "gloss" + suffix).map { match.captures[$0] }
      guard passes(rule, designation, gloss, sentence) else { continue }
      // `Att köpa mark innebär stora kostnader` says what comes of it.
      if let before = designation.range.first.map({ $0 - 1 }), before >= sentence.lowerBound,
        analysis.has(before, mark),
        (sentence.lowerBound..<before).allSatisfy({ analysis.has($0, adverb) }),
        let next = gloss?.first, !analysis.has(next, mark),
        !analysis.has(next - 1, mark)
      {
        continue
      }
      let term =
        rule.requirements.contains(.nounAlone) ? nounAlone(designation) : designation.term
      var fact = Fact(
        facet: .definition, label: term, text: analysis.string(sentence),
        span: analysis.span(sentence), rule: "definition." + rule.id)
      fact.evidence = [analysis.string(designation.range)]
      if let gloss, !gloss.isEmpty, rule.requirements.contains(.definiens) {
        fact.definiens = definiens(gloss, sentence)
      }
      found.append(
        Found(
          fact: fact, sentence: sentence, leaf: leaf, designation: designation.range,
          isEmphasised: isEmphasised(designation.range)))
    }
    return found
  }

  func isEmphasised(_ range: Range<Int>) -> Bool {
    analysis.marks(from: analysis.offsets(range).lowerBound).contains {
      $0.kind == .emphasis || $0.kind == .strong
    }
  }

  /// A definite form at the start of a sentence that a heading names.
  private func headed(_ captured: Range<Int>, _ start: Int?) -> DesignationReader.Designation? {
    guard start != nil,
      let designation = reader.designation(captured, sentenceStart: start, allowsDefinite: true)
    else { return nil }
    return headed.contains(analysis.lemmaKey(of: designation.term)) ? designation : nil
  }

  /// A compound in the definite form that the text has not used before, and so cannot point back to:
  /// `Trafikklyssystemet er en ordning der …`.
  private func introduced(
    _ captured: Range<Int>, _ start: Int?, _ rule: RuleBook.SentenceRule
  ) -> DesignationReader.Designation? {
    guard start != nil || rule.requirements.contains(.nounGenus),
      rule.requirements.contains(.genus),
      let designation = reader.designation(captured, sentenceStart: start, allowsDefinite: true),
      isNew(designation)
    else { return nil }
    return designation
  }

  /// Whether a designation is a compound that the text has not used before.
  private func isNew(_ designation: DesignationReader.Designation) -> Bool {
    guard designation.range.count == 1, let start = designation.range.first,
      analysis.inflection.lastPart(of: designation.term) != nil
    else { return false }
    let stem = CaseFolding.lowercased(designation.term.utf8)
    // Far enough back for an article of any usual length.
    return !(max(0, start - 2_000)..<start).contains { at in
      let token = analysis[at]
      guard token.kind == .word, token.range.count >= stem.count else { return false }
      let word = analysis.article.prose.bytes[token.range].prefix(stem.count)
      return CaseFolding.lowercased(word) == stem
    }
  }

  /// Whether a designation is a noun for sure, no name that only a sentence begins with.
  func isNoun(_ designation: DesignationReader.Designation) -> Bool {
    guard let last = designation.range.last else { return false }
    // `Den som ljuger räknas som opålitlig.`
    if designation.range.count == 1, !designation.hasArticle, !isEmphasised(designation.range),
      analysis.inflection.isAdjective(analysis.lowercased(last)),
      analysis.inflection.nounEvidence(of: designation.term) == nil
    {
      return false
    }
    return analysis[last].shape == .lower || designation.hasArticle
      || isEmphasised(designation.range) || analysis.common.contains(analysis[last].hash)
      || analysis.inflection.nounEvidence(of: designation.term) != nil
  }

  /// The noun phrase that words in the middle of a sentence end with: what follows the last
  /// preposition, article, number or verb.
  func nearest(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last,
      let stop = range.dropLast().last(where: {
        analysis.has($0, bound) || analysis.isVerb($0) || isDefiniteNoun($0) || isBareNoun($0)
          // `att markera kurvan`
          || analysis.has($0 - 1, mark)
      })
    else { return range }
    return stop + 1..<last + 1
  }

  /// A noun, which no other follows in one phrase: `skriver en gruppe | dreieboken`, `drev folk | gårdsbruk`.
  private func isBareNoun(_ at: Int) -> Bool {
    let word = analysis.lowercased(at)
    return !analysis.inflection.isAdjective(word)
      && analysis.inflection.nounEvidence(of: word).map { $0.kind != .ending } ?? false
  }

  /// A noun in the definite form, which a noun phrase ends with: `under 1800-talet | blandsäd`.
  private func isDefiniteNoun(_ at: Int) -> Bool {
    let word = analysis.lowercased(at)
    guard let evidence = analysis.inflection.nounEvidence(of: word), evidence.kind != .ending
    else { return false }
    return analysis.inflection.isDefinite(word) && !analysis.inflection.isAdjective(word)
  }

  /// A compound is a term by itself; the adjective before it only describes: `en skriftlig
  /// konsortieavtale`.
  private func nounAlone(_ designation: DesignationReader.Designation) -> String {
    guard let last = designation.term.split(separator: " ").last.map(String.init),
      last != designation.term, analysis.inflection.lastPart(of: last) != nil,
      // Of what is defined already a kind is meant: `administrativ revision` where `revision` is.
      !known.contains(analysis.lemmaKey(of: last))
    else { return designation.term }
    return last
  }

  // MARK: What is no definition

  /// `Takt är en skala, längd en annan`: what it is called it shares with what is told beside it.
  private func isOneOfSeveral(_ gloss: Range<Int>?, _ sentence: Range<Int>) -> Bool {
    guard let gloss, let comma = gloss.first(where: { analysis.isMark($0, ",") }) else {
      return false
    }
    let member = sentence.suffix(from: comma + 1).prefix(8).prefix {
      !analysis.isMark($0, ",") && !analysis.has($0, verb)
    }
    return member.dropFirst().contains { at in
      at + 1 < member.endIndex && analysis.has(at, article) && analysis.has(at + 1, additive)
        && (at + 2 >= member.endIndex || analysis.has(at + 2, conjunction))
    }
  }

  func passes(
    _ rule: RuleBook.SentenceRule, _ designation: DesignationReader.Designation,
    _ gloss: Range<Int>?, _ sentence: Range<Int>
  ) -> Bool {
    let requirements = rule.requirements
    if isOneOfSeveral(gloss, sentence) { return false }
    if requirements.contains(.known), !isKnown(designation.term),
      !requirements.contains(.orNew) || !isNew(designation)
    {
      return false
    }
    if requirements.contains(.noun), !isNoun(designation) { return false }
    if let first = gloss?.first, requirements.contains(.known),
      analysis.any(first..<min(first + 2, sentence.upperBound), additive)
    {
      return false
    }
    // A name at the start of its sentence looks like any other word.
    if requirements.contains(.common), let first = designation.range.first,
      !analysis.common.contains(analysis[first].hash)
    {
      return false
    }
    guard let gloss, !gloss.isEmpty else { return !requirements.contains(.genus) }
    // `Trening betyr mye for helsen` weighs; it says no meaning. But `… betyder att ingen betalar mer`
    if let first = gloss.first,
      (analysis.has(first, negation) && !deniesInClause(gloss))
        || (!requirements.contains(.genus) && analysis.has(first, degree)
          && analysis.has(first, amount))
    {
      return false
    }
    // `… innebär lägre kostnader` says what comes of it.
    if let first = gloss.first, analysis.has(first, comparative),
      !(first > sentence.lowerBound && analysis.has(first - 1, article | mark))
    {
      return false
    }
    // `Crowdfunding är ett annat ord för samma sak`, `… for det samme`
    if let first = gloss.first, gloss.count <= 2, analysis.has(first, pronoun) { return false }
    // `…, som betyder samma sak` names it again.
    if gloss.count <= 4, gloss.lowerBound > designation.range.lowerBound,
      analysis.any(gloss.prefix(2), demonstrative)
    {
      return false
    }
    if requirements.contains(.describes), !describes(gloss) { return false }
    if requirements.contains(.verbless), !isVerbless(gloss) { return false }
    if requirements.contains(.genus) {
      if addsProperty(gloss, sentence) || isListed(gloss) { return false }
      return requirements.contains(.nounGenus)
        ? hasNounClass(gloss) : hasClass(gloss, isBare: requirements.contains(.bareGenus))
    }
    return gloss.count >= (requirements.contains(.brief) ? 1 : 2)
  }

  /// Whether a clause after `att` begins with what it denies: `att | ingen betalar mer`.
  private func deniesInClause(_ gloss: Range<Int>) -> Bool {
    guard let first = gloss.first, analysis.has(first - 1, adverb) else { return false }
    return (first + 1..<min(first + 3, gloss.upperBound)).contains(where: analysis.isFinite)
  }

  /// Whether what is said comes on top of something: `Samköp är dessutom ett sätt att …` defines nothing.
  private func addsProperty(_ gloss: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var at = gloss.lowerBound - 1
    if at >= sentence.lowerBound, analysis.has(at, bound) { at -= 1 }
    while at > sentence.lowerBound, analysis.has(at, adverb) {
      if analysis.has(at, additive), !analysis.has(at - 1, preposition) { return true }
      at -= 1
    }
    return false
  }

  /// Whether no verb stands before the first relative clause: a phrase, not a sentence.
  private func isVerbless(_ gloss: Range<Int>) -> Bool {
    !gloss.prefix { !analysis.has($0, relative) }.contains { analysis.isFinite($0) }
  }

  /// Whether words say what is called so, rather than point back: `den som …`, not `det`.
  private func describes(_ gloss: Range<Int>) -> Bool {
    guard let first = gloss.first else { return false }
    guard analysis.has(first, pronoun) else { return true }
    return gloss.count > 1 && !analysis.has(first + 1, verb)
  }

  func isKnown(_ term: String) -> Bool {
    if known.contains(analysis.lemmaKey(of: term)) { return true }
    // A kind of something known: `bankkonsortium` where `konsortium` is.
    guard let head = analysis.inflection.lastPart(of: term) else { return false }
    return known.contains(analysis.lemmaKey(of: head))
  }
}
