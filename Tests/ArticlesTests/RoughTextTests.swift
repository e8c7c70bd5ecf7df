import Articles
import Diagnostics
import Testing

@Suite struct RoughTextTests {
  private func read(_ text: String) throws -> (article: Article, notes: [Diagnostic]) {
    let result = readArticle(text)
    return (try #require(result.value), result.diagnostics)
  }

  /// The text as the fixes leave it.
  private func mended(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let replacements = readArticle(text).diagnostics.filter { $0.rule == .roughText }
      .flatMap { $0.fixes.flatMap(\.replacements) }.sorted { $0.span < $1.span }
    for replacement in replacements.reversed() {
      bytes.replaceSubrange(replacement.span.range, with: Array(replacement.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("makes headings of short lines that stand alone")
  func headings() throws {
    let text =
      "Om vindkraft\n\nVinden blåser.\n\n Vad är en turbin?\n\nDen snurrar.\n\nTILL SIST\n\nSlut."
    let (article, notes) = try read(text)
    #expect(
      outline(article) == """
        h1 Om vindkraft
        p Vinden blåser.
        h2 Vad är en turbin?
        p Den snurrar.
        h2 TILL SIST
        p Slut.
        """)
    #expect(notes.map(\.location.start.line) == [1, 5, 9])
    #expect(notes.allSatisfy { $0.severity == .note && $0.fixes.count == 1 && $0.fixes[0].isSafe })
    #expect(
      mended(text)
        == "# Om vindkraft\n\nVinden blåser.\n\n## Vad är en turbin?\n\nDen snurrar.\n\n## TILL SIST\n\nSlut."
    )
    let heading = article.prose.blocks[2]
    #expect(article.source.text(article.prose.span(of: heading.range)) == "Vad är en turbin?")
    #expect(article.source.text(article.document[heading.node].span) == " Vad är en turbin?")
  }

  @Test(
    "leaves other short lines alone",
    arguments: [
      "Hjem > Kraft > Vind", "[Hem](/) / [Ord](/o) / Vind", "Lästid: 4 minuter", "5 min lesetid",
      "Publisert 12. mars 2024", "2024-03-12", "En kort mening.", "Dessa är:", "inte stor bokstav",
      "1. Punkt", "![Bild](b.png)", "*Oppdatert nylig*", "«Et sitat»", "`kod`", "- punkt",
    ])
  func notHeadings(_ line: String) throws {
    let (article, notes) = try read("Vindkraft\n\nText står här.\n\n\(line)\n\nMer text här.")
    #expect(article.document.nodes.count { $0.kind == .heading } == 1)
    #expect(notes.count == 1)
  }

  @Test("takes only the last of many short lines for a heading")
  func shortLines() throws {
    let (article, _) = try read("Vind\n\nText.\n\nRotor\n\nNav\n\nBlad\n\nDelene virker sammen.")
    #expect(
      outline(article) == "h1 Vind\np Text.\np Rotor\np Nav\nh2 Blad\np Delene virker sammen.")
  }

  @Test("never alters a file with a Markdown heading and no rough marks")
  func untouched() throws {
    let text =
      "Ingress\n\n# Vind\n\nEn rad\n\nText – med tankstreck.\n\n– Hei, sa hun.\n\n– Hallo.\n\nTid:\n\n* a\n\n- b\n\n**Bare én**\n\n> sitat"
    let (article, notes) = try read(text)
    #expect(notes.isEmpty)
    #expect(article.document.nodes.count { $0.kind == .heading } == 1)
    let underlined = try read("Vind\n====\n\nEn rad\n\nText.")
    #expect(underlined.notes.isEmpty)
    #expect(try read("**Vind** og vær\n----\n\nEn rad\n\nTekst.").notes.isEmpty)
    #expect(try read("```\n# x\n```\n\n• a").notes.isEmpty)
  }

  @Test(
    "takes no spoken lines for a list",
    arguments: [
      "# V\n\n## Om\n\n– Det blåser, säger Åsa.\n\n– Det gör det.",
      "# V\n\n– Hei, sier Kari.\n– Hallo.",
    ])
  func spokenLines(_ text: String) throws {
    let (article, notes) = try read(text)
    #expect(notes.isEmpty)
    #expect(!article.document.nodes.contains { $0.kind == .list })
  }

  @Test("makes headings of bold lines")
  func boldHeadings() throws {
    let (article, notes) = try read(
      "# Vind\n\n**Fördelar**\n\nText.\n\n**Nackdelar**\n\nMer.\n\n**Slut.**\n\nA")
    #expect(outline(article) == "h1 Vind\nh2 Fördelar\np Text.\nh2 Nackdelar\np Mer.\np Slut.\np A")
    #expect(notes.count == 2)
    #expect(mended("# V\n\n**A b**\n\nT.\n\n__C__\n\nT.") == "# V\n\n## A b\n\nT.\n\n## C\n\nT.")
  }

  @Test("makes lists of bullets that Markdown does not know")
  func bullets() throws {
    for text in [
      "# V\n\nDelar:\n\n • rotor \n • nav\n\nMer.", "# V\n\nDelar:\n• rotor\n•nav\n\nMer.",
      "# V\n\nDelar:\n\n·\trotor\n·\tnav\n\nMer.", "# V\n\nDelar:\n\n– rotor\n– nav\n\nMer.",
      "# V\n\nDelar:\n\n– rotor\n\n- nav\n\nMer.",
      "# V\n\nDelar:\n\n\u{A0}•\u{A0}rotor\n\u{A0}•\u{A0}nav\n\nMer.",
      "# V\n\nDelar:\n\n* rotor\n- nav\n\nMer.", "# V\n\nDelar:\n\n– rotor\n\n– nav\n\nMer.",
    ] {
      let (article, notes) = try read(text)
      #expect(outline(article) == "h1 V\np Delar:\nul\n  p rotor\n  p nav\np Mer.", "\(text)")
      #expect(notes.count == 1, "\(text)")
      let fixed = mended(text)
      #expect(fixed.contains("- rotor") && fixed.contains("\n- nav"))
      #expect(readArticle(fixed).diagnostics.isEmpty)
      let block = article.prose.blocks.first { article.prose.text($0.range) == "nav" }
      let span = try #require(block.map { article.prose.span(of: $0.range) })
      #expect(article.source.text(span) == "nav")
    }
    #expect(try read("# V\n\n• ensam\n\nMer.").notes.isEmpty)
  }

  @Test("keeps the levels of a list")
  func nestedBullets() throws {
    let (article, _) = try read("# V\n\n  • a\n    ◦ b\n  • c\n")
    #expect(outline(article) == "h1 V\nul\n  p a\n  ul\n    p b\n  p c")
  }

  @Test("makes a list of letters")
  func letters() throws {
    let text = "# V\n\na) rotor\nb) nav\n\nc) blad\n"
    let (article, notes) = try read(text)
    #expect(outline(article) == "h1 V\nol\n  p rotor\n  p nav\n  p blad")
    #expect(notes.count == 1)
    #expect(mended(text) == "# V\n\n1) rotor\n2) nav\n\n3) blad\n")
    #expect(try read("# V\n\nb) x\nc) y").notes.isEmpty)
  }

  @Test("joins a list in quotes and takes empty quotes out")
  func quotes() throws {
    let text = "# V\n\n> - a\n\n> - b\n\n>\n\n> - c\n\n>\n>\n\nText.\n"
    let (article, notes) = try read(text)
    #expect(outline(article) == "h1 V\nquote\n  ul\n    p a\n    p b\n    p c\np Text.")
    #expect(notes.count == 2)
    #expect(mended(text) == "# V\n\n> - a\n>\n> - b\n>\n>\n>\n> - c\n\n\n\n\nText.\n")
    #expect(try read("# V\n\n> a\n>\n> b\n\n> c\n").notes.isEmpty)
  }

  @Test("keeps one of two signs behind a link")
  func signs() throws {
    #expect(mended("# V\n\nEn [rotor](/r),. der nav er.") == "# V\n\nEn [rotor](/r), der nav er.")
    #expect(mended("# V\n\nEn [rotor](/r),. Åtta blad.") == "# V\n\nEn [rotor](/r). Åtta blad.")
    #expect(mended("# V\n\nEn [rotor](/r).,") == "# V\n\nEn [rotor](/r).")
    #expect(try read("# V\n\n[a](/b), [c](/d)... `[e](/f),.`").notes.isEmpty)
    let (article, _) = try read("# V\n\n[r](/r),. der")
    #expect(article.prose.text(article.prose.blocks[1].range) == "r, der")
  }

  @Test("mends spaces and line endings with every byte traceable")
  func characters() throws {
    let text =
      "# Vind\u{A0}og vær\r\n\r\nÅtte\u{A0}\u{202F}blad \u{A0}\r\npå\u{A0}`én\u{A0}b` **nav**\r\n"
    let (article, notes) = try read(text)
    #expect(Set(notes.map(\.message)) == ["6 no-break spaces", "lines end with CR LF"])
    let prose = article.prose
    #expect(prose.text(0..<prose.bytes.count) == "Vind og vær\nÅtte blad på én b nav")
    for run in prose.runs where run.length == run.sourceLength && run.length > 1 {
      let range = Int(run.start)..<Int(run.start + run.length)
      #expect(article.source.text(prose.span(of: range)) == prose.text(range))
    }
    #expect(mended(text) == "# Vind og vær\n\nÅtte  blad \npå `én b` **nav**\n")
    let mark = try #require(prose.marks.last)
    #expect(article.source.text(article.document[mark.node].span) == "**nav**")
    #expect(try read("# a\rb\r").notes.map(\.message) == ["lines end with CR"])
  }

  @Test("can be switched off")
  func off() throws {
    var reader = ArticleReader(knownLanguages: ["sv", "nb"]) { _ in "sv" }
    reader.repairsRoughText = false
    let file = ContentFile(shownPath: "a", path: "a", bytes: Array("A\n\n• b\n• c".utf8))
    let result = reader.read(file)
    #expect(result.diagnostics.isEmpty)
    #expect(outline(try #require(result.value)) == "p A\np • b • c")
  }
}
