import Diagnostics
import Foundation
import Knowledge
import Testing

@testable import Commands

/// Every rule has a page, and content that fires it.
@Suite struct RuleTests {
  private static let pages =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/docs/rules"

  @Test("every rule has its page in docs/rules, and there is no other page")
  func pages() throws {
    let isRecording = ProcessInfo.processInfo.environment["BEGREPP_RECORD"] == "1"
    var expected: [String: String] = ["README.md": Self.index]
    for rule in Rule.allCases { expected[rule.rawValue + ".md"] = rule.markdown }
    if isRecording {
      try Files.makeFolder(Self.pages)
      for (name, text) in expected {
        try Files.write(Array(text.utf8), to: Self.pages + "/" + name)
      }
    }
    let names = try Files.names(in: Self.pages).map { String(decoding: $0, as: UTF8.self) }
    #expect(names.sorted() == expected.keys.sorted())
    for (name, text) in expected {
      #expect(try String(decoding: Files.read(Self.pages + "/" + name), as: UTF8.self) == text)
    }
  }

  /// The list of all pages.
  private static var index: String {
    "# Rules\n\nWhat `begrepp check` may find, as `begrepp check --rules` lists it.\n\n"
      + Rule.allCases.map { rule in
        "- [\(rule.rawValue)](\(rule.rawValue).md) (\(rule.severity.rawValue)): \(rule.page.title)\n"
      }.joined()
  }

  @Test("the pages say what the rule is called, in plain sentences", arguments: Rule.allCases)
  func words(rule: Rule) {
    #expect(!rule.page.title.hasSuffix("."))
    #expect(rule.page.meaning.hasSuffix(".") && !rule.page.meaning.contains("\n"))
    #expect(rule.page.remedy.hasSuffix(".") || rule.page.remedy.hasSuffix("."))
    #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test("every rule is fired by the content made for it", arguments: Rule.allCases)
  func fires(rule: Rule) throws {
    let files = try #require(FaultyContent.files[rule], "no content fires \(rule.rawValue)")
    let folder = try TemporaryFolder()
    try FaultyContent.write(files, to: folder)
    #expect(try Self.rules(in: folder).contains(rule))
  }

  /// The rules of all that is found in a knowledge base.
  private static func rules(in folder: TemporaryFolder) throws -> Set<Rule> {
    do {
      let found = try loadKnowledge(
        KnowledgeFolder(root: folder.path, shown: ""), parallel: Parallel(jobs: 1), clock: Clock())
      var faults: [FileFault] = []
      let catalogues = try CatalogueFiles.list([folder.path], &faults)
        .flatMap { try CatalogueImport(found).plan($0).diagnostics }
      return Set((found.diagnostics + catalogues).map(\.rule))
    } catch let fault as ConfigurationFault {
      return Set(fault.diagnostics.map(\.rule))
    }
  }
}

/// Small contents, each with the fault of one rule.
enum FaultyContent {
  /// Paths below `content/` and texts; U+FFFD stands for ä in Latin-1, and `->` begins the target of a link.
  static let files: [Rule: [String: String]] = [
    .unreadableFile: ["sv/a.md": "->nowhere.md"],
    .binaryFile: ["sv/a.md": "a\0b\0c"],
    .emptyArticle: ["sv/a.md": "---\ntitle: Tomt\n---\n"],
    .emptyContent: [:],
    .legacyEncoding: ["sv/a.md": "# Te\n\nTe \u{FFFD}r en dryck.\n"],
    .roughText: ["sv/a.md": "Om te\n\nTe är en dryck.\n\nFördelar\n\n• varmt\n• gott\n"],
    .badYAML: ["sv/a.md": "---\ntitle: [\n---\n\n# Te\n"],
    .unknownKey: ["sv/a.md": "---\ntilte: Te\n---\n\n# Te\n"],
    .invalidValue: ["sv/a.md": "---\ndate: i går\n---\n\n# Te\n"],
    .unknownLanguage: ["sv/a.md": "---\nlang: xx\n---\n\n# Te\n"],
    .duplicateID: ["concepts.yml": "- id: a\n  sv: te\n- id: a\n  sv: kopp\n"],
    .unknownConcept: ["concepts.yml": "- id: a\n  sv: te\n  broader: nowhere\n"],
    .unusedCorrection: [
      "concepts.yml": "- correct: sv/a.md\n  reject: [{facet: benefit, label: ingen}]\n",
      "sv/a.md": "# Te\n\nTe är en dryck.\n",
    ],
    .unknownDirective: ["sv/a.md": "# Te\n\n<!-- begrepp: virtues -->\n\n- gott\n"],
    .rawHTML: ["sv/a.md": "# Te\n\nTe är <b>gott</b>.\n"],
    .unsafeURL: ["sv/a.md": "# Te\n\nTe är [gott](javascript:x).\n"],
    .unsafeDrawing: ["sv/a.md": "# Te\n\nTe är gott.\n", "sv/a.svg": "<svg onload='x'/>"],
    .missingDefinition: ["concepts.yml": "- id: a\n  sv: te\n"],
    .ambiguousTerm: ["concepts.yml": "- id: a\n  sv: te\n- id: b\n  sv: te\n"],
    .relationCycle: [
      "concepts.yml": "- id: a\n  sv: te\n  broader: b\n- id: b\n  sv: dryck\n  broader: a\n"
    ],
    .duplicateAddress: [
      "sv/a.md": "---\nslug: te\n---\n\n# Te\n", "sv/b.md": "---\nslug: te\n---\n\n# Kopp\n",
    ],
    .identityConflict: [
      "concepts.yml": "- id: tea\n  sv: te\n- id: cup\n  nb: kopp\n",
      "sv/a.md": "---\nconcept: tea\n---\n\n# Te\n",
      "nb/a.md": "---\nconcept: cup\ntranslationOf: sv/a.md\n---\n\n# Kopp\n",
    ],
    .missingSubject: ["sv/a.md": "<!-- begrepp: benefits -->\n\n- Det är varmt.\n- Det är gott.\n"],
    .conflictingDefinitions: [
      "sv/a.md": "# Te\n\nTe är en dryck av torkade blad.\n",
      "sv/b.md": "# Kopp\n\nEn kopp är ett litet kärl. Te är en buske i Kina.\n",
    ],
    .circularDefinition: [
      "concepts.yml": "- id: a\n  sv: {term: te, definition: En dryck som är te.}\n"
    ],
    .deprecatedTerm: [
      "concepts.yml": "- id: a\n  sv: {term: te, deprecated: [thé]}\n",
      "sv/a.md": "# Kopp\n\nEn kopp är ett kärl. Man dricker thé ur den.\n",
    ],
    .mixedSpelling: ["concepts.yml": "- id: a\n  sv: e-handel\n- id: b\n  sv: ehandel\n"],
    .untranslatedConcept: ["sv/a.md": "# Te\n\nTe är en dryck.\n"],
    .unusedTerm: [
      "concepts.yml": "- id: a\n  sv: samovar\n", "sv/a.md": "# Te\n\nTe är en dryck.\n",
    ],
    .brokenLink: ["sv/a.md": "# Te\n\nSe [mer](nowhere.md).\n"],
    .relinked: ["sv/a.md": "# Te\n\nTe är en dryck.\n", "sv/b.md": "# Kopp\n\n[Te](the.md).\n"],
    .deadTranslation: ["nb/a.md": "---\ntranslationOf: sv/nowhere.md\n---\n\n# Te\n"],
    .duplicateTranslation: ["nb/a.md": "---\ntranslationOf: nb/a.md\n---\n\n# Te\n"],
    .unevenTranslation: [
      "sv/a.md": "# Te\n\n## Om te\n\n- a\n- b\n",
      "nb/a.md": "---\ntranslationOf: sv/a.md\n---\n\n# Te\n\n## Om te\n\n- a\n",
    ],
    .staleTranslation: [
      "sv/a.md": "# Te\n\nTe är en varm dryck.\n",
      "nb/a.md": "---\ntranslationOf: sv/a.md\n---\n\n# Te\n\nTe er en drikk.\n",
      ".translated/nb/a.md": "# Te\n\nTe är en dryck.\n",
    ],
    .badConfirmation: [
      "sv/a.md": "# Te\n\nTe är en varm dryck.\n",
      "nb/a.md": "---\ntranslationOf: sv/a.md\n---\n\n# Te\n\nTe er en drikk.\n",
      ".translated/nb/a.md": "# Te\n\nTe \u{FFFD}r en dryck.\n",
    ],
    .wrongLanguage: [
      "sv/a.md":
        "# Te\n\nDette er en tekst som ikke er skrevet på svensk, men som noen har lagt i feil "
        + "mappe. Hva gjør vi med den? Vi spør hvem som har skrevet den, og flytter den.\n"
    ],
    .badCatalogue: ["sv/a.md": "# Te\n", "../te.po": "msgid \"\nmsgstr \"\"\n"],
    .outdatedCatalogue: [
      "sv/a.md": "# Te\n",
      "../te.po":
        "msgid \"\"\nmsgstr \"Language: nb\\nX-Begrepp-Source: sv/a.md\\n\"\n\nmsgid \"Kaffe\"\nmsgstr \"\"\n",
    ],
    .emptyFacet: ["sv/a.md": "# Te\n\nTe är en dryck.\n\n## Fördelar\n\nVarför regnar det?\n"],
  ]

  static func write(_ files: [String: String], to folder: TemporaryFolder) throws {
    try folder.write(["content/site.yml": "title: Prov\nlanguages: [sv, nb]\n"])
    for (path, text) in files {
      let target = folder.path + "/content/" + path
      try Files.makeFolder(Path.parent(target) ?? folder.path)
      if text.hasPrefix("->") {
        symlink(String(text.dropFirst(2)), target)
        continue
      }
      let bytes = text.unicodeScalars.flatMap { scalar in
        scalar == "\u{FFFD}" ? [0xE4] : Array(String(Character(scalar)).utf8)
      }
      try Files.write(bytes, to: target)
    }
  }
}
