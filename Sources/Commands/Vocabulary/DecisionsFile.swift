import Diagnostics
import Knowledge

/// `concepts.yml` as it was when the knowledge base was read, and as it is to be.
struct DecisionsFile {
  /// As people see it.
  let path: String
  private let diskPath: String
  /// Nil where there was no such file.
  private let before: [UInt8]?
  private(set) var after: [UInt8]

  init(_ loaded: LoadedKnowledge) {
    path = loaded.folder.shown("content/concepts.yml")
    diskPath = loaded.folder.content + "/concepts.yml"
    before = loaded.sources[path]?.bytes
    after = before ?? []
  }

  /// Adds to it. Where not all can be added, nothing is.
  ///
  /// - Throws: `CommandFailure`.
  mutating func add(_ changes: [DecisionChange]) throws {
    do throws(DecisionEditingFault) {
      after = try editDecisions(path: path, bytes: after, changes)
    } catch {
      let place = error.location.map { ":\($0.start.line):\($0.start.column)" } ?? ""
      throw CommandFailure(.badInput, "\(path)\(place): \(error.message)")
    }
  }

  /// What would change, as a diff.
  var diff: [UInt8] { UnifiedDiff.report(path, from: before, to: after) }

  /// Writes it, where it still is what it was when it was read.
  func write() throws {
    if after == before { return }
    let current = Files.exists(diskPath) ? try Files.read(diskPath) : nil
    guard current == before else {
      throw FileFault(.write, path, reason: "it changed in the meantime")
    }
    try Files.replace(Files.resolved(diskPath) ?? diskPath, with: after)
  }
}
