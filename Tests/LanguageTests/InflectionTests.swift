import Testing

@testable import Language

@Suite struct InflectionTests {
  static let catalog = LanguageCatalog.load().value

  static func inflection(_ code: LanguageCode) throws -> Inflection {
    try #require(catalog[code]).inflection
  }

  @Test(
    "a phrase is brought to its dictionary form",
    arguments: [
      ("sv", "horisontella nätverk", "horisontellt nätverk"),
      ("sv", "konglomerata fusioner", "konglomerat fusion"),
      ("sv", "klustret", "kluster"), ("sv", "strategiska allianser", "strategisk allians"),
      ("sv", "universitetsanknutna inkubatorer", "universitetsanknuten inkubator"),
      ("sv", "en strategisk allians", "strategisk allians"),
      ("sv", "den strategiska alliansen", "strategisk allians"),
      ("sv", "examen", "examen"), ("sv", "partner", "partner"), ("sv", "Kluster", "kluster"),
      ("sv", "McDonald's", "McDonald's"), ("sv", "EU", "EU"), ("sv", "IT-kluster", "IT-kluster"),
      ("sv", "IT-klustren", "IT-kluster"),
      ("sv", "Formellt och informellt samarbete", "formellt och informellt samarbete"),
      ("sv", "fusioner och förvärv", "fusion och förvärv"),
      ("sv", "förvärv av företag", "förvärv av företag"),
      ("sv", "Triple Helix", "Triple Helix"), ("sv", "Sverige", "Sverige"),
      ("sv", "joint ventures", "joint venture"),
      ("sv", "små och medelstora företag", "små och medelstora företag"),
      ("sv", "gröna obligationer", "grön obligation"), ("sv", "säkra källor", "säker källa"),
      ("sv", "gamla mallar", "gammal mall"), ("sv", "tunna skikt", "tunt skikt"),
      ("sv", "täckgrödor", "täckgröda"), ("sv", "stränder", "strand"), ("sv", "titlar", "titel"),
      ("sv", "kontaktpersoner", "kontaktperson"), ("sv", "scheman", "schema"),
      ("sv", "byråer", "byrå"), ("sv", "symptom", "symptom"),
      ("sv", "delat tak", "delat tak"), ("sv", "delade bilar", "delad bil"),
      ("nb", "Klyngene", "klynge"), ("nb", "anbudskonsortier", "anbudskonsortium"),
      ("nb", "strategiske allianser", "strategisk allianse"),
      ("nb", "uformelle samarbeid", "uformelt samarbeid"),
      ("nb", "et uformelt samarbeid", "uformelt samarbeid"), ("nb", "partner", "partner"),
      ("nb", "åpne nettverk", "åpent nettverk"), ("nb", "leverandørene", "leverandør"),
      ("nb", "verdikjedene", "verdikjede"), ("nb", "de lokale klyngene", "lokal klynge"),
      ("nb", "sentrene", "senter"), ("nb", "SMB", "SMB"),
      ("nb", "integrerte løsninger", "integrert løsning"),
      ("nb", "grønne obligasjoner", "grønn obligasjon"), ("nb", "sikre lån", "sikkert lån"),
      ("nb", "doble vegger", "dobbel vegg"), ("nb", "gamle avtaler", "gammel avtale"),
      ("nb", "dekkvekster", "dekkvekst"), ("nb", "titler", "tittel"), ("nb", "somre", "sommer"),
      ("nb", "bryggerier", "bryggeri"), ("nb", "allergier", "allergi"), ("nb", "knær", "kne"),
      ("nb", "akvarier", "akvarium"), ("nb", "kontoer", "konto"), ("nb", "byråer", "byrå"),
    ])
  func dictionaryForm(_ code: String, _ phrase: String, _ expected: String) throws {
    #expect(try Self.inflection(LanguageCode(code)).dictionaryForm(of: phrase) == expected)
  }

  @Test("a word in a place where only a noun stands is definite by its ending")
  func definite() throws {
    let swedish = try Self.inflection("sv")
    #expect(swedish.isDefinite("taket", isInflected: true))
    #expect(!swedish.isDefinite("tak", isInflected: true))
    #expect(try Self.inflection("nb").isDefinite("skruene", isInflected: true))
  }
}
