import Articles
import Diagnostics
import Knowledge
import Language

/// What a translator is told of each block of an article: what its terms are called in the other language,
/// and where its links lead there.
///
/// - Parameters:
///   - article: an index into the articles of the base.
///   - folder: the folder below `content/` that the translation lies in.
/// - Returns: notes by the index of the unit.
package func glossaryNotes(
  _ base: KnowledgeBase, article: Int, units: [TranslationUnit], to language: LanguageCode,
  folder: String
) -> [Int: [String]] {
  let entry = base.articles[article]
  var notes: [Int: [String]] = [:]
  func add(_ note: String, at offset: Int) {
    guard let unit = units.firstIndex(where: { !$0.isFrontMatter && $0.content.contains(offset) })
    else { return }
    if notes[unit, default: []].contains(note) { return }
    notes[unit, default: []].append(note)
  }
  for mention in mentions(base, in: article) {
    guard let concept = base[mention.concept], let term = concept.term(in: entry.language),
      let other = concept.term(in: language)
    else { continue }
    add("\(term) → \(other)", at: entry.article.prose.span(of: mention.range).start)
  }
  for link in entry.article.document.linkNodes {
    guard case .article(let target, _)? = entry.linkTargets[link.node],
      let other = base.articles[target].translations.lazy.map({ base.articles[$0] })
        .first(where: { $0.language == language })
    else { continue }
    add(
      "\(link.address) → \(relative(other.article.path, from: folder))", at: link.destination.start)
  }
  return notes
}

/// The way from a folder to a file, both below `content/`.
private func relative(_ path: String, from folder: String) -> String {
  let parts = path.split(separator: "/")
  let base = folder.split(separator: "/")
  let shared = zip(parts.dropLast(), base).prefix { $0 == $1 }.count
  let up = [Substring](repeating: "..", count: base.count - shared)
  return (up + parts[shared...]).joined(separator: "/")
}

/// Mentions stand in the order of articles.
private func mentions(_ base: KnowledgeBase, in article: Int) -> ArraySlice<Mention> {
  func first(from article: Int) -> Int {
    var low = 0
    var high = base.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if base.mentions[middle].article < article { low = middle + 1 } else { high = middle }
    }
    return low
  }
  return base.mentions[first(from: article)..<first(from: article + 1)]
}
