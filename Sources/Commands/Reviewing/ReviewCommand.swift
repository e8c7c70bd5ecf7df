import ArgumentParser
import Diagnostics
import Extraction
import Knowledge

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk through what was newly understood: keep, reject, relabel.",
    discussion: """
      Shows each fact that was found in the articles and that nobody has looked at, and takes one key: \
      k keep, r reject, e edit its label, o open the article in $EDITOR, s skip, b back, q stop. What \
      is rejected or called otherwise is written to content/concepts.yml when you stop, and nothing \
      else in that file changes. What was looked at is kept in content/.reviewed/, to be committed \
      with the content.

      Where there is no terminal: --list prints the new facts, --keep-all takes them as they are, and \
      corrections are written into concepts.yml by hand. Nothing new: exit status 1.

      EXAMPLES
        begrepp review
        begrepp review sv/kluster.md --dry-run
        begrepp review --list --format json
        begrepp review --keep-all sv/kluster.md nb/klynge.md
      """)

  @Argument(
    help: "Articles, as sv/kluster.md or content/sv/kluster.md; else all.",
    completion: Completions.articles)
  var files: [String] = []

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption
  @OptionGroup var jobs: JobsOption

  @Flag(help: "Print the new facts and decide nothing.")
  var list = false

  @Flag(help: "Keep all new facts without a question.")
  var keepAll = false

  @Flag(help: "Write nothing, and print what would change in concepts.yml as a diff.")
  var dryRun = false

  func validate() throws {
    if list && (keepAll || dryRun) {
      throw ValidationError("--list writes nothing, and goes with no other of these.")
    }
  }

  func run() throws {
    let folder = try root.folder()
    let keyboard = list || keepAll ? nil : Keyboard()
    if !list && !keepAll && (keyboard == nil || !Terminal.isTerminal(.output)) {
      throw CommandFailure(
        .usage, "review asks its questions on a terminal, and there is none",
        help: "begrepp review --list prints what is new")
    }
    let loaded = try Reporting.load(folder, parallel: jobs.parallel)
    let material = ReviewMaterial(loaded)
    let names = ArticleNames(loaded)
    let articles =
      files.isEmpty ? Array(loaded.base.articles.indices) : try files.map { try names.find($0) }
    let items = try material.items(Set(articles).sorted(), jobs.parallel)
    if list { Terminal.write(listing(items)) }
    if items.isEmpty {
      Terminal.say("nothing new to review")
      throw ExitCode(.no)
    }
    if list { return }
    var session = ReviewSession(items)
    if let keyboard {
      let (ended, ending) = keyboard.read { walk(session, material, keyboard) }
      if ending == .dropped {
        Terminal.say("nothing was written")
        throw ExitCode(.no)
      }
      session = ended
    } else {
      for _ in items { session.decide(.keep) }
    }
    try ReviewResult(session: session, material: material).write(isDryRun: dryRun)
  }

  private func walk(
    _ session: ReviewSession, _ material: ReviewMaterial, _ keyboard: Keyboard
  ) -> (ReviewSession, ReviewDialogue.Ending) {
    let content = material.loaded.folder.content
    var dialogue = ReviewDialogue(
      session,
      ReviewDialogue.Surroundings(
        write: { Terminal.write($0) }, key: keyboard.key,
        open: { item in
          guard let editor = EditorProgram.chosen() else {
            return "no editor is chosen: set EDITOR, as in EDITOR=nano begrepp review"
          }
          let file = content + "/" + item.path
          let line = item.location.start.line
          let isDone = keyboard.lend { EditorProgram.open(file, line: line, with: editor) }
          return isDone ? nil : "'\(editor)' did not end well"
        },
        reread: { path in (try? material.reread(path)) ?? nil },
        width: Terminal.width, usesColor: Terminal.usesColor(.output)))
    let ending = dialogue.run()
    return (dialogue.session, ending)
  }

  private func listing(_ items: [ReviewItem]) -> [UInt8] {
    if format.value == .json {
      let json: JSON = [
        "version": 1,
        "facts": .array(
          items.map { FactPrinting.json($0.fact, at: $0.location, namesFile: true) }),
      ]
      return json.serialized()
    }
    return items.flatMap { item -> [UInt8] in
      let start = item.location.start
      let place = "\(item.location.file):\(start.line):\(start.column)"
      let owner = item.fact.subject.map { " of \($0)" } ?? ""
      let line = "\(place): \(item.fact.facet.rawValue)\(owner): \(item.fact.label)"
      return Array((TerminalText.printable(line) + "\n").utf8)
    }
  }
}

/// What a review has come to.
struct ReviewResult {
  let session: ReviewSession
  let material: ReviewMaterial

  private func count(_ isWanted: (ReviewSession.Decision) -> Bool) -> Int {
    session.decisions.count { $0.map(isWanted) ?? false }
  }

  private var summary: String {
    let kept = count { $0 == .keep }
    let rejected = count { $0 == .reject }
    let renamed = count { if case .relabel = $0 { true } else { false } }
    var parts = ["\(kept) kept"]
    if rejected > 0 { parts.append("\(rejected) rejected") }
    if renamed > 0 { parts.append("\(renamed) called otherwise") }
    let left = session.items.count - session.count
    if left > 0 { parts.append("\(left) left for another time") }
    return parts.joined(separator: ", ")
  }

  func write(isDryRun: Bool) throws {
    let changes = session.changes
    var file = DecisionsFile(material.loaded)
    do {
      try file.add(changes)
      if isDryRun {
        Terminal.writeDiff(file.diff)
        return Terminal.say("would write: \(summary)")
      }
      try file.write()
    } catch let failure as CommandFailure {
      try save(changes, file.path, failure.message)
      throw failure
    } catch let fault as FileFault {
      try save(changes, file.path, fault.description)
      throw fault
    }
    for (path, facts) in session.reviewed.sorted(by: { $0.key < $1.key }) {
      try material.remember(facts, of: path)
    }
    if !changes.isEmpty { Terminal.write("added to \(TerminalText.printable(file.path))\n") }
    Terminal.write(summary + "\n")
  }

  /// Prints the corrections that could not be written, so that they are not lost. Their facts come again;
  /// what was kept does not.
  private func save(_ changes: [DecisionChange], _ path: String, _ reason: String) throws {
    if changes.isEmpty { return }
    Terminal.say("\(path) is left as it is. Your corrections, to be added by hand:")
    let text = try? editDecisions(path: path, bytes: [], changes)
    Terminal.writeDiff(text ?? [])
    for (item, decision) in zip(session.items, session.decisions) where decision == .keep {
      try material.remember([item.fact], of: item.path)
    }
  }
}
