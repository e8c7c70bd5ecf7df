import Knowledge
import Language

/// What a page tells its layout about itself.
struct PageFacts {
  var template: String
  /// The page's name, without that of the site.
  var heading: String
  var description = ""
  /// Where the page is, from the home page down, itself not included.
  var breadcrumbs: [(title: String, path: String)] = []
  /// The same page in other languages: the true translations.
  var translations: [LanguageCode: String] = [:]
  /// Where the language switch leads where there is no translation.
  var nearest: [LanguageCode: (path: String, title: String)] = [:]
  /// JSON-LD; empty where there is none.
  var structuredData = HTML()
  /// `article` or `website`, for Open Graph.
  var kind = "website"
  var isIndexed = true
}

extension Page {
  /// The values that every page has.
  func values(_ facts: PageFacts) -> PageValues {
    var values = PageValues(edition.language)
    let siteTitle = context.title(language)
    let isHome = path == edition.home
    values["lang"] = HTML(text: language.rawValue)
    values["kind"] = HTML(text: facts.template)
    values["heading"] = HTML(text: facts.heading)
    values["site_title"] = HTML(text: siteTitle)
    values["title"] = HTML(
      text: isHome || path == context.landing ? siteTitle : "\(facts.heading) – \(siteTitle)")
    values["description"] = HTML(text: Self.short(facts.description, to: 300))
    values["root"] = "\(url: root)"
    values["assets"] = "\(url: root)assets/"
    values["home_url"] = "\(url: link(to: edition.home))"
    values["index_url"] = "\(url: link(to: edition.index[0]))"
    values["about_url"] = "\(url: link(to: edition.about))"
    values["search_form"] = searchForm()
    values["navigation"] = navigation()
    values["language_switch"] = languageSwitch(facts)
    values["breadcrumbs"] = breadcrumbs(facts)
    values["popovers"] = popovers()
    values["head"] = head(facts)
    if let base = context.configuration.baseURL {
      if top == nil { values["canonical"] = "\(url: base + SitePath.encoded(path))" }
      if !edition.feed.isEmpty { values["feed_url"] = "\(url: link(to: edition.feed))" }
    }
    if !facts.isIndexed { values["robots"] = "noindex" }
    return values
  }

  func render(_ facts: PageFacts, _ fill: (inout PageValues) -> Void) -> [UInt8] {
    var values = values(facts)
    fill(&values)
    return context.theme.render(facts.template, values)
  }

  private func searchForm() -> HTML {
    """
    <form class="search" role="search" action="\(url: link(to: edition.search))" method="get" \
    data-index="\(url: link(to: edition.searchData))" data-root="\(url: root)">\
    <label for="page-search">\(phrase(.searchLabel))</label>\
    <input type="search" id="page-search" name="q" autocomplete="off" autocapitalize="off" spellcheck="false">\
    <button type="submit">\(phrase(.search))</button></form>
    """
  }

  private func navigation() -> HTML {
    var items = [(Phrase.index, edition.index[0])]
    if !edition.articles.isEmpty { items.append((.articles, edition.articlesPage)) }
    if let map = edition.map { items.append((.map, map)) }
    items.append((.about, edition.about))
    let links = items.map { item -> HTML in
      let current: HTML = item.1 == path ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(url: link(to: item.1))\"\(current)>\(phrase(item.0))</a></li>"
    }
    return "<ul>\(links.joined())</ul>"
  }

  private func languageSwitch(_ facts: PageFacts) -> HTML {
    guard context.editions.count > 1 else { return HTML() }
    let items = context.editions.map { other -> HTML in
      let tag = other.code.rawValue
      if other.code == language {
        return "<li><span lang=\"\(tag)\" aria-current=\"true\">\(other.language.name)</span></li>"
      }
      if let target = facts.translations[other.code] {
        return """
          <li><a href="\(url: link(to: target))" lang="\(tag)" hreflang="\(tag)" rel="alternate">\(other.language.name)</a></li>
          """
      }
      let nearest = facts.nearest[other.code] ?? (other.home, other.wording[.home])
      let note = wording(
        .noTranslation, ["language": name(of: other), "place": nearest.title])
      return """
        <li class="missing"><a href="\(url: link(to: nearest.path))" hreflang="\(tag)"><span lang="\(tag)">\(other.language.name)</span> \
        <small>\(phrase(.languageMissing))</small><span class="hidden">. \(note)</span></a></li>
        """
    }
    return "<ul>\(items.joined())</ul>"
  }

  /// What another language is called in this one.
  func name(of other: Edition) -> String { wording.name(of: other.code) ?? other.language.name }

  private func breadcrumbs(_ facts: PageFacts) -> HTML {
    guard !facts.breadcrumbs.isEmpty else { return HTML() }
    let items = facts.breadcrumbs.map { crumb -> HTML in
      "<li><a href=\"\(url: link(to: crumb.path))\">\(crumb.title)</a></li>"
    }
    return "<ol>\(items.joined())</ol>"
  }

  /// Links and data for machines.
  private func head(_ facts: PageFacts) -> HTML {
    var out = HTML()
    if let base = context.configuration.baseURL, top == nil {
      let full = { (path: String) in base + SitePath.encoded(path) }
      if !facts.translations.isEmpty {
        let all = facts.translations.merging([language: path]) { known, _ in known }
        for edition in context.editions {
          guard let target = all[edition.code] else { continue }
          out +=
            "<link rel=\"alternate\" hreflang=\"\(edition.code.rawValue)\" href=\"\(url: full(target))\">\n"
        }
        let first = context.editions.lazy.compactMap { all[$0.code] }.first ?? path
        let isFront = path == edition.home || path == context.landing
        let fallback = isFront ? context.landing : first
        out += "<link rel=\"alternate\" hreflang=\"x-default\" href=\"\(url: full(fallback))\">\n"
      }
      out += "<meta property=\"og:url\" content=\"\(url: full(path))\">\n"
    }
    out += """
      <meta property="og:title" content="\(facts.heading)">
      <meta property="og:type" content="\(facts.kind)">
      <meta property="og:site_name" content="\(context.title(language))">
      <meta property="og:locale" content="\(language.rawValue)">

      """
    if !facts.description.isEmpty {
      out +=
        "<meta property=\"og:description\" content=\"\(Self.short(facts.description, to: 300))\">\n"
    }
    return out + facts.structuredData
  }

  /// A list of numbered pages; nothing where there is but one.
  func pager(_ paths: [String]) -> HTML {
    guard paths.count > 1, let here = paths.firstIndex(of: path) else { return HTML() }
    var items: [HTML] = []
    if here > 0 {
      items.append(
        "<li><a rel=\"prev\" href=\"\(url: link(to: paths[here - 1]))\">\(phrase(.previous))</a></li>"
      )
    }
    let place = wording(
      .pageOf, ["page": String(here + 1), "count": String(paths.count)])
    items.append("<li>\(place)</li>")
    if here + 1 < paths.count {
      items.append(
        "<li><a rel=\"next\" href=\"\(url: link(to: paths[here + 1]))\">\(phrase(.next))</a></li>")
    }
    return "<nav class=\"pager\" aria-label=\"\(phrase(.pages))\"><ul>\(items.joined())</ul></nav>"
  }
}

extension HTML {
  static func + (a: HTML, b: HTML) -> HTML {
    var both = a
    both += b
    return both
  }
}
