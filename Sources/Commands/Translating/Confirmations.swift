import Articles
import Diagnostics
import Knowledge
import Language

/// How one translation stands to its source.
struct TranslationStanding: Sendable {
  enum State: Sendable {
    /// Nobody has said that it says what its source says, or what was kept cannot be read.
    case unconfirmed
    /// The source is, to the letter, what it was.
    case same
    case compared(TranslationComparison)
  }

  /// An index into the articles of the base.
  var source: Int
  var state = State.unconfirmed
  /// The file with the confirmed source, below `content/`.
  var kept: String?
  /// The confirmed source, where it differs from the present one.
  var confirmed: Article?

  /// Nil where nobody has confirmed it.
  var staleBlocks: Int? {
    switch state {
    case .unconfirmed: nil
    case .same: 0
    case .compared(let comparison): comparison.stale.count
    }
  }
}

/// What is kept of sources as translations were made from them: `content/.translated/<translation>`.
struct Confirmations {
  static let folderName = ".translated"

  /// Where the source of a translation is kept, below `content/`.
  static func path(of translation: String) -> String { folderName + "/" + translation }

  private let folder: KnowledgeFolder
  private let base: KnowledgeBase
  private let reader: ArticleReader
  private let parallel: Parallel
  private var diagnostics: [Diagnostic] = []

  /// Finds out how each translation of a base stands, by its index.
  ///
  /// - Parameter listing: the files of the content.
  static func standings(
    _ base: KnowledgeBase, _ listing: ContentListing, in folder: KnowledgeFolder,
    _ catalog: LanguageCatalog, _ parallel: Parallel
  ) -> Diagnosed<[Int: TranslationStanding]> {
    var confirmations = Confirmations(
      folder: folder, base: base, reader: Stages.reader(catalog), parallel: parallel)
    let standings = confirmations.read(listing)
    return Diagnosed(standings, confirmations.diagnostics)
  }

  private init(
    folder: KnowledgeFolder, base: KnowledgeBase, reader: ArticleReader, parallel: Parallel
  ) {
    self.folder = folder
    self.base = base
    self.reader = reader
    self.parallel = parallel
  }

  private struct Work: Sendable {
    var translation: Int
    var source: Int
    var file: ContentListing.File?
  }

  private mutating func read(_ listing: ContentListing) -> [Int: TranslationStanding] {
    var work = base.articles.indices.compactMap { index in
      base.source(ofTranslation: index).map { Work(translation: index, source: $0) }
    }
    let files = keptFiles()
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    for i in work.indices { work[i].file = byPath[path(work[i].translation)] }
    let known = Set(listing.articles.map(\.path))
    let translations = Set(work.map { path($0.translation) })
    var orphans = files.filter { !known.contains($0.path) }
    adopt(&orphans, for: &work)
    // One that says what it translates has another fault, which is reported as such.
    let originals = Set(
      base.articles.filter { $0.article.frontMatter.translationOf == nil }.map(\.article.path))
    let foreign = originals.subtracting(translations).union(orphans.map(\.path))
    for file in files where foreign.contains(file.path) {
      report(
        Location(file: shown(file.path)), "the confirmed source belongs to no translation",
        help: "take it away where the translation is gone for good")
    }
    return compare(work)
  }

  private func path(_ index: Int) -> String { base.articles[index].article.path }

  private func shown(_ path: String) -> String {
    folder.shown("content/" + Confirmations.path(of: path))
  }

  /// The kept files, by the path of the translation.
  private mutating func keptFiles() -> [ContentListing.File] {
    let kept = folder.content + "/" + Self.folderName
    guard let status = Files.status(kept, followingLinks: false) else { return [] }
    guard status.kind == .folder else {
      report(
        Location(file: folder.shown("content/" + Self.folderName)),
        "confirmed sources are kept in a folder, which this is not")
      return []
    }
    let listing = ContentListing.read(
      kept, shownAs: folder.shown("content/" + Self.folderName))
    for fault in listing.diagnostics { report(fault.location, fault.message) }
    return listing.value.articles
  }

  private mutating func report(_ place: Location, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(.badConfirmation, at: place, message, help: help))
  }

  // MARK: Renamed translations

  /// A translation that was renamed has its confirmed source under its old name: the file that belongs
  /// to no article any more and says for the most part what the source says.
  private func adopt(_ orphans: inout [ContentListing.File], for work: inout [Work]) {
    let waiting = work.indices.filter { work[$0].file == nil }
    if waiting.isEmpty || orphans.isEmpty || orphans.count > 200 { return }
    var holders: [String: Set<Int>] = [:]
    for (place, file) in orphans.enumerated() {
      let bytes = try? Files.read(file.diskPath)
      let article = bytes.flatMap { read($0, file.path, as: nil).value }
      for block in article?.blocks ?? [] { holders[block.text, default: []].insert(place) }
    }
    var taken: Set<Int> = []
    for i in waiting {
      let blocks = base.articles[work[i].source].article.blocks
      var shared: [Int: Int] = [:]
      for block in blocks {
        for place in holders[block.text] ?? [] { shared[place, default: 0] += 1 }
      }
      let language = base.articles[work[i].translation].language
      let likely = shared.filter { place, count in
        let folder = orphans[place].path.split(separator: "/").first.map(String.init) ?? ""
        let code = LanguageCode(folder)
        return !taken.contains(place) && count * 2 >= blocks.count
          && (code == language || !base.languages.contains(code))
      }
      guard let best = likely.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
        continue
      }
      work[i].file = orphans[best]
      taken.insert(best)
    }
    orphans = orphans.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  // MARK: Comparing

  private mutating func compare(_ work: [Work]) -> [Int: TranslationStanding] {
    let own = self
    let results = parallel.map(work) { own.standing($0) }
    var standings: [Int: TranslationStanding] = [:]
    for (item, result) in zip(work, results) {
      standings[item.translation] = result.value
      diagnostics += result.diagnostics
    }
    return standings
  }

  private func standing(_ work: Work) -> Diagnosed<TranslationStanding> {
    var standing = TranslationStanding(source: work.source)
    guard let file = work.file else { return Diagnosed(standing) }
    let source = base.articles[work.source].article
    standing.kept = Confirmations.path(of: file.path)
    let place = Location(file: shown(file.path))
    let again = "confirm it anew: begrepp status --confirm \(path(work.translation))"
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try Files.read(file.diskPath)
    } catch {
      let message = "the confirmed source cannot be read: \(error.explanation)"
      return Diagnosed(standing, [Diagnostic(.badConfirmation, at: place, message, help: again)])
    }
    if bytes == source.source.bytes {
      standing.state = .same
      return Diagnosed(standing)
    }
    if let fault = Self.firstFault(in: bytes) {
      let text = SourceText(path: place.file, bytes: bytes)
      let fault = Diagnostic(
        .badConfirmation, at: text.location(SourceSpan(at: fault)),
        "the confirmed source is not in UTF-8", help: again)
      return Diagnosed(standing, [fault])
    }
    guard let confirmed = read(bytes, file.path, as: source.language).value else {
      let message = "the confirmed source cannot be read as an article"
      return Diagnosed(standing, [Diagnostic(.badConfirmation, at: place, message, help: again)])
    }
    let translation = base.articles[work.translation].article
    let comparison = TranslationComparison(
      confirmed: confirmed, source: source, translation: translation)
    standing.state = .compared(comparison)
    standing.confirmed = confirmed
    let stale = staleTranslation(translation, source, comparison)
    return Diagnosed(standing, stale.map { [$0] } ?? [])
  }

  private func read(
    _ bytes: [UInt8], _ path: String, as language: LanguageCode?
  ) -> Diagnosed<Article?> {
    reader.read(
      ContentFile(
        shownPath: shown(path), path: path, bytes: bytes,
        declaredLanguage: language ?? base.languages.first))
  }

  /// The place of the first byte that is not UTF-8.
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    // The longest valid beginning: validity of beginnings that end between scalars is monotone.
    var (low, high) = (0, bytes.count)
    while low + 1 < high {
      var middle = (low + high) / 2
      while middle > low, bytes[middle] & 0xC0 == 0x80 { middle -= 1 }
      if middle == low { break }
      if String(validating: bytes[..<middle], as: UTF8.self) != nil {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }
}
