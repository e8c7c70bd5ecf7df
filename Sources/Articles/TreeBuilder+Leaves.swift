import CCmark
import Diagnostics

extension TreeBuilder {
  /// Gathers the text of a paragraph or heading, to find its inlines in.
  mutating func openLeaf(_ node: OpaquePointer, isHeading: Bool) {
    resetLeaf()
    gatherContent(node, isHeading: isHeading)
    setStart(innermost, content.textOffset(cursor))
  }

  mutating func resetLeaf() {
    content.removeAll()
    cursor = 0
    isPlaced = true
    leafPieces.removeAll(keepingCapacity: true)
    leafLinks.removeAll(keepingCapacity: true)
    autolinkDepth = 0
  }

  mutating func gatherContent(_ node: OpaquePointer, isHeading: Bool) {
    let line = startLine(node)
    let start = startOffset(node, line)
    if isHeading, let range = atxContent(start, lines.ends[line]) {
      content.append(range, of: text)
      content.trimEnd()
      return
    }
    let last = lastLine(node)
    content.append(start..<lines.ends[line], of: text)
    if last > line {
      for line in line + 1...last {
        if isHeading, isUnderline(line) {
          content.trimEnd()
          skipDefinitions()
          if cursor < content.end { return }
        }
        content.appendLineEnd()
        content.append(containers.textStart(ofLine: line)..<lines.ends[line], of: text)
      }
    }
    content.trimEnd()
    skipDefinitions()
  }

  /// Whether a line makes a heading of the lines above it, which go only that far: cmark's end of
  /// such a heading is a line too late.
  private func isUnderline(_ line: Int) -> Bool {
    let end = trimmedEnd(of: lines.ends[line], from: lines.starts[line])
    let before = containers.contentStart(ofLine: line)
    let place = containers.skipBlanks(before, end)
    let start = place.offset
    guard start < end, place.column - before.column < 4,
      text[start] == Byte.equal || text[start] == Byte.hyphen
    else { return false }
    return containers.holds(line: line) && text[start..<end].allSatisfy { $0 == text[start] }
  }

  /// The text of a heading that is written with `#`; nil for one that is underlined.
  private func atxContent(_ start: Int, _ end: Int) -> Range<Int>? {
    var i = start
    while i < end, text[i] == Byte.hash { i += 1 }
    guard (1...6).contains(i - start), i == end || text[i].isBlank else { return nil }
    while i < end, text[i].isBlank { i += 1 }
    let last = trimmedEnd(of: end, from: i)
    var close = last
    while close > i, text[close - 1] == Byte.hash { close -= 1 }
    if close == i { return i..<i }
    return text[close - 1].isBlank ? i..<trimmedEnd(of: close, from: i) : i..<last
  }

  /// cmark takes reference definitions off the front of a paragraph without moving its start.
  private mutating func skipDefinitions() {
    let end = content.end
    cursor = content.bytes.withUnsafeBufferPointer { bytes in
      let syntax = LinkSyntax(bytes: UnsafeBufferPointer(rebasing: bytes[..<end]))
      var place = 0
      while let next = syntax.definitionEnd(at: place) { place = next }
      return place
    }
  }

  mutating func closeLeaf(_ node: OpaquePointer, isHeading: Bool) {
    let id = innermost
    let line = startLine(node)
    if !isPlaced || (!isHeading && cursor < content.end) { unplace(id) }
    keepLeaf()
    var end = content.textEnd(max(isHeading ? cursor : content.end, 0))
    if isHeading {
      let start = startOffset(node, line)
      let isATX = atxContent(start, lines.ends[line]) != nil
      let lastLine = isATX ? line : min(lineOf(end) + 1, lines.ends.count - 1)
      end = trimmedEnd(of: lines.ends[lastLine], from: start)
      if isATX { setStart(id, start) }
    }
    pop(end: end)
  }

  /// Moves the places of a leaf's pieces and links to where they are kept.
  mutating func keepLeaf() {
    if map.edits.isEmpty {
      for var piece in leafPieces {
        piece.sourceStart += UInt32(map.base)
        pieces.append(piece)
      }
    } else {
      for piece in leafPieces { keep(piece) }
    }
    for link in leafLinks {
      links.append(Document.LinkPlace(node: link.node, destination: map.span(link.range)))
    }
  }

  /// Breaks a piece where the text was mended, so that each part is true to the file.
  private mutating func keep(_ piece: LiteralPiece) {
    var start = Int(piece.sourceStart)
    let end = start + Int(piece.sourceLength)
    var literal = piece.start
    var index = map.firstEdit(endingAfter: start)
    guard piece.length == piece.sourceLength, index < map.edits.count, map.edits[index].start < end
    else {
      keepPart(piece, literal, Int(piece.length), start..<end)
      return
    }
    while start < end {
      let edit = index < map.edits.count ? map.edits[index] : nil
      let next: Int
      if let edit, edit.start <= start, edit.end > start {
        next = min(edit.end, end)
        index += 1
      } else if let edit, edit.start < end {
        next = max(edit.start, start)
        if edit.length == 0 { index += 1 }
      } else {
        next = end
      }
      if next > start { keepPart(piece, literal, next - start, start..<next) }
      literal += UInt32(next - start)
      start = next
    }
  }

  private mutating func keepPart(
    _ piece: LiteralPiece, _ literal: UInt32, _ length: Int, _ range: Range<Int>
  ) {
    let span = map.span(range)
    pieces.append(
      LiteralPiece(
        node: piece.node, start: literal, length: UInt32(length), sourceStart: UInt32(span.start),
        sourceLength: UInt32(span.end - span.start)))
  }

  /// Gives all inlines of a block the span of the block: better coarse than wrong.
  mutating func unplace(_ block: Document.NodeID) {
    unplacedBlocks.append(block)
    let range = start(block)..<max(start(block), content.textEnd(content.end))
    leafPieces.removeAll(keepingCapacity: true)
    leafLinks.removeAll(keepingCapacity: true)
    for i in Int(block) + 1..<max(nodes.count, Int(block) + 1) {
      let id = Document.NodeID(i)
      setStart(id, range.lowerBound)
      setEnd(id, range.upperBound)
      let literal = nodes[i].literal
      switch nodes[i].kind {
      case .text, .code:
        leafPieces.append(
          LiteralPiece(
            node: id, start: literal.lowerBound, length: UInt32(literal.count),
            sourceStart: UInt32(range.lowerBound), sourceLength: UInt32(range.count)))
      case .link, .image: leafLinks.append((id, range))
      default: break
      }
    }
    cursor = content.end
  }

  /// The line of a place in the text.
  func lineOf(_ offset: Int) -> Int {
    var low = 0
    var high = lines.starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines.starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
