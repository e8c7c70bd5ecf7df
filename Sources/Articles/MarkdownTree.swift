import CCmark
import Diagnostics

/// A parsed text: its tree, and where the letters of its literals were written.
package struct MarkdownTree: Sendable {
  package var document: Document
  /// In order of node and place: the stretches of text and code literals and their places.
  var pieces: [LiteralPiece]
  /// Blocks whose inlines could not be found in the file and have the span of their block.
  package var unplacedBlocks: [Document.NodeID]

  /// Parses bytes as CommonMark.
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: the part of `bytes` to parse; all spans are offsets into the whole of `bytes`.
  ///   - tables: whether to read GitHub's tables as well.
  package init(_ bytes: [UInt8], range: Range<Int>? = nil, tables: Bool = false) {
    var range = range ?? 0..<bytes.count
    // cmark leaves out a byte order mark as well, but then counts columns differently.
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = range.dropFirst(3) }
    self = bytes[range].withUnsafeBufferPointer {
      MarkdownTree($0, map: OffsetMap(base: range.lowerBound), tables: tables)
    }
  }

  /// - Parameters:
  ///   - text: UTF-8, as cmark is to see it.
  ///   - map: where that text stands in the file.
  init(_ text: UnsafeBufferPointer<UInt8>, map: OffsetMap, tables: Bool) {
    var builder = TreeBuilder(text, map: map)
    let root = CmarkRoot(parsing: text)
    if tables { builder.planTables(in: root) }
    builder.build(root)
    document = Document(
      nodes: builder.nodes, literals: builder.literals, links: builder.links)
    pieces = builder.pieces
    unplacedBlocks = builder.unplacedBlocks
  }
}

/// A stretch of a literal that was written in one stretch of the file, byte for byte where both
/// are equally long.
struct LiteralPiece: Sendable {
  var node: Document.NodeID
  /// The offset in `Document.literals`.
  var start: UInt32
  var length: UInt32
  var sourceStart: UInt32
  var sourceLength: UInt32
}

/// Owns a tree of cmark.
final class CmarkRoot {
  let node: OpaquePointer

  init(parsing text: UnsafeBufferPointer<UInt8>) {
    let node = text.withMemoryRebound(to: CChar.self) {
      // cmark wants an address even for nothing.
      $0.isEmpty
        ? cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
        : cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
    }
    // cmark ends the program itself where memory runs out, so there always is a tree.
    guard let node else { fatalError("cmark made no tree") }
    self.node = node
  }

  deinit { cmark_node_free(node) }
}
