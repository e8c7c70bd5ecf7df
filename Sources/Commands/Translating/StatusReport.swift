import Diagnostics
import Knowledge
import Language

/// One translation with all that is stale in it.
struct StatusReport {
  struct Block {
    var change: BlockChange.Kind
    var kind: ArticleBlock.Kind
    /// The words of the source as it was and as it is, with what changed.
    var old: [WordChanges.Stretch]?
    var new: [WordChanges.Stretch]?
    /// Where the present block stands; where a removed one stood in the confirmed source.
    var place: Location
    var translation: Passage?
    /// For a block that the translation does not have: the translation's block that it belongs after.
    var predecessor: Passage?
  }

  /// A block of the translation.
  struct Passage {
    var text: String
    var place: Location
  }

  var path: String
  var source: String
  var state: StatusMatrix.State
  /// Below `content/`.
  var kept: String?
  var blocks: [Block] = []
  var moved = 0
  /// How many blocks the source has.
  var count: Int

  init(_ index: Int, _ standing: TranslationStanding, _ loaded: LoadedKnowledge) {
    let article = loaded.base.articles[index].article
    let origin = loaded.base.articles[standing.source].article
    path = article.path
    source = origin.path
    kept = standing.kept
    state =
      switch standing.staleBlocks {
      case nil: .unconfirmed
      case 0: .inStep
      default: .stale
      }
    guard case .compared(let comparison) = standing.state, let confirmed = standing.confirmed else {
      count = origin.blocks.count
      return
    }
    count = comparison.source.count
    moved = comparison.changes.count { $0.kind == .moved }
    func passage(_ block: ArticleBlock?) -> Passage? {
      block.map { Passage(text: $0.text, place: article.source.location($0.span)) }
    }
    blocks = comparison.stale.compactMap { change in
      let old = change.old.map { comparison.confirmed[$0] }
      let new = change.new.map { comparison.source[$0] }
      let words = WordChanges(from: old?.text ?? "", to: new?.text ?? "")
      let place =
        new.map { origin.source.location($0.span) }
        ?? old.map { confirmed.source.location($0.span) }
      guard let kind = (new ?? old)?.kind, let place else { return nil }
      return Block(
        change: change.kind, kind: kind, old: old.map { _ in words.old },
        new: new.map { _ in words.new }, place: place,
        translation: passage(comparison.translation(of: change)),
        predecessor: change.kind != .removed && comparison.translation(of: change) == nil
          ? passage(comparison.predecessor(of: change)) : nil)
    }
  }
}

/// Who confirmed translations and who changed sources, by paths below the knowledge base.
struct StatusHistory {
  private let commits: [String: GitHistory.Commit]

  /// - Parameter reports: those that are to be told of.
  init(_ reports: [StatusReport], _ folder: KnowledgeFolder) {
    let paths = reports.filter { $0.state == .stale }.flatMap {
      [$0.source] + ($0.kept.map { [$0] } ?? [])
    }
    commits = GitHistory.lastCommits(of: Set(paths.map { "content/" + $0 }), in: folder.root)
  }

  func changed(_ report: StatusReport) -> GitHistory.Commit? {
    report.state == .stale ? commits["content/" + report.source] : nil
  }

  func confirmed(_ report: StatusReport) -> GitHistory.Commit? {
    report.state == .stale ? report.kept.flatMap { commits["content/" + $0] } : nil
  }
}
