import ArgumentParser
import Diagnostics
import Knowledge
import Language
import Search

struct SearchCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, tsv
  }

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find concepts by a word, however it is inflected or misspelt.",
    discussion: """
      A query may be a term in any language of the knowledge base, an inflected form, a word with \
      typing errors or without its diacritics, a part of a compound, several words, or words of a \
      definition. Nothing found: the nearest terms, and exit status 1.

      With --format tsv there is a line per result, with tabs between term, language, definition, \
      address in the site, kind, id and score.

      EXAMPLES
        begrepp search klustrets
        begrepp search foretagsnatverk
        begrepp search "risk" --facet drawback --language nb
        begrepp search kluser --explain --limit 3
        begrepp search klynge --open
        begrepp search samarbete --format tsv | cut -f1,3
      """)

  @Argument(
    help: ArgumentHelp("What to look for.", valueName: "query"), completion: Completions.terms)
  var query: [String]

  @OptionGroup var root: RootOption

  @Option(help: "How to print: text, json or tsv.")
  var format: Format = .text

  @Option(help: ArgumentHelp("The language to answer in, as sv or nb.", valueName: "code"))
  var language: LanguageCode?

  @Option(
    help: ArgumentHelp("Only concepts of which this is said, as benefit.", valueName: "facet"))
  var facet: Facet?

  @Option(help: ArgumentHelp("How many results at most.", valueName: "n"))
  var limit = 10

  @Flag(help: "Say why each result stands where it does.")
  var explain = false

  @Flag(help: "Open the page of the first result in a browser: $BROWSER, else xdg-open.")
  var open = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
  }

  func run() throws {
    let folder = try root.folder()
    let text = query.joined(separator: " ")
    let options = SearchOptions(language: language, facet: facet, limit: limit)
    let (results, nearest) = try answer(text, options, folder)
    switch format {
    case .json: Terminal.write(SearchPrinting.json(results).serialized())
    case .tsv: Terminal.write(SearchPrinting.table(results))
    case .text:
      let printing = SearchPrinting(
        query: text, usesColor: Terminal.usesColor(.output), width: Terminal.width,
        explaining: explain)
      Terminal.write(printing.text(results))
    }
    if let first = results.first {
      if open { try SitePage.open(first.url, of: folder) }
      return
    }
    let hint = nearest.isEmpty ? "" : "; did you mean " + nearest.joined(separator: ", ") + "?"
    Terminal.say("nothing is found for '\(text.prefix(200))'\(hint)")
    throw ExitCode(.no)
  }

  /// Searches; an index that turns out to be damaged is made anew once.
  private func answer(
    _ text: String, _ options: SearchOptions, _ folder: KnowledgeFolder
  ) throws -> ([SearchResult], nearest: [String]) {
    func ask(_ index: SearchIndex) throws -> ([SearchResult], nearest: [String]) {
      let results = try index.search(text, options)
      return (results, results.isEmpty ? try index.nearest(to: text) : [])
    }
    do {
      return try ask(try IndexAccess.open(folder))
    } catch let fault as SearchIndexFault {
      return try ask(try IndexAccess.make(folder, after: fault))
    }
  }
}
