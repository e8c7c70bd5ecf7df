import Diagnostics
import Knowledge
import Language

/// The status of translations as programs read it.
struct StatusJSON {
  let loaded: LoadedKnowledge
  let history: StatusHistory

  func matrix(_ matrix: StatusMatrix, _ stale: [StatusReport]) -> JSON {
    let people = Dictionary(stale.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    let rows = matrix.rows.map { row -> JSON in
      let entry = loaded.base.articles[row.source]
      return [
        "source": .string(entry.article.path), "title": .string(entry.title),
        "translations": .array(
          row.cells.filter { $0.state != .source }.map { cell in
            .object([
              "language": .string(cell.language.rawValue), "state": .string(name(cell.state)),
              "file": cell.path.map(JSON.string), "staleBlocks": .number(cell.staleBlocks),
              "confirmedSource": cell.kept.map(JSON.string),
              "sourceChanged": cell.path.flatMap { people[$0] }.flatMap(history.changed).map(json),
              "confirmed": cell.path.flatMap { people[$0] }.flatMap(history.confirmed).map(json),
            ])
          }),
      ]
    }
    let totals = matrix.totals.map { total -> JSON in
      [
        "language": .string(total.language.rawValue), "needed": .number(total.needed),
        "inStep": .number(total.done), "stale": .number(total.states[.stale] ?? 0),
        "staleBlocks": .number(total.staleBlocks),
        "unconfirmed": .number(total.states[.unconfirmed] ?? 0),
        "draft": .number(total.states[.draft] ?? 0),
        "missing": .number(total.states[.missing] ?? 0), "percent": .number(total.percent),
      ]
    }
    return ["version": 1, "articles": .array(rows), "totals": .array(totals)]
  }

  func reports(_ reports: [StatusReport]) -> JSON {
    ["version": 1, "translations": .array(reports.map(report))]
  }

  private func report(_ report: StatusReport) -> JSON {
    .object([
      "file": .string(report.path), "source": .string(report.source),
      "state": .string(name(report.state)), "confirmedSource": report.kept.map(JSON.string),
      "sourceChanged": history.changed(report).map(json),
      "confirmed": history.confirmed(report).map(json),
      "sourceBlocks": .number(report.count), "movedBlocks": .number(report.moved),
      "staleBlocks": .array(
        report.blocks.map { block in
          .object([
            "change": .string(block.change.rawValue), "kind": .string(block.kind.rawValue),
            "file": .string(block.place.file), "line": .number(block.place.start.line),
            "old": block.old.map(MarkedWords.json), "new": block.new.map(MarkedWords.json),
            "translation": block.translation.map(passage),
            "belongsAfter": block.predecessor.map(passage),
          ])
        }),
    ])
  }

  private func passage(_ passage: StatusReport.Passage) -> JSON {
    [
      "file": .string(passage.place.file), "line": .number(passage.place.start.line),
      "text": .string(passage.text),
    ]
  }

  private func json(_ commit: GitHistory.Commit) -> JSON {
    ["author": .string(commit.author), "date": .string(commit.date)]
  }

  private func name(_ state: StatusMatrix.State) -> String {
    state == .inStep ? "in-step" : state.rawValue
  }
}
