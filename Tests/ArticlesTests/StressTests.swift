import Articles
import Testing

/// Input made to exhaust a parser. Each must be read in the time of its length.
@Suite struct StressTests {
  static let inputs: [(name: String, text: String)] = [
    ("nested quotes", String(repeating: "> ", count: 10_000) + "a"),
    (
      "quotes that go on", String(repeating: String(repeating: ">", count: 300) + "a\n", count: 300)
    ),
    ("one paragraph", String(repeating: "ett *ord* och `kod` &amp; mer\n", count: 6_000)),
    ("one line", String(repeating: "ord ", count: 60_000)),
    ("list items", String(repeating: "- a\n", count: 15_000)),
    ("rough list items", String(repeating: "• a\n", count: 10_000)),
    ("brackets", String(repeating: "[", count: 50_000)),
    (
      "closed brackets",
      String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    ),
    ("emphasis", String(repeating: "*a ", count: 10_000) + String(repeating: "b* ", count: 10_000)),
    ("strong", String(repeating: "**a", count: 10_000) + String(repeating: "a**", count: 10_000)),
    ("nested lists", String(repeating: "- ", count: 5_000) + "a"),
    ("backticks", (1..<500).map { String(repeating: "`", count: $0) + "a" }.joined()),
    ("links", String(repeating: "[a](b) ", count: 8_000)),
    ("references", "[a]: /u\n\n" + String(repeating: "[a] ", count: 8_000)),
    ("open links", String(repeating: "[a](<b", count: 10_000)),
    ("short lines", String(repeating: "Rubrik\n\n", count: 5_000)),
    ("table", "|a|b|\n|-|-|\n" + String(repeating: "|c|d|\n", count: 3_000)),
    (
      "wide table",
      String(repeating: "|a", count: 3_000) + "\n" + String(repeating: "|-", count: 3_000)
    ),
    ("tables", String(repeating: "|[a]|\n|-|\n|b|\n\n", count: 2_000) + "[a]: /u"),
    (
      "pipes",
      String(repeating: "|", count: 100_000) + "\n" + String(repeating: "-|", count: 50_000)
    ),
    ("line ends", String(repeating: "a\r\n", count: 15_000)),
    ("spaces", String(repeating: "a\u{A0}b ", count: 20_000)),
    ("entities", String(repeating: "&auml;&#x41;", count: 20_000)),
    ("rules", String(repeating: "---\n", count: 50_000)),
    ("quotes of one item", String(repeating: "> - a\n\n", count: 5_000)),
    ("empty quotes", String(repeating: ">\n\n", count: 5_000) + "a"),
    ("comments", String(repeating: "<!-- begrepp: ignore -->\n", count: 3_000)),
  ]

  @Test("reads and renders what is made to exhaust it", arguments: inputs.map(\.name))
  func stress(_ name: String) throws {
    let text = try #require(Self.inputs.first { $0.name == name }?.text)
    let clock = ContinuousClock()
    let start = clock.now
    let article = try #require(readArticle(text).value)
    let html = HTMLRenderer().render(article.document, prose: article.prose)
    #expect(!html.isEmpty)
    // In an optimised build each takes some hundredths of a second; this leaves room for a debug build
    // on a busy machine, and none for time that grows with the square.
    #expect(clock.now - start < .seconds(20), "\(name)")
  }
}
