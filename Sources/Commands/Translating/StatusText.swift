import Diagnostics
import Knowledge
import Language

/// The status of translations as people read it in a terminal.
struct StatusText {
  let loaded: LoadedKnowledge
  let history: StatusHistory
  let usesColor: Bool

  // MARK: All articles

  func matrix(_ matrix: StatusMatrix, _ stale: [StatusReport]) -> String {
    var table = [["article"] + loaded.base.languages.map(\.rawValue)]
    for row in matrix.rows {
      table.append([loaded.base.articles[row.source].article.path] + row.cells.map(words))
    }
    var out = Self.columns(table)
    for report in stale {
      let blocks = Self.plural(report.blocks.count, "block")
      out += "\n" + TerminalText.printable("\(report.path): \(blocks) of \(report.source) changed")
      out += people(report).map { "\n  " + $0 }.joined()
    }
    if !stale.isEmpty { out += "\n" }
    return out + "\n" + totals(matrix).joined()
  }

  private func words(_ cell: StatusMatrix.Cell) -> String {
    cell.state == .stale
      ? "stale in \(Self.plural(cell.staleBlocks, "block"))" : cell.state.rawValue
  }

  private func totals(_ matrix: StatusMatrix) -> [String] {
    matrix.totals.map { total in
      var parts = ["\(total.done) of \(total.needed) in step (\(total.percent) %)"]
      for state in [StatusMatrix.State.stale, .unconfirmed, .draft, .missing] {
        guard let count = total.states[state] else { continue }
        let blocks = state == .stale ? " in \(Self.plural(total.staleBlocks, "block"))" : ""
        parts.append("\(count) \(state.rawValue)\(blocks)")
      }
      return "\(total.language): \(parts.joined(separator: ", "))\n"
    }
  }

  /// Cells under each other; a wide table is still one line a row.
  private static func columns(_ rows: [[String]]) -> String {
    let rows = rows.map { $0.map { TerminalText.printable($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TerminalText.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { place, cell in
        let room = widths[place] - TerminalText.width(of: cell) + 2
        return place + 1 == row.count ? cell : cell + String(repeating: " ", count: room)
      }
      return cells.joined() + "\n"
    }.joined()
  }

  // MARK: One translation

  func report(_ report: StatusReport) -> String {
    let state =
      switch report.state {
      case .stale:
        "\(report.blocks.count) of \(Self.plural(report.count, "block")) stale"
      case .unconfirmed: "not confirmed"
      default: report.state.rawValue
      }
    var out = TerminalText.printable("\(report.path) translates \(report.source): \(state)") + "\n"
    if report.state == .unconfirmed {
      out += "  confirm it when it says what its source says: "
      out += TerminalText.printable("begrepp status --confirm \(report.path)") + "\n"
    }
    for line in people(report) { out += "  \(line)\n" }
    if report.moved > 0 {
      out += "  \(Self.plural(report.moved, "block")) moved, which is no change\n"
    }
    for (number, block) in report.blocks.enumerated() {
      out += "\n\(number + 1). \(self.block(block))"
    }
    return out
  }

  private func block(_ block: StatusReport.Block) -> String {
    var out = style("1", "\(block.change.rawValue) \(block.kind.rawValue)")
    out += ", \(place(block.place))\n"
    if let old = block.old { out += "   was: \(marked(old, "[-", "-]", "31"))\n" }
    if let new = block.new {
      // All of an added block is new: nothing in it needs a mark.
      let words = block.change == .added ? new.map { .init($0.text, isChanged: false) } : new
      out += "   now: \(marked(words, "{+", "+}", "32"))\n"
    }
    if let passage = block.translation {
      out += "   \(place(passage.place)): \(TerminalText.printable(passage.text))\n"
    } else if let passage = block.predecessor {
      out += "   after \(place(passage.place)): \(TerminalText.printable(passage.text))\n"
    }
    return out
  }

  private func marked(
    _ words: [WordChanges.Stretch], _ open: String, _ close: String, _ color: String
  ) -> String {
    MarkedWords.text(words, open, close, color: usesColor ? color : nil)
  }

  private func people(_ report: StatusReport) -> [String] {
    func line(_ what: String, _ commit: GitHistory.Commit?) -> String? {
      commit.map { "\(what) by \(TerminalText.printable($0.author)), \($0.date)" }
    }
    return [
      line("source changed", history.changed(report)),
      line("translation confirmed", history.confirmed(report)),
    ].compactMap { $0 }
  }

  private func place(_ location: Location) -> String {
    TerminalText.printable("\(location.file):\(location.start.line)")
  }

  private func style(_ code: String, _ text: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
