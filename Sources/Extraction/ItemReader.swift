import Articles
import Language

/// One item of a list, a table or a run of paragraphs with lead-ins.
struct Item {
  /// The index of its first leaf in the outline.
  var leaf: Int
  /// The words that name it.
  var label: Range<Int>
  /// What is said of it, in its own item: token ranges.
  var explanations: [Range<Int>]
  /// All of its first block.
  var whole: Range<Int>
  /// Its place in the list, counted from 1.
  var order: Int
  /// A table cell: its column.
  var column = 0
  /// How deep its list lies in others.
  var depth = 0
  var hasLeadIn = false
}

/// Items that stand together.
struct ItemGroup {
  enum Kind { case list, leadIns, table }

  var kind: Kind
  var items: [Item]
  var isOrdered: Bool
  var isQuoted: Bool
  /// The leaf before it, where that is a paragraph of the same section which leads it in.
  var intro: Int?
  /// A table: the tokens of its head, by column.
  var heads: [Range<Int>] = []
  var leaves: Range<Int>
}

/// Gathers the items of a section.
struct ItemReader {
  let analysis: TextAnalysis
  let outline: Outline
  private let step: UInt64
  private let action: UInt64

  init(_ analysis: TextAnalysis, _ outline: Outline) {
    self.analysis = analysis
    self.outline = outline
    step = analysis.book.bit("step-word")
    action = analysis.book.bits("imperative", "infinitive")
  }

  func groups(in leaves: Range<Int>) -> [ItemGroup] {
    var groups: [ItemGroup] = []
    var at = leaves.lowerBound
    while at < leaves.upperBound {
      let leaf = outline.leaves[at]
      var end = at + 1
      if leaf.table >= 0 {
        while end < leaves.upperBound, outline.leaves[end].table == leaf.table { end += 1 }
        groups.append(table(at..<end))
      } else if leaf.list >= 0 {
        let quote = leaf.quote
        while end < leaves.upperBound, outline.leaves[end].list >= 0,
          outline.leaves[end].quote == quote,
          outline.leaves[end].listDepth > 1 || root(of: end) == root(of: at)
        { end += 1 }
        groups.append(list(at..<end))
      } else if let steps = steps(at) {
        groups.append(steps)
      } else if leadIn(analysis.blocks[leaf.block].tokens, leaf, isParagraph: true) != nil {
        while end < leaves.upperBound, outline.leaves[end].list < 0, outline.leaves[end].table < 0,
          leadIn(
            analysis.blocks[outline.leaves[end].block].tokens, outline.leaves[end],
            isParagraph: true) != nil
        { end += 1 }
        if end - at >= 2 { groups.append(paragraphs(at..<end)) }
      }
      at = end
    }
    for index in groups.indices { groups[index].intro = intro(of: groups[index], in: leaves) }
    return groups
  }

  private func root(of leaf: Int) -> Document.NodeID {
    outline.leaves[leaf].listDepth == 1 ? outline.leaves[leaf].list : -2
  }

  private func intro(of group: ItemGroup, in leaves: Range<Int>) -> Int? {
    let before = group.leaves.lowerBound - 1
    guard before >= leaves.lowerBound else { return nil }
    let leaf = outline.leaves[before]
    guard leaf.kind == .paragraph, leaf.list < 0, leaf.table < 0 else { return nil }
    return before
  }

  // MARK: Lists

  private func list(_ leaves: Range<Int>) -> ItemGroup {
    var items: [Item] = []
    for index in leaves {
      let leaf = outline.leaves[index]
      let tokens = analysis.blocks[leaf.block].tokens
      if leaf.isItemHead || items.isEmpty {
        guard !tokens.isEmpty else { continue }
        items.append(item(index, tokens, order: items.count + 1))
      } else {
        items[items.count - 1].explanations.append(tokens)
      }
    }
    return ItemGroup(
      kind: .list, items: items, isOrdered: outline.leaves[leaves.lowerBound].isOrdered,
      isQuoted: outline.leaves[leaves.lowerBound].quote >= 0, intro: nil, leaves: leaves)
  }

  /// A paragraph whose lines are numbered steps: `Steg 1: …`, `Steg 2: …`
  private func steps(_ leaf: Int) -> ItemGroup? {
    let tokens = analysis.blocks[outline.leaves[leaf].block].tokens
    let starts = tokens.filter { isStepMark($0, tokens) }
    guard starts.count >= 2, starts[0] == tokens.lowerBound else { return nil }
    let ends = starts.dropFirst() + [tokens.upperBound]
    let items = zip(starts, ends).enumerated().map { place, range -> Item in
      let whole = stepless(range.0..<range.1)
      let sentences = analysis.sentences(in: whole)
      var item = Item(
        leaf: leaf, label: sentences.first ?? whole, explanations: [], whole: whole,
        order: place + 1)
      if let first = sentences.first, first.upperBound < whole.upperBound {
        item.explanations = [first.upperBound..<whole.upperBound]
      }
      return item
    }
    return ItemGroup(
      kind: .list, items: items, isOrdered: true, isQuoted: false, intro: nil,
      leaves: leaf..<leaf + 1)
  }

  private func isStepMark(_ at: Int, _ tokens: Range<Int>) -> Bool {
    at + 2 < tokens.upperBound && analysis.has(at, step) && analysis[at].shape != .lower
      && analysis[at + 1].kind == .number && analysis[at + 2].kind == .punctuation
  }

  private func paragraphs(_ leaves: Range<Int>) -> ItemGroup {
    var items: [Item] = []
    for index in leaves {
      items.append(
        item(index, analysis.blocks[outline.leaves[index].block].tokens, order: items.count + 1))
    }
    let isOrdered = items.allSatisfy { isStep($0.whole) }
    return ItemGroup(
      kind: .leadIns, items: items, isOrdered: isOrdered, isQuoted: false, intro: nil,
      leaves: leaves)
  }

  private func item(_ index: Int, _ tokens: Range<Int>, order: Int) -> Item {
    let leaf = outline.leaves[index]
    var item = Item(leaf: index, label: tokens, explanations: [], whole: tokens, order: order)
    item.depth = leaf.listDepth
    if let lead = leadIn(tokens, leaf, isParagraph: false) {
      item.hasLeadIn = true
      let rest = analysis.unled(lead.rest)
      // `Nivå 1 – **Samtal:** man talas vid`
      if isBareStep(lead.label), let inner = leadIn(rest, leaf, isParagraph: false) {
        item.label = inner.label
        if !analysis.trimmed(inner.rest).isEmpty { item.explanations = [inner.rest] }
        return item
      }
      // `Steg 1: Prövning. Idén prövas …`
      if isBareStep(lead.label), let first = analysis.sentences(in: rest).first {
        item.label = first
        if first.upperBound < rest.upperBound {
          item.explanations = [first.upperBound..<rest.upperBound]
        }
        return item
      }
      item.label = stepless(lead.label)
      if !analysis.trimmed(lead.rest).isEmpty { item.explanations = [lead.rest] }
    } else if let first = analysis.blocks[leaf.block].sentences.first,
      first.upperBound < tokens.upperBound
    {
      item.label = first
      item.explanations = [first.upperBound..<tokens.upperBound]
    }
    return item
  }

  /// `Steg 1`, which numbers an item and does not name it.
  private func isBareStep(_ range: Range<Int>) -> Bool {
    let label = analysis.trimmed(range)
    guard label.count == 2, let first = label.first else { return false }
    return analysis.has(first, step) && analysis[first + 1].kind == .number
  }

  /// `Steg 1: Kartläggning` begins with what numbers it.
  private func isStep(_ range: Range<Int>) -> Bool {
    guard range.count > 2, let first = range.first else { return false }
    return analysis.has(first, step) && analysis[first + 1].kind == .number
  }

  func stepless(_ range: Range<Int>) -> Range<Int> {
    guard isStep(range) else { return range }
    let rest = analysis.trimmed(range.lowerBound + 2..<range.upperBound)
    return rest.isEmpty ? range : rest
  }

  // MARK: Lead-ins

  /// The words that name an item, and the rest of it: a bold beginning, else what stands before a
  /// colon or a dash among its first words.
  private func leadIn(
    _ tokens: Range<Int>, _ leaf: Outline.Leaf, isParagraph: Bool
  ) -> (label: Range<Int>, rest: Range<Int>)? {
    guard tokens.count >= 2 else { return nil }
    if let bold = emphasised(tokens, leaf, isParagraph: isParagraph) {
      return (bold, bold.upperBound..<tokens.upperBound)
    }
    guard let mark = headMark(tokens, longest: isParagraph ? 5 : 9) else { return nil }
    // In a paragraph only `Head: Sentence.` counts.
    if isParagraph {
      guard analysis.isMark(mark, ":"), mark + 1 < tokens.upperBound,
        analysis[mark + 1].shape != .lower, tokens.count > mark - tokens.lowerBound + 3
      else { return nil }
    }
    return (tokens.lowerBound..<mark, mark + 1..<tokens.upperBound)
  }

  /// The strong, or in a list emphasised, words that a block begins with, where text follows them.
  private func emphasised(
    _ tokens: Range<Int>, _ leaf: Outline.Leaf, isParagraph: Bool
  ) -> Range<Int>? {
    let block = analysis.offsets(analysis.blocks[leaf.block].tokens)
    for mark in analysis.marks(from: block.lowerBound) {
      guard mark.kind == .strong || (mark.kind == .emphasis && !isParagraph) else { continue }
      guard let last = tokens.last(where: { Int(analysis[$0].end) <= mark.range.upperBound }) else {
        continue
      }
      let label = tokens.lowerBound..<last + 1
      if label.upperBound == tokens.upperBound { return isParagraph ? nil : label }
      // In running text a strong first word is only stressed: `**Outsourcing** (på norsk …`.
      let next = label.upperBound
      let endsItself = analysis[last].kind == .punctuation
      let isParted = endsItself || analysis.isMark(next, ":") || analysis.isDash(next)
      if isParted { return label }
      // `**Planera** lektionen`: a verb is only stressed.
      let isVerb = label.count == 1 && analysis.has(label.lowerBound, action)
      return isParagraph || isVerb ? nil : label
    }
    return nil
  }

  /// The colon or dash that ends the head of an item.
  private func headMark(_ tokens: Range<Int>, longest: Int) -> Int? {
    var words = 0
    for at in tokens {
      if words > longest { return nil }
      if analysis[at].kind == .punctuation {
        let isHyphen = analysis.isMark(at, "-") && analysis[at].isSpaced
        if analysis.isMark(at, ":") || analysis.isDash(at) || isHyphen, words > 0,
          at + 1 < tokens.upperBound, analysis[at + 1].isSpaced
        {
          return at
        }
        if [".", "?", "!"].contains(where: { analysis.isMark(at, $0) }) { return nil }
      } else {
        words += 1
      }
    }
    return nil
  }

  // MARK: Tables

  private func table(_ leaves: Range<Int>) -> ItemGroup {
    var group = ItemGroup(
      kind: .table, items: [], isOrdered: false, isQuoted: false, intro: nil, leaves: leaves)
    var order = 0
    for index in leaves {
      let leaf = outline.leaves[index]
      guard case .cell(let row, let column, let isHead) = leaf.kind else { continue }
      let tokens = analysis.blocks[leaf.block].tokens
      if isHead {
        group.heads.append(tokens)
        continue
      }
      guard !tokens.isEmpty else { continue }
      if column == 0 { order += 1 }
      var item = Item(leaf: index, label: tokens, explanations: [], whole: tokens, order: order)
      item.column = column
      _ = row
      group.items.append(item)
    }
    return numbered(group)
  }

  /// A table whose first column only numbers its rows, without it: `Nivå | Benämning | …`. What is
  /// numbered is what the second column names.
  private func numbered(_ table: ItemGroup) -> ItemGroup {
    let numbers = table.items.filter { $0.column == 0 }
    guard table.heads.count > 1, numbers.count > 1,
      numbers.allSatisfy({ item in
        item.label.count == 1 && item.label.allSatisfy { analysis[$0].kind == .number }
      })
    else { return table }
    var table = table
    table.heads.remove(at: table.heads[0].isEmpty ? 0 : 1)
    table.items = table.items.filter { $0.column > 0 }
    for index in table.items.indices { table.items[index].column -= 1 }
    table.isOrdered = true
    return table
  }
}
