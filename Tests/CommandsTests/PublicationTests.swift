import Foundation
import Testing

@testable import Commands

@Suite struct PublicationTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/public" }
  private var statePath: String { folder.path + "/.begrepp" }

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func publish(_ files: [String: String]) throws -> Publication.Summary {
    let state = try StateFolder(statePath) {}
    let publication = try Publication(to: output, in: state)
    for (path, text) in files { try publication.stage(path, Array(text.utf8)) }
    return try publication.finish()
  }

  @Test("swaps the first build in at once")
  func firstBuild() throws {
    let state = try StateFolder(statePath) {}
    let publication = try Publication(to: output, in: state)
    try publication.stage("sv/a.html", [0x61])
    #expect(!Files.exists(output))
    let summary = try publication.finish()
    #expect(summary.written == 1)
    #expect(try folder.tree("public") == ["sv/a.html": "a"])
    #expect(
      try Files.names(in: folder.path).map { String(decoding: $0, as: UTF8.self) }
        == [".begrepp", "public"])
  }

  @Test("shows nothing of a build that is dropped")
  func dropped() throws {
    try publish(["a.html": "old"])
    let state = try StateFolder(statePath) {}
    let publication = try Publication(to: output, in: state)
    try publication.stage("a.html", Array("new".utf8))
    try publication.stage("b.html", Array("new".utf8))
    publication.discard()
    #expect(try folder.tree("public") == ["a.html": "old"])
  }

  @Test("writes what changed, leaves what did not, removes what is stale")
  func laterBuild() throws {
    try publish(["a.html": "a", "b.html": "b", "old/c.html": "c"])
    let before = try #require(Files.status(output + "/a.html"))
    let summary = try publish(["a.html": "a", "b.html": "B", "new/d.html": "d"])
    #expect(try folder.tree("public") == ["a.html": "a", "b.html": "B", "new/d.html": "d"])
    #expect(summary.written == 2)
    #expect(summary.unchanged == 1)
    #expect(summary.removed == 1)
    #expect(!Files.exists(output + "/old"))
    let after = try #require(Files.status(output + "/a.html"))
    #expect(before == after)
  }

  @Test("leaves files of others alone, and says where they are in the way")
  func foreignFiles() throws {
    try folder.write(["public/CNAME": "example.org", "public/sv/a.html": "mine"])
    let summary = try publish(["sv/a.html": "new", "sv/b.html": "b"])
    #expect(summary.foreign == ["sv/a.html"])
    #expect(
      try folder.tree("public") == [
        "CNAME": "example.org", "sv/a.html": "mine", "sv/b.html": "b",
      ])
    try publish(["sv/b.html": "b2"])
    #expect(
      try folder.tree("public") == [
        "CNAME": "example.org", "sv/a.html": "mine", "sv/b.html": "b2",
      ])
  }

  @Test("knows its own pages again when the state was deleted")
  func deletedState() throws {
    let page = #"<!doctype html><meta name="generator" content="Begrepp">"#
    try publish(["a.html": page + "1", "same.css": "x"])
    try Files.removeTree(statePath)
    let summary = try publish(["a.html": page + "2", "same.css": "x"])
    #expect(summary.foreign.isEmpty)
    #expect(folder.text("public/a.html") == page + "2")
  }

  @Test("follows no link out of the output")
  func links() throws {
    try publish(["a.html": "a"])
    try folder.write(["elsewhere/x": "x"])
    symlink(folder.path + "/elsewhere", output + "/sv")
    symlink(folder.path + "/elsewhere/x", output + "/b.html")
    let summary = try publish(["a.html": "a", "sv/c.html": "c", "b.html": "b"])
    #expect(summary.foreign == ["b.html", "sv/c.html"])
    #expect(try folder.tree("elsewhere") == ["x": "x"])
  }

  @Test(
    "refuses a path that leads out of the output", arguments: ["../a", "/a", "a//b", "", "a/.."])
  func escapes(_ path: String) throws {
    let state = try StateFolder(statePath) {}
    let publication = try Publication(to: output, in: state)
    #expect(throws: FileFault.self) { try publication.stage(path, []) }
  }

  @Test("puts a page in the place of a folder, and the reverse")
  func exchangesKinds() throws {
    try publish(["a/b.html": "1", "c": "2"])
    try publish(["a": "3", "c/d.html": "4"])
    #expect(try folder.tree("public") == ["a": "3", "c/d.html": "4"])
  }

  @Test("publishes through a link to the output")
  func linkedOutput() throws {
    try Files.makeFolder(folder.path + "/real")
    symlink(folder.path + "/real", output)
    try publish(["a.html": "a"])
    try publish(["a.html": "b"])
    #expect(try folder.tree("real") == ["a.html": "b"])
    #expect(Files.status(output, followingLinks: false)?.kind == .link)
  }
}

@Suite struct RecoveryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A journal of three renames and two removals, as a killed build leaves it.
  private func interrupted() throws -> Journal {
    try folder.write([
      "public/a": "old", "public/b": "old", "public/x/stale": "old", "public/stale": "old",
      "public/foreign": "mine",
      ".begrepp/staging-1/1": "new a", ".begrepp/staging-1/2": "new b",
      ".begrepp/staging-1/3": "new c",
    ])
    let staging = folder.path + "/.begrepp/staging-1"
    return Journal(
      output: folder.path + "/public", staging: staging,
      manifest: folder.path + "/.begrepp/manifest-1",
      renames: [
        .init(staged: staging + "/1", path: "a"), .init(staged: staging + "/2", path: "b"),
        .init(staged: staging + "/3", path: "y/c"),
      ],
      removals: ["stale", "x/stale"], files: ["a", "b", "y/c"])
  }

  @Test("the next command finishes a build killed at any step", arguments: 0...6)
  func killedAt(step: Int) throws {
    let journal = try interrupted()
    try Files.replace(folder.path + "/.begrepp/journal-1", with: journal.bytes)
    // What the killed build had done of it.
    var partial = journal
    partial.renames = Array(journal.renames.prefix(step))
    for rename in partial.renames {
      try Files.makeFolder(Path.parent(journal.output + "/" + rename.path) ?? "/")
      try Files.move(rename.staged, to: journal.output + "/" + rename.path)
    }
    for path in journal.removals.prefix(max(0, step - 3)) {
      try Files.remove(journal.output + "/" + path)
    }
    if step == 6 { try Files.removeTree(journal.staging) }

    #expect(StateFolder.needsRecovery(folder.path + "/.begrepp"))
    let state = try StateFolder(folder.path + "/.begrepp") {}
    #expect(try state.recover())
    #expect(
      try folder.tree("public") == [
        "a": "new a", "b": "new b", "y/c": "new c", "foreign": "mine",
      ])
    #expect(!StateFolder.needsRecovery(folder.path + "/.begrepp"))
    #expect(try !state.recover())
    let manifest = Manifest.read(
      folder.path + "/.begrepp/manifest-1", output: folder.path + "/public")
    #expect(manifest?.files == ["a", "b", "y/c"])
  }

  @Test("throws away a journal that is damaged or leads out of its folders")
  func damagedJournal() throws {
    var journal = try interrupted()
    #expect(Journal(Array(journal.bytes.dropLast(20))) == nil || journal.bytes.isEmpty)
    #expect(Journal([]) == nil)
    #expect(Journal(journal.bytes) == journal)
    journal.removals = ["../content/a.md"]
    #expect(Journal(journal.bytes) == nil)
    try Files.replace(folder.path + "/.begrepp/journal-1", with: journal.bytes)
    let state = try StateFolder(folder.path + "/.begrepp") {}
    #expect(try !state.recover())
    #expect(folder.text("public/a") == "old")
  }

  @Test("one process at a time has the state")
  func lock() throws {
    let path = folder.path + "/.begrepp"
    do {
      let state = try StateFolder(path) { Issue.record("nobody else has it") }
      #expect(state.path == path)
    }
    _ = try StateFolder(path) { Issue.record("it was given back") }
  }
}
