import Language

/// Finds statements in running prose: by the pack's rules, and below a heading that promises a facet
/// also by taking the clauses of a sentence as they stand.
struct SentenceReader {
  /// What is known while the sentences of one section are read in turn.
  struct State {
    /// What the heading promises; where it is both sides, benefits until a sentence turns.
    var facets: [Facet]
    /// Whether the heading only lets one guess it.
    var isGuess = false
    /// The tokens of the paragraph.
    var words = 0..<0
    /// Which paragraph of the section it is, from 1.
    var paragraph = 0
    /// Whether a sentence of the paragraph has told of something wanted, or said of what kind its point is.
    var hasToldHere = false
    var hasItems = false
    /// The words of the heading above.
    var heading = 0..<0
    /// What the heading promised, while a sentence that announces something else holds.
    var held: (facets: [Facet], hasItems: Bool)?
    /// Whether no sentence has been read yet below the heading, or after what was announced.
    var isFresh = true
    /// Whether nothing has followed yet what was announced.
    var awaits = false
    var isAfterItems = false
    /// Whether the paragraph tells its points in fragments: `En skylt vid vägen. Plats för bilar.`
    var isFragmented = false
    /// Whether the paragraph leads in a list.
    var leadsIn = false
    /// Whether a sentence of a text with two sides has turned to the second.
    var hasTurned = false
    /// Whether what follows the section's lists belongs to the second side.
    var turnsAfterItems = false
    /// Whether the last sentence goes on about the fact before it.
    var explainsPrevious = false
    /// Whether some sentence below a heading of steps says that they follow each other.
    var isOrdered = false
    /// Whether a question that the paragraph opens with says what it is about.
    var isAsked = false
    /// Whether a point of the paragraph has been told as a heading is, so that the rest of it explains it:
    /// `Första fällan: allt görs på en dag.`
    var isHeaded = false
    /// Whether the paragraph sums the article up.
    var isClosing = false
    /// Whether a later sentence of the paragraph says that the first step comes there: `Först …`
    var isBeforeFirst = false
    var stepCount = 0
    var levelCount = 0
    /// What the sentence before gave.
    var last: Facet?
    var found = 0
    /// Why the last sentence gave nothing, where it gave nothing.
    var silence = Silence.Reason.noRule
    /// The rule by which it says nothing of its own.
    var silencer: String?
    /// Hashes of the longer words that the last fact's label begins with.
    var lastWords: Set<UInt32> = []
    /// Hashes of the words of names told of.
    var seen: Set<UInt32> = []

    init(facets: [Facet]) { self.facets = facets }

    /// Reads what follows as below a heading of a facet: `Det finns också nackdelar.`
    mutating func announce(_ facet: Facet) {
      awaits = true
      isFresh = true
      found = 0
      announced = nil
      isClosing = isClosing || facet == .takeaway
      if facets.contains(facet) {
        hasTurned = facet == .drawback
        return
      }
      if held == nil { held = (facets, hasItems) }
      facets = [facet]
      hasItems = false
      hasTurned = false
    }

    /// At the start of a paragraph: what was announced in the one before holds no longer, unless
    /// nothing has followed it.
    mutating func startParagraph() {
      isHeaded = false
      hasToldHere = false
      paragraph += 1
      guard !awaits, let before = held else { return }
      (facets, hasItems) = before
      held = nil
    }

    /// What the sentence before announced: `dras tre slutsatser.` Holds while its points are counted.
    var announced: Facet?

    var current: Facet? {
      if let announced { return announced }
      return hasTurned && facets.contains(.drawback)
        ? .drawback : facets.first { $0 != .definition }
    }
  }

  struct Found {
    var facet: Facet
    var label: Range<Int>
    /// In place of the text of `label`, where the label is put together.
    var text: String?
    var completion: String?
    var explanation: Range<Int>?
    var order: Int?
    var poles: [String] = []
    var rule: String
    var evidence: String
    /// Whether its facet is what the heading promises, and nothing that the sentence says.
    var isPromised = false
    /// What the rule that read it took from the sentence before the label.
    var lead: Range<Int>?
  }

  let analysis: TextAnalysis
  let coordination: Coordination
  let negation: UInt64
  let denial: UInt64
  let seldom: UInt64
  let pronoun: UInt64
  let article: UInt64
  let mark: UInt64
  let determiner: UInt64
  let infinitive: UInt64
  let modal: UInt64
  let back: UInt64
  let lead: UInt64
  let subordinator: UInt64
  let sequence: UInt64
  let additive: UInt64
  let finite: UInt64
  let imperative: UInt64
  let conjunction: UInt64
  let ordinal: UInt64
  let advice: UInt64
  let contact: UInt64
  let turn: UInt64
  let speech: UInt64
  let speaker: UInt64
  let conditional: UInt64
  let doer: UInt64
  let preposition: UInt64
  /// Verbs that tell how things are rather than what is done.
  let being: UInt64
  let relative: UInt64
  let reason: UInt64
  let order: UInt64
  let moment: UInt64
  let be: UInt64
  let vague: UInt64
  /// Words after which a noun tells of what: `antalet fel`.
  let measure: UInt64
  let comparative: UInt64
  let numeral: UInt64
  /// `form`, `modell`: words for kinds of anything.
  let kindNouns: Set<Vocabulary.WordID>
  /// `jag`: words of who tells the text.
  let narrator: Set<Vocabulary.WordID>
  /// What names something that is missing: `utan`.
  let without: Set<Vocabulary.WordID>
  /// What `seldom` is no denial after: `mer sällan`.
  let more: Set<Vocabulary.WordID>
  /// `det`, `der`: what stands where the subject would, and says nothing.
  let expletive: Set<Vocabulary.WordID>
  /// `upp`: what belongs to the verb before it.
  let particle: Set<Vocabulary.WordID>

  init(_ analysis: TextAnalysis, _ coordination: Coordination) {
    self.analysis = analysis
    self.coordination = coordination
    let book = analysis.book
    negation = book.bit("negation")
    denial = book.bit("denial")
    seldom = book.bit("seldom")
    pronoun = book.bit("pronoun")
    article = book.bit("article")
    mark = book.bit("infinitive-mark")
    determiner = book.bit("determiner")
    infinitive = book.bit("infinitive")
    modal = book.bit("modal")
    back = book.bit("back-reference")
    lead = book.bit("lead")
    subordinator = book.bit("clause")
    sequence = book.bit("sequence")
    additive = book.bit("additive")
    finite = book.bits("finite", "modal", "be")
    imperative = book.bit("imperative")
    conjunction = book.bit("conjunction")
    ordinal = book.bit("ordinal")
    advice = book.bit("advice")
    contact = book.bit("contact")
    turn = book.bit("turn")
    speech = book.bit("speech")
    speaker = book.bit("speaker")
    conditional = book.bit("conditional")
    doer = book.bit("doer")
    preposition = book.bit("preposition")
    being = book.bits("be", "modal")
    relative = book.bit("relative-noun")
    reason = book.bit("reason")
    order = book.bit("order")
    moment = book.bit("moment")
    be = book.bit("be")
    vague = book.bit("vague")
    measure = book.bit("measure")
    comparative = book.bit("comparative")
    numeral = book.bit("numeral")
    kindNouns = book.words(of: "kind-noun")
    narrator = book.words(of: "narrator")
    without = book.words(of: "without")
    more = book.words(of: "more")
    expletive = book.words(of: "expletive")
    particle = book.words(of: "particle")
  }

  func read(_ sentence: Range<Int>, rules: [Int], _ state: inout State) -> [Found] {
    state.explainsPrevious = false
    state.silence = .noRule
    guard sentence.count >= 3 else { return silent(.tooShort, &state) }
    guard sentence.count <= TextAnalysis.longestSentence else { return silent(.tooLong, &state) }
    if let last = sentence.last, analysis.isMark(last, "?") { return silent(.question, &state) }
    // A sentence that leads in a list says what the list says.
    if state.leadsIn { return silent(.leadsIn, &state) }
    let counted = counted(sentence, state)
    if !counted.isEmpty { return counted }
    state.announced = nil
    let isCounted = sentence.prefix(3).contains { analysis.has($0, ordinal) }
    if goesOn(sentence, state) || (state.isHeaded && !isCounted) {
      state.explainsPrevious = true
      return silent(.continuation, &state)
    }
    state.awaits = false
    defer { state.isFresh = false }
    let said = unspoken(sentence)
    let all =
      ruled(said, rules, &state).map { $0 + beside($0, said, state) + after($0, said, &state) }
      ?? unruled(sentence, &state)
    let found = oriented(pointed(all, sentence), sentence, state)
    state.hasToldHere = state.hasToldHere || found.contains(where: tellsWanted)
    state.found += found.count
    state.last = found.last?.facet
    turn(to: found.last?.facet, &state)
    if let last = found.last {
      state.lastWords = Set(
        last.label.prefix(2).filter { analysis[$0].kind == .word && analysis[$0].range.count > 5 }
          .map { analysis[$0].hash })
    }
    return found
  }

  /// Nothing, and why.
  func silent(_ reason: Silence.Reason, _ state: inout State) -> [Found] {
    state.silence = reason
    return []
  }

  /// A drawback told below a heading of benefits, or the other way round, turns the rest of its
  /// paragraph.
  func turn(to facet: Facet?, _ state: inout State) {
    guard let facet, state.facets.count == 1, state.facets[0] != facet,
      [.benefit, .drawback].contains(facet), [.benefit, .drawback].contains(state.facets[0])
    else { return }
    state.announce(facet)
    state.awaits = false
  }

  /// The clauses of a sentence below a heading of benefits or drawbacks that the rule which read one of
  /// them has nothing to do with: `Avtalet är långt, och slitage kan leda till avgifter.`
  func beside(_ found: [Found], _ sentence: Range<Int>, _ state: State) -> [Found] {
    guard let facet = state.current ?? found.first?.facet, facet == .benefit || facet == .drawback,
      !state.hasItems,
      let first = sentence.first, !pointsBack(first), !analysis.has(first, conditional),
      // `Har du lovat fri tillgång, riskerar du att …`
      inverted(sentence, comma: sentence.first { analysis.isMark($0, ",") }) == nil,
      found.allSatisfy({ $0.facet == facet }),
      let start = found.map(\.label.lowerBound).min(),
      let end = found.map({ max($0.label.upperBound, $0.explanation?.upperBound ?? 0) }).max(),
      start > first
    else { return [] }
    return coordination.clauses(unled(points(sentence))).compactMap { clause in
      let label = unled(clause.range)
      guard label.count >= 3, label.count <= 24, let word = label.first, !pointsBack(word),
        !clause.range.overlaps(start..<end), analysis.anyFinite(label),
        !found.contains(where: { isSubject(clause.range, of: $0) }),
        !label.contains(where: { analysis.isOne($0, of: narrator) }),
        // `Tre hindre går igen: …` only counts what it lists.
        !analysis.isMark(min(clause.range.upperBound, sentence.upperBound - 1), ":"),
        !clause.range.contains(where: { analysis.isMark($0, ":") && $0 < start }),
        // What follows a colon after it explains it.
        clause.range.lowerBound < end
          || !(end..<clause.range.lowerBound + 1).contains(where: { analysis.isMark($0, ":") }),
        !clause.range.contains(where: { analysis.isMark($0, ":") && $0 >= end })
      else { return nil }
      return Found(
        facet: facet, label: label, text: straightened(label), explanation: clause.explanation,
        rule: "clause.\(facet.rawValue)", evidence: "", isPromised: true)
    }
  }

  /// The step that follows in the same sentence: `Den börjar med en genomgång, varpå taket mäts.`
  private func after(_ found: [Found], _ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard let last = found.last, last.facet == .step, last.order != nil, !state.hasItems,
      let mark = (last.label.upperBound..<sentence.upperBound).first(where: { at in
        analysis.isMark(at - 1, ",") && analysis.has(at, sequence) && analysis.has(at, subordinator)
      }), mark + 2 < sentence.upperBound
    else { return [] }
    return [step(mark + 1..<sentence.upperBound, state: &state)]
  }

  /// Whether a clause is what a point is said of: `Det første kundene nevner, er …`
  private func isSubject(_ clause: Range<Int>, of found: Found) -> Bool {
    guard let lead = found.lead, lead.contains(clause.upperBound) else { return false }
    let next = clause.upperBound + (analysis.isMark(clause.upperBound, ",") ? 1 : 0)
    return analysis.isFinite(next)
  }

  /// Whether a sentence begins with what the fact before it is about: `Forskjeller kan …`.
  func goesOn(_ sentence: Range<Int>, _ state: State) -> Bool {
    guard let first = sentence.first else { return false }
    return state.lastWords.contains(analysis[first].hash)
  }

  /// Whether a word is a numeral, and no article.
  func isNumeral(_ at: Int) -> Bool { analysis.has(at, numeral) && !analysis.has(at, article) }

  /// Without the adverbs and conjunctions that tie a sentence to the one before.
  func unled(_ range: Range<Int>) -> Range<Int> {
    var range = analysis.trimmed(range)
    while let first = range.first, range.count > 2,
      analysis.has(first, lead) || analysis.isMark(first, ",")
    {
      range = first + 1..<range.upperBound
    }
    return range
  }
}
