import Diagnostics
import Knowledge
import Language

/// What a build made, in numbers.
struct BuildCounts {
  private struct Edition {
    var language: LanguageCode
    var articles: Int
    var concepts: Int
  }

  private var editions: [Edition] = []
  private var facts: [(facet: Facet, count: Int)] = []
  private var severities: [(severity: Severity, count: Int)] = []

  init(_ loaded: LoadedKnowledge) {
    let base = loaded.base
    editions = base.languages.map { language in
      Edition(
        language: language, articles: base.articles.count { $0.language == language },
        concepts: base.concepts.count { $0.designations[language] != nil })
    }
    var counts: [Facet: Int] = [:]
    for place in base.statements.indices { counts[base.statements[place].facet, default: 0] += 1 }
    facts = Facet.allCases.map { facet in
      if facet == .definition {
        return (facet, base.concepts.reduce(0) { $0 + $1.definitions.count })
      }
      return (facet, counts[facet, default: 0])
    }.filter { $0.count > 0 }
    severities = Severity.allCases.sorted(by: >).map { severity in
      (severity, loaded.diagnostics.count { $0.severity == severity })
    }
  }

  /// A line per file that a build would write or remove.
  static func changes(_ report: BuildReport) -> String {
    let change = report.publication
    let lines =
      change.writtenPaths.map { "write   " + Path.join(report.output, $0) }
      + change.removedPaths.map { "remove  " + Path.join(report.output, $0) }
    return lines.map { TerminalText.printable($0) + "\n" }.joined()
  }

  func text(_ loaded: LoadedKnowledge, _ report: BuildReport, isDryRun: Bool = false) -> String {
    let change = report.publication
    var lines: [(String, String)] = editions.map { edition in
      (
        loaded.catalog[edition.language]?.name ?? edition.language.rawValue,
        "\(plural(edition.articles, "article")), \(plural(edition.concepts, "concept"))"
      )
    }
    lines.append(("concepts", "\(loaded.base.concepts.count) in all languages"))
    let facets = facts.map { plural($0.count, $0.facet.rawValue) }.joined(separator: ", ")
    lines.append(("facts", facets.isEmpty ? "none" : facets))
    let found = TextReporter.summary(of: loaded.diagnostics)
    lines.append(("diagnostics", found.isEmpty ? "none" : found))
    lines.append(
      (
        "files",
        isDryRun
          ? "\(change.written) to write, \(change.unchanged) unchanged, \(change.removed) to remove"
          : "\(change.written) written, \(change.unchanged) unchanged, \(change.removed) removed"
      ))
    if !isDryRun { lines.append(("open", Path.join(report.output, "index.html"))) }
    let width = lines.map { TerminalText.width(of: $0.0) }.max() ?? 0
    return lines.map { label, value in
      let gap = String(repeating: " ", count: width - TerminalText.width(of: label) + 2)
      return TerminalText.printable(label + gap + value) + "\n"
    }.joined()
  }

  func json(_ loaded: LoadedKnowledge, _ report: BuildReport, isDryRun: Bool = false) -> JSON {
    let change = report.publication
    return [
      "version": 1,
      "dryRun": .bool(isDryRun),
      "output": .string(report.output),
      "languages": .array(
        editions.map {
          [
            "language": .string($0.language.rawValue), "articles": .number($0.articles),
            "concepts": .number($0.concepts),
          ]
        }),
      "articles": .number(loaded.base.articles.count),
      "concepts": .number(loaded.base.concepts.count),
      "facts": .object(facts.map { .init($0.facet.rawValue, .number($0.count)) }),
      "diagnostics": .object(severities.map { .init($0.severity.rawValue, .number($0.count)) }),
      "files": .object([
        "written": .number(change.written), "unchanged": .number(change.unchanged),
        "removed": .number(change.removed), "foreign": .strings(change.foreign),
        "writtenPaths": isDryRun ? .strings(change.writtenPaths) : nil,
        "removedPaths": isDryRun ? .strings(change.removedPaths) : nil,
      ]),
    ]
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
