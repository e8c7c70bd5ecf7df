import Language

/// Tables whose columns or rows are headed by facets.
extension FactCollector {
  /// A table whose columns are headed by facets: `Fördelar | Nackdelar`.
  mutating func readColumns(
    _ group: ItemGroup, _ section: Int, _ promise: HeadingReader.Promise
  ) -> Bool {
    var promised = group.heads.map { headings.promise(of: $0).facets.first }
    // `För och emot` over two columns that say no more than `+` and `–`.
    if promised.count == 2, promised.allSatisfy({ $0 == nil }),
      promise.facets == [.benefit, .drawback],
      group.heads.allSatisfy({ !$0.contains { analysis[$0].isWord } })
    {
      promised = promise.facets
    }
    guard
      promised.count(where: { $0 != nil && $0 != .definition }) >= 2
        || (promised.count == 1 && promised[0] != nil)
    else { return false }
    take(group)
    for item in group.items {
      guard item.column < promised.count, let facet = promised[item.column] else { continue }
      add(cell: item, facet, section)
    }
    return true
  }

  /// A table whose rows are headed by benefits and drawbacks: `Fördelar | Lägre hyra; kortare väg | …`
  mutating func readRows(_ group: ItemGroup, _ section: Int) -> Bool {
    var promised: [Int: Facet] = [:]
    for head in group.items where head.column == 0 {
      promised[head.order] = headings.promise(of: head.label).facets.first { $0 != .definition }
    }
    guard promised.count == 2, Set(promised.values) == [.benefit, .drawback] else { return false }
    take(group)
    for item in group.items where item.column > 0 {
      guard let facet = promised[item.order] else { continue }
      add(cell: item, facet, section)
    }
    return true
  }

  /// Whether a table gives figures: all of its cells but the first of each row are numbers.
  func isData(_ group: ItemGroup) -> Bool {
    let cells = group.items.filter { $0.column > 0 }
    return group.kind == .table && !cells.isEmpty
      && cells.allSatisfy { cell in !cell.whole.contains { analysis[$0].kind == .word } }
  }

  /// Marks the leaves of a group as its items.
  private mutating func take(_ group: ItemGroup) {
    consumed.formUnion(group.leaves)
    itemLeaves.formUnion(group.leaves)
    groupCount += 1
  }

  /// The points of a cell; semicolons part several.
  private mutating func add(cell item: Item, _ facet: Facet, _ section: Int) {
    let ends = item.label.filter { analysis.isMark($0, ";") } + [item.label.upperBound]
    var start = item.label.lowerBound
    for end in ends {
      let part = analysis.trimmed(start..<end)
      start = end + 1
      for (range, completion) in hanging(part, facet) where !range.isEmpty {
        var candidate = make(
          facet, range, text: item.whole, rule: "table.\(facet.rawValue)", section, leaf: item.leaf)
        guard candidate.fact.label.contains(where: \.isLetter) else { continue }
        if let completion { candidate.fact.label += completion }
        candidate.group = groupCount
        candidates.append(candidate)
      }
    }
  }
}
