import Diagnostics
import Knowledge
import Site
import Synchronization

/// What became of one rebuild.
struct RebuildOutcome: Sendable {
  /// What was published; nil where nothing could be, and the site before stands.
  var publication: Publication.Summary?
  /// The path of the address that the published site is meant for.
  var basePath: String?
  /// What was found amiss in the content, in the order of reporting.
  var diagnostics: [Diagnostic] = []
  /// By the path that diagnostics name.
  var sources: [String: SourceText] = [:]
  /// Why nothing was published, where that is no finding about the content.
  var fault: Fault?

  struct Fault: Sendable, Equatable {
    /// The file as people see it; empty where the fault is of no file.
    var file: String
    /// From 1; 0 for the whole file.
    var line: Int
    var message: String
  }
}

/// Builds the site again and again, and publishes it as `begrepp build` does. All that the preview asks
/// of the pipeline goes through here.
final class Rebuilder: Sendable {
  private let folder: KnowledgeFolder
  private let parallel: Parallel
  private let memory: BuildMemory
  private struct State {
    /// Of the last build that was published.
    var material: FirstLook.Material?
    /// The build whose search index is still to be made.
    var unindexed: SiteBuild?
  }
  private let state = Mutex(State())

  init(_ folder: KnowledgeFolder, parallel: Parallel) {
    self.folder = folder
    self.parallel = parallel
    memory = BuildMemory(in: folder.state)
  }

  /// The absolute path of the folder with the site.
  var output: String { folder.root + "/public" }

  /// What can be shown at once of what has changed since the last build, also while there is another.
  func firstLook() -> FirstLook {
    let material = state.withLock { $0.material }
    return material.map { FirstLook(since: $0, memory: memory) } ?? FirstLook()
  }

  /// Whether a page that was shown at once is just what was then published.
  func isPublished(_ path: String, _ bytes: [UInt8]) -> Bool {
    (try? Files.read(Path.join(output, path))) == bytes
  }

  /// Builds and publishes. Whatever goes wrong leaves the last site as it is and is told in the outcome.
  func rebuild(_ clock: Clock = Clock()) -> RebuildOutcome {
    var outcome = RebuildOutcome()
    // In a large knowledge base two of them would be much to hold.
    self.state.withLock { $0.unindexed = nil }
    do {
      let state = try StateFolder(folder.state) {
        Terminal.say("another begrepp is building this knowledge base; waiting for it")
      }
      if try state.recover() { Terminal.say("finished a build that was broken off") }
      let loaded = try loadKnowledge(folder, parallel: parallel, clock: clock, memory: memory)
      outcome.diagnostics = loaded.diagnostics
      outcome.sources = loaded.sources
      let build = try SiteBuild(
        loaded, templates: folder.root + "/templates",
        search: SearchRecordFile(in: folder.state), parallel: parallel, clock: clock)
      outcome.publication = try publish(build, in: state)
      outcome.basePath = loaded.configuration.basePath
      self.state.withLock {
        $0.material = FirstLook.Material(build)
        $0.unindexed = build
      }
    } catch let fault as ConfigurationFault {
      outcome.diagnostics = fault.diagnostics.sorted(by: Diagnostic.precedes)
      outcome.sources = fault.sources
    } catch let error as ThemeError {
      outcome.fault = .init(
        file: folder.shown("templates/" + error.template), line: error.line, message: error.message)
    } catch let error as FileFault {
      outcome.fault = .init(file: error.path, line: 0, message: error.description)
    } catch {
      outcome.fault = .init(file: "", line: 0, message: "\(error)")
    }
    return outcome
  }

  /// Does what readers of the site need not wait for: the index that `begrepp search` reads, and what is
  /// kept for the next process.
  func settle() {
    let unindexed = state.withLock { state in
      defer { state.unindexed = nil }
      return state.unindexed
    }
    guard let build = unindexed else { return }
    do {
      let state = try StateFolder(folder.state) {}
      try build.finishIndex(build.startIndex(in: state), in: state)
      try memory.save()
    } catch {
      Terminal.say("the search index is not kept: \(error)")
    }
  }

  private func publish(
    _ build: SiteBuild, in state: borrowing StateFolder
  ) throws -> Publication.Summary {
    let publication = try Publication(to: output, in: state)
    do {
      try build.stage(to: publication)
      return try publication.finish()
    } catch {
      publication.discard()
      throw error
    }
  }
}
