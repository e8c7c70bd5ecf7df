import Glibc

/// How long it takes from an article's being saved to its page's showing it, in `begrepp serve` on a copy
/// of the content in the working folder, and on ten thousand articles: by a client that is told by the stream
/// of events and then fetches the page, as a browser does.
func measureServe(program: String, in folder: Folder) throws -> String {
  _ = try Usage.of(program: "/bin/cp", ["-r", "content", folder.path + "/served-content"])
  try folder.make("served")
  guard rename(folder.path + "/served-content", folder.path + "/served/content") == 0 else {
    throw BenchmarkFailure("cannot copy the folder content")
  }
  _ = try KnowledgeBases.articles(10_000, in: folder, "served-many")
  var table = Table("one edit, saved and shown", "median", "fastest", "slowest", "goal")
  let own = ("served/content/sv/kluster.md", "sv/artiklar/kluster.html")
  try add("a sentence, this repository's content", "served", own, 21, "< 300 ms", to: &table)
  let many = ("served-many/content/sv/artikel-7.md", "sv/artiklar/artikel-7.html")
  try add("a sentence, 10,000 articles", "served-many", many, 11, "< 200 ms", to: &table)
  return table.text

  func add(
    _ name: String, _ root: String, _ edited: (file: String, page: String), _ count: Int,
    _ goal: String, to table: inout Table
  ) throws {
    let preview = try RunningPreview(program, root: folder.path + "/" + root, in: folder)
    defer { preview.end() }
    let text = try folder.read(edited.file)
    var times: [Double] = []
    for number in 0..<count {
      let sentence = "Mening nummer \(number)."
      // As when a person writes. A small site is at rest again; a large one is being built.
      usleep(400_000)
      let start = RunningPreview.now
      try folder.write(text + Array("\n\(sentence)\n".utf8), to: edited.file)
      repeat {
        try preview.wait(forChangeOf: edited.page)
      } while try !preview.fetch(edited.page)
        .contains(sentence)
      times.append(RunningPreview.now - start)
    }
    times.sort()
    table.add(
      name, seconds(times[times.count / 2]), seconds(times[0]), seconds(times[times.count - 1]),
      goal)
  }
}

/// `begrepp serve`, and a connection to its stream of events.
private final class RunningPreview {
  private let process: pid_t
  private let port: UInt16
  private var events: Int32 = -1
  private var pending = ""

  /// Seconds by a clock that only runs forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  init(_ program: String, root: String, in folder: Folder) throws {
    let printed = folder.path + "/served.txt"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, printed, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = [program, "serve", "--root", root, "--port", "0"]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw BenchmarkFailure("cannot start \(program)")
    }
    process = child
    port = try Self.port(in: folder)
    events = try Self.connected(to: port)
    Self.send("GET /_begrepp/events HTTP/1.1\r\nHost: localhost\r\n\r\n", to: events)
    _ = try take(until: "\"findings\"")
  }

  func end() {
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(events)
  }

  private static func port(in folder: Folder) throws -> UInt16 {
    for _ in 0..<6000 {
      let text = String(decoding: try folder.read("served.txt"), as: UTF8.self)
      if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("serving ") }) {
        let address = line.split(separator: "/")[1].prefix { $0 != "/" }
        if let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) { return port }
      }
      usleep(10_000)
    }
    throw BenchmarkFailure("the preview does not begin")
  }

  /// Reads events until one says that a file was written.
  func wait(forChangeOf page: String) throws { _ = try take(until: "\"\(page)\"") }

  func fetch(_ page: String) throws -> String {
    let socket = try Self.connected(to: port)
    defer { close(socket) }
    Self.send("GET /\(page) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", to: socket)
    var text = ""
    while let more = Self.receive(from: socket) { text += more }
    return text
  }

  private func take(until word: String) throws -> String {
    while true {
      if let range = pending.firstRange(of: word) {
        defer { pending = String(pending[range.upperBound...]) }
        return String(pending[..<range.upperBound])
      }
      guard let more = Self.receive(from: events) else {
        throw BenchmarkFailure("the stream of events ended")
      }
      pending += more
    }
  }

  private static func connected(to port: UInt16) throws -> Int32 {
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw BenchmarkFailure("cannot connect to the preview") }
    return made
  }

  private static func send(_ text: String, to socket: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Nil at the end.
  private static func receive(from socket: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
