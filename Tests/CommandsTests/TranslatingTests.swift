import Diagnostics
import Knowledge
import Testing

@testable import Commands

@Suite struct TranslatingTests {
  @Test("reads of the history who changed a file last")
  func history() {
    let log = """
      \u{1}Åsa Öst\u{1F}2026-02-03

      content/sv/a.md
      content/sv/b.md
      \u{1}Bo\u{1F}2026-01-01

      content/sv/a.md
      content/nb/c.md
      """
    let commits = GitHistory.commits(in: log, of: ["content/sv/a.md", "content/nb/c.md"])
    #expect(
      commits == [
        "content/sv/a.md": .init(author: "Åsa Öst", date: "2026-02-03"),
        "content/nb/c.md": .init(author: "Bo", date: "2026-01-01"),
      ])
    #expect(GitHistory.commits(in: "\u{1}\nx\n\u{1}", of: ["x"])["x"]?.author == "")
  }

  private func load(_ files: [String: String]) throws -> (TemporaryFolder, LoadedKnowledge) {
    let folder = try TemporaryFolder()
    try FaultyContent.write(files, to: folder)
    let loaded = try loadKnowledge(
      KnowledgeFolder(root: folder.path, shown: ""), parallel: Parallel(jobs: 2), clock: Clock())
    return (folder, loaded)
  }

  @Test("begins a translation with the source in comments that nothing breaks out of")
  func outline() throws {
    let (_, loaded) = try load([
      "sv/a.md":
        "# Te\n\n<!-- begrepp: benefits -->\n\n- gott --> varmt\n- *rött*\n\n## Om `te`\n\n> citat\n"
    ])
    let article = try #require(loaded.base.articles.first?.article)
    #expect(
      TranslationOutline(of: article).text(titled: "Te & sånt") == """
        ---
        translationOf: sv/a.md
        draft: true
        ---

        # Te \\& sånt

        <!-- begrepp: benefits -->

        <!--
        - gott --&gt; varmt
        - *rött*
        -->

        ## Om te

        <!--
        > citat
        -->

        """)
  }

  @Test("writes through no link that leads out of the content")
  func linkedFolder() throws {
    let (folder, loaded) = try load([
      "sv/a.md": "# Te\n", "nb/a.md": "---\ntranslationOf: sv/a.md\n---\n\n# Te\n",
      ".translated": "->../../../tmp",
    ])
    let names = ArticleNames(loaded)
    let confirming = Confirming(loaded: loaded)
    let step = try confirming.step(try names.find("nb/a.md"), .inStep)
    #expect(throws: FileFault.self) { try confirming.write(step) }
    #expect(loaded.diagnostics.contains { $0.rule == .badConfirmation })
    #expect(try folder.tree("content").keys.sorted() == ["nb/a.md", "site.yml", "sv/a.md"])
  }

  @Test("follows a renamed translation to what is kept of its source, and no other one")
  func renamed() throws {
    let source = "# Te\n\nTe är en dryck.\n\nDet dricks varmt.\n"
    let (folder, loaded) = try load([
      "sv/a.md": source, "sv/b.md": "# Fat\n\nEtt fat är runt.\n",
      "nb/ny.md": "---\ntranslationOf: sv/a.md\n---\n\n# Te\n",
      "nb/fat.md": "---\ntranslationOf: sv/b.md\n---\n\n# Fat\n",
      ".translated/nb/gammal.md": "# Te\n\nTe är en dryck.\n\nDet dricks hett.\n",
    ])
    let names = ArticleNames(loaded)
    let renamed = try #require(loaded.translations[try names.find("nb/ny.md")])
    #expect(renamed.kept == ".translated/nb/gammal.md")
    #expect(renamed.staleBlocks == 1)
    #expect(loaded.translations[try names.find("nb/fat.md")]?.kept == nil)
    #expect(!loaded.diagnostics.contains { $0.rule == .badConfirmation })
    let confirming = Confirming(loaded: loaded)
    try confirming.write(try confirming.step(try names.find("nb/ny.md"), .inStep))
    #expect(folder.text("content/.translated/nb/ny.md") == source)
    #expect(folder.text("content/.translated/nb/gammal.md") == nil)
  }
}
