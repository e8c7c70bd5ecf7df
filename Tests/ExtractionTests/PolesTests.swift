import Extraction
import Language
import Testing

@Suite("The ends of an axis are named where the text names them")
struct PolesTests {
  private func poles(_ text: String, _ language: LanguageCode) throws -> [[String]] {
    try extracted(text, language).facts.filter { $0.facet == .dimension }.map(\.poles)
  }

  @Test("in a list, in Swedish")
  func swedish() throws {
    let text = """
      # Odling

      ## Dimensioner

      - **Storlek.** Den går från ett par krukor till flera hektar.
      - **Öppenhet:** mellan stängda grindar och fri entré
      - **Ålder**
      - ekologiskt eller konventionellt
      """
    #expect(
      try poles(text, "sv") == [
        ["ett par krukor", "flera hektar"], ["stängda grindar", "fri entré"], [],
        ["ekologiskt", "konventionellt"],
      ])
  }

  @Test("in a list, in Norwegian")
  func norwegian() throws {
    let text = """
      # Dyrking

      ## Dimensjoner

      - **Størrelse.** Den går fra et par krukker til flere hektar.
      - **Alder**
      """
    #expect(try poles(text, "nb") == [["et par krukker", "flere hektar"], []])
  }
}
