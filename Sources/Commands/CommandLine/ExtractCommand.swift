import ArgumentParser
import Articles
import Diagnostics
import Extraction
import Language

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what articles say, and which rule found it.",
    discussion: """
      Needs no knowledge base; inside one, or with --root, its own language packs count too. \
      The language is that of --language, else of the front matter, else \
      of the folder, else it is told from the text. A file named - is standard input.

      EXAMPLES
        begrepp extract content/sv/kluster.md
        begrepp extract --explain --language nb notes.txt
        begrepp extract content/*/*.md --format json
      """)

  @Argument(
    help: ArgumentHelp("The articles to read.", valueName: "file"), completion: Completions.texts)
  var files: [String]

  @Option(help: ArgumentHelp("The language of the files, as sv or nb.", valueName: "code"))
  var language: LanguageCode?

  @Flag(
    help: """
      Say which rule found each fact, where, and by which words; and why other sentences below a \
      heading that promises facts gave none.
      """)
  var explain = false

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption
  @OptionGroup var jobs: JobsOption

  private struct Extracted: Sendable {
    var article: Article
    var facts: ArticleFacts
  }

  func run() throws {
    let catalog = Stages.catalog(overrides: try packs())
    if let language { _ = try catalog.value.pack(named: language) }
    let reader = Stages.reader(catalog.value)
    let results = jobs.parallel.map(files) { file in
      extract(file, reader: reader, catalog: catalog.value)
    }
    let extracted = results.compactMap { try? $0.get().value }
    switch format.value {
    case .json:
      let array = JSON.array(extracted.map { FactPrinting.json($0.facts, of: $0.article) })
      Terminal.write(array.serialized())
    case .text:
      let texts = extracted.map { FactPrinting.text($0.facts, of: $0.article, explaining: explain) }
      Terminal.write(texts.joined(separator: "\n"))
    }
    try report(results, catalog.diagnostics)
  }

  /// The language packs of the knowledge base that was named, or that the command is run in.
  private func packs() throws -> [(path: String, bytes: [UInt8])] {
    let folder = root.path == nil ? try? root.folder() : try root.folder()
    return try folder.map { try overrides(in: $0, "languages", of: "yml") } ?? []
  }

  private func extract(
    _ file: String, reader: ArticleReader, catalog: LanguageCatalog
  ) -> Result<Diagnosed<Extracted?>, FileFault> {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try file == "-" ? Files.readAll(0, expected: 4096, path: file) : Files.read(file)
    } catch {
      return .failure(error)
    }
    let folder = Path.parent(Path.absolute(file, from: Path.current)).map {
      LanguageCode(Path.name($0))
    }
    let content = ContentFile(
      shownPath: file == "-" ? "<stdin>" : file, path: Path.name(file), bytes: bytes,
      declaredLanguage: language, folderLanguage: folder.flatMap { catalog[$0] == nil ? nil : $0 })
    let read = reader.read(content)
    guard let article = read.value, let pack = catalog[article.language] else {
      return .success(Diagnosed(nil, read.diagnostics))
    }
    let facts = Stages.facts(of: article, pack, isExplaining: explain)
    return .success(
      Diagnosed(
        Extracted(article: article, facts: facts.value), read.diagnostics + facts.diagnostics))
  }

  /// Says on standard error what was amiss, and ends with the status that it asks for.
  private func report(
    _ results: [Result<Diagnosed<Extracted?>, FileFault>], _ packFaults: [Diagnostic]
  ) throws {
    var diagnostics = packFaults
    var sources: [String: SourceText] = [:]
    var hasFileFault = false
    for result in results {
      switch result {
      case .success(let read):
        diagnostics += read.diagnostics
        if let source = read.value?.article.source { sources[source.path] = source }
      case .failure(let fault):
        hasFileFault = true
        Terminal.say("error: " + fault.description)
      }
    }
    // Repairs and the like are what `check` is for; here only what keeps a file from being read.
    let errors = diagnostics.filter { $0.severity == .error }
    let reporter = TextReporter(usesColor: Terminal.usesColor(.error), sources: sources)
    Terminal.write(reporter.report(errors), to: .error)
    if hasFileFault { throw ExitCode(.files) }
    if !errors.isEmpty { throw ExitCode(.badInput) }
  }
}
