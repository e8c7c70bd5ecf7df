import Extraction
import Language
import Testing

@Suite("Kinds that a sentence announces and the next ones name")
struct AnnouncedKindsTests {
  private func labels(_ text: String, _ facet: Facet, _ language: LanguageCode = "sv") throws
    -> [String]
  {
    try extracted(text, language).facts.filter { $0.facet == facet }.map(\.label)
  }

  @Test("subjects, phrases with a preposition and what a verb brings in are kinds")
  func places() throws {
    let text = """
      # Kylning

      Man skiljer mellan flera slags kylning. I en sluten kylning är kretsen tät. Den öppna kylningen \
      utgår från en sjö. Vid nattkylning används luften ute. Dessutom förekommer fjärrkylning, som \
      ingen märker. Slutligen finns den passiva kylningen. Ibland får kylningen vila.
      """
    #expect(
      try labels(text, .type) == [
        "sluten kylning", "öppen kylning", "nattkylning", "fjärrkylning", "passiv kylning",
      ])
  }

  @Test("what one meets with is a kind, in a sentence that announces only forms")
  func met() throws {
    let text = """
      # Lån

      Loven skiller mellom flere former. Det bundne lånet har fast rente. I utlandet støter man dessuten på \
      nisjelån.
      """
    #expect(try labels(text, .type, "nb") == ["bundet lån", "nisjelån"])
  }

  @Test("an adjective gets the noun that it leaves out")
  func ellipsis() throws {
    let text = """
      # Kjøling

      Det finnes to slags kjøling. Den åpne passer ved en sjø. Lukket kjøling passer i byen. Den passer \
      også i bygda.
      """
    #expect(try labels(text, .type, "nb") == ["åpen kjøling", "lukket kjøling"])
  }

  @Test("what is counted is a kind whatever it is called")
  func counted() throws {
    let text = """
      # Kjøling

      Det finnes tre måter å kjøle på. Luftkjøling er enklest. Den andre metoden, isvann, krever plass. Den \
      tredje muligheten er tørris, som fordamper.
      """
    #expect(try labels(text, .type, "nb") == ["luftkjøling", "isvann", "tørris"])
  }

  @Test("nouns that nothing is known of are kinds where several sentences open with them")
  func bare() throws {
    let text = """
      # Finansiering

      Det finns tre sorters finansiering. Aktieemission innebär att bolaget säljer aktier. Belåning kräver \
      säkerhet. Leasing passar för maskiner.
      """
    #expect(try labels(text, .type) == ["aktieemission", "belåning", "leasing"])
    let one = """
      # Finansiering

      Det finns två sorters finansiering. Belåning kräver säkerhet. Båda kostar pengar.
      """
    #expect(try labels(one, .type).isEmpty)
  }

  @Test("paragraphs open with what the paragraph before announced")
  func paragraphs() throws {
    let text = """
      # Kylning

      Det finns två typer av kylning.

      Den öppna kylningen hämtar vatten. Den är billig.

      Den slutna kylningen har en krets.

      Vattnet är kallt.
      """
    #expect(
      try labels(text, .type) == ["öppen kylning", "sluten kylning"])
  }

  @Test("phases are degrees in their order")
  func degrees() throws {
    let text = """
      # Gjæring

      Prosessen går gjennom tre faser. I stormfasen bobler det. Så følger hvilefasen. I den siste fasen, \
      modningsfasen, klarner ølet.
      """
    let levels = try extracted(text, "nb").facts.filter { $0.facet == .level }
    #expect(levels.map(\.label) == ["stormfasen", "hvilefasen", "modningsfasen"])
    #expect(levels.map(\.order) == [1, 2, 3])
  }

  @Test(
    "what points back, ranks or is of another kind names none",
    arguments: [
      "Det finns två slags kylning. Den är dyr. Samma kylning används i båda husen.",
      "Det finns två slags kylning. Den billigaste vinner. Den andra förlorar.",
      "Det finns två slags kylning. Pumpen går. Huset är varmt.",
      "Det finns två pumpar. Den öppna kylningen hämtar vatten.",
      "Det är ett sätt att spara. Den öppna kylningen hämtar vatten.",
    ])
  func nearMisses(_ text: String) throws {
    #expect(try labels("# Kylning\n\n\(text)\n", .type).isEmpty)
  }
}

@Suite("What the form of a paragraph or a list says where its heading does not")
struct FormTests {
  private func facts(_ text: String, _ language: LanguageCode = "sv") throws -> [String] {
    try extracted(text, language).facts.map { "\($0.facet.rawValue): \($0.label)" }
  }

  @Test("below a heading of steps only paragraphs told in order are steps")
  func order() throws {
    let text = """
      # Såpe

      ## Fra fett til såpe

      Fettet kommer fra kjøkkenet. Såpe lages av mange.

      Vi begynner med å smelte fettet. Deretter rører vi inn luten. Til slutt legger vi såpen i former.
      """
    #expect(
      try facts(text, "nb") == [
        "step: smelte fettet", "step: rører inn luten", "step: legger såpen i former",
      ])
  }

  @Test("commands are advice in a list without numbers, and in a paragraph of several")
  func commands() throws {
    let list = """
      # Fönster

      ## Vardagen

      - Öppna fönstret varje morgon.
      - Stäng dörren först.
      - Torka av karmarna.
      """
    #expect(
      try facts(list) == [
        "success-factor: öppna fönstret varje morgon", "success-factor: stäng dörren först",
        "success-factor: torka av karmarna",
      ])
    let prose = """
      # Fönster

      ## Vardagen

      Glas är sprött. Öppna fönstret varje morgon. Stäng dörren innan det blåser.
      """
    #expect(
      try facts(prose) == [
        "success-factor: öppna fönstret varje morgon",
        "success-factor: stäng dörren innan det blåser",
      ])
  }

  @Test("one command, and a call to get in touch, are no advice")
  func invitations() throws {
    let text = """
      # Fönster

      ## Vardagen

      Glas är sprött. Öppna fönstret varje morgon.

      Kontakta oss gärna om fönster. Läs mer om glas på vår webbplats. Ring oss i dag.
      """
    #expect(try facts(text).isEmpty)
  }

  @Test("questions listed below what decides are axes")
  func questions() throws {
    let text = """
      # Premie

      ## Omfattning

      Avgörande är

      - vilken bil du kör
      - hur långt du kör
      """
    #expect(try facts(text) == ["dimension: vilken bil du kör", "dimension: hur långt du kör"])
  }

  @Test("what an infinitive says ends where the next clause begins")
  func told() throws {
    let text = """
      # Fönster

      ## Fördelar

      Fönster kan vara billiga och några av kostnaderna kan delas.
      """
    #expect(
      try facts(text) == ["benefit: vara billiga", "benefit: några av kostnaderna kan delas"])
  }

  @Test("a noun in the plural is no name")
  func plural() throws {
    let text = """
      # Kompost

      ## Exempel

      Nybörjare bör vänta. Föreningen Mullvaden vänder sin hög varje vecka.
      """
    #expect(try facts(text) == ["example: föreningen Mullvaden"])
  }

  @Test("named cases that sentences open with are examples, but not who says something")
  func cases() throws {
    let text = """
      # Fönster

      ## Två minnen

      Hotellet Fyren bytte alla glas på en dag. På sjukhemmet Solbacken tog det ett år.

      ## Debatt

      Föreningen Glaset säger att glas är dyrt. Stiftelsen Ramen menar att trä är bäst.
      """
    #expect(try facts(text) == ["example: hotellet Fyren", "example: sjukhemmet Solbacken"])
  }

  @Test("the rest of a paragraph explains the point that heads it")
  func heads() throws {
    let text = """
      # Fönster

      ## Nackdelar

      Första fällan: glaset går sönder. Skärvor hamnar överallt.

      Andra fällan: karmen ruttnar. Det luktar.
      """
    let found = try extracted(text, "sv").facts
    #expect(found.map(\.label) == ["glaset går sönder", "karmen ruttnar"])
    #expect(found.map(\.explanation) == ["Skärvor hamnar överallt.", "Det luktar."])
  }

  @Test("a question says more of its paragraph than that the answer is easy")
  func asked() throws {
    let text = """
      # Fönster

      Varför byta glas? Svaret är enkelt. Huset blir varmare. Elräkningen sjunker.
      """
    #expect(try facts(text) == ["benefit: huset blir varmare", "benefit: elräkningen sjunker"])
  }

  @Test("a point that a term is given for is a point still")
  func named() throws {
    let text = """
      # Fönster

      ## Nackdelar

      Glaset blir skevt av åldern, vilket brukar kallas glasflöde.
      """
    let found = try facts(text)
    #expect(found.contains("drawback: glaset blir skevt av åldern"))
    #expect(found.contains("definition: glasflöde"))
  }

  @Test("a paragraph that closes the article sums it up")
  func closing() throws {
    let text = """
      # Fönster

      Glas är sprött.

      ## Sammanfattning

      Ett fönster släpper in ljus. Det kostar mindre än en vägg.
      """
    #expect(
      try facts(text).filter { $0.hasPrefix("takeaway") } == [
        "takeaway: ett fönster släpper in ljus", "takeaway: det kostar mindre än en vägg",
      ])
  }
}
