import Testing

@testable import Commands

@Suite struct CompletingTests {
  @Test(
    "a word of the shell is read as it is meant",
    arguments: [
      ("kluster", "kluster"), ("joint\\ ven", "joint ven"), ("'joint ven", "joint ven"),
      ("\"joint ven\"", "joint ven"), ("\"a\\\"b\\c\"", "a\"b\\c"), ("'a\\b'", "a\\b"),
      ("it\\'s", "it's"), ("'it'\\''s'", "it's"), ("", ""), ("\\", ""), ("åäö", "åäö"),
    ])
  func words(word: String, plain: String) { #expect(ShellWords.plain(word) == plain) }

  @Test(
    "the browser is that of the environment, then that of the desktop",
    arguments: [
      (nil, [["xdg-open", "file:///a"]]),
      ("", [["xdg-open", "file:///a"]]),
      ("lynx", [["lynx", "file:///a"], ["xdg-open", "file:///a"]]),
      (
        "firefox --new-tab %s:w3m",
        [["firefox", "--new-tab", "file:///a"], ["w3m", "file:///a"], ["xdg-open", "file:///a"]]
      ),
      (" : ", [["xdg-open", "file:///a"]]),
    ] as [(String?, [[String]])])
  func browsers(browser: String?, commands: [[String]]) {
    #expect(SitePage.commands(for: "file:///a", browser: browser) == commands)
  }

  @Test("the manual page prints every command, and no line of it is taken for a macro")
  func manual() {
    let option = CommandDescription.Argument(
      kind: "option", names: [.init(kind: "long", name: "dry-run")], valueName: "n",
      abstract: "How many; it's \\ odd.", defaultValue: "10", isOptional: true, isRepeating: false)
    let value = CommandDescription.Argument(
      kind: "positional", names: nil, valueName: "query", abstract: ".What", defaultValue: nil,
      isOptional: false, isRepeating: true)
    let find = CommandDescription.Command(
      commandName: "find", abstract: "Find it.",
      discussion: "One.\n\nTwo.\n\nEXAMPLES\n  x find '.a'", arguments: [option, value],
      subcommands: nil, shouldDisplay: true)
    let hidden = CommandDescription.Command(
      commandName: "hidden", abstract: nil, discussion: nil, arguments: nil, subcommands: nil,
      shouldDisplay: false)
    let root = CommandDescription.Command(
      commandName: "x", abstract: "Finds.", discussion: nil, arguments: nil,
      subcommands: [find, hidden], shouldDisplay: true)
    let text = ManualPage(root, version: "1").text
    let expected = """
      .SS "x find [options] QUERY..."
      Find it.
      .PP
      One.
      .PP
      Two.
      .TP
      \\fB\\-\\-dry\\-run\\fR \\fIn\\fR
      How many; it\\(aqs \\e odd. (default: 10)
      .TP
      \\fIQUERY\\fR
      \\&.What
      .PP
      Examples:
      .PP
      .nf
        x find \\(aq.a\\(aq
      .fi

      """
    #expect(text.contains(expected))
    #expect(!text.contains("hidden"))
  }
}
