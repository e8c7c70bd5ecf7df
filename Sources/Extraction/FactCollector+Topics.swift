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
    let sentences = analysis.blocks[leaf.block].sentences
    guard sentences.count > 1, let last = sentences[0].last else { return [] }
    if analysis.isMark(last, "?") {
      let asked = headings.promise(of: sentences[0])
      return asked.isIgnored || asked.isWeak ? [] : asked.facets.filter { $0 != .definition }
    }
    return isProcedure(leaf) ? [.step] : []
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

  /// Whether a sentence below a heading says what comes after something else.
  func tellsInOrder(_ section: Outline.Section) -> Bool {
    section.leaves.contains { at in
      let leaf = outline.leaves[at]
      return leaf.kind == .paragraph && leaf.list < 0
        && analysis.blocks[leaf.block].sentences.contains { isOrdered($0) }
    }
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
