import Articles
import Diagnostics
import Language

/// What running prose says, sentence by sentence.
extension FactCollector {
  mutating func readProse(
    _ section: Outline.Section, _ index: Int, _ promise: HeadingReader.Promise,
    _ groups: [ItemGroup]
  ) {
    var state = SentenceReader.State(facets: promise.facets)
    // `Vem tjänar på saken?` lets one guess too.
    let mark = section.heading.flatMap { tokens($0).last }
    state.isGuess = promise.isWeak || mark.map { analysis.isMark($0, "?") } ?? false
    if let heading = section.heading { state.heading = tokens(heading) }
    // A list below no promising heading is led in by a paragraph of its own.
    state.hasItems =
      !promise.facets.isEmpty
      && groups.contains {
        !$0.isQuoted && ($0.kind != .table || consumed.contains($0.leaves.lowerBound))
      }
    // After both sides have been listed, what is added belongs to the second.
    if groups.count(where: { consumed.contains($0.leaves.lowerBound) }) >= promise.facets.count
      || groups.contains(where: { $0.kind == .table && consumed.contains($0.leaves.lowerBound) })
    {
      state.turnsAfterItems = true
    }
    var told: [Int: [SentenceReader.Found]] = [:]
    let cases = promise.facets.isEmpty ? self.cases(in: section) : emphasised(in: section, promise)
    for at in section.leaves where !consumed.contains(at) || isIntro(at, groups) {
      let leaf = outline.leaves[at]
      guard leaf.kind == .paragraph, leaf.directive != .ignore else { continue }
      if case .facet(let facet, _) = leaf.directive { state.facets = [facet] }
      state.startParagraph()
      if state.held == nil, leaf.directive == nil { turn(to: leaf, at, section, promise, &state) }
      // A case may be told in a box.
      if leaf.quote >= 0, leaf.list < 0, state.facets.first != .example {
        readQuotation(at, index)
        continue
      }
      state.isAfterItems = groups.contains { $0.leaves.upperBound <= at }
      if state.isAfterItems, state.turnsAfterItems { state.hasTurned = true }
      let sentences = analysis.blocks[leaf.block].sentences
      state.isClosing = at == section.leaves.first && closes(index)
      state.isFragmented = sentences.count { self.sentences.isFragment($0) } > 1
      state.words = analysis.blocks[leaf.block].tokens
      for sentence in sentences {
        state.isBeforeFirst = sentence.lowerBound < firstStep(in: sentences)
        state.leadsIn = sentence == sentences.last && isIntro(at, groups) && announces(sentence)
        if !state.leadsIn { announce(sentence, at, section, &state, &told) }
        let facets = state.facets.filter { $0 != .definition }
        var all = read(sentence, &state)
        if let kinds = told[sentence.lowerBound], let kind = kinds.first {
          let same = all.filter { $0.facet == kind.facet }
          // `Kombinert fullmakt omfatter begge deler`: what it takes in are no kinds beside it.
          let isSubject = same.first.map { kind.label.upperBound <= $0.label.lowerBound } ?? true
          if same.count < 2 || isSubject, same.first?.label != kind.label || kind.text != nil {
            all = kinds
          }
        }
        if let named = cases[sentence.lowerBound],
          all.isEmpty || all.count == 1 && named.label.overlaps(all[0].label)
        {
          all = [named]
        }
        if isExplaining, all.isEmpty, !facets.isEmpty {
          silences.append(
            Silence(
              facets: facets, text: analysis.string(sentence), span: analysis.span(sentence),
              reason: state.explainsPrevious ? .continuation : state.silence,
              rule: state.silencer))
        }
        for found in all { add(found, sentence, index, at) }
      }
    }
  }

  /// The cases that the sentences of a section open with, by where they begin; none where there is only
  /// one, which may be told in passing.
  private func cases(in section: Outline.Section) -> [Int: SentenceReader.Found] {
    var cases: [Int: SentenceReader.Found] = [:]
    for at in section.leaves where outline.leaves[at].kind == .paragraph {
      guard outline.leaves[at].list < 0, outline.leaves[at].quote < 0 else { continue }
      for sentence in analysis.blocks[outline.leaves[at].block].sentences {
        guard let name = examples.told(at: sentence) else { continue }
        cases[sentence.lowerBound] = SentenceReader.Found(
          facet: .example, label: name, explanation: sentence, rule: "example.told",
          evidence: analysis.string(name))
      }
    }
    return cases.count > 1 ? cases : [:]
  }

  /// The kinds or degrees that the paragraphs of a section open with in strong type: `**Stängt lager**
  /// används när …`; none where only one does.
  private func emphasised(
    in section: Outline.Section, _ promise: HeadingReader.Promise
  ) -> [Int: SentenceReader.Found] {
    guard let facet = promise.facets.first, promise.facets.count == 1,
      facet == .type || facet == .level
    else { return [:] }
    var named: [Int: SentenceReader.Found] = [:]
    for at in section.leaves where outline.leaves[at].kind == .paragraph {
      guard outline.leaves[at].list < 0, outline.leaves[at].quote < 0,
        let sentence = analysis.blocks[outline.leaves[at].block].sentences.first
      else { continue }
      let name = strongTitle(sentence)
      guard !name.isEmpty, name.count <= 5, name.upperBound < sentence.upperBound,
        analysis.isVerb(name.upperBound), !analysis.anyFinite(name)
      else { continue }
      named[sentence.lowerBound] = SentenceReader.Found(
        facet: facet, label: name, explanation: sentence, rule: "emphasised.\(facet.rawValue)",
        evidence: analysis.string(name))
    }
    return named.count > 1 ? named : [:]
  }

  /// Whether a section stands at the end of the article, one of references or questions after it aside,
  /// and is a single paragraph.
  private func closes(_ section: Int) -> Bool {
    promises[section].facets == [.takeaway] && section + 2 >= outline.sections.count
      && outline.sections[section].leaves.count == 1
  }

  private mutating func add(
    _ found: SentenceReader.Found, _ sentence: Range<Int>, _ section: Int, _ leaf: Int
  ) {
    var candidate = make(
      found.facet, found.label, text: sentence, rule: found.rule, section, leaf: leaf)
    if let text = found.text { candidate.fact.label = text }
    if let completion = found.completion { candidate.fact.label += completion }
    candidate.fact.explanation = found.explanation.map { analysis.string(analysis.trimmed($0)) }
    candidate.fact.order = found.order
    candidate.fact.poles = found.poles
    candidate.fact.evidence = [found.evidence]
    if found.order != nil { candidate.place = found.order ?? 0 }
    candidates.append(candidate)
  }

  /// What the prose of a paragraph is read for, where its heading leaves that open.
  private func turn(
    to leaf: Outline.Leaf, _ at: Int, _ section: Outline.Section,
    _ promise: HeadingReader.Promise, _ state: inout SentenceReader.State
  ) {
    state.isAsked = opensWithQuestion(leaf) && !topic(of: leaf).isEmpty
    if promise.facets.isEmpty {
      state.facets = topic(of: leaf)
      state.isOrdered = state.facets == [.step]
    } else if promise.facets == [.example] {
      // `Kompost i praktiken` may tell how it is done.
      state.facets = isProcedure(leaf, isLikely: false) ? [.step] : [.example]
      state.isOrdered = state.facets == [.step]
    } else if promise.facets == [.step] {
      // Not all below `Från frö till skörd` is told in order.
      state.isOrdered = tellsInOrder(at, section)
      let other = state.isOrdered || hasActions(leaf) ? [] : topic(of: leaf)
      state.facets = other.isEmpty ? [.step] : other
    } else if promise.facets.contains(.successFactor),
      Set(promise.facets).isSubset(of: [.step, .successFactor])
    {
      // What comes in no order is advice: `Så kommer ni i gång`.
      state.facets =
        isProcedure(leaf, isLikely: promise.facets.contains(.step)) ? [.step] : [.successFactor]
      state.isOrdered = state.facets == [.step]
    } else if promise.facets.contains(.successFactor), topic(of: leaf) == [.successFactor] {
      // `Råd for at ordningen skal virke etter hensikten` speaks of what is gained too.
      state.facets = [.successFactor]
    } else if promise.facets == [.takeaway], state.isAsked {
      // `Funn`, and there: `Hva får deltakerne igjen for det?`
      state.facets = topic(of: leaf)
    } else if Set(promise.facets) == [.level, .step], isProcedure(leaf) {
      // `Steg` may be those of a ladder.
      state.facets = [.step]
      state.isOrdered = true
    } else if !promise.facets.contains(.step), tellsSteps(leaf) {
      // `Så til det praktiske. Først …` in the same section.
      state.facets = [.step]
      state.isOrdered = true
    } else if promise.facets.first == .step {
      state.isOrdered = tellsInOrder(at, section)
    }
  }

  /// Looks ahead for the kinds that a sentence announces: in what follows it in its paragraph, else in
  /// the openings of the paragraphs after it.
  private func announce(
    _ sentence: Range<Int>, _ at: Int, _ section: Outline.Section,
    _ state: inout SentenceReader.State, _ told: inout [Int: [SentenceReader.Found]]
  ) {
    guard Set(state.facets).isSubset(of: [.type, .level, .step, .definition, .takeaway]),
      let announced = announced(in: sentence),
      !state.hasItems || !state.facets.contains(announced.facet)
    else { return }
    let own = analysis.blocks[outline.leaves[at].block].sentences
    let rest = own.drop { $0.lowerBound <= sentence.lowerBound }
    var found = kinds.told(in: rest, announced)
    if found.isEmpty, rest.isEmpty {
      let openings = section.leaves.suffix(from: at + 1).prefix(12)
        .prefix { outline.leaves[$0].kind == .paragraph && outline.leaves[$0].list < 0 }
        .compactMap { analysis.blocks[outline.leaves[$0].block].sentences.first }
      found = kinds.told(in: openings[...], announced)
      // They stand one after another.
      let last = openings.firstIndex { found[$0.lowerBound] == nil } ?? openings.count
      for opening in openings[last...] { found[opening.lowerBound] = nil }
    }
    if found.isEmpty { return }
    told.merge(found) { first, _ in first }
    // What else is said of kinds is no step.
    if state.facets == [.step] { state.facets = [] }
  }

  /// The kinds that a sentence announces, or else its first clause: `Det finns tre sorter, och de blandas
  /// ofta ihop.`
  private func announced(in sentence: Range<Int>) -> KindReader.Announcement? {
    if let announced = kinds.announcement(sentence, analysis.rules(.statements, sentence)) {
      return announced
    }
    let second = sentence.dropFirst(3).dropLast(2).first { at in
      analysis.has(at, sentences.conjunction) && analysis.has(at + 1, sentences.back)
        && analysis.has(at + 1, sentences.pronoun)
    }
    guard let second else { return nil }
    let first = sentence.lowerBound..<(analysis.isMark(second - 1, ",") ? second - 1 : second)
    return kinds.announcement(first, analysis.rules(.statements, first))
  }

  func isIntro(_ leaf: Int, _ groups: [ItemGroup]) -> Bool {
    groups.contains { $0.intro == leaf }
  }

  mutating func read(
    _ sentence: Range<Int>, _ state: inout SentenceReader.State
  ) -> [SentenceReader.Found] {
    sentences.note(sentence, &state)
    state.silence = .noRule
    let said = sentences.unspoken(sentence)
    let rules = analysis.rules(.statements, said)
    if sentences.isIdle(said, rules, &state) {
      // `Og så noen råd: Si aldri nei …`
      guard state.awaits,
        let colon = sentence.first(where: { analysis.isMark($0, ":") }),
        colon + 3 < sentence.upperBound
      else {
        // What the rule says is to come, rather than what the noun that is counted suggests.
        if let facet = announcement(sentence) {
          state.announced = state.awaits ? state.facets.first : facet
        }
        state.silence = .idle
        return []
      }
      let rest = colon + 1..<sentence.upperBound
      return sentences.read(rest, rules: analysis.rules(.statements, rest), &state)
    }
    let isRuled = rules.contains { analysis.book.statements[$0].facet == .example }
    if state.facets.first == .example,
      let found = examples.example(in: sentence, isRuled: isRuled, &state),
      !(found.isEmpty && isRuled)
    {
      if found.isEmpty { goOn(sentence, state) }
      return found
    }
    // `Analysen peker på fire forutsetninger.`
    let counted = announcement(sentence)
    if !state.leadsIn, let facet = counted, isCount(sentence, of: facet) {
      state.announce(facet)
      state.announced = facet
      state.silence = .idle
      return []
    }
    // `Fjordbåt og Nordbåt er to eksempler på …` says so itself.
    if !state.leadsIn, !isRuled, let found = examples.presented(in: sentence, &state) {
      return found
    }
    let found = sentences.read(sentence, rules: rules, &state)
    if found.isEmpty {
      if isRuled, state.facets.first == .example, let one = examples.unnamed(in: sentence, &state) {
        return [one]
      }
      if let facet = counted {
        if countsPoints(sentence, of: facet) { state.announce(facet) }
        state.announced = facet
      }
      goOn(sentence, state)
    }
    return found
  }

  /// Whether the first words of a box only say what it holds: `Viktiga punkter att minnas`.
  func isTitle(_ sentence: Range<Int>, of block: TextAnalysis.Block) -> Bool {
    guard sentence.lowerBound == block.tokens.lowerBound, let last = sentence.last else {
      return false
    }
    let promise = headings.promise(of: sentence)
    // `Kom ihåg!`
    let isOpen = analysis[last].isWord || analysis.isMark(last, ":")
    return (isOpen || analysis.isMark(last, "!") && sentence.count <= 4)
      && (promise.facets.contains(.takeaway) || !promise.facets.isEmpty && !promise.isWeak)
  }

  /// The first sentence of a box without the bold words above it: `**Kom ihåg**`
  func untitled(_ sentence: Range<Int>, of block: TextAnalysis.Block) -> Range<Int> {
    guard sentence.lowerBound == block.tokens.lowerBound else { return sentence }
    // `Kort fortalt: En varmepumpe er …`
    if let colon = sentence.prefix(5).first(where: { analysis.isMark($0, ":") }),
      colon + 2 < sentence.upperBound,
      headings.promise(of: sentence.lowerBound..<colon).facets.contains(.takeaway)
    {
      return colon + 1..<sentence.upperBound
    }
    let title = strongTitle(sentence)
    guard !title.isEmpty, title != sentence, !headings.promise(of: title).facets.isEmpty else {
      return sentence
    }
    return title.upperBound..<sentence.upperBound
  }

  /// The strong words that a sentence begins with; empty where it begins otherwise.
  private func strongTitle(_ sentence: Range<Int>) -> Range<Int> {
    guard let mark = analysis.marks(from: analysis.offsets(sentence).lowerBound).first,
      mark.kind == .strong
    else { return sentence.lowerBound..<sentence.lowerBound }
    let end = sentence.first { analysis[$0].range.lowerBound >= mark.range.upperBound }
    return sentence.lowerBound..<(end ?? sentence.upperBound)
  }

  /// The case that a box tells of under a title of its own: `**Eksempel fra praksis** På Nordgård …`
  private func boxedCase(_ block: TextAnalysis.Block) -> SentenceReader.Found? {
    guard let first = block.sentences.first else { return nil }
    let title = strongTitle(first)
    guard !title.isEmpty, headings.promise(of: title).facets == [.example],
      let sentence = title == first
        ? block.sentences.dropFirst().first : title.upperBound..<first.upperBound
    else { return nil }
    var state = SentenceReader.State(facets: [.example])
    return examples.example(in: sentence, &state)?.first
  }

  /// A box of its own, not somebody's words: its sentences are main points.
  mutating func readQuotation(_ leaf: Int, _ section: Int) {
    let block = analysis.blocks[outline.leaves[leaf].block]
    guard !block.tokens.contains(where: { analysis.isMark($0, "\"") || analysis.isDash($0) }) else {
      return
    }
    // `Ur personaltidningen nr 3` says nothing.
    let verbs = analysis.book.bits("finite", "modal", "be", "imperative", "infinitive")
    let isSaid = block.tokens.contains {
      analysis.has($0, verbs) || analysis.looksFinite($0) || analysis.isMark($0, ":")
    }
    guard isSaid || block.sentences.count > 1 else { return }
    if let found = boxedCase(block) {
      add(found, found.explanation ?? found.label, section, leaf)
      return
    }
    for sentence in block.sentences.map({ untitled($0, of: block) })
    where sentence.count > 2 && !isTitle(sentence, of: block) {
      candidates.append(
        make(.takeaway, sentence, text: sentence, rule: "quotation.takeaway", section, leaf: leaf))
    }
  }
}
