import Language

/// What sentences and paragraphs are about, where no heading says so.
extension FactCollector {
  /// The promise of the last sentence of a paragraph that leads a list in.
  ///
  /// Where that sentence says nothing, what the paragraph has asked, or turned to, before.
  func introPromise(_ leaf: Int) -> HeadingReader.Promise {
    let all = analysis.blocks[outline.leaves[leaf].block].sentences
    guard let last = all.last else { return .init() }
    if announces(last) || (all.count == 1 && asks(last)) {
      // `Noen råd, basert på det som gikk galt:` leads in advice.
      if let comma = last.first(where: { analysis.isMark($0, ",") }), comma + 1 < last.upperBound,
        !analysis.has(comma + 1, coordination.conjunction)
      {
        let head = headings.promise(of: last.lowerBound..<comma)
        if !head.facets.isEmpty, !head.isWeak { return head }
      }
      let promise = headings.promise(of: last)
      if !promise.facets.isEmpty || promise.isIgnored { return promise }
    }
    for sentence in all.reversed() {
      if let topic = topic(of: sentence) { return HeadingReader.Promise(facets: [topic]) }
      guard sentence != last, asks(sentence) else { continue }
      let asked = headings.promise(of: sentence)
      return asked.isWeak || asked.isIgnored ? .init() : asked
    }
    return .init()
  }

  private func topic(of sentence: Range<Int>) -> Facet? {
    sentences.topic(of: sentence, rules: analysis.rules(.statements, sentence))
  }

  /// A short question with a line of its own heads what follows it: `Vad kan gå fel?`
  private func asks(_ sentence: Range<Int>) -> Bool {
    guard let last = sentence.last, sentence.count <= 10 else { return false }
    return analysis.isMark(last, "?")
  }

  /// What a paragraph below no promising heading is about: where it opens with a question, what that
  /// asks; where its sentences follow each other in time, steps.
  func topic(of leaf: Outline.Leaf) -> [Facet] {
    let all = analysis.blocks[leaf.block].sentences
    guard all.count > 1 else { return [] }
    if opensWithQuestion(leaf) {
      let asked = headings.promise(of: all[0])
      return asked.isIgnored || (asked.isWeak && asked.facets != [.benefit])
        ? [] : asked.facets.filter { $0 != .definition }
    }
    if isProcedure(leaf) { return [.step] }
    return all.count { advises($0) } > 1 ? [.successFactor] : []
  }

  func opensWithQuestion(_ leaf: Outline.Leaf) -> Bool {
    analysis.blocks[leaf.block].sentences.first?.last.map { analysis.isMark($0, "?") } ?? false
  }

  /// Whether the sentences of a paragraph follow each other in time.
  ///
  /// - Parameter isLikely: whether two sentences that do will do.
  func isProcedure(_ leaf: Outline.Leaf, isLikely: Bool = true) -> Bool {
    let all = analysis.blocks[leaf.block].sentences
    let ordered = all.count { isOrdered($0) }
    if isLikely { return ordered >= 3 || (ordered >= 2 && ordered * 2 >= all.count) }
    return ordered >= 3 && ordered * 2 >= all.count
  }

  /// Whether a paragraph tells a procedure from its first step on, whatever its section is about.
  func tellsSteps(_ leaf: Outline.Leaf) -> Bool {
    let all = analysis.blocks[leaf.block].sentences
    return firstStep(in: all) > 0 && all.count { isOrdered($0) } >= 3
  }

  /// Whether a sentence with no heading to say so is advice: it tells its reader what to do, and neither
  /// where to read on nor whom to ask.
  private func advises(_ sentence: Range<Int>) -> Bool {
    guard sentence.count > 3, sentences.invites(sentence), !analysis.any(sentence, contact) else {
      return false
    }
    return !analysis.rules(.statements, sentence).contains { index in
      let rule = analysis.book.statements[index]
      return rule.cut == .nothing && rule.under.isEmpty && analysis.matches(rule.pattern, sentence)
    }
  }

  /// Whether a paragraph below a heading of steps says what comes after something else; one of a
  /// single sentence belongs to those around it.
  func tellsInOrder(_ at: Int, _ section: Outline.Section) -> Bool {
    let around = sentences(of: at).count > 1 ? [at] : [at - 1, at, at + 1]
    return around.contains { leaf in
      section.leaves.contains(leaf) && outline.leaves[leaf].kind == .paragraph
        && outline.leaves[leaf].list < 0 && sentences(of: leaf).contains { isOrdered($0) }
    }
  }

  /// Whether some sentence of a paragraph tells what to do, or has a word of sequence.
  func hasActions(_ leaf: Outline.Leaf) -> Bool {
    analysis.blocks[leaf.block].sentences.contains { sentence in
      guard let first = sentence.first else { return false }
      return analysis.has(first, action) || sentences.isTimed(sentence)
        || sentence.contains { sentences.isSequence($0, sentence) }
        || sentences.followsVerb(sentence)
    }
  }

  /// Where in a paragraph a sentence says that it tells the first step; 0 where none does.
  func firstStep(in all: [Range<Int>]) -> Int {
    all.first { sentence in
      sentence.first.map { analysis.isOne($0, of: openingStep) } ?? false
        && sentences.isOrdered(sentence)
    }?.lowerBound ?? 0
  }

  private func sentences(of leaf: Int) -> [Range<Int>] {
    analysis.blocks[outline.leaves[leaf].block].sentences
  }

  /// `Därefter …`, `Vecka två …`
  private func isOrdered(_ sentence: Range<Int>) -> Bool {
    guard sentence.count > 2, let first = sentence.first else { return false }
    return sentences.isOrdered(sentence)
      || (analysis.has(first, stepWord)
        && (analysis[first + 1].kind == .number || analysis.has(first + 1, numeral)))
  }

  /// `… är följande:`, `nedan nämns …`, a question, or a line that no mark ends.
  func announces(_ sentence: Range<Int>) -> Bool {
    guard let last = sentence.last else { return false }
    let isOpen = analysis.isMark(last, ":") || analysis.isMark(last, "?") || analysis[last].isWord
    return isOpen || analysis.any(sentence, announcing)
  }
}
