import Articles
import Knowledge
import Language

/// Everything that rendering a page reads: the knowledge base and what planning worked out from it.
/// A value, shared by all pages.
package struct SiteContext: Sendable {
  var base: KnowledgeBase
  let configuration: SiteConfiguration
  let theme: Theme
  var editions: [Edition] = []
  /// By article: its page.
  var articlePaths: [String] = []
  /// By article: its headings.
  var outlines: [Outline] = []
  /// By article: where its mentions stand in `base.mentions`.
  var mentionRanges: [Range<Int>] = []
  /// The files that are copied: their path below `content/` and where they lie in the site.
  var files: [String: String] = [:]
  /// How many times other pages lead to each concept.
  var connections: [Int] = []
  var landing = "index.html"
  /// What can be searched for, in the page and at a terminal.
  var search = SearchMaterial()
  /// What the files of the search in the page hold.
  var searchRecord = SearchRecord(key: Fingerprint(high: 0, low: 0), files: [])

  /// The files with all of the glossary, and where they lie.
  var downloads: [(kind: Download, path: String)] = []

  func edition(_ language: LanguageCode) -> Edition? { place(of: language).map { editions[$0] } }

  /// Where the edition of a language stands among all.
  func place(of language: LanguageCode) -> Int? {
    // An edition is large: to look at it in a closure as a value would be to copy it.
    editions.indices.first { editions[$0].code == language }
  }

  func title(_ language: LanguageCode) -> String { configuration.title(in: language) }
}

/// A context that is complete: one for all pages, shared by them.
final class Frozen: Sendable {
  let context: SiteContext
  init(_ context: SiteContext) { self.context = context }
}

/// The headings of an article, with the anchors that the site gives them.
struct Outline: Sendable {
  struct Heading: Sendable {
    var node: Document.NodeID
    var level: Int
    var anchor: String
    /// Where its text stands in the article's prose.
    var range: Range<Int>
  }

  var headings: [Heading] = []
  /// Words of prose, for the reading time.
  var words = 0

  init(_ article: Article) {
    let anchors = article.headingAnchors()
    for block in article.prose.blocks {
      guard let anchor = anchors[block.node] else { continue }
      headings.append(
        Heading(
          node: block.node, level: Int(article.document[block.node].detail), anchor: anchor,
          range: block.range))
    }
    for byte in article.prose.bytes where byte == 0x20 || byte == 0x0A { words += 1 }
  }

  /// The anchor of the last heading at or before a place in the prose; nil before the first, and
  /// under a title at the top.
  func anchor(before offset: Int) -> String? {
    var found: String?
    for heading in headings {
      if heading.range.lowerBound > offset { break }
      found = heading.range.lowerBound == 0 && heading.level == 1 ? nil : heading.anchor
    }
    return found
  }
}
