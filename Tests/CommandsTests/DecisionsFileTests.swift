import Knowledge
import Testing

@testable import Commands

@Suite("concepts.yml on the disk")
struct DecisionsFileTests {
  private func site(_ concepts: String?) throws -> (TemporaryFolder, LoadedKnowledge) {
    let folder = try TemporaryFolder()
    try folder.write(["content/site.yml": "title: Prov\nlanguages: [sv]\n"])
    try folder.write(["content/sv/te.md": "# Te\n\nTe är en dryck.\n"])
    if let concepts { try folder.write(["content/concepts.yml": concepts]) }
    let knowledge = KnowledgeFolder(root: folder.path, shown: "")
    return (folder, try loadKnowledge(knowledge, parallel: Parallel(jobs: 1), clock: Clock()))
  }

  private let tea = DecisionChange.entry(id: "tea", names: [.init("sv", "te")])

  @Test("what is added is written, and the rest stays")
  func writes() throws {
    let (folder, loaded) = try site("# beslut\n- id: cup # kopp\n  sv: \"kopp\"\n")
    var file = DecisionsFile(loaded)
    try file.add([tea])
    #expect(
      String(decoding: file.diff, as: UTF8.self)
        == """
        --- a/content/concepts.yml
        +++ b/content/concepts.yml
        @@ -1,3 +1,6 @@
         # beslut
         - id: cup # kopp
           sv: "kopp"
        +
        +- id: tea
        +  sv: te

        """)
    try file.write()
    #expect(
      folder.text("content/concepts.yml")
        == "# beslut\n- id: cup # kopp\n  sv: \"kopp\"\n\n- id: tea\n  sv: te\n")
  }

  @Test("a file that changed after it was read is left alone", arguments: ["# nytt\n", nil])
  func changed(concepts: String?) throws {
    let (folder, loaded) = try site(concepts)
    var file = DecisionsFile(loaded)
    try file.add([tea])
    try folder.write(["content/concepts.yml": "# någon annan\n"])
    #expect(throws: FileFault(.write, "content/concepts.yml", reason: "it changed in the meantime"))
    {
      try file.write()
    }
    #expect(folder.text("content/concepts.yml") == "# någon annan\n")
  }

  @Test("what cannot be added is said with its place, and nothing is written")
  func refused() throws {
    let (folder, loaded) = try site("- id: tea\n  sv: te\n")
    var file = DecisionsFile(loaded)
    let failure = #expect(throws: CommandFailure.self) { try file.add([tea]) }
    #expect(failure?.message == "content/concepts.yml:1:3: there is an entry 'tea' already")
    try file.write()
    #expect(folder.text("content/concepts.yml") == "- id: tea\n  sv: te\n")
  }
}
