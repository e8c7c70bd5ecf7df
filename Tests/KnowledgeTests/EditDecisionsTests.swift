import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("the editing of concepts.yml")
struct EditDecisionsTests {
  private func edited(_ yaml: String, _ changes: DecisionChange...) throws -> String {
    let bytes = try editDecisions(
      path: "content/concepts.yml", bytes: Array(yaml.utf8), changes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private let pool = DecisionChange.entry(
    id: "car-pool", names: [.init("sv", "bilpool"), .init("nb", "bilkollektiv")])
  private let norwegian = DecisionChange.term(.init("nb", "rutebuss"), of: "bus")
  private let rejection = DecisionChange.correction(
    path: "sv/buss.md", .reject(.benefit, label: "färre bilar"))

  @Test("a new entry goes to the end, set out as the others are")
  func entries() throws {
    #expect(
      try edited(
        "# Färdmedel\n\n- id: bus\n  sv: buss # nytt ord\n\n- id: tram\n  sv: 'spårvagn'\n", pool)
          == """
          # Färdmedel

          - id: bus
            sv: buss # nytt ord

          - id: tram
            sv: 'spårvagn'

          - id: car-pool
            sv: bilpool
            nb: bilkollektiv

          """)
    #expect(
      try edited("- {id: bus, sv: buss}\n- {id: tram, sv: spårvagn}\n# slut\n", pool)
        == "- {id: bus, sv: buss}\n- {id: tram, sv: spårvagn}\n# slut\n"
        + "- id: car-pool\n  sv: bilpool\n  nb: bilkollektiv\n")
    #expect(
      try edited("  -   id: bus\n      sv: buss\n  -   id: tram\n      sv: spårvagn\n", pool)
        == "  -   id: bus\n      sv: buss\n  -   id: tram\n      sv: spårvagn\n"
        + "  -   id: car-pool\n      sv: bilpool\n      nb: bilkollektiv\n")
  }

  @Test(
    "an entry goes into a file that decides nothing yet",
    arguments: [
      ("", ""), ("\u{FEFF}", "\u{FEFF}"), ("# inget än\n", "# inget än\n\n"),
      ("# inget än", "# inget än\n\n"), ("# inget än\n\n", "# inget än\n\n"), ("---\n", "---\n\n"),
    ])
  func empty(before: String, after: String) throws {
    #expect(
      try edited(before, pool) == after + "- id: car-pool\n  sv: bilpool\n  nb: bilkollektiv\n")
  }

  @Test("line endings, a missing last one and a byte order mark stay")
  func lineEndings() throws {
    #expect(
      try edited("\u{FEFF}- id: bus\r\n  sv: buss", norwegian, pool)
        == "\u{FEFF}- id: bus\r\n  sv: buss\r\n  nb: rutebuss\r\n\r\n- id: car-pool\r\n"
        + "  sv: bilpool\r\n  nb: bilkollektiv\r\n")
    #expect(
      try edited("- id: bus\n  sv: buss", norwegian) == "- id: bus\n  sv: buss\n  nb: rutebuss")
  }

  @Test("what ends the document stays at the end")
  func documentEnd() throws {
    #expect(
      try edited("---\n- id: bus\n  sv: buss\n...\n", pool)
        == "---\n- id: bus\n  sv: buss\n\n- id: car-pool\n  sv: bilpool\n  nb: bilkollektiv\n...\n")
  }

  @Test("a file in brackets stays in brackets")
  func brackets() throws {
    let entry = "{id: car-pool, sv: bilpool, nb: bilkollektiv}"
    #expect(try edited("[]\n", pool) == "[\(entry)]\n")
    #expect(
      try edited("[\n  {id: bus, sv: \"bu]ss\"}, # först\n]\n", pool)
        == "[\n  {id: bus, sv: \"bu]ss\"}, \(entry) # först\n]\n")
    #expect(
      try edited("[{id: bus, sv: it's}]", norwegian, pool)
        == "[{id: bus, sv: it's, nb: rutebuss}, \(entry)]")
  }

  @Test("a term goes below the other languages of its entry")
  func terms() throws {
    #expect(
      try edited(
        "- id: bus\n  sv: {term: buss, synonyms: [linje]} # så\n  broader: traffic\n", norwegian)
        == "- id: bus\n  sv: {term: buss, synonyms: [linje]} # så\n  nb: rutebuss\n  broader: traffic\n"
    )
    #expect(
      try edited(
        """
        - id: bus
          sv:
            term: buss
            definition: >
              En buss går
              # ofta

              till staden.
          # om gränser
          related:
          - tram
        # härnäst
        - id: tram
        """, norwegian)
          == """
          - id: bus
            sv:
              term: buss
              definition: >
                En buss går
                # ofta

                till staden.
            nb: rutebuss
            # om gränser
            related:
            - tram
          # härnäst
          - id: tram
          """)
    #expect(
      try edited(
        "- id: bus\n  sv: {term: buss,\n# mellan\n synonyms: [x]}\n  related: a\n", norwegian)
        == "- id: bus\n  sv: {term: buss,\n# mellan\n synonyms: [x]}\n  nb: rutebuss\n  related: a\n"
    )
    #expect(try edited("- {id: bus}", norwegian) == "- {id: bus, nb: rutebuss}")
    #expect(try edited("- {id: bus,}\n", norwegian) == "- {id: bus, nb: rutebuss}\n")
    #expect(
      try edited("-\n  id: bus\n  related: tram\n", norwegian)
        == "-\n  id: bus\n  nb: rutebuss\n  related: tram\n")
  }

  @Test("a correction goes to the others of its article, of whatever style")
  func corrections() throws {
    let item = "{facet: benefit, label: färre bilar}"
    #expect(
      try edited("", rejection) == "- correct: sv/buss.md\n  reject:\n    - \(item)\n")
    #expect(
      try edited(
        "- correct: sv/buss.md # se nedan\n  reject: [{facet: level, label: a}] # säkert\n",
        rejection)
        == "- correct: sv/buss.md # se nedan\n  reject: [{facet: level, label: a}, \(item)] # säkert\n"
    )
    #expect(
      try edited("- correct: ./sv/buss.md\n  reject: []\n", rejection)
        == "- correct: ./sv/buss.md\n  reject: [\(item)]\n")
    #expect(
      try edited(
        "- correct: sv/buss.md\n  reject:\n  - facet: level\n    label: a\n  # slut\n  move: []\n",
        rejection)
        == "- correct: sv/buss.md\n  reject:\n  - facet: level\n    label: a\n  - \(item)\n  # slut\n"
        + "  move: []\n")
    #expect(
      try edited(
        "- correct: sv/buss.md\n  move:\n  - {facet: step, label: a, to: level}\n", rejection)
        == "- correct: sv/buss.md\n  move:\n  - {facet: step, label: a, to: level}\n  reject:\n"
        + "    - \(item)\n")
    #expect(
      try edited("- {correct: sv/buss.md, move: []}\n", rejection)
        == "- {correct: sv/buss.md, move: [], reject: [\(item)]}\n")
    #expect(
      try edited("[{correct: sv/tåg.md}]\n", rejection)
        == "[{correct: sv/tåg.md}, {correct: sv/buss.md, reject: [\(item)]}]\n")
  }

  @Test("several corrections go in together, and one that is there already is left")
  func severalCorrections() throws {
    let changes: [DecisionChange] = [
      rejection, rejection,
      .correction(path: "sv/buss.md", .relabel(.step, from: "köp", to: "köp biljett")),
      .correction(path: "sv/buss.md", .reject(.level, label: "a: b")),
      .correction(path: "nb/buss.md", .move(.step, label: "'kjøp'", to: .takeaway)),
    ]
    let once = try editDecisions(path: "concepts.yml", bytes: [], changes)
    #expect(
      String(decoding: once, as: UTF8.self) == """
        - correct: sv/buss.md
          reject:
            - {facet: benefit, label: färre bilar}
            - {facet: level, label: 'a: b'}
          relabel:
            - {facet: step, from: köp, to: köp biljett}

        - correct: nb/buss.md
          move:
            - {facet: step, label: '''kjøp''', to: takeaway}

        """)
    #expect(try editDecisions(path: "concepts.yml", bytes: once, changes) == once)
    let read = readEditorialDecisions(path: "concepts.yml", bytes: once, languages: ["sv", "nb"])
    #expect(read.diagnostics == [])
    #expect(read.value?.corrections.map(\.actions.count) == [3, 1])
  }

  @Test("where a correction fits in nowhere, it gets an item of its own")
  func apart() throws {
    let single = "- correct: sv/buss.md\n  reject: {facet: level, label: a}\n"
    #expect(
      try edited(single, rejection)
        == single
        + "\n- correct: sv/buss.md\n  reject:\n    - {facet: benefit, label: färre bilar}\n")
  }

  @Test(
    "any text is read back as it was written",
    arguments: [
      "no", "Yes", "null", "~", "42", "- a", "a: b", "a #b", "#a", "it's", "\"a\"", "a\\b", "M&A",
      "&a", "*a",
      "{a}", "[a", "a, b", " a", "a ", "", "a\tb", "a\nb", "é\u{301}", "\u{85}\u{2028}\u{FEFF}",
      "\u{1}",
      "\u{1F600}", "%a", "@a", "`a`", "!a", "a]", "små- och medelstora", "K2", "2K", "a/b (c)",
      "a|b", "?a",
      "---", "...", "=", "<<",
    ])
  func quoting(text: String) throws {
    let bytes = try editDecisions(
      path: "a", bytes: Array("- {id: x}\n".utf8),
      [.entry(id: "y", names: [.init("sv", text)]), .term(.init("sv", text), of: "x")])
    #expect(
      YAMLTree.elements(of: YAMLFile(path: "a", bytes: bytes))?.map { $0["sv"] }
        == [.text(text), .text(text)])
  }

  @Test("what cannot be done changes nothing and says why")
  func faults() throws {
    func fault(_ yaml: String, _ changes: DecisionChange...) -> String {
      do throws(DecisionEditingFault) {
        _ = try editDecisions(path: "concepts.yml", bytes: Array(yaml.utf8), changes)
        return "done"
      } catch {
        let place = error.location.map { "\($0.start.line):\($0.start.column): " } ?? ""
        return place + error.message
      }
    }
    #expect(
      fault("a: b\n", pool) == "1:1: concepts.yml has to be a list of entries and corrections")
    #expect(fault("- id: a\n\tsv: b\n", pool).hasPrefix("2:1: "))
    #expect(fault("- [\n", pool).hasSuffix("did not find expected node content"))
    #expect(fault("- id: car-pool\n", pool) == "1:3: there is an entry 'car-pool' already")
    #expect(fault("", pool, pool) == "1:1: there is an entry 'car-pool' already")
    #expect(fault("- id: a\n", norwegian) == "there is no entry 'bus'")
    #expect(
      fault("- id: bus\n  no: buss\n", norwegian)
        == "2:3: the entry 'bus' has a term in 'nb' already")
    #expect(
      fault("- id: bus\n", norwegian, norwegian)
        == "1:3: the entry 'bus' has a term in 'nb' already")
    let relabel = DecisionChange.correction(
      path: "sv/buss.md", .relabel(.benefit, from: "färre bilar", to: "få bilar"))
    #expect(
      fault("- correct: sv/buss.md\n  reject: {facet: benefit, label: färre bilar}\n", relabel)
        == "2:11: there is another correction of 'färre bilar' already")
    // The literal keeps its empty lines, which are part of what the entry says.
    #expect(
      fault("- id: bus\n  sv: |+\n    buss\n\n\n  related: a\n", norwegian)
        == "the file is written in a way that nothing can be added to safely")
    // Twenty-five levels of aliases would make 2²⁵ nodes.
    let bomb =
      "- a0: &a0 [x, x]\n"
      + (1...25).map { "- a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(fault(bomb, pool) == "1:1: concepts.yml has to be a list of entries and corrections")
  }

  @Test("a long file takes many changes at once")
  func long() throws {
    let yaml = (0..<2000).map { "- id: c\($0)\n  sv: ord\($0)\n\n" }.joined()
    let changes = (0..<2000).map {
      DecisionChange.term(.init("nb", "ord\($0)"), of: ConceptID("c\($0)"))
    }
    let bytes = try editDecisions(path: "a", bytes: Array(yaml.utf8), changes)
    let expected = (0..<2000).map { "- id: c\($0)\n  sv: ord\($0)\n  nb: ord\($0)\n\n" }.joined()
    #expect(bytes == Array(expected.utf8))
  }
}
