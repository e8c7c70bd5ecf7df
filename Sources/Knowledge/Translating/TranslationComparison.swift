import Articles
import Diagnostics

/// A source as it was when its translation was confirmed, the source as it stands, and the translation.
package struct TranslationComparison: Sendable {
  /// The blocks of the source as it was confirmed.
  package let confirmed: [ArticleBlock]
  package let source: [ArticleBlock]
  package let translation: [ArticleBlock]
  /// In the order of the present source, removed blocks where they stood.
  package let changes: [BlockChange]
  /// Of each confirmed block, the one of the translation that says the same.
  private let partners: [Int?]

  package init(confirmed: Article, source: Article, translation: Article) {
    self.confirmed = confirmed.blocks
    self.source = source.blocks
    self.translation = translation.blocks
    changes = compareBlocks(self.confirmed, self.source)
    partners = pairByStructure(self.confirmed, self.translation)
  }

  /// The changes that the translation has to follow.
  package var stale: [BlockChange] { changes.filter(\.kind.isStale) }

  /// The translation's own block of a change; nil for what was added, and where there is none.
  package func translation(of change: BlockChange) -> ArticleBlock? {
    change.old.flatMap { partners[$0] }.map { translation[$0] }
  }

  /// For an added block: the translation's block that it belongs after; nil at the beginning.
  package func predecessor(of change: BlockChange) -> ArticleBlock? {
    guard let new = change.new,
      let place = changes.firstIndex(where: { $0.new == new })
    else { return nil }
    return changes[..<place].reversed().lazy.compactMap { translation(of: $0) }.first
  }
}

extension KnowledgeBase {
  /// The article that another was translated from: the one that it says, else of those that say the
  /// same the one in the first language of the site. Nil for what was written first.
  package func source(ofTranslation index: Int) -> Int? {
    let entry = articles[index]
    if let source = entry.translationSource { return source }
    guard !entry.translations.isEmpty,
      !entry.translations.contains(where: { articles[$0].translationSource == index })
    else { return nil }
    if let named = entry.translations.lazy.compactMap({ articles[$0].translationSource }).first {
      return named == index ? nil : named
    }
    let ranked = (entry.translations + [index]).min { a, b in rank(a) < rank(b) }
    return ranked == index ? nil : ranked
  }

  private func rank(_ index: Int) -> (Int, Int) {
    (languages.firstIndex(of: articles[index].language) ?? .max, index)
  }
}

/// The finding that a translation no longer says what its source says.
package func staleTranslation(
  _ translation: Article, _ source: Article, _ comparison: TranslationComparison
) -> Diagnostic? {
  let stale = comparison.stale
  guard let first = stale.first else { return nil }
  let place =
    comparison.translation(of: first).map(\.span)
    ?? comparison.predecessor(of: first).map { SourceSpan(at: $0.span.end) }
  var notes: [Diagnostic.Note] = []
  if let new = first.new {
    let word = first.kind == .added ? "added" : "changed"
    notes = [
      Diagnostic.Note(
        "this \(comparison.source[new].kind.rawValue) was \(word)",
        at: source.source.location(comparison.source[new].span))
    ]
  } else if let old = first.old {
    let kind = comparison.confirmed[old].kind.rawValue
    notes = [Diagnostic.Note("a \(kind) was removed", at: Location(file: source.source.path))]
  }
  let count = stale.count == 1 ? "one block" : "\(stale.count) blocks"
  return Diagnostic(
    .staleTranslation,
    at: place.map { translation.source.location($0) } ?? Location(file: translation.source.path),
    "\(count) of '\(source.path)' changed since this translation was confirmed", notes: notes,
    help: "see 'begrepp status \(translation.source.path)'")
}
