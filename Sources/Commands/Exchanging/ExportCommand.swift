import ArgumentParser
import Diagnostics
import Exchange
import Language

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the content in a format that other programs read.",
    discussion: """
      EXAMPLES
        begrepp export po --to nb
      """,
    subcommands: [ExportPOCommand.self])
}

struct ExportPOCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "po",
    abstract: "Write catalogues for translators, one for each article.",
    discussion: """
      A catalogue of GNU gettext has a message for each block of its article: title, heading, \
      paragraph, list item, row of a table. What is translated already is filled in; a block that \
      changed since is fuzzy, with its former text. Translators work on it with any program for \
      such files, and 'begrepp import po' takes it back.

      Without FILE: all articles that are no translations. A catalogue in which something was \
      translated that has not been imported is left alone.

      EXAMPLES
        begrepp export po --to nb
        begrepp export po --to nb sv/kluster.md
        begrepp export po --to nb --unfinished --output for-the-translator
      """)

  @Argument(help: "Articles, as sv/kluster.md or content/sv/kluster.md; or their translations.")
  var files: [String] = []

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("The language to translate to.", valueName: "code"))
  var to: LanguageCode

  @Option(
    help: ArgumentHelp(
      "The folder to write to; else 'po' beside the content folder.", valueName: "dir"))
  var output: String?

  @Flag(help: "Only articles of which something is not translated, or stale.")
  var unfinished = false

  @Flag(help: "Write over catalogues with translations that have not been imported.")
  var overwrite = false

  @Flag(help: "Only say what would be written.")
  var dryRun = false

  func run() throws {
    let folder = try root.folder()
    let loaded = try Reporting.load(folder, parallel: jobs.parallel)
    guard loaded.configuration.languages.contains(to) else {
      throw CommandFailure(
        .usage, "the site has no language '\(to)'",
        help: "its languages are "
          + loaded.configuration.languages.map(\.rawValue).joined(separator: ", "))
    }
    let exporting = CatalogueExport(
      loaded: loaded, language: to,
      output: output.map { Path.absolute($0, from: Path.current) }
        ?? folder.root + "/po", shown: output ?? folder.shown("po"))
    let sources = try sources(loaded)
    let results = jobs.parallel.map(sources) { exporting.make($0) }
    var written: [CatalogueExport.Made] = []
    var status: CommandFailure.Status?
    for result in results {
      do throws(FileFault) {
        let made = try result.get()
        if unfinished && made.isFinished { continue }
        if made.hasUnimported && !overwrite {
          refuse(made)
          status = status ?? .badInput
          continue
        }
        if !dryRun { try exporting.write(made) }
        written.append(made)
      } catch {
        Terminal.say("error: " + error.description)
        status = .files
      }
    }
    print(written)
    if written.isEmpty && status == nil { Terminal.say("there is nothing to translate") }
    if let status { throw ExitCode(status) }
  }

  private func refuse(_ made: CatalogueExport.Made) {
    Terminal.say(
      "error: \(made.shown) has translations that were not imported; it is left as it is")
    let help = "begrepp import po \(made.shown), or say --overwrite to lose them"
    Terminal.write("help: \(TerminalText.printable(help))\n", to: .error)
  }

  /// The articles to translate, as indices into the base.
  private func sources(_ loaded: LoadedKnowledge) throws -> [Int] {
    let base = loaded.base
    if files.isEmpty {
      return base.articles.indices.filter {
        loaded.translations[$0] == nil && base.articles[$0].language != to
      }
    }
    let names = ArticleNames(loaded)
    var seen: Set<Int> = []
    return try files.compactMap { file in
      let named = try names.find(file)
      let source = loaded.translations[named]?.source ?? named
      let path = base.articles[source].article.path
      if base.articles[source].language == to {
        throw CommandFailure(.badInput, "'\(path)' is written in '\(to)' already")
      }
      return seen.insert(source).inserted ? source : nil
    }
  }

  private func print(_ made: [CatalogueExport.Made]) {
    switch format.value {
    case .json:
      let json: JSON = [
        "version": 1, "catalogues": .array(made.map { $0.json(isWritten: !dryRun) }),
      ]
      Terminal.write(json.serialized())
    case .text:
      for catalogue in made {
        let verb = dryRun && !catalogue.isUnchanged ? "would write " : ""
        Terminal.write(TerminalText.printable(verb + catalogue.line) + "\n")
      }
    }
  }
}
