import ArgumentParser
import Diagnostics
import Knowledge
import Language

struct ShowCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print all that is known of one concept.",
    discussion: """
      The concept is named by its id, a term or a form of it. A name that several concepts have: \
      they are listed, and the exit status is 1.

      EXAMPLES
        begrepp show joint-venture
        begrepp show klustrets --language sv
        begrepp show "strategisk allians" --format markdown
      """)

  @Argument(
    help: ArgumentHelp("An id, a term or an inflected form.", valueName: "concept"),
    completion: Completions.terms)
  var concept: [String]

  @OptionGroup var root: RootOption

  @Option(help: "How to print: text, json or markdown.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Only in this language, as sv or nb.", valueName: "code"))
  var language: LanguageCode?

  func run() throws {
    let folder = try root.folder()
    IndexAccess.finishInterrupted(folder)
    let loaded = try Reporting.load(folder)
    let name = concept.joined(separator: " ")
    let found = ConceptLookup(base: loaded.base, catalog: loaded.catalog).find(name, in: language)
    guard let concept = found.first else {
      let terms = loaded.base.concepts.flatMap { $0.designations.values.map(\.preferred) }
      throw CommandFailure(
        .no, "there is no concept '\(name)'",
        help: nearest(to: name, among: terms.sorted()).map { "did you mean '\($0)'?" })
    }
    if found.count > 1 {
      let ids = found.map { "  \($0.id)\n" }.joined()
      Terminal.write(ids)
      throw CommandFailure(.no, "'\(name)' may mean \(found.count) concepts; name one by its id")
    }
    let page = ConceptPage(concept, in: loaded.base, language: language)
    switch format {
    case .json: Terminal.write(page.json.serialized())
    case .text: Terminal.write(page.text(usesColor: Terminal.usesColor(.output)))
    case .markdown: Terminal.write(page.markdown)
    }
  }
}
