import Extraction
import Language
import Testing

@Suite("Cases that prose names without a heading that promises them")
struct NamedCasesTests {
  private func examples(_ text: String, _ language: LanguageCode) throws -> [String] {
    let title = language == "sv" ? "# Torkning\n\n" : "# Tørking\n\n"
    return try extracted(title + text, language).facts.filter { $0.facet == .example }.map(\.label)
  }

  @Test(
    "an organisation with its name is a case",
    arguments: [
      ("sv", "Företaget Granhöjd torkade allt sitt virke ute under två år.", "företaget Granhöjd"),
      (
        "sv", "I fjol lät fastighetsbolaget Kvarnudden torka tre källare på en vecka.",
        "fastighetsbolaget Kvarnudden"
      ),
      ("sv", "Sundvik kommun lät torka sitt arkiv efter den stora vattenläckan.", "Sundvik kommun"),
      ("sv", "Hos Norrskäret Virke rör det sig om tusen plankor i veckan.", "Norrskäret Virke"),
      (
        "sv", "På Lindgrens Såg i Vetlanda torkar man plankorna över panncentralen.",
        "Lindgrens Såg"
      ),
      ("nb", "Selskapet Granli tørket alt trevirket sitt ute i to år.", "selskapet Granli"),
      (
        "nb", "I fjor lot takstfirmaet Hovde & Sønn tørke tre kjellere på en uke.",
        "takstfirmaet Hovde & Sønn"
      ),
      (
        "nb", "Sundvik kommune fikk tørket arkivet sitt etter den store lekkasjen.",
        "Sundvik kommune"
      ),
      ("nb", "Hos Nordskjær Trelast dreier det seg om tusen planker i uken.", "Nordskjær Trelast"),
    ] as [(LanguageCode, String, String)])
  func organisations(language: LanguageCode, text: String, label: String) throws {
    #expect(try examples(text, language) == [label])
  }

  @Test(
    "what somebody can do, for example, is a case as a whole",
    arguments: [
      (
        "sv", "Ett sågverk kan till exempel låta spillvärmen torka flis åt grannarna.",
        "ett sågverk kan till exempel låta spillvärmen torka flis åt grannarna"
      ),
      (
        "sv", "I mars 2021 torkades exempelvis ett helt parti ek på nio dagar.",
        "i mars 2021 torkades exempelvis ett helt parti ek på nio dagar"
      ),
      (
        "nb", "Høsten 2019 ble for eksempel et helt parti eik tørket på ni dager.",
        "høsten 2019 ble for eksempel et helt parti eik tørket på ni dager"
      ),
      (
        "nb", "Et sagbruk kan for eksempel la spillvarmen tørke flis for naboene.",
        "et sagbruk kan for eksempel la spillvarmen tørke flis for naboene"
      ),
    ] as [(LanguageCode, String, String)])
  func instances(language: LanguageCode, text: String, label: String) throws {
    #expect(try examples(text, language).map { $0.lowercased() } == [label])
  }

  @Test(
    "who says so, who is asked, whom to turn to and what is only called so are no cases",
    arguments: [
      ("sv", "Enligt företaget Granhöjd tar det två år att torka virke ute."),
      ("sv", "I Gunilla Bergs material tar det två år att torka virke ute."),
      ("sv", "Vad hände när företaget Granhöjd lät torka sitt virke ute i två år?"),
      ("sv", "Företaget måste alltid torka sitt virke ute i minst två hela år."),
      ("sv", "Kontakta företaget Granhöjd på telefon om virket ska torkas i höst."),
      ("nb", "Ifølge selskapet Granli tar det to år å tørke trevirke ute."),
      ("nb", "I Gunhild Bergs materiale tar det to år å tørke trevirke ute."),
      ("nb", "Hva skjedde da selskapet Granli lot trevirket tørke ute i to år?"),
      ("nb", "Selskapet må alltid tørke trevirket sitt ute i minst to hele år."),
    ] as [(LanguageCode, String)])
  func noCases(language: LanguageCode, text: String) throws {
    #expect(try examples(text, language) == [])
  }

  @Test("a case is named once, with the sentence that tells of it")
  func once() throws {
    let text = """
      # Torkning

      Företaget Granhöjd torkade sitt virke ute. I dag torkar företaget Granhöjd allt inomhus i stället.
      """
    let found = try extracted(text, "sv").facts.filter { $0.facet == .example }
    #expect(found.map(\.label) == ["företaget Granhöjd"])
    #expect(found.map(\.explanation) == ["Företaget Granhöjd torkade sitt virke ute"])
    #expect(found.map(\.rule) == ["case.named"])
  }

  @Test("what a case did is not said of the subject")
  func noPoint() throws {
    let text = """
      # Torkning

      ## Fördelar

      Företaget Granhöjd sänkte sina kostnader med en tredjedel på bara två år.
      """
    let found = try extracted(text, "sv").facts
    #expect(found.map { "\($0.facet): \($0.label)" } == ["example: företaget Granhöjd"])
  }
}
