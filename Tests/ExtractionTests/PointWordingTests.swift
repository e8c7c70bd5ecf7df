import Extraction
import Language
import Testing

@Suite("How a point is worded, and what of its sentence belongs to it")
struct PointWordingTests {
  private func labels(_ body: String, _ facet: Facet, _ language: LanguageCode) throws -> [String] {
    let title = language == "sv" ? "# Solel\n\n" : "# Solstrøm\n\n"
    return try extracted(title + body, language).facts.filter { $0.facet == facet }.map(\.label)
  }

  @Test("an adverb that only adds a point to others is left out")
  func additions() throws {
    #expect(
      try labels(
        "## Nackdelar\n\nTaket kan läcka. Panelerna kan också blända grannen.\n", .drawback, "sv")
        == ["taket kan läcka", "panelerna kan blända grannen"])
    #expect(
      try labels(
        "## Ulemper\n\nTaket kan lekke. Panelene kan også blende naboen.\n", .drawback, "nb")
        == ["taket kan lekke", "panelene kan blende naboen"])
  }

  @Test("the subject stands first in a point that its sentence turns round")
  func inversion() throws {
    #expect(
      try labels(
        "## Nackdelar\n\nTaket kan läcka. Dessutom är glaset en fara för fåglar.\n", .drawback, "sv"
      )
        == ["taket kan läcka", "glaset är en fara för fåglar"])
    #expect(
      try labels(
        "## Ulemper\n\nTaket kan lekke. Sist, men ikke minst, er glasset en fare for fugler.\n",
        .drawback, "nb") == ["taket kan lekke", "glasset er en fare for fugler"])
  }

  @Test("what somebody can do is one point for each verb with an object of its own")
  func actions() throws {
    #expect(
      try labels(
        "## Fördelar\n\nAnläggningen ska sänka elräkningen och höja husets värde.\n", .benefit, "sv"
      )
        == ["sänka elräkningen", "höja husets värde"])
    #expect(
      try labels(
        "## Fordeler\n\nAnlegget skal senke regningen og heve husets verdi.\n", .benefit, "nb")
        == ["senke regningen", "heve husets verdi"])
  }

  @Test("advice after the purpose that its sentence begins with")
  func purpose() throws {
    #expect(
      try labels(
        "## Råd\n\nFör att få full effekt bör ägaren mäta taket.\n", .successFactor, "sv")
        == ["mäta taket"])
    #expect(
      try labels("## Råd\n\nFor å oppnå full effekt bør eieren måle taket.\n", .successFactor, "nb")
        == ["eieren bør måle taket"])
  }

  @Test("a condition told by the order of words is no point")
  func condition() throws {
    #expect(
      try labels(
        "## Ulemper\n\nDu er ansvarlig for taket. Blir det hull i det, er det du som betaler.\n",
        .drawback, "nb") == ["du er ansvarlig for taket"])
    #expect(
      try labels(
        "## Nackdelar\n\nDu ansvarar för taket. Blir det hål i det, är det du som betalar.\n",
        .drawback, "sv") == ["du ansvarar för taket"])
  }

  @Test("clauses that repeat 'att' are points of their own")
  func repeated() throws {
    #expect(
      try labels(
        "## Nackdelar\n\nKritiker påpekar att taket slits, att glaset spricker och att nätet inte räcker.\n",
        .drawback, "sv") == ["taket slits", "glaset spricker", "nätet inte räcker"])
    #expect(
      try labels(
        "## Ulemper\n\nKritikere peker særlig på at taket slites, at glasset sprekker, og at nettet ikke rekker.\n",
        .drawback, "nb") == ["taket slites", "glasset sprekker", "nettet ikke rekker"])
  }

  @Test("a result told with 'noe som' is part of its point, what is not given is no benefit")
  func results() throws {
    #expect(
      try labels(
        "## Ulemper\n\nTaket kan råtne, noe som fører til høye utgifter.\n", .drawback, "nb")
        == ["taket kan råtne"])
    #expect(
      try labels(
        "## Nackdelar\n\nTaket kan ruttna, något som leder till höga utgifter.\n", .drawback, "sv")
        == ["taket kan ruttna"])
    #expect(
      try labels(
        "## Fordeler\n\nOrdningen gir ikke rett til støtte. Den gir lavere utgifter.\n", .benefit,
        "nb")
        == ["lavere utgifter"])
    #expect(
      try labels("## Fordeler\n\nOrdningen gir ikke bare støtte, men også ro.\n", .benefit, "nb")
        .isEmpty
        == false)
  }

  @Test("'til og med' parts no list and is no part of a point")
  func even() throws {
    #expect(
      try labels(
        "## Ulemper\n\nDet kan føre til bøter eller til og med tap av huset.\n", .drawback, "nb")
        == ["bøter", "tap av huset"])
  }

  @Test("a clause or an instance that says more of a list's item is no part of its name")
  func remarks() throws {
    #expect(
      try labels(
        "## Typer\n\n- fast anlegg, for eksempel på et tak\n- mobilt anlegg, som følger hytta\n- lite, billig anlegg\n",
        .type, "nb") == ["fast anlegg", "mobilt anlegg", "lite, billig anlegg"])
    #expect(
      try labels(
        "## Typer\n\n- fast anläggning, exempelvis på ett tak\n- mobil anläggning, som följer stugan\n",
        .type, "sv") == ["fast anläggning", "mobil anläggning"])
  }

  @Test("steps that a paragraph each numbers are named by what follows the number")
  func numbered() throws {
    #expect(
      try labels(
        "## Processen\n\nSteg 1: Mätning. Taket mäts upp.\n\nSteg 2: Ritning. Allt ritas.\n", .step,
        "sv")
        == ["mätning", "ritning"])
  }

  @Test("a case told in a box, a title and a name before brackets are examples")
  func examples() throws {
    #expect(
      try labels(
        "## Exempel\n\n> Församlingen i Ekby byggde 2019 paneler på taket.\n", .takeaway, "sv"
      ).isEmpty)
    #expect(
      try labels(
        "## Eksempler\n\n- «Sol over taket», en film som ble vist i ti byer\n", .example, "nb")
        == ["Sol over taket"])
    #expect(
      try labels("## Eksempel\n\nSolveig (17) har bygd et anlegg på hytta.\n", .example, "nb") == [
        "Solveig"
      ])
  }

  @Test("what follows the comma of a lead-in does not say what its list is of")
  func leadIn() throws {
    let text = """
      Anlegget ble dyrt. Noen råd på veien, basert på det som gikk galt:

      - mål taket
      - spør naboen
      """
    #expect(try labels("## Erfaringer\n\n" + text, .drawback, "nb").contains("mål taket") == false)
    #expect(
      try labels("## Erfaringer\n\n" + text, .successFactor, "nb") == ["mål taket", "spør naboen"])
  }

  @Test("brackets after a degree explain it")
  func brackets() throws {
    let facts = try extracted(
      "# Solel\n\nMan talar om tre skyddsnivåer, nämligen låg (en gång om året), mellan (varje månad) och hög (varje dag).\n",
      "sv"
    ).facts
    let levels = facts.filter { $0.facet == .level }
    #expect(levels.map(\.label) == ["låg", "mellan", "hög"])
    #expect(levels.first?.explanation == "en gång om året")
  }
}
