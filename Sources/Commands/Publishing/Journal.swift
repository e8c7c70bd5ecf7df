import Glibc

/// What remains to be done when all changed files lie ready: renames and removals. It is written
/// before the first of them, so that whoever comes after a killed process can finish its work.
struct Journal: Sendable, Equatable {
  struct Rename: Sendable, Equatable {
    /// Absolute.
    var staged: String
    /// Below the output folder.
    var path: String
  }

  private static let kind = "begrepp journal 1"

  var output: String
  /// The folder with the staged files, removed at the end.
  var staging: String
  var manifest: String
  var renames: [Rename]
  /// Paths below the output folder.
  var removals: [String]
  /// What the manifest lists when all is done.
  var files: [String]

  var bytes: [UInt8] {
    Records.bytes(
      Self.kind,
      [output, staging, manifest, String(renames.count), String(removals.count)]
        + renames.flatMap { [$0.staged, $0.path] } + removals + files)
  }

  init(
    output: String, staging: String, manifest: String, renames: [Rename], removals: [String],
    files: [String]
  ) {
    self.output = output
    self.staging = staging
    self.manifest = manifest
    self.renames = renames
    self.removals = removals
    self.files = files
  }

  /// Nil where the bytes are not a whole journal, or name files outside of the folders they belong in.
  init?(_ bytes: [UInt8]) {
    guard let fields = Records.fields(Self.kind, in: bytes), fields.count >= 5,
      let renameCount = Int(fields[3]), let removalCount = Int(fields[4]),
      renameCount >= 0, removalCount >= 0,
      renameCount <= fields.count, removalCount <= fields.count,
      5 + 2 * renameCount + removalCount <= fields.count
    else { return nil }
    output = fields[0]
    staging = fields[1]
    manifest = fields[2]
    renames = (0..<renameCount).map { Rename(staged: fields[5 + 2 * $0], path: fields[6 + 2 * $0]) }
    let rest = fields.dropFirst(5 + 2 * renameCount)
    removals = Array(rest.prefix(removalCount))
    files = Array(rest.dropFirst(removalCount))
    let staging = staging
    guard
      renames.allSatisfy({ Path.staysBelow($0.path) && Path.lies($0.staged, in: staging) }),
      removals.allSatisfy(Path.staysBelow), files.allSatisfy(Path.staysBelow)
    else { return nil }
  }

  /// Does what is left to do. Safe to be done again after it was broken off at any place.
  func apply() throws(FileFault) {
    // A page may take the place of a folder that is emptied, or the reverse: what cannot be moved at
    // first is moved once the removals are done.
    var postponed: [Rename] = []
    for rename in renames {
      do { try move(rename) } catch {
        guard [EISDIR, ENOTDIR, EEXIST, ENOTEMPTY].contains(error.code) else { throw error }
        postponed.append(rename)
      }
    }
    for path in removals { try remove(path) }
    for rename in postponed { try move(rename) }
    try Files.replace(manifest, with: Manifest(output: output, files: files).bytes)
    try Files.removeTree(staging)
  }

  private func move(_ rename: Rename) throws(FileFault) {
    guard Files.exists(rename.staged) else { return }
    let target = output + "/" + rename.path
    if let folder = Path.parent(target) { try Files.makeFolder(folder) }
    try Files.move(rename.staged, to: target)
  }

  /// Removes a file, and the folders that it leaves empty.
  private func remove(_ path: String) throws(FileFault) {
    let target = output + "/" + path
    guard Files.status(target, followingLinks: false)?.kind == .file else { return }
    try Files.remove(target)
    var folder = Path.parent(path)
    while let empty = folder, empty != ".", rmdir(output + "/" + empty) == 0 {
      folder = Path.parent(empty)
    }
  }
}
