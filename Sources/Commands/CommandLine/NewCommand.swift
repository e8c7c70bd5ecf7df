import ArgumentParser
import Articles
import Diagnostics
import Knowledge
import Language

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a knowledge base, or an article.",
    discussion: """
      EXAMPLES
        begrepp new site glossary
        begrepp new article "Strategisk allians" --language sv
      """,
    subcommands: [NewSiteCommand.self, NewArticleCommand.self])
}

struct NewSiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write a small knowledge base that builds, to start from.",
    discussion: """
      Files that are there already are left alone.

      EXAMPLES
        begrepp new site glossary
        begrepp build --root glossary
      """)

  @Argument(help: ArgumentHelp("The folder to write it to.", valueName: "dir"))
  var folder: String

  func run() throws {
    if Files.exists(folder + "/content/site.yml") {
      throw CommandFailure(.badInput, "'\(folder)' is a knowledge base already")
    }
    for (path, text) in StarterSite.files {
      let target = Path.join(folder, path)
      if Files.exists(target) {
        Terminal.say("\(target) is there already, and is left as it is")
        continue
      }
      if let parent = Path.parent(target) { try Files.makeFolder(parent) }
      try Files.replace(target, with: Array(text.utf8))
      Terminal.write(TerminalText.printable(target) + "\n")
    }
    Terminal.write("build it with: begrepp build --root \(folder)\n", to: .error)
  }
}

struct NewArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Write the beginnings of an article.",
    discussion: """
      The file is named after the title. Where it is there already, nothing is written.

      EXAMPLES
        begrepp new article "Strategisk allians"
        begrepp new article "Klynge" --language nb --translation-of sv/kluster.md
      """)

  @Argument(help: "The title of the article.")
  var title: String

  @OptionGroup var root: RootOption

  @Option(help: ArgumentHelp("Its language; else the main one of the site.", valueName: "code"))
  var language: LanguageCode?

  @Option(
    help: ArgumentHelp("The article that it translates, as sv/kluster.md.", valueName: "path"))
  var translationOf: String?

  func validate() throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
    if title.contains(where: \.isNewline) { throw ValidationError("The title has several lines.") }
  }

  func run() throws {
    let folder = try root.folder()
    let loaded = try Reporting.load(folder)
    let languages = loaded.configuration.languages
    guard let language = language ?? languages.first, languages.contains(language) else {
      throw CommandFailure(
        .usage, "the site has no language '\(language?.rawValue ?? "")'",
        help: "its languages are " + languages.map(\.rawValue).joined(separator: ", "))
    }
    if let translationOf,
      !Path.staysBelow(translationOf)
        || !Files.exists(folder.content + "/" + translationOf)
    {
      throw CommandFailure(.badInput, "there is no article content/\(translationOf)")
    }
    let path = "content/\(language)/\(Address.slug(title)).md"
    let target = folder.root + "/" + path
    if Files.exists(target) {
      throw CommandFailure(.badInput, "\(folder.shown(path)) is there already")
    }
    if let parent = Path.parent(target) { try Files.makeFolder(parent) }
    try Files.replace(target, with: Array(text.utf8))
    Terminal.write(TerminalText.printable(folder.shown(path)) + "\n")
  }

  /// The title as a heading, after what the front matter has to say.
  private var text: String {
    let escaped = title.map { "\\`*_[]<>&#".contains($0) ? "\\\($0)" : String($0) }.joined()
    guard let translationOf else { return "# \(escaped)\n\n" }
    return "---\ntranslationOf: \(Self.quoted(translationOf))\n---\n\n# \(escaped)\n\n"
  }

  /// A text as a scalar of YAML, quoted where it may be taken for something else.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x80 || "0123456789-_./".utf8.contains($0)
    }
    return isPlain
      ? text
      : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
  }
}
