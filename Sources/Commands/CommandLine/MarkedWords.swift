import Diagnostics

/// Texts of which some words changed, with marks on these.
enum MarkedWords {
  /// For a terminal: marks, and colour where there is colour.
  static func text(
    _ words: [WordChanges.Stretch], _ open: String, _ close: String, color: String?
  ) -> String {
    words.map { word in
      let text = TerminalText.printable(word.text)
      guard word.isChanged else { return text }
      return color.map { "\u{1B}[\($0)m\(open)\(text)\(close)\u{1B}[0m" } ?? open + text + close
    }.joined()
  }

  /// Marks stand directly at the words, or they would not be read as marks.
  static func markdown(_ words: [WordChanges.Stretch], _ mark: String) -> String {
    words.map { word in
      let core = word.text.drop { $0 == " " }
      let lead = word.text.dropLast(core.count)
      let trimmed = core.reversed().drop { $0 == " " }.count
      let body = core.prefix(trimmed)
      guard word.isChanged, !body.isEmpty else { return escaped(word.text) }
      return lead + mark + escaped(String(body)) + mark + core.dropFirst(trimmed)
    }.joined()
  }

  /// A text that Markdown makes nothing of.
  static func escaped(_ text: String) -> String {
    text.map { "\\`*_[]<>#|~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  static func json(_ words: [WordChanges.Stretch]) -> JSON {
    [
      "text": .string(words.map(\.text).joined()),
      "words": .array(words.map { ["text": .string($0.text), "changed": .bool($0.isChanged)] }),
    ]
  }
}
