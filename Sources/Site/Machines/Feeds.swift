import Knowledge
import Language

extension SiteContext {
  /// `sitemap.xml`: every page that is to be found, with its true translations.
  func sitemap() -> [UInt8] {
    let base = configuration.baseURL ?? ""
    var out: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    func add(_ groups: [(LanguageCode, String)]) {
      for (_, path) in groups {
        out += "<url><loc>\(base + SitePath.encoded(path))</loc>"
        if groups.count > 1 {
          for (language, other) in groups {
            out += """
              <xhtml:link rel="alternate" hreflang="\(language.rawValue)" href="\(base + SitePath.encoded(other))"/>
              """
          }
        }
        out += "</url>\n"
      }
    }
    add(editions.map { ($0.code, $0.home) })
    add(editions.map { ($0.code, $0.index.first ?? $0.home) })
    for number in self.base.concepts.indices {
      add(
        editions.compactMap { edition in edition.conceptPaths[number].map { (edition.code, $0) } })
    }
    for (number, entry) in self.base.articles.enumerated() where !articlePaths[number].isEmpty {
      let all = ([number] + entry.translations).filter { !articlePaths[$0].isEmpty }
      guard all.min() == number else { continue }
      add(all.map { (self.base.articles[$0].language, articlePaths[$0]) })
    }
    for facet in Facet.allCases {
      add(
        editions.compactMap { edition in
          edition.facet(facet)?.paths.first.map { (edition.code, $0) }
        })
    }
    out += "</urlset>\n"
    return out.bytes
  }

  func robots() -> [UInt8] {
    var out = "User-agent: *\nAllow: /\n"
    if let base = configuration.baseURL { out += "Sitemap: \(base)sitemap.xml\n" }
    return Array(out.utf8)
  }
}

extension Page {
  /// The newest articles as an Atom feed, by the dates of their front matter.
  func feed() -> [UInt8] {
    let base = context.configuration.baseURL ?? ""
    let dated = edition.articles.compactMap { number -> (date: String, number: Int)? in
      let front = self.base.articles[number].article.frontMatter
      return (front.updated ?? front.date).map { ($0, number) }
    }
    .sorted { ($1.date, $0.number) < ($0.date, $1.number) }.prefix(50)
    let author = context.configuration.publisher?.name ?? context.title(language)
    var out: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
      <id>\(base + SitePath.encoded(path))</id>
      <title>\(wording(.feed, ["title": context.title(language)]))</title>
      <link rel="self" href="\(base + SitePath.encoded(path))"/>
      <link href="\(base + SitePath.encoded(edition.home))"/>
      <updated>\(dated.first?.date ?? "1970-01-01")T00:00:00Z</updated>
      <author><name>\(author)</name></author>

      """
    for (date, number) in dated {
      let entry = self.base.articles[number]
      let address = base + SitePath.encoded(context.articlePaths[number])
      out += """
        <entry><id>\(address)</id><title>\(entry.title)</title><link href="\(address)"/>\
        <updated>\(date)T00:00:00Z</updated><published>\(entry.article.frontMatter.date ?? date)T00:00:00Z</published>\
        <summary>\(entry.article.frontMatter.description ?? "")</summary></entry>

        """
    }
    out += "</feed>\n"
    return out.bytes
  }
}
