import Diagnostics
import Extraction
import Knowledge

/// A review as an editor has it on a terminal: each new fact is shown, and one key decides about it.
struct ReviewDialogue {
  enum Ending: Equatable {
    /// What was decided is to be written.
    case stopped
    /// It is not.
    case dropped
  }

  /// What the dialogue needs of the world around it.
  struct Surroundings {
    var write: (String) -> Void
    var key: () -> Key
    /// Opens an article at a line in the editor; gives what went wrong, if anything did.
    var open: (ReviewItem) -> String?
    /// The new facts of an article after it was open; nil where it cannot be read.
    var reread: (String) -> [ReviewItem]?
    var width: Int
    var usesColor: Bool
  }

  private(set) var session: ReviewSession
  private let around: Surroundings
  private var hasWarned = false

  init(_ session: ReviewSession, _ surroundings: Surroundings) {
    self.session = session
    around = surroundings
  }

  mutating func run() -> Ending {
    while let item = session.current {
      show(item)
      var ending: Ending?
      while !take(around.key(), item, &ending) {}
      if let ending { return ending }
    }
    return .stopped
  }

  // MARK: Showing

  private static let keys =
    "k keep  r reject  e edit label  o open  s skip  b back  q stop  ? help"

  private static let help = """
    k  keep: it is right as it is
    r  reject: it is none; 'reject' in concepts.yml
    e  edit its label; 'relabel' in concepts.yml. Enter takes the new one, Esc leaves the old one
    o  open the article in $EDITOR at this place, and read it again
    s  skip: it comes again the next time
    b  back to the fact before, and undo what was decided about it
    q  stop, and write what was decided
    Ctrl-C twice: stop, and write nothing

    """

  private func style(_ code: String, _ text: String) -> String {
    around.usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func say(_ text: String) { around.write(TerminalText.printable(text) + "\n") }

  private func show(_ item: ReviewItem) {
    let fact = item.fact
    let number = "\(session.place + 1) of \(session.items.count)"
    let place = "\(item.location.file):\(item.location.start.line)"
    var out = "\n" + style("2", TerminalText.printable("\(number)  \(place)")) + "\n"
    let owner = fact.subject.map { " of \($0)" } ?? ""
    out += style("1", "\(fact.facet.rawValue)\(TerminalText.printable(owner)): ")
    out += style("1", TerminalText.printable(fact.label)) + "\n"
    var lines = [fact.definiens ?? (fact.facet == .definition ? nil : fact.explanation)]
    if fact.text != fact.label { lines.append("\u{201C}\(fact.text)\u{201D}") }
    for line in lines.compactMap({ $0 }) { out += "  \(TerminalText.printable(line))\n" }
    around.write(out + style("2", Self.keys) + "\n")
  }

  // MARK: Keys

  /// - Returns: whether to go on with the session's present fact, or to end.
  private mutating func take(_ key: Key, _ item: ReviewItem, _ ending: inout Ending?) -> Bool {
    if key != .interrupt { hasWarned = false }
    switch key {
    case .character("k"): return decide(.keep, "kept")
    case .character("r"): return decide(.reject, "rejected")
    case .character("s"): return decide(.skip, "skipped")
    case .character("e"): return edit(item)
    case .character("o"): return open(item)
    case .character("b"):
      if session.goBack() { return true }
      say("this is the first")
    case .character("q"), .endOfInput:
      ending = .stopped
      return true
    case .interrupt:
      if session.count == 0 || hasWarned {
        ending = .dropped
        return true
      }
      hasWarned = true
      let count = StatusText.plural(session.count, "decision")
      say("\(count) not written: q writes, Ctrl-C once more drops")
    case .character("?"), .character("h"): around.write(Self.help)
    case .character: say(Self.keys)
    default: break
    }
    return false
  }

  private mutating func decide(_ decision: ReviewSession.Decision, _ word: String) -> Bool {
    session.decide(decision)
    say(word)
    return true
  }

  private mutating func edit(_ item: ReviewItem) -> Bool {
    var editor = LineEditor(item.fact.label)
    var outcome = LineEditor.Outcome.goesOn
    while outcome == .goesOn {
      around.write(editor.drawn(after: "label: ", width: around.width))
      outcome = editor.press(around.key())
    }
    around.write("\n")
    let label = String(editor.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if outcome == .cancelled || label.isEmpty || label == item.fact.label {
      say("the label stays")
      return true
    }
    return decide(.relabel(label), "called '\(label)'")
  }

  private mutating func open(_ item: ReviewItem) -> Bool {
    if let fault = around.open(item) {
      say(fault)
      return false
    }
    guard let fresh = around.reread(item.path) else {
      say("\(item.location.file) cannot be read as an article now; see begrepp check")
      return true
    }
    session.reload(item.path, fresh)
    return true
  }
}
