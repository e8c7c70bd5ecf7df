import Articles
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
  private func rules(_ yaml: String) -> [String] {
    readArticle("---\n\(yaml)\n---\ntext").diagnostics.map {
      "\($0.location.start.line):\($0.location.start.column) \($0.rule.rawValue) \($0.help ?? "")"
    }
  }

  @Test("reads every key")
  func keys() throws {
    let text = """
      ---
      title: "Kluster: en ingång"
      description: >
        Två rader
        text
      keywords: a, b c ,
      lang: sv
      concept: cluster
      synonyms: [näringskluster, 'ett: två']
      translationOf: nb/klynge.md
      slug: kluster
      aliases:
        - /gammal
        - /äldre
      date: 2024-02-29
      updated: "2025-01-01"
      draft: yes
      ...
      text
      """
    let result = readArticle(text)
    #expect(result.diagnostics.isEmpty)
    let matter = try #require(result.value).frontMatter
    #expect(matter.title == "Kluster: en ingång")
    #expect(matter.description == "Två rader text")
    #expect(matter.keywords == ["a", "b c"])
    #expect(matter.language == "sv")
    #expect(matter.concept == "cluster")
    #expect(matter.synonyms == ["näringskluster", "ett: två"])
    #expect(matter.translationOf == "nb/klynge.md")
    #expect(matter.slug == "kluster")
    #expect(matter.aliases == ["/gammal", "/äldre"])
    #expect(matter.date == "2024-02-29")
    #expect(matter.updated == "2025-01-01")
    #expect(matter.draft)
    #expect(matter.places["slug"].map { result.value?.source.text($0) } == "slug")
  }

  @Test("keeps the places of the text below true to the file")
  func offsets() throws {
    let article = try #require(readArticle("---\r\ntitle: Å\r\n---\r\n# *Ø*\r\n").value)
    let strong = try #require(article.document.nodes.first { $0.kind == .emphasis })
    #expect(article.source.text(strong.span) == "*Ø*")
    #expect(article.source.position(at: strong.span.start) == SourcePosition(line: 4, column: 3))
  }

  @Test("tells unknown keys with the nearest known one")
  func unknownKeys() {
    #expect(rules("titel: A") == ["2:1 unknown-key did you mean 'title'?"])
    #expect(rules("title: Å\ntags: [a]") == ["3:1 unknown-key did you mean 'keywords'?"])
    #expect(rules("category: x") == ["2:1 unknown-key "])
    #expect(rules("translationof: x") == ["2:1 unknown-key did you mean 'translationOf'?"])
  }

  @Test("tells values of the wrong kind")
  func values() {
    #expect(rules("title: [a]") == ["2:8 invalid-value "])
    #expect(rules("synonyms: [å, {b: c}]").map { $0.prefix(18) } == ["2:15 invalid-value"])
    #expect(rules("keywords: {a: b}").map { $0.prefix(18) } == ["2:11 invalid-value"])
    #expect(rules("draft: kanske").map { $0.prefix(17) } == ["2:8 invalid-value"])
    for date in ["2024-02-30", "2023-02-29", "31.12.2024", "2024-1-1", "2024-13-01", "i går"] {
      #expect(rules("date: \(date)").map { $0.prefix(17) } == ["2:7 invalid-value"])
    }
    #expect(rules("title:\ndate: ~\nsynonyms: null\n").isEmpty)
  }

  @Test("refuses YAML that cannot be read, at its place")
  func badYAML() {
    for (yaml, place) in [
      ("title: a: b", "2:9"), ("title: \"a", "3:1"), ("a: b\n\tc: d", "3:1"), ("- a", "2:1"),
      ("title: a\ntitle: b", "2:1"), ("title: [a", "3:1"), ("title: *x", "2:8"),
    ] {
      let result = readArticle("---\n\(yaml)\n---\ntext")
      #expect(result.value == nil, "\(yaml)")
      #expect(result.diagnostics.map(\.rule) == [.badYAML], "\(yaml)")
      let start = result.diagnostics.first?.location.start
      #expect(start.map { "\($0.line):\($0.column)" } == place, "\(yaml)")
    }
  }

  @Test("takes two rules with text between for what they are")
  func rules() throws {
    for text in [
      "---\n\ntext\n\n---\n", "---\nbara text\n---\nmer", "---\ntitle: a\n", "a\n---\nb: c\n---",
    ] {
      let result = readArticle(text)
      #expect(result.diagnostics.isEmpty)
      #expect(result.value?.frontMatter == FrontMatter())
    }
  }

  @Test("refuses front matter made to exhaust")
  func bombs() {
    var bomb = "a0: &a0 [x, x]\n"
    for i in 1..<30 { bomb += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    let bad = [
      bomb, "a: " + String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 50_000) + "a",
      "a: " + String(repeating: "x", count: 100_000), "? " + String(repeating: "? ", count: 500),
    ]
    for yaml in bad {
      #expect(readArticle("---\n\(yaml)\n---\ntext").value == nil)
    }
  }
}
