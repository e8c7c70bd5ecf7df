import Glibc

/// Plain file access, each call with its errors as `FileFault`. Nothing is synced to the disk: what a
/// killed process leaves is whole because files are written aside and renamed.
enum Files {
  /// The size and time of a file, and what kind of thing it is.
  struct Status: Sendable, Equatable {
    enum Kind: Sendable { case file, folder, link, other }

    var kind: Kind
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
    var device: UInt
    var inode: UInt
  }

  /// The largest file that is read, in bytes: far more than any article, far less than the memory.
  static let largest = 256 << 20

  /// Nil where there is no such file.
  static func status(_ path: String, followingLinks: Bool = true) -> Status? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    let kind: Status.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    let time = status.st_mtim
    return Status(
      kind: kind, size: Int(status.st_size),
      modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec),
      device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }

  static func isFolder(_ path: String) -> Bool { status(path)?.kind == .folder }
  static func exists(_ path: String) -> Bool { status(path, followingLinks: false) != nil }

  /// The whole of a regular file.
  static func read(_ path: String) throws(FileFault) -> [UInt8] {
    // Without blocking, so that a pipe in the content does not stop a build.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileFault(.read, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileFault(.read, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileFault(.read, path, reason: "it is a folder")
    default: throw FileFault(.read, path, reason: "it is not a regular file")
    }
    guard status.st_size <= largest else {
      throw FileFault(.read, path, reason: "it is larger than \(largest >> 20) MB")
    }
    return try readAll(file, expected: Int(status.st_size), path: path)
  }

  /// All that a file handle gives, up to `largest`.
  static func readAll(_ file: Int32, expected: Int, path: String) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var count = 0
    while true {
      let room = bytes.count - count
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress.map { $0 + count }, room)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw FileFault(.read, path) }
      if got == 0 { break }
      count += got
      guard count <= largest else {
        throw FileFault(.read, path, reason: "it is larger than \(largest >> 20) MB")
      }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count + 4096)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Whether a regular file holds just these bytes.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let status = status(path, followingLinks: false), status.kind == .file,
      status.size == bytes.count
    else { return false }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    // In pieces: a large file would be held twice.
    return bytes.withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { piece in
        var at = 0
        while true {
          let got = Glibc.read(file, piece.baseAddress, piece.count)
          if got < 0 && errno == EINTR { continue }
          guard got >= 0, got <= bytes.count - at else { return false }
          if got == 0 { return at == bytes.count }
          let (own, other) = (bytes[at..<at + got], piece[..<got])
          guard own.elementsEqual(other) else { return false }
          at += got
        }
      }
    }
  }

  /// Writes a file in place. For a file that nobody reads yet.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileFault(.write, path) }
    let written = writeAll(bytes, to: file)
    let code = errno
    guard close(file) == 0, written else {
      throw FileFault(.write, path, code: written ? errno : code)
    }
  }

  /// Writes a file aside and renames it, so that whoever reads it sees the old or the new one whole.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileFault) {
    let aside = path + ".\(getpid()).tmp"
    do {
      try write(bytes, to: aside)
      try move(aside, to: path)
    } catch {
      unlink(aside)
      throw FileFault(.write, path, code: error.code)
    }
  }

  /// Writes all bytes to an open file; false with `errno` set where that fails.
  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Renames; over a boundary of file systems it copies first.
  static func move(_ path: String, to target: String) throws(FileFault) {
    if rename(path, target) == 0 { return }
    guard errno == EXDEV else { throw FileFault(.write, target) }
    try replace(target, with: read(path))
    unlink(path)
  }

  static func remove(_ path: String) throws(FileFault) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileFault(.remove, path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(FileFault) {
    if mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) { return }
    let code = errno
    guard code == ENOENT, let parent = Path.parent(path) else {
      throw FileFault(.write, path, code: code)
    }
    try makeFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFault(.write, path) }
  }

  /// The names in a folder, in the order of their bytes, without `.` and `..`.
  static func names(in folder: String) throws(FileFault) -> [[UInt8]] {
    guard let stream = opendir(folder) else { throw FileFault(.list, folder) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = Glibc.readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
        }
      }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileFault(.list, folder) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Makes an empty folder that nobody else has, where the machine keeps what is soon gone.
  static func makeTemporaryFolder() throws(FileFault) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = (parent.hasPrefix("/") ? parent : "/tmp") + "/begrepp-XXXXXX"
    var name = Array(pattern.utf8CString)
    guard mkdtemp(&name) != nil else { throw FileFault(.write, pattern) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a folder with all that is in it; links in it are removed, not followed.
  static func removeTree(_ path: String) throws(FileFault) {
    var folders = [path]
    var visited: [String] = []
    while let folder = folders.popLast() {
      guard status(folder, followingLinks: false)?.kind == .folder else { continue }
      visited.append(folder)
      for name in try names(in: folder) {
        let child = folder + "/" + String(decoding: name, as: UTF8.self)
        if status(child, followingLinks: false)?.kind == .folder {
          folders.append(child)
        } else {
          try remove(child)
        }
      }
    }
    for folder in visited.reversed() where rmdir(folder) != 0 && errno != ENOENT {
      throw FileFault(.remove, folder)
    }
  }

  /// The path without links and dots; nil where there is no such file.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }
}
