import Diagnostics
import Knowledge
import Search
import Site

/// Opens the search index of a knowledge base, and makes it where there is none that will do.
enum IndexAccess {
  static func open(_ folder: KnowledgeFolder) throws -> SearchIndex {
    finishInterrupted(folder)
    let fingerprint = ContentFingerprint.of(folder)
    guard Files.exists(folder.searchIndex) else {
      Terminal.say("there is no search index yet; making it")
      return try make(folder)
    }
    do {
      return try SearchIndex.open(folder.searchIndex, fingerprint: fingerprint)
    } catch let fault as SearchIndexFault {
      return try make(folder, after: fault)
    }
  }

  /// Makes the index without the site, in the state folder where that can be written.
  ///
  /// - Parameter fault: what is wrong with the one that is there. Nothing of a damaged one is kept: not
  ///   all of it would be met where only what differs is changed.
  static func make(
    _ folder: KnowledgeFolder, after fault: SearchIndexFault? = nil
  ) throws -> SearchIndex {
    if let fault { Terminal.say("the search index is made anew: \(fault.description)") }
    let clock = Clock()
    let parallel = Parallel()
    let loaded = try Reporting.load(folder, parallel: parallel, clock: clock)
    let build: SiteBuild
    do {
      build = try SiteBuild(
        loaded, templates: folder.root + "/templates", parallel: parallel, clock: clock)
    } catch let error as ThemeError {
      throw CommandFailure(.badInput, error.description)
    }
    do {
      let state = try StateFolder(folder.state) { Terminal.say("waiting for another begrepp") }
      if fault?.isOutdated == false { try Files.remove(folder.searchIndex) }
      try build.finishIndex(build.startIndex(in: state), in: state)
      return try SearchIndex.open(folder.searchIndex, fingerprint: nil)
    } catch let fault as FileFault {
      Terminal.say("the search index is not kept: \(fault.description)")
      return try SearchIndex.inMemory(build.plan.searchContent)
    }
  }

  /// Finishes a build that was killed while it published, where this process may do so.
  static func finishInterrupted(_ folder: KnowledgeFolder) {
    guard StateFolder.needsRecovery(folder.state) else { return }
    do throws(FileFault) {
      let state = try StateFolder(folder.state) { Terminal.say("waiting for another begrepp") }
      if try state.recover() { Terminal.say("finished a build that was broken off") }
    } catch {
      Terminal.say("a build that was broken off cannot be finished: \(error.description)")
    }
  }
}
