import Diagnostics

/// The immutable Markdown tree of one article: nodes in one array in document order, literals in one
/// byte array, and for every node the span of the file that it was written in.
package struct Document: Sendable {
  /// The place of a node in `nodes`.
  package typealias NodeID = Int32

  package enum Kind: UInt8, Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image

    package var isInline: Bool { rawValue >= Kind.text.rawValue }
    /// Whether its children are inlines.
    package var isLeafBlock: Bool { self == .paragraph || self == .heading || self == .tableCell }
  }

  package enum ListKind: UInt8, Sendable { case bullet, period, parenthesis }
  package enum Alignment: UInt8, Sendable { case none, left, center, right }

  package struct Node: Sendable {
    package var kind: Kind
    /// Heading: its level 1...6. List: its `ListKind`. Table cell: its `Alignment`.
    /// Table row: 1 in the head, 0 in the body.
    package var detail: UInt8 = 0
    /// List: whether it is tight.
    package var isTight = false
    /// List: the number that it starts with.
    package var start: Int32 = 0
    package var parent: NodeID = -1
    package var firstChild: NodeID = -1
    package var nextSibling: NodeID = -1
    package var span: SourceSpan
    /// Text, code, HTML: its literal. Link, image: the address. Code block: its literal.
    package var literal: Range<UInt32> = 0..<0
    /// Link, image: the title. Code block: the info string.
    package var secondary: Range<UInt32> = 0..<0

    package init(kind: Kind, span: SourceSpan) {
      self.kind = kind
      self.span = span
    }
  }

  /// Node 0 is the document. A node comes before its children and those before its next sibling.
  package var nodes: [Node]
  /// The bytes that `literal` and `secondary` point into, UTF-8.
  package var literals: [UInt8]
  /// Where the addresses of links and images stand, in order of node.
  package var links: [LinkPlace]

  /// Where the address of a link or image is written: within its parentheses, without `<` and `>`;
  /// for a reference the whole of the link.
  package struct LinkPlace: Hashable, Sendable {
    package var node: NodeID
    package var destination: SourceSpan

    package init(node: NodeID, destination: SourceSpan) {
      self.node = node
      self.destination = destination
    }
  }

  package init(nodes: [Node], literals: [UInt8], links: [LinkPlace] = []) {
    self.nodes = nodes
    self.literals = literals
    self.links = links
  }

  package subscript(id: NodeID) -> Node { nodes[Int(id)] }

  package func children(of id: NodeID) -> Children {
    Children(document: self, first: self[id].firstChild)
  }
  package func literal(_ id: NodeID) -> ArraySlice<UInt8> { slice(self[id].literal) }
  package func secondary(_ id: NodeID) -> ArraySlice<UInt8> { slice(self[id].secondary) }

  private func slice(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
    literals[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The children of a node, first to last.
  package struct Children: Sequence, IteratorProtocol {
    let document: Document
    var upcoming: NodeID

    init(document: Document, first: NodeID) {
      self.document = document
      upcoming = first
    }

    package mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = document[upcoming].nextSibling }
      return upcoming
    }
  }
}
