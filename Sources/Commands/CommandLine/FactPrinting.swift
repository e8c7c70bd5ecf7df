import Articles
import Diagnostics
import Extraction
import Language

/// What an article says, as `begrepp extract` prints it.
enum FactPrinting {
  /// One element of the array that `extract --format json` prints.
  static func json(_ facts: ArticleFacts, of article: Article) -> JSON {
    let subject: JSON =
      facts.subject.map {
        ["term": .string($0.term), "synonyms": .strings($0.synonyms)]
      } ?? ["term": "", "synonyms": []]
    return .object([
      "file": .string(article.source.path), "language": .string(facts.language.rawValue),
      "subject": subject,
      "facts": .array(facts.facts.map { json($0, at: article.source.location($0.span)) }),
      "silences": facts.silences.isEmpty
        ? nil : .array(facts.silences.map { json($0, in: article.source) }),
    ])
  }

  private static func json(_ silence: Silence, in source: SourceText) -> JSON {
    let start = source.position(at: silence.span.start)
    return .object([
      "facets": .strings(silence.facets.map(\.rawValue)), "text": .string(silence.text),
      "line": .number(start.line), "column": .number(start.column),
      "reason": .string(silence.reason.rawValue), "rule": silence.rule.map(JSON.string),
    ])
  }

  /// - Parameter namesFile: whether the file is not said elsewhere.
  static func json(_ fact: Fact, at location: Location, namesFile: Bool = false) -> JSON {
    let (start, end) = (location.start, location.end)
    let label = JSON.string(fact.label)
    return .object([
      "file": namesFile ? .string(location.file) : nil,
      "facet": .string(fact.facet.rawValue),
      "term": fact.facet == .definition ? label : nil,
      "label": fact.facet == .definition ? nil : label,
      "subject": fact.subject.map(JSON.string),
      "text": .string(fact.text),
      "definiens": fact.definiens.map(JSON.string),
      "synonyms": fact.synonyms.isEmpty ? nil : .strings(fact.synonyms),
      "order": fact.order.map(JSON.number),
      "explanation": fact.explanation.map(JSON.string),
      "poles": fact.poles.isEmpty ? nil : .strings(fact.poles),
      "line": .number(start.line), "column": .number(start.column),
      "endLine": .number(end.line), "endColumn": .number(end.column),
      "rule": .string(fact.rule),
      "evidence": fact.evidence.isEmpty ? nil : .strings(fact.evidence),
    ])
  }

  /// - Parameter explaining: whether to say which rule found each fact, and by which words.
  static func text(_ facts: ArticleFacts, of article: Article, explaining: Bool) -> String {
    let path = TerminalText.printable(article.source.path)
    var out = "\(path) (\(facts.language))\n"
    if let subject = facts.subject {
      let also = subject.synonyms.isEmpty ? "" : " (\(subject.synonyms.joined(separator: ", ")))"
      out += "  subject: \(TerminalText.printable(subject.term + also))\n"
    }
    for facet in Facet.allCases {
      let members = facts.facts.filter { $0.facet == facet }
      if members.isEmpty { continue }
      out += "  \(facet.rawValue) (\(members.count))\n"
      for fact in members { out += line(for: fact, of: article, path, explaining: explaining) }
    }
    if facts.facts.isEmpty { out += "  nothing was found in it\n" }
    if !facts.silences.isEmpty {
      out += "  gave nothing (\(facts.silences.count))\n"
      for silence in facts.silences { out += line(for: silence, of: article, path) }
    }
    return out
  }

  private static func line(for silence: Silence, of article: Article, _ path: String) -> String {
    let start = article.source.position(at: silence.span.start)
    let facets = silence.facets.map(\.rawValue).joined(separator: ", ")
    let rule = silence.rule.map { " (\($0))" } ?? ""
    return "    - \(TerminalText.printable("\"\(silence.text)\""))\n"
      + "       \(path):\(start.line):\(start.column): no \(facets): \(silence.reason.rawValue)\(rule)\n"
  }

  private static func line(
    for fact: Fact, of article: Article, _ path: String, explaining: Bool
  ) -> String {
    let order = fact.order.map { "\($0). " } ?? "- "
    let owner = fact.subject.map { " [of \($0)]" } ?? ""
    let rest =
      switch fact.facet {
      case .definition: ": " + (fact.definiens ?? fact.text)
      default: fact.explanation.map { ": " + $0 } ?? ""
      }
    var out = "    " + TerminalText.printable(order + fact.label + owner + rest) + "\n"
    guard explaining else { return out }
    let start = article.source.position(at: fact.span.start)
    let words = fact.evidence.map { "'\($0)'" }.joined(separator: ", ")
    let by = fact.rule + (words.isEmpty ? "" : " by " + words)
    out += "       \(path):\(start.line):\(start.column): \(TerminalText.printable(by))\n"
    out += "       \(TerminalText.printable("\"\(fact.text)\""))\n"
    return out
  }
}
