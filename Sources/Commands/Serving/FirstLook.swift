import Articles
import Knowledge
import Language
import Site

/// The pages of articles that were just saved, made with what the last build knew of all else, to be
/// looked at while the site is built anew. Never written to the site.
struct FirstLook: Sendable, Equatable {
  /// The bytes by path below the site.
  var pages: [String: [UInt8]] = [:]

  /// The most articles that are shown this way: where more have changed, somebody did not save a text but
  /// changed branches.
  static let mostArticles = 8

  init() {}

  /// What of a build is kept for it.
  struct Material: Sendable {
    fileprivate let folder: KnowledgeFolder
    fileprivate let catalog: LanguageCatalog
    fileprivate let program: Fingerprint
    fileprivate let listing: ContentListing
    fileprivate let pages: ArticlePages

    init(_ build: SiteBuild) {
      folder = build.loaded.folder
      catalog = build.loaded.catalog
      program = build.loaded.program
      listing = build.loaded.listing
      pages = ArticlePages(build.plan)
    }
  }

  /// - Parameter material: that of the last build that was published.
  init(since material: Material, memory: BuildMemory) {
    let folder = material.folder
    let listing = ContentListing.read(folder.content, shownAs: folder.shown("content")).value
    // Other files, or other settings, may change anything.
    guard listing.configuration == material.listing.configuration,
      listing.articles.map(\.path) == material.listing.articles.map(\.path)
    else { return }
    let changed = zip(listing.articles, material.listing.articles).filter(!=).map(\.0)
    if changed.isEmpty || changed.count > Self.mostArticles { return }
    let (catalog, base) = (material.catalog, material.pages.base)
    let reader = Stages.reader(catalog)
    let revised = changed.compactMap { file -> RevisedArticle? in
      let reading = readArticle(file, in: folder, catalog, reader, material.program, memory)
      guard let article = reading.article, let index = Self.index(of: article, in: base) else {
        return nil
      }
      let entry = base.articles[index].revised(to: article)
      return RevisedArticle(
        index: index, entry: entry,
        mentions: findMentions(
          in: entry, at: index, of: base, catalog: catalog, memory: memory.mentions))
    }
    for page in material.pages.pages(of: revised) { pages[page.path] = page.bytes }
  }

  /// Where an article stands in a base, in the order of whose paths it is; nil where what is now said of
  /// it would put it elsewhere.
  private static func index(of article: Article, in base: KnowledgeBase) -> Int? {
    var range = 0..<base.articles.count
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      let path = base.articles[middle].article.path
      if path == article.path {
        let isSame =
          base.articles[middle].language == article.language && !article.frontMatter.draft
        return isSame ? middle : nil
      }
      range = path < article.path ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
