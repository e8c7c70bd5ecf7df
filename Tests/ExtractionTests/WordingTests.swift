import Extraction
import Language
import Testing

@Suite("What a sentence leaves out, adds, or tells of one case only")
struct WordingTests {
  private func labels(_ text: String, _ facet: Facet) throws -> [String] {
    try extracted(text, "sv").facts.filter { $0.facet == facet }.map(\.label)
  }

  @Test("what happened to somebody in a year is no benefit")
  func history() throws {
    let text = """
      # Lotteri

      ## Fördelar

      Kassan växer. För Kulla, som 1999 fick ett lotteri, blev bidraget starten på en ny lokal.
      """
    #expect(try labels(text, .benefit) == ["kassan växer"])
  }

  @Test("a result told with 'vilket' is part of its point")
  func result() throws {
    let text = """
      # Lotteri

      ## Nackdelar

      Lotterna säljer dåligt, vilket kan leda till förluster.
      """
    #expect(try labels(text, .drawback) == ["lotterna säljer dåligt"])
  }

  @Test("a clause of time that closes a point is no part of it, one that the point needs is")
  func time() throws {
    let text = """
      # Lotteri

      ## Fördelar

      Köerna blir kortare när ingen behöver vänta på kassören. Alla vet när lotterna dras. \
      Medlemmarna träffas även när ingenting har gått fel.
      """
    #expect(
      try labels(text, .benefit) == [
        "köerna blir kortare", "alla vet när lotterna dras",
        "medlemmarna träffas när ingenting har gått fel",
      ])
  }

  @Test("defining words that are a clause of time keep the word that makes them one")
  func definingTime() throws {
    let before = try extracted(
      "# Lotter\n\nNär alla lotter är sålda talar man om ett fullsatt lotteri.\n", "sv"
    ).facts
    #expect(before.map(\.definiens) == ["när alla lotter är sålda"])
    let after = try extracted(
      "# Lodd\n\nNår alle loddene er solgt, snakker man om et fulltegnet lotteri.\n", "nb"
    ).facts
    #expect(after.map(\.definiens) == ["når alle loddene er solgt"])
  }

  @Test("a remark after the conjunction is no member of its list")
  func remark() throws {
    let text = """
      # Lotteri

      ## Fördelar

      Lotteriet ger pengar, lokaler och, i några fall, nya medlemmar.
      """
    #expect(try labels(text, .benefit) == ["pengar", "lokaler", "nya medlemmar"])
  }

  @Test("words that belong together are not parted")
  func fixed() throws {
    let text = "# Lotteri\n\n## Goda råd\n\nDet gäller att räkna lotterna då och då.\n"
    #expect(try labels(text, .successFactor) == ["räkna lotterna då och då"])
  }

  @Test("points told in fragments are points")
  func fragments() throws {
    let text = "# Lotteri\n\n## Det här behövs\n\nEn lokal vid torget. Plats för tio vinster.\n"
    #expect(try labels(text, .successFactor) == ["en lokal vid torget", "plats för tio vinster"])
  }

  @Test("a heading that asks how to escape a drawback asks for advice")
  func escape() throws {
    let text = "# Lotteri\n\n## Så undviker du fallgroparna\n\n- räkna lotterna\n- lås dörren\n"
    #expect(try labels(text, .successFactor) == ["räkna lotterna", "lås dörren"])
    #expect(try labels(text, .drawback).isEmpty)
  }

  @Test("what is added is no definition, what begins with 'att' is no term")
  func added() throws {
    let text = """
      # Lotteri

      Ett lotteri är ett spel där slumpen avgör. Ett lotteri är dessutom ett sätt att samla in pengar.
      Att ordna lotteri innebär stora kostnader.
      """
    let facts = try extracted(text, "sv").facts
    #expect(facts.map(\.text) == ["Ett lotteri är ett spel där slumpen avgör."])
  }

  @Test("a line of capitals right above its text is a heading, and no name")
  func capitals() throws {
    let text = """
      VAD ÄR ETT LOTTERI?
      Ett lotteri är ett spel där slumpen avgör.

      NACKDELAR
      Lokalen är dyr. Många lotter blir osålda.
      """
    let article = try extracted(text, "sv")
    #expect(article.subject?.term == "lotteri")
    #expect(
      article.facts.map(\.label) == ["lotteri", "lokalen är dyr", "många lotter blir osålda"])
  }

  @Test("kinds are known by the name of the subject")
  func kinds() throws {
    let text = """
      # Lotteri

      ## Olika slag

      Snabblotteri passar på basarer. Vid öppet lotteri får alla delta. Priset varierar.
      """
    #expect(try labels(text, .type) == ["snabblotteri", "öppet lotteri"])
    let told = "# Lotteri\n\nVi skiljer på öppet och slutet lotteri.\n"
    #expect(try labels(told, .type) == ["öppet lotteri", "slutet lotteri"])
  }

  @Test("a quotation without a verb is no main point")
  func quoted() throws {
    #expect(try labels("# Lotteri\n\n> Ur kassörens handbok nr 3\n", .takeaway).isEmpty)
  }

  @Test("what is said of a case goes on about it")
  func cases() throws {
    let text = """
      # Lotteri

      ## Exempel

      Föreningen Viken ordnar lotteri varje vår. Medlemsantalet ökade första året.
      """
    #expect(try labels(text, .example) == ["föreningen Viken"])
  }

  @Test("whose words they are is left out")
  func spoken() throws {
    let text = """
      # Lotteri

      ## Variation

      Upplägget varierar med hur stor föreningen är, förklarar hon.
      """
    #expect(try labels(text, .dimension) == ["hur stor föreningen är"])
  }

  @Test("a heading that says for whom stands above points, not for one")
  func groups() throws {
    let text = """
      # Lotteri

      ## Vinster

      ### För föreningen

      Kassan växer.

      ### För byborna

      Man träffar folk.
      """
    #expect(try labels(text, .benefit) == ["kassan växer", "man träffar folk"])
  }

  @Test("a list without a verb answers its heading")
  func answered() throws {
    let text =
      "# Lotteri\n\n## Vad avgör priset?\n\nStorlek, läge och hur många lotter som säljs.\n"
    #expect(try labels(text, .dimension) == ["storlek", "läge", "hur många lotter som säljs"])
  }
}
