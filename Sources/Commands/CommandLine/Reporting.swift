import ArgumentParser
import Diagnostics
import Knowledge

/// How commands that read a knowledge base report what was amiss in it.
enum Reporting {
  /// Prints diagnostics as text on standard error, the last line how many there are of each severity.
  static func say(_ diagnostics: [Diagnostic], sources: [String: SourceText]) {
    if diagnostics.isEmpty { return }
    let reporter = TextReporter(usesColor: Terminal.usesColor(.error), sources: sources)
    Terminal.write(reporter.report(diagnostics), to: .error)
  }

  /// Reads a knowledge base; a fault of its configuration is printed and ends the command.
  static func load(
    _ folder: KnowledgeFolder, parallel: Parallel = Parallel(), clock: Clock = Clock(),
    memory: BuildMemory? = nil
  ) throws -> LoadedKnowledge {
    do {
      return try loadKnowledge(folder, parallel: parallel, clock: clock, memory: memory)
    } catch let fault as ConfigurationFault {
      say(fault.diagnostics, sources: fault.sources)
      throw ExitCode(.badInput)
    }
  }
}
