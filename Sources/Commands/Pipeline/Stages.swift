import Articles
import Diagnostics
import Extraction
import Knowledge
import Language

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

  static func facts(
    of article: Article, _ pack: LanguagePack, isExplaining: Bool = false
  ) -> Diagnosed<ArticleFacts> {
    extract(article, using: pack, isExplaining: isExplaining)
  }
}
