import Knowledge
import Testing

@testable import Commands

@Suite struct FirstLookTests {
  private let folder: TemporaryFolder
  private let rebuilder: Rebuilder

  private static let article = """
    # Kluster

    Ett kluster är en grupp av företag. Se [licensen](b.md#pris) och [bilden](../karta.png).

    ## Mer

    Ett kluster kan ha en licens.

    """

  init() throws {
    folder = try TemporaryFolder()
    rebuilder = Rebuilder(
      KnowledgeFolder(root: folder.path, shown: ""), parallel: Parallel(jobs: 2))
    try folder.write([
      "content/site.yml": "title: {sv: Prov, nb: Prøve}\nlanguages: [sv, nb]\n",
      "content/sv/a.md": Self.article,
      "content/sv/b.md":
        "# Licens\n\nEn licens är en rätt att använda något.\n\n## Pris\n\nDen kostar.\n",
      "content/nb/a.md":
        "---\ntranslationOf: sv/a.md\n---\n\n# Klynge\n\nEn klynge er en gruppe bedrifter.\n",
      "content/karta.png": "P",
    ])
    _ = rebuilder.rebuild()
  }

  /// The paths of what is shown first.
  private func shown() -> [String] { rebuilder.firstLook().pages.keys.sorted() }

  @Test(
    "an article whose text has changed is shown as it is then published, links and mentions and all"
  )
  func exact() throws {
    #expect(shown().isEmpty)
    try folder.write([
      "content/sv/a.md": Self.article.replacing(
        "## Mer", with: "Nytt stycke om licenser.\n\n## Mer igen"),
      "content/nb/a.md":
        "---\ntranslationOf: sv/a.md\n---\n\n# Klyngen\n\nEn klynge er en gruppe bedrifter.\n",
    ])
    let look = rebuilder.firstLook()
    #expect(look.pages.keys.sorted() == ["nb/artikler/a.html", "sv/artiklar/a.html"])
    #expect(folder.text("public/sv/artiklar/a.html")?.contains("Nytt stycke") == false)
    let outcome = rebuilder.rebuild()
    let written = outcome.publication?.writtenPaths ?? []
    #expect(written.contains("sv/artiklar/a.html"))
    for (path, bytes) in look.pages {
      let published = try Files.read(folder.path + "/public/" + path)
      #expect(
        String(decoding: published, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
      let isPublished = rebuilder.isPublished(path, bytes)
      #expect(isPublished)
    }
    #expect(shown().isEmpty)
  }

  @Test("what only the whole can tell is left to the build")
  func leftToTheBuild() throws {
    // A new article, and one that is gone.
    try folder.write(["content/sv/c.md": "# Te\n\nTe är en dryck.\n"])
    #expect(shown().isEmpty)
    _ = rebuilder.rebuild()
    try Files.remove(folder.path + "/content/sv/c.md")
    #expect(shown().isEmpty)
    _ = rebuilder.rebuild()
    // Settings, drafts, an article that moves to the other language, one that is no text.
    for (path, text) in [
      ("content/site.yml", "title: {sv: Annat, nb: Prøve}\nlanguages: [sv, nb]\n"),
      ("content/sv/a.md", "---\ndraft: true\n---\n\n" + Self.article),
      ("content/sv/a.md", "---\nlang: nb\n---\n\n" + Self.article),
      ("content/sv/a.md", "\u{0}"),
    ] {
      let before = folder.text(path)
      try folder.write([path: text])
      #expect(shown().isEmpty, "\(text)")
      try folder.write([path: before ?? ""])
      _ = rebuilder.rebuild()
    }
    // After a build that failed nothing is known.
    try folder.write(["content/site.yml": "title: [\n"])
    let isPublished = rebuilder.rebuild().publication != nil
    #expect(!isPublished)
    try folder.write(["content/sv/a.md": Self.article + "\nMer.\n"])
    #expect(shown().isEmpty)
  }

  @Test("many articles at once are left to the build")
  func many() throws {
    var files: [String: String] = [:]
    for number in 0...FirstLook.mostArticles {
      files["content/sv/n\(number).md"] = "# Sak \(number)\n\nText.\n"
    }
    try folder.write(files)
    _ = rebuilder.rebuild()
    try folder.write(files.mapValues { $0 + "\nMer.\n" })
    #expect(shown().isEmpty)
  }
}

extension LiveStateTests {
  @Test("a build that takes long waits for a pause, and never longer than two seconds")
  func patience() {
    #expect([0, 399, 400, 1000, 60_000].map(Preview.patience) == [0, 0, 100, 250, 2000])
  }

  @Test("a page that is shown first is told when it is, and again only where the build differs")
  func looks() {
    var built = RebuildOutcome()
    built.publication = .init()
    built.publication?.writtenPaths = ["sv/a.html", "sv/b.html"]
    let first = LiveState().following(built)
    var look = FirstLook()
    look.pages = ["sv/a.html": [1], "sv/c.html": [2]]
    let shown = first.showing(look)
    #expect(shown.generation == 2)
    #expect(shown.changed == ["sv/a.html", "sv/c.html"])
    #expect(shown.look == look)
    let same = shown.following(built) { path, bytes in path == "sv/a.html" && bytes == [1] }
    #expect(same.generation == 3)
    #expect(same.changed == ["sv/b.html", "sv/c.html"])
    #expect(same.look == FirstLook())
    // What was saved while the site was built is shown on.
    let during = shown.following(built, showing: look) { _, _ in false }
    #expect(during.look == look)
    #expect(during.changed == ["sv/b.html"])
    // Where nothing is published, it is shown until something is.
    let failed = shown.following(RebuildOutcome())
    #expect(failed.look == look)
    #expect(failed.changed == [])
    #expect(failed.following(built).changed == ["sv/a.html", "sv/b.html", "sv/c.html"])
  }
}
