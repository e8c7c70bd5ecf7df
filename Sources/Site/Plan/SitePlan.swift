import Knowledge
import Language

/// One file that the site consists of: where it lies and what it is. Cheap; its bytes are made by
/// `render`.
package struct PlannedPage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The site's front door, which lets the reader choose a language.
    case landing
    case home(LanguageCode)
    /// The alphabetical index. Part 0 is all of it, or where it is long, its letters; the parts
    /// after that hold a letter each.
    case index(LanguageCode, part: Int)
    /// A concept (an index into `KnowledgeBase.concepts`). Part 0 is the page itself; the parts
    /// after that list more places where it is used.
    case concept(Int, LanguageCode, part: Int)
    /// An article (an index into `KnowledgeBase.articles`).
    case article(Int)
    case articles(LanguageCode)
    /// A sub-folder's articles.
    case section(LanguageCode, Int)
    case facet(Facet, LanguageCode, part: Int)
    case search(LanguageCode)
    case about(LanguageCode)
    case map(LanguageCode)
    /// All concepts on one page, for paper.
    case printEdition(LanguageCode)
    case notFound(LanguageCode)
    /// An old address, which leads to the page at `target`.
    case redirect(LanguageCode, target: String, title: String)
    /// A file of the theme (an index into `Theme.assets`).
    case asset(Int)
    /// What the search in the page reads, a file of many.
    case searchData(LanguageCode, Int)
    case feed(LanguageCode)
    /// All of the glossary in one file.
    case download(Download)
    case sitemap
    case robots
  }

  package var kind: Kind
  /// Below `public/`, parts joined by `/`.
  package var path: String

  /// Whether it holds all of the glossary.
  package var isDownload: Bool {
    if case .download = kind { return true }
    return false
  }

  package var isSearchData: Bool {
    if case .searchData = kind { return true }
    return false
  }
}

/// A file beside the articles that goes into the site as it is.
package struct ContentCopy: Hashable, Sendable {
  /// Below `content/`.
  package var from: String
  /// Below `public/`.
  package var to: String
}

/// All files of a site. Pages can be rendered in any order and in parallel.
package struct SitePlan: Sendable {
  package var pages: [PlannedPage]
  package var copies: [ContentCopy]
  let frozen: Frozen
  package var context: SiteContext { _read { yield frozen.context } }
  /// What can be searched for; made when it is first asked for.
  package var searchContent: SearchContent { frozen.context.search.content }
  /// To be given to the planning of the next build.
  package var searchRecord: SearchRecord { frozen.context.searchRecord }
}
