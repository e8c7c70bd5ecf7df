import Diagnostics
import Extraction
import Knowledge
import Testing

@testable import Commands

@Suite("A review on a terminal")
struct ReviewDialogueTests {
  private static func keys(_ bytes: String) -> [Key] {
    var rest = Array(bytes.utf8)[...]
    let decoder = KeyDecoder { _ in rest.popFirst() }
    var keys: [Key] = []
    while !rest.isEmpty { keys.append(decoder.key()) }
    return keys
  }

  @Test("bytes are read as the keys that send them")
  func decoding() {
    #expect(
      Self.keys(
        "aåð🫖\r\u{7F}\u{15}\u{3}\u{4}\u{1B}[D\u{1B}OC\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[1;5C\u{1B}")
        == [
          .character("a"), .character("å"), .character("ð"), .character("🫖"), .enter, .backspace,
          .clear, .interrupt, .endOfInput, .left, .right, .home, .end, .delete, .right, .escape,
        ])
    #expect(Self.keys("\u{1B}x\u{1B}[15~\u{0}") == [.other, .other, .other])
    var bytes: [UInt8] = [0xC3, 0x28, 0xFF, 0xE2, 0x82]
    let decoder = KeyDecoder { _ in bytes.isEmpty ? nil : bytes.removeFirst() }
    #expect((0..<4).map { _ in decoder.key() } == [.other, .other, .other, .endOfInput])
  }

  @Test("a line is edited where its cursor stands")
  func editing() {
    var line = LineEditor("Te är gott")
    for key: Key in [.left, .left, .left, .left, .character("v"), .home, .delete, .character("t")] {
      #expect(line.press(key) == .goesOn)
    }
    #expect(String(line.text) == "te är vgott")
    for key: Key in [.end, .backspace, .right, .backspace, .left, .backspace] {
      _ = line.press(key)
    }
    #expect(String(line.text) == "te är vo")
    #expect(line.press(.enter) == .done)
    #expect(line.press(.escape) == .cancelled)
    _ = line.press(.clear)
    #expect(line.press(.backspace) == .goesOn && line.text.isEmpty)
  }

  @Test("a line that is too long shows the part around its cursor")
  func drawing() {
    var line = LineEditor(String(repeating: "abcdefghij", count: 5))
    #expect(line.drawn(after: "> ", width: 15) == "\r\u{1B}[K> jabcdefghij")
    _ = line.press(.left)
    #expect(line.drawn(after: "> ", width: 15) == "\r\u{1B}[K> ijabcdefghi")
    _ = line.press(.home)
    #expect(line.drawn(after: "> ", width: 15) == "\r\u{1B}[K> abcdefghija\u{1B}[11D")
    _ = line.press(.right)
    #expect(line.drawn(after: "> ", width: 15) == "\r\u{1B}[K> abcdefghija\u{1B}[10D")
    #expect(LineEditor("a\u{1B}[2Jb").drawn(after: "", width: 40) == "\r\u{1B}[Ka␛[2Jb")
  }

  private final class Screen {
    var text = ""
    var opened: [String] = []
  }

  private static func item(_ label: String) -> ReviewItem {
    var fact = Fact(
      facet: .benefit, label: label, text: "Det är \(label).", span: SourceSpan(at: 0), rule: "prov"
    )
    fact.explanation = "därför"
    return ReviewItem(path: "sv/te.md", fact: fact, location: Location(file: "content/sv/te.md"))
  }

  private func run(
    _ labels: [String], _ typed: String, fault: String? = nil, fresh: [ReviewItem]? = []
  ) -> (ReviewSession, ReviewDialogue.Ending, Screen) {
    let screen = Screen()
    var keys = Self.keys(typed)[...]
    var dialogue = ReviewDialogue(
      ReviewSession(labels.map(Self.item)),
      ReviewDialogue.Surroundings(
        write: { screen.text += $0 }, key: { keys.popFirst() ?? .endOfInput },
        open: { item in
          screen.opened.append(item.path)
          return fault
        }, reread: { _ in fresh }, width: 80, usesColor: false))
    let ending = dialogue.run()
    return (dialogue.session, ending, screen)
  }

  @Test("shows a fact, and goes on with the key that decides about it")
  func whole() {
    let (session, ending, screen) = run(["varmt", "gott"], "zkr")
    #expect(ending == .stopped)
    #expect(session.decisions == [.keep, .reject])
    #expect(
      screen.text == """

        1 of 2  content/sv/te.md:1
        benefit: varmt
          därför
          “Det är varmt.”
        k keep  r reject  e edit label  o open  s skip  b back  q stop  ? help
        k keep  r reject  e edit label  o open  s skip  b back  q stop  ? help
        kept

        2 of 2  content/sv/te.md:1
        benefit: gott
          därför
          “Det är gott.”
        k keep  r reject  e edit label  o open  s skip  b back  q stop  ? help
        rejected

        """)
  }

  @Test("goes back, edits labels, and leaves them on Esc or where nothing is changed")
  func labels() {
    #expect(run(["a", "b"], "bkbrkq").0.decisions == [.reject, .keep])
    #expect(
      run(["a", "b"], "e\u{15}  ny   text \rsq").0.decisions == [.relabel("ny text"), .skip])
    #expect(run(["a"], "ex\u{1B}").0.decisions == [nil])
    #expect(run(["a"], "e\rq").0.decisions == [nil])
    #expect(run(["a"], "e\u{15}\rq").0.decisions == [nil])
  }

  @Test("stops at q and at the end of input, and drops only what Ctrl-C was struck twice for")
  func endings() {
    #expect(run(["a"], "").1 == .stopped)
    #expect(run(["a"], "\u{3}").1 == .dropped)
    #expect(run(["a", "b"], "k\u{3}\u{3}").1 == .dropped)
    let (session, ending, screen) = run(["a", "b", "c"], "k\u{3}k\u{3}q")
    #expect(ending == .stopped && session.count == 2)
    #expect(screen.text.contains("2 decisions not written: q writes, Ctrl-C once more drops\n"))
  }

  @Test("reads an article again after it was open, and stays where that fails")
  func opening() {
    let (session, _, screen) = run(["a", "b"], "kok", fresh: [Self.item("a"), Self.item("ny")])
    #expect(session.items.map(\.fact.label) == ["a", "ny"])
    #expect(session.decisions == [.keep, .keep])
    #expect(screen.opened == ["sv/te.md"])
    #expect(run(["a"], "okq", fault: "no editor").2.text.contains("no editor\n"))
    let gone = run(["a"], "okq", fresh: nil)
    #expect(gone.2.text.contains("cannot be read as an article now"))
    #expect(gone.0.decisions == [.keep])
  }
}
