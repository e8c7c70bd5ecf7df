import Articles
import Language

/// The shape of an article as the rules see it: its blocks of prose, each with the list, table or
/// quotation that it stands in, gathered in sections from heading to heading.
struct Outline {
  enum Kind: Equatable {
    case heading(level: Int)
    case paragraph
    case cell(row: Int, column: Int, isHead: Bool)
  }

  /// One block of prose. `block` is its index in `article.prose.blocks`.
  struct Leaf {
    var block: Int
    var node: Document.NodeID
    var kind: Kind
    /// The innermost list and item around it; -1 outside lists.
    var list: Document.NodeID = -1
    var item: Document.NodeID = -1
    /// Whether it is the first block of its item.
    var isItemHead = false
    var isOrdered = false
    var listDepth = 0
    var quote: Document.NodeID = -1
    var table: Document.NodeID = -1
    /// What a directive above it declares.
    var directive: Directive.Meaning?

    var isHeading: Bool {
      if case .heading = kind { return true }
      return false
    }
  }

  struct Section {
    /// The leaf that is its heading; nil before the first.
    var heading: Int?
    var level: Int
    /// Its leaves, the heading not among them, those of sub-sections neither.
    var leaves: Range<Int>
    /// The section that this one stands in.
    var parent: Int?
  }

  let leaves: [Leaf]
  let sections: [Section]

  /// - Parameter analysis: gets a block of its own for each heading that a paragraph runs in.
  init(_ article: Article, _ analysis: TextAnalysis) {
    leaves = Self.runIns(Self.leaves(of: article), analysis)
    sections = Self.sections(leaves)
  }

  /// Parts paragraphs from the headings run into them: `**Vinsterna.** Medlemmarna får …`.
  ///
  /// Bold words are more than the head of an item where the heading above promises nothing, and those
  /// of one paragraph at least promise something; then all of that stretch are headings.
  private static func runIns(_ leaves: [Leaf], _ analysis: TextAnalysis) -> [Leaf] {
    let headings = HeadingReader(analysis: analysis)
    var parted: [Leaf] = []
    parted.reserveCapacity(leaves.count)
    var start = 0
    var isPromised = false
    while start < leaves.count {
      var end = start + 1
      while end < leaves.count, !leaves[end].isHeading { end += 1 }
      if case .heading(let level) = leaves[start].kind {
        let title = analysis.unnumbered(analysis.blocks[leaves[start].block].tokens)
        let facets = headings.promise(of: title).facets
        isPromised = level > 1 && facets.contains { $0 != .definition }
      }
      let splits = isPromised ? [] : leaves[start..<end].map { split($0, analysis) }
      let promises = splits.compactMap { $0 }.contains { split in
        headings.promise(of: split.heading).facets.contains { $0 != .definition }
      }
      for index in start..<end {
        guard promises, let split = splits[index - start] else {
          parted.append(leaves[index])
          continue
        }
        var heading = leaves[index]
        heading.kind = .heading(level: 7)
        heading.block = analysis.addBlock(split.heading)
        heading.directive = nil
        var body = leaves[index]
        body.block = analysis.addBlock(split.body)
        parted += [heading, body]
      }
      start = end
    }
    return parted
  }

  private static func split(
    _ leaf: Leaf, _ analysis: TextAnalysis
  ) -> (heading: Range<Int>, body: Range<Int>)? {
    guard leaf.kind == .paragraph, leaf.list < 0, leaf.quote < 0 else { return nil }
    return analysis.runInHeading(leaf.block)
  }

  /// What stands around a node.
  private struct Surroundings {
    var list: Document.NodeID = -1
    var item: Document.NodeID = -1
    var depth: Int32 = 0
    var quote: Document.NodeID = -1
    var table: Document.NodeID = -1
    var row: Int32 = -1
    var column: Int32 = -1
    var isHead = false
    var isOrdered = false
    var directive: Int32 = -1
  }

  /// One pass over the nodes, each taking its surroundings from its parent: no recursion.
  private static func leaves(of article: Article) -> [Leaf] {
    let nodes = article.document.nodes
    var around = Array(repeating: Surroundings(), count: nodes.count)
    var directives: [Document.NodeID: Int32] = [:]
    for (index, directive) in article.directives.enumerated() {
      if let block = directive.block { directives[block] = Int32(index) }
    }
    var leaves: [Leaf] = []
    var block = 0
    var lastItem: Document.NodeID = -1
    var mark = 0
    for (index, node) in nodes.enumerated() where !node.kind.isInline {
      let id = Document.NodeID(index)
      var here = node.parent >= 0 ? around[Int(node.parent)] : Surroundings()
      if let directive = directives[id] { here.directive = directive }
      switch node.kind {
      case .list:
        here.list = id
        here.depth += 1
        here.isOrdered = node.detail != Document.ListKind.bullet.rawValue
      case .item: here.item = id
      case .blockQuote: if here.quote < 0 { here.quote = id }
      case .table: here.table = id
      case .tableRow:
        here.isHead = node.detail == 1
        here.row = id
      case .tableCell:
        here.column = node.parent >= 0 ? around[Int(node.parent)].column + 1 : 0
        around[Int(node.parent)].column = here.column
      default: break
      }
      around[index] = here
      guard node.kind.isLeafBlock, block < article.prose.blocks.count,
        article.prose.blocks[block].node == id
      else { continue }
      var leaf = Leaf(block: block, node: id, kind: .paragraph)
      block += 1
      switch node.kind {
      case .heading: leaf.kind = .heading(level: Int(node.detail))
      case .tableCell:
        leaf.kind = .cell(row: Int(here.row), column: Int(here.column), isHead: here.isHead)
      default: break
      }
      leaf.list = here.list
      leaf.item = here.item
      leaf.isItemHead = here.item >= 0 && here.item != lastItem
      if here.item >= 0 { lastItem = here.item }
      leaf.isOrdered = here.isOrdered
      leaf.listDepth = Int(here.depth)
      leaf.quote = here.quote
      leaf.table = here.table
      // A line in bold alone heads what follows it, below any heading proper.
      if leaf.kind == .paragraph, leaf.list < 0, leaf.quote < 0,
        isBoldLine(article.prose.blocks[block - 1].range, article.prose, &mark)
      {
        leaf.kind = .heading(level: 7)
      }
      if here.directive >= 0 { leaf.directive = article.directives[Int(here.directive)].meaning }
      leaves.append(leaf)
    }
    return leaves
  }

  /// Whether a block is one strong run without a final stop or colon.
  ///
  /// - Parameter mark: where to go on looking in `prose.marks`; blocks are asked about in order.
  private static func isBoldLine(_ range: Range<Int>, _ prose: Prose, _ mark: inout Int) -> Bool {
    while mark < prose.marks.count, prose.marks[mark].range.lowerBound < range.lowerBound {
      mark += 1
    }
    guard mark < prose.marks.count, prose.marks[mark].kind == .strong,
      prose.marks[mark].range == range, range.count <= 120, let last = prose.bytes[range].last
    else { return false }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: ":") && last != UInt8(ascii: ",")
  }

  private static func sections(_ leaves: [Leaf]) -> [Section] {
    var sections: [Section] = [Section(heading: nil, level: 0, leaves: 0..<0, parent: nil)]
    // The open sections, outermost first, by index; never more than seven levels and the root.
    var open: [Int] = [0]
    for (index, leaf) in leaves.enumerated() {
      guard case .heading(let level) = leaf.kind, leaf.list < 0, leaf.quote < 0 else {
        sections[sections.count - 1].leaves =
          sections[sections.count - 1].leaves.lowerBound..<index + 1
        continue
      }
      while open.count > 1, sections[open[open.count - 1]].level >= level { open.removeLast() }
      sections.append(
        Section(heading: index, level: level, leaves: index + 1..<index + 1, parent: open.last))
      open.append(sections.count - 1)
    }
    return sections
  }
}
