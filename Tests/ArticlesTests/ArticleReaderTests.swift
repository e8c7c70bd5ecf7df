import Articles
import Diagnostics
import Language
import Testing

@Suite struct ArticleReaderTests {
  @Test("reads a file to its prose, with spans into the file")
  func prose() throws {
    let text =
      "---\ntitle: Kluster\nlang: sv\n---\n# Vad är *kluster*?\n\nEtt `nät` &amp; en\n  [länk](/x \"t\").<br>Ja  nej ![bild](b)\n"
    let result = readArticle(text)
    let article = try #require(result.value)
    #expect(result.diagnostics.isEmpty)
    #expect(article.title == "Kluster")
    let prose = article.prose
    #expect(
      prose.text(0..<prose.bytes.count) == "Vad är kluster?\nEtt nät & en länk. Ja nej")
    let marks = prose.marks.map {
      "\($0.kind) \(prose.text($0.range)) \(article.source.text(article.document[$0.node].span))"
    }
    #expect(
      marks == [
        "emphasis kluster *kluster*", "code nät `nät`", "link länk [länk](/x \"t\")",
      ])
    let links = article.document.linkNodes
    #expect(links.map(\.address) == ["/x", "b"])
    #expect(links.map { article.source.text($0.destination) } == ["/x", "b"])
    #expect(links.map(\.title) == ["t", ""])
    let amp = try #require(prose.bytes.firstIndex(of: UInt8(ascii: "&")))
    #expect(article.source.text(prose.span(of: amp..<amp + 1)) == "&amp;")
    #expect(article.source.text(prose.span(of: amp..<amp + 4)) == "&amp; en")
  }

  // MARK: Encodings

  @Test("reads UTF-8, UTF-16 and Windows-1252, and says which is not UTF-8")
  func encodings() throws {
    let text = "Åse og Øyvind – «én»\n"
    let utf16 = Array(text.utf16)
    let legacy: [UInt8] =
      [0xC5] + Array("se og ".utf8) + [0xD8] + Array("yvind ".utf8) + [0x96, 0x20, 0xAB, 0xE9]
      + [0x6E, 0xBB, 0x0A]
    let files: [([UInt8], [Rule])] = [
      (Array(text.utf8), []),
      ([0xEF, 0xBB, 0xBF] + Array(text.utf8), [.roughText]),
      ([0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, [.legacyEncoding]),
      ([0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, [.legacyEncoding]),
      (legacy, [.legacyEncoding]),
    ]
    for (bytes, rules) in files {
      let result = readArticle(bytes)
      let article = try #require(result.value)
      #expect(article.source.bytes == Array(text.utf8))
      #expect(result.diagnostics.map(\.rule) == rules)
      #expect(result.diagnostics.allSatisfy { $0.fixes.count == 1 })
    }
    let mixed = readArticle(Array("å ä ö ø ".utf8) + [0xE6, 0x0A])
    #expect(mixed.value?.source.text(SourceSpan(0..<14)) == "å ä ö ø æ")
  }

  @Test(
    "refuses what is no text",
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], Array(repeating: 1, count: 50),
      [0xFF, 0xFE, 0, 0, 1, 0],
    ] as [[UInt8]])
  func binary(_ bytes: [UInt8]) {
    let result = readArticle(bytes)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.rule) == [.binaryFile])
  }

  @Test("says that an article is empty", arguments: ["", "\n \n", "---\ntitle: A\n---\n"])
  func empty(_ text: String) {
    let result = readArticle(text)
    #expect(result.value != nil)
    #expect(result.diagnostics.map(\.rule) == [.emptyArticle])
  }

  // MARK: Language

  @Test("takes the language from option, front matter, folder, detection, in this order")
  func language() {
    let reader = ArticleReader(knownLanguages: ["sv", "nb"]) { $0.contains(0x78) ? nil : "sv" }
    func language(_ text: String, _ option: LanguageCode?, _ folder: LanguageCode?) -> String {
      let result = reader.read(
        ContentFile(
          shownPath: "a", path: "a", bytes: Array(text.utf8), declaredLanguage: option,
          folderLanguage: folder))
      return result.value?.language.rawValue ?? result.diagnostics.map(\.message).joined()
    }
    let declared = "---\nlang: nb-NO\n---\ntext"
    #expect(language(declared, "sv", "nb") == "sv")
    #expect(language(declared, nil, "sv") == "nb")
    #expect(language("text", nil, "nb") == "nb")
    #expect(language("ord", nil, nil) == "sv")
    #expect(language("text", nil, nil) == "the language cannot be told")
    #expect(language("text", "de", nil) == "the language 'de' is not known")
  }

  @Test("reports an unknown language where it stands")
  func unknownLanguage() throws {
    let result = readArticle("---\ntitle: Å\nlang: 'se'\n---\ntext")
    #expect(result.value == nil)
    let found = try #require(result.diagnostics.first)
    #expect(found.rule == .unknownLanguage)
    #expect(found.location.start == SourcePosition(line: 3, column: 7))
    #expect(found.help == "did you mean 'sv'?")
  }

  @Test("reads an unquoted 'no' as Norwegian Bokmål and says so")
  func norwegian() throws {
    let plain = readArticle("---\nlang: no\n---\ntekst")
    #expect(plain.value?.language == "nb")
    #expect(plain.diagnostics.map(\.rule) == [.invalidValue])
    #expect(plain.diagnostics[0].fixes[0].replacements.map(\.span.range) == [10..<12])
    let quoted = readArticle("---\nlang: \"no\"\n---\ntekst")
    #expect(quoted.value?.language == "nb")
    #expect(quoted.diagnostics.isEmpty)
  }

  // MARK: Directives

  @Test("reads directives and the blocks they stand above")
  func directives() throws {
    let text = """
      # A

      <!-- begrepp: benefits -->
      <!-- begrepp: Levels of Joint Venture -->
      - b

      <!--begrepp:success-factors-->
      c

      <!-- begrepp: ignore -->

      > d

      <!-- annat -->
      <!-- begrepp: benfits -->
      <!-- begrepp: step -->
      """
    let result = readArticle(text)
    let article = try #require(result.value)
    let found = article.directives.map { directive in
      "\(directive.meaning) \(directive.block.map { "\(article.document[$0].kind)" } ?? "-")"
    }
    #expect(
      found == [
        "facet(Language.Facet.benefit, of: nil) list",
        "facet(Language.Facet.level, of: Optional(\"Joint Venture\")) list",
        "facet(Language.Facet.successFactor, of: nil) paragraph", "ignore blockQuote",
        "facet(Language.Facet.step, of: nil) -",
      ])
    #expect(result.diagnostics.map(\.message) == ["'benfits' is not a directive"])
    #expect(result.diagnostics.map(\.help) == ["did you mean 'benefits'?"])
    #expect(result.diagnostics.map(\.location.start.line) == [15])
  }
}
