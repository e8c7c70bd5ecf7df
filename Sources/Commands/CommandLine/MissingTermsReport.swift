import Diagnostics
import Knowledge

/// The words that look like terms and are defined nowhere, for `begrepp link --missing`.
struct MissingTermsReport {
  var terms: [MissingTerm]

  /// A line per word, in columns.
  var text: String {
    let width = terms.map { TerminalText.width(of: $0.term) }.max() ?? 0
    return terms.map { term in
      let room = String(repeating: " ", count: width - TerminalText.width(of: term.term))
      let uses = "\(term.articles) articles, \(term.uses) uses"
      let start = term.location.start
      let place = "\(term.location.file):\(start.line):\(start.column)"
      return TerminalText.printable("\(term.term)\(room)  \(term.language)  \(uses)  \(place)")
        + "\n"
    }.joined()
  }

  var json: JSON {
    let items = terms.map { term -> JSON in
      [
        "term": .string(term.term), "language": .string(term.language.rawValue),
        "articles": .number(term.articles), "uses": .number(term.uses),
        "file": .string(term.location.file), "line": .number(term.location.start.line),
        "column": .number(term.location.start.column),
      ]
    }
    return ["version": 1, "missing": .array(items)]
  }
}
