import Language

/// Finds statements in running prose: by the pack's rules, and below a heading that promises a facet
/// also by taking the clauses of a sentence as they stand.
struct SentenceReader {
  /// What is known while the sentences of one section are read in turn.
  struct State {
    /// What the heading promises; where it is both sides, benefits until a sentence turns.
    var facets: [Facet]
    var hasItems = false
    /// What the heading promised, while a sentence that announces something else holds.
    var held: (facets: [Facet], hasItems: Bool)?
    /// Whether nothing has followed yet what was announced.
    var awaits = false
    var isAfterItems = false
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
    var stepCount = 0
    var levelCount = 0
    /// What the sentence before gave.
    var last: Facet?
    var found = 0
    /// Why the last sentence gave nothing, where it gave nothing.
    var silence = Silence.Reason.noRule
    /// Hashes of the longer words that the last fact's label begins with.
    var lastWords: Set<UInt32> = []
    /// Hashes of the words of names told of.
    var seen: Set<UInt32> = []

    init(facets: [Facet]) { self.facets = facets }

    /// Reads what follows as below a heading of a facet: `Det finns också nackdelar.`
    mutating func announce(_ facet: Facet) {
      awaits = true
      found = 0
      announced = nil
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
  }

  let analysis: TextAnalysis
  let coordination: Coordination
  private let negation: UInt64
  private let denial: UInt64
  private let seldom: UInt64
  private let pronoun: UInt64
  private let article: UInt64
  private let mark: UInt64
  private let determiner: UInt64
  private let infinitive: UInt64
  private let modal: UInt64
  private let back: UInt64
  private let lead: UInt64
  private let subordinator: UInt64
  private let sequence: UInt64
  private let additive: UInt64
  private let finite: UInt64
  private let imperative: UInt64
  private let conjunction: UInt64
  private let ordinal: UInt64
  private let advice: UInt64
  private let contact: UInt64
  private let turn: UInt64
  private let speech: UInt64
  private let speaker: UInt64
  private let conditional: UInt64
  private let doer: UInt64
  private let preposition: UInt64
  /// Verbs that tell how things are rather than what is done.
  private let being: UInt64
  private let relative: UInt64
  private let reason: UInt64
  private let order: UInt64
  private let moment: UInt64
  private let be: UInt64

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
  }

  func read(_ sentence: Range<Int>, rules: [Int], _ state: inout State) -> [Found] {
    state.explainsPrevious = false
    state.silence = .noRule
    guard sentence.count >= 3 else { return silent(.tooShort, &state) }
    guard sentence.count <= TextAnalysis.longestSentence else { return silent(.tooLong, &state) }
    if let last = sentence.last, analysis.isMark(last, "?") { return silent(.question, &state) }
    // A sentence that leads in a list says what the list says.
    if state.leadsIn { return silent(.leadsIn, &state) }
    if let counted = counted(sentence, state) { return [counted] }
    state.announced = nil
    if goesOn(sentence, state) {
      state.explainsPrevious = true
      return silent(.continuation, &state)
    }
    state.awaits = false
    let byRule = ruled(sentence, rules, &state)
    let found = byRule.map { $0 + beside($0, sentence, state) } ?? unruled(sentence, &state)
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
  private func silent(_ reason: Silence.Reason, _ state: inout State) -> [Found] {
    state.silence = reason
    return []
  }

  /// A drawback told below a heading of benefits, or the other way round, turns the rest of its
  /// paragraph.
  private func turn(to facet: Facet?, _ state: inout State) {
    guard let facet, state.facets.count == 1, state.facets[0] != facet,
      [.benefit, .drawback].contains(facet), [.benefit, .drawback].contains(state.facets[0])
    else { return }
    state.announce(facet)
    state.awaits = false
  }

  /// The clauses of a sentence below a heading of benefits or drawbacks that the rule which read one of
  /// them has nothing to do with: `Avtalet är långt, och slitage kan leda till avgifter.`
  private func beside(_ found: [Found], _ sentence: Range<Int>, _ state: State) -> [Found] {
    guard let facet = state.current, facet == .benefit || facet == .drawback, !state.hasItems,
      let first = sentence.first, !pointsBack(first), !analysis.has(first, conditional),
      found.allSatisfy({ $0.facet == facet }),
      let start = found.map(\.label.lowerBound).min(),
      let end = found.map({ max($0.label.upperBound, $0.explanation?.upperBound ?? 0) }).max(),
      start > first
    else { return [] }
    return coordination.clauses(unled(points(sentence))).compactMap { clause in
      let label = unled(clause.range)
      guard label.count >= 3, label.count <= 24, let word = label.first, !pointsBack(word),
        !clause.range.overlaps(start..<end), analysis.anyFinite(label)
      else { return nil }
      return Found(
        facet: facet, label: label, text: straightened(label), explanation: clause.explanation,
        rule: "clause.\(facet.rawValue)", evidence: "")
    }
  }

  /// A point of those that the sentence before announced: `För det andra …`
  private func counted(_ sentence: Range<Int>, _ state: State) -> Found? {
    guard let facet = state.announced, sentence.count > 4 else { return nil }
    let counted = sentence.prefix(3).first { analysis.has($0, ordinal) }
    guard let counted else { return nil }
    let point = coordination.whole(counted + 1..<sentence.upperBound)
    return Found(
      facet: facet, label: point.range, explanation: point.explanation,
      rule: "counted.\(facet.rawValue)",
      evidence: analysis.string(sentence.lowerBound..<counted + 1))
  }

  /// Whether a sentence begins with what the fact before it is about: `Forskjeller kan …`.
  private func goesOn(_ sentence: Range<Int>, _ state: State) -> Bool {
    guard let first = sentence.first else { return false }
    return state.lastWords.contains(analysis[first].hash)
  }

  // MARK: By rule

  /// Whether a sentence says nothing of its own: a generality, an invitation to read on, or that
  /// something follows, which the sentences after it are then read for.
  func isIdle(_ sentence: Range<Int>, _ rules: [Int], _ state: inout State) -> Bool {
    guard sentence.count <= TextAnalysis.longestSentence else { return true }
    let rule = rules.lazy.map { analysis.book.statements[$0] }.first { rule in
      rule.cut == .nothing && (rule.under.isEmpty || rule.under == state.facets)
        && analysis.matches(rule.pattern, sentence)
    }
    guard let rule else { return false }
    if let facet = rule.facet, !state.leadsIn { state.announce(facet) }
    return true
  }

  /// What a sentence says that those after it are about: `Men det finnes også en bakside.`
  func topic(of sentence: Range<Int>, rules: [Int]) -> Facet? {
    let rule = rules.lazy.map { analysis.book.statements[$0] }.first { rule in
      rule.cut == .nothing && rule.facet != nil && rule.under.isEmpty
        && analysis.matches(rule.pattern, sentence)
    }
    return rule?.facet
  }

  /// Notes that a text with two sides turns to the second.
  func note(_ sentence: Range<Int>, _ state: inout State) {
    guard state.facets.contains(.drawback), state.facets.count > 1 else { return }
    if analysis.any(sentence, turn) { state.hasTurned = true }
  }

  /// What the first rule that matches finds; nil where none does.
  private func ruled(
    _ sentence: Range<Int>, _ rules: [Int], _ state: inout State
  ) -> [Found]? {
    for index in rules {
      let rule = analysis.book.statements[index]
      if rule.cut == .nothing { continue }
      if !rule.under.isEmpty, !rule.under.contains(where: state.facets.contains) { continue }
      let continued = rule.requirements.contains("continues") ? state.last : nil
      guard let facet = rule.facet ?? continued ?? state.current else { continue }
      // A sentence below a heading of examples is read for examples.
      if state.facets.first == .example, facet != .example { continue }
      let parts = rule.requirements.contains("by-clause") ? byClause(sentence) : [sentence]
      let found = parts.flatMap { part -> [Found] in
        guard let match = analysis.match(rule.pattern, part) else { return [] }
        return isDenied(sentence, facet) ? [] : cut(match, rule, facet, part)
      }
      if !found.isEmpty { return numbered(found, facet, &state) }
    }
    return nil
  }

  /// Steps and levels told in sentences of their own go on counting where the last sentence stopped.
  private func numbered(_ found: [Found], _ facet: Facet, _ state: inout State) -> [Found] {
    guard facet == .step || facet == .level else { return found }
    let before = facet == .step ? state.stepCount : state.levelCount
    if facet == .step { state.stepCount += found.count } else { state.levelCount += found.count }
    return found.map { one in
      var one = one
      one.order = one.order.map { $0 + before }
      return one
    }
  }

  private func byClause(_ sentence: Range<Int>) -> [Range<Int>] {
    coordination.clauses(sentence).map(\.range)
  }

  /// Whether a sentence takes back what it says; a drawback may well be that something is seldom so.
  private func isDenied(_ sentence: Range<Int>, _ facet: Facet) -> Bool {
    if analysis.any(sentence, denial) { return true }
    guard facet != .drawback else { return false }
    // `…, selv om den sjelden innrømmer det`: that is said of something else.
    let clause = sentence.first { at in
      analysis.isMark(at, ",") && at + 1 < sentence.upperBound && at > sentence.lowerBound + 3
        && analysis.has(at + 1, subordinator)
    }
    return analysis.any(sentence.lowerBound..<(clause ?? sentence.upperBound), seldom)
  }

  private func cut(
    _ match: PatternMatch, _ rule: RuleBook.SentenceRule, _ facet: Facet, _ sentence: Range<Int>
  ) -> [Found] {
    let names = rule.pattern.captures
    var found: [Found] = []
    for (slot, name) in names.enumerated() {
      let range = match.captures[slot]
      guard let first = range.first, name.hasPrefix("items") else { continue }
      if rule.requirements.contains("bare"), analysis.has(first, article) { return [] }
      let members: [Conjunct]
      switch rule.cut {
      case .list:
        members = coordination.phrases(
          range, isCounted: rule.requirements.contains("counted"))
      case .clauses:
        let clauses = coordination.clauses(range)
        // Nouns that are listed where clauses could be are members all the same.
        members =
          clauses.count > 1 || analysis.anyFinite(range) ? clauses : coordination.phrases(range)
      case .whole, .nothing: members = [coordination.whole(range)]
      }
      if rule.requirements.contains("named"), !range.contains(where: { isNamed($0, sentence) }) {
        return []
      }
      if rule.requirements.contains("adjectives"), !members.allSatisfy(isAdjective) { return [] }
      let verbs = rule.requirements.contains("infinitives")
      for member in members where !member.range.isEmpty {
        // `kan växa och behålla …`: what does not go on with a verb belongs elsewhere.
        if verbs, !startsWithVerb(member), found.isEmpty || !isUnknown(member) { continue }
        // `Det er en fordel at …` says with `det` what comes after.
        if member.range.count == 1, analysis.has(member.range.lowerBound, pronoun) { continue }
        if rule.requirements.contains("named"), !isNamed(member.range, sentence) { continue }
        if rule.requirements.contains("of-subject"),
          !isOfSubject(match.range.lowerBound..<range.lowerBound)
        {
          return []
        }
        var label = unled(member.range)
        // `Obalansen riskerar att förstärkas`: a verb alone says too little.
        if label.count == 1 || startsPassive(label),
          [.benefit, .drawback, .successFactor].contains(facet),
          members.count == 1,
          let only = label.first, only > sentence.lowerBound,
          analysis.has(only, infinitive) || analysis.has(only - 1, mark),
          let around = coordination.clauses(sentence).first(where: { $0.range.contains(only) })
        {
          label = unled(around.range)
        }
        var one = Found(
          facet: facet, label: label, completion: member.completion,
          explanation: member.explanation, rule: "sentence." + rule.id,
          evidence: analysis.string(
            match.range.lowerBound..<max(range.lowerBound, match.range.lowerBound + 1)))
        if let head = names.firstIndex(of: "head"), !match.captures[head].isEmpty,
          one.completion == nil
        {
          one.text =
            analysis.label(one.label) + " "
            + analysis.inflection.dictionaryForm(of: analysis.label(match.captures[head]))
        }
        if facet == .level || facet == .step { one.order = found.count + 1 }
        if facet == .step { one.text = action(one.label) }
        found.append(one)
      }
    }
    if rule.requirements.contains("several"), found.count < 2 { return [] }
    let tooLong = found.contains { $0.label.count > 30 }
    return tooLong && rule.cut == .list ? [] : found
  }

  private func isNamed(_ at: Int, _ sentence: Range<Int>) -> Bool {
    analysis.isName(at, sentenceStart: sentence.first)
  }

  /// Whether words hold one that begins as a word of the article's title does: `medlingsstilar` below
  /// `Medling`.
  private func isOfSubject(_ range: Range<Int>) -> Bool {
    let bytes = analysis.article.prose.bytes
    let titles = (analysis.blocks.first?.tokens ?? 0..<0).filter {
      analysis[$0].kind == .word && analysis[$0].range.count >= 4
    }.map { CaseFolding.lowercased(bytes[analysis[$0].range]) }
    return range.contains { at in
      guard analysis[at].kind == .word else { return false }
      let word = CaseFolding.lowercased(bytes[analysis[at].range])
      return titles.contains { word.starts(with: $0.prefix(max(4, $0.count - 2))) }
    }
  }

  /// Whether words begin with a passive infinitive, which says nothing without its subject: `bytas utan
  /// att någon märker det`.
  private func startsPassive(_ range: Range<Int>) -> Bool {
    guard let first = range.first, analysis.has(first, infinitive) else { return false }
    return analysis.article.prose.bytes[Int(analysis[first].end) - 1] == UInt8(ascii: "s")
  }

  private func startsWithVerb(_ member: Conjunct?) -> Bool {
    guard let first = member?.range.first else { return false }
    return analysis.has(first, infinitive)
  }

  /// Whether a member begins with a word that the pack does not know, which may well be a verb where
  /// its neighbours begin with one.
  private func isUnknown(_ member: Conjunct) -> Bool {
    guard let first = member.range.first else { return false }
    return analysis.text.ids[first] == 0 && analysis[first].shape == .lower
  }

  /// Whether words hold a name; at the start of a sentence, a word that neither the pack nor the
  /// article has without its capital.
  private func isNamed(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    range.contains { at in
      if analysis.isName(at, sentenceStart: sentence.first) { return true }
      return at == sentence.first && analysis[at].shape == .capitalised
        && analysis.text.ids[at] == 0 && !analysis.common.contains(analysis[at].hash)
    }
  }

  /// One word, which no article makes a noun.
  private func isAdjective(_ member: Conjunct) -> Bool {
    let first = member.range.lowerBound
    return (member.range.count == 1 || member.completion != nil) && analysis[first].shape == .lower
      && !(first > 0 && analysis.has(first - 1, article))
  }

  // MARK: Below a heading

  private func unruled(_ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard let facet = state.current else { return [] }
    if facet == .step { return step(sentence, &state) }
    guard facet == .benefit || facet == .drawback || facet == .successFactor else { return [] }
    var sentence = unspoken(sentence)
    if facet == .successFactor, let colon = sentence.first(where: { analysis.isMark($0, ":") }),
      colon + 2 < sentence.upperBound, analysis.has(colon + 1, imperative),
      analysis[colon + 1].shape == .capitalised
    {
      // `Sist, men ikke minst: Hold det enkelt.`
      sentence = colon + 1..<sentence.upperBound
    }
    guard let first = sentence.first, let last = sentence.last else { return [] }
    if analysis.isMark(last, ":") || state.leadsIn { return silent(.leadsIn, &state) }
    if analysis.has(first, speaker) { return silent(.speaker, &state) }
    if isDenied(sentence, facet) { return silent(.denial, &state) }
    if analysis.any(sentence, contact) { return silent(.invitation, &state) }
    if facet != .successFactor, invites(sentence) { return silent(.invitation, &state) }
    // `At frivillige er upålitelige, har jeg aldri opplevd.`
    if analysis.any(sentence.prefix(2), lead & mark), analysis.any(sentence, negation) {
      return silent(.denial, &state)
    }
    if let main = mainClause(sentence) {
      // `Innan du skriver under bör du …`: advice stands in the main clause; so does what a reason is
      // given for, what can be, and what is added to the points before: `Om … sjunker dessutom …`.
      guard
        facet == .successFactor || analysis.any(sentence, additive) || analysis.has(first, reason)
          || (main.first.map { analysis.has($0, modal) } ?? false)
      else {
        state.explainsPrevious = state.found > 0
        return silent(.condition, &state)
      }
      sentence = main
    } else if goesBack(sentence, state)
      || (facet != .successFactor && analysis.has(first, conditional))
    {
      state.explainsPrevious = state.found > 0
      return silent(.pointsBack, &state)
    }
    if state.hasItems, !analysis.any(sentence, additive) { return silent(.listed, &state) }
    if facet != .drawback, facet != .benefit || !state.facets.contains(.drawback),
      analysis.any(sentence, negation), facet == .successFactor, !analysis.has(first, imperative)
    {
      return silent(.denial, &state)
    }
    if facet == .successFactor, !advises(sentence) { return silent(.noAdvice, &state) }
    guard
      analysis.any(sentence, imperative) || analysis.anyFinite(sentence)
        || sentence.dropFirst().contains(where: { analysis.looksFinite($0) })
    else { return silent(.noClause, &state) }
    let listed = points(sentence)
    var found: [Found] = []
    for clause in coordination.clauses(unled(listed)) {
      let label = unled(clause.range)
      guard label.count >= 2, label.count <= 24, let first = label.first else { continue }
      // `…, och det märks på försäljningen` says more of the clause before; so does, after a piece of
      // advice, what advises nothing.
      if let last = found.indices.last,
        pointsBack(first)
          || (facet == .successFactor && listed == sentence && !advises(clause.range))
      {
        found[last].explanation = found[last].explanation ?? label
        continue
      }
      found.append(
        Found(
          facet: facet, label: label, text: straightened(label), explanation: clause.explanation,
          rule: "clause.\(facet.rawValue)", evidence: ""))
    }
    return found
  }

  /// Whether a sentence asks its reader to do something: it begins with an imperative, and no other
  /// verb stands before its first comma or subordinate clause.
  private func invites(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, analysis.has(first, imperative), sentence.count > 1,
      // `Spør du de ansatte, …` is a condition.
      !analysis.has(first + 1, doer)
    else { return false }
    let main = sentence.dropFirst().prefix {
      !analysis.has($0, subordinator) && !analysis.isMark($0, ",")
    }
    return !main.contains { analysis.isFinite($0) }
  }

  /// What is done, without who does it where that follows the verb: `begär ni in anbud` is `begär in
  /// anbud`; nil where nothing is to be left out.
  private func action(_ label: Range<Int>) -> String? {
    guard label.count > 2, let first = label.first, analysis.isFinite(first),
      analysis.has(first + 1, doer)
    else { return nil }
    return analysis.label(first..<first + 1) + " "
      + analysis.string(analysis.trimmed(first + 2..<label.upperBound))
  }

  /// Whether a clause says what to do: it begins with an imperative, or holds a word of advice that is
  /// not in a subordinate clause.
  private func advises(_ sentence: Range<Int>) -> Bool {
    var starts = true
    for at in sentence {
      if analysis.has(at, advice) { return true }
      if starts, analysis.has(at, imperative) { return true }
      if !starts, analysis.has(at, subordinator), analysis.has(at, relative) { return false }
      starts =
        analysis.has(at, lead | conjunction | conditional)
        || (analysis[at].kind == .punctuation && !analysis.isMark(at, "-"))
    }
    return false
  }

  /// A clause that begins with its modal verb in the order of a main clause: `kan parten bli …` as
  /// `parten kan bli …`; nil where nothing is to be moved.
  private func straightened(_ label: Range<Int>) -> String? {
    guard let first = label.first, analysis.has(first, modal), !analysis.has(first, imperative),
      label.count > 2, !analysis.has(first + 1, negation | lead),
      let verb = label.dropFirst(2).first(where: { analysis.has($0, infinitive) }),
      !analysis.has(verb - 1, mark),
      !(first + 1..<verb).contains(where: { analysis.isFinite($0) })
    else { return nil }
    return [
      analysis.label(first + 1..<verb), CaseFolding.lowercased(analysis.string(first..<first + 1)),
      analysis.string(analysis.trimmed(verb..<label.upperBound)),
    ].joined(separator: " ")
  }

  /// Somebody's words without who says them: `– Det tar tid, säger hon.`
  private func unspoken(_ sentence: Range<Int>) -> Range<Int> {
    guard analysis.any(sentence, speech) else { return sentence }
    let end = sentence.dropFirst().first { at in
      analysis.isMark(at, ",") && at + 1 < sentence.upperBound && analysis.has(at + 1, speech)
    }
    return analysis.unled(sentence.lowerBound..<(end ?? sentence.upperBound))
  }

  /// What a sentence lists after a colon, where that is clauses; else all of it.
  private func points(_ sentence: Range<Int>) -> Range<Int> {
    guard let colon = sentence.first(where: { analysis.isMark($0, ":") }),
      colon - sentence.lowerBound >= 3, colon + 3 < sentence.upperBound
    else { return sentence }
    let rest = colon + 1..<sentence.upperBound
    return coordination.clauses(rest).count > 1 ? rest : sentence
  }

  /// Whether a sentence goes on about the point before it, rather than adding one. The first under its
  /// heading has nothing to go back to: `Det är mycket arbete`.
  private func goesBack(_ sentence: Range<Int>, _ state: State) -> Bool {
    guard let first = sentence.first, pointsBack(first) else { return false }
    if analysis.any(sentence.prefix(5), additive) { return false }
    return state.found > 0 || first + 1 == sentence.upperBound || !analysis.has(first + 1, be)
  }

  /// `Det gör …`, `Detta …`, but not `De två bolagen …`.
  private func pointsBack(_ first: Int) -> Bool {
    guard analysis.has(first, back) else { return false }
    // `Det är svårt att …`: what `det` stands for comes after.
    if analysis.any(first + 1..<min(first + 9, analysis.text.tokens.count), mark) { return false }
    return !analysis.has(first, determiner) || analysis.has(first + 1, finite)
  }

  /// What follows a clause of time or condition that a sentence begins with: after a comma, else from
  /// the second of two verbs on, `När anbuden är öppnade jämförs priserna`.
  private func mainClause(_ sentence: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first, analysis.has(first, conditional | reason) else { return nil }
    let comma = sentence.first { analysis.isMark($0, ",") }
    let verbs = sentence.prefix { $0 != comma }.filter { analysis.isFinite($0) }
    // `Efter prövningen skickas …`: a preposition, no clause.
    let isPhrase =
      !analysis.has(first, subordinator)
      && !analysis.has(min(first + 1, sentence.upperBound - 1), mark)
    if let verb = verbs.first, isPhrase || verbs.count > 1 {
      let main = isPhrase ? verb : verbs[1]
      let joins = isPhrase ? 0 : subordinator | conjunction
      if main + 2 < sentence.upperBound, !analysis.any(verb + 1..<max(main, verb + 1), joins) {
        return main..<sentence.upperBound
      }
    }
    guard let comma, comma + 3 < sentence.upperBound else { return nil }
    return comma + 1..<sentence.upperBound
  }

  /// `Först …. Deretter …. Til slutt …`, also within one sentence: `bør først …, deretter …`.
  private func step(_ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard let first = sentence.first, !state.hasItems else { return silent(.listed, &state) }
    let marks = sentence.filter { isSequence($0, sentence) }
    guard
      !marks.isEmpty || (state.stepCount > 0 && analysis.any(sentence, sequence))
        || analysis.has(first, imperative) || followsVerb(sentence) || isTimed(sentence)
        || (state.stepCount > 0 && mainClause(sentence) != nil)
        || (state.isOrdered && actionVerb(sentence) != nil)
    else { return silent(.noStep, &state) }
    if pointsBack(first), marks.isEmpty { return silent(.pointsBack, &state) }
    if let main = mainClause(sentence), state.stepCount > 0 || state.isOrdered {
      return [step(main, state: &state)]
    }
    // `I mars beställs fröerna`: when it is done is no part of what is done.
    if marks.isEmpty, state.isOrdered, analysis.has(first, preposition),
      let verb = actionVerb(sentence)
    {
      return [step(verb..<sentence.upperBound, state: &state)]
    }
    var starts = marks
    if starts.first.map({ $0 - first > 6 }) ?? true { starts.insert(first, at: 0) }
    let ends = starts.dropFirst() + [analysis.trimmed(sentence).upperBound]
    return zip(starts, ends).flatMap { start, end -> [Found] in
      coordination.clauses(start..<end).compactMap { clause in
        var label = analysis.untied(clause.range)
        while let next = label.first, label.count > 2, analysis.has(next, sequence | lead) {
          label = next + 1..<label.upperBound
        }
        guard label.count >= 2 else { return nil }
        state.stepCount += 1
        label = unled(label)
        return Found(
          facet: .step, label: label, text: action(label) ?? straightened(label),
          explanation: clause.explanation, order: state.stepCount, rule: "clause.step",
          evidence: analysis.string(start..<start + 1))
      }
    }
  }

  /// The verb of a sentence that tells what is done: the first one, where that is neither a copula nor a
  /// modal verb, and nothing is denied.
  private func actionVerb(_ sentence: Range<Int>) -> Int? {
    guard let last = sentence.last, !analysis.isMark(last, "?"), !analysis.any(sentence, negation),
      let verb = sentence.first(where: { analysis.isFinite($0) || analysis.looksFinite($0) }),
      !analysis.has(verb, being), verb + 1 < sentence.upperBound,
      !analysis.any(sentence.lowerBound..<verb, subordinator)
    else { return nil }
    return verb
  }

  /// What is done once something else is: `När anmälan har godkänts kan arbetet börja.`
  private func step(_ main: Range<Int>, state: inout State) -> Found {
    let point = coordination.whole(main)
    state.stepCount += 1
    return Found(
      facet: .step, label: point.range, text: action(point.range) ?? straightened(point.range),
      explanation: point.explanation, order: state.stepCount, rule: "clause.step",
      evidence: analysis.string(main.lowerBound..<main.lowerBound + 1))
  }

  /// `Mandag morgen velger teamet …`: a time before the verb.
  private func isTimed(_ sentence: Range<Int>) -> Bool {
    guard let time = sentence.prefix(4).last(where: { analysis.has($0, moment) }) else {
      return false
    }
    return (time + 1..<min(time + 3, sentence.upperBound)).contains {
      analysis.isFinite($0) || analysis.looksFinite($0)
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
          || analysis.has(at - 1, conjunction) || analysis.isMark(at - 1, ","))
    }
  }

  /// Whether a word of sequence stands after the verb: `Parterna skriver därefter …`.
  private func followsVerb(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(6).dropFirst(2).contains {
      analysis.has($0, sequence) && analysis.isFinite($0 - 1)
    }
  }

  /// A word of sequence at the start of the sentence, of a clause, or after its verb.
  private func isSequence(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard analysis.has(at, sequence), let first = sentence.first else { return false }
    if at == first { return true }
    if analysis.has(at - 1, sequence) { return false }
    let before = at - 1
    return analysis.isMark(before, ",") || analysis.has(before, conjunction)
      || (analysis.has(before, modal) && at - first <= 4)
  }

  /// Without the adverbs and conjunctions that tie a sentence to the one before.
  private func unled(_ range: Range<Int>) -> Range<Int> {
    var range = analysis.trimmed(range)
    while let first = range.first, range.count > 2,
      analysis.has(first, lead) || analysis.isMark(first, ",")
    {
      range = first + 1..<range.upperBound
    }
    return range
  }
}
