import Knowledge
import Language

extension Page {
  private static let shownArticles = 12
  private static let shownConcepts = 24

  /// The first page of a language: the search, what the glossary holds, ways in.
  mutating func home() -> [UInt8] {
    var facts = PageFacts(template: "home", heading: wording[.home])
    facts.description = context.configuration.descriptions[language] ?? ""
    for other in context.editions where other.code != language {
      facts.translations[other.code] = other.home
    }
    facts.structuredData = definedTermSet()
    let connected = mostConnected(Self.shownConcepts).map { number -> HTML in
      "<li>\(conceptLink(number))</li>"
    }
    let articles = edition.articles.prefix(Self.shownArticles).map { articleItem($0) }
    let counts = counts()
    let shortcuts = shortcuts()
    return render(facts) {
      $0["lead"] = HTML(text: facts.description)
      $0["counts"] = counts
      $0["shortcuts"] = shortcuts
      $0["connected"] = connected.joined()
      $0["articles"] = articles.joined()
    }
  }

  /// The concepts that are mentioned most, in alphabetical order.
  private func mostConnected(_ limit: Int) -> [Int] {
    let base = base
    let weight = { (number: Int) -> Int in
      let concept = base.concepts[number]
      return context.connections[number]
        + 2 * (concept.broader.count + concept.narrower.count + concept.related.count)
        + concept.statements.count
    }
    let top = edition.concepts.enumerated()
      .map { (weight: weight($0.element), place: $0.offset, number: $0.element) }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }
      .prefix(limit)
    return top.sorted { $0.place < $1.place }.map(\.number)
  }

  /// An article in a list: its title and what it says of itself.
  func articleItem(_ number: Int) -> HTML {
    let entry = base.articles[number]
    let description =
      entry.article.frontMatter.description ?? Self.short(firstParagraph(entry.article), to: 160)
    let text: HTML = description.isEmpty ? HTML() : "<p>\(Self.short(description, to: 240))</p>"
    return "<li>\(articleLink(number))\(text)</li>\n"
  }

  /// What the glossary holds in this language.
  func counts() -> HTML {
    let code = language
    let statements = base.statements.indices.count { base.statements[$0].language == code }
    var items: [HTML] = [
      "<li><a href=\"\(url: link(to: edition.index[0]))\">\(wording(.countConcepts, count: edition.concepts.count))</a></li>"
    ]
    if !edition.articles.isEmpty {
      items.append(
        "<li><a href=\"\(url: link(to: edition.articlesPage))\">\(wording(.countArticles, count: edition.articles.count))</a></li>"
      )
    }
    if statements > 0 {
      items.append("<li>\(wording(.countStatements, count: statements))</li>")
    }
    return items.joined()
  }

  /// Links to the facets' pages with how much each holds.
  func shortcuts() -> HTML {
    edition.facets.map { listing -> HTML in
      "<li><a href=\"\(url: link(to: listing.paths[0]))\">\(phrase(.facet(listing.facet)))</a> <span class=\"count\">\(listing.count)</span></li>"
    }.joined()
  }

  /// The site's front door.
  mutating func landing() -> [UInt8] {
    var facts = PageFacts(template: "languages", heading: context.title(language))
    facts.description = context.configuration.descriptions[language] ?? ""
    for other in context.editions { facts.translations[other.code] = other.home }
    let choices = context.editions.map { other -> HTML in
      let tag = other.code.rawValue
      return """
        <li lang="\(tag)"><a href="\(url: link(to: other.home))" hreflang="\(tag)"><strong>\(context.title(other.code))</strong> \
        <span>\(other.language.name)</span></a><p>\(context.configuration.descriptions[other.code] ?? "")</p></li>

        """
    }
    return render(facts) { $0["choices"] = choices.joined() }
  }
}
