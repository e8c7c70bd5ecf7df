import Diagnostics
import Testing

@testable import Language

@Suite struct InterfaceStringsTests {
  /// The strings of a language of our own, `xx`, and what was found amiss with it.
  static func strings(_ interface: String) throws -> (strings: InterfaceStrings, faults: [String]) {
    let text = "language: xx\ninterface:\n" + interface
    let loaded = LanguageCatalog.load(overrides: [("languages/xx.yml", Array(text.utf8))])
    let faults = loaded.diagnostics.map(\.message).filter { !$0.contains("lacks the text") }
      .filter { !$0.contains("which 'xx' has") }
    return (try #require(loaded.value["xx"]).interface, faults)
  }

  @Test("texts are found by dotted key and their places filled")
  func plain() throws {
    let (strings, faults) = try Self.strings("  box:\n    hint: 'Find {what} in {where}'\n")
    #expect(faults == [])
    #expect(strings.text("box.hint", ["what": "a", "where": "b"]) == "Find a in b")
    #expect(strings.text("box.hint", ["what": "{where}", "where": "b"]) == "Find {where} in b")
    #expect(strings.text("box.hint", ["what": "a"]) == "Find a in {where}")
    #expect(strings["box.none"] == "box.none")
    #expect(strings.contains("box.hint") && !strings.contains("box"))
  }

  @Test("a number chooses between one and other")
  func counted() throws {
    let (strings, _) = try Self.strings("  hits: {one: 'one hit', other: '{count} hits for {q}'}\n")
    #expect(strings.text("hits", count: 1, ["q": "a"]) == "one hit")
    #expect(strings.text("hits", count: 0, ["q": "a"]) == "0 hits for a")
    #expect(strings.text("hits", count: 12, ["q": "a"]) == "12 hits for a")
  }

  @Test("stray braces are text")
  func braces() throws {
    let (strings, _) = try Self.strings("  a: '{b'\n  c: 'x} {} {d}'\n")
    #expect(strings.text("a", ["b": "1"]) == "{b")
    #expect(strings.text("c", ["d": "1"]) == "x} {} 1")
  }

  @Test("what a language lacks, or has with other places, is reported")
  func compared() {
    let xx = "language: xx\ninterface: {only-here: a, both: 'x {a}'}\n"
    let yy = "language: yy\ninterface: {both: 'y {b}'}\n"
    let loaded = LanguageCatalog.load(overrides: [
      ("languages/xx.yml", Array(xx.utf8)), ("languages/yy.yml", Array(yy.utf8)),
    ])
    let messages = loaded.diagnostics.filter { $0.location.file == "languages/yy.yml" }
      .map(\.message).filter { $0.contains("only-here") || $0.contains("both") }
    #expect(
      messages.sorted() == [
        "the interface of 'yy' lacks the text 'only-here', which 'xx' has",
        "the places {…} of 'both' in 'yy' differ from those in 'xx'",
      ])
  }

  @Test("a list is no text")
  func lists() throws {
    #expect(try Self.strings("  a: [b]\n").faults == ["expected a text for 'a'"])
  }
}
