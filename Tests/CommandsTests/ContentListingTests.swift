import Foundation
import Knowledge
import Testing

@testable import Commands
@testable import Diagnostics

@Suite struct ContentListingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("sorts files into articles, assets and configuration, without what has a dot")
  func kinds() throws {
    try folder.write([
      "content/site.yml": "", "content/concepts.yml": "", "content/sv/site.yml": "",
      "content/sv/b.md": "", "content/sv/a.txt": "", "content/sv/C.MD": "",
      "content/sv/bild.png": "", "content/.translated/x.md": "", "content/sv/.b.md.swp": "",
    ])
    let listing = ContentListing.read(folder.path + "/content", shownAs: "content")
    #expect(listing.value.articles.map(\.path) == ["sv/C.MD", "sv/a.txt", "sv/b.md"])
    #expect(listing.value.assets.map(\.path) == ["sv/bild.png", "sv/site.yml"])
    #expect(listing.value.configuration.map(\.path) == ["concepts.yml", "site.yml"])
    #expect(listing.diagnostics.isEmpty)
  }

  @Test("follows links that stay in the content, once, and reports the others")
  func links() throws {
    try folder.write(["content/sv/a.md": "", "secret/b.md": ""])
    let sv = folder.path + "/content/sv"
    symlink(sv + "/a.md", sv + "/same.md")
    symlink(sv, sv + "/circle")
    symlink(folder.path + "/secret", sv + "/out")
    symlink(folder.path + "/none.md", sv + "/dead.md")
    let listing = ContentListing.read(folder.path + "/content", shownAs: "content")
    #expect(listing.value.articles.map(\.path) == ["sv/a.md", "sv/same.md"])
    #expect(
      listing.diagnostics.map { "\($0.location.file): \($0.message)" }.sorted() == [
        "content/sv/dead.md: cannot read the file: it is a link that leads nowhere",
        "content/sv/out: cannot read the file: "
          + "it is a link that leads out of the content, and is not followed",
      ])
  }

  @Test("reports a pipe, and does not wait for it")
  func pipes() throws {
    try folder.write(["content/sv/a.md": ""])
    mkfifo(folder.path + "/content/sv/pipe.md", 0o600)
    let listing = ContentListing.read(folder.path + "/content", shownAs: "content")
    #expect(listing.value.articles.map(\.path) == ["sv/a.md"])
    #expect(listing.diagnostics.map(\.rule) == [.unreadableFile])
    #expect(throws: FileFault.self) { try Files.read(folder.path + "/content/sv/pipe.md") }
  }
}

@Suite struct PathTests {
  @Test("takes paths apart and puts them together")
  func parts() {
    #expect(Path.parent("/a/b") == "/a")
    #expect(Path.parent("/a") == "/")
    #expect(Path.parent("/") == nil)
    #expect(Path.parent("a") == ".")
    #expect(Path.parent(".") == nil)
    #expect(Path.name("a/b.md") == "b.md")
    #expect(Path.fileExtension("a.b/c.MD") == "md")
    #expect(Path.fileExtension(".md") == "")
    #expect(Path.absolute("../x//y/./z", from: "/a/b") == "/a/x/y/z")
    #expect(Path.absolute("../../../..", from: "/a") == "/")
    #expect(Path.join("", "content") == "content")
    #expect(Path.lies("/a/b", in: "/a"))
    #expect(!Path.lies("/ab", in: "/a"))
  }
}

@Suite struct ParallelTests {
  @Test("keeps the order with any number of threads", arguments: [1, 2, 7, 64])
  func order(jobs: Int) {
    let values = Array(0..<1000)
    #expect(Parallel(jobs: jobs).map(values) { $0 * $0 } == values.map { $0 * $0 })
    #expect(Parallel(jobs: jobs).map([Int]()) { $0 }.isEmpty)
  }
}
