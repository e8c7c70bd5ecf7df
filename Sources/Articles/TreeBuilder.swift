import CCmark
import Diagnostics
import Glibc

/// Makes a `Document` of cmark's tree, in one walk without recursion, and finds the true place of
/// each node. The places of blocks come from cmark, mended where it is known to be wrong; those of
/// inlines from reading the text again beside the tree, byte for byte.
struct TreeBuilder {
  let text: UnsafeBufferPointer<UInt8>
  let map: OffsetMap
  var containers: ContainerStack

  var nodes: [Document.Node] = []
  var literals: [UInt8] = []
  var pieces: [LiteralPiece] = []
  var links: [Document.LinkPlace] = []
  var unplacedBlocks: [Document.NodeID] = []

  /// The open nodes, outermost first, and the last child of each so far.
  private(set) var open: [Document.NodeID] = []
  private var lastChild: [Document.NodeID] = []
  /// Start and end of each node in `text`.
  private var ends: [Int] = []
  private var starts: [Int] = []

  var content = LeafContent()
  /// How far the inlines of the open leaf block have been found in `content`.
  var cursor = 0
  var isPlaced = true
  /// The places of the pieces and links of the open leaf block, kept back until all is verified.
  var leafPieces: [LiteralPiece] = []
  var leafLinks: [(node: Document.NodeID, range: Range<Int>)] = []
  var autolinkDepth = 0
  var entities: [[UInt8]: [UInt8]] = [:]

  var tables: [OpaquePointer: TablePlan] = [:]
  var cellRoot: CmarkRoot?
  var nextCell: OpaquePointer?

  init(_ text: UnsafeBufferPointer<UInt8>, map: OffsetMap) {
    self.text = text
    self.map = map
    containers = ContainerStack(text)
    nodes.reserveCapacity(text.count / 24 + 8)
    literals.reserveCapacity(text.count)
    pieces.reserveCapacity(text.count / 48 + 8)
  }

  var lines: TextLines { containers.lines }

  // MARK: Nodes

  /// Adds a node to the innermost open one.
  mutating func append(_ kind: Document.Kind, _ range: Range<Int>) -> Document.NodeID {
    let id = Document.NodeID(nodes.count)
    var node = Document.Node(kind: kind, span: SourceSpan(at: 0))
    if let parent = open.last {
      node.parent = parent
      let last = lastChild[lastChild.count - 1]
      if last < 0 {
        nodes[Int(parent)].firstChild = id
      } else {
        nodes[Int(last)].nextSibling = id
      }
      lastChild[lastChild.count - 1] = id
    }
    nodes.append(node)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
    return id
  }

  mutating func push(_ id: Document.NodeID) {
    open.append(id)
    lastChild.append(-1)
  }

  /// Closes the innermost open node; it ends no sooner than its last child.
  mutating func pop(end: Int) {
    guard let id = open.popLast(), let last = lastChild.popLast() else { return }
    let inner = last < 0 ? 0 : ends[Int(last)]
    ends[Int(id)] = max(end, inner, ends[Int(id)], starts[Int(id)])
  }

  func start(_ id: Document.NodeID) -> Int { starts[Int(id)] }
  mutating func setStart(_ id: Document.NodeID, _ offset: Int) { starts[Int(id)] = offset }
  mutating func setEnd(_ id: Document.NodeID, _ offset: Int) { ends[Int(id)] = offset }
  var innermost: Document.NodeID { open.last ?? 0 }

  mutating func addLiteral(_ string: UnsafePointer<CChar>?) -> Range<UInt32> {
    guard let string else { return 0..<0 }
    let start = UInt32(literals.count)
    let count = strlen(string)
    guard count > 0 else { return start..<start }
    string.withMemoryRebound(to: UInt8.self, capacity: count) {
      literals.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
    return start..<UInt32(literals.count)
  }

  // MARK: The walk

  mutating func build(_ root: CmarkRoot) {
    guard let iterator = cmark_iter_new(root.node) else { return }
    defer { cmark_iter_free(iterator) }
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) {
        let type = cmark_node_get_type(node)
        if type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue {
          inline(node, type, isEntering: event == CMARK_EVENT_ENTER)
        } else if event == CMARK_EVENT_ENTER {
          if let table = tables[node] {
            build(table, of: node)
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
          } else {
            enterBlock(node, type)
          }
        } else {
          exitBlock(node, type)
        }
      }
      event = cmark_iter_next(iterator)
    }
    for i in nodes.indices {
      nodes[i].span = map.span(starts[i]..<max(starts[i], ends[i]))
    }
  }

  private mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    let line = startLine(node)
    let start = startOffset(node, line)
    switch type {
    case CMARK_NODE_DOCUMENT:
      push(append(.document, 0..<text.count))
    case CMARK_NODE_BLOCK_QUOTE:
      containers.pushQuote(line: line, at: start)
      push(append(.blockQuote, start..<min(start + 1, text.count)))
    case CMARK_NODE_LIST:
      let id = append(.list, start..<start)
      nodes[Int(id)].detail = listKind(node).rawValue
      nodes[Int(id)].isTight = cmark_node_get_list_tight(node) != 0
      nodes[Int(id)].start = cmark_node_get_list_start(node)
      push(id)
    case CMARK_NODE_ITEM:
      push(append(.item, start..<containers.pushItem(line: line, at: start)))
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      let isHeading = type == CMARK_NODE_HEADING
      let id = append(isHeading ? .heading : .paragraph, start..<start)
      if isHeading { nodes[Int(id)].detail = UInt8(clamping: cmark_node_get_heading_level(node)) }
      push(id)
      openLeaf(node, isHeading: isHeading)
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      let isCode = type == CMARK_NODE_CODE_BLOCK
      let id = append(isCode ? .codeBlock : .htmlBlock, start..<start)
      let literal = addLiteral(cmark_node_get_literal(node))
      nodes[Int(id)].literal = literal
      if isCode { nodes[Int(id)].secondary = addLiteral(cmark_node_get_fence_info(node)) }
      setEnd(id, literalBlockEnd(literal, line: line, start: start, node))
    default:
      let end = trimmedEnd(of: lines.ends[line], from: start)
      _ = append(.thematicBreak, start..<end)
    }
  }

  private mutating func exitBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE:
      containers.pop()
      pop(end: cmarkEnd(node, from: start(innermost)))
    case CMARK_NODE_ITEM:
      containers.pop()
      pop(end: 0)
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      closeLeaf(node, isHeading: type == CMARK_NODE_HEADING)
    default:
      pop(end: 0)
    }
  }

  private func listKind(_ node: OpaquePointer) -> Document.ListKind {
    if cmark_node_get_list_type(node) == CMARK_BULLET_LIST { return .bullet }
    return cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? .parenthesis : .period
  }

  // MARK: Places of blocks

  /// The line that a block starts on, from 0.
  func startLine(_ node: OpaquePointer) -> Int {
    min(max(Int(cmark_node_get_start_line(node)) - 1, 0), lines.starts.count - 1)
  }

  func startOffset(_ node: OpaquePointer, _ line: Int) -> Int {
    let column = max(Int(cmark_node_get_start_column(node)) - 1, 0)
    return min(lines.starts[line] + column, lines.ends[line])
  }

  func lastLine(_ node: OpaquePointer) -> Int {
    min(max(Int(cmark_node_get_end_line(node)) - 1, startLine(node)), lines.starts.count - 1)
  }

  func trimmedEnd(of end: Int, from start: Int) -> Int {
    var end = end
    while end > start, text[end - 1].isSpace { end -= 1 }
    return end
  }

  private func cmarkEnd(_ node: OpaquePointer, from start: Int) -> Int {
    let line = lastLine(node)
    let end = lines.starts[line] + max(Int(cmark_node_get_end_column(node)), 0)
    return trimmedEnd(of: min(end, lines.ends[line]), from: start)
  }

  /// cmark's ends of code and HTML blocks are off by a line in some cases; their lines are counted.
  private func literalBlockEnd(
    _ literal: Range<UInt32>, line: Int, start: Int, _ node: OpaquePointer
  ) -> Int {
    let bytes = literals[Int(literal.lowerBound)..<Int(literal.upperBound)]
    var count = 0
    var wasReturn = false
    for byte in bytes {
      if byte == Byte.cr || (byte == Byte.lf && !wasReturn) { count += 1 }
      wasReturn = byte == Byte.cr
    }
    if let last = bytes.last, !last.isLineEnd { count += 1 }
    var lastLine = line + max(count, 1) - 1
    if let fence = fenceLength(start, lines.ends[line]), !isIndentedCode(bytes, start, line) {
      lastLine = line + count
      if closesFence(line: lastLine + 1, like: text[start], length: fence, in: node) {
        lastLine += 1
      }
    }
    lastLine = min(lastLine, lines.ends.count - 1)
    return trimmedEnd(of: lines.ends[lastLine], from: start)
  }

  private func fenceLength(_ start: Int, _ end: Int) -> Int? {
    guard start < end, text[start] == Byte.backtick || text[start] == Byte.tilde else { return nil }
    var i = start
    while i < end, text[i] == text[start] { i += 1 }
    return i - start >= 3 ? i - start : nil
  }

  /// Whether the literal begins on the very line of the block, which no fenced code does.
  private func isIndentedCode(_ literal: ArraySlice<UInt8>, _ start: Int, _ line: Int) -> Bool {
    let before = containers.contentStart(ofLine: line)
    let indent = containers.skipBlanks(before, lines.ends[line]).column - before.column
    return indent >= 4 && literal.starts(with: text[start..<lines.ends[line]])
  }

  private func closesFence(line: Int, like fence: UInt8, length: Int, in node: OpaquePointer)
    -> Bool
  {
    guard line <= lastLine(node), containers.holds(line: line) else { return false }
    let place = containers.contentStart(ofLine: line)
    let end = trimmedEnd(of: lines.ends[line], from: lines.starts[line])
    let start = containers.skipBlanks(place, end).offset
    return end - start >= length && text[start..<end].allSatisfy { $0 == fence }
  }
}
