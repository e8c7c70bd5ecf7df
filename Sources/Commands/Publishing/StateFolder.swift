import Glibc
import Knowledge

/// The folder `.begrepp/` while one process alone may change it and the output.
struct StateFolder: ~Copyable {
  let path: String
  private let lock: Int32

  /// Takes the lock, which a process that ends in any way gives back.
  ///
  /// - Parameter waiting: called once where another process holds the lock, before waiting for it.
  init(_ path: String, waiting: () -> Void) throws(FileFault) {
    try Files.makeFolder(path)
    let file = path + "/lock"
    let lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw FileFault(.lock, file) }
    if flock(lock, LOCK_EX | LOCK_NB) != 0 {
      waiting()
      while flock(lock, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let fault = FileFault(.lock, file)
          close(lock)
          throw fault
        }
      }
    }
    self.path = path
    self.lock = lock
  }

  deinit { close(lock) }

  var searchIndex: String { path + "/search.sqlite" }

  /// The name of what is kept for one output folder.
  func file(_ kind: String, for output: String) -> String {
    Self.file(kind, for: output, in: path)
  }

  /// The same of a folder that need not be there, for reading only.
  static func file(_ kind: String, for output: String, in path: String) -> String {
    "\(path)/\(kind)-\(ByteHash(output.utf8).hexadecimal)"
  }

  /// Finishes what a killed process left half done.
  ///
  /// - Returns: whether there was anything to finish.
  borrowing func recover() throws(FileFault) -> Bool {
    var didRecover = false
    for name in try Files.names(in: path) {
      let name = String(decoding: name, as: UTF8.self)
      guard name.hasPrefix("journal-"), !name.hasSuffix(".tmp") else { continue }
      let file = path + "/" + name
      if let journal = Journal(try Files.read(file)) {
        try journal.apply()
        didRecover = true
      }
      try Files.remove(file)
    }
    return didRecover
  }

  /// Whether a killed process left something half done; asked without the lock.
  static func needsRecovery(_ path: String) -> Bool {
    guard let names = try? Files.names(in: path) else { return false }
    return names.contains { $0.starts(with: "journal-".utf8) && !$0.ends(with: ".tmp") }
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
