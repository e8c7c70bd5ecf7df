import Articles
import Diagnostics

/// A part of an article that is translated as one: a title, a heading, a paragraph, a list item, the
/// row of a table. How the file is laid out (line breaks, which bullets, how a number is written) does
/// not change it.
package struct ArticleBlock: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case title, description, heading, paragraph, code, html
    case listItem = "list item"
    case tableRow = "table row"
  }

  package var kind: Kind
  /// Heading: its level. Other blocks: how many lists and quotes they stand in.
  package var level: Int
  /// Its words with emphasis, links and images as Markdown, white space collapsed to single spaces.
  package var text: String
  /// Where it stands in the file, from its first letter to its last.
  package var span: SourceSpan
  /// The node of the document that it is; nil for what the front matter says.
  package var node: Document.NodeID?

  package init(
    kind: Kind, level: Int, text: String, span: SourceSpan, node: Document.NodeID? = nil
  ) {
    self.kind = kind
    self.level = level
    self.text = text
    self.span = span
    self.node = node
  }
}

extension Article {
  /// The blocks in the order in which they stand. Comments are not among them.
  package var blocks: [ArticleBlock] {
    var blocks: [ArticleBlock] = []
    let front = [
      (ArticleBlock.Kind.title, "title", frontMatter.title),
      (.description, "description", frontMatter.description),
    ]
    for (kind, key, value) in front {
      guard let value, !value.isEmpty else { continue }
      blocks.append(
        ArticleBlock(
          kind: kind, level: 0, text: value, span: frontMatter.places[key] ?? SourceSpan(at: 0)))
    }
    var depths = [Int](repeating: 0, count: document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      let parent = Int(node.parent)
      let above = parent >= 0 ? depths[parent] : 0
      let nests = node.kind == .list || node.kind == .blockQuote
      depths[index] = nests ? above + 1 : above
      guard let block = block(Document.NodeID(index), node, depth: above) else { continue }
      blocks.append(block)
    }
    return blocks
  }

  private func block(_ id: Document.NodeID, _ node: Document.Node, depth: Int) -> ArticleBlock? {
    var level = depth
    let kind: ArticleBlock.Kind
    switch node.kind {
    case .heading:
      kind = .heading
      level = Int(node.detail)
    case .paragraph: kind = isFirstInItem(id, node) ? .listItem : .paragraph
    case .tableRow: kind = .tableRow
    case .codeBlock: kind = .code
    case .htmlBlock: kind = .html
    default: return nil
    }
    var writer = BlockText(document)
    switch kind {
    case .tableRow: writer.writeCells(of: id)
    case .code, .html: writer.writeLiteral(of: id)
    default: writer.writeInlines(of: id)
    }
    let text = writer.finish()
    if text.isEmpty || (kind == .html && text.hasPrefix("<!--")) { return nil }
    return ArticleBlock(kind: kind, level: level, text: text, span: node.span, node: id)
  }

  private func isFirstInItem(_ id: Document.NodeID, _ node: Document.Node) -> Bool {
    node.parent >= 0 && document[node.parent].kind == .item
      && document[node.parent].firstChild == id
  }
}

/// Writes the inlines of a block as one line.
private struct BlockText {
  private let document: Document
  private var bytes: [UInt8] = []

  init(_ document: Document) { self.document = document }

  mutating func writeLiteral(of id: Document.NodeID) { bytes += document.literal(id) }

  mutating func writeCells(of row: Document.NodeID) {
    for (number, cell) in document.children(of: row).enumerated() {
      if number > 0 { bytes += " | ".utf8 }
      writeInlines(of: cell)
    }
  }

  mutating func writeInlines(of block: Document.NodeID) {
    // Inlines may be nested deeper than the stack allows, so that this is no recursion.
    var current = document[block].firstChild
    var open: [Document.NodeID] = []
    while true {
      if current < 0 {
        guard let closed = open.popLast() else { return }
        close(closed)
        current = document[closed].nextSibling
        continue
      }
      start(current)
      if document[current].firstChild >= 0 {
        open.append(current)
        current = document[current].firstChild
      } else {
        if isSpan(current) { close(current) }
        current = document[current].nextSibling
      }
    }
  }

  private func isSpan(_ id: Document.NodeID) -> Bool {
    switch document[id].kind {
    case .emphasis, .strong, .link, .image: true
    default: false
    }
  }

  private mutating func start(_ id: Document.NodeID) {
    switch document[id].kind {
    case .text, .htmlInline: bytes += document.literal(id)
    case .code: bytes += "`".utf8 + document.literal(id) + "`".utf8
    case .softBreak, .lineBreak: bytes.append(0x20)
    case .emphasis: bytes += "*".utf8
    case .strong: bytes += "**".utf8
    case .link: bytes += "[".utf8
    case .image: bytes += "![".utf8
    default: break
    }
  }

  private mutating func close(_ id: Document.NodeID) {
    switch document[id].kind {
    case .emphasis: bytes += "*".utf8
    case .strong: bytes += "**".utf8
    case .link, .image: bytes += "](".utf8 + document.literal(id) + ")".utf8
    default: break
    }
  }

  /// White space collapsed to single spaces, none at the ends.
  func finish() -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}
