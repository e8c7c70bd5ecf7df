import Articles
import Diagnostics
import Exchange
import Knowledge
import Language

/// Finds what there is of the translation of an article: published, or a draft.
struct TranslationPairs {
  struct Found {
    var pair: TranslationPair
    /// The translation's path below `content/`; nil where there is none.
    var path: String?
    /// Where its confirmed source is kept, below `content/`, if it is.
    var kept: String?
  }

  private struct Target: Hashable {
    var source: Int
    var language: LanguageCode
  }

  private let loaded: LoadedKnowledge
  private var published: [Target: Int] = [:]
  private var drafts: [Target: Article] = [:]

  init(_ loaded: LoadedKnowledge) {
    self.loaded = loaded
    for (index, standing) in loaded.translations.sorted(by: { $0.key > $1.key }) {
      let language = loaded.base.articles[index].language
      published[Target(source: standing.source, language: language)] = index
    }
    let paths = Dictionary(
      loaded.base.articles.enumerated().map { ($0.element.article.path, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    for draft in loaded.drafts.reversed() {
      guard let source = draft.frontMatter.translationOf.flatMap({ paths[$0] }) else { continue }
      drafts[Target(source: source, language: draft.language)] = draft
    }
  }

  /// - Parameter source: an index into the articles of the base.
  func find(_ source: Int, in language: LanguageCode) throws(FileFault) -> Found {
    let article = loaded.base.articles[source].article
    let target = Target(source: source, language: language)
    if let index = published[target], let standing = loaded.translations[index] {
      let confirmed: Article?
      switch standing.state {
      case .unconfirmed: confirmed = nil
      case .same: confirmed = article
      case .compared: confirmed = standing.confirmed
      }
      let translation = loaded.base.articles[index].article
      return Found(
        pair: TranslationPair(source: article, translation: translation, confirmed: confirmed),
        path: translation.path, kept: standing.kept)
    }
    guard let draft = drafts[target] else {
      return Found(
        pair: TranslationPair(source: article, translation: nil, confirmed: nil), path: nil)
    }
    let kept = Confirmations.path(of: draft.path)
    let confirmed = try confirmed(kept, of: article)
    return Found(
      pair: TranslationPair(source: article, translation: draft, confirmed: confirmed),
      path: draft.path, kept: confirmed == nil ? nil : kept)
  }

  /// What is kept for a draft, of which no standing was worked out.
  private func confirmed(_ kept: String, of source: Article) throws(FileFault) -> Article? {
    let disk = loaded.folder.content + "/" + kept
    guard Files.exists(disk) else { return nil }
    let file = ContentFile(
      shownPath: loaded.folder.shown("content/" + kept), path: kept, bytes: try Files.read(disk),
      declaredLanguage: source.language)
    return Stages.reader(loaded.catalog).read(file).value
  }

  /// The folder below `content/` that a new translation lies in: that of the translations of the articles
  /// beside its source, else one of the same name.
  func folder(of source: Int, in language: LanguageCode) -> String {
    let parent = Path.parent(loaded.base.articles[source].article.path) ?? "."
    var votes: [String: Int] = [:]
    for (index, standing) in loaded.translations
    where loaded.base.articles[index].language == language {
      let neighbour = loaded.base.articles[standing.source].article.path
      guard Path.parent(neighbour) == parent else { continue }
      let folder = Path.parent(loaded.base.articles[index].article.path) ?? "."
      votes[folder, default: 0] += 1
    }
    if let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
    let section = loaded.base.articles[source].section
    return section.isEmpty ? language.rawValue : "\(language)/\(section)"
  }
}
