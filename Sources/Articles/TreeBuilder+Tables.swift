import CCmark

/// A table to be built in place of a paragraph.
struct TablePlan {
  var content: LeafContent
  var syntax: TableSyntax
}

extension TreeBuilder {
  /// Looks for tables in the paragraphs of a tree, and has cmark parse the text of their cells.
  ///
  /// All cells are parsed at once, each as a heading, since nothing but inlines can stand in one.
  /// The document follows them where they may use its reference definitions.
  mutating func planTables(in root: CmarkRoot) {
    guard text.contains(Byte.pipe), let iterator = cmark_iter_new(root.node) else { return }
    defer { cmark_iter_free(iterator) }
    var cells: [UInt8] = []
    var kinds: [cmark_node_type] = []
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) {
        let isEntering = event == CMARK_EVENT_ENTER
        trackContainers(node, isEntering)
        if isEntering, cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH {
          plan(node, &cells, &kinds)
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        }
      }
      event = cmark_iter_next(iterator)
    }
    guard !tables.isEmpty else { return }
    if cells.contains(Byte.openBracket) {
      cells += [Byte.lf, Byte.lf]
      cells.append(contentsOf: text)
    }
    let root = cells.withUnsafeBufferPointer { CmarkRoot(parsing: $0) }
    var child = cmark_node_first_child(root.node)
    nextCell = child
    cellRoot = root
    for kind in kinds {
      guard let node = child, cmark_node_get_type(node) == kind else {
        // Something read differently alone than in its place: then there are no tables.
        tables = [:]
        return
      }
      child = cmark_node_next(node)
    }
  }

  private mutating func trackContainers(_ node: OpaquePointer, _ isEntering: Bool) {
    let type = cmark_node_get_type(node)
    guard type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM else { return }
    guard isEntering else { return containers.pop() }
    let line = startLine(node)
    let start = startOffset(node, line)
    if type == CMARK_NODE_ITEM {
      _ = containers.pushItem(line: line, at: start)
    } else {
      containers.pushQuote(line: line, at: start)
    }
  }

  private mutating func plan(
    _ node: OpaquePointer, _ cells: inout [UInt8], _ kinds: inout [cmark_node_type]
  ) {
    let first = startLine(node)
    let last = lastLine(node)
    guard last > first, text[lines.starts[first]..<lines.ends[last]].contains(Byte.pipe) else {
      return
    }
    resetLeaf()
    gatherContent(node, isHeading: false)
    guard cursor < content.end, let syntax = TableSyntax(content, from: cursor) else { return }
    if !syntax.lead.isEmpty {
      cells.append(contentsOf: content.bytes[syntax.lead])
      cells += [Byte.lf, Byte.lf]
      kinds.append(CMARK_NODE_PARAGRAPH)
    }
    for row in syntax.rows {
      for range in row.cells {
        let cell = content.part(range, unescapesPipes: true)
        cells.append(Byte.hash)
        if !cell.bytes.isEmpty {
          cells.append(Byte.space)
          cells.append(contentsOf: cell.bytes)
          cells += [Byte.space, Byte.hash]
        }
        cells.append(Byte.lf)
        kinds.append(CMARK_NODE_HEADING)
      }
    }
    tables[node] = TablePlan(content: content, syntax: syntax)
  }

  /// Adds a table, and the paragraph that stands right above it.
  mutating func build(_ table: TablePlan, of node: OpaquePointer) {
    var places = table.content
    func range(_ part: Range<Int>) -> Range<Int> {
      let start = places.textOffset(part.lowerBound)
      return start..<(part.isEmpty ? start : places.textEnd(part.upperBound))
    }
    let syntax = table.syntax
    if !syntax.lead.isEmpty {
      buildLeaf(
        .paragraph, range(syntax.lead), table.content.part(syntax.lead, unescapesPipes: false))
    }
    guard let head = syntax.rows.first, let last = syntax.rows.last else { return }
    let whole = range(head.range.lowerBound..<max(head.range.upperBound, last.range.upperBound))
    push(append(.table, whole))
    for (index, row) in syntax.rows.enumerated() {
      let id = append(.tableRow, range(row.range))
      nodes[Int(id)].detail = index == 0 ? 1 : 0
      push(id)
      for (column, part) in row.cells.enumerated() {
        buildLeaf(
          .tableCell, range(part), table.content.part(part, unescapesPipes: true),
          detail: syntax.alignments[column].rawValue)
      }
      pop(end: 0)
    }
    pop(end: 0)
  }

  private mutating func buildLeaf(
    _ kind: Document.Kind, _ range: Range<Int>, _ content: LeafContent, detail: UInt8 = 0
  ) {
    let id = append(kind, range)
    nodes[Int(id)].detail = detail
    push(id)
    resetLeaf()
    self.content = content
    if let cell = nextCell, let iterator = cmark_iter_new(cell) {
      defer { cmark_iter_free(iterator) }
      var event = cmark_iter_next(iterator)
      while event != CMARK_EVENT_DONE {
        if let node = cmark_iter_get_node(iterator), node != cell {
          inline(node, cmark_node_get_type(node), isEntering: event == CMARK_EVENT_ENTER)
        }
        event = cmark_iter_next(iterator)
      }
      nextCell = cmark_node_next(cell)
    }
    if !isPlaced || cursor < self.content.end { unplace(id) }
    keepLeaf()
    pop(end: range.upperBound)
  }
}
