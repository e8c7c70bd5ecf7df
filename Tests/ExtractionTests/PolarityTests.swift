import Testing

@testable import Extraction
@testable import Language

@Suite("What words say of whether something is wanted")
struct PolarityTests {
  @Test(
    "tells benefits from drawbacks; less of what is unwanted is wanted",
    arguments: [
      ("sv", "bruksanvisningarna är krångliga", Polarity.Orientation.negative),
      ("sv", "personalen trivs", .positive), ("sv", "det blir färre konflikter", .positive),
      ("sv", "taket är rött", nil), ("sv", "bättre lön men sämre arbetstider", nil),
      ("sv", "liten frihet att välja", nil), ("nb", "papirmølla tar overhånd", .negative),
      ("nb", "de ansatte trives", .positive), ("nb", "det blir færre konflikter", .positive),
      ("nb", "taket er rødt", nil),
    ] as [(LanguageCode, String, Polarity.Orientation?)])
  func orientation(_ code: LanguageCode, _ text: String, _ expected: Polarity.Orientation?) throws {
    let polarity = try #require(LanguageCatalog.load().value[code]).rules.polarity
    let words = text.split(separator: " ").map { CaseFolding.lowercased($0.utf8) }
    #expect(polarity.orientation(of: words) == expected)
  }

  static let readings = [
    Reading(
      "a paragraph may open the other side of what a heading lets one guess", "sv",
      """
      ## Vem tjänar på saken?

      Priset pressas, och handlaren blir mindre beroende av en enda leverantör.

      Auktoriserade återförsäljare, som har bekostat skyltfönster, får se andra åka snålskjuts. Det \
      händer också att varor skadar märkets anseende.

      """,
      [
        "benefit: priset pressas", "benefit: handlaren blir mindre beroende av en enda leverantör",
        "drawback: auktoriserade återförsäljare får se andra åka snålskjuts",
        "drawback: varor skadar märkets anseende",
      ]),
    Reading(
      "what a guess begins with may be what benefits are had of", "sv",
      "## Varför underhålla?\n\nEtt stopp kostar 40 000 kronor. Med service blir stoppen färre.\n",
      ["benefit: ett stopp kostar 40 000 kronor", "benefit: med service blir stoppen färre"]),
    Reading(
      "what a heading says outright holds", "sv",
      "## Fördelar\n\nKrångliga ärenden löses av dem som kan dem.\n",
      ["benefit: krångliga ärenden löses av dem som kan dem"]),
    Reading(
      "a paragraph that tells of nothing wanted or unwanted makes no points", "nb",
      "## Hvorfor gjøre det?\n\nKøene krymper.\n\nPå fagspråket støter du på et annet navn.\n",
      ["benefit: køene krymper"]),
  ]

  @Test(arguments: readings)
  func read(_ reading: Reading) throws { try reading.check() }

  @Test("shapes match whole words, beginnings, endings and parts")
  func shapes() {
    let shapes = WordShapes(["dyr", "krångl*", "*brist", "*kostnad*"])
    for word in ["dyr", "krångligt", "personalbrist", "brist", "driftskostnaden"] {
      #expect(shapes.contains(CaseFolding.lowercased(word.utf8)), "\(word)")
    }
    for word in ["dyrka", "bristen", "kost", "å"] {
      #expect(!shapes.contains(CaseFolding.lowercased(word.utf8)), "\(word)")
    }
  }
}
