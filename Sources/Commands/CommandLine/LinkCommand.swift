import ArgumentParser
import Articles
import Diagnostics
import Knowledge
import Language

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Find every mention of a concept in a text.",
    discussion: """
      Reads a file, or standard input. With --term and --language no knowledge base is needed. \
      Places are offsets in bytes of UTF-8. Nothing mentioned: an empty list, and exit status 0.

      EXAMPLES
        begrepp link notes.md
        echo "Klustrets medlemmar" | begrepp link --term kluster --language sv
        begrepp link --format json < notes.txt
        begrepp link --missing
      """)

  @Argument(
    help: ArgumentHelp("The text; standard input where none is named.", valueName: "file"),
    completion: Completions.texts)
  var file: String?

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption

  @Option(
    help: ArgumentHelp(
      "A term to look for, in dictionary form; may be repeated.", valueName: "term"),
    completion: Completions.terms)
  var term: [String] = []

  @Option(
    help: ArgumentHelp("The language of the text, as sv or nb; else it is told.", valueName: "code")
  )
  var language: LanguageCode?

  @Flag(
    help: """
      Instead of mentions, list the words of the articles that look like terms and are defined nowhere: \
      those that three articles or more use.
      """)
  var missing = false

  func validate() throws {
    if missing, file != nil || !term.isEmpty {
      throw ValidationError("--missing looks at the articles, and takes neither a file nor --term.")
    }
  }

  private struct Link {
    var span: SourceSpan
    var term: String
    var concept: ConceptID?
  }

  private struct Target {
    var term: String
    var concept: ConceptID?
  }

  func run() throws {
    if missing { return try listMissing() }
    let bytes =
      try file.map { $0 == "-" ? try standardInput() : try Files.read($0) } ?? standardInput()
    let loaded = term.isEmpty ? try Reporting.load(try root.folder()) : nil
    let catalog = loaded?.catalog ?? Stages.catalog().value
    let path = file.map { $0 == "-" ? "<stdin>" : $0 } ?? "<stdin>"
    let source: SourceText
    let links: [Link]
    if Path.fileExtension(path) == "md" {
      let read = Stages.reader(catalog).read(
        ContentFile(
          shownPath: path, path: Path.name(path), bytes: bytes, declaredLanguage: language))
      guard let article = read.value else {
        Reporting.say(read.diagnostics, sources: [:])
        throw CommandFailure(.badInput, "'\(path)' cannot be read as an article")
      }
      let (matcher, targets) = try matcher(for: article.language, loaded, catalog)
      source = article.source
      links = matcher.mentions(in: article).items.map { item in
        let target = targets[item.term]
        return Link(
          span: article.prose.span(of: item.range), term: target.term, concept: target.concept)
      }
    } else {
      source = SourceText(path: path, bytes: bytes)
      let language = try language ?? told(bytes, catalog)
      let (matcher, targets) = try matcher(for: language, loaded, catalog)
      links = matcher.mentions(in: bytes).map { found in
        // Of terms that share a form, the one that was named first.
        let target = targets[found.terms.first ?? 0]
        return Link(span: SourceSpan(found.range), term: target.term, concept: target.concept)
      }
    }
    print(links, in: source)
  }

  private func listMissing() throws {
    let loaded = try Reporting.load(try root.folder())
    if let language { _ = try loaded.catalog.pack(named: language) }
    let terms = missingTerms(in: loaded.base, catalog: loaded.catalog)
    let report = MissingTermsReport(
      terms: terms.filter { language == nil || $0.language == language })
    switch format.value {
    case .json: Terminal.write(report.json.serialized())
    case .text: Terminal.write(report.text)
    }
    if report.terms.isEmpty { throw ExitCode(.no) }
  }

  private func standardInput() throws(FileFault) -> [UInt8] {
    try Files.readAll(0, expected: 4096, path: "standard input")
  }

  private func told(_ bytes: [UInt8], _ catalog: LanguageCatalog) throws -> LanguageCode {
    if let language = catalog.detect(bytes) { return language }
    throw CommandFailure(
      .usage, "the language of the text cannot be told",
      help: "name it with --language, as --language \(catalog.codes.first?.rawValue ?? "sv")")
  }

  /// What to look for: the terms of the command line, else those of the knowledge base.
  private func matcher(
    for language: LanguageCode, _ loaded: LoadedKnowledge?, _ catalog: LanguageCatalog
  ) throws -> (MentionMatcher, [Target]) {
    let pack = try catalog.pack(named: language)
    guard let base = loaded?.base else {
      let terms = term.enumerated().map { MentionTerm(text: $1, concept: $0) }
      return (MentionMatcher(terms: terms, pack: pack), term.map { Target(term: $0) })
    }
    let own = base.linkableTerms.filter { $0.language == language }
    let terms = own.map { item in
      MentionTerm(
        text: item.text, concept: base.index(of: item.concept) ?? -1,
        extraForms: item.extraForms, excludedForms: item.excludedForms)
    }
    let targets = own.map { item in
      Target(
        term: base[item.concept]?.term(in: language) ?? item.text, concept: item.concept)
    }
    return (MentionMatcher(terms: terms, pack: pack), targets)
  }

  private func print(_ links: [Link], in source: SourceText) {
    switch format.value {
    case .json:
      let array = links.map { link in
        JSON.object([
          "surface": .string(source.text(link.span)), "term": .string(link.term),
          "start": .number(link.span.start), "end": .number(link.span.end),
          "concept": link.concept.map { .string($0.rawValue) },
        ])
      }
      Terminal.write((["version": 1, "links": .array(array)] as JSON).serialized())
    case .text:
      let lines = links.map { link in
        let place = source.position(at: link.span.start)
        let text = "\(source.text(link.span)) -> \(link.term)"
        return TerminalText.printable("\(source.path):\(place.line):\(place.column): \(text)")
          + "\n"
      }
      Terminal.write(lines.joined())
    }
  }
}
