import Language

/// One member of an enumeration.
struct Conjunct {
  /// Its own tokens.
  var range: Range<Int>
  /// A clause of reason, result or relation that hangs on it.
  var explanation: Range<Int>?
  /// Words that it shares with its neighbour and that have to be said: the head of `formella [nätverk]`, with the space before it;
  /// the end of `kort[siktig]`.
  var completion: String?
}

/// Cuts enumerations and coordinated clauses into their members.
struct Coordination {
  let analysis: TextAnalysis
  let conjunction: UInt64
  let imperative: UInt64
  let subordinator: UInt64
  let preposition: UInt64
  let starter: UInt64
  let infinitive: UInt64
  let article: UInt64
  let pair: UInt64
  let mark: UInt64
  let asPair: UInt64
  let asWord: UInt64
  let saying: UInt64
  let contrast: UInt64
  let fresh: UInt64
  let pronoun: UInt64
  let reasonWord: UInt64
  /// What a clause of time begins with: `när`.
  let timeWord: Set<Vocabulary.WordID>
  let resultWord: UInt64
  /// What names something that is missing: `utan`.
  let without: Set<Vocabulary.WordID>
  /// `både`: what two members stand after.
  let both: Set<Vocabulary.WordID>
  /// `gärna`: what follows it behind a comma only adds to what is said.
  let qualifier: Set<Vocabulary.WordID>
  let relativeNoun: UInt64
  /// Words that ask as well as relate: `vilket`.
  let asking: UInt64
  let conditional: UInt64
  let adverb: UInt64
  /// What is asked for by how much, after a word that relates too: `lenge`, `mye`.
  let extent: UInt64
  let degree: UInt64
  let negation: UInt64
  let modal: UInt64
  /// What stands before the verb in a subordinate clause: `også`, `ikke`.
  let adverbial: UInt64
  /// What no noun that is asked for begins with.
  let unasked: UInt64

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    let book = analysis.book
    conjunction = book.bit("conjunction")
    imperative = book.bit("imperative")
    subordinator = book.bit("clause")
    preposition = book.bit("preposition")
    starter = book.bit("starter")
    infinitive = book.bit("infinitive")
    article = book.bit("article")
    pair = book.bit("pair")
    mark = book.bit("infinitive-mark")
    asPair = book.bit("as-pair")
    asWord = book.bit("as-word")
    saying = book.bit("saying")
    contrast = book.bit("contrast")
    fresh = book.bits("degree", "determiner", "article")
    pronoun = book.bit("pronoun")
    reasonWord = book.bit("reason")
    timeWord = book.words(of: "time-clause")
    resultWord = book.bit("result")
    without = book.words(of: "without")
    both = book.words(of: "both")
    qualifier = book.words(of: "qualifier")
    relativeNoun = book.bit("relative-noun")
    asking = book.bit("relative")
    conditional = book.bit("conditional")
    adverb = book.bit("adverb")
    extent = book.bit("extent")
    degree = book.bit("degree")
    negation = book.bit("negation")
    modal = book.bit("modal")
    adverbial = book.bits("additive", "negation")
    unasked = book.bits(
      "finite", "modal", "be", "preposition", "adverb", "pronoun", "lead", "negation")
  }

  // MARK: Lists of phrases

  /// All of a range as one member; a clause that hangs on it, or what follows a colon, explains it.
  func whole(_ range: Range<Int>) -> Conjunct {
    let range = leading(analysis.trimmed(range), besides: article)
    var depth = 0
    for at in range.dropFirst() {
      if analysis.isMark(at, "(") { depth += 1 }
      if analysis.isMark(at, ")") { depth -= 1 }
      guard depth == 0, at + 1 < range.upperBound else { continue }
      let isClause = analysis.isMark(at, ",") && startsClause(at + 1, range)
      if let reason = reason(at, range) {
        return Conjunct(range: range.lowerBound..<at, explanation: reason..<range.upperBound)
      }
      if isClause || (analysis.isMark(at, ":") && analysis[at + 1].isSpaced) || isBreak(at) {
        return Conjunct(range: range.lowerBound..<at, explanation: at + 1..<range.upperBound)
      }
    }
    return Conjunct(range: range)
  }

  /// The members of `a, b och c`, without the function words that lead them in.
  ///
  /// - Parameter isCounted: whether it is known to have several members, so that a lone conjunction
  ///   always parts two.
  func phrases(_ range: Range<Int>, isCounted: Bool = false) -> [Conjunct] {
    var range = analysis.trimmed(range)
    let before = range.lowerBound - 1
    let repeated = analysis.has(before, preposition) ? analysis.id(before) : nil
    // What brackets a list says of itself: `både`, `såväl`, `dels`, `blant annet`.
    var joinsWithAs = false
    while let first = range.first, analysis.has(first, pair) {
      joinsWithAs = analysis.has(first, asPair)
      range = first + 1..<range.upperBound
    }
    // What is set against them is not of the list: `a och b, men c`.
    if let against = range.dropFirst(2).first(where: {
      analysis.isMark($0, ",") && $0 + 1 < range.upperBound && analysis.has($0 + 1, contrast)
    }) {
      range = range.lowerBound..<against
    }
    // What follows a colon explains the last of them.
    var remark: Range<Int>?
    if let colon = range.first(where: { analysis.isMark($0, ":") }), colon + 1 < range.upperBound,
      colon > range.lowerBound
    {
      remark = colon + 1..<range.upperBound
      range = range.lowerBound..<colon
    }
    // `såväl a som b`
    if joinsWithAs, let link = range.dropFirst().first(where: { analysis.has($0, asWord) }) {
      return phrases(range.lowerBound..<link) + phrases(link + 1..<range.upperBound)
    }
    var parts = cut(range, isCounted: isCounted)
    if let last = parts.indices.last, parts[last].explanation == nil {
      parts[last].explanation = remark
    }
    parts = parts.compactMap { part in
      var part = part
      part.range = leading(part.range)
      // `både i pris, i kvalitet`: the preposition before the list, said again.
      if let repeated, let first = part.range.first, part.range.count > 1,
        analysis.id(first) == repeated
      {
        part.range = first + 1..<part.range.upperBound
      }
      return part.range.isEmpty ? nil : part
    }
    complete(&parts)
    return parts
  }

  /// Cuts at commas, semicolons and the conjunction that closes the list.
  func cut(_ range: Range<Int>, isCounted: Bool) -> [Conjunct] {
    let commas = separators(range)
    var parts: [Conjunct] = []
    var start = range.lowerBound
    for comma in commas {
      append(start..<comma, to: &parts)
      start = remarkEnd(comma, range).map { $0 + 1 } ?? comma + 1
    }
    // The last stretch holds the closing conjunction.
    let last = start..<range.upperBound
    // `…, og om ordningen varer ett eller flere år`: closed by its last comma.
    let isClosed = !commas.isEmpty && last.first.map { analysis.has($0, conjunction) } ?? false
    if !isClosed,
      let split = closing(
        last, isList: isCounted || !commas.isEmpty, first: parts.first?.range)
    {
      append(last.lowerBound..<split, to: &parts)
      append(split + 1..<last.upperBound, to: &parts)
    } else {
      append(last, to: &parts)
    }
    return parts
  }

  /// The commas and semicolons that part members: not those within brackets or quotation marks, and
  /// not those before a clause that hangs on the member before.
  func separators(_ range: Range<Int>) -> [Int] {
    var members: [Int] = []
    var isInClause = false
    var depth = 0
    var isQuoted = false
    for at in range {
      let token = analysis[at]
      guard token.kind == .punctuation else { continue }
      switch token.mark {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x22: isQuoted.toggle()
      case 0x2C, 0x3B:
        if let last = members.last, remarkEnd(last, range) == at { continue }
        guard depth == 0, !isQuoted, at + 1 < range.upperBound else { continue }
        var next = at + 1
        if analysis.has(next, conjunction), next + 1 < range.upperBound { next += 1 }
        if startsClause(next, range), !startsAlike(next, range.lowerBound),
          !(isQuestion(next) && isQuestion(range.lowerBound)), !repeatsLead(next, range)
        {
          isInClause = true
        } else if !isInClause || next > at + 1 {
          // Within a clause only `, och` goes on with the list.
          members.append(at)
          isInClause = false
        }
      default: break
      }
    }
    return members
  }

  /// The second comma around a remark put in after the conjunction: `a, b och, i ett fall, c`.
  func remarkEnd(_ comma: Int, _ range: Range<Int>) -> Int? {
    guard analysis.isMark(comma, ","), comma > range.lowerBound,
      analysis.has(comma - 1, conjunction)
    else { return nil }
    let end = range.suffix(from: comma + 1).prefix(8).first { analysis.isMark($0, ",") }
    guard let end, end + 1 < range.upperBound, !analysis.anyFinite(comma..<end) else { return nil }
    return end
  }

  /// The conjunction that parts the last two members; nil where what stands is one member.
  func closing(_ range: Range<Int>, isList: Bool, first: Range<Int>?) -> Int? {
    var depth = 0
    var candidates: [Int] = []
    for at in range {
      if analysis.isMark(at, "(") { depth += 1 }
      if analysis.isMark(at, ")") { depth -= 1 }
      // A clause that hangs on the member before is no place to look.
      if depth == 0, analysis.isMark(at, ","), at > range.lowerBound { break }
      // `då och då` is one adverb.
      if depth == 0, analysis.has(at, conjunction), !analysis.has(at, adverb),
        at > range.lowerBound, at + 1 < range.upperBound
      {
        candidates.append(at)
      }
    }
    guard !candidates.isEmpty else { return nil }
    if isList {
      let lead = first?.first
      if let lead, let parallel = candidates.first(where: { isParallel(lead, $0 + 1, range) }) {
        return parallel
      }
      return candidates.first
    }
    return candidates.first { isSplit($0, range) }
  }

  /// Whether two members begin alike: both with `att`, both with an infinitive.
  func isParallel(_ a: Int, _ b: Int, _ range: Range<Int>) -> Bool {
    guard b < range.upperBound else { return false }
    return startsAlike(a, b) || (analysis.has(a, infinitive) && analysis.has(b, infinitive))
  }

  /// Whether a lone conjunction parts two members, rather than two words of one.
  func isSplit(_ at: Int, _ range: Range<Int>) -> Bool {
    let left = range.lowerBound..<at
    let right = at + 1..<range.upperBound
    guard let first = left.first, let next = right.first else { return false }
    if at > range.lowerBound, analysis.isMark(at - 1, "-"), !analysis[at - 1].isSpaced {
      return true
    }
    if analysis.has(next, pair) || isParallel(first, next, range) { return true }
    if repeatsLead(next, range) || repeatsWord(next, range) { return true }
    // `størrelse og hvor mye …`: a question goes on with a list of nouns.
    if analysis.has(next, starter) != analysis.has(first, starter) {
      return analysis.has(next, starter) && !analysis.has(next, mark | preposition | asWord)
        && !analysis.anyFinite(left)
    }
    if analysis.has(next, infinitive | mark) { return analysis.has(first, infinitive | mark) }
    let leftBinds = analysis.any(left, preposition)
    let rightBinds = analysis.any(right, preposition)
    if hasVerb(left) != hasVerb(right) { return false }
    // `kø om sommeren og mer planlegging`: what begins anew does not hang on the preposition.
    if right.count > 1, analysis.has(next, fresh) { return true }
    return !leftBinds || rightBinds && right.count > 2
  }

  /// Whether a verb stands before the first subordinate clause.
  private func hasVerb(_ range: Range<Int>) -> Bool {
    range.prefix { $0 == range.first || !analysis.has($0, subordinator) }.contains {
      analysis.isFinite($0)
    }
  }

  func append(
    _ range: Range<Int>, to parts: inout [Conjunct], isClause: Bool = false
  ) {
    var range = analysis.trimmed(range)
    // `a, och b`, `såväl a som b`
    while let first = range.first, analysis.has(first, conjunction | pair), !warnsOff(range),
      !lacks(first), !denies(first, range)
    {
      range = first + 1..<range.upperBound
    }
    guard !range.isEmpty else { return }
    // A clause inside the member, after a comma or of reason or result, is its explanation.
    var explanation: Range<Int>?
    var depth = 0
    for at in range.dropFirst() {
      if depth == 0, let reason = reason(at, range) {
        explanation = reason..<range.upperBound
        range = range.lowerBound..<at
        break
      }
      if analysis.isMark(at, "(") { depth += 1 }
      if analysis.isMark(at, ")") { depth -= 1 }
      let isParted =
        analysis.isMark(at, ",") && at + 1 < range.upperBound
        && (!isClause || startsClause(at + 1, range))
      // `Formen är stel: ändamålet får inte ändras.`
      let isExplained =
        isClause && analysis.isMark(at, ":") && at + 2 < range.upperBound
        && analysis[at + 1].isSpaced
      // `Återförsäljare, som har betalt, får vänta.`
      if isClause, depth == 0, isParted, let end = relativeEnd(at, range) {
        parts.append(
          Conjunct(
            range: range.lowerBound..<at, explanation: at + 1..<end,
            completion: " " + analysis.string(end + 1..<range.upperBound)))
        return
      }
      if depth == 0, isParted || isExplained || isBreak(at) {
        explanation = at + 1..<range.upperBound
        range = range.lowerBound..<at
        break
      }
    }
    while let last = range.last, range.count > 1,
      analysis.has(last, conjunction) || analysis.isMark(last, ",")
    {
      range = range.lowerBound..<last
    }
    parts.append(Conjunct(range: range, explanation: explanation))
  }

  /// The comma that closes what a relative clause says of the subject, where the verb follows it.
  private func relativeEnd(_ comma: Int, _ range: Range<Int>) -> Int? {
    guard analysis.has(comma + 1, relativeNoun), !analysis.anyFinite(range.lowerBound..<comma),
      let end = (comma + 2..<range.upperBound).first(where: { analysis.isMark($0, ",") }),
      end + 2 < range.upperBound, analysis.isFinite(end + 1),
      // What hangs on the rest is another matter.
      !(end + 1..<range.upperBound).contains(where: { analysis.isMark($0, ",") })
    else { return nil }
    return end
  }

  /// A semicolon, or a dash between spaces, after which a sentence says more of what stands before it.
  private func isBreak(_ at: Int) -> Bool {
    if analysis.isMark(at, ";") { return true }
    return (analysis.isDash(at) || analysis.isMark(at, "-")) && analysis[at].isSpaced
      && analysis[at + 1].isSpaced
  }

  /// A member without the article or `att` that leads it in.
  func leading(_ range: Range<Int>, besides kept: UInt64 = 0) -> Range<Int> {
    var range = range
    let dropped = (article | mark | pair) & ~kept
    if let first = range.first, range.count > 2, analysis.has(first, preposition),
      analysis.has(first + 1, mark)
    {
      // `för att`, where each member of a list repeats it.
      range = first + 2..<range.upperBound
    }
    while let first = range.first, range.count > 1, analysis.has(first, dropped),
      !lacks(first)
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// `Inte heller går det att …`, not `inte bara …, utan …`.
  private func denies(_ at: Int, _ range: Range<Int>) -> Bool {
    analysis.has(at, negation)
      && !(at + 1 < range.upperBound && analysis.has(at + 1, pair | preposition | article))
  }

  /// `Utan regler rinner arbetet ut i sanden`, not `inte bara …, utan …`.
  private func lacks(_ at: Int) -> Bool {
    analysis[at].shape != .lower && analysis.isOne(at, of: without)
  }
}
