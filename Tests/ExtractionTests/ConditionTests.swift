import Language
import Testing

@Suite("Conditions, subjects and sequels are no points of their own")
struct ConditionTests {
  static let readings = [
    Reading(
      "a relative clause is the subject of the verb after it", "nb",
      "## Ulemper\n\nDen som skriver under, svarer for den med alt han eier.\n",
      ["drawback: den som skriver under, svarer for den med alt han eier"]),
    Reading(
      "what is told by the order of words alone is a condition", "nb",
      "## Ulemper\n\nEr ikke annet avtalt, kreves det dessuten at alle er enige.\n",
      ["drawback: kreves det dessuten at alle er enige"]),
    Reading(
      "a condition may go on after a conjunction", "nb",
      "## Ulemper\n\nBlir driften varig, eller må den ansette folk, er et selskap tryggere.\n",
      ["drawback: et selskap er tryggere"]),
    Reading(
      "what comes of a point explains it", "nb",
      "## Ulemper\n\nNivåene spriker mye, og da faller noen lett ut.\n",
      ["drawback: nivåene spriker mye"]),
    Reading(
      "a clause whose subject points back explains the one before", "sv",
      "## Nackdelar\n\nFöreningen blir hyresvärd, och det ansvaret kan vara tungt.\n",
      ["drawback: föreningen blir hyresvärd"]),
    Reading(
      "what is missing stays", "sv",
      "## Nackdelar\n\nUtan tydlig ledning rinner arbetet ut i sanden.\n",
      ["drawback: utan tydlig ledning rinner arbetet ut i sanden"]),
    Reading(
      "what belongs to a noun stays with it", "sv",
      "## Fördelar\n\nInte minst minskar risken för fel.\n",
      ["benefit: risken för fel minskar"]),
    Reading(
      "what can be done is as many points as it has objects", "sv",
      "## Fördelar\n\nGenom att samordna inköpen kan kommunen sänka kostnaderna och få bättre villkor.\n",
      ["benefit: sänka kostnaderna", "benefit: få bättre villkor"]),
    Reading(
      "what both joins is one", "nb",
      "## Fordeler\n\nHumler og sommerfugler finner både mat og skjul blant staudene.\n",
      ["benefit: humler og sommerfugler finner både mat og skjul blant staudene"]),
    Reading(
      "advice after the case that taught it", "sv",
      "## Råd\n\nVi har sett föreningar som fick börja om, så kontrollera listan noga.\n",
      ["success-factor: kontrollera listan noga"]),
  ]

  @Test(arguments: readings)
  func shared(_ reading: Reading) throws { try reading.check() }

  @Test("the title tells what a hanging hyphen leaves out")
  func hyphens() throws {
    let facts = try extracted(
      "# Sertifisering\n\nDet skilles mellom system-, produkt- og personsertifisering.\n", "nb"
    ).facts
    #expect(
      facts.map(\.label) == ["systemsertifisering", "produktsertifisering", "personsertifisering"])
  }

  @Test(
    "a class may have words between its article and its adjective, or all of it be meant",
    arguments: [
      (
        "sv", "En beslutspunkt är ett i förväg bestämt tillfälle då planen omprövas.",
        "beslutspunkt"
      ),
      ("sv", "En kundresa är hela den kedja av möten som en kund har med butiken.", "kundresa"),
      (
        "sv", "Sedan skriver en grupp handlingsplanen, som är en lista över det som ska göras.",
        "handlingsplan"
      ),
      (
        "nb", "Videre regnes stegmodellen med, en metode der kostnadene fordeles etter bruk.",
        "stegmodell"
      ),
    ])
  func classes(_ code: String, _ sentence: String, _ term: String) throws {
    let facts = try extracted("# Titel\n\n\(sentence)\n", LanguageCode(code)).facts
    #expect(facts.filter { $0.facet == .definition }.map(\.label) == [term])
  }
}
