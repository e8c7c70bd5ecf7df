import Articles
import Diagnostics
import Knowledge
import Language

/// What a catalogue says besides its messages.
package struct CatalogueSetting: Sendable {
  package var project: String
  /// Where to report what is wrong in the source.
  package var contact: String?
  package var language: LanguageCode
  /// As GNU gettext writes it: `nplurals=2; plural=(n != 1);`.
  package var pluralForms: String

  package init(
    project: String, contact: String? = nil, language: LanguageCode, pluralForms: String
  ) {
    self.project = project
    self.contact = contact
    self.language = language
    self.pluralForms = pluralForms
  }
}

/// A source with its translation as a catalogue: a message for each block that has words.
///
/// - Parameter notes: what translators are told of each block of the source, by its index.
package func exportCatalogue(
  _ pair: TranslationPair, _ setting: CatalogueSetting, notes: [Int: [String]] = [:]
) -> Catalogue {
  var catalogue = Catalogue()
  catalogue.header = header(pair, setting)
  for (index, unit) in pair.sourceUnits.enumerated() {
    guard let key = unit.key else { continue }
    var entry = Catalogue.Entry(key)
    let place = pair.source.source.location(SourceSpan(unit.content)).start
    entry.places = ["content/\(pair.source.path):\(place.line)"]
    entry.notes = [kind(unit.block)] + (notes[index] ?? [])
    let standing = pair.standing(of: index)
    entry.translation = pair.translation(of: index)?.message ?? []
    entry.isFuzzy = standing == .stale || standing == .uncertain
    if standing == .stale { entry.previous = pair.origin(of: index)?.key }
    catalogue.entries.append(entry)
  }
  catalogue.entries += obsolete(pair)
  return catalogue
}

/// Translations whose source is gone: a translation memory has use for them.
private func obsolete(_ pair: TranslationPair) -> [Catalogue.Entry] {
  var known = Set(pair.sourceUnits.compactMap(\.key))
  return zip(pair.removed, pair.removedOrigins).compactMap { removed, origin in
    guard let key = pair.confirmedUnits[origin].key,
      let translation = pair.translationUnits[removed].message, known.insert(key).inserted
    else { return nil }
    var entry = Catalogue.Entry(key)
    entry.translation = translation
    entry.isObsolete = true
    return entry
  }
}

private func kind(_ block: ArticleBlock) -> String {
  switch block.kind {
  case .title, .description: "\(block.kind.rawValue) in the front matter"
  case .heading: "heading \(block.level)"
  default: block.kind.rawValue
  }
}

/// Dates come from the articles alone, so that the same content gives the same catalogue.
private func header(_ pair: TranslationPair, _ setting: CatalogueSetting)
  -> [Catalogue.HeaderField]
{
  func date(_ article: Article?) -> String? {
    article.flatMap { $0.frontMatter.updated ?? $0.frontMatter.date }.map { $0 + " 00:00+0000" }
  }
  var fields: [Catalogue.HeaderField] = [
    .init("Project-Id-Version", setting.project),
    .init("Report-Msgid-Bugs-To", setting.contact ?? ""),
  ]
  if let created = date(pair.source) { fields.append(.init("POT-Creation-Date", created)) }
  return fields + [
    .init("PO-Revision-Date", date(pair.translation) ?? ""), .init("Last-Translator", ""),
    .init("Language-Team", ""), .init("Language", setting.language.rawValue),
    .init("MIME-Version", "1.0"), .init("Content-Type", "text/plain; charset=UTF-8"),
    .init("Content-Transfer-Encoding", "8bit"), .init("Plural-Forms", setting.pluralForms),
    .init("X-Source-Language", pair.source.language.rawValue),
    .init(Catalogue.OwnField.source, pair.source.path),
  ]
}
