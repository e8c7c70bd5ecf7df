import Articles
import Diagnostics
import Knowledge

/// What a translator answers for one block of an article.
package enum TranslatorsAnswer: Hashable, Sendable {
  /// As Markdown, UTF-8. The entry is an index into the entries of the catalogue.
  case translated([UInt8], entry: Int)
  /// There is a text that nobody has approved.
  case fuzzy(entry: Int)
  case untranslated(entry: Int)
  /// The block has no words.
  case nothing
}

extension Catalogue {
  /// The article that the catalogue is of, as its header or else its places say it: a path below `content/`.
  package var sourcePath: String? {
    if let path = field(OwnField.source), !path.isEmpty { return path }
    var files: Set<String> = []
    for place in entries.lazy.filter({ !$0.isObsolete }).flatMap(\.places) {
      guard let colon = place.lastIndex(of: ":") else { return nil }
      files.insert(String(place[..<colon]))
    }
    guard files.count == 1, let file = files.first else { return nil }
    let parts = file.split(separator: "/")
    guard let content = parts.lastIndex(of: "content") else { return file }
    return parts[(content + 1)...].joined(separator: "/")
  }

  /// The answers for all blocks of an article.
  ///
  /// - Parameter file: the catalogue's own text.
  /// - Returns: nil with errors that say what differs, where the catalogue does not have just the messages of
  ///   the article.
  package func answers(for article: Article, _ units: [TranslationUnit], from file: SourceText)
    -> Diagnosed<[TranslatorsAnswer]?>
  {
    var places: [Key: Int] = [:]
    for (index, entry) in entries.enumerated() where !entry.isObsolete { places[entry.key] = index }
    var lacking: [TranslationUnit] = []
    let answers = units.map { unit -> TranslatorsAnswer in
      guard let key = unit.key else { return .nothing }
      guard let index = places.removeValue(forKey: key) else {
        lacking.append(unit)
        return .nothing
      }
      let entry = entries[index]
      let text = unit.canonical(entry.translation)
      if text.isEmpty { return .untranslated(entry: index) }
      return entry.isFuzzy ? .fuzzy(entry: index) : .translated(text, entry: index)
    }
    let unknown = places.values.sorted().map { entries[$0] }
    if lacking.isEmpty && unknown.isEmpty { return Diagnosed(answers) }
    let isForeign = lacking.count == units.count { $0.message != nil } && !lacking.isEmpty
    return Diagnosed(
      nil,
      isForeign
        ? [
          Diagnostic(
            .outdatedCatalogue, at: Location(file: file.path),
            "none of its messages stands in '\(article.source.path)'",
            help: "it is of another article, or of one that was written anew")
        ] : Difference(article: article, file: file).report(unknown, lacking))
  }
}

extension TranslationUnit {
  /// A translation in the form in which it is read from an article.
  func canonical(_ text: [UInt8]) -> [UInt8] {
    if isFrontMatter { return UnitText.line(text) }
    let folded = UnitText.folded(text[...], quotes: 0)
    if folded.isEmpty { return folded }
    // Two paragraphs are not made one.
    if UnitText.hasEmptyLine(text) { return UnitText.trimmed(text[...]) }
    return block.kind == .tableRow ? TableRowText(folded[...]).message : folded
  }
}

/// Where a catalogue and an article differ.
private struct Difference {
  /// More than these need not be told.
  private static let most = 20

  let article: Article
  let file: SourceText

  /// - Parameters:
  ///   - unknown: messages that the article does not have.
  ///   - lacking: blocks of the article that the catalogue has no message for.
  func report(_ unknown: [Catalogue.Entry], _ lacking: [TranslationUnit]) -> [Diagnostic] {
    func block(_ text: [UInt8]) -> ArticleBlock {
      ArticleBlock(
        kind: .paragraph, level: 0, text: String(decoding: text, as: UTF8.self),
        span: SourceSpan(at: 0))
    }
    let changes = compareBlocks(
      unknown.map { block($0.key.text) }, lacking.map { block($0.message ?? []) })
    var all = changes.map { change -> Diagnostic in
      switch (change.old, change.new) {
      case (let old?, let new?): changed(unknown[old], lacking[new])
      case (let old?, nil):
        Diagnostic(
          .outdatedCatalogue, at: file.location(unknown[old].span),
          "the article does not have \(Self.quoted(unknown[old].key.text)) any more")
      case (nil, let new):
        Diagnostic(
          .outdatedCatalogue,
          at: article.source.location(SourceSpan(new.map { lacking[$0].content } ?? 0..<0)),
          "the catalogue lacks this \(new.map { lacking[$0].block.kind.rawValue } ?? "block"): "
            + Self.quoted(new.flatMap { lacking[$0].message } ?? []))
      }
    }.sorted(by: Diagnostic.precedes)
    if !all.isEmpty {
      all[all.count - 1].help =
        "export the article anew with --output DIR, and merge: msgmerge --update \(file.path) DIR/…"
    }
    if all.count > Self.most {
      let more = all.count - Self.most + 1
      all = Array(all.prefix(Self.most - 1))
      all.append(
        Diagnostic(
          .outdatedCatalogue, at: Location(file: file.path), "\(more) more messages differ"))
    }
    return all
  }

  private func changed(_ entry: Catalogue.Entry, _ unit: TranslationUnit) -> Diagnostic {
    let place = article.source.location(SourceSpan(unit.content))
    let isMoved = entry.key.text == unit.message
    let said = Self.quoted(isMoved ? unit.context ?? [] : unit.message ?? [])
    return Diagnostic(
      .outdatedCatalogue, at: file.location(entry.span),
      isMoved
        ? "\(Self.quoted(entry.key.text)) stands under another heading in the article"
        : "the article says something else than \(Self.quoted(entry.key.text))",
      notes: [Diagnostic.Note(isMoved ? "it is under \(said)" : "it says \(said)", at: place)])
  }

  private static func quoted(_ text: [UInt8]) -> String {
    let words = String(decoding: text, as: UTF8.self)
    return words.count > 100 ? "'\(words.prefix(100))…'" : "'\(words)'"
  }
}
