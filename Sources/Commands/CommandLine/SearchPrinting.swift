import Diagnostics
import Knowledge
import Language
import Search

/// Search results, for people and for programs.
struct SearchPrinting {
  var query: String
  var usesColor: Bool
  /// The columns of the terminal.
  var width: Int
  var explaining: Bool

  static func json(_ results: [SearchResult]) -> JSON {
    let array = results.map { result in
      JSON.object([
        "id": .string(result.id), "kind": .string(result.kind.rawValue),
        "term": .string(result.term), "language": .string(result.language.rawValue),
        "definition": .string(result.definition), "url": .string(result.url),
        "score": .number(result.rank.score), "matched": .string(result.matched),
        "match": .string(result.rank.match.explanation),
        "facet": result.facet.map { .string($0.rawValue) },
        "source": .string(result.source),
      ])
    }
    return ["version": 1, "results": .array(array)]
  }

  /// A line per result with tabs between its values.
  static func table(_ results: [SearchResult]) -> String {
    results.map { result in
      let values = [
        result.term, result.language.rawValue, result.definition, result.url,
        result.kind.rawValue, result.id, String(result.rank.score),
      ]
      return values.map(TerminalText.printable).joined(separator: "\t") + "\n"
    }.joined()
  }

  func text(_ results: [SearchResult]) -> String {
    results.map(text).joined(separator: explaining ? "\n" : "")
  }

  private func text(_ result: SearchResult) -> String {
    var out = style("1", TerminalText.printable(result.term)) + " (\(result.language))"
    if !result.source.isEmpty { out += style("2", "  \(TerminalText.printable(result.source))") }
    out += "\n"
    if result.kind == .fact, let facet = result.facet {
      out += line("\(facet.rawValue): \(result.matched)")
    }
    if !result.definition.isEmpty { out += line(result.definition) }
    if explaining {
      let rank = result.rank
      var why = "met \(rank.match.explanation), '\(result.matched)'"
      why += ", distance \(rank.distance), used \(rank.uses) times, \(result.id)"
      out += line(why)
    }
    return out
  }

  /// One indented line, cut to the width of the terminal, with the words of the query marked.
  private func line(_ text: String) -> String {
    let text = TerminalText.printable(text)
    var out = ""
    var columns = 4
    var isCut = false
    for character in text {
      let wide = TerminalText.width(of: String(character))
      if columns + wide > max(width, 40) - 1 {
        isCut = true
        break
      }
      columns += wide
      out.append(character)
    }
    return "    " + marked(out) + (isCut ? "…" : "") + "\n"
  }

  /// A line with the words that the query has, but for their endings, in bold.
  private func marked(_ line: String) -> String {
    guard usesColor else { return line }
    let asked = SearchWords.of(query).filter { $0.count >= 3 }
    var out = ""
    var word = ""
    func flush() {
      let lower = word.lowercased()
      let isMet = asked.contains { lower.hasPrefix($0.prefix(max(3, $0.count - 2))) }
      out += isMet ? style("1;33", word) : word
      word = ""
    }
    for character in line {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        flush()
        out.append(character)
      }
    }
    flush()
    return out
  }

  private func style(_ code: String, _ text: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// The words of a query, lower case.
private enum SearchWords {
  static func of(_ query: String) -> [String] {
    query.prefix(500).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
