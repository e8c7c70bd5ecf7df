import ArgumentParser
import Diagnostics
import Knowledge

struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say how the vocabulary changed since a git revision.",
    discussion: """
      Concepts that were added, went, were renamed or joined, definitions that were reworded, facets, \
      relations and links that came and went: between the revision and the content as it lies here, \
      committed or not. The work tree is left alone.

      That something changed is no fault: exit status 0. 65: there is no such revision, or no git.

      EXAMPLES
        begrepp diff HEAD
        begrepp diff main --format markdown > comment.md
        begrepp diff v1.0 --format json
      """)

  @Argument(
    help: ArgumentHelp("A commit, a branch or a tag, as git names them.", valueName: "rev"))
  var revision: String

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption

  @Option(help: "How to print: text, json or markdown.")
  var format: Format = .text

  func validate() throws {
    if revision.isEmpty || revision.utf8.contains(0) {
      throw ValidationError("Say since which revision: begrepp diff HEAD~1")
    }
  }

  func run() throws {
    let folder = try root.folder()
    let revision = try Revision(revision, of: folder)
    let now = try Reporting.load(folder, parallel: jobs.parallel)
    let before = try revision.withFolder { try Reporting.load($0, parallel: jobs.parallel) }
    for loaded in [before, now] { sayWhatIsLeftOut(loaded) }
    let report = VocabularyReport(
      changes: compareVocabularies(before.base, now.base), revision: revision.name,
      commit: revision.commit)
    switch format {
    case .text: Terminal.write(report.text(usesColor: Terminal.usesColor(.output)))
    case .markdown: Terminal.write(report.markdown)
    case .json: Terminal.write(VocabularyJSON(report: report).json.serialized())
    }
    if now.hasFileFaults { throw ExitCode(.files) }
  }

  /// What is left out because of a fault looks as if it were gone.
  private func sayWhatIsLeftOut(_ loaded: LoadedKnowledge) {
    let read = Set(loaded.base.articles.map(\.article.path) + loaded.drafts.map(\.path))
    let leftOut = Set(
      loaded.listing.articles.lazy.map(\.path).filter { !read.contains($0) }
        .map { loaded.folder.shown("content/" + $0) })
    let faults = loaded.diagnostics.filter { leftOut.contains($0.location.file) }
    Reporting.say(faults, sources: loaded.sources)
  }
}
