import Glibc
import Knowledge
import Synchronization

/// One publishing of a site, from the first file made to the moment when readers see all of it.
///
/// Files are staged from any thread. Nothing of them is seen before `finish`; a publication that is
/// dropped or killed leaves what was there.
final class Publication: Sendable {
  /// What became of the files.
  struct Summary: Sendable, Equatable {
    var written = 0
    var unchanged = 0
    var removed = 0
    /// The paths of those that are written and removed, below the output.
    var writtenPaths: [String] = []
    var removedPaths: [String] = []
    /// Paths below the output where a file lies that Begrepp did not make.
    var foreign: [String] = []
  }

  /// The absolute path of the folder that readers see.
  let output: String
  private let staging: String
  private let manifestFile: String
  private let journalFile: String
  private let recordsFile: String
  /// How the pages of an earlier build were made and looked.
  private let known: PageRecords
  /// What an earlier build made here.
  private let earlier: Set<String>
  /// Whether there is nothing yet in the output, so that the whole is swapped in at once.
  private let isFirst: Bool
  /// Whether nothing is written, and the summary says what would be.
  private let isPreview: Bool

  private struct Progress {
    var renames: [Journal.Rename] = []
    var files: Set<String> = []
    var folders: Set<String> = []
    var foreign: [String] = []
    var unchanged = 0
    var count = 0
    var records = PageRecords()
  }
  private let progress = Mutex(Progress())

  /// - Parameter output: an absolute path; a link is followed.
  init(to output: String, in state: borrowing StateFolder) throws(FileFault) {
    let output = Files.resolved(output) ?? output
    self.output = output
    isPreview = false
    manifestFile = state.file("manifest", for: output)
    journalFile = state.file("journal", for: output)
    recordsFile = state.file("pages", for: output)
    known = PageRecords(file: recordsFile)
    earlier = Set(Manifest.read(manifestFile, output: output)?.files ?? [])
    if Files.exists(output) {
      guard Files.isFolder(output) else {
        throw FileFault(.write, output, reason: "it is not a folder")
      }
      isFirst = try Files.names(in: output).isEmpty
    } else {
      isFirst = true
    }
    if isFirst, let parent = Path.parent(output) {
      staging = Path.join(parent, ".\(Path.name(output)).begrepp-new")
      try Files.makeFolder(parent)
    } else {
      staging = state.file("staging", for: output)
    }
    try Files.removeTree(staging)
    try Files.makeFolder(staging)
  }

  /// One that writes nothing, and finds out what would be written.
  ///
  /// - Parameters:
  ///   - output: an absolute path; a link is followed.
  ///   - state: the path of the state folder, which need not be there.
  init(previewing output: String, state: String) throws(FileFault) {
    let output = Files.resolved(output) ?? output
    guard !Files.exists(output) || Files.isFolder(output) else {
      throw FileFault(.write, output, reason: "it is not a folder")
    }
    self.output = output
    isPreview = true
    isFirst = false
    manifestFile = StateFolder.file("manifest", for: output, in: state)
    journalFile = ""
    recordsFile = ""
    known = PageRecords(file: StateFolder.file("pages", for: output, in: state))
    staging = ""
    earlier = Set(Manifest.read(manifestFile, output: output)?.files ?? [])
  }

  /// Whether a page that is made from the same as before lies where it was put, so that it need not be
  /// made again.
  func keeps(_ path: String, _ key: Fingerprint) -> Bool {
    guard !isFirst, earlier.contains(path), let record = known.records[path], record.key == key,
      let status = Files.status(output + "/" + path, followingLinks: false), status.kind == .file,
      status.size == record.size, status.modified == record.modified
    else { return false }
    progress.withLock {
      $0.files.insert(path)
      $0.unchanged += 1
      $0.records.records[path] = record
    }
    return true
  }

  /// Lays one file ready.
  ///
  /// - Parameters:
  ///   - path: below the output folder, with `/` between its parts.
  ///   - key: what it was made from; nil for what is made anew each time.
  func stage(_ path: String, _ bytes: [UInt8], key: Fingerprint? = nil) throws(FileFault) {
    guard Path.staysBelow(path) else {
      throw FileFault(.write, path, reason: "it lies outside of the output folder")
    }
    if isFirst {
      let target = staging + "/" + path
      if let folder = Path.parent(target) { try makeFolder(folder) }
      try Files.write(bytes, to: target)
      progress.withLock {
        $0.renames.append(.init(staged: target, path: path))
        $0.files.insert(path)
      }
      record(path, key, at: target)
      return
    }
    switch place(for: path, bytes) {
    case .same:
      progress.withLock {
        $0.files.insert(path)
        $0.unchanged += 1
      }
      record(path, key, at: output + "/" + path)
    case .foreign: progress.withLock { $0.foreign.append(path) }
    case .free:
      let number = progress.withLock {
        $0.count += 1
        return $0.count
      }
      let staged = "\(staging)/\(number)"
      if !isPreview { try Files.write(bytes, to: staged) }
      progress.withLock {
        $0.renames.append(.init(staged: staged, path: path))
        $0.files.insert(path)
      }
      record(path, key, at: staged)
    }
  }

  /// Notes how a page was made; a rename leaves the time stamp of its file.
  private func record(_ path: String, _ key: Fingerprint?, at file: String) {
    guard let key, let status = Files.status(file, followingLinks: false) else { return }
    progress.withLock {
      $0.records.records[path] = .init(key: key, size: status.size, modified: status.modified)
    }
  }

  /// Drops what was staged.
  func discard() { if !isPreview { try? Files.removeTree(staging) } }

  /// Lets readers see it: all files that were staged, and no earlier one that was not.
  func finish() throws(FileFault) -> Summary {
    let progress = progress.withLock { $0 }
    let files = progress.files.sorted()
    let renames = progress.renames.sorted { $0.path < $1.path }
    let stale = earlier.subtracting(progress.files).subtracting(progress.foreign).sorted()
    var summary = Summary()
    summary.written = renames.count
    summary.unchanged = progress.unchanged
    summary.removed = stale.count
    summary.writtenPaths = renames.map(\.path)
    summary.removedPaths = stale
    summary.foreign = progress.foreign.sorted()
    if isPreview { return summary }
    if isFirst {
      // The list of files first: were it lost, the next build would take its own pages for others'.
      try Files.replace(manifestFile, with: Manifest(output: output, files: files).bytes)
      if rename(staging, output) == 0 {
        try Files.replace(recordsFile, with: progress.records.bytes)
        return summary
      }
      // The output is a folder that cannot be replaced, as a mounted one.
      guard [EBUSY, EXDEV, EPERM, EACCES, ENOTEMPTY, EEXIST, EINVAL].contains(errno) else {
        throw FileFault(.write, output)
      }
    }
    let journal = Journal(
      output: output, staging: staging, manifest: manifestFile, renames: renames,
      removals: stale, files: files)
    try Files.replace(journalFile, with: journal.bytes)
    try journal.apply()
    try Files.remove(journalFile)
    // Last: until they are there, the pages that changed are known by their time stamps.
    try Files.replace(recordsFile, with: progress.records.bytes)
    return summary
  }

  private enum Place { case free, same, foreign }

  /// What lies where a file is to go.
  private func place(for path: String, _ bytes: [UInt8]) -> Place {
    let target = output + "/" + path
    // A link on the way would lead the file out of the output folder.
    var folder = Path.parent(path)
    while let above = folder, above != "." {
      if let status = Files.status(output + "/" + above, followingLinks: false),
        status.kind != .folder, !earlier.contains(above)
      {
        return .foreign
      }
      folder = Path.parent(above)
    }
    guard let status = Files.status(target, followingLinks: false) else { return .free }
    if status.kind == .file, Files.holds(target, bytes) { return .same }
    if earlier.contains(path) || isEmptiedFolder(target, status) { return .free }
    return status.kind == .file && Self.wasMadeByBegrepp(target) ? .free : .foreign
  }

  /// A folder where a page is to go now, with nothing in it but what earlier builds made.
  private func isEmptiedFolder(_ target: String, _ status: Files.Status) -> Bool {
    guard status.kind == .folder else { return false }
    let prefix = String(target.dropFirst(output.count + 1)) + "/"
    return earlier.contains { $0.hasPrefix(prefix) }
  }

  /// Pages say who made them, so that they are known even when `.begrepp/` was deleted.
  private static func wasMadeByBegrepp(_ path: String) -> Bool {
    guard let bytes = try? Files.read(path) else { return false }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    return head.contains("<meta name=\"generator\" content=\"Begrepp")
  }

  private func makeFolder(_ folder: String) throws(FileFault) {
    let isKnown = progress.withLock { $0.folders.contains(folder) }
    if isKnown { return }
    try Files.makeFolder(folder)
    progress.withLock { _ = $0.folders.insert(folder) }
  }
}
