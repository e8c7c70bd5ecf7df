import Foundation
import Knowledge
import Site
import Testing

@testable import Commands

/// SplitMix64 (Steele, Lea and Flood 2014), so that the same edits are made each time.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// A small knowledge base whose files are edited at random.
private struct EditedContent {
  var random: Seeded
  /// By path below the root.
  var files: [String: String] = [:]
  private var count = 0

  static let nouns = ["kluster", "allians", "konsortium", "nätverk", "licens", "franchise"]
  static let norwegian = ["klynge", "allianse", "konsortium", "nettverk", "lisens", "franchise"]

  init(seed: UInt64) {
    random = Seeded(state: seed)
    files["content/site.yml"] = "title: {sv: Prov, nb: Prøve}\nlanguages: [sv, nb]\n"
    for _ in 0..<4 { addArticle() }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private var articles: [String] { files.keys.filter { $0.hasSuffix(".md") }.sorted() }

  mutating func sentence(_ isSwedish: Bool) -> String {
    let nouns = isSwedish ? Self.nouns : Self.norwegian
    let (a, b) = (pick(nouns), pick(nouns))
    return isSwedish
      ? pick([
        "Ett \(a) är en form av samarbete som liknar ett \(b).",
        "En fördel med \(a) är att riskerna delas.", "Med \(a) avses ett samarbete mellan företag.",
        "Många talar om \(b) när de menar \(a).",
      ])
      : pick([
        "Et \(a) er en form for samarbeid som ligner et \(b).",
        "En fordel med \(a) er at risikoen deles.",
        "Med \(a) menes et samarbeid mellom bedrifter.", "Mange sier \(b) når de mener \(a).",
      ])
  }

  private mutating func article(_ isSwedish: Bool) -> String {
    let nouns = isSwedish ? Self.nouns : Self.norwegian
    let title = pick(nouns)
    var text = "# \(title.prefix(1).uppercased())\(title.dropFirst())\n\n"
    for _ in 0..<2 { text += sentence(isSwedish) + "\n\n" }
    text += isSwedish ? "## Fördelar\n\n" : "## Fordeler\n\n"
    text += "- \(pick(nouns))\n- " + (isSwedish ? "lägre kostnad\n" : "lavere kostnad\n")
    return text
  }

  mutating func addArticle() {
    count += 1
    let isSwedish = Bool.random(using: &random)
    let folder = pick(["", "", "avtal/"])
    files["content/\(isSwedish ? "sv" : "nb")/\(folder)a\(count).md"] = article(isSwedish)
  }

  /// One edit of those that an editor, a translator or a designer makes.
  mutating func edit() {
    let path = articles.isEmpty ? nil : pick(articles)
    let isSwedish = path?.hasPrefix("content/sv") ?? true
    switch Int.random(in: 0..<14, using: &random) {
    case 0...3: if let path { files[path]! += "\n" + sentence(isSwedish) + "\n" }
    case 4: if let path { files[path] = article(isSwedish) }
    case 5:
      if let path {
        files[path] = "---\ntitle: \(pick(["Om", "Mer om"])) \(count)\n---\n" + files[path]!
      }
    case 6: addArticle()
    case 7: if let path, articles.count > 3 { files[path] = nil }
    case 8:
      if let path, let text = files.removeValue(forKey: path) {
        count += 1
        files["content/\(isSwedish ? "sv" : "nb")/b\(count).md"] = text
      }
    case 9, 10:
      let place = Int.random(in: 0..<Self.nouns.count, using: &random)
      var text = files["content/concepts.yml"] ?? ""
      if text.contains("id: c\(place)\n") {
        text = ""
      } else {
        text += "- id: c\(place)\n  sv: {term: \(Self.nouns[place]), synonyms: [ord\(place)]}\n"
        text += "  nb: {term: \(Self.norwegian[place])}\n"
      }
      files["content/concepts.yml"] = text
    case 11:
      files["content/site.yml"] =
        "title: {sv: Prov \(count), nb: Prøve}\nlanguages: [\(pick(["sv, nb", "nb, sv"]))]\n"
    case 12:
      let style = "templates/assets/theme.css"
      if files.removeValue(forKey: style) == nil { files[style] = "/* \(count) */\n" }
    default:
      let image = "content/bild.png"
      if files.removeValue(forKey: image) == nil { files[image] = "\(count)" }
      if let path { files[path]! += "\n![Bild](../bild.png)\n" }
    }
  }
}

@Suite struct IncrementalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(_ output: String, state: String, _ memory: BuildMemory) throws -> Int {
    let root = KnowledgeFolder(root: folder.path, shown: "")
    let clock = Clock()
    let parallel = Parallel(jobs: 2)
    let stateFolder = try StateFolder(folder.path + "/" + state) {}
    let loaded = try loadKnowledge(root, parallel: parallel, clock: clock, memory: memory)
    let build = try SiteBuild(
      loaded, templates: folder.path + "/templates",
      search: SearchRecordFile(in: folder.path + "/" + state), parallel: parallel, clock: clock)
    let publication = try Publication(to: folder.path + "/" + output, in: stateFolder)
    try build.stage(to: publication)
    let summary = try publication.finish()
    try memory.save()
    return summary.written
  }

  private func write(_ files: [String: String], before: [String: String]) throws {
    for path in before.keys where files[path] == nil { try Files.remove(folder.path + "/" + path) }
    try folder.write(files.filter { before[$0.key] != $0.value })
  }

  @Test("builds after any edit what a clean build makes, byte for byte", arguments: 1...4)
  func edits(seed: Int) throws {
    var content = EditedContent(seed: UInt64(seed))
    try write(content.files, before: [:])
    var memory = BuildMemory(in: folder.path + "/.state")
    _ = try build("warm", state: ".state", memory)
    for step in 0..<50 {
      let before = content.files
      content.edit()
      try write(content.files, before: before)
      if step % 5 == 4 {
        // Another process comes, with what is on the disk; now and then there is nothing, or rubbish.
        if step % 15 == 14 {
          for name in ["facts", "mentions", "search-files"] {
            try Files.write([1, 2, 3], to: folder.path + "/.state/" + name)
          }
        }
        memory = BuildMemory(in: folder.path + "/.state")
      }
      _ = try build("warm", state: ".state", memory)
      try Files.removeTree(folder.path + "/clean")
      try Files.removeTree(folder.path + "/.clean")
      _ = try build("clean", state: ".clean", memory.languagesAlone())
      let warm = try folder.tree("warm")
      let clean = try folder.tree("clean")
      #expect(warm.keys.sorted() == clean.keys.sorted(), "step \(step)")
      for (path, text) in clean where warm[path] != text {
        Issue.record("step \(step): \(path) differs")
      }
    }
  }

  @Test("renders after an edit only what shows the article, and nothing where nothing changed")
  func rendersLittle() throws {
    let memory = BuildMemory(in: folder.path + "/.state")
    try folder.write([
      "content/site.yml": "title: {sv: Prov}\nlanguages: [sv]\n",
      "content/sv/a.md": "# Kluster\n\nEtt kluster är en grupp av företag som samverkar.\n",
      "content/sv/b.md": "# Licens\n\nEn licens är en rätt att använda något som andra äger.\n",
    ])
    _ = try build("public", state: ".state", memory)
    #expect(try build("public", state: ".state", memory) == 0)
    let licence = try #require(Files.status(folder.path + "/public/sv/begrepp/licens.html"))
    try folder.write([
      "content/sv/a.md": "# Kluster\n\nEtt kluster är en grupp av bolag som samverkar.\n"
    ])
    #expect(try build("public", state: ".state", memory) > 0)
    #expect(Files.status(folder.path + "/public/sv/begrepp/licens.html") == licence)
    let text = try #require(folder.text("public/sv/begrepp/kluster.html"))
    #expect(text.contains("en grupp av bolag"))
  }

  @Test("links a concept that is new in the articles that named it before")
  func newConcept() throws {
    let memory = BuildMemory(in: folder.path + "/.state")
    try folder.write([
      "content/site.yml": "title: {sv: Prov}\nlanguages: [sv]\n",
      "content/sv/a.md":
        "# Kluster\n\nEtt kluster är en grupp av företag. Några av dem har en licens.\n",
    ])
    _ = try build("public", state: ".state", memory)
    #expect(folder.text("public/sv/artiklar/a.html")?.contains(">licens</a>") == false)
    try folder.write([
      "content/sv/b.md": "# Licens\n\nEn licens är en rätt att använda något som andra äger.\n"
    ])
    _ = try build("public", state: ".state", memory)
    #expect(folder.text("public/sv/artiklar/a.html")?.contains(">licens</a>") == true)
    try Files.remove(folder.path + "/content/sv/b.md")
    _ = try build("public", state: ".state", memory)
    #expect(folder.text("public/sv/artiklar/a.html")?.contains(">licens</a>") == false)
    #expect(!Files.exists(folder.path + "/public/sv/artiklar/b.html"))
  }

  @Test("discards facts that are damaged, cut short or of another kind")
  func damagedFacts() throws {
    let memory = BuildMemory(in: folder.path)
    try folder.write([
      "content/site.yml": "title: {sv: Prov}\nlanguages: [sv]\n",
      "content/sv/a.md": "# Kluster\n\nEtt kluster är en grupp av företag som samverkar.\n",
    ])
    _ = try build("public", state: ".state", memory)
    let bytes = try Files.read(folder.path + "/facts")
    #expect(FactsFile.entries(bytes).count == 1)
    #expect(FactsFile.bytes(FactsFile.entries(bytes)) == bytes)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(FactsFile.entries(Array(bytes[..<end])).isEmpty)
    }
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var other = bytes
      other[place] ^= 0x10
      #expect(FactsFile.entries(other).isEmpty)
    }
  }

  @Test("discards mentions that are damaged, cut short or of another text")
  func damagedMentions() throws {
    let file = MentionFile([])
    #expect(file.isEmpty)
    var mentions = ArticleMentions()
    mentions.items = [
      .init(term: 7, range: 5..<9, sentence: 0..<20, isLinked: true),
      .init(term: 300, range: 400..<520, sentence: 390..<20_000, isLinked: false),
    ]
    mentions.ambiguous = [FoundMention(range: 2..<4, sentence: 0..<20, terms: [1, 200])]
    let key = Fingerprint(high: 1, low: .max)
    file.keep(mentions, of: "sv/a.md", key)
    let bytes = try #require(file.news())
    #expect(file.news() == nil)
    let read = MentionFile(bytes)
    let known = try #require(read.mentions(of: "sv/a.md", key))
    #expect(known.items == mentions.items)
    #expect(known.ambiguous == mentions.ambiguous)
    #expect(read.mentions(of: "sv/a.md", Fingerprint(high: 1, low: 0)) == nil)
    #expect(read.mentions(of: "sv/b.md", key) == nil)
    for end in bytes.indices { #expect(MentionFile(Array(bytes[..<end])).isEmpty) }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x10
      #expect(MentionFile(other).isEmpty)
    }
  }

  @Test("discards what is known of the search where it is damaged or cut short")
  func damagedSearchRecord() throws {
    let key = Fingerprint(high: 3, low: 4)
    let record = SearchRecord(key: key, files: [[key, Fingerprint(high: 5, low: 6)], []])
    let bytes = SearchRecordFile.bytes(record)
    #expect(SearchRecordFile.record(bytes) == record)
    for end in bytes.indices { #expect(SearchRecordFile.record(Array(bytes[..<end])) == nil) }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x10
      #expect(SearchRecordFile.record(other) == nil)
    }
  }
}
