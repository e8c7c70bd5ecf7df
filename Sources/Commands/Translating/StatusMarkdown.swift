import Diagnostics
import Knowledge
import Language

/// The status of translations as Markdown, for a report or an issue.
struct StatusMarkdown {
  let loaded: LoadedKnowledge
  let history: StatusHistory

  func matrix(_ matrix: StatusMatrix, _ stale: [StatusReport]) -> String {
    let languages = loaded.base.languages.map(\.rawValue)
    var out =
      row(["article"] + languages) + row(languages.reduce(["---"]) { all, _ in all + ["---"] })
    for line in matrix.rows {
      let path = loaded.base.articles[line.source].article.path
      out += row(
        ["`\(path)`"]
          + line.cells.map { cell in
            cell.state == .stale
              ? "**stale** in \(StatusText.plural(cell.staleBlocks, "block"))" : cell.state.rawValue
          })
    }
    out += "\n"
    for total in matrix.totals {
      out +=
        "- **\(total.language)**: \(total.done) of \(total.needed) in step (\(total.percent) %)\n"
    }
    for report in stale { out += "\n" + self.report(report) }
    return out
  }

  func report(_ report: StatusReport) -> String {
    var out = "## `\(report.path)`\n\nTranslates `\(report.source)`: "
    out +=
      report.state == .stale
      ? "\(report.blocks.count) of \(StatusText.plural(report.count, "block")) stale.\n"
      : "\(report.state.rawValue).\n"
    if let commit = history.changed(report) {
      out += "Source changed by \(MarkedWords.escaped(commit.author)), \(commit.date).\n"
    }
    if let commit = history.confirmed(report) {
      out += "Translation confirmed by \(MarkedWords.escaped(commit.author)), \(commit.date).\n"
    }
    for block in report.blocks {
      let place = "`\(block.place.file):\(block.place.start.line)`"
      out += "\n### \(block.change.rawValue) \(block.kind.rawValue), \(place)\n\n"
      if let old = block.old { out += "- was: \(MarkedWords.markdown(old, "~~"))\n" }
      if let new = block.new {
        let words = block.change == .added ? new.map { .init($0.text, isChanged: false) } : new
        out += "- now: \(MarkedWords.markdown(words, "**"))\n"
      }
      if let passage = block.translation {
        out +=
          "- translation, line \(passage.place.start.line): \(MarkedWords.escaped(passage.text))\n"
      } else if let passage = block.predecessor {
        out +=
          "- belongs after line \(passage.place.start.line): \(MarkedWords.escaped(passage.text))\n"
      }
    }
    return out
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
