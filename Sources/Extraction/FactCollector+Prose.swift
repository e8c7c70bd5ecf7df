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
    if let heading = section.heading { state.heading = tokens(heading) }
    // A list below no promising heading is led in by a paragraph of its own.
    state.hasItems =
      !promise.facets.isEmpty
      && groups.contains {
        $0.kind != .table || consumed.contains($0.leaves.lowerBound)
      }
    // After both sides have been listed, what is added belongs to the second.
    if groups.count(where: { consumed.contains($0.leaves.lowerBound) }) >= promise.facets.count
      || groups.contains(where: { $0.kind == .table && consumed.contains($0.leaves.lowerBound) })
    {
      state.turnsAfterItems = true
    }
    if promise.facets.first == .step { state.isOrdered = tellsInOrder(section) }
    for at in section.leaves where !consumed.contains(at) || isIntro(at, groups) {
      let leaf = outline.leaves[at]
      guard leaf.kind == .paragraph, leaf.directive != .ignore else { continue }
      if case .facet(let facet, _) = leaf.directive { state.facets = [facet] }
      state.startParagraph()
      if state.held == nil, leaf.directive == nil {
        if promise.facets.isEmpty {
          state.facets = topic(of: leaf)
          state.isOrdered = state.facets == [.step]
        } else if promise.facets.contains(.successFactor),
          Set(promise.facets).isSubset(of: [.step, .successFactor])
        {
          // What comes in no order is advice: `Så kommer ni i gång`.
          state.facets =
            isProcedure(leaf, isLikely: promise.facets.contains(.step)) ? [.step] : [.successFactor]
          state.isOrdered = state.facets == [.step]
        }
      }
      if leaf.quote >= 0, leaf.list < 0 {
        readQuotation(at, index)
        continue
      }
      state.isAfterItems = groups.contains { $0.leaves.upperBound <= at }
      if state.isAfterItems, state.turnsAfterItems { state.hasTurned = true }
      let sentences = analysis.blocks[leaf.block].sentences
      state.isFragmented = sentences.count { self.sentences.isFragment($0) } > 1
      for sentence in sentences {
        state.leadsIn = sentence == sentences.last && isIntro(at, groups) && announces(sentence)
        let facets = state.facets.filter { $0 != .definition }
        let all = read(sentence, &state)
        if isExplaining, all.isEmpty, !facets.isEmpty {
          silences.append(
            Silence(
              facets: facets, text: analysis.string(sentence), span: analysis.span(sentence),
              reason: state.explainsPrevious ? .continuation : state.silence))
        }
        for found in all {
          var candidate = make(
            found.facet, found.label, text: sentence, rule: found.rule, index, leaf: at)
          if let text = found.text { candidate.fact.label = text }
          if let completion = found.completion { candidate.fact.label += completion }
          candidate.fact.explanation = found.explanation.map {
            analysis.string(analysis.trimmed($0))
          }
          candidate.fact.order = found.order
          candidate.fact.poles = found.poles
          candidate.fact.evidence = [found.evidence]
          if found.order != nil { candidate.place = found.order ?? 0 }
          candidates.append(candidate)
        }
      }
    }
  }

  func isIntro(_ leaf: Int, _ groups: [ItemGroup]) -> Bool {
    groups.contains { $0.intro == leaf }
  }

  mutating func read(
    _ sentence: Range<Int>, _ state: inout SentenceReader.State
  ) -> [SentenceReader.Found] {
    sentences.note(sentence, &state)
    let rules = analysis.rules(.statements, sentence)
    if sentences.isIdle(sentence, rules, &state) {
      // `Og så noen råd: Si aldri nei …`
      guard state.awaits,
        let colon = sentence.first(where: { analysis.isMark($0, ":") }),
        colon + 3 < sentence.upperBound
      else {
        state.silence = .idle
        return []
      }
      let rest = colon + 1..<sentence.upperBound
      return sentences.read(rest, rules: analysis.rules(.statements, rest), &state)
    }
    if state.facets.first == .example, let found = examples.example(in: sentence, &state) {
      if found.isEmpty { goOn(sentence, state) }
      return found
    }
    let found = sentences.read(sentence, rules: rules, &state)
    if found.isEmpty { state.announced = announcement(sentence) ?? state.announced }
    if found.isEmpty { goOn(sentence, state) }
    return found
  }

  /// Whether the first words of a box only say what it holds: `Viktiga punkter att minnas`.
  func isTitle(_ sentence: Range<Int>, of block: TextAnalysis.Block) -> Bool {
    guard sentence.lowerBound == block.tokens.lowerBound, let last = sentence.last else {
      return false
    }
    return (analysis[last].isWord || analysis.isMark(last, ":"))
      && headings.promise(of: sentence).facets.contains(.takeaway)
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
    guard
      let mark = analysis.marks(from: analysis.offsets(sentence).lowerBound).first,
      mark.kind == .strong,
      let next = sentence.first(where: { analysis[$0].range.lowerBound >= mark.range.upperBound }),
      !headings.promise(of: sentence.lowerBound..<next).facets.isEmpty
    else { return sentence }
    return next..<sentence.upperBound
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
    for sentence in block.sentences.map({ untitled($0, of: block) })
    where sentence.count > 2 && !isTitle(sentence, of: block) {
      candidates.append(
        make(.takeaway, sentence, text: sentence, rule: "quotation.takeaway", section, leaf: leaf))
    }
  }
}
