import Diagnostics

/// Where a knowledge base lies: the folder with `content/site.yml` in it.
struct KnowledgeFolder: Sendable {
  /// Absolute.
  let root: String
  /// As people see it: relative to the working folder where that is short, empty for it itself.
  let shown: String

  /// The folder that `--root` names, else the nearest one upwards with `content/site.yml`.
  static func find(_ given: String?) throws -> KnowledgeFolder {
    let current = Path.current
    if let given {
      let root = Path.absolute(given, from: current)
      guard Files.isFolder(root) else {
        throw CommandFailure(.files, "there is no folder '\(given)'")
      }
      guard Files.exists(root + "/content/site.yml") else {
        throw CommandFailure(
          .badInput, "'\(given)' has no content/site.yml",
          help: "'begrepp new site DIR' makes a knowledge base to start from")
      }
      return KnowledgeFolder(root: root, shown: given == "." ? "" : given)
    }
    var folder: String? = current
    var shown = ""
    while let candidate = folder {
      if Files.exists(Path.join(candidate, "content/site.yml")) {
        return KnowledgeFolder(root: candidate, shown: shown)
      }
      folder = Path.parent(candidate)
      shown = Path.join(shown, "..")
    }
    throw CommandFailure(
      .badInput, "there is no content/site.yml here or in any folder above",
      help: "name the knowledge base with --root DIR, or make one with 'begrepp new site DIR'")
  }

  var content: String { root + "/content" }
  /// What Begrepp keeps for itself; may be deleted at any time.
  var state: String { root + "/.begrepp" }
  var searchIndex: String { state + "/search.sqlite" }

  /// A path below the root as people see it.
  func shown(_ path: String) -> String { Path.join(shown, path) }

  /// Makes the folders for a file that is kept beside the articles, as `.translated/nb/klynge.md`. A link on
  /// the way would lead the file out of the content, and is a fault.
  func makeHiddenFolder(for path: String) throws(FileFault) {
    var folder = Path.parent(path)
    while let above = folder, above != "." {
      if let status = Files.status(content + "/" + above, followingLinks: false),
        status.kind != .folder
      {
        throw FileFault(.write, shown("content/" + path), reason: "'\(above)' is not a folder")
      }
      folder = Path.parent(above)
    }
    if let folder = Path.parent(content + "/" + path) { try Files.makeFolder(folder) }
  }
}
