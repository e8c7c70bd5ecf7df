import Knowledge
import Site

/// What is answered to a request: the files of the site, and what `begrepp serve` adds to them.
struct SiteResponder: Sendable {
  struct Request: Sendable {
    var method = "GET"
    /// As sent, percent-encoded.
    var path: String
    /// Without the question mark.
    var query = ""
    var host: String?
    /// The value of `If-None-Match`.
    var known: String?
  }

  struct Reply: Sendable {
    var status: Int
    /// In lower case.
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    /// Whether the body is the stream of events, which has no end.
    var isStream = false
  }

  private static let events = "/_begrepp/events"

  let files: StaticFiles
  let live: LiveEvents
  /// Whether only requests to a name of this machine are answered, so that no page elsewhere can read the
  /// site by giving its own name this machine's address.
  var isLocal = true

  func reply(to request: Request) -> Reply {
    guard request.method == "GET" || request.method == "HEAD" else {
      return text(405, "only GET and HEAD are answered here", ["allow": "GET, HEAD"])
    }
    if isLocal, let host = request.host, !Self.isLocalName(host) {
      return text(421, "this is a preview for this machine alone")
    }
    var reply = content(request)
    reply.headers["x-content-type-options"] = "nosniff"
    if reply.headers["cache-control"] == nil { reply.headers["cache-control"] = "no-cache" }
    if !reply.isStream { reply.headers["content-length"] = String(reply.body.count) }
    if let tag = reply.headers["etag"], reply.status == 200, Self.holds(request.known, tag) {
      reply.status = 304
      reply.body = []
    }
    if request.method == "HEAD" {
      reply.body = []
      reply.isStream = false
    }
    return reply
  }

  /// Whether a host, with or without a port, is a name or address of the loopback.
  static func isLocalName(_ host: String) -> Bool {
    if host.hasPrefix("[") { return host.hasPrefix("[::1]") }
    let name = host.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    return name == "localhost" || name.hasSuffix(".localhost")
      || (name.hasPrefix("127.") && name.allSatisfy { $0 == "." || ("0"..."9").contains($0) })
  }

  /// Whether `If-None-Match` names the tag.
  private static func holds(_ known: String?, _ tag: String) -> Bool {
    (known ?? "").split(separator: ",").contains { part in
      let part = part.drop { $0 == " " }
      return part == "*" || (part.hasPrefix("W/") ? part.dropFirst(2) : part) == tag
    }
  }

  private func content(_ request: Request) -> Reply {
    if request.path.hasPrefix("/_begrepp/") { return own(request) }
    // Before the file is read: a page that is newer than it says is brought up to date once too often, not
    // once too little.
    let state = live.state
    let generation = state.generation
    switch files.find(request.path) {
    case .file(let disk, let path):
      guard let bytes = state.look.pages[path] ?? (try? Files.read(disk)) else {
        return text(404, "the file cannot be read")
      }
      return file(bytes, path, generation)
    case .folder(let path):
      let query = request.query.isEmpty ? "" : "?" + request.query
      return text(302, "the folder is at \(path)", ["location": path + query])
    case .missing(let page):
      guard let page, let bytes = try? Files.read(page.disk) else {
        return html(404, Self.plain("There is no such page"), "", generation)
      }
      let folder = "/" + SitePath.encoded(Path.parent(page.path) ?? ".") + "/"
      let base = folder == "/./" ? "/" : folder
      let address = request.path + (request.query.isEmpty ? "" : "?" + request.query)
      return html(
        404, bytes, page.path, generation, base: (base, Self.attribute(address)))
    case .malformed: return text(400, "no page has such an address")
    case .noSite:
      return html(503, Self.plain("The site is not built yet"), "", generation)
    }
  }

  private func file(_ bytes: [UInt8], _ path: String, _ generation: Int) -> Reply {
    let type = ContentType.of(path)
    if type.hasPrefix("text/html") {
      var reply = html(200, bytes, path, generation)
      reply.headers["etag"] = "\"\(live.run)-\(generation)-\(ByteHash(bytes).hexadecimal)\""
      return reply
    }
    var headers = ["content-type": type, "etag": "\"\(ByteHash(bytes).hexadecimal)\""]
    // A drawing that is opened by itself is a document.
    if type.hasPrefix("image/svg") {
      headers["content-security-policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
    }
    return Reply(status: 200, headers: headers, body: bytes)
  }

  private func html(
    _ status: Int, _ page: [UInt8], _ path: String, _ generation: Int,
    base: (folder: String, address: String)? = nil
  ) -> Reply {
    var page = page
    // Its links begin where the site will lie; here it lies at the top.
    if Path.name(path) == "404.html", let top = live.state.basePath, top != "/" {
      page = LivePage.leading(page, from: top, to: "/")
    }
    let body = LivePage.adding(script(path, generation), to: page, base: base)
    return Reply(
      status: status, headers: ["content-type": "text/html; charset=utf-8"], body: body)
  }

  private func script(_ path: String, _ generation: Int) -> String {
    "<script src=\"/_begrepp/live.js\" data-run=\"\(live.run)\" data-generation=\"\(generation)\""
      + " data-file=\"\(Self.attribute(path))\"></script>\n"
  }

  /// What lies below `/_begrepp/`.
  private func own(_ request: Request) -> Reply {
    if request.path == Self.events {
      let headers = [
        "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store",
      ]
      return Reply(status: 200, headers: headers, isStream: true)
    }
    let name = String(request.path.dropFirst("/_begrepp/".count))
    if let asset = EmbeddedFiles.all.first(where: { $0.path == name }) {
      let bytes = asset.contents.withUTF8Buffer { Array($0) }
      return Reply(
        status: 200,
        headers: [
          "content-type": ContentType.of(name), "etag": "\"\(ByteHash(bytes).hexadecimal)\"",
        ],
        body: bytes)
    }
    let state = live.state
    guard request.path == SourcePage.path, request.query.hasPrefix("file="),
      let file = Self.decoded(request.query.dropFirst("file=".count)),
      let page = SourcePage.html(file, in: state.outcome, script: script("", state.generation))
    else { return text(404, "there is no such file") }
    return Reply(
      status: 200,
      headers: [
        "content-type": "text/html; charset=utf-8", "cache-control": "no-store",
        "content-security-policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "base-uri 'none'",
      ], body: page)
  }

  /// The name of a source as diagnostics give it. It is looked up among them, never on disk, so it may
  /// hold any dots.
  private static func decoded(_ path: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private func text(_ status: Int, _ text: String, _ headers: [String: String] = [:]) -> Reply {
    Reply(
      status: status,
      headers: headers.merging(["content-type": "text/plain; charset=utf-8"]) { own, _ in own },
      body: Array((text + "\n").utf8))
  }

  private static func plain(_ text: String) -> [UInt8] {
    Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(text)</title>
      </head>
      <body>
      <p>\(text).</p>
      </body>
      </html>

      """.utf8)
  }

  private static func attribute(_ text: String) -> String {
    var out: [UInt8] = []
    Escape.html(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
