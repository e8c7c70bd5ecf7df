import Diagnostics
import Knowledge
import Language

/// What became of a vocabulary, as it is printed.
struct VocabularyReport {
  let changes: VocabularyChanges
  /// The revision as it was named, and its commit.
  let revision: String
  let commit: String

  private var lines: VocabularyLines { VocabularyLines(changes: changes) }

  // MARK: Text

  func text(usesColor: Bool) -> String {
    func style(_ code: String, _ text: String) -> String {
      usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    func heading(_ text: String) -> String { "\n" + style("1", text) + "\n" }
    func colored(_ mark: Character, _ text: String) -> String {
      mark == "+" ? style("32", text) : mark == "-" ? style("31", text) : text
    }
    func names(_ names: [VocabularyChanges.Name], _ id: ConceptID) -> String {
      let all = names.map { "\($0.text) (\($0.language))" }.joined(separator: ", ")
      return TerminalText.printable("  \(all)  \(id)") + "\n"
    }
    func line(_ line: VocabularyLines.Line) -> String {
      switch line {
      case .item(let mark, let what, let text):
        return "    " + colored(mark, TerminalText.printable("\(mark) \(what): \(text)")) + "\n"
      case .reworded(let what, let old, let new):
        return "    ~ \(what)\n"
          + "      was: \(MarkedWords.text(old, "[-", "-]", color: usesColor ? "31" : nil))\n"
          + "      now: \(MarkedWords.text(new, "{+", "+}", color: usesColor ? "32" : nil))\n"
      }
    }
    var out =
      TerminalText.printable("since \(revision) (\(commit.prefix(10))): \(lines.summary)") + "\n"
    for (title, summaries) in [("added", changes.added), ("gone", changes.gone)]
    where !summaries.isEmpty {
      out += heading(title)
      for summary in summaries {
        out += names(summary.names, summary.id)
        for definition in summary.definitions {
          out += TerminalText.printable("    \(definition.language): \(definition.text)") + "\n"
        }
      }
    }
    for (title, list) in [("renamed or joined", lines.renamed), ("changed", lines.changed)]
    where !list.isEmpty {
      out += heading(title)
      for change in list {
        out += names(change.names, change.after) + lines.lines(change).map(line).joined()
      }
    }
    if !changes.articles.isEmpty {
      out += heading("articles")
      for path in changes.articles.gained {
        out += "  " + colored("+", "+ \(TerminalText.printable(path))\n")
      }
      for path in changes.articles.lost {
        out += "  " + colored("-", "- \(TerminalText.printable(path))\n")
      }
    }
    return out
  }

  // MARK: Markdown

  /// The most bytes of a comment: GitHub takes 65,536 characters.
  private static let longest = 60_000

  var markdown: String {
    func escaped(_ text: String) -> String { MarkedWords.escaped(text) }
    func code(_ text: String) -> String { "`" + text.filter { $0 != "`" } + "`" }
    func names(_ names: [VocabularyChanges.Name], _ id: ConceptID) -> String {
      let all = names.map { "**\(escaped($0.text))** (\($0.language))" }
      return "- " + all.joined(separator: ", ") + " " + code(id.rawValue)
    }
    func line(_ line: VocabularyLines.Line) -> [String] {
      switch line {
      case .item(let mark, let what, let text):
        let sign = mark == "-" ? "−" : mark == "~" ? "→" : "+"
        return ["  - \(sign) \(what): \(escaped(text))"]
      case .reworded(let what, let old, let new):
        return [
          "  - → \(what)", "    - was: \(MarkedWords.markdown(old, "~~"))",
          "    - now: \(MarkedWords.markdown(new, "**"))",
        ]
      }
    }
    var out = ["## Vocabulary since \(code(revision))", "", "\(lines.summary).".capitalizedFirst]
    for (title, summaries) in [("Added", changes.added), ("Gone", changes.gone)]
    where !summaries.isEmpty {
      out += ["", "### \(title)", ""]
      for summary in summaries {
        out.append(names(summary.names, summary.id))
        out += summary.definitions.map { "  - \($0.language): \(escaped($0.text))" }
      }
    }
    for (title, list) in [("Renamed or joined", lines.renamed), ("Changed", lines.changed)]
    where !list.isEmpty {
      out += ["", "### \(title)", ""]
      for change in list {
        out.append(names(change.names, change.after))
        out += lines.lines(change).flatMap(line)
      }
    }
    if !changes.articles.isEmpty {
      out += ["", "### Articles", ""]
      out += changes.articles.gained.map { "- + \(code($0))" }
      out += changes.articles.lost.map { "- − \(code($0))" }
    }
    return Self.cut(out)
  }

  private static func cut(_ lines: [String]) -> String {
    var length = 0
    for (number, line) in lines.enumerated() {
      length += line.utf8.count + 1
      if length > longest {
        let kept = lines[..<number].joined(separator: "\n")
        let left = StatusText.plural(lines.count - number, "line")
        return kept + "\n\n*\(left) left out: `begrepp diff` prints all.*\n"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
