import Diagnostics
import Glibc

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
  /// The bytes that `literal` and `secondary` point into, UTF-8: these, and behind them `extras`.
  package private(set) var literals: [UInt8]
  /// Of a document that shares its text with the file: what does not stand there as it is.
  private(set) var extras: [UInt8] = []
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
    let (start, end) = (Int(range.lowerBound), Int(range.upperBound))
    if end <= literals.count { return literals[start..<end] }
    return extras[(start - literals.count)..<(end - literals.count)]
  }

  /// The same document with the literals that stand in the file as they are taken from there, so that
  /// they are held once.
  ///
  /// - Parameter source: the bytes that the spans are offsets into.
  package func sharing(_ source: [UInt8]) -> Document {
    guard source.count + literals.count < Int(UInt32.max) else { return self }
    var shared = Document(nodes: nodes, literals: source, links: links)
    var extras: [UInt8] = []
    func place(_ range: Range<UInt32>, near span: SourceSpan?) -> Range<UInt32> {
      if range.isEmpty { return 0..<0 }
      let literal = slice(range)
      if let start = span.flatMap({ Self.start(of: literal, in: source, $0) }) {
        return UInt32(start)..<UInt32(start + literal.count)
      }
      let start = source.count + extras.count
      extras += literal
      return UInt32(start)..<UInt32(start + literal.count)
    }
    for index in nodes.indices {
      let node = nodes[index]
      // An address stands at no fixed place of its node.
      let hasPlace = node.kind != .link && node.kind != .image
      shared.nodes[index].literal = place(node.literal, near: hasPlace ? node.span : nil)
      shared.nodes[index].secondary = place(node.secondary, near: nil)
    }
    shared.extras = extras.withUnsafeBufferPointer { Array($0) }
    return shared
  }

  /// Where a literal stands in the file: at the start of its node, or behind the marks of code.
  private static func start(
    of literal: ArraySlice<UInt8>, in source: [UInt8], _ span: SourceSpan
  ) -> Int? {
    let count = literal.count
    return literal.withUnsafeBytes { literal in
      source.withUnsafeBytes { source in
        (span.start..<span.start + 4).first { start in
          guard start + count <= min(span.end, source.count), let text = literal.baseAddress,
            let place = source.baseAddress
          else { return false }
          return memcmp(place + start, text, count) == 0
        }
      }
    }
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
