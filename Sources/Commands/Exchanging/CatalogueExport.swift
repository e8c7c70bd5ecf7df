import Articles
import Diagnostics
import Exchange
import Knowledge
import Language

/// Makes catalogues of articles and writes them into a folder.
struct CatalogueExport: Sendable {
  struct Made: Sendable {
    /// Paths below `content/`.
    var source: String
    var translation: String?
    var diskPath: String
    /// The file as people see it.
    var shown: String
    var bytes: [UInt8]
    var messages = 0
    var translated = 0
    var fuzzy = 0
    var obsolete = 0
    /// Whether the file there has translations that the articles do not have.
    var hasUnimported = false
    var isUnchanged = false

    var untranslated: Int { messages - translated - fuzzy }
    var isFinished: Bool { translated == messages }

    var line: String {
      var parts = ["\(translated) of \(messages) translated"]
      if fuzzy > 0 { parts.append("\(fuzzy) fuzzy") }
      if untranslated > 0 { parts.append("\(untranslated) untranslated") }
      return "\(shown): \(parts.joined(separator: ", "))\(isUnchanged ? " (unchanged)" : "")"
    }

    func json(isWritten: Bool) -> JSON {
      var members: [JSON.Member] = [
        .init("file", .string(shown)), .init("source", .string(source)),
      ]
      if let translation { members.append(.init("translation", .string(translation))) }
      let counts = [
        ("messages", messages), ("translated", translated), ("fuzzy", fuzzy),
        ("untranslated", untranslated), ("obsolete", obsolete),
      ]
      members += counts.map { .init($0.0, .number($0.1)) }
      return .object(members + [.init("written", .bool(isWritten && !isUnchanged))])
    }
  }

  private let loaded: LoadedKnowledge
  private let language: LanguageCode
  private let output: String
  private let shown: String
  private let pairs: TranslationPairs
  private let setting: CatalogueSetting

  /// - Parameters:
  ///   - output: the folder, absolute.
  ///   - shown: the same as people see it.
  init(loaded: LoadedKnowledge, language: LanguageCode, output: String, shown: String) {
    self.loaded = loaded
    self.language = language
    self.output = output
    self.shown = shown
    pairs = TranslationPairs(loaded)
    var faults: [Diagnostic] = []
    let plural = loaded.catalog[language]?.sections["plural-forms"]?.string(&faults)
    let main = loaded.configuration.languages.first ?? language
    setting = CatalogueSetting(
      project: loaded.configuration.title(in: main), contact: loaded.configuration.contact?.email,
      language: language, pluralForms: plural ?? "nplurals=2; plural=(n != 1);")
  }

  /// Below the folder: `nb/sv/kluster.po`. A file that ends otherwise than in `.md` keeps its ending, since
  /// two articles may differ in it alone.
  private func name(_ source: String) -> String {
    let stem = source.hasSuffix(".md") ? String(source.dropLast(3)) : source
    return "\(language)/\(stem).po"
  }

  func make(_ source: Int) -> Result<Made, FileFault> {
    Result { () throws(FileFault) in
      let found = try pairs.find(source, in: language)
      let folder =
        found.path.flatMap(Path.parent) ?? pairs.folder(of: source, in: language)
      let notes = glossaryNotes(
        loaded.base, article: source, units: found.pair.sourceUnits, to: language, folder: folder)
      let catalogue = exportCatalogue(found.pair, setting, notes: notes)
      let name = name(found.pair.source.path)
      var made = Made(
        source: found.pair.source.path, translation: found.path, diskPath: output + "/" + name,
        shown: Path.join(shown, name), bytes: CatalogueWriter.write(catalogue))
      for entry in catalogue.entries {
        if entry.isObsolete {
          made.obsolete += 1
          continue
        }
        made.messages += 1
        if entry.isFuzzy {
          made.fuzzy += 1
        } else if !entry.translation.isEmpty {
          made.translated += 1
        }
      }
      guard Files.exists(made.diskPath) else { return made }
      let present = try Files.read(made.diskPath)
      made.isUnchanged = present == made.bytes
      made.hasUnimported = !made.isUnchanged && Self.hasMore(present, than: catalogue, found.pair)
      return made
    }
  }

  /// Whether a file has translations, approved ones, that are neither in the catalogue that would take its place
  /// nor in the article. A file that is no catalogue is somebody's as well.
  private static func hasMore(
    _ bytes: [UInt8], than catalogue: Catalogue, _ pair: TranslationPair
  ) -> Bool {
    guard let present = readCatalogue(path: "", bytes: bytes).value.catalogue else { return true }
    let known = Set(
      catalogue.entries.map(\.translation) + pair.translationUnits.compactMap(\.message))
    return present.entries.contains {
      !$0.isObsolete && !$0.isFuzzy && !$0.translation.isEmpty
        && !known.contains($0.translation)
    }
  }

  func write(_ made: Made) throws(FileFault) {
    if made.isUnchanged { return }
    if let folder = Path.parent(made.diskPath) { try Files.makeFolder(folder) }
    try Files.replace(made.diskPath, with: made.bytes)
  }
}
