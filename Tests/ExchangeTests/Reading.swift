import Articles
import Diagnostics
import Exchange
import Language
import Testing

/// Articles and catalogues out of texts.
enum Reading {
  static func article(_ text: String, _ path: String = "sv/te.md") -> Article {
    let language = LanguageCode(String(path.prefix(2)))
    let reader = ArticleReader(knownLanguages: ["sv", "nb"]) { _ in nil }
    let read = reader.read(
      ContentFile(
        shownPath: "content/" + path, path: path, bytes: Array(text.utf8),
        declaredLanguage: language))
    guard let article = read.value else {
      Issue.record("no article: \(read.diagnostics)")
      return self.article("tom\n", path)
    }
    return article
  }

  static func pair(_ source: String, _ translation: String? = nil, confirmed: String? = nil)
    -> TranslationPair
  {
    TranslationPair(
      source: article(source), translation: translation.map { article($0, "nb/te.md") },
      confirmed: confirmed.map { article($0) })
  }

  static let setting = CatalogueSetting(
    project: "Te", language: "nb", pluralForms: "nplurals=2; plural=(n != 1);")

  static func catalogue(_ text: String) -> (catalogue: Catalogue, source: SourceText)? {
    let read = readCatalogue(path: "te.po", bytes: Array(text.utf8))
    for fault in read.diagnostics { Issue.record("\(fault)") }
    return read.value.catalogue.map { ($0, read.value.source) }
  }

  static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  /// Findings as `line:column: message`, notes behind.
  static func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { finding in
      let place = finding.location.start
      let notes = finding.notes.map { " (\($0.message))" }.joined()
      return "\(finding.location.file):\(place.line):\(place.column): \(finding.message)\(notes)"
    }
  }

  /// What a translator who answers each message makes of an article.
  ///
  /// - Parameter answer: the translation of a message and whether it is fuzzy; nil leaves it as exported.
  static func imported(
    _ pair: TranslationPair, _ answer: (String) -> (text: String, isFuzzy: Bool)?
  ) -> Diagnosed<WrittenTranslation?> {
    var catalogue = exportCatalogue(pair, setting)
    for i in catalogue.entries.indices where !catalogue.entries[i].isObsolete {
      guard let answer = answer(text(catalogue.entries[i].key.text)) else { continue }
      catalogue.entries[i].translation = Array(answer.text.utf8)
      catalogue.entries[i].isFuzzy = answer.isFuzzy
    }
    let bytes = CatalogueWriter.write(catalogue)
    guard let (read, file) = self.catalogue(text(bytes)) else { return Diagnosed(nil) }
    let answers = read.answers(for: pair.source, pair.sourceUnits, from: file)
    guard let answered = answers.value else { return Diagnosed(nil, answers.diagnostics) }
    return writeTranslation(
      pair, answered, from: read, file, as: "content/nb/te.md", language: "nb")
  }
}
