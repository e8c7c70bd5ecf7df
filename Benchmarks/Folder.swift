import Glibc

/// Files of the measurements, in a folder that is removed at the end.
struct Folder {
  let path: String

  /// On the RAM disk where there is one: disks here and there differ more than programs do.
  init() throws {
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    path = "\(base)/begrepp-benchmarks-\(getpid())"
    try make("")
  }

  func make(_ name: String) throws {
    let folder = name.isEmpty ? path : path + "/" + name
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw BenchmarkFailure("cannot make the folder \(folder)")
    }
  }

  func write(_ bytes: some Collection<UInt8>, to name: String) throws {
    let file = path + "/" + name
    let handle = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard handle >= 0 else { throw BenchmarkFailure("cannot write \(file)") }
    defer { close(handle) }
    let whole = Array(bytes)
    guard Glibc.write(handle, whole, whole.count) == whole.count else {
      throw BenchmarkFailure("cannot write all of \(file)")
    }
  }

  func read(_ name: String) throws -> [UInt8] {
    let file = path + "/" + name
    let handle = open(file, O_RDONLY)
    guard handle >= 0 else { throw BenchmarkFailure("cannot read \(file)") }
    defer { close(handle) }
    var status = stat()
    fstat(handle, &status)
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = max(0, Glibc.read(handle, buffer.baseAddress, buffer.count))
    }
  }

  /// The sizes of all files below a folder.
  func sizes(below name: String) -> [Int] {
    var sizes: [Int] = []
    var waiting = [path + "/" + name]
    while let folder = waiting.popLast() {
      guard let listing = opendir(folder) else { continue }
      defer { closedir(listing) }
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        var status = stat()
        guard lstat(folder + "/" + name, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          waiting.append(folder + "/" + name)
        } else {
          sizes.append(Int(status.st_size))
        }
      }
    }
    return sizes
  }

  func remove() throws { _ = try Usage.of(program: "/bin/rm", ["-rf", path]) }
}
