import Testing

@testable import Site

@Suite("Markup") struct MarkupTests {
  @Test("text is escaped for element content and attributes alike") func escapesText() {
    #expect(
      HTML(text: "<a href=\"x\" & 'y'>").string == "&lt;a href=&quot;x&quot; &amp; &#39;y&#39;&gt;")
  }

  @Test("a quote with a combining mark is escaped all the same") func escapesInsideGraphemes() {
    let text = "\"\u{301} onfocus=x <\u{338}b"
    let html: HTML = "<p title=\"\(text)\"></p>"
    #expect(html.string == "<p title=\"&quot;\u{301} onfocus=x &lt;\u{338}b\"></p>")
  }

  @Test("control characters become the replacement character") func replacesControls() {
    #expect(HTML(text: "a\u{0}b\u{8}c\u{7F}d\te\n").string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\n")
  }

  @Test("literals stay, interpolated text is escaped, and pieces are not escaped twice")
  func interpolates() {
    let inner: HTML = "<b>\("R&D")</b>"
    let outer: HTML = "<p>\(inner) \(3)</p>"
    #expect(outer.string == "<p><b>R&amp;D</b> 3</p>")
    #expect(["<i></i>", inner].joined(", ").string == "<i></i>, <b>R&amp;D</b>")
  }

  @Test(
    "addresses that could run a program become '#'",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
      "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,<script>", "vbscript:x",
      "file:///etc/passwd", "javascript\u{0}:x",
    ])
  func refusesUnsafe(_ address: String) {
    #expect(Escape.safeURL(address) == "#")
    let html: HTML = "<a href=\"\(url: address)\">"
    #expect(html.string == "<a href=\"#\">")
  }

  @Test("safe addresses stay, with white space encoded and quotes escaped") func keepsSafe() {
    #expect(Escape.safeURL("https://exempel.se/å?q=1#x") == "https://exempel.se/å?q=1#x")
    #expect(Escape.safeURL("mailto:red@exempel.se") == "mailto:red@exempel.se")
    #expect(Escape.safeURL("../a b.html") == "../a%20b.html")
    #expect(Escape.safeURL("./javascript:x") == "./javascript:x")
    let html: HTML = "<a href=\"\(url: "a.html?\"onclick='x'&b")\">"
    #expect(html.string == "<a href=\"a.html?&quot;onclick=&#39;x&#39;&amp;b\">")
  }

  @Test("JSON in a script cannot close it") func escapesJSON() {
    let json = JSON.object([("a</script>", .list([.string("<!--\u{2028}\"\\\n&å\u{1}")]))])
    #expect(
      json.script.string
        == "<script type=\"application/ld+json\">{\"a\\u003c/script\\u003e\":"
        + "[\"\\u003c!--\\u2028\\\"\\\\\\n\\u0026å\\u0001\"]}</script>\n")
  }

  @Test(
    "links between pages are relative",
    arguments: [
      ("sv/index.html", "sv/begrepp/bat.html", "begrepp/bat.html"),
      ("sv/begrepp/bat.html", "sv/index.html", "../index.html"),
      ("sv/begrepp/bat.html", "sv/begrepp/kol.html", "kol.html"),
      ("sv/begrepp/bat/2.html", "nb/om.html", "../../../nb/om.html"),
      ("index.html", "sv/index.html", "sv/index.html"),
      ("sv/a.html", "sv/bilder/min köl.png", "bilder/min%20k%C3%B6l.png"),
      ("a/x.html", "a/x:y.html", "x%3Ay.html"),
      ("sv/sv.html", "sv", "../sv"),
    ])
  func links(_ from: String, _ to: String, _ expected: String) {
    #expect(SitePath.link(from: from, to: to) == expected)
  }

  @Test("a link to a place on the same page is the place alone") func linksWithinPage() {
    #expect(SitePath.link(from: "a/x.html", to: "a/x.html", fragment: "köl") == "#köl")
    #expect(SitePath.link(from: "a/x.html", to: "a/x.html") == "x.html")
    #expect(
      SitePath.link(from: "a/x.html", to: "b/y.html", fragment: "a b\"") == "../b/y.html#a%20b%22")
  }

  @Test("no two pages get one path, not even by case") func numbersPaths() {
    var table = PathTable()
    #expect(table.claim("sv/a.html") == "sv/a.html")
    #expect(table.claim("sv/A.html") == "sv/A-2.html")
    #expect(table.claim("sv/a.html") == "sv/a-3.html")
    #expect(table.claim("sv.x/a") == "sv.x/a")
    #expect(table.claim("sv.x/a") == "sv.x/a-2")
    let isFree = table.claimIfFree("SV/a-2.html")
    #expect(!isFree)
  }

  @Test("long texts are cut between words") func cutsTexts() {
    #expect(Page.short("en båt", to: 20) == "en båt")
    #expect(Page.short("en båt som seglar", to: 12) == "en båt som…")
    #expect(Page.short(String(repeating: "å", count: 40), to: 20) == "ååååå…")
  }
}
