import Articles
import Diagnostics
import Exchange
import Testing

@Suite("An article as a catalogue")
struct ExportTests {
  private func messages(_ text: String) -> [String] {
    Reading.article(text).translationUnits.map { unit in
      let context = unit.context.map { Reading.text($0) + " | " } ?? ""
      return unit.message.map { context + Reading.text($0) } ?? "(\(unit.block.kind.rawValue))"
    }
  }

  @Test("has a message for each block with words, under the heading that it stands below")
  func units() {
    let text = """
      ---
      title: 'Te: en dryck'  # kort
      description: >
        Om te
        och kannor.
      ---

      Förord.

      # Te #

      Te är *gott*,
      sägs det.\\
      Och [varmt](varme.md "Värme").

      Så kokas det
      ------------

      - Skölj kannan
        ordentligt.

        > Alltid
        > med `vatten
        >   och` mer.
      - 1990

      | Sort | Tid |
      |:-----|----:|
      | grönt \\| vitt | 3 |
      | 1 | 2 |

      ![](kanna.png)

      ![En kanna](kanna.png)

      ```
      koka()
      ```

      ### Kallt

      Te är *gott*,
      sägs det.

      #### Kallt
      """
    #expect(
      messages(text) == [
        "title | Te: en dryck", "description | Om te och kannor.", "Förord.", "Te",
        "Te | Te är *gott*, sägs det.\\\nOch [varmt](varme.md \"Värme\").", "Te | Så kokas det",
        "Så kokas det | Skölj kannan ordentligt.",
        "Så kokas det | Alltid med `vatten och` mer.", "(list item)",
        "Så kokas det | | Sort | Tid |", "Så kokas det | | grönt \\| vitt | 3 |", "(table row)",
        "(paragraph)", "Så kokas det | ![En kanna](kanna.png)", "(code)",
        "Så kokas det | Kallt", "Kallt | Te är *gott*, sägs det.", "Kallt | Kallt",
      ])
  }

  @Test("tells equal messages apart by numbers, also from headings that are called so")
  func unique() {
    let text = "a\n\na\n\n# b\n\na\n\na\n\n# b (2)\n\na\n\na\n"
    let keys = Reading.article(text).translationUnits.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(
      messages(text) == [
        "a", "2 | a", "b", "b | a", "b (2) | a", "b (2)", "b (2) (2) | a", "b (2) (3) | a",
      ])
  }

  @Test("says dates of the articles alone, and a place and the terms for each message")
  func whole() {
    let pair = Reading.pair("---\ndate: 2026-01-02\n---\n\n# Te\n\nTe är en dryck.\n")
    let catalogue = exportCatalogue(pair, Reading.setting, notes: [1: ["te → te"]])
    #expect(
      Reading.text(CatalogueWriter.write(catalogue)) == """
        msgid ""
        msgstr ""
        "Project-Id-Version: Te\\n"
        "Report-Msgid-Bugs-To: \\n"
        "POT-Creation-Date: 2026-01-02 00:00+0000\\n"
        "PO-Revision-Date: \\n"
        "Last-Translator: \\n"
        "Language-Team: \\n"
        "Language: nb\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
        "X-Source-Language: sv\\n"
        "X-Begrepp-Source: sv/te.md\\n"

        #. heading 1
        #: content/sv/te.md:5
        msgid "Te"
        msgstr ""

        #. paragraph
        #. te → te
        #: content/sv/te.md:7
        msgctxt "Te"
        msgid "Te är en dryck."
        msgstr ""

        """)
  }

  private func states(_ pair: TranslationPair) -> [String] {
    exportCatalogue(pair, Reading.setting).entries.map { entry in
      let mark = entry.isObsolete ? "gone " : entry.isFuzzy ? "fuzzy " : ""
      let former = entry.previous.map { " < " + Reading.text($0.text) } ?? ""
      return "\(mark)\(Reading.text(entry.key.text))\(former) = \(Reading.text(entry.translation))"
    }
  }

  @Test("fills in what is translated; what changed since is fuzzy with its former text")
  func standings() {
    let old = "# Te\n\nTe är en dryck.\n\nTe är gott.\n\n- varmt\n- billigt\n"
    let new = "# Te\n\nTe är en dryck av blad.\n\n- varmt\n- dyrt och bra\n- nytt\n"
    let own = "# Te\n\nTe er en drikk.\n\nTe er godt.\n\n- varmt\n- billig\n"
    #expect(
      states(Reading.pair(new, own, confirmed: old)) == [
        "Te = Te", "fuzzy Te är en dryck av blad. < Te är en dryck. = Te er en drikk.",
        "varmt = varmt", "dyrt och bra = ", "nytt = ", "gone Te är gott. = Te er godt.",
        "gone billigt = billig",
      ])
    #expect(
      states(Reading.pair(old, own, confirmed: old)).allSatisfy { !$0.hasPrefix("fuzzy") })
  }

  @Test("is fuzzy where nobody has confirmed a translation that is built otherwise")
  func unconfirmed() {
    let source = "# Te\n\na\n\nb\n\n## Kok\n\nc\n"
    #expect(
      states(Reading.pair(source, "# Te\n\nA\n\n## Koking\n\nC\n")) == [
        "fuzzy Te = Te", "fuzzy a = A", "b = ", "Kok = Koking", "c = C",
      ])
    let draft = "---\ntranslationOf: sv/te.md\ndraft: true\n---\n\n# Te\n\nA\n\nb\n\n## Kok\n\nC\n"
    #expect(
      states(Reading.pair(source, draft)) == [
        "fuzzy Te = Te", "a = A", "fuzzy b = b", "fuzzy Kok = Kok", "c = C",
      ])
  }
}
