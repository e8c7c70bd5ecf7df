import Testing

@testable import Language

@Suite struct SentenceScanTests {
  private static let catalog = LanguageCatalog.load().value

  /// All sentences that the rules of a pack give as examples.
  private static func sentences(of book: RuleBook) -> [String] {
    let rules = book.definitions + book.statements + book.synonyms
    let examples = rules.map(\.examples) + book.headings.map(\.examples)
    return examples.flatMap { $0.yes + $0.no }.map {
      String($0.split(separator: "=>", maxSplits: 1).first ?? "")
    }
  }

  private static func tagged(_ text: String, _ book: RuleBook) -> TaggedTokens {
    var tagged = TaggedTokens()
    Array(text.utf8).withUnsafeBufferPointer {
      book.tag($0, in: 0..<$0.count, into: &tagged)
    }
    return tagged
  }

  @Test("says of every rule and sentence just what the machine says", arguments: ["sv", "nb"])
  func agrees(code: String) throws {
    let book = try #require(Self.catalog[LanguageCode(code)]).rules
    let patterns =
      (book.definitions + book.statements + book.synonyms).map(\.pattern)
      + book.headings.map(\.pattern) + book.questions
    let sentences = Self.sentences(of: book)
    #expect(sentences.count > 100)
    let stack = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
    defer { stack.deallocate() }
    var matches = 0
    for sentence in sentences {
      let text = Self.tagged(sentence, book)
      var masks = SentenceMasks(book.membership)
      masks.load(0..<text.tokens.count, of: text, book)
      var machine = PatternMachine()
      for pattern in patterns {
        let scanned = pattern.scan.withUnsafeBufferPointer { masks.scan($0, stack) }
        let found = machine.run(pattern, masks) != nil
        if scanned != found { Issue.record("'\(pattern.source)' on '\(sentence)'") }
        if found { matches += 1 }
      }
    }
    #expect(matches > sentences.count / 2)
  }

  @Test("names the rules that match, in the order of the pack", arguments: ["sv", "nb"])
  func names(code: String) throws {
    let book = try #require(Self.catalog[LanguageCode(code)]).rules
    for sentence in Self.sentences(of: book).prefix(200) {
      let text = Self.tagged(sentence, book)
      let range = 0..<text.tokens.count
      let matcher = SentenceMatcher(text, book)
      let named = matcher.rules(.definitions, range)
      let tried = book.definitions.indices.filter {
        matcher.match(book.definitions[$0].pattern, range) != nil
      }
      #expect(named == tried, "\(sentence)")
    }
  }

  @Test("matches in sentences longer than a scan can tell of")
  func longSentences() throws {
    let book = try #require(Self.catalog["sv"]).rules
    let filler = Array(repeating: "mycket", count: 90).joined(separator: " ")
    for text in ["Ett kluster är en grupp av företag som \(filler).", "\(filler) kluster"] {
      let tagged = Self.tagged(text, book)
      let range = 0..<tagged.tokens.count
      let matcher = SentenceMatcher(tagged, book)
      let tried = book.definitions.indices.filter {
        matcher.match(book.definitions[$0].pattern, range) != nil
      }
      #expect(Set(tried).isSubset(of: matcher.rules(.definitions, range)))
      #expect(tried.isEmpty == text.hasPrefix("mycket"))
    }
  }

  @Test("finds beginnings, endings and parts of words, in any case")
  func affixes() throws {
    var sets = WordSets()
    var set = WordSet()
    set.prefixes = [Array("för".utf8), Array("x".utf8)]
    set.suffixes = [Array("ås".utf8)]
    set.infixes = [Array("mitt".utf8)]
    let made = sets.number(of: set)
    let number = try #require(made)
    let again = sets.number(of: set)
    #expect(again == number)
    let automaton = AffixAutomaton(sets.all)
    for (word, isIn) in [
      ("fördel", true), ("FÖRDEL", true), ("offör", false), ("hemmittåt", true), ("HIMLÅS", true),
      ("åsa", false), ("xylofon", true), ("a", false), ("för", true),
    ] {
      let found = Array(word.utf8).withUnsafeBufferPointer {
        automaton.sets(of: $0, in: 0..<$0.count)
      }
      #expect(found.contains(number) == isIn, "\(word)")
    }
  }
}
