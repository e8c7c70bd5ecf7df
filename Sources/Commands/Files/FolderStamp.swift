import Dispatch
import Glibc
import Knowledge
import Synchronization

/// A number that is another as soon as a file below a folder is: a sum over its files, so that it can
/// be taken in any order and in parallel. It is all that a search pays for a large content.
enum FolderStamp {
  /// The part of one file.
  ///
  /// - Parameters:
  ///   - path: Below the folder, in UTF-8.
  ///   - size: In bytes.
  ///   - modified: Nanoseconds since 1970.
  static func of(_ path: some Sequence<UInt8>, size: Int, modified: Int64) -> UInt64 {
    var hash = ByteHash(path).value
    for number in [UInt64(bitPattern: Int64(size)), UInt64(bitPattern: modified)] {
      hash = (hash ^ number) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// The sum over all files below a folder that a `ContentListing` of it has.
  ///
  /// - Returns: Nil where something needs a closer look than this takes: links, names that are not
  ///   UTF-8, folders that cannot be read or lie very deep.
  static func of(contentsOf folder: String) -> UInt64? {
    var sum: UInt64 = 0
    var pending: [(path: [UInt8], depth: Int)] = [([], 0)]
    while let (path, depth) = pending.popLast() {
      let disk = path.isEmpty ? Array(folder.utf8) : Array(folder.utf8) + [0x2F] + path
      guard let listing = Listing(disk) else { return nil }
      defer { close(listing.folder) }
      let prefix = path.isEmpty ? [] : path + [0x2F]
      for name in listing.folders {
        if depth >= 64 { return nil }
        pending.append((prefix + name, depth + 1))
      }
      guard let files = listing.sum(prefix) else { return nil }
      sum &+= files
    }
    return sum
  }

  /// The names in one folder, which stays open.
  private struct Listing {
    let folder: Int32
    private(set) var folders: [[UInt8]] = []
    private var files: [[UInt8]] = []

    init?(_ path: [UInt8]) {
      folder = (path + [0]).withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { name in
          name.baseAddress.map { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } ?? -1
        }
      }
      guard folder >= 0 else { return nil }
      // A stream closes what it was made of.
      let own = dup(folder)
      guard own >= 0, let stream = fdopendir(own) else {
        close(folder)
        return nil
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
            Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
          }
        }
        if name.first == UInt8(ascii: ".") { continue }
        let isText = name.allSatisfy { $0 < 0x80 } || String(validating: name, as: UTF8.self) != nil
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR) where isText: folders.append(name)
        case Int(DT_REG) where isText: files.append(name)
        case Int(DT_FIFO), Int(DT_SOCK), Int(DT_CHR), Int(DT_BLK): continue
        default:
          close(folder)
          return nil
        }
      }
    }

    /// The files' parts; nil where one of them has gone.
    func sum(_ prefix: [UInt8]) -> UInt64? {
      let jobs = files.count < 256 ? 1 : ProcessorCount.available
      let chunk = (files.count + jobs - 1) / jobs
      let total = Mutex<UInt64?>(0)
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        let start = min(job * chunk, files.count)
        let part = sum(files[start..<min(start + chunk, files.count)], prefix)
        total.withLock { sum in sum = sum.flatMap { sum in part.map { sum &+ $0 } } }
      }
      return total.withLock { $0 }
    }

    private func sum(_ names: ArraySlice<[UInt8]>, _ prefix: [UInt8]) -> UInt64? {
      var sum: UInt64 = 0
      for name in names {
        var status = stat()
        let result = (name + [0]).withUnsafeBufferPointer { buffer in
          buffer.withMemoryRebound(to: CChar.self) { name in
            name.baseAddress.map { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } ?? -1
          }
        }
        guard result == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let time = status.st_mtim
        sum &+= FolderStamp.of(
          prefix + name, size: Int(status.st_size),
          modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
      }
      return sum
    }
  }
}
