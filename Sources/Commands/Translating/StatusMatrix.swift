import Diagnostics
import Knowledge
import Language

/// Which articles there are in which languages, and how the translations stand.
struct StatusMatrix {
  enum State: String {
    case source
    case inStep = "in step"
    case stale, unconfirmed, draft, missing
  }

  struct Cell {
    var language: LanguageCode
    var state: State
    /// Its path below `content/`, where there is one.
    var path: String?
    var staleBlocks = 0
    /// The file with the confirmed source, below `content/`.
    var kept: String?
    /// The article's index in the base.
    var article: Int?
  }

  /// One article with its translations.
  struct Row {
    var source: Int
    var cells: [Cell]
  }

  struct Total {
    var language: LanguageCode
    /// The articles that are to be there as translations.
    var needed = 0
    var states: [State: Int] = [:]
    var staleBlocks = 0

    var done: Int { states[.inStep] ?? 0 }
    /// The share of translations that are in step, in whole percent, rounded down; 100 where none is needed.
    var percent: Int { needed == 0 ? 100 : done * 100 / needed }
  }

  let rows: [Row]
  let totals: [Total]
  /// Whether each article is there in each language, and no translation is stale.
  var isComplete: Bool {
    totals.allSatisfy { total in
      let lacking: [State] = [.missing, .draft, .stale]
      return lacking.allSatisfy { total.states[$0] == nil }
    }
  }

  init(_ loaded: LoadedKnowledge) {
    let base = loaded.base
    var translations: [Int: [Int]] = [:]
    for (index, standing) in loaded.translations {
      translations[standing.source, default: []].append(index)
    }
    var drafts: [String: [LanguageCode: String]] = [:]
    for draft in loaded.drafts {
      guard let source = draft.frontMatter.translationOf else { continue }
      drafts[source, default: [:]][draft.language] = draft.path
    }
    rows = base.articles.indices.filter { loaded.translations[$0] == nil }.map { source in
      let entry = base.articles[source]
      let cells = base.languages.map { language -> Cell in
        if language == entry.language {
          return Cell(language: language, state: .source, path: entry.article.path, article: source)
        }
        if let index = translations[source]?.first(where: {
          base.articles[$0].language == language
        }) {
          return Self.cell(index, loaded)
        }
        let draft = drafts[entry.article.path]?[language]
        return Cell(language: language, state: draft == nil ? .missing : .draft, path: draft)
      }
      return Row(source: source, cells: cells)
    }
    var totals = base.languages.map { Total(language: $0) }
    for row in rows {
      for (place, cell) in row.cells.enumerated() where cell.state != .source {
        totals[place].needed += 1
        totals[place].states[cell.state, default: 0] += 1
        totals[place].staleBlocks += cell.staleBlocks
      }
    }
    self.totals = totals
  }

  private static func cell(_ index: Int, _ loaded: LoadedKnowledge) -> Cell {
    let entry = loaded.base.articles[index]
    let standing = loaded.translations[index]
    var cell = Cell(
      language: entry.language, state: .unconfirmed, path: entry.article.path,
      kept: standing?.kept, article: index)
    if let stale = standing?.staleBlocks {
      cell.state = stale == 0 ? .inStep : .stale
      cell.staleBlocks = stale
    }
    return cell
  }
}
