import Diagnostics
import Glibc

/// A knowledge base as it was in a revision of its git repository, laid out in a folder of its own beside
/// all that is worked on.
struct Revision {
  /// As it was named.
  let name: String
  /// The commit's whole id.
  let commit: String
  private let git: Git
  /// The folder of the knowledge base below that of the repository, empty or with a final `/`.
  private let prefix: String

  /// - Throws: `CommandFailure` where there is no git, no repository, or no such revision.
  init(_ name: String, of folder: KnowledgeFolder) throws {
    self.name = name
    git = Git(folder: folder.root)
    guard let inside = git.run(["rev-parse", "--show-prefix"]) else {
      throw CommandFailure(
        .badInput, "there is no git on this machine",
        help: "Debian has it as the package git"
      )
    }
    guard inside.status == 0 else {
      throw CommandFailure(
        .badInput, "the knowledge base does not lie in a git repository, or git does not trust it",
        help: Self.firstLine(inside.error))
    }
    prefix = Self.firstLine(inside.output)
    guard
      let found = git.run([
        "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}",
      ]),
      found.status == 0
    else {
      throw CommandFailure(
        .badInput, "git knows no revision '\(name)'",
        help: "name a commit, a branch or a tag, as HEAD~3 or main; 'git log --oneline' lists them")
    }
    commit = Self.firstLine(found.output)
  }

  private static func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Hands the knowledge base of the revision to a function, in a folder that is gone afterwards.
  func withFolder<Result>(_ body: (KnowledgeFolder) throws -> Result) throws -> Result {
    let entries = try entries()
    guard entries.contains(where: { $0.path == "content/site.yml" && $0.isFile }) else {
      throw CommandFailure(
        .badInput, "there is no \(prefix)content/site.yml in '\(name)'",
        help: "the knowledge base was begun later")
    }
    let root = try Files.makeTemporaryFolder()
    defer { try? Files.removeTree(root) }
    try layOut(entries, in: root)
    return try body(KnowledgeFolder(root: root, shown: name))
  }

  // MARK: What is in it

  private struct Entry {
    var isFile: Bool
    var id: String
    /// Below the knowledge base.
    var path: String

    /// Whether its text is read; of images and the like it is enough that they are there.
    var isRead: Bool {
      let ending = Path.fileExtension(path)
      return !isFile || ["md", "txt", "yml"].contains(ending)
    }
  }

  private func entries() throws -> [Entry] {
    let folders = ["content", "languages"].map { prefix + $0 + "/" }
    let listed = git.run(["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + folders)
    guard let listed, listed.status == 0 else { throw unreadable }
    return listed.output.split(separator: 0).compactMap { line in
      // `100644 blob 3b18e5…<tab>content/sv/kluster.md`
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let words = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[1] == "blob",
        let path = String(validating: line[(tab + 1)...], as: UTF8.self), path.hasPrefix(prefix)
      else { return nil }
      let below = String(path.dropFirst(prefix.count))
      let isHidden = below.split(separator: "/").contains { $0.hasPrefix(".") }
      guard Path.staysBelow(below), !isHidden else { return nil }
      return Entry(isFile: words[0] != "120000", id: words[2], path: below)
    }
  }

  private var unreadable: CommandFailure {
    CommandFailure(
      .files, "git cannot read all of '\(name)'", help: "'git fsck' says what is missing")
  }

  private func layOut(_ entries: [Entry], in root: String) throws {
    let wanted = entries.filter(\.isRead)
    let request = Array(wanted.map { $0.id + "\n" }.joined().utf8)
    guard let answer = git.run(["cat-file", "--batch"], input: request), answer.status == 0 else {
      throw unreadable
    }
    var rest = answer.output[...]
    var folders: Set<String> = []
    func makeFolder(of path: String) throws {
      guard let folder = Path.parent(path), folders.insert(folder).inserted else { return }
      try Files.makeFolder(folder)
    }
    for entry in wanted {
      // `3b18e5… blob 1234`, a line break, the bytes, a line break.
      guard let end = rest.firstIndex(of: 0x0A) else { throw unreadable }
      let words = rest[..<end].split(separator: 0x20)
      guard words.count == 3, let count = Int(String(decoding: words[2], as: UTF8.self)),
        count >= 0,
        count < rest.endIndex - end - 1
      else { throw unreadable }
      let start = end + 1
      let bytes = rest[start..<(start + count)]
      rest = rest[(start + count + 1)...]
      let path = root + "/" + entry.path
      try makeFolder(of: path)
      if entry.isFile {
        try Files.write(Array(bytes), to: path)
      } else {
        // Where it leads to is looked at when it is read, as it is in the content.
        symlink(String(decoding: bytes, as: UTF8.self), path)
      }
    }
    for entry in entries where !entry.isRead {
      let path = root + "/" + entry.path
      try makeFolder(of: path)
      try Files.write([], to: path)
    }
  }
}
