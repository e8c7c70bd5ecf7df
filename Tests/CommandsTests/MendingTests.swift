import Diagnostics
import Knowledge
import Testing

@testable import Commands

@Suite struct MendingTests {
  private func load(_ files: [String: String]) throws -> (TemporaryFolder, LoadedKnowledge) {
    let folder = try TemporaryFolder()
    try FaultyContent.write(files, to: folder)
    let loaded = try loadKnowledge(
      KnowledgeFolder(root: folder.path, shown: ""), parallel: Parallel(jobs: 1), clock: Clock())
    return (folder, loaded)
  }

  @Test("applies what is safe, and saves the file as UTF-8")
  func applies() throws {
    let (folder, loaded) = try load([
      "sv/a.md": "# Te\n\nTe \u{FFFD}r en dryck.\n",
      "sv/b.md": "Om koppar\n\nEn kopp är ett kärl.\n\nFördelar\n\n• hel\n• ren\n",
      "sv/c.md": "# Fat\n\nEtt fat är ett kärl.\n",
    ])
    let mending = Mending(loaded)
    #expect(mending.files.map(\.path) == ["content/sv/a.md", "content/sv/b.md"])
    for file in mending.files { try file.write() }
    #expect(folder.text("content/sv/a.md") == "# Te\n\nTe är en dryck.\n")
    let mended = try #require(folder.text("content/sv/b.md"))
    #expect(mended.contains("# Om koppar\n"))
    #expect(mended.contains("- hel\n- ren\n"))
    let again = try loadKnowledge(
      KnowledgeFolder(root: folder.path, shown: ""), parallel: Parallel(jobs: 1), clock: Clock())
    #expect(Mending(again).files.isEmpty)
  }

  @Test("leaves inflected words and files that changed in the meantime as they are")
  func leaves() throws {
    let (folder, loaded) = try load([
      "concepts.yml": "- id: a\n  sv: {term: mugg, deprecated: [kopp]}\n",
      "sv/a.md": "# Fat\n\nEtt fat är runt. Ta en kopp, eller två koppar. Kopp går sönder.\n",
    ])
    let mending = Mending(loaded)
    let file = try #require(mending.files.first)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "# Fat\n\nEtt fat är runt. Ta en mugg, eller två koppar. Mugg går sönder.\n")
    try folder.write(["content/sv/a.md": "# Annat\n"])
    #expect(throws: FileFault.self) { try file.write() }
    #expect(folder.text("content/sv/a.md") == "# Annat\n")
  }
}
