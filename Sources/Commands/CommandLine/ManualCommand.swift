import ArgumentParser
import Foundation

/// Prints the manual page, for `make install`; not listed among the commands.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, as roff.",
    discussion: """
      EXAMPLES
        begrepp manual | man -l -
        begrepp manual > ~/.local/share/man/man1/begrepp.1
      """,
    shouldDisplay: false)

  func run() throws {
    let description = try JSONDecoder().decode(
      CommandDescription.self, from: Data(Begrepp._dumpHelp().utf8))
    Terminal.write(ManualPage(description.command, version: Begrepp.version).text)
  }
}

/// The commands as the argument parser describes them.
struct CommandDescription: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
    var shouldDisplay: Bool?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
  }

  var command: Command
}
