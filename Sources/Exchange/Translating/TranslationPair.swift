import Articles
import Diagnostics
import Knowledge

/// A source and its translation, block by block. The translation may be missing, and so may the source as it
/// was when someone confirmed the translation.
package struct TranslationPair: Sendable {
  /// What there is of the translation of one block.
  package enum Standing: Hashable, Sendable {
    /// It says what the block says.
    case translated
    /// The block changed since.
    case stale
    /// It may be of another block: the two articles are built differently here, and nobody has confirmed them.
    case uncertain
    case missing
  }

  package let source: Article
  package let translation: Article?
  /// The source as it was when the translation was confirmed.
  package let confirmed: Article?

  package let sourceUnits: [TranslationUnit]
  package let translationUnits: [TranslationUnit]
  package let confirmedUnits: [TranslationUnit]
  /// Of each block of the source, the one of the translation that says the same.
  let partners: [Int?]
  /// Of each block of the source, what it was when the translation was confirmed.
  let origins: [Int?]
  /// Blocks of the translation whose source is gone.
  package let removed: [Int]
  /// For each of these, what it was the translation of.
  package let removedOrigins: [Int]
  private let uncertain: Set<Int>

  package init(source: Article, translation: Article?, confirmed: Article?) {
    self.source = source
    self.translation = translation
    self.confirmed = translation == nil ? nil : confirmed
    sourceUnits = source.translationUnits
    translationUnits = translation?.translationUnits ?? []
    confirmedUnits = self.confirmed?.translationUnits ?? []
    let ours = sourceUnits.map(\.block)
    let theirs = translationUnits.map(\.block)
    var partners = [Int?](repeating: nil, count: ours.count)
    var origins = partners
    var gone: [(Int, Int)] = []
    if self.confirmed == nil {
      if translation != nil { partners = pairByStructure(ours, theirs) }
      uncertain = Self.uneven(ours, theirs, partners)
    } else {
      let before = confirmedUnits.map(\.block)
      let kept = pairByStructure(before, theirs)
      for change in compareBlocks(before, ours) {
        guard let old = change.old else { continue }
        if let new = change.new {
          origins[new] = old
          partners[new] = kept[old]
        } else if let partner = kept[old] {
          gone.append((partner, old))
        }
      }
      uncertain = []
    }
    self.partners = partners
    self.origins = origins
    removed = gone.map(\.0)
    removedOrigins = gone.map(\.1)
  }

  /// The blocks in sections that are not built alike in both languages.
  private static func uneven(
    _ source: [ArticleBlock], _ translation: [ArticleBlock], _ partners: [Int?]
  ) -> Set<Int> {
    func starts(_ blocks: [ArticleBlock]) -> [Int] {
      blocks.indices.filter { $0 == 0 || blocks[$0].kind == .heading } + [blocks.count]
    }
    let ends = Set(starts(translation))
    var uneven: Set<Int> = []
    let edges = starts(source)
    for (start, end) in zip(edges, edges.dropFirst()) {
      let range = start..<end
      let known = range.compactMap { partners[$0] }
      let isWhole =
        known.count == range.count && known.first.map { ends.contains($0) } ?? false
        && known.last.map { ends.contains($0 + 1) } ?? false
        && zip(known, known.dropFirst()).allSatisfy { $1 == $0 + 1 }
      if !isWhole { uneven.formUnion(range) }
    }
    return uneven
  }

  /// The block of the translation that says the same as a block of the source.
  package func translation(of unit: Int) -> TranslationUnit? {
    partners[unit].map { translationUnits[$0] }
  }

  /// What a block of the source was when its translation was confirmed.
  package func origin(of unit: Int) -> TranslationUnit? {
    origins[unit].map { confirmedUnits[$0] }
  }

  package func standing(of unit: Int) -> Standing {
    guard let message = translation(of: unit)?.message else { return .missing }
    if let origin = origin(of: unit) {
      return origin.message == sourceUnits[unit].message ? .translated : .stale
    }
    if uncertain.contains(unit) { return .uncertain }
    // What 'begrepp new article' wrote waits for its translator.
    let isDraft = translation?.frontMatter.draft ?? false
    return isDraft && message == sourceUnits[unit].message ? .uncertain : .translated
  }
}
