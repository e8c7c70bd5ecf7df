import Articles
import Diagnostics
import Language

/// Reads a text as the file `a.md`, in Swedish where nothing else is said.
func readArticle(_ text: String) -> Diagnosed<Article?> { readArticle(Array(text.utf8)) }

func readArticle(_ bytes: [UInt8]) -> Diagnosed<Article?> {
  ArticleReader(knownLanguages: ["sv", "nb"]) { _ in "sv" }
    .read(ContentFile(shownPath: "content/a.md", path: "a.md", bytes: bytes))
}

/// The blocks of an article, one a line, with what they say.
func outline(_ article: Article) -> String {
  var lines: [String] = []
  var depths: [Int] = []
  for (index, node) in article.document.nodes.enumerated() {
    let isSilent = node.kind == .document || node.kind == .item
    let above = node.parent < 0 ? 0 : depths[Int(node.parent)]
    depths.append(isSilent ? above : above + 1)
    let text = article.prose(of: Document.NodeID(index)).map { article.prose.text($0.range) } ?? ""
    let name: String
    switch node.kind {
    case .heading: name = "h\(node.detail)"
    case .paragraph: name = "p"
    case .list: name = node.detail == Document.ListKind.bullet.rawValue ? "ul" : "ol"
    case .blockQuote: name = "quote"
    case .codeBlock: name = "code"
    case .htmlBlock: name = "html"
    case .thematicBreak: name = "rule"
    case .table: name = "table"
    case .tableRow: name = "row"
    case .tableCell: name = "cell"
    default: continue
    }
    lines.append(String(repeating: "  ", count: above) + name + (text.isEmpty ? "" : " " + text))
  }
  return lines.joined(separator: "\n")
}
