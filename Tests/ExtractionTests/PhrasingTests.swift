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
}
