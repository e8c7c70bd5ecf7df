import ArgumentParser
import Articles
import Diagnostics
import Knowledge
import Language

struct NewArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Write the beginnings of an article, or of a translation.",
    discussion: """
      The file is named after the title. Where it is there already, nothing is written.

      A translation begins with the headings of its source, and with the source's text in comments \
      to translate beside. It is a draft, which no page is made of, until 'draft: true' is taken \
      out. Without a title it gets the term that the source's concept has in its language.

      EXAMPLES
        begrepp new article "Strategisk allians"
        begrepp new article --translation-of sv/kluster.md --language nb
        begrepp new article "Klynge" --translation-of sv/kluster.md --dry-run
      """)

  @Argument(help: "The title of the article.")
  var title: String?

  @OptionGroup var root: RootOption

  @Option(
    help: ArgumentHelp(
      "Its language; else the main one of the site, or the first that the source lacks.",
      valueName: "code"))
  var language: LanguageCode?

  @Option(
    help: ArgumentHelp("The article that it translates, as sv/kluster.md.", valueName: "path"),
    completion: Completions.articles)
  var translationOf: String?

  @Flag(help: "Print the file instead of writing it.")
  var dryRun = false

  func validate() throws {
    guard let title else {
      if translationOf == nil { throw ValidationError("Say the title of the article.") }
      return
    }
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
    if title.contains(where: \.isNewline) { throw ValidationError("The title has several lines.") }
  }

  func run() throws {
    let folder = try root.folder()
    let loaded = try Reporting.load(folder)
    let source = try translationOf.map { try ArticleNames(loaded).find($0) }
    let language = try language(source, loaded)
    let title = title ?? source.flatMap { term($0, language, loaded) } ?? ""
    let path = "content/\(language)/\(Address.slug(title)).md"
    let target = folder.root + "/" + path
    if Files.exists(target) {
      throw CommandFailure(
        .badInput, "\(folder.shown(path)) is there already",
        help: self.title == nil ? "say another title: begrepp new article \"Title\" …" : nil)
    }
    let text =
      source.map { TranslationOutline(of: loaded.base.articles[$0].article).text(titled: title) }
      ?? "# \(TranslationOutline.escaped(title))\n\n"
    if dryRun {
      Terminal.say("would write \(folder.shown(path))")
      return Terminal.write(text)
    }
    if let parent = Path.parent(target) { try Files.makeFolder(parent) }
    try Files.replace(target, with: Array(text.utf8))
    Terminal.write(TerminalText.printable(folder.shown(path)) + "\n")
  }

  private func language(_ source: Int?, _ loaded: LoadedKnowledge) throws -> LanguageCode {
    let languages = loaded.configuration.languages
    let entry = source.map { loaded.base.articles[$0] }
    let taken =
      source.map { index in
        [index] + loaded.base.articles[index].translations
      }?.map { loaded.base.articles[$0].language } ?? []
    guard let language = language ?? languages.first(where: { !taken.contains($0) }) else {
      throw CommandFailure(
        .badInput, "'\(entry?.article.path ?? "")' is there in all languages of the site")
    }
    guard languages.contains(language) else {
      throw CommandFailure(
        .usage, "the site has no language '\(language)'",
        help: "its languages are " + languages.map(\.rawValue).joined(separator: ", "))
    }
    if let entry, taken.contains(language) {
      throw CommandFailure(.badInput, "'\(entry.article.path)' is there in '\(language)' already")
    }
    let draft = loaded.drafts.first {
      $0.language == language && entry != nil && $0.frontMatter.translationOf == entry?.article.path
    }
    if let draft {
      throw CommandFailure(.badInput, "'\(draft.path)' translates it already, as a draft")
    }
    if let source, let first = loaded.translations[source]?.source {
      let path = loaded.base.articles[first].article.path
      throw CommandFailure(
        .badInput, "'\(entry?.article.path ?? "")' is itself a translation",
        help: "translate what was written first: --translation-of \(path)")
    }
    return language
  }

  /// What the concept of an article is called in another language; else the article's own title.
  private func term(
    _ source: Int, _ language: LanguageCode, _ loaded: LoadedKnowledge
  ) -> String {
    let entry = loaded.base.articles[source]
    guard let term = entry.subject.flatMap({ loaded.base[$0] })?.term(in: language) else {
      return entry.title
    }
    return term.prefix(1).uppercased() + term.dropFirst()
  }
}
