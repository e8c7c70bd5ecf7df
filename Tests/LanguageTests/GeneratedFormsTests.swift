import Testing

@testable import Language

/// Every form of some hundreds of words, as written out in the fixtures, is generated from the
/// dictionary form and leads back to it.
@Suite struct GeneratedFormsTests {
  struct Word: CustomStringConvertible {
    var code: LanguageCode
    var term: String
    /// All forms but genitives.
    var forms: [String]
    var description: String { "\(code) \(term)" }
  }

  static func nouns(_ code: LanguageCode, _ fixture: String) -> [Word] {
    fixture.split(separator: "\n").map { line in
      let forms = line.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
      return Word(code: code, term: forms[0], forms: forms.filter { $0 != "-" })
    }
  }

  static func terms(_ code: LanguageCode, _ fixture: String) -> [Word] {
    fixture.split(separator: "\n").map { line in
      let forms = line.split(separator: ";").map { part in
        String(part.drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
      }
      return Word(code: code, term: forms[0], forms: forms.filter { $0 != "-" })
    }
  }

  static let words =
    nouns("sv", swedishNouns) + nouns("nb", norwegianNouns) + terms("sv", swedishTerms)
    + terms("nb", norwegianTerms)

  static let catalog = LanguageCatalog.load().value

  @Test("the fixtures hold 200 nouns and 50 terms of each language")
  func size() {
    for code in ["sv", "nb"] as [LanguageCode] {
      let own = Self.words.filter { $0.code == code }
      #expect(own.filter { !$0.term.contains(" ") }.count >= 200)
      #expect(own.filter { $0.term.contains(" ") }.count >= 50)
      #expect(Set(own.map(\.term)).count == own.count)
    }
  }

  @Test("every form of a term is generated", arguments: words)
  func generated(_ word: Word) throws {
    let forms = Set(try #require(Self.catalog[word.code]).inflection.forms(of: word.term))
    let wanted = word.forms + word.forms.filter { !"sxz".contains($0.last ?? "s") }.map { $0 + "s" }
    #expect(wanted.filter { !forms.contains($0) } == [])
  }

  @Test("every form of a term leads back to it", arguments: words)
  func reduced(_ word: Word) throws {
    let inflection = try #require(Self.catalog[word.code]).inflection
    let forms = word.forms.filter { !Self.homographs.contains("\(word.code) \($0)") }
    #expect(forms.filter { inflection.dictionaryForm(of: $0) != word.term } == [])
  }

  /// Forms that are the dictionary form of another word too, or a form of another word.
  static let homographs: Set<String> = [
    // of `studie` and `studium`, `teknik` and `tekniker`, `senter` and `sentrum`
    "sv studier", "sv studierna", "nb studier", "nb studiene", "sv tekniker", "nb sentra",
  ]

  @Test("no form of a term is a form of another one", arguments: ["sv", "nb"] as [LanguageCode])
  func distinct(_ code: LanguageCode) throws {
    let inflection = try #require(Self.catalog[code]).inflection
    var owners: [String: String] = [:]
    var clashes: [String] = []
    for word in Self.words where word.code == code {
      for form in inflection.forms(of: word.term) {
        if let owner = owners[form] { clashes.append("\(form): \(owner), \(word.term)") }
        owners[form] = word.term
      }
    }
    #expect(clashes == [])
  }
}
