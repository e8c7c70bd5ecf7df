import Extraction
import Language
import Testing

/// One text and what is to be read out of it: `facet: label`, in order.
struct Reading: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var language: LanguageCode
  var text: String
  var facts: [String]

  init(_ name: String, _ language: LanguageCode, _ text: String, _ facts: [String]) {
    testDescription = "\(name) (\(language))"
    self.language = language
    self.text = text
    self.facts = facts
  }

  func check() throws {
    let title = language == "sv" ? "# Solel\n\n" : "# Solstrøm\n\n"
    let found = try extracted(title + text, language).facts
    #expect(found.map { "\($0.facet.rawValue): \($0.label)" } == facts)
  }
}
