import ArgumentParser
import Diagnostics

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a knowledge base, or an article.",
    discussion: """
      EXAMPLES
        begrepp new site glossary
        begrepp new article "Strategisk allians" --language sv
        begrepp new article --translation-of sv/kluster.md --language nb
      """,
    subcommands: [NewSiteCommand.self, NewArticleCommand.self])
}

struct NewSiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write a small knowledge base that builds, to start from.",
    discussion: """
      Files that are there already are left alone.

      EXAMPLES
        begrepp new site glossary
        begrepp build --root glossary
      """)

  @Argument(
    help: ArgumentHelp("The folder to write it to.", valueName: "dir"), completion: .directory)
  var folder: String

  @Flag(help: "Only say what would be written.")
  var dryRun = false

  func run() throws {
    if Files.exists(folder + "/content/site.yml") {
      throw CommandFailure(.badInput, "'\(folder)' is a knowledge base already")
    }
    for (path, text) in StarterSite.files {
      let target = Path.join(folder, path)
      if Files.exists(target) {
        Terminal.say("\(target) is there already, and is left as it is")
        continue
      }
      if !dryRun {
        if let parent = Path.parent(target) { try Files.makeFolder(parent) }
        try Files.replace(target, with: Array(text.utf8))
      }
      Terminal.write(TerminalText.printable(target) + "\n")
    }
    if dryRun { return }
    Terminal.write("build it with: begrepp build --root \(folder)\n", to: .error)
  }
}
