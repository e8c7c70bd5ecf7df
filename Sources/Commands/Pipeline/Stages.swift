import Articles
import Diagnostics
import Extraction
import Knowledge
import Language
import Search

/// The stages of the pipeline as the commands call them, each made ready with what it needs.
enum Stages {
  /// The languages in the binary, with what a knowledge base adds to them.
  static func catalog(
    overrides: [(path: String, bytes: [UInt8])] = []
  ) -> Diagnosed<LanguageCatalog> {
    LanguageCatalog.load(overrides: overrides)
  }

  static func reader(_ catalog: LanguageCatalog) -> ArticleReader {
    ArticleReader(knownLanguages: catalog.codes) { catalog.detect($0) }
  }

  static func facts(of article: Article, _ pack: LanguagePack) -> Diagnosed<ArticleFacts> {
    extract(article, using: pack)
  }

  static func searchLanguage(_ pack: LanguagePack) -> SearchLanguage {
    let inflection = pack.inflection
    var names: [Facet: [String]] = [:]
    for facet in Facet.allCases {
      let key = "facet-\(facet.rawValue)"
      if pack.interface.contains(key) {
        names[facet] = inflection.forms(of: inflection.dictionaryForm(of: pack.interface[key]))
      }
    }
    return SearchLanguage(
      forms: { inflection.forms(of: $0) }, stopWords: pack.stopWords, facetNames: names)
  }
}
