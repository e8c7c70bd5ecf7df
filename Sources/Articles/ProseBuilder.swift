extension Prose {
  /// Gathers the running text of a parsed file.
  package init(_ tree: MarkdownTree) {
    var builder = ProseBuilder(tree)
    builder.build()
    self = builder.prose
  }
}

/// Writes the text of each paragraph, heading and table cell, one behind another.
private struct ProseBuilder {
  private let nodes: [Document.Node]
  private let literals: [UInt8]
  private let pieces: [LiteralPiece]
  private var nextPiece = 0
  /// The marks that are open, as indices of `prose.marks`.
  private var open: [Int] = []
  /// White space that has not been written yet, since none may stand at an end: where it was.
  private var space: (start: Int, end: Int, node: Document.NodeID)?
  private var blockStart = 0
  var prose = Prose()

  init(_ tree: MarkdownTree) {
    nodes = tree.document.nodes
    literals = tree.document.literals
    pieces = tree.pieces
    prose.bytes.reserveCapacity(literals.count + 16)
    prose.runs.reserveCapacity(pieces.count + pieces.count / 4)
  }

  mutating func build() {
    var i = 0
    while i < nodes.count {
      if nodes[i].kind.isLeafBlock {
        i = buildBlock(i)
      } else {
        i += 1
      }
    }
  }

  /// - Returns: the node after the block and all in it.
  private mutating func buildBlock(_ block: Int) -> Int {
    if !prose.blocks.isEmpty { prose.bytes.append(Byte.lf) }
    blockStart = prose.bytes.count
    space = nil
    var i = block + 1
    while i < nodes.count, nodes[i].kind.isInline {
      let node = nodes[i]
      closeMarks(before: node)
      switch node.kind {
      case .text, .code:
        if node.kind == .code { openMark(i) }
        addPieces(of: Document.NodeID(i))
      case .softBreak, .lineBreak:
        addSpace(node.span.start, node.span.end, Document.NodeID(i))
      case .htmlInline:
        if isLineBreak(node) { addSpace(node.span.start, node.span.end, Document.NodeID(i)) }
      case .image:
        i = skip(i)
        continue
      default:
        openMark(i)
      }
      i += 1
    }
    while let mark = open.popLast() { close(mark) }
    dropEmptyMarks()
    prose.blocks.append(
      Prose.Block(node: Document.NodeID(block), range: blockStart..<prose.bytes.count))
    return i
  }

  /// The node after an image and all in it.
  private mutating func skip(_ image: Int) -> Int {
    var i = image + 1
    while i < nodes.count, nodes[i].kind.isInline, Int(nodes[i].parent) >= image { i += 1 }
    while nextPiece < pieces.count, Int(pieces[nextPiece].node) < i { nextPiece += 1 }
    return i
  }

  /// Whether raw HTML is `<br>` in any form.
  private func isLineBreak(_ node: Document.Node) -> Bool {
    let bytes = literals[Int(node.literal.lowerBound)..<Int(node.literal.upperBound)]
    guard bytes.count >= 4 else { return false }
    let name = bytes.dropFirst()
    return name.prefix(2).elementsEqual([0x62, 0x72]) { $0 | 0x20 == $1 }
      && !name.dropFirst(2).prefix(1).contains { $0.isLetter || $0.isDigit || $0 == Byte.hyphen }
  }

  // MARK: Marks

  private mutating func openMark(_ node: Int) {
    open.append(prose.marks.count)
    prose.marks.append(
      Prose.Mark(kind: nodes[node].kind, range: -1..<0, node: Document.NodeID(node)))
  }

  private mutating func closeMarks(before node: Document.Node) {
    while let mark = open.last, prose.marks[mark].node > node.parent {
      open.removeLast()
      close(mark)
    }
  }

  /// A mark begins with the first letter written since it was opened.
  private mutating func close(_ mark: Int) {
    if prose.marks[mark].range.lowerBound < 0 {
      prose.marks[mark].range = prose.bytes.count..<prose.bytes.count
    } else {
      prose.marks[mark].range = prose.marks[mark].range.lowerBound..<prose.bytes.count
    }
  }

  /// Space before the first word of a mark lies outside of it.
  private mutating func startMarks() {
    for mark in open.reversed() {
      guard prose.marks[mark].range.lowerBound < 0 else { return }
      prose.marks[mark].range = prose.bytes.count..<prose.bytes.count + 1
    }
  }

  private mutating func dropEmptyMarks() {
    var i = prose.marks.count
    while i > 0, prose.marks[i - 1].range.lowerBound >= blockStart { i -= 1 }
    guard prose.marks[i...].contains(where: { $0.range.isEmpty }) else { return }
    prose.marks.replaceSubrange(i..., with: prose.marks[i...].filter { !$0.range.isEmpty })
  }

  // MARK: Text

  private mutating func addPieces(of node: Document.NodeID) {
    while nextPiece < pieces.count, pieces[nextPiece].node < node { nextPiece += 1 }
    while nextPiece < pieces.count, pieces[nextPiece].node == node {
      add(pieces[nextPiece])
      nextPiece += 1
    }
  }

  private mutating func add(_ piece: LiteralPiece) {
    let source = Int(piece.sourceStart)
    let start = Int(piece.start)
    let end = start + Int(piece.length)
    guard piece.length == piece.sourceLength else {
      addWhole(piece)
      return
    }
    var i = start
    while i < end {
      let spaceEnd = endOfSpace(i, end)
      if spaceEnd > i {
        addSpace(source + i - start, source + spaceEnd - start, piece.node)
        i = spaceEnd
        continue
      }
      let next = endOfText(i, end)
      writeSpace()
      startMarks()
      addRun(i..<next, source: source + i - start, next - i, piece.node)
      i = next
    }
  }

  /// A character reference, an escape, or text whose places are not known.
  private mutating func addWhole(_ piece: LiteralPiece) {
    let source = Int(piece.sourceStart)
    let start = Int(piece.start)
    let end = start + Int(piece.length)
    if endOfSpace(start, end) == end {
      addSpace(source, source + Int(piece.sourceLength), piece.node)
      return
    }
    var collapsed: [UInt8] = []
    var i = start
    while i < end {
      let spaceEnd = endOfSpace(i, end)
      if spaceEnd > i {
        if !collapsed.isEmpty, spaceEnd < end { collapsed.append(Byte.space) }
        i = spaceEnd
      } else {
        collapsed.append(literals[i])
        i += 1
      }
    }
    writeSpace()
    startMarks()
    prose.runs.append(
      Prose.Run(
        start: prose.bytes.count, length: collapsed.count, sourceStart: source,
        sourceLength: Int(piece.sourceLength), node: piece.node))
    prose.bytes.append(contentsOf: collapsed)
  }

  /// White space, no-break spaces included.
  private func endOfSpace(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      if literals[i].isSpace {
        i += 1
      } else if literals[i] == 0xC2, i + 1 < end, literals[i + 1] == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    return i
  }

  /// As far as the text can be taken as it is: words with single spaces between them.
  private func endOfText(_ start: Int, _ end: Int) -> Int {
    literals.withUnsafeBufferPointer { literals in
      var i = start
      while i < end {
        let byte = literals[i]
        if byte > 0x20, byte != 0xC2 {
          i += 1
        } else if byte == 0xC2 {
          if i + 1 < end, literals[i + 1] == 0xA0 { break }
          i += 1
        } else if byte == Byte.space, i + 1 < end, literals[i + 1] > 0x20, literals[i + 1] != 0xC2 {
          i += 2
        } else if byte.isSpace {
          break
        } else {
          i += 1
        }
      }
      return i
    }
  }

  private mutating func addSpace(_ start: Int, _ end: Int, _ node: Document.NodeID) {
    guard let space else {
      self.space = (start, end, node)
      return
    }
    self.space = (space.start, max(space.end, end), space.node)
  }

  /// Writes the one space that stands for all white space since the last word.
  private mutating func writeSpace() {
    guard let space else { return }
    self.space = nil
    guard prose.bytes.count > blockStart else { return }
    prose.runs.append(
      Prose.Run(
        start: prose.bytes.count, length: 1, sourceStart: space.start,
        sourceLength: space.end - space.start, node: space.node))
    prose.bytes.append(Byte.space)
  }

  private mutating func addRun(
    _ range: Range<Int>, source: Int, _ sourceLength: Int, _ node: Document.NodeID
  ) {
    prose.runs.append(
      Prose.Run(
        start: prose.bytes.count, length: range.count, sourceStart: source,
        sourceLength: sourceLength, node: node))
    prose.bytes.append(contentsOf: literals[range])
  }
}
