import Diagnostics
import Exchange
import Testing

@Suite("Translators' answers are put into the articles")
struct WritingTests {
  private static let source = """
    ---
    title: Te
    description: "Om te"
    keywords: [te]
    date: 2026-01-02
    slug: om-te
    ---

    # Te

    <!-- begrepp: benefits -->

    Te är gott,
    sägs det.\\
    Och varmt.

    > Ett citat
    > i två rader.\\
    > Och en tredje.

    1. Skölj kannan.
       1. Noga.
    2. Räkna blad.

    | Sort  | Tid |
    |-------|-----|
    | grönt | 3   |

    ```
    koka()
    ```

    Slut
    ====

    ![Kanna](kanna.png)

    """

  private func shouted(_ text: String) -> (text: String, isFuzzy: Bool)? {
    // Addresses and what Markdown needs stay as they are.
    (text.replacing("ä", with: "æ").replacing("ö", with: "ø"), false)
  }

  @Test("a new translation has the build of its source and a front matter of its own")
  func fresh() throws {
    let written = Reading.imported(Reading.pair(Self.source), shouted)
    #expect(Reading.lines(written.diagnostics) == [])
    let result = try #require(written.value)
    let body = try #require(
      Self.source.firstRange(of: "\n# Te").map { Self.source[$0.lowerBound...] })
    #expect(
      Reading.text(result.bytes)
        == "---\ntitle: Te\ndescription: Om te\ntranslationOf: sv/te.md\n---\n"
        + body.replacing("Te är gott,\n", with: "Te är gott, ").replacing(
          "Ett citat\n> i", with: "Ett citat i"
        ).replacing("ö", with: "ø").replacing("ä", with: "æ"))
    #expect(Reading.text(result.confirmed) == Self.source)
    #expect(result.leftOut == 0)
  }

  @Test("what was exported and is imported again changes no byte")
  func roundTrip() throws {
    let own = """
      ---
      title: "Te"
      translationOf: sv/te.md
      extra: [1,   2]
      ---
      Te
      ==

      Te er godt,
         sier man.\\
      Og varmt.

      > Et sitat
      på to linjer.\\
      > Og en tredje.

      * Skyll kannen.
          - Nøye.
      * Tell blader.

      Sort | Tid
      ---|---
      grønn|3

      ~~~
      kok()
      ~~~

      ## Slutt ##

      ![Kanne](kanne.png)

      En merknad av oversetteren.
      """
    for confirmed in [nil, Self.source] {
      for text in [own, own.replacing("\n", with: "\r\n")] {
        let written = Reading.imported(Reading.pair(Self.source, text, confirmed: confirmed)) { _ in
          nil
        }
        #expect(Reading.lines(written.diagnostics) == [])
        #expect(Reading.text(written.value?.bytes) == text)
        #expect(written.value?.changed == 0)
      }
    }
  }

  @Test("only the blocks that were translated anew are written")
  func changedBlocks() throws {
    let own = "---\ntitle: 'Te'\ntranslationOf: sv/te.md\n---\n# Te\n\n* A\n  a\n* B\n\n> C\n> c\n"
    let source = "---\ntitle: Te\n---\n# Te\n\n- a\n- b\n\n> c\n"
    let written = Reading.imported(Reading.pair(source, own, confirmed: source)) { text in
      ["a": ("AA", false), "c": ("ett\\\nto", false), "Te": ("Te: 'drikk'", false)][text]
    }
    #expect(
      Reading.text(written.value?.bytes)
        == "---\ntitle: 'Te: ''drikk'''\ntranslationOf: sv/te.md\n---\n# Te: 'drikk'\n\n"
        + "* AA\n* B\n\n> ett\\\n> to\n")
    #expect(written.value?.changed == 4)
  }

  private static let old = "# Te\n\nEtt.\n\nTvå.\n\n1. a\n2. b\n\n```\nx\n```\n\nTre.\n"
  private static let new =
    "# Te\n\nEtt ord.\n\n1. a\n2. nytt ord\n3. b\n\n```\ny\n```\n\n## Mer\n\nTre.\n"
  private static let own =
    "# TE\r\n\r\nETT.\r\n\r\nTO.\r\n\r\n1) A\r\n2) B\r\n\r\n```\r\nx\r\n```\r\n\r\nTRE.\r\n"

  @Test("what came, went and moved in the source is followed, in the layout of the translation")
  func followed() throws {
    let pair = Reading.pair(Self.new, Self.own, confirmed: Self.old)
    let written = Reading.imported(pair) { text in
      ["Ett ord.": ("ETT ORD.", false), "nytt ord": ("NYTT", false), "Mer": ("MER", false)][text]
    }
    #expect(Reading.lines(written.diagnostics) == [])
    #expect(
      Reading.text(written.value?.bytes)
        == ("# TE\n\nETT ORD.\n\n1) A\n2) NYTT\n3) B\n\n```\ny\n```\n\n## MER\n\nTRE.\n")
        .replacing("\n", with: "\r\n"))
    #expect(written.value?.removed == 2)
    #expect(Reading.text(written.value?.confirmed) == Self.new)
  }

  @Test("fuzzy and empty answers leave the former translation, and are not confirmed")
  func partial() throws {
    let pair = Reading.pair(Self.new, Self.own, confirmed: Self.old)
    let written = Reading.imported(pair) { text in
      switch text {
      case "Ett ord.": ("ETT NESTEN", true)
      case "nytt ord": ("", false)
      case "Mer": ("MER", false)
      case "Tre.": ("", false)
      default: nil
      }
    }
    #expect(
      Reading.text(written.value?.bytes)
        == ("# TE\n\nETT.\n\n1) A\n2) B\n\n```\ny\n```\n\n## MER\n\nTRE.\n")
        .replacing("\n", with: "\r\n"))
    #expect(written.value?.kept == 2)
    #expect(written.value?.leftOut == 1)
    #expect(
      Reading.text(written.value?.confirmed)
        == "# Te\n\nEtt.\n\n1. a\n3. b\n\n```\ny\n```\n\n## Mer\n\nTre.\n")
  }

  @Test("a new translation that is not whole is a draft without what is missing")
  func partialFresh() throws {
    let source = "# Te\n\nEtt.\n\n## Borta\n\nTvå.\n\n```\nx\n```\n\n## Mer\n\n- a\n  - b\n- c\n"
    let answers = ["Te": "TE", "Mer": "MER", "c": "C"]
    let written = Reading.imported(Reading.pair(source)) { text in (answers[text] ?? "", false) }
    #expect(Reading.lines(written.diagnostics) == [])
    #expect(
      Reading.text(written.value?.bytes)
        == "---\ntranslationOf: sv/te.md\ndraft: true\n---\n\n# TE\n\n## MER\n- C\n")
    #expect(Reading.text(written.value?.confirmed) == "# Te\n\n## Mer\n- c\n")
    #expect(written.value?.leftOut == 5)
  }

  @Test(
    "an answer that does not fit into the article is refused at its place",
    arguments: [
      ("Ett.", "en\n\nto", "this translation would not be one paragraph in the article"),
      ("Ett.", "# en", "this translation would not be one paragraph in the article"),
      ("Ett.", "<!-- en", "this translation would not be one paragraph in the article"),
      ("Te", "TE\\\nto", "this translation would not be one heading in the article"),
      ("a", "1. a", "this translation would not be one list item in the article"),
      ("| k | l |", "| k |", "this row of a table has 1 cell, its source has 2"),
      ("Mer", "", "this heading has no translation, but what stands below it has"),
      ("| i | j |", "", "this table row has no translation, but a row below it has"),
      ("a", "", "this list item has no translation, but what belongs to it has"),
    ])
  func misfits(message: String, answer: String, expected: String) {
    let source = "# Te\n\nEtt.\n\n- a\n\n  b\n\n| i | j |\n|---|---|\n| k | l |\n\n## Mer\n\nTvå.\n"
    let written = Reading.imported(Reading.pair(source)) { text in
      (text == message ? answer : text.uppercased(), false)
    }
    #expect(written.value == nil)
    #expect(written.diagnostics.map(\.message) == [expected])
    #expect(written.diagnostics.first?.location.start.line ?? 0 > 10)
  }

  @Test("a catalogue of the article as it was is refused with what differs")
  func outdated() throws {
    let old = Reading.pair("# Te\n\nTe är en god dryck.\n\nBorta.\n\n## A\n\nSamma.\n")
    let new = Reading.article("# Te\n\nTe är en varm dryck.\n\n## B\n\nSamma.\n")
    let text = Reading.text(CatalogueWriter.write(exportCatalogue(old, Reading.setting)))
    let (catalogue, file) = try #require(Reading.catalogue(text))
    let answers = catalogue.answers(for: new, new.translationUnits, from: file)
    #expect(answers.value == nil)
    #expect(
      Reading.lines(answers.diagnostics) == [
        "content/sv/te.md:5:4: the catalogue lacks this heading: 'B'",
        "te.po:23:1: the article says something else than 'Te är en god dryck.' (it says 'Te är en varm dryck.')",
        "te.po:29:1: the article does not have 'Borta.' any more",
        "te.po:35:1: the article does not have 'A' any more",
        "te.po:41:1: 'Samma.' stands under another heading in the article (it is under 'B')",
      ])
    let other = Reading.article("# Kaffe\n\nStarkt.\n")
    #expect(
      Reading.lines(catalogue.answers(for: other, other.translationUnits, from: file).diagnostics)
        == ["te.po:1:1: none of its messages stands in 'content/sv/te.md'"])
  }

  @Test("hostile articles and catalogues end in an answer or a finding")
  func hostile() {
    let texts = [
      "", "\n", "---\n---\n", "# \n", String(repeating: "> ", count: 3000) + "a\n",
      String(repeating: "- ", count: 500) + "a\n", "|a|b|\n|-|-|\n|\\|c|\n", "a\\\nb  \nc\r\rd",
      "---\ntitle: |\n  a\n   b\ndescription: 'x''y\n  z'\n---\n# a\n",
      "---\n{title: a}\n---\n# a\n",
      "Rubrik\n\n• ett\n• två\n\nMer text här.\n\nUnderrubrik\n\nText.\n", "[a]: b\nc\n",
      "***\n- - - a\n\n      b\n", "<div>\na\n</div>\n\nb\n", "\u{00A0}a\u{00A0}\n",
    ]
    for text in texts {
      for answer in ["x", "x\ny", "x  \ny", "", "```", "- x", "|", "\\", "> x\\\n> y"] {
        let written = Reading.imported(Reading.pair(text)) { _ in (answer, false) }
        #expect((written.value == nil) == !written.diagnostics.isEmpty)
      }
      let again = Reading.imported(Reading.pair(text, text, confirmed: text)) { _ in nil }
      if let value = again.value { #expect(value.bytes == Array(text.utf8)) }
    }
  }
}
