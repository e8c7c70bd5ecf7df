import Language

/// What the rules of the pack find in a sentence.
extension SentenceReader {
  /// Whether a sentence says nothing of its own: a generality, an invitation to read on, or that
  /// something follows, which the sentences after it are then read for.
  func isIdle(_ sentence: Range<Int>, _ rules: [Int], _ state: inout State) -> Bool {
    state.silencer = nil
    guard sentence.count <= TextAnalysis.longestSentence else { return true }
    let rule = rules.lazy.map { analysis.book.statements[$0] }.first { rule in
      rule.cut == .nothing && !rule.requirements.contains(.kinds)
        && (rule.under.isEmpty || rule.under == state.facets)
        && analysis.matches(rule.pattern, sentence)
    }
    guard let rule else { return false }
    state.silencer = "sentence.\(rule.id)"
    // `Varför dela? Svaret är enkelt.` is no recipe.
    if let facet = rule.facet, !state.leadsIn, !(state.isAsked && state.isFresh) {
      state.announce(facet)
    }
    return true
  }

  /// What a sentence says that those after it are about: `Men det finnes også en bakside.`
  func topic(of sentence: Range<Int>, rules: [Int]) -> Facet? {
    let rule = rules.lazy.map { analysis.book.statements[$0] }.first { rule in
      rule.cut == .nothing && rule.facet != nil && rule.under.isEmpty
        && !rule.requirements.contains(.kinds) && analysis.matches(rule.pattern, sentence)
    }
    return rule?.facet
  }

  /// Notes that a text with two sides turns to the second.
  func note(_ sentence: Range<Int>, _ state: inout State) {
    guard state.facets.contains(.drawback), state.facets.count > 1 else { return }
    if analysis.any(sentence, turn) { state.hasTurned = true }
  }

  /// What the first rule that matches finds; nil where none does.
  func ruled(
    _ sentence: Range<Int>, _ rules: [Int], _ state: inout State
  ) -> [Found]? {
    let told =
      [.benefit, .drawback, .successFactor].contains(state.current) && tellsOfCase(sentence)
    for index in rules {
      let rule = analysis.book.statements[index]
      if rule.cut == .nothing { continue }
      if !rule.under.isEmpty, !rule.under.contains(where: state.facets.contains) { continue }
      // What a heading alone makes a point of is none where it tells what happened once.
      if !rule.under.isEmpty, rule.facet != .example, told { continue }
      let continued = rule.requirements.contains(.continues) ? state.last ?? state.current : nil
      guard let facet = rule.facet ?? continued ?? state.current else { continue }
      // `…, og bli enige om hva problemet er` is a step among others.
      if state.facets == [.step], state.isOrdered, state.stepCount > 0, facet == .drawback {
        continue
      }
      // More is added to points, not to kinds and cases.
      if rule.facet == nil, continued != nil,
        ![.benefit, .drawback, .successFactor].contains(facet)
      {
        continue
      }
      // A sentence below a heading of examples is read for examples.
      // But `Kompost i praktiken` may tell what composts differ in.
      if state.facets.first == .example, facet != .example,
        state.found > 0 || ![.dimension, .type, .level, .successFactor].contains(facet)
          || !rule.under.isEmpty
      {
        continue
      }
      let isPromised = rule.facet == nil || state.facets.contains(facet)
      let parts = rule.requirements.contains(.byClause) ? byClause(sentence) : [sentence]
      var isTakenBack = false
      var found = parts.flatMap { part -> [Found] in
        guard let match = analysis.match(rule.pattern, part),
          isPromised ? !isResult(match, facet, part) : !isOfRelative(match, facet, part)
        else { return [] }
        if facet == .benefit, match.captures.contains(where: { takesBack($0, part) }) {
          isTakenBack = true
        }
        return isDenied(sentence, facet) || isTakenBack
          ? [] : cut(match, rule, facet, part, state.heading)
      }
      if isTakenBack { return silent(.denial, &state) }
      found = withoutCondition(found, sentence)
      // Beside a list of kinds or degrees, a sentence tells of one more only where it says so.
      if found.count == 1, state.hasItems, facet == .type || facet == .level,
        !analysis.any(sentence, additive | ordinal)
      {
        continue
      }
      if !found.isEmpty {
        state.isHeaded = rule.requirements.contains(.heads)
        return numbered(found, facet, &state)
      }
    }
    return nil
  }

  /// Whether a rule speaks of what a relative clause tells of its noun: `de tilfellene der brukeren bidrar til
  /// å …`, which where no heading promises it is no point.
  private func isOfRelative(_ match: PatternMatch, _ facet: Facet, _ sentence: Range<Int>) -> Bool {
    guard facet == .benefit || facet == .drawback || facet == .successFactor else { return false }
    guard let start = match.captures.filter({ !$0.isEmpty }).map(\.lowerBound).min() else {
      return false
    }
    let clause = (sentence.lowerBound..<start).reversed().prefix {
      analysis[$0].kind != .punctuation && !analysis.has($0, conjunction)
        && !analysis.has($0, coordination.relativeNoun)
    }
    // `Det som lyfts fram som en fördel är …` says it itself.
    guard let first = clause.last, first > sentence.lowerBound,
      analysis.has(first - 1, coordination.relativeNoun),
      !analysis.has(first - 1, coordination.asWord),
      analysis.anyFinite(sentence.lowerBound..<first - 1)
    else { return false }
    // A second verb is that of the main clause: `En ordning som är ny bidrar till …`
    return clause.count { analysis.isFinite($0) } == 1
  }

  /// Without what a condition that the sentence begins with says: `Skal folk komme tilbake, må de se at …`
  private func withoutCondition(_ found: [Found], _ sentence: Range<Int>) -> [Found] {
    guard let first = sentence.first,
      [.benefit, .drawback, .successFactor].contains(found.first?.facet),
      let comma = sentence.first(where: { analysis.isMark($0, ",") })
    else { return found }
    let isClause =
      analysis.has(first, subordinator) && !analysis.isOne(first, of: without)
      && analysis.isFinite(comma + 1)
    guard let main = isClause ? comma + 1 : inverted(sentence, comma: comma) else { return found }
    return found.filter { $0.label.upperBound >= main }
  }

  /// Whether a rule for what stands below a heading speaks of a result told in passing, which explains
  /// the point before it: `Provet går inte att göra om, vilket kan leda till fel.`
  func isResult(
    _ match: PatternMatch, _ facet: Facet, _ sentence: Range<Int>
  ) -> Bool {
    guard facet == .benefit || facet == .drawback else { return false }
    let start = match.captures.filter { !$0.isEmpty }.map(\.lowerBound).min()
    return (sentence.lowerBound..<(start ?? sentence.lowerBound)).contains { at in
      analysis.isMark(at, ",") && (coordination.asks(at + 1) || tellsResult(at + 1, sentence))
    }
  }

  /// `…, noe som fører til …`, `…, något som ger …`
  private func tellsResult(_ at: Int, _ sentence: Range<Int>) -> Bool {
    at + 1 < sentence.upperBound && analysis.has(at, subordinator) && analysis.has(at, pronoun)
      && analysis.has(at + 1, relative)
  }

  /// Steps and levels told in sentences of their own go on counting where the last sentence stopped.
  func numbered(_ found: [Found], _ facet: Facet, _ state: inout State) -> [Found] {
    guard facet == .step || facet == .level else { return found }
    let before = facet == .step ? state.stepCount : state.levelCount
    if facet == .step { state.stepCount += found.count } else { state.levelCount += found.count }
    return found.map { one in
      var one = one
      one.order = one.order.map { $0 + before }
      return one
    }
  }

  func byClause(_ sentence: Range<Int>) -> [Range<Int>] {
    coordination.clauses(sentence).map(\.range)
  }

  func cut(
    _ match: PatternMatch, _ rule: RuleBook.SentenceRule, _ facet: Facet, _ sentence: Range<Int>,
    _ heading: Range<Int>
  ) -> [Found] {
    let names = rule.pattern.captures
    var found: [Found] = []
    for (slot, name) in names.enumerated() {
      let range = rule.cut == .list ? counted(match.captures[slot]) : match.captures[slot]
      guard let first = range.first, name.hasPrefix("items") else { continue }
      if rule.requirements.contains(.bare), analysis.has(first, article) { return [] }
      var members: [Conjunct]
      switch rule.cut {
      case .list:
        members = coordination.phrases(
          range, isCounted: rule.requirements.contains(.counted))
      case .clauses:
        let clauses = coordination.clauses(range)
        // Nouns that are listed where clauses could be are members all the same.
        members =
          clauses.count > 1 || analysis.anyFinite(range) ? clauses : coordination.phrases(range)
      case .whole, .nothing: members = [coordination.whole(range)]
      }
      if rule.requirements.contains(.kindOfSubject) { shareHead(&members, heading) }
      if rule.requirements.contains(.named), !range.contains(where: { isNamed($0, sentence) }) {
        return []
      }
      if rule.requirements.contains(.adjectives), !members.allSatisfy(isAdjective) { return [] }
      if rule.requirements.contains(.firstVerb), !isFirstVerb(range, sentence) { return [] }
      let verbs = rule.requirements.contains(.infinitives)
      members = members.map(withoutNextClause)
      for (place, member) in members.enumerated() where !member.range.isEmpty {
        // `…, og det er ikke noe hyggelig syn` says more of the clause before.
        if rule.cut == .clauses, place > 0, !pointsBack(members[0].range.lowerBound),
          pointsBack(member.range.lowerBound) || takesUp(member.range)
        {
          continue
        }
        // `kan växa och behålla …`: what does not go on with a verb belongs elsewhere.
        if verbs, !startsWithVerb(member), found.isEmpty || !isUnknown(member) { continue }
        // `Det er en fordel at …` says with `det` what comes after; `folk ger upp` gives nothing.
        if member.range.count == 1,
          analysis.has(member.range.lowerBound, pronoun)
            || analysis.isOne(member.range.lowerBound, of: particle)
        {
          continue
        }
        // `… spreds, bland annat genom Kari Lund`
        if facet == .example, rule.cut == .list, analysis.has(member.range.lowerBound, preposition)
        {
          continue
        }
        // `Den siste er den som krangler` names no kind.
        if facet == .type, let start = member.range.first, member.range.count > 2,
          analysis.has(start, back), analysis.has(start + 1, relative)
        {
          continue
        }
        // `Det finns två huvudtyper` only counts them.
        if members.count == 1, isCountOfKinds(member.range) { continue }
        // `Mögel är ingen fara`
        if facet == .drawback, isFollowedByDenial(member.range, sentence) { return [] }
        // `Den siste varianten er omstridt`
        if facet == .type, members.count == 1, member.completion == nil, isPredicate(member.range) {
          continue
        }
        if rule.requirements.contains(.named), !isNamed(member.range, sentence) { continue }
        if rule.requirements.contains(.kindOfSubject), member.completion == nil,
          !isKindOfSubject(member.range, heading)
        {
          continue
        }
        if rule.requirements.contains(.ofSubject),
          !isOfSubject(match.range.lowerBound..<range.lowerBound)
        {
          return []
        }
        var label = unled(member.range)
        // `brons (en gång om året)`
        let (bare, remark) = analysis.unbracketed(label)
        if facet == .level || facet == .type, !bare.isEmpty { label = bare }
        // `Obalansen riskerar att förstärkas`: a verb alone says too little.
        if label.count == 1 || startsPassive(label),
          [.benefit, .drawback, .successFactor].contains(facet),
          members.count == 1,
          let only = label.first, only > sentence.lowerBound,
          analysis.has(only, infinitive) || analysis.has(only - 1, mark) || isSupine(only),
          let around = coordination.clauses(sentence).first(where: { $0.range.contains(only) })
        {
          label = unled(around.range)
        }
        var one = Found(
          facet: facet, label: label, completion: member.completion,
          explanation: member.explanation ?? (label == bare ? remark : nil),
          rule: "sentence." + rule.id,
          evidence: analysis.string(
            match.range.lowerBound..<max(range.lowerBound, match.range.lowerBound + 1)))
        one.lead = match.range.lowerBound..<first
        one.isPromised = rule.facet == nil
        if let head = names.firstIndex(of: "head"), !match.captures[head].isEmpty,
          !(one.completion?.hasPrefix(" ") ?? false)
        {
          one.text =
            analysis.label(one.label) + (one.completion ?? "") + " "
            + analysis.inflection.dictionaryForm(of: analysis.label(match.captures[head]))
          one.completion = nil
        }
        if facet == .level || facet == .step { one.order = found.count + 1 }
        if facet == .step { one.text = subjectFirst(one.label) ?? action(one.label) }
        found.append(one)
      }
    }
    if rule.requirements.contains(.several), found.count < 2 { return [] }
    let tooLong = found.contains { $0.label.count > 30 }
    return tooLong && rule.cut == .list ? [] : found
  }

  /// `två grupper`: a number and a word for kinds.
  private func isCountOfKinds(_ range: Range<Int>) -> Bool {
    guard range.count > 1, range.count <= 3, let first = range.first, let last = range.last,
      isNumeral(first) || analysis[first].kind == .number
    else { return false }
    return isKindNoun(last)
  }

  func isKindNoun(_ word: String) -> Bool { analysis.book.isWord(word, of: "kind-noun") }

  /// What a list lists where words before its colon only count it: `tre saker: tid, pengar och lust`.
  private func counted(_ range: Range<Int>) -> Range<Int> {
    guard let colon = range.prefix(6).first(where: { analysis.isMark($0, ":") }),
      colon > range.lowerBound, colon + 1 < range.upperBound,
      (range.lowerBound..<colon).contains(where: { at in
        analysis[at].kind == .number || isNumeral(at)
      }), !analysis.anyFinite(range.lowerBound..<colon)
    else { return range }
    return colon + 1..<range.upperBound
  }

  func isNamed(_ at: Int, _ sentence: Range<Int>) -> Bool {
    analysis.isName(at, sentenceStart: sentence.first)
  }

  /// Whether a lone word is what a verb of tense governs: `ökat` of `trivseln har ökat`.
  private func isSupine(_ at: Int) -> Bool {
    analysis.isAuxiliary(at - 1) && !analysis.has(at - 1, be)
      && analysis.inflection.nounEvidence(of: analysis.lowercased(at)) == nil
  }

  /// Whether words begin with a passive infinitive, which says nothing without its subject: `bytas utan
  /// att någon märker det`.
  func startsPassive(_ range: Range<Int>) -> Bool {
    guard let first = range.first, analysis.has(first, infinitive) else { return false }
    return analysis.article.prose.bytes[Int(analysis[first].end) - 1] == UInt8(ascii: "s")
  }

  /// Whether no verb stands before the one that words hang on, and nothing asks: `hur dimensionerna kan
  /// avslöja …` is told of, not said.
  func isFirstVerb(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = sentence.prefix { $0 < range.lowerBound && !analysis.has($0, modal) }
    return !before.contains { at in
      analysis.isVerb(at) || coordination.isAsking(at)
        || analysis.has(at, speech)
    }
  }
}
