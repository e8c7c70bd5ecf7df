import Testing

@testable import Language

@Suite struct CompoundTests {
  static let catalog = LanguageCatalog.load().value

  static func inflection(_ code: LanguageCode) throws -> Inflection {
    try #require(catalog[code]).inflection
  }

  @Test(
    "a compound has the head that it ends in",
    arguments: [
      ("kunskapskluster", "kluster", true), ("IT-kluster", "kluster", true),
      ("leverantörsallians", "allians", true), ("kluster", "kluster", false),
      ("strategisk allians", "allians", false), ("sport", "ort", false), ("roman", "man", false),
      ("klusterledare", "kluster", false),
    ])
  func heads(_ word: String, _ head: String, _ expected: Bool) throws {
    #expect(try Self.inflection("sv").isCompound(word, withHead: head) == expected)
  }

  @Test(
    "a compound is cut into known words",
    arguments: [
      ("sv", "leverantörsallians", ["leverantör", "allians"]),
      ("sv", "klusterledare", ["kluster", "ledare"]), ("sv", "IT-kluster", nil),
      ("sv", "kunskapskluster", ["kunskap", "kluster"]), ("sv", "kluster", nil),
      ("sv", "gatukontor", nil), ("sv", "arbetsmarknadspolitik", ["arbete", "marknad", "politik"]),
      ("nb", "klyngeleder", ["klynge", "leder"]),
      ("nb", "kunnskapsklynge", ["kunnskap", "klynge"]),
      ("nb", "", nil),
    ] as [(LanguageCode, String, [String]?)])
  func split(_ code: LanguageCode, _ word: String, _ parts: [String]?) throws {
    let known: Set<String> = [
      "leverantör", "allians", "kluster", "ledare", "kunskap", "arbete", "arbet", "marknad",
      "politik", "klynge", "leder", "kunnskap",
    ]
    let found = try Self.inflection(code).split(compound: word) { known.contains($0) }
    #expect(found?.map { $0 == "arbet" ? "arbete" : $0 } == parts)
  }

  @Test(
    "the head of a term is its noun",
    arguments: [
      ("strategisk allians", "allians"), ("kluster", "kluster"), ("förvärv av företag", "förvärv"),
      ("fusioner och förvärv", "förvärv"), ("", ""),
    ])
  func head(_ term: String, _ head: String) throws {
    #expect(try Self.inflection("sv").head(of: term) == head)
  }

  @Test(
    "phrases that differ in inflection alone have one key",
    arguments: [
      ("sv", "den strategiska alliansen", "Strategiska allianser", true),
      ("sv", "minskade kostnader", "minskad kostnad", true),
      ("sv", "Klustrens", "ett kluster", true),
      ("sv", "licensgivare", "licenstagare", false), ("sv", "nätverk", "nätverkare", false),
      ("nb", "de lokale klyngene", "lokal klynge", true), ("nb", "lisens", "lisenstaker", false),
    ] as [(LanguageCode, String, String, Bool)])
  func keys(_ code: LanguageCode, _ a: String, _ b: String, _ areEqual: Bool) throws {
    let inflection = try Self.inflection(code)
    #expect((inflection.lemmaKey(of: a) == inflection.lemmaKey(of: b)) == areEqual)
  }

  @Test(
    "verbs and other words are no forms of a noun",
    arguments: [
      ("sv", "nätverk", ["nätverkar", "nätverka", "nätverkare"]),
      ("sv", "fusion", ["fusionera", "fusionerade"]),
      ("sv", "förvärv", ["förvärvar", "förvärvade"]),
      ("sv", "samarbete", ["samarbetar", "samarbeta"]),
      ("sv", "licens", ["licensiera", "licentiat"]),
      ("sv", "köp", ["köper", "köpa"]), ("sv", "allians", ["allierad", "alliera"]),
      ("nb", "samarbeid", ["samarbeider", "samarbeide"]), ("nb", "fusjon", ["fusjonere"]),
      ("nb", "oppkjøp", ["oppkjøper"]), ("nb", "kjede", ["kjedet"]), ("nb", "partner", ["partn"]),
    ] as [(LanguageCode, String, [String])])
  func noVerbs(_ code: LanguageCode, _ term: String, _ others: [String]) throws {
    let forms = try Self.inflection(code).forms(of: term)
    #expect(others.filter(forms.contains) == [])
  }

  @Test(
    "no text makes inflection fail",
    arguments: ["", " ", "-", "s", "é", "\u{0}", "och", "av av", "a och", "och b"])
  func anyText(_ text: String) throws {
    for code in Self.catalog.codes {
      let inflection = try Self.inflection(code)
      _ = inflection.dictionaryForm(of: text)
      _ = inflection.lemmaKey(of: text)
      #expect(inflection.forms(of: text).allSatisfy { !$0.isEmpty })
    }
  }

  @Test(
    "a term stands for another where gender and plural are alike",
    arguments: [
      ("sv", "klunga", "allians", true), ("sv", "kluster", "nätverk", true),
      ("sv", "klunga", "kluster", false), ("sv", "kluster", "konsortium", false),
      ("sv", "strategiskt nätverk", "strategisk allians", false), ("sv", "klunga", "xyzzy", false),
      ("nb", "allianse", "avtale", true), ("nb", "nettverk", "allianse", false),
      ("nb", "foretak", "selskap", true), ("nb", "foretak", "konsortium", false),
      ("nb", "", "", false),
    ] as [(LanguageCode, String, String, Bool)])
  func agreement(_ code: LanguageCode, _ term: String, _ other: String, _ expected: Bool) throws {
    #expect(try Self.inflection(code).agrees(term, with: other) == expected)
    #expect(try Self.inflection(code).agrees(other, with: term) == expected)
  }
}
