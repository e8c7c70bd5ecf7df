/// Diagnostics as people read them, in the style of a compiler.
package struct TextReporter: Sendable {
  /// Whether to use ANSI colours.
  package var usesColor: Bool
  /// The files of the diagnostics by path, for excerpts; one that is not here is shown without.
  package var sources: [String: SourceText]

  package init(usesColor: Bool = false, sources: [String: SourceText] = [:]) {
    self.usesColor = usesColor
    self.sources = sources
  }

  /// Each diagnostic with its excerpt, notes and help; every line ends in LF.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var out = ""
    for diagnostic in diagnostics { write(diagnostic, to: &out) }
    return out
  }

  /// `2 errors, 1 warning`; empty where there is nothing.
  package static func summary(of diagnostics: [Diagnostic]) -> String {
    Severity.allCases.sorted(by: >).compactMap { severity in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  private func write(_ diagnostic: Diagnostic, to out: inout String) {
    let place = style(.bold, place(diagnostic.location))
    let severity = style(color(of: diagnostic.severity), diagnostic.severity.rawValue + ":")
    let message = style(.bold, TerminalText.printable(diagnostic.message))
    out += "\(place): \(severity) \(message) [\(diagnostic.rule.rawValue)]\n"
    writeExcerpt(at: diagnostic.location, to: &out)
    for note in diagnostic.notes {
      let place = note.location.map { style(.bold, self.place($0)) + ": " } ?? ""
      out += place + style(.cyan, "note:") + " " + TerminalText.printable(note.message) + "\n"
      if let location = note.location { writeExcerpt(at: location, to: &out) }
    }
    if let help = diagnostic.help {
      out += style(.cyan, "help:") + " " + TerminalText.printable(help) + "\n"
    }
  }

  private func writeExcerpt(at location: Location, to out: inout String) {
    // A place without extent at the very start stands for the whole file: nothing in it to show.
    guard let source = sources[location.file], !(location.span.isEmpty && location.span.start == 0)
    else { return }
    let excerpt = Excerpt(of: location.span, in: source)
    let number = String(location.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let mark = "^" + String(repeating: "~", count: excerpt.markWidth - 1)
    let indent = String(repeating: " ", count: excerpt.markStart)
    let text = excerpt.text.isEmpty ? "" : " " + excerpt.text
    out += " \(style(.dim, "\(number) |"))\(text)\n"
    out += " \(style(.dim, "\(gutter) |")) \(indent)\(style(.green, mark))\n"
  }

  private func place(_ location: Location) -> String {
    let start = location.start
    return "\(TerminalText.printable(location.file)):\(start.line):\(start.column)"
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case magenta = "1;35"
    case cyan = "1;36"
  }

  private func color(of severity: Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .magenta
    case .note: .cyan
    }
  }

  private func style(_ style: Style, _ text: String) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
