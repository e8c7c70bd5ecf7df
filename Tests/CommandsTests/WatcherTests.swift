import Foundation
import Glibc
import Testing

@testable import Commands

@Suite struct WatcherTests {
  private let folder: TemporaryFolder
  private let watcher: Watcher

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "content/site.yml": "", "content/sv/a.md": "a", "content/sv/deep/er/b.md": "b",
      "content/.translated/nb/a.md": "a", "content/.git/config": "", "public/index.html": "",
    ])
    watcher = try Watcher(root: folder.path, names: ["content", "templates", "languages"])
  }

  /// Whether what a piece of work does is noticed as a change.
  private func notices(_ work: () throws -> Void) throws -> Bool {
    try work()
    return try watcher.take()
  }

  @Test(
    "notices files that are written in place",
    arguments: [
      "content/sv/a.md", "content/sv/deep/er/b.md", "content/site.yml", "content/concepts.yml",
      "content/.translated/nb/a.md",
    ])
  func writes(path: String) throws {
    #expect(try notices { try folder.write([path: "new"]) })
    #expect(try notices {} == false)
  }

  @Test("notices files that are written aside and renamed, as editors do")
  func renames() throws {
    let path = folder.path + "/content/sv/a.md"
    // vim: the old one is kept beside it while the new one is written.
    #expect(
      try notices {
        try Files.move(path, to: path + "~")
        try folder.write(["content/sv/a.md": "new"])
        try Files.remove(path + "~")
      })
    #expect(try notices { try Files.replace(path, with: [0x61]) })
    // From a folder that is not watched.
    try folder.write(["aside.md": "aside"])
    #expect(try notices {} == false)
    #expect(try notices { try Files.move(folder.path + "/aside.md", to: path) })
  }

  @Test("notices files that go, are linked or become readable")
  func others() throws {
    let path = folder.path + "/content/sv/a.md"
    #expect(try notices { chmod(path, 0) })
    #expect(try notices { link(path, folder.path + "/content/sv/c.md") })
    #expect(try notices { symlink(path, folder.path + "/content/sv/d.md") })
    #expect(try notices { try Files.remove(path) })
  }

  @Test("watches folders that are made, however deep and however fast")
  func newFolders() throws {
    #expect(try notices { try folder.write(["content/nb/ny/mappe/a.md": "a"]) })
    #expect(try notices { try folder.write(["content/nb/ny/mappe/a.md": "b"]) })
    #expect(try notices { try folder.write(["content/nb/ny/mappe/c.md": "c"]) })
  }

  @Test("follows folders that are renamed, and forgets those that leave")
  func movedFolders() throws {
    let content = folder.path + "/content"
    #expect(try notices { try Files.move(content + "/sv", to: content + "/nb") })
    #expect(try notices { try folder.write(["content/nb/deep/er/b.md": "new"]) })
    #expect(try notices { try Files.move(content + "/nb", to: folder.path + "/away") })
    #expect(try notices { try folder.write(["away/a.md": "new"]) } == false)
    #expect(try notices { try Files.removeTree(content) })
    #expect(try notices { try folder.write(["content/sv/a.md": "again"]) })
    #expect(try notices { try folder.write(["content/sv/a.md": "and again"]) })
  }

  @Test("watches templates and languages as soon as they are there")
  func besides() throws {
    for name in ["templates/assets/style.css", "languages/da.yml"] {
      #expect(try notices { try folder.write([name: "a"]) })
      #expect(try notices { try folder.write([name: "b"]) })
    }
  }

  @Test(
    "is not woken by what is no content",
    arguments: [
      "public/index.html", ".begrepp/facts", "notes.md", "content/sv/.a.md.swp", "content/sv/a.md~",
      "content/sv/4913", "content/sv/#a.md#", "content/sv/.#a.md", "content/.git/index",
    ])
  func others(path: String) throws {
    #expect(try notices { try folder.write([path: "new"]) } == false)
  }

  @Test("reading is no change")
  func reading() throws {
    #expect(try notices { _ = try Files.read(folder.path + "/content/sv/a.md") } == false)
  }

  @Test("a burst is one change, and what comes after it another")
  func burst() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    for number in 0..<300 {
      try folder.write(["content/sv/\(number).md": "a", "content/nb\(number)/a.md": "a"])
    }
    #expect(try watcher.next(orReadable: ends[0]) == .changed)
    #expect(try watcher.take() == false)
    try folder.write(["content/nb299/a.md": "b"])
    #expect(try watcher.next(orReadable: ends[0]) == .changed)
    _ = Files.writeAll([1], to: ends[1])
    #expect(try watcher.next(orReadable: ends[0]) == .readable(ends[0]))
  }

  @Test("a change is told although something else comes while its burst is waited for")
  func interrupted() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    #expect(try watcher.next(orReadable: ends[0], within: 0) == .quiet)
    try folder.write(["content/sv/a.md": "b"])
    let writing = ends[1]
    let late = Thread {
      usleep(10_000)
      _ = Files.writeAll([1], to: writing)
    }
    late.start()
    var events: [Watcher.Event] = []
    repeat {
      events.append(try watcher.next(orReadable: ends[0]))
      if events.last == .readable(ends[0]) {
        var byte: UInt8 = 0
        _ = read(ends[0], &byte, 1)
      }
    } while events.count < 2
    #expect(events.contains(.changed))
    #expect(events.contains(.readable(ends[0])))
  }

  @Test("says where it cannot watch")
  func nowhere() throws {
    let watcher = try Watcher(root: folder.path + "/nowhere", names: ["content"])
    #expect(try watcher.take() == false)
  }
}
