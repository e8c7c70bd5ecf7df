import Articles
import Diagnostics
import Extraction
import Knowledge
import Language

/// What a review walks through, and where its results are kept.
struct ReviewMaterial {
  static let folderName = ".reviewed"

  let loaded: LoadedKnowledge
  private let grammars: TermGrammars

  init(_ loaded: LoadedKnowledge) {
    self.loaded = loaded
    grammars = TermGrammars(loaded.catalog)
  }

  /// Where the reviewed facts of an article are kept, below `content/`.
  private func path(_ article: String) -> String { Self.folderName + "/" + article }

  private func reviewed(_ article: String) throws(FileFault) -> ReviewedFacts {
    let disk = loaded.folder.content + "/" + path(article)
    guard Files.exists(disk) else { return ReviewedFacts() }
    return ReviewedFacts(text: String(decoding: try Files.read(disk), as: UTF8.self))
  }

  /// The new facts of articles, in the order of their paths.
  ///
  /// - Parameter articles: indices into the base.
  func items(_ articles: [Int], _ parallel: Parallel) throws -> [ReviewItem] {
    let own = self
    let results = parallel.map(articles) { index in
      Result { () throws(FileFault) in try own.items(loaded.base.articles[index].article) }
    }
    return try results.flatMap { try $0.get() }
  }

  private func items(_ article: Article) throws(FileFault) -> [ReviewItem] {
    guard let pack = loaded.catalog[article.language] else { return [] }
    return newFacts(
      Stages.facts(of: article, pack).value, of: article, reviewed: try reviewed(article.path),
      decisions: loaded.decisions, grammars[article.language])
  }

  /// The new facts of an article as it now lies on the disk; nil where it cannot be read as one.
  func reread(_ path: String) throws(FileFault) -> [ReviewItem]? {
    guard let entry = loaded.base.articles.first(where: { $0.article.path == path }) else {
      return nil
    }
    let bytes = try Files.read(loaded.folder.content + "/" + path)
    let file = ContentFile(
      shownPath: entry.article.source.path, path: path, bytes: bytes,
      declaredLanguage: entry.language)
    guard let article = Stages.reader(loaded.catalog).read(file).value else { return nil }
    return try items(article)
  }

  /// Keeps in mind which facts of an article were looked at.
  func remember(_ facts: [Fact], of path: String) throws {
    guard let entry = loaded.base.articles.first(where: { $0.article.path == path }),
      let pack = loaded.catalog[entry.language]
    else { return }
    var known = try reviewed(path)
    // What another article said under this name, or this one before, is not carried along.
    known.keep(only: Stages.facts(of: entry.article, pack).value.facts)
    for fact in facts { known.insert(fact) }
    try loaded.folder.makeHiddenFolder(for: self.path(path))
    let bytes = Array(known.text.utf8)
    let disk = loaded.folder.content + "/" + self.path(path)
    if !Files.holds(disk, bytes) { try Files.replace(disk, with: bytes) }
  }
}
