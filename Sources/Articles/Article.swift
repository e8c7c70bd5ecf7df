import Diagnostics
import Language

/// What an article says of itself before its text begins. Absent keys are nil or empty.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  package var description: String?
  package var keywords: [String] = []
  package var language: LanguageCode?
  /// The id of the concept that the article is about.
  package var concept: String?
  package var synonyms: [String] = []
  /// The article that this one translates, as a path below `content/`.
  package var translationOf: String?
  package var slug: String?
  /// Old addresses, which become redirects.
  package var aliases: [String] = []
  /// `YYYY-MM-DD`, as written.
  package var date: String?
  package var updated: String?
  package var draft = false
  /// Where each key stands, for diagnostics.
  package var places: [String: SourceSpan] = [:]

  package init() {}
}

/// `<!-- begrepp: benefits -->` above a block: what the author declares that block to be.
package struct Directive: Hashable, Sendable {
  package enum Meaning: Hashable, Sendable {
    /// The block lists facts of this facet; of another concept than the article's where one is named.
    case facet(Facet, of: String?)
    /// Nothing is to be understood from the block.
    case ignore
  }

  package var meaning: Meaning
  /// The block that follows the comment; nil at the end of the article.
  package var block: Document.NodeID?
  package var span: SourceSpan

  package init(meaning: Meaning, block: Document.NodeID?, span: SourceSpan) {
    self.meaning = meaning
    self.block = block
    self.span = span
  }
}

/// One file, read and parsed. Nothing in it changes, and nothing depends on any other file; an object so
/// that the many who read it share it.
package final class Article: Sendable {
  /// The file as it lies on disk, converted to UTF-8, with the path that people see.
  package let source: SourceText
  /// Its path below `content/`, as `sv/kluster.md`: its identity in a knowledge base.
  package let path: String
  package let language: LanguageCode
  package let frontMatter: FrontMatter
  /// Where the text begins, below the front matter: an offset into the bytes of `source`.
  package let bodyStart: Int
  package let document: Document
  package let prose: Prose
  package let directives: [Directive]

  package init(
    source: SourceText, path: String, language: LanguageCode, frontMatter: FrontMatter,
    document: Document, prose: Prose, directives: [Directive], bodyStart: Int = 0
  ) {
    self.source = source
    self.path = path
    self.language = language
    self.frontMatter = frontMatter
    self.document = document.trimmed.sharing(source.bytes)
    self.prose = prose.trimmed
    self.directives = directives
    self.bodyStart = bodyStart
  }

  /// The prose of a heading, paragraph or cell; nil for other nodes.
  package func prose(of node: Document.NodeID) -> Prose.Block? {
    var low = 0
    var high = prose.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if prose.blocks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < prose.blocks.count && prose.blocks[low].node == node ? prose.blocks[low] : nil
  }

  /// The title of the front matter, else the first heading, else the file's name.
  package var title: String {
    if let title = frontMatter.title, !title.isEmpty { return title }
    for block in prose.blocks where document[block.node].kind == .heading {
      return prose.text(block.range)
    }
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }
}

// An article lives as long as a build, and there may be ten thousand of them: the room that its arrays
// were given to grow in is not kept.
extension Document {
  fileprivate var trimmed: Document {
    Document(nodes: nodes.trimmed, literals: literals, links: links.trimmed)
  }
}

extension Prose {
  fileprivate var trimmed: Prose {
    var prose = self
    prose.bytes = bytes.trimmed
    prose.blocks = blocks.trimmed
    prose.runs = runs.trimmed
    prose.marks = marks.trimmed
    return prose
  }
}

extension Array {
  /// The same, in no more memory than it needs.
  fileprivate var trimmed: [Element] {
    capacity - count <= count / 8 ? self : withUnsafeBufferPointer { Array($0) }
  }
}
