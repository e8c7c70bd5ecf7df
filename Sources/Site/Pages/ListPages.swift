import Knowledge
import Language

extension Page {
  /// All articles of a language, those of sub-folders under their section.
  mutating func articleList() -> [UInt8] {
    var facts = PageFacts(template: "articles", heading: wording[.allArticles])
    facts.description = titles(edition.articles)
    for other in context.editions where other.code != language {
      facts.translations[other.code] = other.articlesPage
    }
    let top = edition.articles.filter { base.articles[$0].section.isEmpty }
    let sections = edition.sections.map { section -> HTML in
      """
      <li><a href="\(url: link(to: section.path))">\(Self.title(ofSection: section.name))</a> \
      <span class="count">\(wording(.countArticles, count: section.articles.count))</span></li>
      """
    }
    return render(facts) {
      $0["entries"] = top.map { articleItem($0) }.joined()
      $0["sections"] = sections.joined()
    }
  }

  mutating func section(_ number: Int) -> [UInt8] {
    let section = edition.sections[number]
    var facts = PageFacts(template: "articles", heading: Self.title(ofSection: section.name))
    facts.description = titles(section.articles)
    facts.breadcrumbs = [(wording[.articles], edition.articlesPage)]
    for other in context.editions where other.code != language {
      facts.nearest[other.code] = (other.articlesPage, other.wording[.articles])
    }
    return render(facts) {
      $0["lead"] = phrase(.sectionLead)
      $0["entries"] = section.articles.map { articleItem($0) }.joined()
    }
  }

  /// What a list holds, for those who meet it elsewhere: its first names.
  private func titles(_ articles: [Int]) -> String {
    articles.prefix(Self.summarySize).map { base.articles[$0].title }.joined(separator: ", ")
  }

  func terms(_ concepts: [Int]) -> String {
    concepts.compactMap { base.concepts[$0].term(in: language) }.joined(separator: ", ")
  }

  static var summarySize: Int { 20 }

  /// A folder's name as a title: its last part, hyphens as spaces, the first letter large.
  static func title(ofSection name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    let words = String(last.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What all concepts say under one facet.
  mutating func facet(_ facet: Facet, part: Int) -> [UInt8] {
    guard let listing = edition.facet(facet), part < listing.parts.count else { return [] }
    var facts = PageFacts(template: "facet", heading: wording[.facet(facet)])
    for other in context.editions where other.code != language {
      if let same = other.facet(facet)?.paths.first {
        facts.nearest[other.code] = (same, other.wording[.facet(facet)])
        if part == 0 { facts.translations[other.code] = same }
      }
    }
    let groups = listing.groups[listing.parts[part]]
    facts.description =
      facts.heading + ": " + terms(groups.prefix(Self.summarySize).map(\.concept))
    var entries = HTML()
    for group in groups {
      entries += facetGroup(facet, group.concept, group.statements)
    }
    return render(facts) {
      $0["lead"] = phrase(.facetLead)
      $0["entries"] = entries
      $0["pager"] = pager(listing.paths)
    }
  }

  private func facetGroup(_ facet: Facet, _ number: Int, _ statements: [Int]) -> HTML {
    let concept = base.concepts[number]
    guard let target = edition.conceptPaths[number] else { return HTML() }
    let term = concept.term(in: language) ?? ""
    let heading: HTML = "<h2><a href=\"\(url: link(to: target))\">\(term)</a></h2>"
    if facet == .definition {
      let definition = concept.definition(in: language)
      let text = definition?.brief ?? ""
      return "<section class=\"entry\">\(heading)<p>\(text)</p></section>\n"
    }
    let isText = facet == .example || facet == .takeaway
    let items = statements.map { index -> HTML in
      let address = link(to: target, fragment: base.statements[index].anchor)
      let text =
        isText ? Self.short(base.statements[index].text, to: 280) : base.statements[index].label
      return "<li><a href=\"\(url: address)\">\(text)</a></li>"
    }
    let list: HTML =
      facet == .level || facet == .step
      ? "<ol>\(items.joined())</ol>" : "<ul>\(items.joined())</ul>"
    return "<section class=\"entry\">\(heading)\(list)</section>\n"
  }
}
