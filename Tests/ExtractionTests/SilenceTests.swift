import Articles
import Extraction
import Language
import Testing

@Suite("Sentences below a heading that give nothing say why")
struct SilenceTests {
  private func silences(_ text: String, _ language: LanguageCode) throws -> [String] {
    try extracted(text, language, isExplaining: true).silences.map {
      "\($0.text) \($0.facets.map(\.rawValue).joined(separator: " ")): \($0.reason)"
        + ($0.rule.map { ", \($0)" } ?? "")
    }
  }

  @Test("in Swedish")
  func swedish() throws {
    let text = """
      # Odlingslotten

      En odlingslott är en bit mark som någon hyr för att odla på.

      ## Fördelar

      Grannarna lär känna varandra. Men vad kostar det? Läs mer i kommunens broschyr. Det är allt.

      ## Nackdelar

      Några saker är värda att tänka på:

      - ogräset växer fort
      - vattnet kan ta slut
      """
    #expect(
      try silences(text, "sv") == [
        "Men vad kostar det? benefit: question",
        "Läs mer i kommunens broschyr. benefit: idle, sentence.read-on",
        "Det är allt. benefit: continuation",
        "Några saker är värda att tänka på: drawback: leadsIn",
      ])
  }

  @Test("in Norwegian")
  func norwegian() throws {
    let text = """
      # Kolonihagen

      ## Fordeler

      Naboene blir kjent med hverandre. Hva koster det egentlig? Les mer i brosjyren.
      """
    #expect(
      try silences(text, "nb") == [
        "Hva koster det egentlig? benefit: question",
        "Les mer i brosjyren. benefit: idle, sentence.read-on",
      ])
  }

  @Test("only where they are asked for")
  func unasked() throws {
    #expect(try extracted("# Te\n\n## Fördelar\n\nVad kostar det?\n", "sv").silences.isEmpty)
  }
}
