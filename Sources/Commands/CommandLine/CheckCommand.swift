import ArgumentParser
import Diagnostics
import Knowledge

struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is amiss in the content.",
    discussion: """
      Prints diagnostics with the place that each is about, and the exit status is 1 where there \
      is an error. Nothing is written but with --fix, which applies the fixes that are safe and \
      then says what is left.

      How much a rule matters is said in site.yml under 'severity:', or here for once.

      EXAMPLES
        begrepp check
        begrepp check --strict --format github
        begrepp check --format sarif > begrepp.sarif
        begrepp check --fix --dry-run
        begrepp check --error unused-term --off rough-text
        begrepp check --rules deprecated-term
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption

  @Option(help: "How to print: text, json, sarif, or github for annotations.")
  var format: Format = .text

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Apply the fixes that are safe.")
  var fix = false

  @Flag(help: "With --fix: write nothing, and print what would change as a diff.")
  var dryRun = false

  @Option(help: ArgumentHelp("Take findings of this rule for errors.", valueName: "rule"))
  var error: [Rule] = []

  @Option(help: ArgumentHelp("Take findings of this rule for warnings.", valueName: "rule"))
  var warning: [Rule] = []

  @Option(help: ArgumentHelp("Do not report findings of this rule.", valueName: "rule"))
  var off: [Rule] = []

  @Flag(help: "List the rules, or print the page of RULE, and end.")
  var rules = false

  @Argument(help: ArgumentHelp("With --rules: the rules to print the pages of.", valueName: "rule"))
  var names: [Rule] = []

  func validate() throws {
    if !names.isEmpty && !rules {
      throw ValidationError("A rule is named with --rules, --error, --warning or --off.")
    }
    if dryRun && !fix { throw ValidationError("--dry-run goes with --fix.") }
    if fix && rules { throw ValidationError("--fix and --rules cannot be said at once.") }
    let all = error + warning + off
    if let twice = all.first(where: { rule in all.count { $0 == rule } > 1 }) {
      throw ValidationError("'\(twice.rawValue)' is named twice.")
    }
  }

  func run() throws {
    if rules {
      return Terminal.write(RulePrinting.text(names, asJSON: format == .json))
    }
    let folder = try root.folder()
    do {
      var loaded = try load(folder)
      if fix {
        let mending = Mending(loaded)
        if dryRun { return try show(mending) }
        for file in mending.files {
          try file.write()
          Terminal.say("mended \(file.path): \(file.count)")
        }
        if !mending.files.isEmpty { loaded = try load(folder) }
      }
      print(loaded.diagnostics, loaded.sources)
      if loaded.hasFileFaults { throw ExitCode(.files) }
      let worst: Severity = strict ? .warning : .error
      if loaded.diagnostics.contains(where: { $0.severity >= worst }) { throw ExitCode(.no) }
    } catch let fault as ConfigurationFault {
      print(fault.diagnostics, fault.sources)
      throw ExitCode(.badInput)
    }
  }

  private func load(_ folder: KnowledgeFolder) throws -> LoadedKnowledge {
    var severities: [Rule: SiteConfiguration.RuleSetting] = [:]
    for rule in error { severities[rule] = .report(.error) }
    for rule in warning { severities[rule] = .report(.warning) }
    for rule in off { severities[rule] = .off }
    return try loadKnowledge(
      folder, parallel: jobs.parallel, clock: Clock(), severities: severities)
  }

  private func show(_ mending: Mending) throws {
    for file in mending.files { Terminal.writeDiff(try file.diff()) }
    let count = mending.files.count
    Terminal.say("would mend \(count) file\(count == 1 ? "" : "s")")
  }

  private func print(_ diagnostics: [Diagnostic], _ sources: [String: SourceText]) {
    switch format {
    case .text:
      let reporter = TextReporter(usesColor: Terminal.usesColor(.output), sources: sources)
      Terminal.write(reporter.report(diagnostics))
      let summary = TextReporter.summary(of: diagnostics)
      Terminal.write("\(summary.isEmpty ? "nothing is amiss" : summary)\n", to: .error)
    case .json: Terminal.write(JSONReporter.report(diagnostics, sources: sources).serialized())
    case .github: Terminal.write(GitHubReporter.report(diagnostics))
    case .sarif:
      let report = SARIFReporter.report(
        diagnostics, sources: sources, toolVersion: Begrepp.version)
      Terminal.write(report.serialized())
    }
  }
}

extension Rule: ExpressibleByArgument {
  package static var allValueStrings: [String] { [] }
  package static var defaultCompletionKind: CompletionKind { .list(allCases.map(\.rawValue)) }
}

/// The rules as `check --rules` prints them.
enum RulePrinting {
  /// - Parameter rules: those whose pages are asked for; none for a list of all.
  static func text(_ rules: [Rule], asJSON: Bool) -> [UInt8] {
    if asJSON { return json(rules.isEmpty ? Rule.allCases : rules) }
    if !rules.isEmpty { return Array(rules.map(\.markdown).joined(separator: "\n").utf8) }
    let width = Rule.allCases.map(\.rawValue.count).max() ?? 0
    return Rule.allCases.flatMap { rule -> [UInt8] in
      let id = rule.rawValue + String(repeating: " ", count: width - rule.rawValue.count + 2)
      let severity = rule.severity.rawValue
      let room = String(repeating: " ", count: 9 - severity.count)
      return Array((id + severity + room + rule.page.title + "\n").utf8)
    }
  }

  private static func json(_ rules: [Rule]) -> [UInt8] {
    let list = rules.map { rule -> JSON in
      [
        "id": .string(rule.rawValue), "severity": .string(rule.severity.rawValue),
        "title": .string(rule.page.title), "page": .string(rule.markdown),
      ]
    }
    return (["version": 1, "rules": .array(list)] as JSON).serialized()
  }
}
