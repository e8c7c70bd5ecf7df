import Articles
import Diagnostics
import Exchange
import Knowledge
import Language

/// The catalogues that someone names.
enum CatalogueFiles {
  /// Files as they are named; of folders all files in them, and in the folders in them, that end in `.po`.
  static func list(_ names: [String], _ faults: inout [FileFault]) -> [String] {
    var files: [String] = []
    for name in names {
      if !Files.isFolder(name) {
        files.append(name)
        continue
      }
      var pending = [name]
      var found: [String] = []
      while let folder = pending.popLast() {
        do throws(FileFault) {
          for entry in try Files.names(in: folder) {
            guard let entry = String(validating: entry, as: UTF8.self), !entry.hasPrefix(".") else {
              continue
            }
            let path = Path.join(folder, entry)
            switch Files.status(path, followingLinks: false)?.kind {
            case .folder: pending.append(path)
            case .file where Path.fileExtension(entry) == "po": found.append(path)
            default: break
            }
          }
        } catch { faults.append(error) }
      }
      files += found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return files
  }
}

/// Works out what catalogues make of translations, and writes it.
struct CatalogueImport {
  /// One translation to write, worked out before anything is.
  struct Step {
    var catalogue: String
    var source: String
    /// The translation's path below `content/`.
    var path: String
    var isNew: Bool
    /// The file as it was read; nil where it is new.
    var former: [UInt8]?
    var written: WrittenTranslation
    var isDraft: Bool
    /// The source to keep as confirmed.
    var confirming: Confirming.Step?

    var isUnchanged: Bool { former == written.bytes }

    /// Whether the translation now says all that its source says.
    var isInStep: Bool { written.kept == 0 && written.leftOut == 0 && confirming != nil }

    var words: String {
      var parts: [String] = []
      let blocks = StatusText.plural(written.changed, "block")
      parts.append(isNew ? "new, \(blocks) translated" : "\(blocks) changed")
      if written.kept > 0 { parts.append("\(written.kept) left as before") }
      if written.leftOut > 0 { parts.append("\(written.leftOut) left out") }
      if written.removed > 0 { parts.append("\(written.removed) taken out") }
      if isInStep { parts.append("in step with \(source)") }
      if isDraft { parts.append("a draft") }
      return parts.joined(separator: ", ")
    }

    func json(isWritten: Bool) -> JSON {
      [
        "catalogue": .string(catalogue), "file": .string(path), "source": .string(source),
        "new": .bool(isNew), "draft": .bool(isDraft), "changed": .number(written.changed),
        "kept": .number(written.kept), "leftOut": .number(written.leftOut),
        "removed": .number(written.removed), "inStep": .bool(isInStep),
        "written": .bool(isWritten && !isUnchanged),
      ]
    }

    func diff(_ loaded: LoadedKnowledge) -> [UInt8] {
      UnifiedDiff.report(loaded.folder.shown("content/" + path), from: former, to: written.bytes)
    }
  }

  typealias Planned = Diagnosed<(step: Step?, source: SourceText)>

  private let loaded: LoadedKnowledge
  private let pairs: TranslationPairs
  private let places: [String: Int]

  init(_ loaded: LoadedKnowledge) {
    self.loaded = loaded
    pairs = TranslationPairs(loaded)
    places = Dictionary(
      loaded.base.articles.enumerated().map { ($0.element.article.path, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// - Returns: no step where the catalogue is refused, with what is wrong.
  func plan(_ file: String) throws -> Planned {
    let read = readCatalogue(path: file, bytes: try Files.read(file))
    let text = read.value.source
    guard let catalogue = read.value.catalogue else {
      return Planned((nil, text), read.diagnostics)
    }
    func refuse(_ diagnostics: [Diagnostic]) -> Planned { Planned((nil, text), diagnostics) }
    let language: LanguageCode
    switch self.language(of: catalogue, text) {
    case .failure(let refusal): return refuse([refusal.diagnostic])
    case .success(let found): language = found
    }
    let source: Int
    switch self.source(of: catalogue, text) {
    case .failure(let refusal): return refuse([refusal.diagnostic])
    case .success(let found): source = found
    }
    let found = try pairs.find(source, in: language)
    if found.pair.source.language == language {
      return refuse([
        outdated(text, "'\(found.pair.source.path)' is written in '\(language)', its own language")
      ])
    }
    let answers = catalogue.answers(
      for: found.pair.source, found.pair.sourceUnits, from: text)
    guard let answered = answers.value else { return refuse(answers.diagnostics) }
    let path = found.path ?? newPath(source, answered, found.pair, language)
    let shown = loaded.folder.shown("content/" + path)
    if found.path == nil, Files.exists(loaded.folder.content + "/" + path) {
      return refuse([
        outdated(
          text, "\(shown) is there already, and is no translation of '\(found.pair.source.path)'",
          help: "say in its front matter: translationOf: \(found.pair.source.path)")
      ])
    }
    let written = writeTranslation(
      found.pair, answered, from: catalogue, text, as: shown, language: language)
    guard let result = written.value else { return refuse(written.diagnostics) }
    let step = Step(
      catalogue: file, source: found.pair.source.path, path: path, isNew: found.path == nil,
      former: found.pair.translation?.source.bytes, written: result,
      isDraft: found.pair.translation?.frontMatter.draft ?? (result.leftOut > 0),
      confirming: confirming(found, path, result))
    return Planned((step, text))
  }

  private func confirming(
    _ found: TranslationPairs.Found, _ path: String, _ written: WrittenTranslation
  ) -> Confirming.Step? {
    guard let bytes = written.confirmed else { return nil }
    var step = Confirming.Step(
      translation: path, source: found.pair.source.path, kept: Confirmations.path(of: path),
      bytes: bytes)
    if let kept = found.kept, kept != step.kept { step.former = kept }
    step.isUnchanged = step.former == nil && found.pair.confirmed?.source.bytes == bytes
    return step
  }

  // MARK: What a catalogue is of

  private struct Refusal: Error { var diagnostic: Diagnostic }

  private func outdated(_ text: SourceText, _ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(.outdatedCatalogue, at: Location(file: text.path), message, help: help)
  }

  private func language(
    of catalogue: Catalogue, _ text: SourceText
  ) -> Result<LanguageCode, Refusal> {
    let languages = loaded.configuration.languages.map(\.rawValue).joined(separator: ", ")
    guard let said = catalogue.field("Language"), !said.isEmpty else {
      return .failure(
        Refusal(
          diagnostic: Diagnostic(
            .badCatalogue, at: Location(file: text.path), "its header does not say its language",
            help: "write 'Language: ' in it; the languages of the site are \(languages)")))
    }
    // `nb_NO` and `nb@latin` are what other programs write.
    let code = LanguageCode(String(said.prefix { $0 != "_" && $0 != "@" && $0 != "." }))
    guard loaded.configuration.languages.contains(code) else {
      return .failure(
        Refusal(
          diagnostic: outdated(
            text, "the site has no language '\(said)'", help: "its languages are \(languages)")))
    }
    return .success(code)
  }

  private func source(of catalogue: Catalogue, _ text: SourceText) -> Result<Int, Refusal> {
    guard let path = catalogue.sourcePath else {
      return .failure(
        Refusal(
          diagnostic: outdated(
            text, "the catalogue does not say which article it is of",
            help: "its header has a line '\(Catalogue.OwnField.source): sv/kluster.md'")))
    }
    guard let index = places[path] else {
      let nearest = nearest(to: path, among: places.keys.sorted())
      return .failure(
        Refusal(
          diagnostic: outdated(
            text, "it is of '\(path)', and there is no such article",
            help: nearest.map { "did you mean '\($0)'? Then say so in its header" })))
    }
    if let standing = loaded.translations[index] {
      let first = loaded.base.articles[standing.source].article.path
      return .failure(
        Refusal(
          diagnostic: outdated(
            text, "it is of '\(path)', which is itself a translation",
            help: "make one of what was written first: begrepp export po \(first)")))
    }
    return .success(index)
  }

  // MARK: Files

  /// Where a new translation is written: after its title, else after what its subject is called.
  private func newPath(
    _ source: Int, _ answers: [TranslatorsAnswer], _ pair: TranslationPair, _ language: LanguageCode
  ) -> String {
    func answer(_ kind: ArticleBlock.Kind) -> String? {
      guard let unit = pair.sourceUnits.firstIndex(where: { $0.block.kind == kind }),
        case .translated(let text, _) = answers[unit]
      else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
    let entry = loaded.base.articles[source]
    let term = entry.subject.flatMap { loaded.base[$0] }?.term(in: language)
    let slug = [answer(.title), answer(.heading), term].lazy.compactMap { $0 }.map(Address.slug)
      .first { !$0.isEmpty }
    return "\(pairs.folder(of: source, in: language))/\(slug ?? entry.slug).md"
  }

  /// Writes a translation and what it was made from, where both still are what the step was worked out from.
  func write(_ step: Step) throws {
    let disk = loaded.folder.content + "/" + step.path
    let shown = loaded.folder.shown("content/" + step.path)
    if let former = step.former {
      let present = try Files.read(disk)
      guard (FileText.decode(present)?.bytes ?? present) == former else {
        throw FileFault(.write, shown, reason: "it changed in the meantime")
      }
      if !step.isUnchanged {
        try Files.replace(Files.resolved(disk) ?? disk, with: step.written.bytes)
      }
    } else {
      if Files.exists(disk) { throw FileFault(.write, shown, reason: "it is there by now") }
      if let folder = Path.parent(disk) { try Files.makeFolder(folder) }
      try Files.replace(disk, with: step.written.bytes)
    }
    if let confirming = step.confirming, !confirming.isUnchanged {
      try Confirming(loaded: loaded).write(confirming)
    }
  }
}
