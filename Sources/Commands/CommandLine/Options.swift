import ArgumentParser
import Diagnostics
import Extraction
import Knowledge
import Language

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct FormatOption: ParsableArguments {
  @Option(name: .customLong("format"), help: "How to print the results: text or json.")
  var value: OutputFormat = .text
}

struct RootOption: ParsableArguments {
  @Option(
    name: .customLong("root"),
    help: ArgumentHelp(
      "The knowledge base; else the nearest folder upwards with content/site.yml.",
      valueName: "dir"), completion: .directory)
  var path: String?

  func folder() throws -> KnowledgeFolder { try KnowledgeFolder.find(path) }
}

struct JobsOption: ParsableArguments {
  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "How many threads to use; else as many as there are processors.", valueName: "n"))
  var count: Int?

  func validate() throws {
    if let count, !(1...1024).contains(count) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(count).")
    }
  }

  var parallel: Parallel { Parallel(jobs: count) }
}

extension LanguageCode: ExpressibleByArgument {
  package init?(argument: String) {
    guard !argument.isEmpty,
      argument.utf8.allSatisfy({
        $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      })
    else { return nil }
    self.init(argument)
  }

  package static var defaultCompletionKind: CompletionKind { Completions.languages }
}

extension Facet: ExpressibleByArgument {}

extension LanguageCatalog {
  /// The pack of a language that someone named on the command line.
  func pack(named code: LanguageCode) throws -> LanguagePack {
    if let pack = self[code] { return pack }
    throw CommandFailure(
      .usage, "there is no language '\(code)'",
      help: "the languages are " + codes.map(\.rawValue).joined(separator: ", "))
  }
}
