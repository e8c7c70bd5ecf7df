import Articles
import Diagnostics
import Language

/// Makes the articles parts of the knowledge base: their addresses, sections, subjects, translations.
func makeEntries(
  _ material: Material, _ subjects: [Int?], _ concepts: Concepts, _ translations: Translations,
  _ links: [[Document.NodeID: LinkTarget]]
) -> Diagnosed<[ArticleEntry]> {
  var diagnostics: [Diagnostic] = []
  let slugs = articleSlugs(material, &diagnostics)
  var entries: [ArticleEntry] = []
  entries.reserveCapacity(material.articles.count)
  for (index, article) in material.articles.enumerated() {
    var entry = ArticleEntry(
      article: article, title: article.title, slug: slugs[index], section: section(of: article))
    if let seed = subjects[index], concepts.ofSeed[seed] >= 0 {
      entry.subject = concepts.concepts[concepts.ofSeed[seed]].id
    }
    entry.translations = translations.partners[index]
    entry.translationSource = translations.source[index]
    entry.linkTargets = links[index]
    entries.append(entry)
  }
  return Diagnosed(entries, diagnostics)
}

/// The folders between the language's and the file.
private func section(of article: Article) -> String {
  var parts = ContentPath.folder(of: article.path).split(separator: "/")
  if let first = parts.first, LanguageCode(String(first)) == article.language {
    parts.removeFirst()
  }
  return parts.joined(separator: "/")
}

/// One address for each article, unique in its language: what front matter says, else the file's name.
private func articleSlugs(_ material: Material, _ diagnostics: inout [Diagnostic]) -> [String] {
  struct Wanted: Hashable {
    var language: LanguageCode
    var section: String
    var slug: String
  }
  var books: [LanguageCode: AddressBook] = [:]
  var wanted: [Wanted: Int] = [:]
  var slugs = [String](repeating: "", count: material.articles.count)
  // What authors say for themselves comes before what file names give.
  let declared = material.articles.indices.filter {
    !(material.articles[$0].frontMatter.slug ?? "").isEmpty
  }
  let named = material.articles.indices.filter {
    (material.articles[$0].frontMatter.slug ?? "").isEmpty
  }
  for index in declared + named {
    let article = material.articles[index]
    let text = article.frontMatter.slug.flatMap { $0.isEmpty ? nil : $0 }
    let slug = Address.slug(text ?? ContentPath.stem(of: article.path))
    let given = books[article.language, default: AddressBook()].reserve(slug)
    slugs[index] = given
    let key = Wanted(language: article.language, section: section(of: article), slug: slug)
    guard let other = wanted.updateValue(index, forKey: key) else { continue }
    wanted[key] = other
    let place = article.frontMatter.places["slug"].map { article.source.location($0) }
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, at: place ?? Location(file: article.source.path),
        "two articles have the address '\(slug)'; this one gets '\(given)'",
        notes: [
          Diagnostic.Note(
            "the other one", at: Location(file: material.articles[other].source.path))
        ], help: "say another 'slug' in front matter"))
  }
  return slugs
}
