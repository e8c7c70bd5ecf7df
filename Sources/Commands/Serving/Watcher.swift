import Dispatch
import Glibc

/// Tells when something changes below the folders that a site is made from, through inotify.
///
/// Folders are watched rather than files, so that editors that write by renaming are noticed like those
/// that write in place. Not safe to be used from several threads.
final class Watcher {
  enum Event: Equatable {
    case changed
    /// One of the open files that were named can be read.
    case readable(Int32)
    /// Nothing has come in the time given.
    case quiet
  }

  /// How long it must be still after a change before it is told, so that a burst is one change.
  static let pause: Int32 = 30
  /// The longest that a burst is waited for.
  private static let longest: Int32 = 500

  private let queue: Int32
  /// The folder of the knowledge base, of which only the entries in `trees` count.
  private let root: String
  private let trees: [String]
  private var watches: [Int32: String] = [:]
  /// When a burst that has begun is told at the latest, in nanoseconds of uptime. Kept while other files
  /// are read, so that no change is lost to them.
  private var deadline: UInt64?

  /// - Parameters:
  ///   - root: The folder of the knowledge base, absolute.
  ///   - names: The folders in it that are watched with all below them, whether they are there or not.
  init(root: String, names: [String]) throws(FileFault) {
    self.root = root
    trees = names.map { Path.join(root, $0) }
    queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard queue >= 0 else { throw FileFault(.watch, root) }
    try watchAll()
  }

  deinit { close(queue) }

  /// Waits for a change and for the end of the burst that it belongs to.
  ///
  /// - Parameters:
  ///   - others: Open files; when one of them can be read, the waiting is over.
  ///   - most: How many milliseconds to wait for a change to begin; else however long it takes.
  func next(orReadable others: Int32..., within most: Int32 = -1) throws(FileFault) -> Event {
    while true {
      var timeout = most
      if let deadline {
        let left = Int64(deadline) - Int64(DispatchTime.now().uptimeNanoseconds)
        if left <= 0 { return changed() }
        timeout = min(Self.pause, Int32(left / 1_000_000) + 1)
      }
      var files = ([queue] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&files, nfds_t(files.count), timeout)
      if ready < 0 {
        guard errno == EINTR else { throw FileFault(.watch, root) }
        continue
      }
      if let other = files.dropFirst().first(where: { $0.revents != 0 }) {
        return .readable(other.fd)
      }
      if ready == 0 { return deadline == nil ? .quiet : changed() }
      if try take(), deadline == nil {
        deadline = DispatchTime.now().uptimeNanoseconds + UInt64(Self.longest) * 1_000_000
      }
    }
  }

  private func changed() -> Event {
    deadline = nil
    return .changed
  }

  /// Takes what has been noticed so far, without waiting; whether any of it matters.
  func take() throws(FileFault) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var matters = false
    while true {
      let count = read(queue, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        guard count == 0 || errno == EAGAIN else { throw FileFault(.watch, root) }
        return matters
      }
      for event in Self.events(in: buffer[..<count]) where try handle(event) { matters = true }
    }
  }

  private struct Report {
    var watch: Int32
    var mask: UInt32
    var name: String

    func has(_ flags: Int32...) -> Bool { flags.contains { mask & UInt32(bitPattern: $0) != 0 } }
  }

  /// The events as the kernel lays them out: four numbers of 32 bits, the last one the length of the
  /// name that follows, which is filled up with NUL.
  private static func events(in bytes: ArraySlice<UInt8>) -> [Report] {
    var events: [Report] = []
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 16 <= bytes.count {
        let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
        guard at + 16 + length <= bytes.count else { return }
        let name = bytes[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }
        events.append(
          Report(
            watch: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self),
            mask: bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self),
            name: String(decoding: name, as: UTF8.self)))
        at += 16 + length
      }
    }
    return events
  }

  private func handle(_ event: Report) throws(FileFault) -> Bool {
    if event.has(IN_Q_OVERFLOW) {
      try watchAll()
      return true
    }
    guard let folder = watches[event.watch] else { return false }
    if event.has(IN_IGNORED) {
      watches[event.watch] = nil
      return trees.contains(folder)
    }
    if event.name.isEmpty { return false }
    let path = Path.join(folder, event.name)
    if folder == root, !trees.contains(path) { return false }
    guard Self.matters(event.name) else { return false }
    if event.mask & UInt32(IN_ISDIR) != 0 || folder == root {
      if event.has(IN_MOVED_FROM) { forget(path) }
      if event.has(IN_CREATE, IN_MOVED_TO) { try watch(path) }
      // Of a folder that is there, only what is in it counts.
      return event.has(IN_CREATE, IN_MOVED_TO, IN_MOVED_FROM, IN_DELETE)
    }
    return true
  }

  /// Whether a file or folder of this name can be content: not what editors lay beside what they edit.
  static func matters(_ name: String) -> Bool {
    if name.hasPrefix(".") { return name == ".translated" }
    // vim tries by a file of this name whether it may write into a folder.
    return !name.hasSuffix("~") && !(name.hasPrefix("#") && name.hasSuffix("#")) && name != "4913"
  }

  private func watchAll() throws(FileFault) {
    try add(root)
    for tree in trees { try watch(tree) }
  }

  /// Watches a folder and all below it, each before it is looked into, so that nothing is missed.
  private func watch(_ tree: String) throws(FileFault) {
    var pending = [tree]
    while let folder = pending.popLast() {
      guard Files.isFolder(folder) else { continue }
      try add(folder)
      guard let names = try? Files.names(in: folder) else { continue }
      for bytes in names {
        guard let name = String(validating: bytes, as: UTF8.self), Self.matters(name) else {
          continue
        }
        let child = Path.join(folder, name)
        if Files.status(child, followingLinks: false)?.kind == .folder { pending.append(child) }
      }
    }
  }

  private func add(_ folder: String) throws(FileFault) {
    let mask =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MODIFY
    let watch = inotify_add_watch(queue, folder, UInt32(mask) | UInt32(IN_ONLYDIR))
    if watch >= 0 {
      watches[watch] = folder
    } else if errno == ENOSPC {
      throw FileFault(
        .watch, folder, reason: "no more folders can be watched (see fs.inotify.max_user_watches)")
    }
    // Else the folder has gone again, or may not be read, which the build reports.
  }

  /// No longer watches what was moved away, which may live on elsewhere.
  private func forget(_ tree: String) {
    for (watch, folder) in watches where Path.lies(folder, in: tree) {
      inotify_rm_watch(queue, watch)
      watches[watch] = nil
    }
  }
}
