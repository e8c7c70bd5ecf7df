import Articles
import Diagnostics
import Knowledge

/// What is to be written when translations are confirmed.
struct Confirming {
  enum Claim {
    /// The translation says what its source says now.
    case inStep
    /// It need not follow the words that changed in its source.
    case stillValid
  }

  /// One file to write, worked out before anything is.
  struct Step {
    var translation: String
    var source: String
    /// Below `content/`.
    var kept: String
    var bytes: [UInt8]
    /// The name under which it was kept before the translation was renamed.
    var former: String?
    /// Blocks that stay stale: they were added or removed.
    var left = 0
    var isUnchanged = false
  }

  let loaded: LoadedKnowledge

  /// - Parameter translation: an index into the articles of the base.
  func step(_ translation: Int, _ claim: Claim) throws -> Step {
    let base = loaded.base
    let path = base.articles[translation].article.path
    guard let standing = loaded.translations[translation] else {
      let others = base.articles[translation].translations.map { base.articles[$0].article.path }
      throw CommandFailure(
        .badInput, "'\(path)' is no translation",
        help: others.isEmpty
          ? "a translation says in its front matter what it translates: translationOf: sv/kluster.md"
          : "its translations are \(others.joined(separator: ", "))")
    }
    let source = base.articles[standing.source].article
    var step = Step(
      translation: path, source: source.path, kept: Confirmations.path(of: path),
      bytes: source.source.bytes)
    if let kept = standing.kept, kept != step.kept { step.former = kept }
    if case .same = standing.state { step.isUnchanged = step.former == nil }
    if claim == .stillValid { try limit(&step, standing, source) }
    return step
  }

  /// Confirms changed words alone: what was added or removed is not in the translation, or still is.
  private func limit(
    _ step: inout Step, _ standing: TranslationStanding, _ source: Article
  ) throws {
    switch standing.state {
    case .same: return
    case .unconfirmed:
      throw CommandFailure(
        .badInput, "'\(step.translation)' has not been confirmed yet",
        help: "begrepp status --confirm \(step.translation)")
    case .compared(let comparison):
      step.left = comparison.stale.count { $0.kind != .changed }
      guard step.left > 0, let confirmed = standing.confirmed else { return }
      step.bytes = try Self.withChangedWords(confirmed, source, comparison, step.translation)
    }
  }

  /// The confirmed source with the present words of the blocks that changed.
  private static func withChangedWords(
    _ confirmed: Article, _ source: Article, _ comparison: TranslationComparison,
    _ translation: String
  ) throws -> [UInt8] {
    var bytes = confirmed.source.bytes
    let pairs = comparison.changes.compactMap { change -> (old: SourceSpan, new: SourceSpan)? in
      guard change.kind == .changed, let old = change.old, let new = change.new else { return nil }
      return (comparison.confirmed[old].span, comparison.source[new].span)
    }
    if pairs.isEmpty {
      throw CommandFailure(
        .no, "no words changed that '\(translation)' could still be valid for",
        help: "blocks were added or removed: see begrepp status \(translation)")
    }
    for pair in pairs.sorted(by: { $0.old > $1.old }) {
      bytes.replaceSubrange(pair.old.range, with: source.source.bytes[pair.new.range])
    }
    // A block that stands otherwise in its surroundings may not fit into the old ones.
    let reader = ArticleReader(knownLanguages: [source.language]) { _ in nil }
    let file = ContentFile(
      shownPath: source.path, path: source.path, bytes: bytes, declaredLanguage: source.language)
    let left = reader.read(file).value.map { compareBlocks($0.blocks, comparison.source) }
    let isWhole = left.map { !$0.contains { $0.kind == .changed } } ?? false
    guard isWhole else {
      throw CommandFailure(
        .badInput, "the changes of words in '\(source.path)' cannot be told from the rest",
        help: "bring '\(translation)' up to date, then begrepp status --confirm \(translation)")
    }
    return bytes
  }

  /// Writes one confirmed source.
  func write(_ step: Step) throws {
    let content = loaded.folder.content
    try loaded.folder.makeHiddenFolder(for: step.kept)
    let target = content + "/" + step.kept
    try Files.replace(target, with: step.bytes)
    if let former = step.former { try Files.remove(content + "/" + former) }
  }
}
