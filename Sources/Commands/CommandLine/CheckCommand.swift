import ArgumentParser
import Diagnostics

struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is amiss in the content.",
    discussion: """
      Prints diagnostics with the place that each is about, and the exit status is 1 where there \
      is an error. Nothing is written.

      EXAMPLES
        begrepp check
        begrepp check --strict --format github
        begrepp check --format sarif > begrepp.sarif
        begrepp check --rules
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption

  @Option(help: "How to print: text, json, sarif, or github for annotations.")
  var format: Format = .text

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "List the rules and how much each matters, and end.")
  var rules = false

  func run() throws {
    if rules { return printRules() }
    let folder = try root.folder()
    do {
      let loaded = try loadKnowledge(folder, parallel: jobs.parallel, clock: Clock())
      print(loaded.diagnostics, loaded.sources)
      if loaded.hasFileFaults { throw ExitCode(.files) }
      let worst: Severity = strict ? .warning : .error
      if loaded.diagnostics.contains(where: { $0.severity >= worst }) { throw ExitCode(.no) }
    } catch let fault as ConfigurationFault {
      print(fault.diagnostics, fault.sources)
      throw ExitCode(.badInput)
    }
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

  private func printRules() {
    let width = Rule.allCases.map(\.rawValue.count).max() ?? 0
    switch format {
    case .json:
      let rules = Rule.allCases.map { rule -> JSON in
        ["id": .string(rule.rawValue), "severity": .string(rule.severity.rawValue)]
      }
      Terminal.write((["version": 1, "rules": .array(rules)] as JSON).serialized())
    default:
      let lines = Rule.allCases.map { rule in
        rule.rawValue + String(repeating: " ", count: width - rule.rawValue.count + 2)
          + rule.severity.rawValue + "\n"
      }
      Terminal.write(lines.joined())
    }
  }
}
