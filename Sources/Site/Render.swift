import Knowledge
import Language

/// Makes the bytes of one planned file. Pure: the same page and context give the same bytes, and
/// pages can be rendered in any order and in parallel.
package func render(_ page: PlannedPage, in plan: SitePlan) -> [UInt8] {
  let context = plan.frozen.context
  func write(_ language: LanguageCode, _ body: (inout Page) -> [UInt8]) -> [UInt8] {
    guard let edition = context.editions.firstIndex(where: { $0.code == language }) else {
      return []
    }
    var draft = Page(plan.frozen, edition: edition, path: page.path)
    return body(&draft)
  }
  switch page.kind {
  case .landing:
    guard let first = context.editions.first else { return [] }
    return write(first.code) { $0.landing() }
  case .home(let language): return write(language) { $0.home() }
  case .index(let language, let part): return write(language) { $0.index(part: part) }
  case .concept(let number, let language, let part):
    return write(language) { $0.concept(number, part: part) }
  case .article(let number):
    return write(context.base.articles[number].language) { $0.article(number) }
  case .articles(let language): return write(language) { $0.articleList() }
  case .section(let language, let number): return write(language) { $0.section(number) }
  case .facet(let facet, let language, let part):
    return write(language) { $0.facet(facet, part: part) }
  case .search(let language): return write(language) { $0.search() }
  case .about(let language): return write(language) { $0.about() }
  case .map(let language): return write(language) { $0.map() }
  case .printEdition(let language): return write(language) { $0.printEdition() }
  case .notFound(let language): return write(language) { $0.notFound() }
  case .redirect(let language, let target, let title):
    return write(language) { $0.redirect(to: target, title: title) }
  case .asset(let number): return context.theme.assets[number].bytes
  case .searchData(let language, let number):
    return context.place(of: language).map { context.search.files[$0][number] } ?? []
  case .feed(let language): return write(language) { $0.feed() }
  case .download(let kind): return context.download(kind)
  case .sitemap: return context.sitemap()
  case .robots: return context.robots()
  }
}
