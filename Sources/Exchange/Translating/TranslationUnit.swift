import Articles
import Diagnostics
import Knowledge

/// A block of an article as a translator gets it, and where it is written.
package struct TranslationUnit: Sendable {
  package let block: ArticleBlock
  /// The bytes of the article's file that a translation takes the place of: the words with their markup,
  /// without what makes them a heading, an item or a row.
  package let content: Range<Int>
  /// What is to be translated, as Markdown without line breaks that mean nothing, UTF-8; nil where
  /// there is nothing to translate, as in code.
  package let message: [UInt8]?
  /// What tells this message from an equal one: the heading that it stands under. Nil where it needs none.
  package fileprivate(set) var context: [UInt8]?
  /// How many quotations it stands in.
  let quotes: Int

  /// Whether both are written alike: as a heading of the same level, an item of the same depth.
  func hasShape(of other: TranslationUnit) -> Bool {
    block.kind == other.block.kind && block.level == other.block.level && quotes == other.quotes
  }

  package var isFrontMatter: Bool { block.kind == .title || block.kind == .description }

  package var key: Catalogue.Key? {
    message.map { Catalogue.Key(context: context, text: $0) }
  }
}

extension Article {
  /// The blocks as translators get them, in the order of `blocks`.
  package var translationUnits: [TranslationUnit] {
    var quotes = [Int](repeating: 0, count: document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      let above = node.parent >= 0 ? quotes[Int(node.parent)] : 0
      quotes[index] = node.kind == .blockQuote ? above + 1 : above
    }
    let words = document.nodesWithWords
    var units = blocks.map { block in
      guard let node = block.node else { return frontMatterUnit(block) }
      return unit(block, quotes: quotes[Int(node)], hasWords: words.contains(node))
    }
    Self.name(&units)
    return units
  }

  private func frontMatterUnit(_ block: ArticleBlock) -> TranslationUnit {
    let value = FrontMatterText(source.bytes, end: bodyStart).value(after: block.span)
    return TranslationUnit(
      block: block, content: value ?? block.span.end..<block.span.end,
      message: value == nil ? nil : UnitText.line(Array(block.text.utf8)), context: nil, quotes: 0)
  }

  private func unit(_ block: ArticleBlock, quotes: Int, hasWords: Bool) -> TranslationUnit {
    let range = block.span.range.clamped(to: 0..<source.bytes.count)
    let bytes = source.bytes
    let content: Range<Int>
    var message: [UInt8]?
    switch block.kind {
    case .heading:
      content = HeadingText.content(bytes, range)
      message = UnitText.folded(bytes[content], quotes: quotes)
    case .tableRow:
      content = range
      message = TableRowText(bytes[range]).message
    case .code, .html: content = range
    default:
      content = range
      message = UnitText.folded(bytes[range], quotes: quotes)
    }
    return TranslationUnit(
      block: block, content: content, message: hasWords ? message : nil, context: nil,
      quotes: quotes)
  }

  /// Gives each message its context: the heading above it, with a number where that is not enough.
  private static func name(_ units: inout [TranslationUnit]) {
    var headings = [[UInt8]?](repeating: nil, count: 7)
    var uses: [Catalogue.Key: Int] = [:]
    for i in units.indices {
      let unit = units[i]
      var context = headings.last { $0 != nil } ?? nil
      switch unit.block.kind {
      case .title, .description: context = Array(unit.block.kind.rawValue.utf8)
      case .heading:
        let level = min(max(unit.block.level, 1), 6)
        for deeper in level...6 { headings[deeper] = nil }
        context = headings.last { $0 != nil } ?? nil
        headings[level] = unit.message
      default: break
      }
      guard let message = unit.message else { continue }
      let key = Catalogue.Key(context: context, text: message)
      let count = (uses[key] ?? 0) + 1
      uses[key] = count
      if count > 1 {
        let number = Array(context == nil ? "\(count)".utf8 : " (\(count))".utf8)
        context = (context ?? []) + number
        // Another heading may be called just so.
        while uses[Catalogue.Key(context: context, text: message)] != nil { context? += number }
        uses[Catalogue.Key(context: context, text: message)] = 1
      }
      units[i].context = context
    }
  }
}

extension Document {
  /// The blocks in which there is a word: text that is no mere number or sign, or the words of an image.
  fileprivate var nodesWithWords: Set<NodeID> {
    var found: Set<NodeID> = []
    // The block that each inline belongs to; of a cell its row.
    var owners = [NodeID](repeating: -1, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      let id = NodeID(index)
      let above = node.parent >= 0 ? owners[Int(node.parent)] : -1
      owners[index] = node.kind.isInline || node.kind == .tableCell ? above : id
      guard node.kind == .text || node.kind == .code || node.kind == .htmlInline else { continue }
      let isWord = literal(id).contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0xC3 }
      if isWord, above >= 0 { found.insert(above) }
    }
    return found
  }
}
