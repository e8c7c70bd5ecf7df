import Foundation
import Glibc
import Testing

@Suite("A review on a real terminal")
struct ReviewTests {
  private static let prompt = "? help\r\n"

  private func base() throws -> WorkFolder {
    try WorkFolder(copying: FixtureTests.folder + "/review")
  }

  private func text(_ work: WorkFolder, _ name: String) -> String {
    FileManager.default.contents(atPath: work.path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    } ?? "(none)"
  }

  @Test("a whole session: keep, reject, edit, open, skip, back, stop")
  func session() throws {
    let work = try base()
    let decisions = text(work, "content/concepts.yml")
    let terminal = try PseudoTerminal(
      ["review", "sv/kaffe.md"], in: work.path, environment: ["EDITOR": "sed -i s/luktar/doftar/"])
    let before = terminal.mode
    // Each key after the question that it answers.
    for key in ["k", "r", "b"] {
      try terminal.wait(for: Self.prompt)
      terminal.type(key)
    }
    try terminal.wait(for: Self.prompt)
    #expect(terminal.mode & tcflag_t(ICANON | ECHO) == 0)
    terminal.type("e")
    try terminal.wait(for: "label: det piggar upp")
    terminal.type("\u{15}mer ork\r")
    try terminal.wait(for: "called 'mer ork'")
    try terminal.wait(for: "det luktar gott")
    try terminal.wait(for: Self.prompt)
    terminal.type("o")
    try terminal.wait(for: "det doftar gott")
    for key in ["r", "s"] {
      try terminal.wait(for: Self.prompt)
      terminal.type(key)
    }
    #expect(terminal.end() == 0)
    #expect(terminal.mode == before)
    #expect(
      terminal.shown.hasSuffix(
        "added to content/concepts.yml\r\n"
          + "1 kept, 1 rejected, 1 called otherwise, 1 left for another time\r\n"))
    #expect(
      text(work, "content/concepts.yml")
        == decisions + """

          - correct: sv/kaffe.md
            relabel:
              - {facet: benefit, from: det piggar upp, to: mer ork}
            reject:
              - {facet: benefit, label: det doftar gott}

          """)
    #expect(
      text(work, "content/.reviewed/sv/kaffe.md") == """
        benefit: det doftar gott
        benefit: det piggar upp
        definition: kaffe: Kaffe är en dryck av rostade bönor.

        """)
    let left = try Program.shell("begrepp review --list", in: work.path)
    #expect(
      left.output.split(separator: "\n") == [
        "content/nb/te.md:3:1: definition: te",
        "content/sv/kaffe.md:12:3: drawback: det fläckar dukar",
      ])
  }

  @Test("where concepts.yml changed meanwhile, nothing is written to it and nothing is lost")
  func changedMeanwhile() throws {
    let work = try base()
    let terminal = try PseudoTerminal(["review", "sv/kaffe.md"], in: work.path)
    try terminal.wait(for: Self.prompt)
    let other = "- id: coffee\n  sv: kaffe  # nytt\n"
    try work.write(other, to: "content/concepts.yml")
    terminal.type("k")
    try terminal.wait(for: Self.prompt)
    terminal.type("r")
    try terminal.wait(for: Self.prompt)
    terminal.type("q")
    #expect(terminal.end() == 74)
    #expect(text(work, "content/concepts.yml") == other)
    #expect(
      terminal.shown.contains(
        "begrepp: content/concepts.yml is left as it is. Your corrections, to be added by hand:\r\n"
          + "- correct: sv/kaffe.md\r\n  reject:\r\n    - {facet: benefit, label: det piggar upp}\r\n"
      ))
    #expect(
      terminal.shown.hasSuffix(
        "begrepp: error: cannot write content/concepts.yml: it changed in the meantime\r\n"))
    // What was kept is not asked again, what was rejected is.
    let left = try Program.shell("begrepp review --list", in: work.path).output
    #expect(!left.contains("definition: kaffe"))
    #expect(left.contains("benefit: det piggar upp"))
  }

  @Test("the terminal is as it was after a signal, and after Ctrl-C; nothing is written")
  func interrupted() throws {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let work = try base()
      let terminal = try PseudoTerminal(["review", "sv/kaffe.md"], in: work.path)
      let before = terminal.mode
      try terminal.wait(for: Self.prompt)
      terminal.type("r")
      try terminal.wait(for: Self.prompt)
      #expect(terminal.mode != before)
      kill(terminal.identifier, number)
      #expect(terminal.end() == 128 + number)
      #expect(terminal.mode == before)
      #expect(!FileManager.default.fileExists(atPath: work.path + "/content/.reviewed"))
    }
    let work = try base()
    let decisions = text(work, "content/concepts.yml")
    let terminal = try PseudoTerminal(["review", "sv/kaffe.md"], in: work.path)
    let before = terminal.mode
    try terminal.wait(for: Self.prompt)
    terminal.type("r")
    try terminal.wait(for: Self.prompt)
    terminal.type("\u{3}")
    try terminal.wait(for: "1 decision not written: q writes, Ctrl-C once more drops")
    terminal.type("\u{3}")
    #expect(terminal.end() == 1)
    #expect(terminal.mode == before)
    #expect(terminal.shown.hasSuffix("begrepp: nothing was written\r\n"))
    #expect(text(work, "content/concepts.yml") == decisions)
  }

  @Test("a dry run prints what would change")
  func dryRun() throws {
    let work = try base()
    let decisions = text(work, "content/concepts.yml")
    let terminal = try PseudoTerminal(["review", "sv/kaffe.md", "--dry-run"], in: work.path)
    for key in ["s", "r", "q"] {
      try terminal.wait(for: Self.prompt)
      terminal.type(key)
    }
    #expect(terminal.end() == 0)
    #expect(terminal.shown.contains("+    - {facet: benefit, label: det piggar upp}\r\n"))
    #expect(
      terminal.shown.hasSuffix("would write: 0 kept, 1 rejected, 3 left for another time\r\n"))
    #expect(text(work, "content/concepts.yml") == decisions)
    #expect(!FileManager.default.fileExists(atPath: work.path + "/content/.reviewed"))
  }
}
