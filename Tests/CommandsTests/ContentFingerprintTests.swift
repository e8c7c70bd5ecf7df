import Foundation
import Testing

@testable import Commands

@Suite struct ContentFingerprintTests {
  private let folder: TemporaryFolder
  private var base: KnowledgeFolder { KnowledgeFolder(root: folder.path, shown: "") }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["content/site.yml": "title: x\n", "content/sv/a.md": "# A\n"])
  }

  @Test("stands while nothing changes, whatever Begrepp itself writes")
  func stands() throws {
    let before = ContentFingerprint.of(base)
    try folder.write([".begrepp/search.sqlite": "x", "public/index.html": "x"])
    #expect(ContentFingerprint.of(base) == before)
  }

  @Test(
    "is another when a file is added, edited or a language changed",
    arguments: ["content/sv/b.md", "content/sv/a.md", "content/concepts.yml", "languages/sv.yml"])
  func changes(path: String) throws {
    let before = ContentFingerprint.of(base)
    try folder.write([path: "changed\n"])
    #expect(ContentFingerprint.of(base) != before)
  }

  @Test("finds the knowledge base that is named, and refuses what is none")
  func folders() throws {
    #expect(try KnowledgeFolder.find(folder.path).root == folder.path)
    #expect(throws: CommandFailure.self) { try KnowledgeFolder.find(folder.path + "/content") }
    #expect(throws: CommandFailure.self) { try KnowledgeFolder.find(folder.path + "/none") }
    #expect(KnowledgeFolder(root: "/a", shown: "..").shown("content/x.md") == "../content/x.md")
    #expect(base.shown("content/x.md") == "content/x.md")
  }
}
