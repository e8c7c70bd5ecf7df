import Articles
import Testing

@Suite struct TableTests {
  private func html(_ text: String) -> String {
    let tree = MarkdownTree(Array(text.utf8), tables: true)
    return String(decoding: HTMLRenderer().render(tree.document), as: UTF8.self)
  }

  @Test("reads a table with alignment, markup and escaped pipes")
  func table() {
    #expect(
      html("Før:\n\n| Del | *Vekt* |\n|:--|--:|\n| `a\\|b` | 1 |\n| [c](d) \\| e |\n\nEtter") == """
        <p>Før:</p>
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">Del</th>
        <th scope="col" class="align-right"><em>Vekt</em></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left"><code>a|b</code></td>
        <td class="align-right">1</td>
        </tr>
        <tr>
        <td class="align-left"><a href="d">c</a> | e</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>
        <p>Etter</p>

        """)
  }

  @Test("knows the definitions of the document and the text right above")
  func references() {
    let text = "> Del *och* [vikt]:\n> a | b\n> :-: | ---\n> [vikt] | x | y\n\n[vikt]: /v"
    let result = html(text)
    #expect(
      result.hasPrefix("<blockquote>\n<p>Del <em>och</em> <a href=\"/v\">vikt</a>:</p>\n<table>"))
    #expect(
      result.contains("<td class=\"align-center\"><a href=\"/v\">vikt</a></td>\n<td>x</td>\n</tr>"))
  }

  @Test(
    "leaves alone what is no table",
    arguments: [
      "a | b\nc | d", "| a |\n| b | c |", "a\n---", "| a | b |\n|---|", "a | b\n\n|---|---|",
    ])
  func noTable(_ text: String) { #expect(!html(text).contains("<table")) }

  @Test("is off where it is not asked for")
  func off() {
    let tree = MarkdownTree(Array("| a |\n|---|\n| b |".utf8))
    #expect(!tree.document.nodes.contains { $0.kind == .table })
  }

  @Test("places cells and what is in them in the file")
  func spans() throws {
    let text = "- | å | **b** |\n  |---|---|\n  | c\\|d &amp; e | `f` |\n  | g |\n"
    let bytes = Array(text.utf8)
    let tree = MarkdownTree(bytes, tables: true)
    #expect(tree.unplacedBlocks.isEmpty)
    func spans(_ kind: Document.Kind) -> [String] {
      tree.document.nodes.filter { $0.kind == kind }
        .map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
    }
    #expect(spans(.tableCell) == ["å", "**b**", "c\\|d &amp; e", "`f`", "g", ""])
    #expect(spans(.strong) == ["**b**"])
    #expect(spans(.tableRow) == ["| å | **b** |", "| c\\|d &amp; e | `f` |", "| g |"])
    let prose = Prose(tree)
    #expect(prose.blocks.map { prose.text($0.range) } == ["å", "b", "c|d & e", "f", "g", ""])
  }
}
