import ArgumentParser
import Diagnostics
import Knowledge
import Language
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the site.",
    discussion: """
      Reads content/ and writes the site to public/. A faulty article is left out, the rest is \
      built, and the exit status is 1. Files in public/ that begrepp did not make are left alone, \
      and pages that did not change are not written again. With --dry-run nothing is written: the \
      files that would be are listed.

      EXAMPLES
        begrepp build
        begrepp build --strict --output /srv/www/glossary
        begrepp build --timings
        begrepp build --dry-run
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption
  @OptionGroup var jobs: JobsOption

  @Option(
    help: ArgumentHelp("Where the site goes; else public/ beside content/.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Templates of your own; else templates/ beside content/.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Flag(help: "Publish nothing where there is an error or a warning.")
  var strict = false

  @Flag(help: "Only say which files would be written and removed.")
  var dryRun = false

  @Flag(help: "Say how long each stage took.")
  var timings = false

  func run() throws {
    let folder = try root.folder()
    let target = try outputFolder(folder)
    if let templates, !Files.isFolder(templates) {
      throw CommandFailure(.files, "there is no folder '\(templates)'")
    }
    let clock = Clock()
    if dryRun {
      let loaded = try load(folder, clock)
      let publication = try Publication(previewing: target, state: folder.state)
      let build = try siteBuild(loaded, clock)
      try build.stage(to: publication)
      return try finish(loaded, report(build, try publication.finish()), clock)
    }
    let state = try StateFolder(folder.state) {
      Terminal.say("another begrepp is building this knowledge base; waiting for it")
    }
    if try state.recover() { Terminal.say("finished a build that was broken off") }
    let loaded = try loadRemembering(folder, clock)
    Memory.giveBack()
    let report = try publish(loaded, to: target, in: state, clock)
    try finish(loaded, report, clock)
  }

  private func finish(
    _ loaded: LoadedKnowledge, _ report: BuildReport, _ clock: Clock
  ) throws {
    let counts = BuildCounts(loaded)
    switch format.value {
    case .text:
      if dryRun { Terminal.write(BuildCounts.changes(report)) }
      Terminal.write(counts.text(loaded, report, isDryRun: dryRun))
    case .json: Terminal.write(counts.json(loaded, report, isDryRun: dryRun).serialized())
    }
    if timings { Terminal.write(clock.report, to: .error) }
    try end(loaded, report)
  }

  /// Reads the knowledge base with what the last build worked out, and keeps that for the next: of a
  /// large one it is much, and none of it is wanted while the pages are made.
  private func loadRemembering(
    _ folder: KnowledgeFolder, _ clock: Clock
  ) throws -> LoadedKnowledge {
    let memory = BuildMemory(in: folder.state, isForOneBuild: true)
    let loaded = try load(folder, clock, memory)
    try clock.measure("keep mentions") { try memory.save() }
    return loaded
  }

  /// Reads the knowledge base, and ends where --strict will not have what is amiss in it.
  private func load(
    _ folder: KnowledgeFolder, _ clock: Clock, _ memory: BuildMemory? = nil
  ) throws -> LoadedKnowledge {
    let loaded = try Reporting.load(
      folder, parallel: jobs.parallel, clock: clock, memory: memory)
    // Notes are counted; what they say is for `check`.
    Reporting.say(loaded.diagnostics.filter { $0.severity > .note }, sources: loaded.sources)
    if strict, loaded.diagnostics.contains(where: { $0.severity >= .warning }) {
      throw CommandFailure(
        .no, "nothing was published: \(TextReporter.summary(of: loaded.diagnostics)) under --strict"
      )
    }
    return loaded
  }

  /// The absolute path of the output, which must not hold or lie in what it is made from.
  private func outputFolder(_ folder: KnowledgeFolder) throws -> String {
    guard let output else { return folder.root + "/public" }
    let path = Path.absolute(output, from: Path.current)
    let real = Files.resolved(path) ?? path
    let sources = [
      folder.content, folder.state, folder.root + "/templates", folder.root + "/languages",
    ]
    for source in sources.map({ Files.resolved($0) ?? $0 })
    where Path.lies(real, in: source) || Path.lies(source, in: real) {
      throw CommandFailure(.usage, "the site cannot go to '\(output)', which holds the content")
    }
    return path
  }

  private func publish(
    _ loaded: LoadedKnowledge, to target: String, in state: borrowing StateFolder, _ clock: Clock
  ) throws -> BuildReport {
    let build = try siteBuild(loaded, clock)
    keepToTheEnd(build)
    let publication = try Publication(to: target, in: state)
    keepToTheEnd(publication)
    let index = build.startIndex(in: state)
    do {
      try build.stage(to: publication)
      let summary = try clock.measure("publish") { () throws(FileFault) in try publication.finish()
      }
      try build.finishIndex(index, in: state)
      return report(build, summary)
    } catch {
      try? index.wait()
      publication.discard()
      throw error
    }
  }

  private func siteBuild(_ loaded: LoadedKnowledge, _ clock: Clock) throws -> SiteBuild {
    do {
      return try SiteBuild(
        loaded, templates: templates ?? loaded.folder.root + "/templates",
        search: dryRun ? nil : SearchRecordFile(in: loaded.folder.state), parallel: jobs.parallel,
        clock: clock)
    } catch let error as ThemeError {
      throw CommandFailure(.badInput, error.description, help: "nothing was published")
    }
  }

  private func report(_ build: SiteBuild, _ summary: Publication.Summary) -> BuildReport {
    BuildReport(
      publication: summary, pages: build.plan.pages.count,
      output: output ?? build.loaded.folder.shown("public"))
  }

  private func end(_ loaded: LoadedKnowledge, _ report: BuildReport) throws {
    for path in report.publication.foreign {
      Terminal.say(
        "error: \(Path.join(report.output, path)) was not made by begrepp, and is left as it is")
    }
    if loaded.hasFileFaults || !report.publication.foreign.isEmpty { throw ExitCode(.files) }
    if loaded.hasErrors { throw ExitCode(.no) }
  }
}
