import Articles
import Diagnostics
import Extraction
import Knowledge
import Language
import Synchronization

/// What builds of one knowledge base have worked out, by what it depends on, so that the next need not
/// work it out again. What articles say and mention is kept in `.begrepp/` too; all else lasts as long as
/// the process.
/// All of it may be lost at any time.
final class BuildMemory: Sendable {
  /// What reading one article's file came to.
  struct Reading: Sendable {
    var article: Article?
    /// The file's text, for diagnostics; nil where it could not be read.
    var source: SourceText?
    var facts: ArticleFacts?
    var diagnostics: [Diagnostic] = []
    /// Stands for all that the article was made from, but for its path.
    var key: Fingerprint?
  }

  private struct KnownReading: Sendable {
    var file: ContentListing.File
    var inputs: Fingerprint
    var reading: Reading
  }

  private struct State {
    var facts: [String: FactsFile.Kept] = [:]
    /// Whether `facts` are other than those in the file.
    var hasNews = false
    var readings: [String: KnownReading] = [:]
    var catalog: (inputs: Fingerprint, catalog: Diagnosed<LanguageCatalog>)?
  }

  let mentions: MentionMemory
  private let state = Mutex(State())
  private let isForOneBuild: Bool
  private let file: String?
  private let mentionFile: (path: String, content: MentionFile)?

  /// - Parameters:
  ///   - stateFolder: where facts and mentions are kept between processes; nil for nowhere.
  ///   - isForOneBuild: whether no other build will follow in the same process.
  init(in stateFolder: String? = nil, isForOneBuild: Bool = false) {
    self.isForOneBuild = isForOneBuild
    file = stateFolder.map { $0 + "/facts" }
    mentionFile = stateFolder.map { $0 + "/mentions" }.map { path in
      (path, MentionFile((try? Files.read(path)) ?? []))
    }
    mentions = MentionMemory(store: mentionFile?.content, keepsArticles: !isForOneBuild)
    guard let file, let bytes = try? Files.read(file) else { return }
    let entries = FactsFile.entries(bytes)
    state.withLock { $0.facts = entries }
  }

  func catalog(
    _ inputs: Fingerprint, load: () -> Diagnosed<LanguageCatalog>
  ) -> Diagnosed<LanguageCatalog> {
    if let known = state.withLock({ $0.catalog }), known.inputs == inputs { return known.catalog }
    let catalog = load()
    state.withLock { $0.catalog = (inputs, catalog) }
    return catalog
  }

  /// One that knows the languages and nothing else.
  func languagesAlone() -> BuildMemory {
    let other = BuildMemory()
    let catalog = state.withLock { $0.catalog }
    other.state.withLock { $0.catalog = catalog }
    return other
  }

  /// What reading a file came to, where the file has not changed since.
  func reading(of file: ContentListing.File, _ inputs: Fingerprint) -> Reading? {
    state.withLock { state in
      guard let known = state.readings[file.path], known.file == file, known.inputs == inputs else {
        return nil
      }
      return known.reading
    }
  }

  /// - Parameter now: nanoseconds since 1970 when the file was read.
  func remember(
    _ reading: Reading, of file: ContentListing.File, _ inputs: Fingerprint, now: Int64
  ) {
    // A file that was written just now may be written again without another time stamp.
    guard !isForOneBuild, now - file.modified > Self.grain else { return }
    state.withLock {
      $0.readings[file.path] = KnownReading(file: file, inputs: inputs, reading: reading)
    }
  }

  /// How coarse the time stamps of file systems may be, in nanoseconds.
  private static let grain: Int64 = 50_000_000

  /// What an article says, where it was read before just as it is.
  func facts(of article: Article, _ key: Fingerprint) -> Diagnosed<ArticleFacts>? {
    let kept = state.withLock { $0.facts[article.path] }
    guard let kept, kept.key == key, let known = kept.entry else { return nil }
    if !isForOneBuild {
      // With all of them the bytes of the file go.
      state.withLock { $0.facts[article.path] = FactsFile.Kept(known) }
    }
    return Diagnosed(
      known.facts,
      known.diagnostics.map {
        var diagnostic = $0
        diagnostic.location.file = article.source.path
        return diagnostic
      })
  }

  func remember(_ facts: Diagnosed<ArticleFacts>, _ key: Fingerprint) {
    guard let entry = FactsFile.Entry(key: key, facts) else { return }
    state.withLock {
      $0.facts[facts.value.path] = FactsFile.Kept(entry)
      $0.hasNews = true
    }
  }

  /// Forgets the files that are no longer there.
  func keep(only files: [ContentListing.File]) {
    let paths = Set(files.map(\.path))
    mentionFile?.content.keep(only: paths)
    state.withLock { state in
      state.readings = state.readings.filter { paths.contains($0.key) }
      let before = state.facts.count
      state.facts = state.facts.filter { paths.contains($0.key) }
      if state.facts.count != before { state.hasNews = true }
    }
  }

  /// Writes facts and mentions down for the next process, where there are others than before.
  func save() throws(FileFault) {
    try saveFacts()
    if let mentionFile, let bytes = mentionFile.content.news() {
      try Files.replace(mentionFile.path, with: bytes)
    }
  }

  /// Writes the facts down as soon as all articles are read, and lets go of them where no build will
  /// follow: of a large knowledge base they are much to hold while it is understood.
  func finishReading() throws(FileFault) {
    guard isForOneBuild else { return }
    try saveFacts()
    state.withLock { $0.facts = [:] }
  }

  private func saveFacts() throws(FileFault) {
    guard let file else { return }
    let facts: [String: FactsFile.Kept]? = state.withLock { state in
      defer { state.hasNews = false }
      return state.hasNews ? state.facts : nil
    }
    if let facts { try Files.replace(file, with: FactsFile.bytes(facts)) }
  }
}
