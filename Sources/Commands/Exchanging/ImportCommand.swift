import ArgumentParser
import Diagnostics

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take into the content what other programs wrote.",
    discussion: """
      EXAMPLES
        begrepp import po po/nb/sv/kluster.po
      """,
    subcommands: [ImportPOCommand.self])
}

struct ImportPOCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "po",
    abstract: "Take translators' catalogues into the articles.",
    discussion: """
      Writes the translation that each catalogue is of, or a new one. What is no message stays as it \
      is. Where a message is fuzzy or empty, the former translation of its block stays; a block that \
      has none is left out, and a new translation is then a draft. What was translated counts as \
      confirmed, as by 'begrepp status --confirm'.

      A catalogue that is not of its article as it stands is refused, and so is one with a \
      translation that does not fit into the article. The others are imported.

      EXAMPLES
        begrepp import po po/nb/sv/kluster.po
        begrepp import po --dry-run po/nb
      """)

  @Argument(help: "Catalogues, or folders with catalogues that end in .po.")
  var files: [String]

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption
  @OptionGroup var jobs: JobsOption

  @Flag(help: "Write nothing, and print what would change as a diff.")
  var dryRun = false

  func run() throws {
    let folder = try root.folder()
    var faults: [FileFault] = []
    let catalogues = CatalogueFiles.list(files, &faults)
    if catalogues.isEmpty && faults.isEmpty {
      throw CommandFailure(.badInput, "there is no catalogue: no file that ends in .po")
    }
    let loaded = try Reporting.load(folder, parallel: jobs.parallel)
    let importing = CatalogueImport(loaded)
    var steps: [CatalogueImport.Step] = []
    var diagnostics: [Diagnostic] = []
    var sources = loaded.sources
    var taken: [String: String] = [:]
    for file in catalogues {
      do {
        let planned = try importing.plan(file)
        diagnostics += planned.diagnostics
        sources[file] = planned.value.source
        guard let step = planned.value.step else { continue }
        if step.isNew && step.written.changed == 0 {
          Terminal.say("\(file): nothing of '\(step.source)' is translated yet")
          continue
        }
        if let other = taken.updateValue(file, forKey: step.path) {
          diagnostics.append(
            Diagnostic(
              .outdatedCatalogue, at: Location(file: file),
              "'\(other)' is a catalogue of '\(step.path)' as well", help: "import one of the two"))
          continue
        }
        steps.append(step)
      } catch let fault as FileFault { faults.append(fault) }
    }
    var done: [CatalogueImport.Step] = []
    for step in steps {
      do {
        if !dryRun { try importing.write(step) }
        done.append(step)
      } catch let fault as FileFault { faults.append(fault) }
    }
    for fault in faults { Terminal.say("error: " + fault.description) }
    Reporting.say(diagnostics, sources: sources)
    print(done, loaded)
    if !faults.isEmpty { throw ExitCode(.files) }
    if !diagnostics.isEmpty { throw ExitCode(.badInput) }
  }

  private func print(_ steps: [CatalogueImport.Step], _ loaded: LoadedKnowledge) {
    if format.value == .json {
      let json: JSON = [
        "version": 1, "translations": .array(steps.map { $0.json(isWritten: !dryRun) }),
      ]
      return Terminal.write(json.serialized())
    }
    for step in steps {
      let line = loaded.folder.shown("content/" + step.path) + ": " + step.words
      if dryRun {
        Terminal.writeDiff(step.diff(loaded))
        Terminal.say("would write " + line)
      } else {
        Terminal.write(TerminalText.printable(line) + "\n")
      }
    }
  }
}
