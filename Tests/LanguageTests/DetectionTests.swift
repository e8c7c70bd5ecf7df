import Testing

@testable import Language

@Suite struct DetectionTests {
  static let catalog = LanguageCatalog.load().value

  @Test(
    "a text of some twenty words tells its language",
    arguments: [
      (
        "sv",
        "Att dela på kostnaderna för en mässa är ofta det första som företag i samma bransch gör ihop."
      ),
      (
        "sv",
        "Ett avtal mellan två parter kan gälla under lång tid, men det kan också sägas upp när som helst."
      ),
      (
        "sv",
        "# Kluster\n\nMedlemmarna träffas varje vecka. De har inte råd att vänta på att någon annan agerar."
      ),
      (
        "sv",
        "Den som säljer måste veta vad kunden vill ha och hur mycket hon kan betala för varan."
      ),
      (
        "nb",
        "Å dele på kostnadene til en messe er ofte det første som bedrifter i samme bransje gjør sammen."
      ),
      (
        "nb",
        "En avtale mellom to parter kan gjelde lenge, men den kan også sies opp når som helst."
      ),
      (
        "nb",
        "# Klynge\n\nMedlemmene møtes hver uke. De har ikke råd til å vente på at noen andre handler."
      ),
      ("nb", "Den som selger, må vite hva kunden vil ha, og hvor mye hun kan betale for varen."),
      (
        nil,
        "The members meet every week, and they cannot afford to wait for anyone else to act on this."
      ),
      (
        nil,
        "Die Mitglieder treffen sich jede Woche und warten nicht darauf, dass ein anderer für sie handelt."
      ),
      (
        nil,
        "Les membres se réunissent chaque semaine et ne peuvent pas attendre que quelqu'un d'autre agisse."
      ),
      (
        nil,
        "Medlemmerne mødes hver uge, og de har ikke råd til at vente på, at nogen af de andre handler efter det."
      ),
      (
        nil,
        "Jäsenet tapaavat joka viikko, eikä heillä ole varaa odottaa, että joku muu toimii heidän puolestaan."
      ),
      (
        nil,
        "De leden komen elke week bijeen en kunnen niet wachten tot een ander iets voor hen doet."
      ),
      (nil, "Kluster"), (nil, ""), (nil, "1 2 3 4 5 6 7 8"), (nil, "EU IT SME AB AS ASA Ltd Inc"),
    ] as [(LanguageCode?, String)])
  func detected(_ code: LanguageCode?, _ text: String) {
    #expect(Self.catalog.detect(Array(text.utf8)) == code)
  }

  @Test(
    "no bytes make detection fail", arguments: [[0xC3], [0xFF, 0xFE, 0x00], [0xC3, 0x28, 0xC3]])
  func anyBytes(_ bytes: [UInt8]) {
    #expect(Self.catalog.detect(bytes) == nil)
  }
}
