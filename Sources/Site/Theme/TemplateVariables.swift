/// The variables that templates may use: the one list that the lint, the pages and
/// `docs/templates.md` hold to.
enum TemplateVariables {
  /// On every page.
  static let common: Set<String> = [
    "lang", "title", "heading", "site_title", "description", "canonical", "head", "assets",
    "home_url", "navigation", "language_switch", "breadcrumbs", "search_form", "index_url",
    "about_url", "kind", "root", "feed_url", "popovers", "robots",
  ]

  /// Each page template and what it has besides.
  static let pages: [String: Set<String>] = [
    "home": ["lead", "counts", "shortcuts", "connected", "articles"],
    "index": ["letters", "entries"],
    "concept": [
      "term", "also_called", "avoid", "other_languages", "belongs_to", "definition",
      "other_definitions", "facets", "relations", "used_in", "sources",
    ],
    "article": ["meta", "translation", "contents", "body", "about_concept", "heading_id"],
    "articles": ["lead", "entries", "sections"],
    "facet": ["lead", "entries", "pager"],
    "search": ["help", "data"],
    "about": ["counts", "made", "publisher", "print_url", "downloads"],
    "map": ["lead", "figure", "entries"],
    "print": ["entries"],
    "not-found": ["text", "elsewhere"],
    "languages": ["choices"],
    "redirect": ["target", "target_title"],
  ]

  /// What a template may use: a page's own and the common ones; any of them in a partial.
  static func allowed(in template: String) -> Set<String> {
    if let own = pages[template] { return common.union(own) }
    return pages.values.reduce(common) { $0.union($1) }
  }
}
