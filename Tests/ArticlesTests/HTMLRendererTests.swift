import Articles
import Testing

@Suite struct HTMLRendererTests {
  private func html(
    _ text: String, _ renderer: HTMLRenderer = HTMLRenderer(), linking words: [String] = []
  ) -> String {
    let tree = MarkdownTree(Array(text.utf8), tables: true)
    let prose = Prose(tree)
    let all = prose.text(0..<prose.bytes.count)
    let insertions = words.compactMap { word -> ProseInsertion? in
      guard let range = all.range(of: word) else { return nil }
      let start = all.utf8.distance(from: all.startIndex, to: range.lowerBound)
      let end = all.utf8.distance(from: all.startIndex, to: range.upperBound)
      return ProseInsertion(range: start..<end, open: Array("{".utf8), close: Array("}".utf8))
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let bytes = renderer.render(tree.document, prose: prose, insertions: insertions)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("puts HTML around stretches of prose")
  func insertions() {
    #expect(html("Ett kluster.", linking: ["kluster"]) == "<p>Ett {kluster}.</p>\n")
    #expect(
      html("Kluster & nät", linking: ["Kluster", "& nät"]) == "<p>{Kluster} {&amp; nät}</p>\n")
    #expect(html("a &lt; b\\*c  d", linking: ["<", "b*c d"]) == "<p>a {&lt;} {b*c  d}</p>\n")
    #expect(
      html("ett strategiskt\n  nät", linking: ["strategiskt nät"])
        == "<p>ett {strategiskt\nnät}</p>\n")
    #expect(
      html("*ett nät* **nät**", linking: ["ett nät"])
        == "<p><em>{ett nät}</em> <strong>nät</strong></p>\n")
    #expect(
      html("> - ä &ouml; å\n> - æ", linking: ["ö", "æ"]).contains("<li>ä {ö} å</li>\n<li>{æ}</li>"))
    #expect(
      html("a b\n\nc d", linking: ["a", "b", "c", "d"]) == "<p>{a} {b}</p>\n<p>{c} {d}</p>\n")
  }

  @Test("leaves out insertions that would break the markup or lie in links and code")
  func badInsertions() {
    #expect(html("a *b* c", linking: ["a b"]) == "<p>a <em>b</em> c</p>\n")
    #expect(html("a *b c*", linking: ["a b"]) == "<p>a <em>b c</em></p>\n")
    #expect(html("[a b](c) d", linking: ["b", "d"]) == "<p><a href=\"c\">a b</a> {d}</p>\n")
    #expect(html("[*b*](c)", linking: ["b"]) == "<p><a href=\"c\"><em>b</em></a></p>\n")
    #expect(html("`b` c", linking: ["b", "c"]) == "<p><code>b</code> {c}</p>\n")
    #expect(html("a <b>c d</b>", linking: ["a c"]).contains("{") == false)
    #expect(html("a ![x](y) b", linking: ["a b"]).contains("{") == false)
    #expect(html("a\n\nb", linking: ["a\nb"]).contains("{") == false)
    let tree = MarkdownTree(Array("ab".utf8))
    let bad = [5..<9, 1..<1, 0..<40].map {
      ProseInsertion(range: $0, open: [0x7B], close: [0x7D])
    }
    let bytes = HTMLRenderer().render(tree.document, prose: Prose(tree), insertions: bad)
    #expect(String(decoding: bytes, as: UTF8.self) == "<p>ab</p>\n")
  }

  @Test("gives headings an id and another level")
  func headings() {
    var renderer = HTMLRenderer()
    renderer.headingShift = 1
    renderer.headingIDs = [1: "a\"b"]
    #expect(html("# A\n\n###### B", renderer) == "<h2 id=\"a&quot;b\">A</h2>\n<h6>B</h6>\n")
  }

  @Test("leads links elsewhere, or nowhere")
  func targets() {
    var renderer = HTMLRenderer()
    renderer.target = { _, address in
      switch String(decoding: address, as: UTF8.self) {
      case "a.md": HTMLRenderer.Target(Array("a/?b&c".utf8), attributes: Array(" class=\"x\"".utf8))
      case "evil": HTMLRenderer.Target(Array("javascript:x".utf8))
      default: nil
      }
    }
    #expect(
      html("[*l*](a.md \"t\")", renderer)
        == "<p><a href=\"a/?b&amp;c\" title=\"t\" class=\"x\"><em>l</em></a></p>\n")
    #expect(html("[*l*](b.md) ![i](b.png)", renderer) == "<p><em>l</em> i</p>\n")
    #expect(
      html("[l](evil) ![i](a.md)", renderer)
        == "<p><a href=\"\">l</a> <img src=\"a/?b&amp;c\" class=\"x\" alt=\"i\" /></p>\n")
  }

  @Test(
    "drops addresses that run programs, however they are written",
    arguments: [
      "javascript:x", "JAVASCRIPT:x", "java&Tab;script:x", "java&NewLine;script:x",
      "&#1;javascript:x", "&#32;javascript:x", "javascript&colon;x", "&#x6A;avascript:x",
      "vbscript:x", "file:///etc", "data:text/html,x", "data:image/svg+xml,x", "j\\avascript:x",
    ])
  func unsafe(_ address: String) {
    let result = html("[a](<\(address)>) ![b](<\(address)>)")
    guard address.contains("\\") else {
      #expect(result == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" /></p>\n")
      return
    }
    #expect(result.contains("href=\"j%5Cavascript:x\""))
  }

  @Test("keeps addresses that only look like it")
  func safe() {
    #expect(html("[a](data:image/png;base64,x)").contains("href=\"data:image/png;base64,x\""))
    #expect(html("[a](/javascript:x)").contains("href=\"/javascript:x\""))
  }

  @Test("writes one block alone")
  func node() throws {
    let tree = MarkdownTree(Array("a\n\n> b *c*\n\nd".utf8))
    let quote = try #require(tree.document.nodes.firstIndex { $0.kind == .blockQuote })
    let bytes = HTMLRenderer().render(tree.document, node: Document.NodeID(quote))
    #expect(
      String(decoding: bytes, as: UTF8.self) == "<blockquote>\n<p>b <em>c</em></p>\n</blockquote>\n"
    )
  }
}
