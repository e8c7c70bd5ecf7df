import ArgumentParser
import Diagnostics
import Knowledge

struct StatusCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say which translations are missing, and which are stale in which blocks.",
    discussion: """
      Without FILE: every article in every language. With FILE: each block of its source that \
      changed since the translation was confirmed, with its old and new words and the \
      translation's own block. A block that moved is not a block that changed.

      To confirm a translation keeps its source as it stands, under content/.translated/. Exit \
      status 1: a translation is missing or stale.

      EXAMPLES
        begrepp status
        begrepp status nb/klynge.md
        begrepp status --confirm nb/klynge.md
        begrepp status --still-valid nb/klynge.md
      """)

  @Argument(
    help: "Articles, as nb/klynge.md or content/nb/klynge.md.", completion: Completions.articles)
  var files: [String] = []

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption

  @Option(help: "How to print: text, json or markdown.")
  var format: Format = .text

  @Flag(help: "Say that the translations FILE… say what their sources say now.")
  var confirm = false

  @Flag(help: "Say that the translations FILE… need not follow the words that changed.")
  var stillValid = false

  @Flag(help: "With --confirm or --still-valid: only say what would be written.")
  var dryRun = false

  func validate() throws {
    if confirm && stillValid {
      throw ValidationError("--confirm and --still-valid cannot be said at once.")
    }
    if (confirm || stillValid) && files.isEmpty {
      throw ValidationError("Say which translations: begrepp status --confirm nb/klynge.md")
    }
    if dryRun && !confirm && !stillValid {
      throw ValidationError("--dry-run goes with --confirm or --still-valid.")
    }
  }

  func run() throws {
    let folder = try root.folder()
    let loaded = try Reporting.load(folder, parallel: jobs.parallel)
    if confirm || stillValid { return try write(loaded) }
    let faults = loaded.diagnostics.filter {
      $0.rule == .badConfirmation || $0.rule == .deadTranslation
        || $0.rule == .duplicateTranslation
    }
    Reporting.say(faults, sources: loaded.sources)
    if files.isEmpty { return try printMatrix(loaded) }
    try printReports(loaded)
  }

  private func printMatrix(_ loaded: LoadedKnowledge) throws {
    let matrix = StatusMatrix(loaded)
    let stale = loaded.translations.sorted { $0.key < $1.key }
      .map { StatusReport($0.key, $0.value, loaded) }.filter { $0.state == .stale }
    let history = StatusHistory(stale, loaded.folder)
    switch format {
    case .text:
      let text = StatusText(
        loaded: loaded, history: history, usesColor: Terminal.usesColor(.output))
      Terminal.write(text.matrix(matrix, stale))
    case .markdown:
      Terminal.write(StatusMarkdown(loaded: loaded, history: history).matrix(matrix, stale))
    case .json:
      Terminal.write(
        StatusJSON(loaded: loaded, history: history).matrix(matrix, stale).serialized())
    }
    if !matrix.isComplete { throw ExitCode(.no) }
  }

  private func printReports(_ loaded: LoadedKnowledge) throws {
    let names = ArticleNames(loaded)
    var reports: [StatusReport] = []
    for file in files {
      let index = try names.find(file)
      // Of a source: all its translations.
      let translations =
        loaded.translations[index] != nil
        ? [index]
        : loaded.translations.filter { $0.value.source == index }.keys.sorted()
      if translations.isEmpty {
        let path = loaded.base.articles[index].article.path
        throw CommandFailure(.no, "'\(path)' is no translation, and has none")
      }
      for translation in translations {
        if let standing = loaded.translations[translation] {
          reports.append(StatusReport(translation, standing, loaded))
        }
      }
    }
    let history = StatusHistory(reports, loaded.folder)
    switch format {
    case .text:
      let text = StatusText(
        loaded: loaded, history: history, usesColor: Terminal.usesColor(.output))
      Terminal.write(reports.map(text.report).joined(separator: "\n"))
    case .markdown:
      let markdown = StatusMarkdown(loaded: loaded, history: history)
      Terminal.write(reports.map(markdown.report).joined(separator: "\n"))
    case .json:
      Terminal.write(StatusJSON(loaded: loaded, history: history).reports(reports).serialized())
    }
    if reports.contains(where: { $0.state == .stale }) { throw ExitCode(.no) }
  }

  /// All files are looked at before the first is written.
  private func write(_ loaded: LoadedKnowledge) throws {
    let names = ArticleNames(loaded)
    let confirming = Confirming(loaded: loaded)
    let steps = try files.map {
      try confirming.step(names.find($0), stillValid ? .stillValid : .inStep)
    }
    for step in steps where !step.isUnchanged && !dryRun { try confirming.write(step) }
    switch format {
    case .json:
      let json: JSON = [
        "version": 1,
        "confirmed": .array(
          steps.map {
            [
              "file": .string($0.translation), "source": .string($0.source),
              "confirmedSource": .string($0.kept), "written": .bool(!$0.isUnchanged && !dryRun),
              "staleBlocks": .number($0.left),
            ]
          }),
      ]
      Terminal.write(json.serialized())
    case .text, .markdown:
      for step in steps { Terminal.write(TerminalText.printable(line(step)) + "\n") }
    }
    if steps.contains(where: { $0.left > 0 }) { throw ExitCode(.no) }
  }

  private func line(_ step: Confirming.Step) -> String {
    if step.isUnchanged { return "\(step.translation) is confirmed already" }
    let verb = dryRun ? "would confirm" : "confirmed"
    let left =
      step.left == 0 ? "" : "; \(StatusText.plural(step.left, "block")) added or removed are left"
    return "\(verb) \(step.translation) as a translation of \(step.source)\(left)"
  }
}
