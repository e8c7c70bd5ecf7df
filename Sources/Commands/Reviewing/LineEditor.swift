import Diagnostics

/// A line of text that is being edited, and how it looks on a terminal.
struct LineEditor {
  private(set) var text: [Character]
  private(set) var cursor: Int

  init(_ text: String) {
    self.text = Array(text)
    cursor = self.text.count
  }

  enum Outcome: Equatable {
    case goesOn, done, cancelled
  }

  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .character(let character):
      text.insert(character, at: cursor)
      cursor += 1
    case .backspace where cursor > 0:
      cursor -= 1
      text.remove(at: cursor)
    case .delete where cursor < text.count: text.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .clear: (text, cursor) = ([], 0)
    case .enter: return .done
    case .escape, .interrupt, .endOfInput: return .cancelled
    default: break
    }
    return .goesOn
  }

  /// The line with a prompt, drawn over what stood there, with the terminal's cursor where it belongs. Of a
  /// text that is too long, the part around the cursor is shown.
  func drawn(after prompt: String, width: Int) -> String {
    let room = max(8, width - TerminalText.width(of: prompt) - 1)
    func columns(_ range: Range<Int>) -> Int {
      TerminalText.width(of: TerminalText.printable(String(text[range])))
    }
    var start = cursor
    while start > 0, columns(start - 1..<cursor) < room { start -= 1 }
    var end = cursor
    while end < text.count, columns(start..<end + 1) < room { end += 1 }
    let shown = TerminalText.printable(String(text[start..<end]))
    let back = columns(cursor..<end)
    return "\r\u{1B}[K\(prompt)\(shown)" + (back > 0 ? "\u{1B}[\(back)D" : "")
  }
}
