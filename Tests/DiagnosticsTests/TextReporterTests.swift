import Foundation
import Testing

@testable import Diagnostics

@Suite struct TextReporterTests {
  private func report(
    _ text: String, _ part: String, _ rule: Rule = .ambiguousTerm, notes: [Diagnostic.Note] = [],
    help: String? = nil, usesColor: Bool = false
  ) throws -> String {
    let source = SourceText(path: "content/sv/kaffe.md", text: text)
    let found = try #require(text.range(of: part))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let span = SourceSpan(start..<(start + part.utf8.count))
    let diagnostic = Diagnostic(
      rule, at: source.location(span), "'rosteri' is used twice", notes: notes, help: help)
    return TextReporter(usesColor: usesColor, sources: [source.path: source]).report([diagnostic])
  }

  @Test("shows the line, the place under it, notes and help")
  func wholeDiagnostic() throws {
    let other = SourceText(path: "content/nb/kaffe.md", text: "Et brenneri\n")
    let note = Diagnostic.Note("also used here", at: other.location(SourceSpan(3..<11)))
    let report = try report(
      "# Kaffe\n\nEtt **rosteri** bränner bönor.\n", "rosteri", notes: [note],
      help: "choose one of them")
    #expect(
      report == """
        content/sv/kaffe.md:3:7: warning: 'rosteri' is used twice [ambiguous-term]
         3 | Ett **rosteri** bränner bönor.
           |       ^~~~~~~
        content/nb/kaffe.md:1:4: note: also used here
        help: choose one of them

        """)
  }

  @Test("counts the columns of wide, combining and tabbed text")
  func displayColumns() throws {
    let wide = try report("珈琲 och bönor\n", "och")
    #expect(wide.contains(":1:4: "))
    #expect(wide.hasSuffix("\n 1 | 珈琲 och bönor\n   |      ^~~\n"))
    let combining = try report("ka\u{301}ffe och\n", "och")
    #expect(combining.hasSuffix("   |       ^~~\n"))
    let tab = try report("a\tb och\n", "och")
    #expect(tab.hasSuffix("\n 1 | a   b och\n   |       ^~~\n"))
  }

  @Test("marks an empty place, and the end of a line, with one caret")
  func emptyPlaces() {
    let source = SourceText(path: "a.md", text: "ett\ntvå\n")
    func caret(_ span: SourceSpan) -> String {
      TextReporter(sources: ["a.md": source]).report([
        Diagnostic(.roughText, at: source.location(span), "rough")
      ])
    }
    #expect(caret(SourceSpan(at: 2)).hasSuffix("\n 1 | ett\n   |   ^\n"))
    #expect(caret(SourceSpan(at: 3)).hasSuffix("\n 1 | ett\n   |    ^\n"))
    #expect(caret(SourceSpan(at: 9)).hasSuffix("\n 3 |\n   | ^\n"))
  }

  @Test("marks of a span over several lines what lies on the first")
  func severalLines() {
    let source = SourceText(path: "a.md", text: "ett två\ntre\n")
    let report = TextReporter(sources: ["a.md": source]).report([
      Diagnostic(.roughText, at: source.location(SourceSpan(4..<11)), "rough")
    ])
    #expect(report.hasSuffix("\n 1 | ett två\n   |     ^~~\n"))
  }

  @Test("cuts a long line around the place, at a word")
  func longLine() throws {
    let words = (1...60).map { "ord\($0)" }
    let report = try report(words.joined(separator: " "), "ord30")
    let lines = report.split(separator: "\n")
    #expect(lines[1].hasPrefix(" 1 | ... ord"))
    #expect(lines[1].hasSuffix(" ..."))
    #expect(lines[1].count <= 5 + Excerpt.width + 8)
    let place = try #require(lines[1].range(of: "ord30"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[1].distance(from: lines[1].startIndex, to: place.lowerBound)
        == lines[2].distance(from: lines[2].startIndex, to: caret))
  }

  @Test("shows no excerpt for a whole file or an unknown one")
  func wholeFile() {
    let source = SourceText(path: "a.md", text: "ett\n")
    let known = Diagnostic(.binaryFile, at: Location(file: "a.md"), "no text")
    let unknown = Diagnostic(.binaryFile, at: Location(file: "b.md"), "no text")
    let report = TextReporter(sources: ["a.md": source]).report([known, unknown])
    #expect(
      report == """
        a.md:1:1: error: no text [binary-file]
        b.md:1:1: error: no text [binary-file]

        """)
  }

  @Test("lets no control or direction character of the content through")
  func hostileText() throws {
    let report = try report("a \u{1B}[31m\u{202E}b och\n", "och", help: "x\u{07}")
    #expect(report.contains("a ␛[31m<U+202E>b och\n"))
    #expect(report.contains("help: x␇\n"))
    #expect(!report.unicodeScalars.contains("\u{1B}"))
  }

  @Test("colours only where it is asked to")
  func color() throws {
    #expect(try report("ett\n", "ett", usesColor: true).contains("\u{1B}[1;35mwarning:\u{1B}[0m"))
  }

  @Test("counts by severity, worst first")
  func summary() {
    let file = Location(file: "a.md")
    let list = [
      Diagnostic(.roughText, at: file, "a"), Diagnostic(.brokenLink, at: file, "b"),
      Diagnostic(.brokenLink, at: file, "c"), Diagnostic(.unknownKey, at: file, "d"),
    ]
    #expect(TextReporter.summary(of: list) == "2 errors, 1 warning, 1 note")
    #expect(TextReporter.summary(of: []) == "")
  }
}
