import Articles
import Extraction
import Language

/// Extraction, without the reading and parsing before it, beside libcmark's parsing and rendering of
/// the same texts; one thread each.
func measureExtraction(_ catalog: LanguageCatalog) throws -> String {
  var table = Table("extraction", "text", "libcmark", "extraction", "ratio", "goal")
  for wording in [Wording.swedish, .norwegian] {
    var generator = Generator(wording, terms: 1000, seed: 3)
    let texts = generator.terms.indices.map { Array(generator.article(about: $0).utf8) }
    let code = LanguageCode(wording.language)
    guard let pack = catalog[code] else { throw BenchmarkFailure("no pack for \(code)") }
    let reader = ArticleReader(languages: catalog)
    let articles = texts.enumerated().compactMap { index, bytes in
      reader.read(
        ContentFile(
          shownPath: "\(index).md", path: "\(index).md", bytes: bytes, declaredLanguage: code)
      ).value
    }
    var facts = 0
    let usages = Usage.interleaved(
      rounds: 5,
      [
        { for text in texts { Floor.parseAndRender(text) } },
        {
          facts = 0
          for article in articles { facts += extract(article, using: pack).value.facts.count }
        },
      ])
    guard facts > 5 * texts.count else { throw BenchmarkFailure("extraction found \(facts) facts") }
    table.add(
      "\(code)", megabytes(texts.reduce(0) { $0 + $1.count }), seconds(usages[0].user),
      seconds(usages[1].user), ratio(usages[1].user / usages[0].user), "< 6 ×")
  }
  return table.text
}
