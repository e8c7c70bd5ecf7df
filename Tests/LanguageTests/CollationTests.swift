import Testing

@testable import Language

@Suite struct CollationTests {
  static let catalog = LanguageCatalog.load().value

  static func collation(_ code: LanguageCode) throws -> Collation {
    try #require(catalog[code]).collation
  }

  @Test(
    "words stand in the order of CLDR",
    arguments: [("sv", swedishOrder), ("nb", norwegianOrder)] as [(LanguageCode, String)])
  func order(_ code: LanguageCode, _ fixture: String) throws {
    let collation = try Self.collation(code)
    let words = fixture.split(separator: "\n").map(String.init)
    #expect(words.count > 300)
    // Reversed, so that a sort that leaves equal words as they were does not help.
    let sorted = words.reversed().map { (key: collation.sortKey($0), word: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.word)
    #expect(sorted == words)
  }

  @Test(
    "the index has the letters of the alphabet",
    arguments: [
      ("sv", "allians", "A"), ("sv", "ängel", "Ä"), ("sv", "Östersjön", "Ö"), ("sv", "över", "Ö"),
      ("sv", "ångest", "Å"), ("sv", "a\u{30A}ngest", "Å"), ("sv", "aa", "A"), ("sv", "élan", "E"),
      ("sv", "übung", "Y"), ("sv", "ørn", "Ö"), ("sv", "ære", "Ä"), ("sv", "Wallin", "W"),
      ("sv", "3M", "0–9"), ("sv", "”kluster”", "K"), ("sv", "(nav)", "N"), ("sv", "", "#"),
      ("sv", "&", "#"), ("sv", "Ωmega", "#"), ("sv", "žurnal", "Z"), ("sv", "œuvre", "Ö"),
      ("nb", "Aasen", "Å"), ("nb", "ås", "Å"), ("nb", "ærlig", "Æ"), ("nb", "Øst", "Ø"),
      ("nb", "ögon", "Ø"), ("nb", "ängel", "Æ"), ("nb", "idé", "I"), ("nb", "þing", "T"),
    ] as [(LanguageCode, String, String)])
  func letter(_ code: LanguageCode, _ word: String, _ letter: String) throws {
    #expect(try Self.collation(code).letter(word) == letter)
  }

  @Test("only equal texts have equal keys")
  func distinctKeys() throws {
    let collation = try Self.collation("sv")
    let texts = ["co-op", "co\u{AD}-op", "é", "e\u{301}", "Ω", "ω", "\u{1F600}", "\u{1F601}", ""]
    #expect(Set(texts.map { collation.sortKey($0) }).count == texts.count)
  }
}
