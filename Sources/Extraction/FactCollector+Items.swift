import Language

/// Which items of a list are facts, and what of each is its label.
extension FactCollector {
  /// The items that are facts. What lies below an item explains it, unless the item only heads a group:
  /// `Fördelar`, `För medlemmarna`, `Ekonomi:`.
  func nested(_ items: [Item], _ facet: Facet) -> [(Item, Facet)] {
    var ends = Array(repeating: items.count, count: items.count)
    var open: [Int] = []
    for (index, item) in items.enumerated() {
      while let last = open.last, items[last].depth >= item.depth {
        ends[last] = index
        open.removeLast()
      }
      open.append(index)
    }
    var facts: [(Item, Facet)] = []
    var around: [(depth: Int, facet: Facet)] = []
    var at = 0
    while at < items.count {
      var item = items[at]
      while let last = around.last, last.depth >= item.depth { around.removeLast() }
      let current = around.last?.facet ?? facet
      if ends[at] == at + 1 {
        facts.append((item, current))
      } else if let heads = heads(item, current) {
        around.append((item.depth, heads))
      } else {
        item.explanations += items[at + 1..<ends[at]].map(\.whole)
        facts.append((item, current))
        at = ends[at]
        continue
      }
      at += 1
    }
    return facts
  }

  /// The facet of what lies below an item that heads a group; nil for an item of its own.
  func heads(_ item: Item, _ facet: Facet) -> Facet? {
    let label = analysis.trimmed(item.label)
    guard let first = label.first, label.count <= 5, item.explanations.isEmpty,
      // `Planera lektionen`, with what belongs to it below.
      facet != .step || !analysis.has(first, action)
    else { return nil }
    if let promised = headings.promise(of: label).facets.first, promised != .definition {
      return promised
    }
    let isPhrase = analysis.has(first, analysis.book.bit("preposition"))
    let isOpen = item.whole.last.map { analysis.isMark($0, ":") } ?? false
    return isPhrase || isOpen ? facet : nil
  }

  /// A case that an item tells of in a sentence goes by its name.
  func named(_ item: Item, _ facet: Facet) -> (Range<Int>, Range<Int>?)? {
    if facet == .type || facet == .level { return kind(item, facet) }
    guard facet == .example, !item.hasLeadIn, item.label.count > 5 else { return nil }
    if let title = examples.title(at: item.whole.lowerBound, item.whole) {
      return (title, item.whole)
    }
    guard let name = examples.opening(of: item.label) else { return nil }
    return (name, item.whole)
  }

  /// The kind or degree that an item tells of in a sentence: `I den hvilende fasen er …` below a heading,
  /// or a sentence, of phases.
  func kind(_ item: Item, _ facet: Facet) -> (Range<Int>, Range<Int>?)? {
    guard !item.hasLeadIn, item.label.count > 5, analysis.anyFinite(item.label) else { return nil }
    let before = outline.leaves[..<item.leaf].suffix(100).last { $0.list < 0 && $0.table < 0 }
    guard let before else { return nil }
    let words = analysis.blocks[before.block].sentences.last ?? 0..<0
    let announced = kinds.announcement(of: facet, words, evidence: words)
    guard let found = kinds.named(in: item.label, announced) else { return nil }
    return (found.label, item.whole)
  }

  /// A label without what only explains it: a clause of reason, or brackets that close it.
  func bare(_ label: Range<Int>) -> (Range<Int>, Range<Int>?) {
    if let reason = coordination.reason(in: label) {
      return (label.lowerBound..<reason, reason..<label.upperBound)
    }
    if let clause = remark(in: label) {
      return (label.lowerBound..<clause - 1, clause..<label.upperBound)
    }
    return analysis.unbracketed(label)
  }

  /// Where in an item's label a clause or an instance begins that only says more of it: `…, der styret
  /// velger`, `…, for eksempel en hybel`, `…, särskilt i städer`.
  private func remark(in label: Range<Int>) -> Int? {
    let telling = coordination.relativeNoun | coordination.pair
    return label.dropFirst().first { at in
      at > label.lowerBound + 1 && at + 2 < label.upperBound && analysis.isMark(at - 1, ",")
        && (coordination.startsClause(at, label) && analysis.has(at, telling)
          // `Båtsamverkan, finns i hamnen`
          || analysis.isFinite(at) && !analysis.anyFinite(label.lowerBound..<at)
          || analysis.has(at, coordination.pair) && analysis.has(at, coordination.adverb)
          // `Odling tar plats, och det är ont om den`
          || analysis.has(at, coordination.conjunction) && sentences.pointsBack(at + 1)
            && analysis.anyFinite(label.lowerBound..<at)
          // `Registrera laget, så att det får ett nummer`
          || analysis.has(at, coordination.resultWord)
            && analysis.has(at + 1, coordination.starter))
    }
  }

  /// An item with a hanging hyphen is two: `Språk- og kulturproblemer`.
  func hanging(_ label: Range<Int>, _ facet: Facet) -> [(Range<Int>, String?)] {
    guard facet != .takeaway, facet != .step, label.count <= 5,
      label.contains(where: {
        $0 + 1 < label.upperBound && analysis.isMark($0, "-") && !analysis[$0].isSpaced
          && analysis[$0 + 1].isSpaced
      })
    else { return [(label, nil)] }
    return coordination.phrases(label).map { ($0.range, $0.completion) }
  }

  /// - Parameter cells: what stands beside it in its row, in a table.
  func explanation(of item: Item, _ cells: [Item], isInTable: Bool) -> String? {
    var parts = item.explanations.map { analysis.string(analysis.unled($0)) }
    parts += cells.map { analysis.string($0.whole) }
    parts.removeAll { !$0.contains(where: \.isLetter) }
    return parts.isEmpty ? nil : parts.joined(separator: isInTable ? "; " : " ")
  }
}
