import Language

/// What a sentence below a heading says by its clauses, where no rule reads it.
extension SentenceReader {
  func unruled(_ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard let facet = state.current ?? continued(sentence, state) else { return [] }
    if facet == .step { return step(sentence, &state) }
    let fragments = members(sentence)
    if !fragments.isEmpty, !state.hasItems {
      return fragments.map { member in
        Found(
          facet: facet, label: member.range, completion: member.completion,
          explanation: member.explanation, rule: "fragment.\(facet.rawValue)", evidence: "",
          isPromised: true)
      }
    }
    if facet == .takeaway { return point(sentence, &state) }
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
    if analysis.any(analysis.trimmed(sentence).prefix(1), speaker) {
      return silent(.speaker, &state)
    }
    if tellsOfCase(sentence) || facet != .successFactor && tellsOfSomebody(sentence) {
      return silent(.caseTold, &state)
    }
    // `Hur väl det går är forskarna inte eniga om`
    if facet != .successFactor, coordination.isQuestion(first), !analysis.has(first, conditional) {
      return silent(.noClause, &state)
    }
    if isDenied(sentence, facet) { return silent(.denial, &state) }
    // `Kontakta länsstyrelsen tidigt` is advice below a heading of advice.
    if analysis.any(facet == .successFactor ? sentence.dropFirst() : sentence, contact) {
      return silent(.invitation, &state)
    }
    if facet != .successFactor, invites(analysis.has(first, mark) ? sentence : unled(sentence)) {
      return silent(.invitation, &state)
    }
    // `At frivillige er upålitelige, har jeg aldri opplevd.`
    if analysis.any(sentence.prefix(2), lead & mark), analysis.any(sentence, negation) {
      return silent(.denial, &state)
    }
    let opening = sentence.first { !analysis.has($0, conjunction) } ?? first
    if let main = mainClause(sentence) {
      // `Innan du skriver under bör du …`: advice stands in the main clause; so does what a reason is
      // given for, what can be, and what is added to the points before: `Om … sjunker dessutom …`.
      guard
        facet == .successFactor || analysis.any(sentence, additive) || analysis.has(opening, reason)
          || (main.first.map { analysis.has($0, modal) } ?? false) || state.found == 0
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
      // `Ikke minst må …` denies nothing.
      facet == .successFactor, isNegated(unled(sentence)),
      !(unled(sentence).first.map { analysis.has($0, imperative) } ?? false),
      !coordination.warnsOff(sentence)
    {
      return silent(.denial, &state)
    }
    if state.isFragmented, isFragment(sentence) {
      let point = coordination.whole(unled(sentence))
      return [
        Found(
          facet: facet, label: point.range, explanation: point.explanation,
          rule: "fragment.\(facet.rawValue)", evidence: "",
          isPromised: true)
      ]
    }
    let isCommand = facet == .successFactor && commands(sentence)
    if facet == .successFactor, !advises(sentence), !isCommand { return silent(.noAdvice, &state) }
    guard
      isCommand || analysis.any(sentence, imperative) || analysis.anyFinite(sentence)
        || sentence.dropFirst().contains(where: { analysis.looksFinite($0) })
    else { return silent(.noClause, &state) }
    // `I fikarummet är klockan kvart över tre`, where one can only guess that benefits are told.
    if facet != .successFactor, state.isGuess || state.paragraph > 1,
      !speaksOfWanted(state.words)
    {
      return silent(.noRule, &state)
    }
    let listed = points(sentence)
    var found: [Found] = []
    for clause in coordination.clauses(unled(listed)).map(withoutSequel) {
      let label = unled(clause.range)
      guard label.count >= 2, label.count <= 24, let first = label.first else { continue }
      // `…, och det märks på försäljningen` says more of the clause before; so does, after a piece of
      // advice, what advises nothing.
      if let last = found.indices.last,
        pointsBack(first) || takesUp(label)
          || (facet == .successFactor && listed == sentence && !advises(clause.range))
      {
        found[last].explanation = found[last].explanation ?? label
        continue
      }
      found.append(
        Found(
          facet: facet, label: label, text: straightened(label), completion: clause.completion,
          explanation: clause.explanation, rule: "clause.\(facet.rawValue)", evidence: "",
          isPromised: true))
    }
    return found
  }

  /// Whether a negation stands in a sentence, but not to set something against it: `…, ikke bare når noe
  /// går galt`.
  private func isNegated(_ sentence: Range<Int>) -> Bool {
    sentence.contains { at in
      analysis.has(at, negation) && !(at > sentence.lowerBound && analysis.isMark(at - 1, ","))
    }
  }

  /// A sentence of prose that sums up: `Sammanfattningsvis` stands above it.
  func point(_ sentence: Range<Int>, _ state: inout State) -> [Found] {
    guard state.isClosing else { return silent(.noRule, &state) }
    guard let last = sentence.last, !analysis.isMark(last, ":"), sentence.count <= 40,
      !analysis.any(sentence, contact), analysis.anyFinite(sentence)
    else { return silent(.noClause, &state) }
    if analysis.any(sentence.prefix(1), speaker) { return silent(.speaker, &state) }
    return [Found(facet: .takeaway, label: sentence, rule: "clause.takeaway", evidence: "")]
  }

  /// The members of a list without a verb that answers a heading: `Storlek, läge och hur gammalt huset är.`
  func members(_ sentence: Range<Int>) -> [Conjunct] {
    guard let first = sentence.first, sentence.count <= 30,
      sentence.contains(where: { analysis.isMark($0, ",") }),
      !sentence.contains(where: { analysis.isMark($0, ":") || analysis.isMark($0, "?") }),
      !analysis.has(first, imperative | conditional | reason | back | negation | lead),
      !analysis.inflection.isDefinite(
        analysis.lowercased(first))
    else { return [] }
    let parts = coordination.phrases(sentence)
    // Links in a row lead elsewhere.
    let isNavigation = parts.allSatisfy { part in
      analysis.marks(from: analysis.offsets(part.range).lowerBound).contains { $0.kind == .link }
    }
    guard !isNavigation else { return [] }
    let isList =
      parts.count > 2
      && parts.allSatisfy { part in
        let main = part.range.prefix {
          $0 == part.range.first && !analysis.has($0, coordination.starter)
            || !analysis.has($0, relative | coordination.starter)
        }
        // Plurals look like verbs: `egna grönsaker`.
        return part.range.count <= 8 && !main.contains { analysis.isFinite($0) }
          && !main.dropLast().contains { analysis.looksFinite($0) }
      }
    return isList ? parts : []
  }

  /// What a sentence adds to where no heading says: `Det sparar också restid` after a benefit.
  func continued(_ sentence: Range<Int>, _ state: State) -> Facet? {
    // `Videre kreves det at …` after a condition.
    if state.last == .successFactor, analysis.any(sentence.prefix(4), additive), advises(sentence),
      !analysis.any(sentence, negation)
    {
      return .successFactor
    }
    guard let last = state.last, last == .benefit || last == .drawback,
      analysis.any(sentence.prefix(6), additive), !analysis.any(sentence, negation)
    else { return nil }
    return last
  }

  /// Whether a sentence has no verb of its own: `Någon som gillar att prata med folk.`
  func isFragment(_ sentence: Range<Int>) -> Bool {
    guard (3...14).contains(sentence.count), let first = sentence.first, let last = sentence.last,
      analysis.isMark(last, "."), !analysis.has(first, imperative | conditional | reason),
      !sentence.contains(where: { analysis.isMark($0, ":") })
    else { return false }
    let main = sentence.prefix { $0 == first || !analysis.has($0, relative | coordination.starter) }
    return !main.contains { analysis.isVerb($0) }
      && main.contains { analysis.text.classes[$0] == 0 && analysis[$0].kind == .word }
  }

  /// Whether a sentence asks its reader to do something: it begins with an imperative, and no other
  /// verb stands before its first comma or subordinate clause.
  func invites(_ sentence: Range<Int>) -> Bool {
    if let comma = sentence.first(where: { analysis.isMark($0, ",") }),
      comma + 3 < sentence.upperBound, analysis.has(comma + 1, sequence | lead),
      analysis.has(comma + 2, imperative), !analysis.has(comma + 2, infinitive | modal)
    {
      // `Er noe uklart, så ring meg.`
      return true
    }
    guard let first = sentence.first, analysis.has(first, imperative), sentence.count > 1,
      // `Spør du de ansatte, …` is a condition.
      !analysis.has(first + 1, doer)
    else { return false }
    // `Begynn med å skrive ned hva den skal brukes til` has one verb of its own.
    let main = sentence.dropFirst().prefix {
      !analysis.has($0, subordinator | coordination.starter) && !analysis.isMark($0, ",")
    }
    return !main.contains { analysis.isFinite($0) }
  }

  /// What is done, without who does it or when where that follows the verb: `begär ni in anbud` and `begär
  /// sedan in anbud` are `begär in anbud`; nil where nothing is to be left out.
  func action(_ label: Range<Int>) -> String? {
    guard label.count > 2, let first = label.first else { return nil }
    // `velges det styre og revisor`
    let isDone =
      (analysis.has(first + 1, doer) || analysis.isOne(first + 1, of: expletive))
      && analysis.endsAsFinite(first)
    let isTold = analysis.has(first + 1, order) && analysis.has(first, imperative)
    guard isDone || isTold else { return nil }
    return analysis.label(first..<first + 1) + " "
      + analysis.string(analysis.trimmed(first + 2..<label.upperBound))
  }

  /// Whether a sentence that no verb is known in begins with a word that the pack does not know: a
  /// command, `Støvsug filteret`.
  func commands(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, sentence.count > 3, analysis.id(first) == 0,
      analysis[first].kind == .word, analysis[first].shape == .capitalised,
      analysis[first + 1].kind == .word
    else { return false }
    return !sentence.contains { analysis.isVerb($0) }
      && analysis.inflection.nounEvidence(of: analysis.string(first..<first + 1)) == nil
  }

  /// Whether a clause says what to do: it begins with an imperative, or holds a word of advice that is
  /// not in a subordinate clause.
  func advises(_ sentence: Range<Int>) -> Bool {
    var starts = true
    // A sentence that begins with an infinitive has it for an imperative: `Skruva fast …`
    if let first = sentence.first, analysis.has(first, infinitive),
      !sentence.prefix(while: { !analysis.has($0, subordinator) }).dropFirst().contains(where: {
        analysis.isFinite($0)
      })
    {
      return true
    }
    for at in sentence {
      if analysis.has(at, advice) { return true }
      if starts, analysis.has(at, imperative) { return true }
      if !starts, analysis.has(at, subordinator), analysis.has(at, relative) { return false }
      starts =
        analysis.has(at, lead | conjunction | conditional | negation)
        || (analysis[at].kind == .punctuation && !analysis.isMark(at, "-"))
    }
    return false
  }

  /// A clause that begins with its modal verb in the order of a main clause: `kan parten bli …` as
  /// `parten kan bli …`; nil where nothing is to be moved.
  func straightened(_ label: Range<Int>) -> String? {
    guard let first = label.first, analysis.has(first, modal), !analysis.has(first, imperative),
      label.count > 2, !analysis.has(first + 1, negation | lead),
      let verb = label.dropFirst(2).first(where: { analysis.has($0, infinitive) }),
      !analysis.has(verb - 1, mark),
      !(first + 1..<verb).contains(where: { analysis.isFinite($0) })
    else { return nil }
    // `kan du dessutom bli …`
    let subject = isAddition(verb - 1) && verb - 1 > first + 1 ? verb - 1 : verb
    return [
      analysis.label(first + 1..<subject),
      analysis.lowercased(first),
      analysis.string(analysis.trimmed(verb..<label.upperBound)),
    ].joined(separator: " ")
  }

  /// Somebody's words without the dash before them and who says them: `– Det tar tid, säger hon.`
  func unspoken(_ sentence: Range<Int>) -> Range<Int> {
    guard analysis.any(sentence, speech) else {
      let isQuoted = sentence.first.map { analysis.isDash($0) } ?? false
      return isQuoted ? analysis.unled(sentence) : sentence
    }
    let end = sentence.dropFirst().first { at in
      analysis.isMark(at, ",") && at + 1 < sentence.upperBound && analysis.has(at + 1, speech)
    }
    // `Skriver flere under, svarer de for alt`, `Den som skriver under, svarer for alt`
    if let end, let first = sentence.first, end + 2 < sentence.upperBound, !analysis.isDash(first),
      inverted(sentence, comma: end) != nil || analysis.has(end + 2, preposition)
    {
      return sentence
    }
    // `Värst, tycker många, är …` goes on after it.
    if let end,
      let next = sentence.suffix(from: end + 1).first(where: { analysis.isMark($0, ",") }),
      next + 1 < sentence.upperBound, analysis.isFinite(next + 1)
    {
      return sentence
    }
    return analysis.unled(sentence.lowerBound..<(end ?? sentence.upperBound))
  }

  /// `(Repressalier är …)`: what a sentence says that stands in brackets as a whole.
  func unbracketed(_ sentence: Range<Int>) -> Range<Int> {
    guard let first = sentence.first, analysis.isMark(first, "("),
      let close = sentence.first(where: { analysis.isMark($0, ")") }),
      (close + 1..<sentence.upperBound).allSatisfy({ analysis[$0].kind == .punctuation })
    else { return sentence }
    return first + 1..<close
  }

  /// Somebody's words that are a whole sentence without who says them; `Med X menar vi en Y` says it itself.
  func quoted(_ sentence: Range<Int>) -> Range<Int> {
    let said = unspoken(sentence)
    let isTag = !analysis.any(said.upperBound..<sentence.upperBound, article | mark | subordinator)
    return isTag ? said : sentence
  }

  /// What a sentence lists after a colon, where that is clauses; else all of it.
  func points(_ sentence: Range<Int>) -> Range<Int> {
    guard let colon = sentence.first(where: { analysis.isMark($0, ":") }),
      colon - sentence.lowerBound >= 3, colon + 3 < sentence.upperBound
    else { return sentence }
    let rest = colon + 1..<sentence.upperBound
    // `Prisen er det første alle nevner: Store volumer gir bedre priser.`
    let isToldAfter =
      analysis[colon + 1].shape == .capitalised && coordination.isClause(rest)
      && !speaksOfWanted(sentence.lowerBound..<colon) && speaksOfWanted(rest)
    return isToldAfter || coordination.clauses(rest).count > 1 ? rest : sentence
  }

  /// Whether a sentence goes on about the point before it, rather than adding one. The first under its
  /// heading has nothing to go back to: `Det är mycket arbete`.
  func goesBack(_ sentence: Range<Int>, _ state: State) -> Bool {
    guard let first = sentence.first, pointsBack(first) else { return false }
    if analysis.any(sentence.prefix(5), additive) { return false }
    // `Metoden har sina svagheter. Den tar tid …`
    if state.isFresh, state.held != nil, analysis.has(first, determiner) { return false }
    return state.found > 0 || first + 1 == sentence.upperBound
      || !analysis.has(first + 1, be | modal)
  }

  /// `Det gör …`, `Detta …`, but not `De två bolagen …`.
  func pointsBack(_ first: Int) -> Bool {
    guard analysis.has(first, back) else { return false }
    // `Det är svårt att …`: what `det` stands for comes after.
    if analysis.any(first + 1..<first + 9, mark) { return false }
    return !analysis.has(first, determiner) || analysis.has(first + 1, finite)
  }

  /// Without what comes of it: `Nivåene spriker, og da faller noen ut`, which explains it.
  private func withoutSequel(_ clause: Conjunct) -> Conjunct {
    let sequel = clause.range.dropFirst(2).first { at in
      at + 3 < clause.range.upperBound && analysis.isMark(at, ",")
        && analysis.has(at + 1, conjunction) && analysis.has(at + 2, back)
        && !analysis.has(at + 2, determiner) && analysis.isFinite(at + 3)
    }
    guard let sequel else { return clause }
    var clause = clause
    clause.explanation = sequel + 2..<clause.range.upperBound
    clause.range = clause.range.lowerBound..<sequel
    return clause
  }

  /// Whether a clause has for its subject what the one before tells: `…, och det ansvaret tynger`, `…, och i
  /// små byar ses det som slöseri`.
  func takesUp(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first, first + 1 < clause.upperBound else { return false }
    if analysis.has(first, back), analysis.has(first, determiner) {
      return analysis.inflection.isDefinite(analysis.lowercased(first + 1))
    }
    guard analysis.has(first, preposition),
      let verb = clause.first(where: { analysis.isFinite($0) }), verb + 2 < clause.upperBound
    else { return false }
    return analysis.has(verb + 1, back) && analysis.has(verb + 1, pronoun)
      && !analysis.any(verb + 2..<clause.upperBound, mark)
      // `måste det stå vem som …`
      && !clause.dropFirst(2).contains(where: {
        coordination.isQuestion($0) && !analysis.has($0, relative)
      })
  }
}
