import Articles
import Diagnostics
import Language

/// Which articles are translations of which.
struct Translations {
  /// For each article, the one that it is a translation of.
  var source: [Int?]
  /// For each article, all that say the same in other languages, in the order of paths.
  var partners: [[Int]]
}

/// Finds out what `translationOf` of the articles means, and reports where it means nothing.
func resolveTranslations(_ material: Material) -> Diagnosed<Translations> {
  var diagnostics: [Diagnostic] = []
  var parents = directSources(material, &diagnostics)
  breakCircles(&parents, material, &diagnostics)
  let sources = rootSources(parents, material, &diagnostics)
  return Diagnosed(gatherTranslations(sources, material, &diagnostics), diagnostics)
}

private func place(of index: Int, _ material: Material) -> Location {
  let article = material.articles[index]
  return article.frontMatter.places["translationOf"].map { article.source.location($0) }
    ?? Location(file: article.source.path)
}

private func directSources(_ material: Material, _ diagnostics: inout [Diagnostic]) -> [Int?] {
  var hints = NameHints()
  return material.articles.enumerated().map { index, article in
    guard let path = article.frontMatter.translationOf else { return nil }
    let location = place(of: index, material)
    let resolved = ContentPath.normalized(path)
    guard let source = resolved.flatMap({ material.places[$0] }) else {
      let isDraft = resolved.map(material.drafts.contains) ?? false
      let nearest = hints.nearest(to: path, among: material.articles.lazy.map(\.path))
      diagnostics.append(
        Diagnostic(
          .deadTranslation, at: location,
          isDraft
            ? "'\(path)', which this article translates, is a draft"
            : "'\(path)', which this article translates, is not an article",
          help: isDraft
            ? nil
            : nearest.map { "did you mean '\($0)'?" }
              ?? "say the path below the content folder, as 'sv/kluster.md'"))
      return nil
    }
    if source == index || material.articles[source].language == article.language {
      diagnostics.append(
        Diagnostic(
          .duplicateTranslation, at: location,
          source == index
            ? "the article is said to be a translation of itself"
            : "'\(path)' is in the same language as its translation"))
      return nil
    }
    return source
  }
}

/// Where articles translate each other in a circle, the one in the site's first language is the source.
private func breakCircles(
  _ parents: inout [Int?], _ material: Material, _ diagnostics: inout [Diagnostic]
) {
  var state = [UInt8](repeating: 0, count: parents.count)
  for start in parents.indices where state[start] == 0 {
    var trail: [Int] = []
    var current: Int? = start
    while let index = current, state[index] == 0 {
      state[index] = 1
      trail.append(index)
      current = parents[index]
    }
    if let entry = current, state[entry] == 1, let first = trail.firstIndex(of: entry) {
      let circle = trail[first...]
      let languages = material.configuration.languages
      let source = circle.min { a, b in
        let rank = [a, b].map { languages.firstIndex(of: material.articles[$0].language) ?? .max }
        return (rank[0], a) < (rank[1], b)
      }
      if let source {
        let others = circle.filter { $0 != source }.sorted()
        diagnostics.append(
          Diagnostic(
            .duplicateTranslation, at: place(of: source, material),
            "the article and its translation are said to translate each other",
            notes: others.map {
              Diagnostic.Note("translates this one in turn", at: place(of: $0, material))
            }, help: "take 'translationOf' out of the one that was written first"))
        parents[source] = nil
      }
    }
    for index in trail { state[index] = 2 }
  }
}

/// Follows translations of translations to what was written first.
private func rootSources(
  _ parents: [Int?], _ material: Material, _ diagnostics: inout [Diagnostic]
) -> [Int?] {
  var roots = [Int?](repeating: nil, count: parents.count)
  for index in parents.indices {
    guard let parent = parents[index] else { continue }
    var root = parent
    while let next = roots[root] ?? parents[root] { root = next }
    roots[index] = root
    guard root != parent else { continue }
    diagnostics.append(
      Diagnostic(
        .duplicateTranslation, at: place(of: index, material),
        "'\(material.articles[parent].path)' is itself a translation of "
          + "'\(material.articles[root].path)'",
        help: "say 'translationOf: \(material.articles[root].path)'"))
    if material.articles[root].language == material.articles[index].language { roots[index] = nil }
  }
  return roots
}

private func gatherTranslations(
  _ sources: [Int?], _ material: Material, _ diagnostics: inout [Diagnostic]
) -> Translations {
  var sources = sources
  var groups: [Int: [Int]] = [:]
  for (index, source) in sources.enumerated() {
    guard let source else { continue }
    let language = material.articles[index].language
    if let other = groups[source]?.first(where: { material.articles[$0].language == language }) {
      diagnostics.append(
        Diagnostic(
          .duplicateTranslation, at: place(of: index, material),
          "'\(material.articles[source].path)' has two translations in '\(language)'",
          notes: [Diagnostic.Note("the other one", at: place(of: other, material))]))
      sources[index] = nil
    } else {
      groups[source, default: []].append(index)
    }
  }
  addDeclaredPairs(&groups, sources, material)
  var partners = [[Int]](repeating: [], count: sources.count)
  for (source, translations) in groups {
    let all = ([source] + translations).sorted()
    for index in all { partners[index] = all.filter { $0 != index } }
  }
  return Translations(source: sources, partners: partners)
}

/// Articles of different languages that give the same `concept` say the same, where there is one
/// of them in each language and `translationOf` does not say otherwise.
private func addDeclaredPairs(_ groups: inout [Int: [Int]], _ sources: [Int?], _ material: Material)
{
  var declared: [String: [Int]] = [:]
  for (index, article) in material.articles.enumerated() {
    if let id = article.frontMatter.concept { declared[id, default: []].append(index) }
  }
  for (_, members) in declared where members.count > 1 {
    let languages = Set(members.map { material.articles[$0].language })
    let isFree = members.allSatisfy { sources[$0] == nil && groups[$0] == nil }
    if languages.count == members.count, isFree {
      groups[members[0]] = Array(members.dropFirst())
    }
  }
}
