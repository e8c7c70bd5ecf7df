import Knowledge
import Language

/// One line of the alphabetical index: a term, or another name that leads to one.
struct IndexEntry: Sendable {
  var text: String
  var concept: Int
  /// Whether `text` is not the preferred term.
  var isOtherName: Bool
  var letter: String
  var key: [UInt8]
}

/// A sub-folder of a language's articles.
struct SiteSection: Sendable {
  /// As in `ArticleEntry.section`.
  var name: String
  var path: String
  var articles: [Int]
}

/// The site in one language: what it holds, in order, and where each page lies.
struct Edition: Sendable {
  var language: SiteLanguage
  var home = ""
  var index: [String] = []
  var articlesPage = ""
  var search = ""
  var searchData = ""
  var about = ""
  /// Nil where no two concepts are related.
  var map: String?
  /// Nil where `site.yml` does not ask for it.
  var printEdition: String?
  var notFound = ""
  var feed = ""
  /// By concept: its page; nil where it has no term in the language.
  var conceptPaths: [String?] = []
  /// By concept: the mentions in this language that its pages list, in order.
  var uses: [[Int]] = []
  /// The concepts that have a page, in alphabetical order.
  var concepts: [Int] = []
  var entries: [IndexEntry] = []
  /// Where the entries of each letter stand.
  var letters: [(letter: String, range: Range<Int>)] = []
  /// The articles in alphabetical order of their titles.
  var articles: [Int] = []
  var sections: [SiteSection] = []
  /// By facet: the statements by concept in alphabetical order, and the pages that list them.
  var facets: [FacetListing] = []

  var code: LanguageCode { language.code }
  var wording: Wording { language.wording }

  func facet(_ facet: Facet) -> FacetListing? { facets.first { $0.facet == facet } }
}

/// All that one facet holds in one language.
struct FacetListing: Sendable {
  var facet: Facet
  /// The statements of each concept, or for definitions the concepts alone.
  var groups: [(concept: Int, statements: [Int])]
  /// Which groups stand on which page.
  var parts: [Range<Int>]
  var paths: [String]

  var count: Int { groups.reduce(0) { $0 + max(1, $1.statements.count) } }
}
