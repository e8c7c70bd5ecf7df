import ArgumentParser
import Testing

@testable import Commands

@Suite struct CommandLineTests {
  @Test(
    "understands what the help shows",
    arguments: [
      ["build", "--strict", "--output", "/srv/www"], ["build", "--jobs", "4", "--timings"],
      ["search", "risk", "--facet", "drawback", "--language", "nb"], ["show", "joint-venture"],
      ["list", "--undefined"], ["extract", "--explain", "--language", "nb", "a.txt"],
      ["link", "--term", "kluster", "--language", "sv"], ["check", "--format", "sarif"],
      ["check", "--fix", "--dry-run", "--off", "raw-html"], ["check", "--rules", "raw-html"],
      ["status", "--confirm", "nb/a.md"], ["status", "nb/a.md", "--format", "markdown"],
      ["new", "article", "--translation-of", "sv/a.md", "--language", "nb"],
      ["new", "site", "dir"], ["new", "article", "Kluster", "--translation-of", "sv/a.md"],
    ])
  func accepted(arguments: [String]) throws {
    _ = try Begrepp.parseAsRoot(arguments)
  }

  @Test(
    "refuses what it does not know, with the status for wrong usage",
    arguments: [
      ["frobnicate"], ["build", "--jobs", "0"], ["search"], ["search", "x", "--facet", "virtue"],
      ["search", "x", "--language", "../sv"], ["extract"], ["check", "--format", "xml"],
      ["new", "article", " "], ["new", "article"], ["check", "--off", "nonsense"],
      ["check", "--dry-run"], ["check", "raw-html"], ["status", "--confirm"],
      ["status", "--confirm", "--still-valid", "a.md"], ["status", "--dry-run", "a.md"],
    ])
  func refused(arguments: [String]) throws {
    let error = #expect(throws: (any Error).self) { try Begrepp.parseAsRoot(arguments) }
    if let error { #expect(Begrepp.exitCode(for: error).rawValue == 64) }
  }

  @Test("every command has examples in its help")
  func examples() {
    func visit(_ command: any ParsableCommand.Type) {
      let configuration = command.configuration
      #expect(configuration.discussion.contains("EXAMPLES"), "\(command)")
      configuration.subcommands.forEach(visit)
    }
    visit(Begrepp.self)
  }
}
