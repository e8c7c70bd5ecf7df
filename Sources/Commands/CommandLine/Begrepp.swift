import ArgumentParser
import Diagnostics

/// The command line.
package struct Begrepp: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "begrepp",
    abstract: "Turns a folder of articles into a cross-linked glossary site.",
    discussion: """
      Articles in Markdown, in Swedish and Norwegian Bokmål, are read from content/. What they say \
      about their concepts (definitions, levels, benefits, success factors and more) is found in \
      their text, and published in public/ as a site that needs no server.

      Exit status: 0 done, 1 the answer is no (nothing found, errors in the content), 64 wrong \
      usage, 65 bad input, 74 a file could not be read or written.

      EXAMPLES
        begrepp new site glossary     start a knowledge base
        begrepp build                 make the site
        begrepp serve                 show it while it is written
        begrepp search klustrets      look a word up
      """,
    version: Begrepp.version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, SearchCommand.self, ShowCommand.self,
      ListCommand.self, StatusCommand.self, AlignCommand.self, ReviewCommand.self, DiffCommand.self,
      ExportCommand.self,
      ImportCommand.self, ExtractCommand.self, LinkCommand.self, NewCommand.self,
      ManualCommand.self,
    ])

  /// The version that `--version` prints and that outdates what older ones kept.
  package static let version = "0.1.0"

  package init() {}

  /// Runs the process's arguments and ends the process.
  package static func start() -> Never {
    Terminal.ignoreBrokenPipes()
    Memory.setUp()
    do {
      var command = try parseAsRoot()
      try command.run()
      exit()
    } catch let failure as CommandFailure {
      report(failure)
      exit(withError: ExitCode(failure.status))
    } catch let fault as FileFault {
      report(CommandFailure(.files, fault.description))
      exit(withError: ExitCode(.files))
    } catch {
      exit(withError: error)
    }
  }

  private static func report(_ failure: CommandFailure) {
    var text = "begrepp: error: \(TerminalText.printable(failure.message))\n"
    if let help = failure.help { text += "help: \(TerminalText.printable(help))\n" }
    Terminal.write(text, to: .error)
  }
}
