import Articles
import Diagnostics
import Extraction
import Foundation
import Language
import Testing

@Suite("A language is data: a pack that no Swift knows of is enough")
struct NewLanguageTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  @Test("a Danish article is detected, and its definitions, benefits and drawbacks are read")
  func danish() throws {
    let loaded = LanguageCatalog.load(overrides: [
      (path: "languages/da.yml", bytes: try bytes("da.yml"))
    ])
    // The interface is left untranslated: a site in Danish would want it, extraction does not.
    #expect(loaded.diagnostics.allSatisfy { $0.severity != .error })
    let pack = try #require(loaded.value["da"])
    let file = ContentFile(shownPath: "klynge.md", path: "klynge.md", bytes: try bytes("klynge.md"))
    let read = ArticleReader(languages: loaded.value).read(file)
    let article = try #require(read.value)
    #expect(article.language == "da")

    let facts = extract(article, using: pack).value
    #expect(facts.subject?.term == "klynge")
    #expect(
      facts.facts.map { "\($0.facet.rawValue): \($0.label)" } == [
        "definition: klynge", "definition: klyngeleder", "benefit: lavere omkostninger",
        "benefit: flere kunder", "benefit: ny viden", "benefit: større netværk",
        "drawback: møderne tager tid", "drawback: nogle deler mere end andre",
      ])
  }
}
