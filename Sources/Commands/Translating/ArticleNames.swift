import Articles
import Knowledge

/// Finds the articles that someone names on the command line: by the path below `content/`, or as a
/// file from the working folder.
struct ArticleNames {
  private let loaded: LoadedKnowledge
  private let places: [String: Int]

  init(_ loaded: LoadedKnowledge) {
    self.loaded = loaded
    places = Dictionary(
      loaded.base.articles.enumerated().map { ($0.element.article.path, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// The article's index in the base.
  func find(_ name: String) throws -> Int {
    for path in candidates(name) {
      if let index = places[path] { return index }
      if loaded.drafts.contains(where: { $0.path == path }) {
        throw CommandFailure(
          .badInput, "'\(path)' is a draft", help: "take 'draft: true' out when it is written")
      }
      if loaded.listing.articles.contains(where: { $0.path == path }) {
        throw CommandFailure(
          .badInput, "'\(path)' cannot be read as an article", help: "see begrepp check")
      }
    }
    let nearest = nearest(to: name, among: places.keys.sorted())
    throw CommandFailure(
      .badInput, "there is no article '\(name)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "say the path below the content folder, as 'sv/kluster.md'")
  }

  private func candidates(_ name: String) -> [String] {
    let content = Files.resolved(loaded.folder.content) ?? loaded.folder.content
    let file = Path.absolute(name, from: Path.current)
    let absolute = Path.parent(file).flatMap(Files.resolved).map { $0 + "/" + Path.name(file) }
    let below = absolute.flatMap { path in
      Path.lies(path, in: content) ? String(path.dropFirst(content.count + 1)) : nil
    }
    let named = Path.absolute(name, from: "/").dropFirst()
    return [below, String(named)].compactMap { $0 }
  }
}
