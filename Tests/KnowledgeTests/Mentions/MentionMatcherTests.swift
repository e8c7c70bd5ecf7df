import Language
import Testing

@testable import Knowledge

@Suite struct MentionMatcherTests {
  static let catalog = LanguageCatalog.load().value

  struct Case: CustomStringConvertible {
    var code: LanguageCode
    var terms: [String]
    var text: String
    /// Each mention as `offset surface => term`.
    var expected: [String]
    var description: String { "\(code) \(terms): \(text)" }
  }

  /// Takes the brackets out of a text and notes what stood in them.
  static func parse(_ entry: Substring) -> Case {
    let parts = entry.split(separator: "|", maxSplits: 2).map(trimmed)
    let terms = parts[1].split(separator: ";").map(trimmed)
    var text = ""
    var expected: [String] = []
    var rest = parts[2][...]
    while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)..<close].split(separator: "=")
      expected.append(
        "\(text.utf8.count) \(inner[0]) => \(inner.count > 1 ? String(inner[1]) : terms[0])")
      text += inner[0]
      rest = rest[rest.index(after: close)...]
    }
    return Case(
      code: LanguageCode(parts[0]), terms: terms, text: text + rest, expected: expected)
  }

  static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }

  static let cases: [Case] = {
    var entries: [String] = []
    for line in mentionCases.split(separator: "\n") {
      // A line without a language goes on with the text of the one before it.
      if line.hasPrefix("sv |") || line.hasPrefix("nb |") {
        entries.append(String(line))
      } else {
        entries[entries.count - 1] += "\n" + line
      }
    }
    return entries.map { parse($0[...]) }
  }()

  static func mentions(_ text: String, _ terms: [MentionTerm], _ code: LanguageCode) throws
    -> [String]
  {
    let matcher = MentionMatcher(terms: terms, pack: try #require(catalog[code]))
    let bytes = Array(text.utf8)
    return matcher.mentions(in: bytes).map { found in
      let surface = String(decoding: bytes[found.range], as: UTF8.self)
      let names = found.terms.map { terms[$0].text }.joined(separator: "/")
      return "\(found.range.lowerBound) \(surface) => \(names)"
    }
  }

  @Test("terms are found in all their forms, and nothing else is", arguments: cases)
  func found(_ example: Case) throws {
    let terms = example.terms.enumerated().map { MentionTerm(text: $1, concept: $0) }
    #expect(try Self.mentions(example.text, terms, example.code) == example.expected)
  }

  @Test("an editor adds forms and takes some away")
  func editedForms() throws {
    let term = MentionTerm(
      text: "nav", concept: 0, extraForms: ["navarna"], excludedForms: ["Naven"])
    #expect(
      try Self.mentions("navet, naven och navarna", [term], "sv")
        == ["0 navet => nav", "17 navarna => nav"])
  }

  @Test("terms of one concept do not make each other ambiguous, those of two do")
  func ambiguous() throws {
    func terms(_ concepts: Int, _ other: Int) -> [MentionTerm] {
      [
        MentionTerm(text: "led", concept: concepts, extraForms: ["lederna"]),
        MentionTerm(text: "ledare", concept: other, extraForms: ["lederna"]),
      ]
    }
    #expect(try Self.mentions("om lederna", terms(0, 0), "sv") == ["3 lederna => led"])
    #expect(try Self.mentions("om lederna", terms(0, 1), "sv") == ["3 lederna => led/ledare"])
    #expect(try Self.mentions("en ledare", terms(0, 1), "sv") == ["3 ledare => ledare"])
  }

  @Test("a form that is one term's dictionary form is that term")
  func dictionaryFormWins() throws {
    let terms = [MentionTerm(text: "värd", concept: 0), MentionTerm(text: "värden", concept: 1)]
    #expect(try Self.mentions("flera värden", terms, "sv") == ["6 värden => värden"])
  }

  @Test("mentions come with their sentence")
  func sentences() throws {
    let text = "Först ett ord. Sedan ett kluster här. Slut."
    let matcher = MentionMatcher(
      terms: [MentionTerm(text: "kluster", concept: 0)], pack: try #require(Self.catalog["sv"]))
    let found = matcher.mentions(in: Array(text.utf8))
    #expect(
      found.map { Array(text.utf8)[$0.sentence] } == [Array("Sedan ett kluster här.".utf8)[...]])
  }

  @Test(
    "no bytes make the matcher fail",
    arguments: [
      [], [0x20], [0xFF, 0xFE], [0xC3], Array("kluster".utf8) + [0xC3], Array("-kluster-".utf8),
      Array("kluster\n\n\nkluster".utf8), Array(repeating: 0x22, count: 500),
      Array(String(repeating: "kluster-", count: 300).utf8),
      Array(String(repeating: "(\"", count: 300).utf8) + Array("Kluster".utf8),
    ] as [[UInt8]])
  func anyBytes(_ bytes: [UInt8]) throws {
    let matcher = MentionMatcher(
      terms: [MentionTerm(text: "kluster", concept: 0)], pack: try #require(Self.catalog["sv"]))
    for found in matcher.mentions(in: bytes) {
      #expect(String(decoding: bytes[found.range], as: UTF8.self).lowercased() == "kluster")
      #expect(found.sentence.contains(found.range.lowerBound))
    }
  }

  @Test("no term makes the matcher fail", arguments: ["", " ", "-", "--", "a/b", "”", "\n", "C++"])
  func anyTerm(_ term: String) throws {
    let terms = [MentionTerm(text: term, concept: 0), MentionTerm(text: "nav", concept: 1)]
    #expect(try Self.mentions("ett nav", terms, "sv") == ["4 nav => nav"])
  }
}
