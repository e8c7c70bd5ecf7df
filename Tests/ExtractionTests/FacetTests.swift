import Extraction
import Language
import Testing

/// The facts of a text as `facet: label` with order, and what explains it after `<-`.
private func lines(_ text: String, _ language: LanguageCode = "sv") throws -> [String] {
  try extracted(text, language).facts.map { fact in
    let order = fact.order.map { " #\($0)" } ?? ""
    let explanation = fact.explanation.map { " <- \($0)" } ?? ""
    return "\(fact.facet.rawValue): \(fact.label)\(order)\(explanation)"
  }
}

@Suite struct ListTests {
  @Test("an item is named by its bold lead-in, its head before a colon or a dash, or all of it")
  func heads() throws {
    let text = """
      # Bilpool

      ## Fördelar

      - **Lägre kostnad.** Ingen äger bilen ensam.
      - Mer plats: gatorna töms på parkerade bilar.
      - Färre resor – man tänker efter före.
      - Renare luft
      """
    #expect(
      try lines(text) == [
        "benefit: lägre kostnad <- Ingen äger bilen ensam.",
        "benefit: mer plats <- gatorna töms på parkerade bilar.",
        "benefit: färre resor <- man tänker efter före.",
        "benefit: renare luft",
      ])
  }

  @Test("steps and levels are counted, and a numbered list of actions needs no heading to be steps")
  func order() throws {
    let text = """
      # Bilpool

      ## Tre nivåer

      1. Utlån
      2. Uthyrning
      3. Gemensamt ägande

      ## Vidare

      1. Välj en bil.
      2. Skriv ett avtal.
      """
    #expect(
      try lines(text) == [
        "level: utlån #1", "level: uthyrning #2", "level: gemensamt ägande #3",
        "step: välj en bil #1", "step: skriv ett avtal #2",
      ])
  }

  @Test("the sentence that leads a list in says what it lists where the heading does not")
  func intro() throws {
    let text = """
      # Bilpool

      ## Att veta

      Det finns tre typer av bilpooler:

      - kommunala
      - privata
      - kooperativa
      """
    #expect(try lines(text) == ["type: kommunala", "type: privata", "type: kooperativa"])
  }

  @Test("a table's columns are facets where their heads say so, else its rows are items")
  func tables() throws {
    let columns = """
      # Bildeling

      ## Vurdering

      | Fordeler | Ulemper |
      | --- | --- |
      | Lavere utgifter | Kø om sommeren |
      | Færre biler | Mer planlegging |
      """
    #expect(
      try lines(columns, "nb") == [
        "benefit: lavere utgifter", "drawback: kø om sommeren", "benefit: færre biler",
        "drawback: mer planlegging",
      ])
    let rows = """
      # Bildeling

      ## Typer

      | Type | Forklaring |
      | --- | --- |
      | Privat ordning | Naboer deler |
      | Kommunal ordning | Kommunen eier bilene |
      """
    #expect(
      try lines(rows, "nb") == [
        "type: privat ordning <- Naboer deler", "type: kommunal ordning <- Kommunen eier bilene",
      ])
  }

  @Test("a quoted list gives main points, links alone give nothing")
  func quotes() throws {
    let text = """
      # Bilpool

      > - En bilpool delar på bilar.
      > - Den sparar pengar.

      ## Läs också

      - [Cykelpool](cykelpool.md)
      """
    #expect(
      try lines(text) == ["takeaway: en bilpool delar på bilar", "takeaway: den sparar pengar"])
  }

  @Test("a hanging hyphen makes two items of one")
  func hyphens() throws {
    let text = "# Bildeling\n\n## Ulemper\n\n- Språk- og kulturproblemer\n"
    #expect(try lines(text, "nb").first == "drawback: språkproblemer")
  }

  @Test(
    "a hanging hyphen takes what follows a word that the language is known to have",
    arguments: [
      (
        "nb", "# Allianse\n\n## Former\n\nEt samarbeid kan være kort- eller langsiktig.\n",
        "samarbeid"
      ),
      (
        "sv", "# Allians\n\n## Former\n\nEtt samarbete kan vara kort- eller långsiktigt.\n",
        "samarbete"
      ),
    ])
  func hyphensOfAdjectives(language: LanguageCode, text: String, head: String) throws {
    let adjectives =
      language == "nb" ? ["kortsiktig", "langsiktig"] : ["kortsiktigt", "långsiktigt"]
    #expect(try lines(text, language) == adjectives.map { "type: \($0) \(head)" })
  }

  @Test("what a directive declares wins over the heading, and ignore keeps a block out")
  func directives() throws {
    let text = """
      # Bilpool

      ## Fördelar

      <!-- begrepp: drawbacks -->

      - kö om sommaren

      <!-- begrepp: ignore -->

      - inte detta
      """
    #expect(try lines(text) == ["drawback: kö om sommaren"])
  }
}

@Suite struct ProseTests {
  @Test("below a heading of benefits enumerations are cut and clauses taken one by one")
  func benefits() throws {
    let text = """
      # Bilpool

      ## Fördelar

      Medlemmarna kan dela på kostnaderna, låna en större bil och sälja den egna. Dessutom blir \
      gatorna lugnare. Är det allt? Nej.
      """
    #expect(
      try lines(text) == [
        "benefit: dela på kostnaderna", "benefit: låna en större bil", "benefit: sälja den egna",
        "benefit: gatorna blir lugnare",
      ])
  }

  @Test("a text with two sides turns where it says so")
  func turns() throws {
    let text = """
      # Bildeling

      ## Fordeler og ulemper

      Den største fordelen er lavere utgifter. På minussiden står kø om sommeren og mer planlegging.
      """
    #expect(
      try lines(text, "nb") == [
        "benefit: lavere utgifter", "drawback: kø om sommeren", "drawback: mer planlegging",
      ])
  }

  @Test("denials, questions and invitations give nothing")
  func distractors() throws {
    let text = """
      # Bilpool

      ## Fördelar

      Det är däremot en missuppfattning att bilpoolen sänker skatten. Vem vill inte spara pengar? \
      Kontakta oss om du vill veta mer.
      """
    #expect(try lines(text).isEmpty)
  }

  @Test("sentences of sequence are steps, also within one sentence")
  func steps() throws {
    let text = """
      # Bildeling

      ## Slik gjør dere det

      Først finner dere en bil. Deretter skriver dere en avtale. Til slutt deler dere ut nøklene.
      """
    #expect(
      try lines(text, "nb") == [
        "step: finner en bil #1", "step: skriver en avtale #2",
        "step: deler ut nøklene #3",
      ])
  }

  @Test("a named case is an example with the word that says what it is")
  func examples() throws {
    let text = """
      # Bilpool

      ## Exempel

      Föreningen Sunfleet drevs länge av Volvo i Göteborg. I dag har Sunfleet bytt namn.
      """
    let facts = try extracted(text, "sv").facts
    #expect(facts.map(\.label) == ["föreningen Sunfleet"])
    #expect(facts.first?.explanation?.hasSuffix("I dag har Sunfleet bytt namn.") == true)
  }
}

@Suite struct SubjectTests {
  @Test(
    "the subject is what the title names and the text defines",
    arguments: [
      (
        "# Bilpool – så funkar det\n\nEn bilpool är en förening där medlemmarna delar på bilar.\n",
        "bilpool"
      ),
      (
        "# Så delar ni bil\n\n## Vad är en bilpool?\n\nEn bilpool är en förening där medlemmarna delar på bilar.\n",
        "bilpool"
      ),
      (
        "# Bilpooler i tre städer\n\nEn bilpool är en förening som delar på bilar. En medlem är den som betalar avgiften.\n",
        "bilpool"
      ),
      ("---\ntitle: Bilpool\n---\n\nText utan rubrik och definition, men om bilpool.\n", "bilpool"),
    ])
  func subject(_ text: String, _ term: String) throws {
    #expect(try extracted(text, "sv").subject?.term == term)
  }

  @Test("other names in the definition and the sentence after it are its synonyms")
  func synonyms() throws {
    let text = """
      # Bildeling

      En bildeling (også kalt bilkollektiv) er en forening der medlemmene deler biler. I dagligtale \
      sier mange bare delebil.
      """
    #expect(try extracted(text, "nb").subject?.synonyms == ["bilkollektiv", "delebil"])
  }

  @Test("nothing at all has no subject and no facts")
  func nothing() throws {
    let facts = try extracted("", "sv")
    #expect(facts.facts.isEmpty)
  }
}
