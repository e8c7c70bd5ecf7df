import CCmark
import Glibc

extension TreeBuilder {
  /// Takes in one step of the walk over the inlines of a leaf block, and finds it at the cursor.
  mutating func inline(_ node: OpaquePointer, _ type: cmark_node_type, isEntering: Bool) {
    switch type {
    case CMARK_NODE_TEXT: literalInline(.text, node) { $0.matchText($1, $2) }
    case CMARK_NODE_CODE: literalInline(.code, node) { $0.matchCode($1, $2) }
    case CMARK_NODE_HTML_INLINE: literalInline(.htmlInline, node) { $0.matchHTML($1, $2) }
    case CMARK_NODE_SOFTBREAK: breakInline(.softBreak)
    case CMARK_NODE_LINEBREAK: breakInline(.lineBreak)
    case CMARK_NODE_EMPH: wrap(.emphasis, node, isEntering) { $0.skipDelimiters(1) }
    case CMARK_NODE_STRONG: wrap(.strong, node, isEntering) { $0.skipDelimiters(2) }
    case CMARK_NODE_LINK: link(.link, node, isEntering)
    case CMARK_NODE_IMAGE: link(.image, node, isEntering)
    default: isPlaced = false
    }
  }

  private var here: Int { mutating get { content.textOffset(min(cursor, content.end)) } }

  private mutating func literalInline(
    _ kind: Document.Kind, _ node: OpaquePointer,
    _ match: (inout TreeBuilder, Document.NodeID, Range<UInt32>) -> Bool
  ) {
    let start = here
    let id = append(kind, start..<start)
    let literal = addLiteral(cmark_node_get_literal(node))
    nodes[Int(id)].literal = literal
    guard isPlaced else { return }
    isPlaced = match(&self, id, literal)
    setEnd(id, max(start, content.textEnd(cursor)))
  }

  private mutating func breakInline(_ kind: Document.Kind) {
    let start = here
    let id = append(kind, start..<start)
    guard isPlaced else { return }
    isPlaced = skipBreak(isHard: kind == .lineBreak)
    setEnd(id, max(start, here))
  }

  private mutating func wrap(
    _ kind: Document.Kind, _ node: OpaquePointer, _ isEntering: Bool,
    _ skip: (inout TreeBuilder) -> Bool
  ) {
    if isEntering {
      let start = here
      push(append(kind, start..<start))
      if isPlaced { isPlaced = skip(&self) }
    } else {
      if isPlaced { isPlaced = skip(&self) }
      pop(end: content.textEnd(min(cursor, content.end)))
    }
  }

  private mutating func skipDelimiters(_ count: Int) -> Bool {
    guard cursor + count <= content.end else { return false }
    for byte in content.bytes[cursor..<cursor + count]
    where byte != Byte.star && byte != Byte.underscore { return false }
    cursor += count
    return true
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard cursor < content.end, content.bytes[cursor] == byte else { return false }
    cursor += 1
    return true
  }

  private mutating func skipBreak(isHard: Bool) -> Bool {
    let isEscaped = isHard && cursor < content.end && content.bytes[cursor] == Byte.backslash
    if isEscaped { cursor += 1 }
    while cursor < content.end, content.bytes[cursor].isSpace, !content.bytes[cursor].isLineEnd {
      cursor += 1
    }
    guard cursor < content.end, content.bytes[cursor].isLineEnd else { return false }
    cursor += lineEndLength(cursor)
    // cmark takes the blanks of a lazy line for text after a backslash.
    while !isEscaped, cursor < content.end, content.bytes[cursor].isBlank { cursor += 1 }
    return true
  }

  private func lineEndLength(_ offset: Int) -> Int {
    content.bytes[offset] == Byte.cr && offset + 1 < content.bytes.count
      && content.bytes[offset + 1] == Byte.lf ? 2 : 1
  }

  // MARK: Links

  private mutating func link(_ kind: Document.Kind, _ node: OpaquePointer, _ isEntering: Bool) {
    if isEntering {
      let start = here
      let id = append(kind, start..<start)
      push(id)
      nodes[Int(id)].literal = addLiteral(cmark_node_get_url(node))
      nodes[Int(id)].secondary = addLiteral(cmark_node_get_title(node))
      guard isPlaced else { return }
      if kind == .image {
        isPlaced = skip(Byte.bang) && skip(Byte.openBracket)
      } else if skip(Byte.less) {
        autolinkDepth = open.count
      } else {
        isPlaced = skip(Byte.openBracket)
      }
      return
    }
    let id = innermost
    if isPlaced { isPlaced = closeLink(id) }
    pop(end: content.textEnd(min(cursor, content.end)))
  }

  private mutating func closeLink(_ id: Document.NodeID) -> Bool {
    if autolinkDepth == open.count {
      autolinkDepth = 0
      let end = content.textEnd(cursor)
      guard skip(Byte.greater) else { return false }
      let start = start(id) + 1
      leafLinks.append((id, start..<max(start, end)))
      return true
    }
    guard cursor < content.end, content.bytes[cursor] == Byte.closeBracket else { return false }
    let cursor = cursor
    let end = content.end
    let tail = content.bytes.withUnsafeBufferPointer {
      LinkSyntax(bytes: UnsafeBufferPointer(rebasing: $0[..<end])).tail(at: cursor)
    }
    self.cursor = tail.end
    let start = start(id)
    if let destination = tail.destination {
      let first = content.textOffset(destination.lowerBound)
      let last =
        destination.isEmpty ? first : content.textEnd(destination.upperBound)
      leafLinks.append((id, first..<max(first, last)))
    } else {
      leafLinks.append((id, start..<max(start, content.textEnd(tail.end))))
    }
    return true
  }

  // MARK: Literals

  private mutating func matchHTML(_ id: Document.NodeID, _ literal: Range<UInt32>) -> Bool {
    let count = literal.count
    guard cursor + count <= content.end,
      content.bytes[cursor..<cursor + count].elementsEqual(slice(literal))
    else { return false }
    cursor += count
    return true
  }

  private func slice(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
    literals[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Finds a text: plain bytes, escaped punctuation and character references.
  private mutating func matchText(_ id: Document.NodeID, _ literal: Range<UInt32>) -> Bool {
    var i = Int(literal.lowerBound)
    let limit = Int(literal.upperBound)
    let end = content.end
    var plainStart = i
    while i < limit {
      guard cursor < end else { return false }
      let byte = content.bytes[cursor]
      if byte == Byte.backslash, autolinkDepth == 0, cursor + 1 < end,
        content.bytes[cursor + 1].isPunctuation
      {
        guard literals[i] == content.bytes[cursor + 1] else { return false }
        addPlain(id, plainStart..<i, endingAt: cursor)
        addPiece(id, i..<i + 1, cursor..<cursor + 2)
        i += 1
        cursor += 2
        plainStart = i
      } else if byte == Byte.ampersand || byte == 0, let (length, decoded) = reference(at: cursor) {
        guard i + decoded.count <= limit, literals[i..<i + decoded.count].elementsEqual(decoded)
        else { return false }
        addPlain(id, plainStart..<i, endingAt: cursor)
        addPiece(id, i..<i + decoded.count, cursor..<cursor + length)
        i += decoded.count
        cursor += length
        plainStart = i
      } else {
        guard literals[i] == byte else { return false }
        i += 1
        cursor += 1
      }
    }
    addPlain(id, plainStart..<limit, endingAt: cursor)
    return true
  }

  /// Finds a code span: backticks, what is between them with line endings as spaces, less one space
  /// on both sides, and as many backticks.
  private mutating func matchCode(_ id: Document.NodeID, _ literal: Range<UInt32>) -> Bool {
    let end = content.end
    let open = backticks(at: cursor)
    guard open > 0 else { return false }
    let start = cursor + open
    var close = start
    while close < end {
      let count = backticks(at: close)
      if count == open { break }
      close += max(count, 1)
    }
    guard close < end else { return false }
    var i = start
    var skipped = -1
    var at = Int(literal.lowerBound)
    let limit = Int(literal.upperBound)
    if isPadded(start..<close) { skipped = start }
    var plain = (literal: at, content: i)
    while i < close {
      let byte = content.bytes[i]
      let length = byte.isLineEnd ? lineEndLength(i) : 1
      let isLast = skipped >= 0 && i + length == close
      if i == skipped || isLast || byte.isLineEnd {
        addPlain(id, plain.literal..<at, endingAt: i)
        if i != skipped, !isLast {
          guard at < limit, literals[at] == Byte.space else { return false }
          addPiece(id, at..<at + 1, i..<i + length)
          at += 1
        }
        i += length
        plain = (at, i)
        continue
      }
      if byte == 0 {
        guard let (_, decoded) = reference(at: i), at + 3 <= limit,
          literals[at..<at + 3].elementsEqual(decoded)
        else { return false }
        addPlain(id, plain.literal..<at, endingAt: i)
        addPiece(id, at..<at + 3, i..<i + 1)
        at += 3
        i += 1
        plain = (at, i)
        continue
      }
      guard at < limit, literals[at] == byte else { return false }
      at += 1
      i += 1
    }
    guard at == limit else { return false }
    addPlain(id, plain.literal..<at, endingAt: i)
    cursor = close + open
    return true
  }

  /// Whether one space is taken off both ends of a code span.
  private func isPadded(_ range: Range<Int>) -> Bool {
    let bytes = content.bytes[range]
    guard let first = bytes.first, let last = bytes.last else { return false }
    return (first == Byte.space || first.isLineEnd) && (last == Byte.space || last.isLineEnd)
      && bytes.contains { $0 != Byte.space && !$0.isLineEnd }
  }

  private func backticks(at offset: Int) -> Int {
    var i = offset
    while i < content.end, content.bytes[i] == Byte.backtick { i += 1 }
    return i - offset
  }

  // MARK: Pieces

  /// Notes bytes that stand in the literal as they stand in the text.
  private mutating func addPlain(_ id: Document.NodeID, _ literal: Range<Int>, endingAt end: Int) {
    var start = end - literal.count
    var at = literal.lowerBound
    while start < end {
      let next = min(content.segmentEnd(start), end)
      let source = content.textOffset(start)
      addPiece(id, at..<at + next - start, source: source..<source + next - start)
      at += next - start
      start = next
    }
  }

  private mutating func addPiece(
    _ id: Document.NodeID, _ literal: Range<Int>, _ content: Range<Int>
  ) {
    let start = self.content.textOffset(content.lowerBound)
    addPiece(
      id, literal, source: start..<max(start, self.content.textEnd(content.upperBound)))
  }

  private mutating func addPiece(
    _ id: Document.NodeID, _ literal: Range<Int>, source: Range<Int>
  ) {
    leafPieces.append(
      LiteralPiece(
        node: id, start: UInt32(literal.lowerBound), length: UInt32(literal.count),
        sourceStart: UInt32(source.lowerBound), sourceLength: UInt32(source.count)))
  }

  // MARK: Character references

  /// What a character reference stands for, and how long it is; nil where there is none.
  private mutating func reference(at offset: Int) -> (Int, [UInt8])? {
    if content.bytes[offset] == 0 { return (1, [0xEF, 0xBF, 0xBD]) }
    var i = offset + 1
    let end = min(content.end, offset + 34)
    if i < end, content.bytes[i] == Byte.hash { i += 1 }
    while i < end, content.bytes[i].isDigit || content.bytes[i].isLetter { i += 1 }
    guard i < end, content.bytes[i] == Byte.semicolon, i > offset + 1 else { return nil }
    let written = Array(content.bytes[offset...i])
    let decoded: [UInt8]
    if let known = entities[written] {
      decoded = known
    } else {
      decoded = Self.decode(written)
      entities[written] = decoded
    }
    return decoded.isEmpty ? nil : (written.count, decoded)
  }

  /// Asks cmark itself what a reference stands for; nothing where it takes it for text.
  private static func decode(_ written: [UInt8]) -> [UInt8] {
    let root = written.withUnsafeBufferPointer { CmarkRoot(parsing: $0) }
    guard let paragraph = cmark_node_first_child(root.node),
      let text = cmark_node_first_child(paragraph), let literal = cmark_node_get_literal(text)
    else { return [] }
    let decoded = Array(UnsafeBufferPointer(start: literal, count: strlen(literal)))
      .map { UInt8(bitPattern: $0) }
    return decoded == written ? [] : decoded
  }
}
