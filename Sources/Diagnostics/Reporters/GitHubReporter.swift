/// Diagnostics as workflow commands, which GitHub Actions turns into annotations.
package enum GitHubReporter {
  /// One line per diagnostic, each ending in LF.
  package static func report(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { line(for: $0) + "\n" }.joined()
  }

  private static func line(for diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = [
      ("file", location.file), ("line", String(location.start.line)),
      ("endLine", String(location.end.line)),
    ]
    // GitHub takes columns only where the annotation lies on one line; its end is inclusive.
    if location.start.line == location.end.line {
      let last = max(location.start.column, location.end.column - 1)
      properties.append(("col", String(location.start.column)))
      properties.append(("endColumn", String(last)))
    }
    properties.append(("title", diagnostic.rule.rawValue))
    let list = properties.map { "\($0)=\(escape($1, inProperty: true))" }.joined(separator: ",")
    let help = diagnostic.help.map { "\nhelp: " + $0 } ?? ""
    return "::\(command) \(list)::\(escape(diagnostic.message + help, inProperty: false))"
  }

  private static func escape(_ text: String, inProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where inProperty: out += "%3A"
      case "," where inProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
