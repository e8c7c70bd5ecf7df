import Testing

@testable import Articles

@Suite struct SharedLiteralTests {
  @Test(
    "literals are the same when they are taken from the file",
    arguments: [
      "", "a", "# Rubrik *med* vikt\n\nText\növer rader\\\noch `kod` här.\n",
      "A &amp; B \\* c &ouml;\n", "``a ` b`` och `` ` `` samt ` x `\n",
      "```swift\nlet a = 1\n\nlet b\n```\n\n    indragen\n      kod\n",
      "- a\n\n  ```\n  kod\n  ```\n",
      "> citat\n> på två *rader*\n", "[text](<a b> \"titel\") och ![bild](b.png) <https://a.se>\n",
      "a<br>b <!-- c --> d\n\n<div>\nrå\n</div>\n", "| a | b\\|c |\n| - | - |\n| `d` | &lt; |\n",
      "\u{FEFF}# Å\r\n\r\nå\tä  \r\nö\r\n", "[a]\n\n[a]: /b \"c\"\n",
    ])
  func same(text: String) {
    let source = Array(text.utf8)
    let document = MarkdownTree(source, tables: true).document
    let shared = document.sharing(source)
    #expect(shared.nodes.count == document.nodes.count)
    for number in document.nodes.indices {
      let id = Document.NodeID(number)
      #expect(Array(shared.literal(id)) == Array(document.literal(id)))
      #expect(Array(shared.secondary(id)) == Array(document.secondary(id)))
      #expect(shared[id].span == document[id].span)
    }
  }

  @Test("plain text is held once")
  func once() {
    let source = Array("# Rubrik\n\nText med *vikt* och `kod`.\n".utf8)
    let shared = MarkdownTree(source).document.sharing(source)
    #expect(shared.literals == source)
    #expect(shared.extras.isEmpty)
    let other = Array("Annan text.\n".utf8)
    #expect(
      String(decoding: MarkdownTree(source).document.sharing(other).extras, as: UTF8.self)
        == "RubrikText med vikt och kod.")
  }
}
