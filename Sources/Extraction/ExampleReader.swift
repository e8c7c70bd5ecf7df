import Language

/// Finds named cases in the sentences below a heading that promises examples, and the cases that a
/// sentence anywhere presents as such.
struct ExampleReader {
  let analysis: TextAnalysis
  private let joint: UInt64
  let conjunction: UInt64
  let preposition: UInt64
  private let cue: UInt64
  let place: UInt64
  private let between: UInt64
  private let contact: UInt64
  private let speech: UInt64
  let back: UInt64
  let relativeNoun: UInt64
  let body: UInt64
  let finite: UInt64
  let clause: UInt64
  let pronoun: UInt64
  private let imperative: UInt64
  private let copula: UInt64
  private let article: UInt64
  /// `Også`, `Dessuten`: no name begins with it.
  let lead: UInt64

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    let book = analysis.book
    joint = book.bit("joint-action")
    conjunction = book.bit("conjunction")
    preposition = book.bit("preposition")
    cue = book.bit("example-noun")
    place = book.bit("place")
    between = book.bit("between")
    contact = book.bit("contact")
    speech = book.bit("speech")
    back = book.bit("back-reference")
    relativeNoun = book.bit("relative-noun")
    body = book.bit("body")
    finite = book.bits("finite", "modal", "be")
    clause = book.bit("clause")
    pronoun = book.bit("pronoun")
    imperative = book.bit("imperative")
    copula = book.bit("be")
    article = book.bit("article")
    lead = book.bits("lead", "adverb")
  }

  /// The examples of a sentence below a heading of examples; nil where it is to be read as any other.
  ///
  /// - Parameter isRuled: whether a rule of the pack says what the example is.
  func example(
    in sentence: Range<Int>, isRuled: Bool = false, _ state: inout SentenceReader.State
  ) -> [SentenceReader.Found]? {
    guard sentence.count <= TextAnalysis.longestSentence, let first = sentence.first else {
      return []
    }
    if let last = sentence.last, analysis.isMark(last, "?") { return [] }
    if analysis.any(sentence, contact) { return [] }
    if let person = aged(sentence) {
      state.found += 1
      state.explainsPrevious = false
      for at in person { state.seen.insert(analysis[at].hash) }
      return [
        SentenceReader.Found(
          facet: .example, label: person, text: analysis.string(person), explanation: sentence,
          rule: "example.person", evidence: analysis.string(person))
      ]
    }
    let all = names(in: sentence)
    let subjects = subjects(of: sentence)
    var names = participants(all, sentence)
    if names.isEmpty { names = subjects }
    guard !names.isEmpty else {
      if !isRuled, let found = unnamed(in: sentence, &state) { return [found] }
      state.explainsPrevious = state.found > 0
      return nil
    }
    if state.found > 0,
      analysis.has(first, back) || repeats(names, state) || tellsOfPrevious(names, all, sentence)
        || arePlaces(all, sentence)
    {
      state.explainsPrevious = true
      return []
    }
    let areCases = subjects.count > 1 && analysis.any(sentence, cue)
    let named = areCases ? subjects : cases(names, sentence)
    // `Svenske Astra og britiske Zeneca slo seg sammen`: all that belongs to the names.
    let cases = named.map { name -> Range<Int> in
      guard let subject = subjects.first(where: { $0.overlaps(name) }) else { return name }
      return subject.lowerBound..<max(subject.upperBound, name.upperBound)
    }
    state.found += cases.count
    for at in all.joined() {
      state.seen.insert(analysis[at].hash)
      // `Skipsverftet Fjordbåt …. Verftet …`
      let head = analysis.inflection.lastPart(
        of: analysis.lowercased(at))
      if let head { state.seen.insert(Vocabulary.hash(head.utf8)) }
    }
    state.explainsPrevious = false
    let explanation = cases.count == 1 && tells(sentence, of: cases[0]) ? sentence : nil
    return cases.map { one in
      // A name at the start of the sentence keeps its capital.
      let isName =
        subjects.contains { $0.lowerBound == one.lowerBound }
        ? !isDefinite(one)
        : all.contains {
          $0.lowerBound == one.lowerBound
        } && !isAppellation(one)
      let text = isName ? analysis.string(one) : nil
      return SentenceReader.Found(
        facet: .example, label: one, text: text, explanation: explanation, rule: "example.name",
        evidence: analysis.string(one))
    }
  }

  /// A case that nobody names: `Ett litet snickeri måste också föra upp damm.`
  func unnamed(
    in sentence: Range<Int>, _ state: inout SentenceReader.State
  ) -> SentenceReader.Found? {
    guard let first = sentence.first, analysis.has(first, article), sentence.count > 5,
      let verb = sentence.dropFirst(2).prefix(10).first(where: { analysis.isFinite($0) }),
      !analysis.has(verb, copula),
      sentence.prefix(while: { $0 < verb }).dropFirst().allSatisfy({ at in
        (analysis[at].isWord || analysis[at].kind == .number)
          && !analysis.has(at, cue | pronoun | clause | finite)
      })
    else { return nil }
    state.found += 1
    state.explainsPrevious = false
    return SentenceReader.Found(
      facet: .example, label: analysis.trimmed(sentence), rule: "example.unnamed",
      evidence: analysis.string(first..<verb))
  }

  /// The cases that a sentence has for its subject and says to be examples; nil where it says no such
  /// thing.
  func presented(
    in sentence: Range<Int>, _ state: inout SentenceReader.State
  ) -> [SentenceReader.Found]? {
    guard let noun = sentence.first(where: { analysis.has($0, cue) }),
      let last = subjects(of: sentence).last, noun > last.upperBound, noun <= last.upperBound + 4,
      analysis.has(last.upperBound, copula)
    else { return nil }
    return example(in: sentence, &state).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a sentence says more of a case than that it is one.
  private func tells(_ sentence: Range<Int>, of name: Range<Int>) -> Bool {
    if analysis.any(sentence, cue) {
      return sentence.contains { analysis.isMark($0, ",") || analysis.isMark($0, ":") }
    }
    return sentence.count >= name.count + 5
  }

  /// Whether all that passes for a name is a definite noun at the start: `Sjukfrånvaron sjönk` says more of
  /// the case before.
  private func tellsOfPrevious(
    _ names: [Range<Int>], _ all: [Range<Int>], _ sentence: Range<Int>
  ) -> Bool {
    guard all.count == 1, names.count == 1, let only = names[0].first, names[0].count == 1,
      only == sentence.first, only + 1 < sentence.upperBound, analysis.has(only + 1, finite)
    else { return false }
    return analysis.inflection.isDefinite(
      analysis.lowercased(only))
  }

  /// Whether all names only say where something is: `Spinningen foregår i Hordaland, strikkingen i Oslo.`
  private func arePlaces(_ names: [Range<Int>], _ sentence: Range<Int>) -> Bool {
    names.count > 1
      && names.allSatisfy {
        $0.lowerBound > sentence.lowerBound + 1 && analysis.has($0.lowerBound - 1, preposition)
      }
  }

  /// Whether a sentence goes on about names told of already.
  private func repeats(_ names: [Range<Int>], _ state: SentenceReader.State) -> Bool {
    guard let first = names.first else { return false }
    return first.contains { state.seen.contains(analysis[$0].hash) }
  }

  /// The name that a sentence opens with, and the word that says what it is.
  func opening(of sentence: Range<Int>) -> Range<Int>? {
    if let subject = subjects(of: sentence).first { return subject }
    guard let name = names(in: sentence).first, name.lowerBound - sentence.lowerBound <= 1 else {
      return nil
    }
    return name.lowerBound == sentence.lowerBound ? name : sentence.lowerBound..<name.upperBound
  }

  /// The names that a sentence has for its subject, each with all that belongs to it: `Depotbiblioteket
  /// i Mo i Rana sender …`, `Riksveg 7 over fjellet og E10 over Bjørnfjell er …`; empty where the words
  /// before its verb are something else.
  private func subjects(of sentence: Range<Int>) -> [Range<Int>] {
    guard let first = sentence.first, analysis[first].kind == .word,
      analysis[first].shape != .lower,
      !analysis.has(first, preposition | clause | finite | imperative | back | pronoun | lead)
    else { return [] }
    let opening = sentence.dropFirst().prefix(14)
    guard
      let verb = opening.first(where: { analysis.isFinite($0) })
        ?? opening.prefix(6).first(where: { analysis.looksFinite($0) }),
      verb + 1 < sentence.upperBound
    else { return [] }
    let words = first..<verb
    guard
      words.allSatisfy({ at in
        analysis[at].kind != .punctuation && !analysis.has(at, clause | finite | pronoun | back)
          || analysis.isMark(at, "-")
      })
    else { return [] }
    var parts: [Range<Int>] = []
    var start = first
    for at in words.filter({ analysis.has($0, conjunction) }) + [verb] {
      parts.append(start..<at)
      start = at + 1
    }
    let areNames = parts.allSatisfy { part in
      part.count > 1 && part.count <= 12
        && part.contains { isCapital($0) && ($0 > first || isUnheard(first)) }
    }
    return areNames ? parts : []
  }

  /// Whether the first word of a name only says what it names: `verftet i Mo`.
  func isDefinite(_ name: Range<Int>) -> Bool {
    guard let first = name.first else { return false }
    return analysis.inflection.isDefinite(
      analysis.lowercased(first))
  }

  private func isCapital(_ at: Int) -> Bool {
    analysis[at].kind == .word && analysis[at].shape != .lower
  }

  /// Whether a word is none that the pack, the article or the inflection knows: likely a name.
  private func isUnheard(_ at: Int) -> Bool {
    analysis.id(at) == 0 && !analysis.common.contains(analysis[at].hash)
      && analysis.inflection.nounEvidence(
        of: analysis.lowercased(at)) == nil
  }

  /// The named case that a sentence begins to tell of: `På sjukhemmet Solbacken …`, but not who says
  /// something.
  func told(at sentence: Range<Int>) -> Range<Int>? {
    guard sentence.count > 5, sentence.count <= 60, let first = sentence.first else { return nil }
    let start = analysis.has(first, preposition) ? first + 1 : first
    guard analysis[start].kind == .word, analysis[start + 1].shape == .capitalised,
      analysis[start + 1].kind == .word, analysis[start].shape == .lower || start == first,
      analysis.inflection.isDefinite(
        analysis.lowercased(start)),
      let name = names(in: start + 1..<sentence.upperBound).first, name.lowerBound == start + 1,
      name.upperBound < sentence.upperBound, !analysis.any(sentence, contact),
      !analysis.any(name.upperBound..<min(name.upperBound + 4, sentence.upperBound), speech)
    else { return nil }
    return start..<name.upperBound
  }

  /// Names without those of places and times, which follow a preposition, where others are left.
  private func participants(_ names: [Range<Int>], _ sentence: Range<Int>) -> [Range<Int>] {
    for excluded in [preposition, place] {
      let actors = names.filter { name in
        name.lowerBound == sentence.lowerBound || !analysis.has(name.lowerBound - 1, excluded)
          || analysis.has(name.lowerBound - 1, between)
      }
      if !actors.isEmpty { return actors }
    }
    return names
  }

  /// Which of the names are cases: those joined by `och` are one where they act together, one each
  /// where they are listed with what they are; else the one next to the word `exempel`, else the first.
  private func cases(_ names: [Range<Int>], _ sentence: Range<Int>) -> [Range<Int>] {
    if let noun = sentence.first(where: { analysis.has($0, cue) }) {
      // `Star Alliance är ett exempel`, `ett exempel är Star Alliance`.
      let opening = names.first {
        $0.lowerBound <= sentence.lowerBound + 1 && $0.upperBound <= noun
      }
      let before = opening ?? names.last { $0.upperBound <= noun && noun - $0.upperBound <= 6 }
      let after = names.first { $0.lowerBound > noun }
      if let near = before ?? after { return [joined(near, names)] }
    }
    var listed: [Range<Int>] = []
    for name in names {
      guard let previous = listed.last else {
        listed.append(appellation(name, sentence))
        continue
      }
      let between = withoutRelativeClause(previous.upperBound..<name.lowerBound)
      if between.allSatisfy({ isListed($0) }),
        between.contains(where: { analysis.isMark($0, ",") || analysis.has($0, conjunction) })
      {
        listed.append(appellation(name, sentence))
      } else {
        break
      }
    }
    // `Kari og Ola bor …`: those who open the sentence together are one case.
    let opens =
      listed.count == 2 && listed[0].lowerBound == sentence.lowerBound
      && listed[0].count == 1 && listed[1].lowerBound == listed[0].upperBound + 1
    if listed.count == 2, opens || analysis.any(sentence, joint) {
      return [listed[0].lowerBound..<listed[1].upperBound]
    }
    return listed
  }

  /// Without what is said of the first name: `Nordvik, som har prövat i tio år, och kommunen Lindby`.
  private func withoutRelativeClause(_ between: Range<Int>) -> Range<Int> {
    guard let first = between.first, analysis.isMark(first, ","), between.count > 3,
      analysis.has(first + 1, clause),
      let comma = between.last(where: { analysis.isMark($0, ",") }), comma > first + 1,
      comma + 1 < between.upperBound, analysis.has(comma + 1, conjunction)
    else { return between }
    return comma..<between.upperBound
  }

  /// What may stand between two listed names: a comma, a conjunction, and what the second one is.
  private func isListed(_ at: Int) -> Bool {
    analysis.isMark(at, ",") || analysis.has(at, conjunction)
      || (analysis[at].kind == .word && analysis[at].shape == .lower
        && !analysis.has(at, finite | clause))
  }

  /// `X och Y` next to each other.
  private func joined(_ name: Range<Int>, _ names: [Range<Int>]) -> Range<Int> {
    guard let next = names.first(where: { $0.lowerBound == name.upperBound + 1 }),
      analysis.has(name.upperBound, conjunction)
    else { return name }
    return name.lowerBound..<next.upperBound
  }

  /// A name with the word before it that says what it is: `klädföretaget Zara`.
  private func appellation(_ name: Range<Int>, _ sentence: Range<Int>) -> Range<Int> {
    let before = name.lowerBound - 1
    guard before >= sentence.lowerBound, analysis[before].kind == .word,
      !analysis.has(before, preposition | conjunction | finite | clause | back),
      analysis.inflection.isDefinite(analysis.lowercased(before))
    else { return name }
    return before..<name.upperBound
  }
}
