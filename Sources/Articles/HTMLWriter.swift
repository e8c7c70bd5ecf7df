/// The state of writing one document.
struct HTMLWriter {
  private let renderer: HTMLRenderer
  private let document: Document
  private(set) var html: [UInt8] = []
  private var open: [Document.NodeID] = []
  /// The image whose description is being written, as text alone.
  private var image: Document.NodeID?
  /// Links that are open, and those of them whose tags are left out.
  private var linkDepth = 0
  private var bare: [Document.NodeID] = []
  private var inserter: ProseInserter
  /// The last row written of a table was in its head.
  private var wasHead = false

  init(
    _ renderer: HTMLRenderer, _ document: Document, _ prose: Prose, _ insertions: [ProseInsertion]
  ) {
    self.renderer = renderer
    self.document = document
    inserter = ProseInserter(document, prose, insertions)
    html.reserveCapacity(document.literals.count + document.nodes.count * 8)
  }

  mutating func write(_ root: Document.NodeID) {
    guard root >= 0, Int(root) < document.nodes.count else { return }
    let end = document.endOfSubtree(root)
    var id = root
    while id < end {
      let node = document[id]
      while let last = open.last, last != node.parent { close(last) }
      enter(id, node)
      id += 1
    }
    while let last = open.last { close(last) }
  }

  private mutating func close(_ id: Document.NodeID) {
    open.removeLast()
    leave(id, document[id])
  }

  /// Starts a new line, where that has not been done.
  private mutating func line() {
    if let last = html.last, last != Byte.lf { html.append(Byte.lf) }
  }

  // MARK: Nodes

  private mutating func enter(_ id: Document.NodeID, _ node: Document.Node) {
    if image != nil {
      enterPlain(id, node)
      return
    }
    switch node.kind {
    case .text:
      inserter.write(id, isInLink: linkDepth > 0, into: &html)
    case .softBreak: html.append(Byte.lf)
    case .lineBreak: html.append("<br />\n")
    case .code:
      html.append("<code>")
      html.appendEscaped(document.literal(id))
      html.append("</code>")
    case .htmlInline: writeRaw(id)
    case .codeBlock: writeCodeBlock(id)
    case .htmlBlock:
      line()
      writeRaw(id)
      line()
    case .thematicBreak:
      line()
      html.append("<hr />\n")
    default:
      open.append(id)
      enterContainer(id, node)
    }
  }

  private mutating func enterContainer(_ id: Document.NodeID, _ node: Document.Node) {
    switch node.kind {
    case .blockQuote:
      line()
      html.append("<blockquote>\n")
    case .list: openList(node)
    case .item:
      line()
      html.append("<li>")
    case .heading:
      line()
      html.append("<h")
      html.append(level(node))
      if let name = renderer.headingIDs[id] {
        html.append(" id=\"")
        html.appendEscaped(Array(name.utf8)[...])
        html.append("\"")
      }
      html.append(">")
    case .paragraph:
      if !isTight(node) {
        line()
        html.append("<p>")
      }
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .link: openLink(id)
    case .image: openImage(id)
    case .table, .tableRow, .tableCell: openTablePart(node)
    default: break
    }
  }

  private mutating func leave(_ id: Document.NodeID, _ node: Document.Node) {
    if let image, image != id { return }
    switch node.kind {
    case .blockQuote:
      line()
      html.append("</blockquote>\n")
    case .list:
      html.append(node.detail == Document.ListKind.bullet.rawValue ? "</ul>\n" : "</ol>\n")
    case .item: html.append("</li>\n")
    case .heading:
      html.append("</h")
      html.append(level(node))
      html.append(">\n")
    case .paragraph:
      if !isTight(node) { html.append("</p>\n") }
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .link:
      linkDepth -= 1
      if bare.last == id { bare.removeLast() } else { html.append("</a>") }
    case .image: closeImage(id)
    case .table:
      html.append(wasHead ? "</table>\n" : "</tbody>\n</table>\n")
    case .tableRow:
      html.append(node.detail == 1 ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell: html.append(isInHead(node) ? "</th>\n" : "</td>\n")
    default: break
    }
  }

  /// In the description of an image only letters count.
  private mutating func enterPlain(_ id: Document.NodeID, _ node: Document.Node) {
    switch node.kind {
    case .text, .code, .htmlInline: html.appendEscaped(document.literal(id))
    case .softBreak, .lineBreak: html.append(Byte.space)
    default: open.append(id)
    }
  }

  private func level(_ node: Document.Node) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(max(Int(node.detail) + renderer.headingShift, 1), 6))
  }

  private func isTight(_ node: Document.Node) -> Bool {
    guard node.parent >= 0 else { return false }
    let list = document[node.parent].parent
    return list >= 0 && document[list].kind == .list && document[list].isTight
  }

  private mutating func openList(_ node: Document.Node) {
    line()
    if node.detail == Document.ListKind.bullet.rawValue {
      html.append("<ul>\n")
    } else if node.start == 1 {
      html.append("<ol>\n")
    } else {
      html.append("<ol start=\"")
      html.append(contentsOf: String(node.start).utf8)
      html.append("\">\n")
    }
  }

  private mutating func writeRaw(_ id: Document.NodeID) {
    if renderer.keepsRawHTML {
      html.append(contentsOf: document.literal(id))
    } else {
      html.append("<!-- raw HTML omitted -->")
    }
  }

  private mutating func writeCodeBlock(_ id: Document.NodeID) {
    line()
    let info = document.secondary(id)
    if info.isEmpty {
      html.append("<pre><code>")
    } else {
      html.append("<pre><code class=\"language-")
      html.appendEscaped(info.prefix { !$0.isSpace })
      html.append("\">")
    }
    html.appendEscaped(document.literal(id))
    html.append("</code></pre>\n")
  }

  // MARK: Links and images

  private func target(_ id: Document.NodeID) -> HTMLRenderer.Target? {
    let address = document.literal(id)
    guard let target = renderer.target else { return HTMLRenderer.Target(Array(address)) }
    return target(id, address)
  }

  private mutating func writeAddress(_ address: [UInt8]) {
    if renderer.keepsUnsafeAddresses || !HTMLRenderer.isUnsafe(address) {
      html.appendEscapedAddress(address)
    }
  }

  private mutating func writeTitle(_ id: Document.NodeID) {
    let title = document.secondary(id)
    guard !title.isEmpty else { return }
    html.append("\" title=\"")
    html.appendEscaped(title)
  }

  private mutating func openLink(_ id: Document.NodeID) {
    linkDepth += 1
    guard let target = target(id) else {
      bare.append(id)
      return
    }
    html.append("<a href=\"")
    writeAddress(target.address)
    writeTitle(id)
    html.append("\"")
    html.append(contentsOf: target.attributes)
    html.append(">")
  }

  private mutating func openImage(_ id: Document.NodeID) {
    image = id
    guard let target = target(id) else {
      bare.append(id)
      return
    }
    html.append("<img src=\"")
    writeAddress(target.address)
    html.append("\"")
    html.append(contentsOf: target.attributes)
    html.append(" alt=\"")
  }

  private mutating func closeImage(_ id: Document.NodeID) {
    image = nil
    if bare.last == id {
      bare.removeLast()
      return
    }
    writeTitle(id)
    html.append("\" />")
  }

  // MARK: Tables

  private func isInHead(_ cell: Document.Node) -> Bool { document[cell.parent].detail == 1 }

  private mutating func openTablePart(_ node: Document.Node) {
    switch node.kind {
    case .table:
      line()
      html.append("<table>\n")
      wasHead = true
    case .tableRow:
      if node.detail == 1 {
        html.append("<thead>\n")
      } else if wasHead {
        html.append("<tbody>\n")
        wasHead = false
      }
      html.append("<tr>\n")
    default:
      html.append(isInHead(node) ? "<th scope=\"col\"" : "<td")
      switch Document.Alignment(rawValue: node.detail) {
      case .left: html.append(" class=\"align-left\">")
      case .center: html.append(" class=\"align-center\">")
      case .right: html.append(" class=\"align-right\">")
      default: html.append(">")
      }
    }
  }
}

extension Document {
  /// The node after the last one within a node, in document order.
  package func endOfSubtree(_ id: NodeID) -> NodeID {
    var id = id
    while id >= 0 {
      if self[id].nextSibling >= 0 { return self[id].nextSibling }
      id = self[id].parent
    }
    return NodeID(nodes.count)
  }
}
