import Diagnostics
import Glibc
import Testing

@testable import Commands

@Suite struct StaticFilesTests {
  private let folder: TemporaryFolder
  private let files: StaticFiles
  private var site: String { folder.path + "/public" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "public/index.html": "home", "public/404.html": "none", "public/sv/index.html": "hem",
      "public/sv/404.html": "finns inte", "public/sv/begrepp/å b&c.html": "å",
      "public/.hidden": "hidden", "public/nb/empty/.keep": "", "secret.txt": "secret",
      "publicity/a.html": "beside",
    ])
    files = StaticFiles(root: folder.path + "/public")
  }

  private func file(_ path: String) -> StaticFiles.Answer {
    .file(disk: site + "/" + path, path: path)
  }

  private func missing(_ page: String) -> StaticFiles.Answer {
    .missing(page: .init(disk: site + "/" + page, path: page))
  }

  @Test("finds files by their encoded addresses, and the index of a folder")
  func found() {
    #expect(files.find("/") == file("index.html"))
    #expect(files.find("/sv/") == file("sv/index.html"))
    #expect(files.find("/sv/index.html") == file("sv/index.html"))
    #expect(files.find("/sv/begrepp/%C3%A5%20b%26c.html") == file("sv/begrepp/å b&c.html"))
    #expect(files.find("/sv/begrepp/%c3%a5%20b&c.html") == file("sv/begrepp/å b&c.html"))
    #expect(files.find("/sv%2Findex.html") == file("sv/index.html"))
  }

  @Test("leads from a folder without a slash to the one with it, on this site")
  func folders() {
    #expect(files.find("/sv") == .folder("/sv/"))
    #expect(files.find("/sv/begrepp") == .folder("/sv/begrepp/"))
    #expect(files.find("//sv") == .malformed)
    #expect(files.find("//example.org/%2e%2e") == .malformed)
  }

  @Test("finds the nearest page that says that there is none")
  func none() throws {
    #expect(files.find("/nothing") == missing("404.html"))
    #expect(files.find("/sv/a/b/c.html") == missing("sv/404.html"))
    #expect(files.find("/nb/empty/") == missing("404.html"))
    #expect(files.find("/sv/index.html/") == missing("sv/404.html"))
    #expect(files.find("/sv/index.html/a") == missing("sv/404.html"))
    #expect(files.find("/" + String(repeating: "a", count: 5000)) == missing("404.html"))
    try Files.remove(site + "/404.html")
    #expect(files.find("/nothing") == .missing(page: nil))
  }

  @Test(
    "refuses what could lead out of the site, in any spelling",
    arguments: [
      "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2fsecret.txt",
      "/sv/../../secret.txt", "/sv/%2e%2e/%2e%2e/secret.txt", "/.%2e/secret.txt", "/./index.html",
      "/%00", "/index.html%00", "/index.html%00.css", "/.hidden", "/sv//index.html", "",
      "index.html",
      "http://127.0.0.1/index.html", "*", "/%", "/%4", "/%zz", "/%ff%fe",
      "/%c0%ae%c0%ae/secret.txt",
    ])
  func malformed(path: String) { #expect(files.find(path) == .malformed) }

  @Test("decodes once only")
  func once() { #expect(files.find("/%252e%252e/secret.txt") == missing("404.html")) }

  @Test("follows links that stay in the site, and no other")
  func links() throws {
    symlink(folder.path + "/secret.txt", site + "/a.txt")
    symlink(folder.path, site + "/up")
    symlink(folder.path + "/publicity", site + "/beside")
    symlink("sv/index.html", site + "/b.html")
    symlink("nowhere", site + "/c.html")
    #expect(files.find("/a.txt") == missing("404.html"))
    #expect(files.find("/up/secret.txt") == missing("404.html"))
    #expect(files.find("/up") == missing("404.html"))
    #expect(files.find("/beside/a.html") == missing("404.html"))
    #expect(files.find("/b.html") == .file(disk: site + "/sv/index.html", path: "b.html"))
    #expect(files.find("/c.html") == missing("404.html"))
  }

  @Test("reads no pipe, and knows when there is no site")
  func special() throws {
    mkfifo(site + "/pipe", 0o600)
    #expect(files.find("/pipe") == missing("404.html"))
    #expect(StaticFiles(root: folder.path + "/nowhere").find("/") == .noSite)
  }

  @Test("serves a site behind a link")
  func linkedSite() {
    symlink(site, folder.path + "/linked")
    #expect(StaticFiles(root: folder.path + "/linked").find("/") == file("index.html"))
  }

  @Test("names the types of files, text with its encoding")
  func types() {
    let expected = [
      "a.html": "text/html; charset=utf-8", "a.css": "text/css; charset=utf-8",
      "a.js": "text/javascript; charset=utf-8", "a.json": "application/json; charset=utf-8",
      "feed.xml": "application/xml; charset=utf-8", "a.svg": "image/svg+xml; charset=utf-8",
      "a.txt": "text/plain; charset=utf-8", "A.PNG": "image/png", "a.jpg": "image/jpeg",
      "a.woff2": "font/woff2", "a.pdf": "application/pdf", "CNAME": "application/octet-stream",
    ]
    for (path, type) in expected { #expect(ContentType.of(path) == type) }
  }
}

@Suite struct SiteResponderTests {
  private let folder: TemporaryFolder
  private let responder: SiteResponder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "public/index.html": "<html><head><title>A</title></head><body>å</body></html>",
      "public/sv/404.html": "<html><head></head><body><a href=\"#main\">b</a></body></html>",
      "public/a.css": "p {}", "public/a.svg": "<svg/>",
    ])
    responder = SiteResponder(
      files: StaticFiles(root: folder.path + "/public"), live: LiveEvents(run: "7"))
  }

  private func reply(
    _ path: String, _ method: String = "GET", query: String = "", host: String? = nil,
    known: String? = nil
  ) -> SiteResponder.Reply {
    responder.reply(
      to: .init(method: method, path: path, query: query, host: host, known: known))
  }

  @Test("gives pages the script and leaves other files as they are")
  func script() {
    let page = reply("/")
    #expect(page.status == 200)
    #expect(page.headers["cache-control"] == "no-cache")
    #expect(page.headers["x-content-type-options"] == "nosniff")
    #expect(
      String(decoding: page.body, as: UTF8.self) == """
        <html><head><title>A</title></head><body>å<script src="/_begrepp/live.js" data-run="7" \
        data-generation="0" data-file="index.html"></script>
        </body></html>
        """)
    #expect(page.headers["content-length"] == String(page.body.count))
    #expect(reply("/a.css").body == Array("p {}".utf8))
    #expect(reply("/a.svg").headers["content-security-policy"]?.contains("sandbox") == true)
  }

  @Test("answers HEAD without a body, and 304 to those who have it")
  func conditional() throws {
    let page = reply("/")
    let head = reply("/", "HEAD")
    #expect(head.body.isEmpty && head.headers == page.headers)
    let tag = try #require(page.headers["etag"])
    #expect(reply("/", known: tag).status == 304)
    #expect(reply("/", known: "\"x\", W/\(tag)").status == 304)
    #expect(reply("/", known: tag).body.isEmpty)
    #expect(reply("/", known: "\"x\"").status == 200)
    // A page says which rebuild it is of, and is another after the next.
    responder.live.publish(responder.live.state.following(RebuildOutcome()))
    #expect(reply("/", known: tag).status == 200)
    let style = try #require(reply("/a.css").headers["etag"])
    #expect(reply("/a.css", known: style).status == 304)
  }

  @Test(
    "answers nothing but GET and HEAD", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
  func methods(method: String) {
    let answer = reply("/", method)
    #expect(answer.status == 405)
    #expect(answer.headers["allow"] == "GET, HEAD")
  }

  @Test("keeps the query where it leads to a folder")
  func redirect() {
    let answer = reply("/sv", query: "q=a%26b")
    #expect(answer.status == 302)
    #expect(answer.headers["location"] == "/sv/?q=a%26b")
  }

  @Test("the page for what is not there works at any depth")
  func notFound() {
    let answer = reply("/sv/a/b\"c.html", query: "d")
    #expect(answer.status == 404)
    #expect(
      String(decoding: answer.body, as: UTF8.self) == """
        <html><head><base href="/sv/"></head><body>\
        <a href="/sv/a/b&quot;c.html?d#main">b</a>\
        <script src="/_begrepp/live.js" data-run="7" data-generation="0" data-file="sv/404.html">\
        </script>
        </body></html>
        """)
    #expect(reply("/nothing").status == 404)
    #expect(reply("/%2e%2e/a").status == 400)
  }

  @Test("links that begin where the site will lie begin at the top of the preview")
  func basePath() throws {
    try folder.write([
      "public/404.html": "<html><head></head><body><a href=\"/ord/a.css\">/ord/</a></body></html>"
    ])
    var outcome = RebuildOutcome()
    outcome.publication = .init()
    outcome.basePath = "/ord/"
    let built = responder.live.state.following(outcome)
    #expect(built.following(RebuildOutcome()).basePath == "/ord/")
    responder.live.publish(built)
    for address in ["/no", "/404.html"] {
      let page = String(decoding: reply(address).body, as: UTF8.self)
      #expect(page.contains("<a href=\"/a.css\">/ord/</a>"), "\(page)")
    }
  }

  @Test("answers names of this machine only, unless it is to be seen by others")
  func hosts() {
    for host in ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080", "a.localhost:1"] {
      #expect(reply("/", host: host).status == 200, "\(host)")
    }
    for host in ["example.org", "127.0.0.1.example.org:80", "192.168.0.2", "localhost.example.org"]
    {
      #expect(reply("/", host: host).status == 421, "\(host)")
    }
    var open = responder
    open.isLocal = false
    #expect(open.reply(to: .init(path: "/", host: "192.168.0.2:80")).status == 200)
  }

  @Test("brings in its own script and styles")
  func assets() {
    #expect(reply("/_begrepp/live.js").headers["content-type"] == "text/javascript; charset=utf-8")
    #expect(reply("/_begrepp/live.css").status == 200)
    #expect(reply("/_begrepp/other.js").status == 404)
    #expect(reply("/_begrepp/events").isStream)
    #expect(!reply("/_begrepp/events", "HEAD").isStream)
  }

  @Test("shows the lines of a file that a finding is about, and no other file")
  func source() {
    let text = SourceText(path: "../content/sv/å.md", text: "# A\n\n<b>&\n")
    var outcome = RebuildOutcome()
    outcome.sources = [text.path: text]
    outcome.diagnostics = [
      Diagnostic(.rawHTML, at: text.location(SourceSpan(5..<8)), "raw 'HTML' <b>")
    ]
    responder.live.publish(responder.live.state.following(outcome))
    let address = SourcePage.address(of: text.path, line: 3)
    #expect(address == "/_begrepp/source?file=../content/sv/%C3%A5.md#L3")
    let page = String(
      decoding: reply("/_begrepp/source", query: "file=../content/sv/%C3%A5.md").body, as: UTF8.self
    )
    #expect(page.contains("<li id=\"L3\"><code>&lt;b&gt;&amp;</code><p class=\"warning\">"))
    #expect(page.contains("raw &#39;HTML&#39; &lt;b&gt; <span>[raw-html]</span>"))
    for query in ["file=content/site.yml", "file=/etc/passwd", "file=%", "file=%zz", "a", ""] {
      #expect(reply("/_begrepp/source", query: query).status == 404)
    }
  }
}

@Suite struct LivePageTests {
  @Test(
    "lets the page reach the server where its policy does not",
    arguments: [
      (
        "default-src 'none'; script-src 'self'",
        "default-src 'none'; script-src 'self'; connect-src 'self'"
      ),
      ("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self'"),
      (
        "Default-Src https:",
        "default-src https:; script-src https: 'self'; connect-src https: 'self'"
      ),
      ("connect-src 'none'; img-src 'self';", "connect-src 'self'; img-src 'self'"),
      ("img-src 'self'", "img-src 'self'"), ("", ""),
    ])
  func policies(policy: String, allowing: String) {
    #expect(ContentPolicy(policy).allowingSelf(for: ["script-src", "connect-src"]) == allowing)
  }

  @Test("does not take what others may be based on from the default")
  func base() {
    #expect(ContentPolicy("base-uri 'none'").allowingSelf(for: ["base-uri"]) == "base-uri 'self'")
    let policy = "default-src 'none'"
    #expect(ContentPolicy(policy).allowingSelf(for: ["base-uri"]) == policy)
  }

  private func adding(_ page: String) -> String {
    String(decoding: LivePage.adding("<script>", to: Array(page.utf8)), as: UTF8.self)
  }

  @Test("changes the policy and the end of the body, nothing else")
  func page() {
    let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    #expect(
      adding(
        "<head>\(meta)default-src 'none'; script-src 'self'; style-src 'self'\"></head><body>å"
          + " Content-Security-Policy </body>")
        == "<head>\(meta)default-src 'none'; script-src 'self'; style-src 'self'; connect-src"
        + " 'self'\"></head><body>å Content-Security-Policy <script></body>")
    #expect(adding("<p>no body") == "<p>no body<script>")
    #expect(adding("") == "<script>")
    #expect(adding("<head><meta content=\"") == "<head><meta content=\"<script>")
  }

  @Test("leaves a page alone that sends its reader on")
  func redirect() {
    let page = "<head><meta http-equiv=\"refresh\" content=\"0; url=a\"></head><body></body>"
    #expect(adding(page) == page)
  }
}

@Suite struct LiveStateTests {
  private let source = SourceText(path: "content/sv/a.md", text: "# A\n\nett två tre\n")

  private func outcome(_ messages: String...) -> RebuildOutcome {
    var outcome = RebuildOutcome()
    outcome.publication = .init()
    outcome.sources = [source.path: source]
    outcome.diagnostics = messages.map {
      Diagnostic(.brokenLink, at: source.location(SourceSpan(9..<13)), $0)
    }
    return outcome
  }

  @Test("what was there at first is no news, what comes later is")
  func news() {
    let first = LiveState().following(outcome("a"))
    #expect(first.newDiagnostics.isEmpty)
    let second = first.following(outcome("a", "b"))
    #expect(second.newDiagnostics.map(\.message) == ["b"])
    #expect(second.following(outcome("a", "b")).newDiagnostics.isEmpty)
    #expect(second.generation == 2)
    // A configuration that cannot be read hides what else there is.
    var faulty = outcome("fault")
    faulty.publication = nil
    let third = second.following(faulty)
    #expect(third.newDiagnostics.map(\.message) == ["fault"])
    #expect(third.following(outcome("a", "b")).newDiagnostics.isEmpty)
  }

  @Test("tells the pages the place, the line and where they lead")
  func json() throws {
    let state = LiveState().following(outcome("a"))
    let editor = try #require(EditorLink("vscode", folder: "/kb å"))
    let text = String(
      decoding: state.json(run: "7", editor: editor).serialized(), as: UTF8.self)
    #expect(text.contains("\"line\": 3"))
    #expect(text.contains("\"column\": 5"))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let excerpt = try #require(lines.firstIndex(of: "\"excerpt\": ["))
    #expect(lines[(excerpt + 1)...(excerpt + 3)] == ["\"ett \",", "\"två\",", "\" tre\""])
    #expect(text.contains("\"source\": \"/_begrepp/source?file=content/sv/a.md#L3\""))
    #expect(text.contains("\"editor\": \"vscode://file/kb%20%C3%A5/content/sv/a.md:3:5\""))
  }

  @Test("names the files that changed, where they are not too many")
  func files() {
    var few = outcome()
    few.publication?.writtenPaths = ["sv/a.html"]
    few.publication?.removedPaths = ["sv/b.html"]
    let text = String(
      decoding: LiveState().following(few).json(run: "7", editor: nil).serialized(), as: UTF8.self)
    #expect(text.contains("\"files\": [\n    \"sv/a.html\",\n    \"sv/b.html\"\n  ]"))
    few.publication?.writtenPaths = (0..<3000).map { "\($0).html" }
    let all = String(
      decoding: LiveState().following(few).json(run: "7", editor: nil).serialized(), as: UTF8.self)
    #expect(all.contains("\"allFiles\": true"))
    #expect(all.contains("\"files\": []"))
  }

  @Test("one line tells what became of a rebuild")
  func line() {
    var built = outcome("a", "b")
    built.publication?.writtenPaths = ["sv/a.html", "assets/style.css"]
    let first = LiveState().following(built)
    #expect(
      Preview.line(first, milliseconds: 12) == "built in 12 ms: 1 page written, 2 errors\n")
    var faulty = RebuildOutcome()
    faulty.fault = .init(file: "templates/a.mustache", line: 3, message: "no")
    #expect(
      Preview.line(first.following(faulty), milliseconds: 3)
        == "rebuilt in 3 ms: nothing was published, error: templates/a.mustache:3: no, no findings\n"
    )
  }

  @Test("leads to editors that it knows, and to addresses that run nothing")
  func editors() {
    #expect(EditorLink("emacs://open?f=%f", folder: "/") != nil)
    #expect(EditorLink("nonsense", folder: "/") == nil)
    #expect(EditorLink("javascript:alert('%f')", folder: "/") == nil)
    #expect(EditorLink("JavaScript:alert('%f')", folder: "/") == nil)
  }

  @Test("events are lines of data that end in an empty one")
  func events() async {
    #expect(
      String(decoding: LiveEvents.event("a", Array("b\nc\n".utf8)), as: UTF8.self)
        == "event: a\ndata: b\ndata: c\n\n")
    let live = LiveEvents(run: "7")
    live.publish(live.state.following(outcome("a")))
    var iterator = live.listen().makeAsyncIterator()
    let first = await iterator.next().map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(first.hasPrefix("retry: 1000\n\nevent: state\ndata: {\n"))
    live.beat()
    #expect(await iterator.next() == Array(":\n\n".utf8))
    live.close()
    #expect(await iterator.next() == nil)
    var late = live.listen().makeAsyncIterator()
    #expect(await late.next() != nil)
    #expect(await late.next() == nil)
  }
}
