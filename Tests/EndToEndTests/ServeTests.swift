import Foundation
import Glibc
import Testing

/// `begrepp serve` as a process, with a client that speaks HTTP over a plain socket.
@Suite struct ServeTests {
  /// How long anything may take on a machine that is busy with other things, in seconds.
  private static let patience = 180.0

  /// A preview that runs until the test is over.
  private final class Preview {
    let work: WorkFolder
    let port: UInt16
    private let process = Process()
    private let output: String

    init(_ arguments: [String] = ["--port", "0"]) throws {
      work = try WorkFolder(copying: FixtureTests.folder + "/bilingual")
      output = work.path + "/printed.txt"
      process.executableURL = URL(fileURLWithPath: Program.folder + "/begrepp")
      process.arguments = ["serve", "--root", work.path] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: work.path)
      _ = FileManager.default.createFile(atPath: output, contents: nil)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle(forWritingAtPath: output)
      process.standardError = FileHandle.nullDevice
      try process.run()
      let printed = try Self.printed(output, until: "Ctrl-C ends it", while: process)
      let digits = printed.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber }
      port = UInt16(digits ?? "") ?? 0
    }

    deinit { if process.isRunning { process.terminate() } }

    /// What it printed, once that holds a text.
    func printed(until text: String) throws -> String {
      try Self.printed(output, until: text, while: process)
    }

    private static func printed(
      _ file: String, until text: String, while process: Process
    ) throws -> String {
      let end = Date(timeIntervalSinceNow: patience)
      while true {
        let printed = try String(contentsOfFile: file, encoding: .utf8)
        if printed.contains(text) { return printed }
        try #require(Date() < end && process.isRunning, "\(printed)")
        usleep(10_000)
      }
    }

    /// Ends it as Ctrl-C or `kill` does; its exit status.
    func end(_ number: Int32) -> Int32 {
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  /// A connection to the preview.
  private final class Client {
    private let socket: Int32
    private var pending: [UInt8] = []

    init(_ port: UInt16) throws {
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var timeout = timeval(tv_sec: Int(patience), tv_usec: 0)
      setsockopt(
        socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
      let result = withUnsafePointer(to: &address) { address in
        address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(result == 0)
    }

    deinit { close(socket) }

    func send(_ text: String) {
      let bytes = Array(text.utf8)
      _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What came since the last call, up to and with a text; nil for all until the end.
    func read(until text: String?) throws -> String {
      while true {
        if let text, let range = pending.firstRange(of: Array(text.utf8)) {
          return take(range.upperBound)
        }
        guard try receive() else {
          try #require(text == nil, "\(String(decoding: pending, as: UTF8.self))")
          return take(pending.count)
        }
      }
    }

    func read(bytes count: Int) throws -> String {
      while pending.count < count { try #require(try receive()) }
      return take(count)
    }

    private func take(_ count: Int) -> String {
      defer { pending.removeFirst(count) }
      return String(decoding: pending[..<count], as: UTF8.self)
    }

    /// False at the end.
    private func receive() throws -> Bool {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(socket, &buffer, buffer.count, 0)
      try #require(count >= 0, "nothing came in time")
      pending += buffer[..<count]
      return count > 0
    }
  }

  /// Asks until the answer holds a text.
  private func wait(_ port: UInt16, _ path: String, until text: String) throws {
    let end = Date(timeIntervalSinceNow: Self.patience)
    while true {
      let answer = try ask(port, path)
      if answer.contains(text) { return }
      try #require(Date() < end, "\(answer)")
      usleep(10_000)
    }
  }

  /// What is answered to one request.
  private func ask(
    _ port: UInt16, _ path: String, _ method: String = "GET", host: String = "localhost",
    headers: String = ""
  ) throws -> String {
    let client = try Client(port)
    client.send(
      "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(headers)\r\n")
    return try client.read(until: nil)
  }

  @Test("serves the site and nothing else")
  func serves() throws {
    let preview = try Preview()
    let port = preview.port
    let page = try ask(port, "/sv/index.html")
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(page.contains("Content-Type: text/html; charset=utf-8\r\n"))
    #expect(page.contains("<script src=\"/_begrepp/live.js\""))
    let onDisk = try String(
      contentsOfFile: preview.work.path + "/public/sv/index.html", encoding: .utf8)
    #expect(!onDisk.contains("_begrepp"))
    #expect(try ask(port, "/sv").contains("Location: /sv/\r\n"))
    #expect(try ask(port, "/assets/style.css").contains("Content-Type: text/css; charset=utf-8"))
    #expect(try ask(port, "/nb/a/b").hasPrefix("HTTP/1.1 404 Not Found\r\n"))
    let head = try ask(port, "/sv/index.html", "HEAD")
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
    #expect(try ask(port, "/", "POST").hasPrefix("HTTP/1.1 405 "))
    #expect(try ask(port, "/", host: "example.org").hasPrefix("HTTP/1.1 421 "))
    for path in ["/../content/site.yml", "/%2e%2e/content/site.yml", "/sv/%00", "/..%2f", "a", "*"]
    {
      let answer = try ask(port, path)
      #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(path)")
      #expect(!answer.contains("languages:"))
    }
    let tag = try #require(page.split(separator: "\r\n").first { $0.hasPrefix("Etag: ") })
      .dropFirst(6)
    let again = try ask(port, "/sv/index.html", headers: "If-None-Match: \(tag)\r\n")
    #expect(again.hasPrefix("HTTP/1.1 304 "))
    #expect(again.hasSuffix("\r\n\r\n"))
    #expect(preview.end(SIGINT) == 0)
  }

  @Test("keeps a connection for many requests")
  func keepsAlive() throws {
    let preview = try Preview()
    let client = try Client(preview.port)
    for _ in 0..<20 {
      client.send("GET /assets/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let header = try client.read(until: "\r\n\r\n")
      #expect(header.hasPrefix("HTTP/1.1 200 OK\r\n"))
      let field = try #require(header.firstRange(of: "Content-Length: "))
      let length = try #require(Int(header[field.upperBound...].prefix { $0.isNumber }))
      #expect(try client.read(bytes: length).utf8.count == length)
    }
    client.send("nonsense\r\n\r\n")
    #expect(try ask(preview.port, "/").hasPrefix("HTTP/1.1 200 "))
    #expect(preview.end(SIGTERM) == 0)
  }

  @Test("a change is built, published, told and printed; a fault keeps the site")
  func rebuilds() throws {
    let preview = try Preview()
    let work = preview.work
    let events = try Client(preview.port)
    events.send("GET /_begrepp/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(try events.read(until: "\"generation\": 1").contains("text/event-stream"))

    try work.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    _ = try events.read(until: "sv/begrepp/te.html\"")
    try wait(preview.port, "/sv/begrepp/te.html", until: "torkade")

    // As editors do: written aside and renamed.
    try work.write("# Te\n\nTe är en dryck av rullade blad.\n", to: "te.tmp")
    rename(work.path + "/te.tmp", work.path + "/content/sv/te.md")
    _ = try events.read(until: "sv/begrepp/te.html\"")
    try wait(preview.port, "/sv/begrepp/te.html", until: "rullade")

    // A faulty configuration: the site stands, the fault is told with its place.
    let configuration = try String(
      contentsOfFile: work.path + "/content/site.yml", encoding: .utf8)
    let before = work.tree("public")
    try work.write("title: [\n", to: "content/site.yml")
    _ = try events.read(until: "\"published\": false")
    let fault = try events.read(until: "\"isNew\"")
    #expect(fault.contains("\"severity\": \"error\""))
    #expect(fault.contains("content/site.yml"))
    #expect(work.tree("public") == before)
    try work.write(configuration, to: "content/site.yml")
    _ = try events.read(until: "\"published\": true")

    try FileManager.default.removeItem(atPath: work.path + "/content/sv/te.md")
    try wait(preview.port, "/sv/begrepp/te.html", until: "HTTP/1.1 404 ")
    let printed = try preview.printed(until: "removed")
    #expect(printed.hasPrefix("built in "))
    #expect(printed.split(separator: "\n").count { $0.hasPrefix("rebuilt in ") } >= 5)
    #expect(preview.end(SIGINT) == 0)
    // The streams end with it.
    _ = try events.read(until: nil)

    let clean = try WorkFolder(copying: FixtureTests.folder + "/bilingual")
    _ = try Program.shell("begrepp build", in: clean.path)
    #expect(work.tree("public") == clean.tree("public"))
  }

  @Test("takes the next port where one is taken, and refuses an address of others")
  func ports() throws {
    let first = try Preview()
    let second = try Preview(["--port", String(first.port)])
    #expect(second.port > first.port)
    #expect(try ask(second.port, "/").hasPrefix("HTTP/1.1 200 "))
    #expect(first.end(SIGINT) == 0)
    #expect(second.end(SIGINT) == 0)
    let work = try WorkFolder(copying: FixtureTests.folder + "/bilingual")
    let answer = try Program.shell("begrepp serve --host example.org --port 0", in: work.path)
    #expect(answer.status == 64)
    #expect(answer.error.contains("--host takes an IP address of this machine"))
  }
}
