import Diagnostics
import Testing

@testable import Language

@Suite struct LanguageCatalogTests {
  @Test("the built-in packs load without a fault")
  func builtIn() {
    let loaded = LanguageCatalog.load()
    #expect(loaded.diagnostics == [])
    #expect(loaded.value.codes == ["nb", "sv"])
    #expect(loaded.value["sv"]?.name == "svenska")
    #expect(loaded.value["nb"]?.name == "norsk bokmål")
    #expect(loaded.value["no"]?.code == "nb")
    #expect(loaded.value["da"] == nil)
  }

  static func catalog(_ files: (String, String)...) -> Diagnosed<LanguageCatalog> {
    LanguageCatalog.load(overrides: files.map { ($0.0, Array($0.1.utf8)) })
  }

  /// Findings as `line:column rule`.
  static func places(_ loaded: Diagnosed<LanguageCatalog>) -> [String] {
    loaded.diagnostics.filter { !$0.message.contains("interface") }
      .map { "\($0.location.start.line):\($0.location.start.column) \($0.rule.rawValue)" }
  }

  @Test("a pack beside the content adds a language")
  func added() {
    let loaded = Self.catalog(
      ("languages/da.yml", "language: da\nname: dansk\nalphabet:\n  letters: [a, b, å]\n"))
    #expect(Self.places(loaded) == [])
    #expect(loaded.value.codes == ["da", "nb", "sv"])
    #expect(loaded.value["da"]?.name == "dansk")
    #expect(loaded.value["da"]?.collation.letter("Årstid") == "Å")
  }

  @Test("a pack beside the content changes a built-in one key by key")
  func overridden() throws {
    let loaded = Self.catalog(
      (
        "languages/sv.yml",
        "language: sv\nstop-words: [foo]\ninflection:\n  nouns:\n    words:\n      or: blaska\n"
      ))
    #expect(Self.places(loaded) == [])
    let pack = try #require(loaded.value["sv"])
    #expect(pack.name == "svenska")
    #expect(pack.stopWords == ["foo"])
    #expect(pack.inflection.forms(of: "blaska").contains("blaskorna"))
    #expect(pack.inflection.forms(of: "allians").contains("allianserna"))
  }

  @Test("a rule that requires what no rule can require is told so")
  func requirements() {
    let loaded = Self.catalog(
      (
        "languages/da.yml",
        """
        language: da
        name: dansk
        definitions:
          - {id: means, require: [class, clas], pattern: "{term} betyder {gloss}"}

        """
      ))
    #expect(Self.places(loaded) == ["4:34 invalid-value"])
    #expect(loaded.diagnostics.contains { $0.message.hasSuffix("that is called 'clas'") })
  }

  @Test("faults in a pack have line and column and leave the rest in use")
  func faults() {
    let loaded = Self.catalog(
      ("languages/sv.yml", "language: sv\nname: [a]\nalphabet:\n  leters: a b\n"))
    #expect(Self.places(loaded) == ["2:7 invalid-value", "4:3 unknown-key"])
    #expect(loaded.value["sv"]?.collation.letter("östra") == "Ö")
  }

  @Test(
    "what is no pack is a diagnostic",
    arguments: [
      ("", "1:1 invalid-value"), ("- a\n", "1:1 invalid-value"),
      ("name: x\n", "1:1 invalid-value"), ("language: 'a/b'\n", "1:11 invalid-value"),
      ("language: sv\n  name: [\n", "2:7 bad-yaml"),
      ("language: sv\nlanguage: sv\n", "1:1 bad-yaml"),
      ("language: sv\nname: *a\n", "2:7 bad-yaml"),
      ("language: da\nname: {? [a] : b}\n", "2:7 invalid-value"),
    ])
  func notAPack(_ text: String, _ expected: String) {
    let loaded = Self.catalog(("languages/x.yml", text))
    #expect(Self.places(loaded).first == expected)
    #expect(loaded.value["sv"]?.name == "svenska")
  }

  @Test("nesting without end is refused, not followed", arguments: ["[", "- ", "{a: ", "? "])
  func deep(_ mark: String) {
    let loaded = Self.catalog(("languages/x.yml", String(repeating: mark, count: 5000)))
    #expect(Self.places(loaded) == ["1:1 bad-yaml"])
  }
}
