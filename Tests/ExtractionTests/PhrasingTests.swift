import Extraction
import Language
import Testing

@Suite("Terms joined by hyphens, and points told sentence by sentence")
struct PhrasingTests {
  @Test("words of grammar inside a hyphenated compound belong to the term")
  func hyphenated() throws {
    let text = "# Salg\n\nMange sentre bruker ta-med-alt-modellen, der kunden betaler én gang.\n"
    let facts = try extracted(text, "nb").facts
    #expect(facts.map(\.label) == ["ta-med-alt-modell"])
  }

  @Test("steps in sentences of their own are counted on")
  func counted() throws {
    let text = """
      # Hagebruk

      ## Fremgangsmåte

      Det første trinnet er å vende jorda. Neste trinn er å så frøene. Det siste trinnet er å vanne.
      """
    let facts = try extracted(text, "nb").facts
    #expect(facts.map(\.label) == ["vende jorda", "så frøene", "vanne"])
    #expect(facts.map(\.order) == [1, 2, 3])
  }

  @Test("a question leads in a list")
  func question() throws {
    let text = "# Hagebruk\n\nHva kan gå galt?\n\n- Frosten tar frøene\n- Jorda er for tung\n"
    let facts = try extracted(text, "nb").facts
    #expect(facts.map(\.facet) == [.drawback, .drawback])
  }

  @Test("a list below a line of its own that sums up is main points, whatever the section tells")
  func summedUp() throws {
    let text = """
      # Hagebruk

      ## Hva skal til?

      Det som virker, er lys og vann.

      Husk:

      - jorda trenger hvile
      - alle kan dyrke noe
      """
    let facts = try extracted(text, "nb").facts
    #expect(facts.map(\.facet) == [.successFactor, .successFactor, .takeaway, .takeaway])
  }

  @Test(
    "a definite compound that the text has not used before is defined, one that points back is not")
  func introduced() throws {
    let new = "# Hagebruk\n\nKolonihagelaget er et foretak som leier ut jord.\n"
    #expect(try extracted(new, "nb").facts.map(\.label) == ["kolonihagelag"])
    let old = """
      # Hagebruk

      Et kolonihagelag eier jorda. Kolonihagelaget er et foretak som trenger penger.
      """
    #expect(try extracted(old, "nb").facts.isEmpty)
  }

  @Test(
    "after an indefinite article a noun that looks like a verb is a class, and a term as it stands")
  func articled() throws {
    let text = "# Hagebruk\n\nEn styrer er en leder som har ansvaret for driften.\n"
    #expect(try extracted(text, "nb").facts.map(\.label) == ["styrer"])
  }

  @Test("what is asked for by extent is a member of a list; a clause of place is not")
  func extent() throws {
    let text =
      "# Hagebruk\n\nHagene varierer med hensyn til form, hvor store de er, og hvem som eier dem.\n"
    let facts = try extracted(text, "nb").facts
    #expect(facts.map(\.label) == ["form", "hvor store de er", "hvem som eier dem"])
  }

  @Test("verbs joined within a subordinate clause part no points; warnings off are advice")
  func joined() throws {
    let drawbacks = """
      # Hagebruk

      ## Ulemper

      Mange gir opp, selv om de har jord eller får hjelp.
      """
    #expect(try extracted(drawbacks, "nb").facts.map(\.label) == ["mange gir opp"])
    let advice = "# Hagebruk\n\n## Gode råd\n\nIkke minst må jorda hvile.\n\nIkke kjøp dyre frø.\n"
    #expect(
      try extracted(advice, "nb").facts.map(\.label) == ["må jorda hvile", "ikke kjøp dyre frø"])
  }

  @Test("an apposition defines a noun, and no name that only a sentence begins with")
  func apposed() throws {
    let noun = "# Hagebruk\n\nBrakking, en periode der jorda hviler, er vanlig.\n"
    #expect(try extracted(noun, "nb").facts.map(\.label) == ["brakking"])
    let name = "# Hagebruk\n\nSiri, en gartner som bor i byen, er glad.\n"
    #expect(try extracted(name, "nb").facts.isEmpty)
  }

  @Test(
    "a sentence in brackets defines, and is quoted without them", arguments: ["båt.)", "båt)."])
  func bracketed(end: String) throws {
    let text = """
      # Handel

      Fartøyet fikk fort last. (En last er en samling varer i en \(end)
      """
    let found = try extracted(text, "nb").facts
    #expect(found.map(\.label) == ["last"])
    #expect(found.map { $0.text.contains("(") } == [false])
  }
}
