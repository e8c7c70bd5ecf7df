import Language

/// The members of an enumeration made whole, and the clauses of a sentence.
extension Coordination {
  /// Gives each member the words that it shares with the last: `formellt- och informellt samarbete`,
  /// `formella och informella nätverk`, `språk- og kulturproblemer`.
  func complete(_ parts: inout [Conjunct]) {
    guard parts.count > 1, let last = parts.last else { return }
    let words = last.range.filter { analysis[$0].isWord }
    guard let lastWord = words.last else { return }
    for index in parts.indices.dropLast() {
      let range = parts[index].range
      guard let end = range.last else { continue }
      if analysis.isMark(end, "-") {
        hang(&parts[index], on: last, words: words, lastWord: lastWord)
      } else if range.count == 1, words.count == 2, analysis[end].shape == .lower,
        agrees(end, words[0])
      {
        parts[index].completion = " " + analysis.string(lastWord..<lastWord + 1)
      }
    }
  }

  /// `formellt-` takes the words after the last member's first; `språk-` takes its head.
  func hang(_ part: inout Conjunct, on last: Conjunct, words: [Int], lastWord: Int) {
    part.range = part.range.lowerBound..<part.range.upperBound - 1
    if words.count > 1 {
      part.completion = " " + analysis.string(words[1]..<last.range.upperBound)
      return
    }
    let compound = analysis.string(lastWord..<lastWord + 1)
    part.completion =
      analysis.inflection.lastPart(of: compound) ?? knownEnding(of: compound)
      ?? endingAfterKnown(compound)
  }

  /// What follows the longest beginning of a compound that the article, or the pack, has as a word of its
  /// own: `kort- eller lang|siktig`. A remainder is a word's end if it could be a syllable.
  func endingAfterKnown(_ compound: String) -> String? {
    let bytes = CaseFolding.lowercased(compound.utf8)
    for end in stride(from: bytes.count - 4, through: 3, by: -1)
    where bytes[end] & 0xC0 != 0x80 && !Self.isVowel(bytes[end])
      && bytes[end...].dropFirst().contains(where: Self.isVowel) && analysis.knows(bytes[..<end])
    {
      return String(decoding: bytes[end...], as: UTF8.self)
    }
    return nil
  }

  /// Whether a byte stands for a vowel of its own, or leads in one of `å ä ö æ ø`.
  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xC3: true
    default: false
    }
  }

  /// The longest end of a compound that the article, or the pack, has as a word of its own.
  func knownEnding(of compound: String) -> String? {
    let bytes = CaseFolding.lowercased(compound.utf8)
    // `personsertifisering` below `Sertifisering`.
    for at in analysis.blocks.first?.tokens ?? 0..<0 where analysis[at].kind == .word {
      let word = CaseFolding.lowercased(analysis.article.prose.bytes[analysis[at].range])
      if word.count >= 4, word.count + 2 < bytes.count, bytes.suffix(word.count) == word[...] {
        return String(decoding: word, as: UTF8.self)
      }
    }
    for start in 3..<max(3, bytes.count - 3) where bytes[start] & 0xC0 != 0x80 {
      if analysis.knows(bytes[start...]) { return String(decoding: bytes[start...], as: UTF8.self) }
    }
    return nil
  }

  /// Whether two words could be adjectives in the same form: both known for adjectives, or the same last
  /// letter and the first not known for a noun.
  func agrees(_ a: Int, _ b: Int) -> Bool {
    let word = analysis.lowercased(a)
    if analysis.inflection.isAdjective(word),
      analysis.inflection.isAdjective(analysis.lowercased(b))
    {
      return true
    }
    guard analysis.inflection.nounEvidence(of: word) == nil else { return false }
    let one = analysis.article.prose.bytes[Int(analysis[a].end) - 1]
    let other = analysis.article.prose.bytes[Int(analysis[b].end) - 1]
    guard one == other else { return false }
    return one == 0x61 || one == 0x65 || one == 0x74 || word.hasSuffix("ll")
  }

  // MARK: Clauses

  /// The coordinated main clauses of a sentence, each with the subordinate clause that closes it.
  func clauses(_ range: Range<Int>) -> [Conjunct] {
    let range = analysis.trimmed(range)
    var parts: [Conjunct] = []
    var start = range.lowerBound
    var depth = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if analysis.isMark(at, "(") { depth += 1 }
      if analysis.isMark(at, ")") { depth = max(0, depth - 1) }
      guard depth == 0, let next = boundary(at, range), !isSubject(start..<at, before: next),
        repeatsMark(next, range)
          || (isClause(start..<at) && isClause(next..<range.upperBound))
      else {
        at += 1
        continue
      }
      append(start..<at, to: &parts, isClause: true)
      // `att urvalet är slumpmässigt; den som fuskar lurar sig själv`: that is told of it.
      if analysis.isMark(at, ";"), follows(mark, range), !repeatsMark(next, range) {
        if let last = parts.indices.last { parts[last].explanation = next..<range.upperBound }
        return parts
      }
      start = next
      at = next
    }
    append(start..<range.upperBound, to: &parts, isClause: true)
    return parts
  }

  /// Whether what a comma closes is the subject of the verb after it: `Den som skriver under, svarer for
  /// alt`.
  private func isSubject(_ part: Range<Int>, before next: Int) -> Bool {
    guard analysis.isMark(next - 1, ","), analysis.isFinite(next),
      let relative = part.prefix(4).first(where: { analysis.has($0, relativeNoun) }),
      relative > part.lowerBound
    else { return false }
    // `den som växer behåller kontrollen, slipper …` has its verb already.
    let verbs = part.suffix(from: relative).count {
      analysis.isFinite($0) && !analysis.has($0 - 1, article)
    }
    // `Den som vet hva folk kan, slipper …`: what is known has a verb of its own.
    let asked = part.suffix(from: relative + 1).count {
      isQuestion($0) && !analysis.has($0, relativeNoun)
    }
    return verbs <= 1 + asked && !analysis.anyFinite(part.lowerBound..<relative)
      && !part.suffix(from: relative).contains { analysis.isMark($0, ",") }
  }

  /// Whether a clause begins with the `at` that stands before the first of its kind: `viser at a, at b og
  /// at c`.
  private func repeatsMark(_ at: Int, _ range: Range<Int>) -> Bool {
    let lead = range.lowerBound - 1
    return at + 2 < range.upperBound && analysis.has(at, mark)
      && analysis.id(at) == analysis.id(lead)
  }

  /// Whether a range begins with a word of a class, or stands right after it.
  private func follows(_ classes: UInt64, _ range: Range<Int>) -> Bool {
    analysis.any(max(range.lowerBound - 1, 0)..<range.lowerBound + 1, classes)
  }

  /// Where a main clause would begin after a comma or a conjunction at a place.
  func boundary(_ at: Int, _ range: Range<Int>) -> Int? {
    guard at > range.lowerBound else { return nil }
    var next = at + 1
    if analysis.isMark(at, ",") || analysis.isMark(at, ";") {
      guard next < range.upperBound else { return nil }
      if analysis.has(next, conjunction) { next += 1 }
      guard next < range.upperBound,
        !analysis.has(next, subordinator) || isFronted(next, range)
          || next + 1 < range.upperBound && isDegree(next + 1)
      else { return nil }
      return next
    }
    // `var och en` is one pronoun.
    guard analysis.has(at, conjunction), !analysis.has(at, pronoun), next < range.upperBound,
      !analysis.has(next, subordinator), !isInClause(at, next, range), !isPaired(at, range),
      // `… hvis den blir syk eller dør`: one verb alone belongs to the clause before it.
      next + 1 < range.upperBound || !analysis.any(range.lowerBound..<at, subordinator)
    else { return nil }
    return next
  }

  /// Whether a conjunction joins what `både` stands before.
  private func isPaired(_ at: Int, _ range: Range<Int>) -> Bool {
    let before = range.prefix(while: { $0 < at }).suffix(5)
    return before.contains { analysis.isOne($0, of: both) }
  }

  /// Whether a word that may begin a subordinate clause is a preposition before a main clause, as the
  /// order of its words tells: `for yrkessjåfører er det vanskelig`.
  private func isFronted(_ at: Int, _ range: Range<Int>) -> Bool {
    guard analysis.has(at, preposition), at + 4 < range.upperBound,
      let verb = (at + 2...at + 3).first(where: { analysis.isFinite($0) })
    else { return false }
    return verb + 1 < range.upperBound && analysis.has(verb + 1, pronoun)
      && !analysis.any(at + 1..<verb, mark | pronoun | subordinator)
  }

  /// Whether a conjunction joins two verbs of a subordinate clause that a comma begins: `…, selv om de
  /// er syke eller har barn`.
  private func isInClause(_ at: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard analysis.isFinite(next), !analysis.has(next, imperative),
      let comma = range.prefix(while: { $0 < at }).last(where: { analysis.isMark($0, ",") }),
      comma + 1 < at
    else { return false }
    return analysis.has(comma + 1, subordinator)
  }

  /// `inte så få`: of how much, though the word may begin a clause.
  private func isDegree(_ at: Int) -> Bool {
    analysis.has(at, degree) && analysis.has(at - 1, negation)
  }

  /// Whether a stretch begins a clause of its own: a finite verb among its first words, before any
  /// comma, that no subordinator precedes; a relative clause may belong to what the verb is said of.
  func isClause(_ range: Range<Int>) -> Bool {
    var words = 0
    var hasRelative = false
    var isInRelative = false
    for at in range {
      // `den som bor langt unna, bør …`: the comma closes what the relative clause says of the subject.
      if analysis.isMark(at, ","), hasRelative, !isInRelative, at + 1 < range.upperBound,
        analysis.isFinite(at + 1)
      {
        return true
      }
      if analysis.isMark(at, ",") || (words > 0 && analysis.has(at, conjunction)) { return false }
      if words > 0, analysis.has(at, subordinator), !isDegree(at) {
        // `den som köper utan att fråga får …`
        let isPurpose = at + 1 < range.upperBound && analysis.has(at + 1, mark)
        if hasRelative, isPurpose { continue }
        guard !hasRelative, analysis.has(at, relativeNoun) else { return false }
        hasRelative = true
        isInRelative = true
        words = 0
        continue
      }
      if isInRelative, analysis.isFinite(at) || (words == 0 && analysis.looksFinite(at)) {
        isInRelative = false
        continue
      }
      if analysis.isFinite(at), analysis[at].shape == .lower || words == 0 {
        // `(Husk at vikarer og) lærlinger også må få …`: the order of a subordinate clause.
        if words > 1, analysis.has(at - 1, adverbial) { return false }
        // With no subject of its own it goes on with that of the clause before: `unngår … og kan …`.
        return true
      }
      if words == 0, analysis.has(at, imperative) { return true }
      if analysis[at].isWord { words += 1 }
      if words > 9 { return false }
    }
    return false
  }
}
