import Articles
import Diagnostics

/// The beginnings of a translation: the source's headings, and its text in comments.
struct TranslationOutline {
  private let source: Article

  init(of source: Article) { self.source = source }

  func text(titled title: String) -> String {
    var out = "---\ntranslationOf: \(Self.quoted(source.path))\n"
    if let concept = source.frontMatter.concept { out += "concept: \(Self.quoted(concept))\n" }
    out += "draft: true\n---\n\n# \(Self.escaped(title))\n"
    var isTitle = true
    for block in source.document.children(of: 0) {
      let node = source.document[block]
      let lines = text(of: node)
      if lines.isEmpty { continue }
      switch node.kind {
      case .heading where node.detail == 1 && isTitle: isTitle = false
      case .heading:
        isTitle = false
        let words = source.prose(of: block).map { source.prose.text($0.range) } ?? ""
        let marks = String(repeating: "#", count: Int(node.detail))
        out += "\n\(marks) \(Self.escaped(words))\n"
      case .thematicBreak: out += "\n---\n"
      case .htmlBlock where lines.hasPrefix("<!--"):
        // A directive holds for the translation too; other comments are nobody's text.
        if source.directives.contains(where: { $0.span == node.span }) { out += "\n\(lines)\n" }
      default: out += "\n<!--\n\(Self.commented(lines))\n-->\n"
      }
    }
    return out
  }

  /// The lines of a block as they stand, with those of a list from its first bullet on.
  private func text(of node: Document.Node) -> String {
    let bytes = source.source.bytes
    let start = source.source.lineRange(source.source.line(at: node.span.start)).lowerBound
    var lines = String(decoding: bytes[start..<max(start, node.span.end)], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.last == "\r" ? line.dropLast() : line
      }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// A comment ends at its first `-->`.
  private static func commented(_ text: String) -> String {
    text.replacing("-->", with: "--&gt;")
  }

  /// A text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    text.map { "\\`*_[]<>&#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A text as a scalar of YAML, quoted where it may be taken for something else.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x80 || "0123456789-_./".utf8.contains($0)
    }
    return isPlain
      ? text
      : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
  }
}
