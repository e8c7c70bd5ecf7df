import Testing

@testable import Diagnostics

@Suite struct MachineReporterTests {
  private let source = SourceText(path: "content/nb/kjøtt, brød.md", text: "# Kjøtt\n\nÅ æ\n")

  private var diagnostic: Diagnostic {
    Diagnostic(
      .brokenLink, at: source.location(SourceSpan(11..<13)), "the link '100 %: a' leads nowhere",
      notes: [.init("see here", at: source.location(SourceSpan(2..<8)))], help: "mend it",
      fixes: [Fix("write it", [Replacement(SourceSpan(11..<13), with: "æ\n")])])
  }

  @Test("writes JSON with lines, and columns in scalars, and the fixes")
  func json() {
    let report = JSONReporter.report([diagnostic], sources: [source.path: source])
    #expect(
      String(decoding: report.serialized(), as: UTF8.self) == """
        {
          "version": 1,
          "diagnostics": [
            {
              "file": "content/nb/kjøtt, brød.md",
              "line": 3,
              "column": 2,
              "endLine": 3,
              "endColumn": 3,
              "severity": "error",
              "rule": "broken-link",
              "message": "the link '100 %: a' leads nowhere",
              "notes": [
                {
                  "message": "see here",
                  "file": "content/nb/kjøtt, brød.md",
                  "line": 1,
                  "column": 3,
                  "endLine": 1,
                  "endColumn": 8
                }
              ],
              "help": "mend it",
              "fixes": [
                {
                  "title": "write it",
                  "safe": true,
                  "replacements": [
                    {
                      "line": 3,
                      "column": 2,
                      "endLine": 3,
                      "endColumn": 3,
                      "start": 11,
                      "end": 13,
                      "text": "æ\\n"
                    }
                  ]
                }
              ]
            }
          ]
        }

        """)
  }

  @Test("escapes what GitHub takes for its own marks")
  func gitHub() {
    #expect(
      GitHubReporter.report([diagnostic]) == """
        ::error file=content/nb/kjøtt%2C brød.md,line=3,endLine=3,col=2,endColumn=2,\
        title=broken-link::the link '100 %25: a' leads nowhere%0Ahelp: mend it

        """)
  }

  @Test("writes SARIF with addresses, rules and levels")
  func sarif() {
    let report = SARIFReporter.report(
      [diagnostic], sources: [source.path: source], toolVersion: "1.2.3")
    let text = String(decoding: report.serialized(), as: UTF8.self)
    #expect(text.contains(#""version": "2.1.0""#))
    #expect(text.contains(#""uri": "content/nb/kj%C3%B8tt%2C%20br%C3%B8d.md""#))
    #expect(text.contains(#""ruleIndex": 0"#))
    #expect(text.contains(#""level": "error""#))
    #expect(text.contains(#""columnKind": "unicodeCodePoints""#))
    #expect(text.contains(#""insertedContent""#))
  }

  @Test("escapes control characters in JSON, and nothing else")
  func escapes() {
    let json = JSON.strings(["\"\\/\u{0}\u{1F}\u{7F}\tå\u{2028}", ""])
    #expect(
      String(decoding: json.serialized(), as: UTF8.self)
        == "[\n  \"\\\"\\\\/\\u0000\\u001f\\u007f\\tå\u{2028}\",\n  \"\"\n]\n")
    #expect(String(decoding: JSON.object([]).serialized(), as: UTF8.self) == "{}\n")
  }
}
