import Foundation

/// The Markdown that the tree is tested with.
enum MarkdownInputs {
  /// Inputs from `Fixtures/markdown.txt`, where lines of `%%` part them, `→` stands for a tab and `␍`
  /// for a carriage return.
  static let written: [String] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/markdown.txt")
    guard let data = try? Data(contentsOf: url) else { return [] }
    return String(decoding: data, as: UTF8.self)
      .replacing("→", with: "\t").replacing("␍", with: "\r")
      .components(separatedBy: "\n%%\n")
  }()

  /// The same with other line endings, and within quotes and lists.
  static let wrapped: [String] = written.flatMap { input -> [String] in
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    func wrap(_ first: String, _ rest: String) -> String {
      lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n")
    }
    return [
      lines.joined(separator: "\r\n"), lines.joined(separator: "\r"), wrap("> ", "> "),
      wrap(">", ">"), wrap("- ", "  "), wrap("12) ", "    "), wrap("> 1. ", ">    "),
      wrap("- > ", "  > "), wrap("> ", ""), wrap("* ", ""), wrap(" \t", " \t"), input + "\n\n",
    ]
  }

  /// Inputs put together at random, the same in every run.
  static func random(_ count: Int) -> [String] {
    let parts = [
      "*", "**", "_", "`", "``", "[", "]", "](", ")", "(", "!", "<", ">", "&amp;", "&", "\\", "\n",
      "\n", "\n\n", " ", "  \n", "a", "ord", "å", "- ", "> ", "1. ", "# ", "    ", "\t", "~~~\n",
      "<b>", "</b>", "<!-- x -->", "[a]: /u\n", "[a]", "[b][a]", "---\n", "===\n", "<http://x.se>",
      "\"t\"", "'", "&#42;", "|", "\r\n", "***", "+ ", "`a`", "\\\n", "<div>\n", "x)", "[c](d)",
    ]
    var state: UInt64 = 0x9545_F491_4F6C_DD1F
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { _ in (0..<next(40) + 1).map { _ in parts[next(parts.count)] }.joined()
    }
  }
}
