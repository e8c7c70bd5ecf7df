import Knowledge
import Synchronization

/// What articles mention, as kept between builds: by path, with what stands for all that it depends on.
final class MentionFile: MentionStore {
  private struct Entry {
    var key: Fingerprint
    /// The mentions, as `MentionCoding` writes them: they are read when they are asked for.
    var bytes: ArraySlice<UInt8>
  }

  private struct State {
    var entries: [String: Entry] = [:]
    /// Whether they are other than those in the file.
    var hasNews = false
  }

  private static let kind = "begrepp mentions 1"

  let isEmpty: Bool
  private let state = Mutex(State())

  /// - Parameter bytes: of a file; what is not a whole one of this kind holds nothing.
  init(_ bytes: [UInt8]) {
    let entries = Self.entries(bytes)
    isEmpty = entries.isEmpty
    state.withLock { $0.entries = entries }
  }

  private static func entries(_ bytes: [UInt8]) -> [String: Entry] {
    guard let body = ByteSum.checked(bytes) else { return [:] }
    var reader = ByteReader(body)
    guard reader.text() == kind else { return [:] }
    let entries = reader.list { reader in
      (reader.text(), Entry(key: reader.fingerprint(), bytes: reader.slice()))
    }
    guard !reader.isBroken, reader.isAtEnd else { return [:] }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  func mentions(of path: String, _ key: Fingerprint) -> ArticleMentions? {
    let bytes = state.withLock { state in
      state.entries[path].flatMap { $0.key == key ? $0.bytes : nil }
    }
    return bytes.flatMap(MentionCoding.mentions)
  }

  func keep(_ mentions: ArticleMentions, of path: String, _ key: Fingerprint) {
    let entry = Entry(key: key, bytes: MentionCoding.bytes(mentions)[...])
    state.withLock {
      $0.entries[path] = entry
      $0.hasNews = true
    }
  }

  /// Forgets the articles that are no longer there.
  func keep(only paths: Set<String>) {
    state.withLock { state in
      let before = state.entries.count
      state.entries = state.entries.filter { paths.contains($0.key) }
      if state.entries.count != before { state.hasNews = true }
    }
  }

  /// The bytes of the file as it should be; nil where it is so already.
  func news() -> [UInt8]? {
    let entries: [String: Entry]? = state.withLock { state in
      defer { state.hasNews = false }
      return state.hasNews ? state.entries : nil
    }
    guard let entries else { return nil }
    var writer = ByteWriter()
    writer.write(Self.kind)
    writer.write(entries.count)
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      writer.write(entry.key)
      writer.write(entry.bytes)
    }
    writer.seal()
    return writer.bytes
  }
}
