import Knowledge
import Language

extension Page {
  /// The page of one concept; parts after the first list more places where it is used.
  mutating func concept(_ number: Int, part: Int) -> [UInt8] {
    let concept = base.concepts[number]
    let term = concept.term(in: language) ?? concept.id.rawValue
    let definition = concept.definition(in: language)
    var facts = PageFacts(template: "concept", heading: term)
    facts.description = definition?.text ?? ""
    facts.breadcrumbs = [(wording[.index], edition.index[0])]
    facts.kind = "article"
    facts.isIndexed = part == 0
    for other in context.editions where other.code != language {
      if let path = other.conceptPaths[number] {
        if part == 0 { facts.translations[other.code] = path }
        facts.nearest[other.code] = (path, concept.term(in: other.code) ?? term)
      } else if let near = nearest(concept, in: other) {
        facts.nearest[other.code] = near
      } else if let index = other.index.first {
        facts.nearest[other.code] = (index, other.wording[.index])
      }
    }
    let usedIn = usedIn(edition.uses[number], number, part: part)
    guard part == 0 else {
      return render(facts) {
        $0["term"] = HTML(text: term)
        $0["used_in"] = usedIn
      }
    }
    if let definition { facts.structuredData = definedTerm(number, definition) }
    let main =
      definition.map { definitionBlock($0, about: concept) }
      ?? "<p class=\"undefined\">\(phrase(.definitionMissing))</p>"
    let others = concept.definitions.filter { $0.language == language }.dropFirst()
      .map { definitionBlock($0, about: concept) }
    let known = Set(
      ([definition?.citation?.article] + concept.articles).compactMap { $0 }
        .filter { base.articles[$0].language == language })
    let facets = facetSections(concept, term: term, known: known)
    let relations = relations(concept)
    let names = concept.designations[language]
    let sources = sources(concept)
    let belongs = concept.broader.filter { hasTerm($0) }
      .compactMap { base.index(of: $0) }
      .map { conceptLink($0) }
    let abroad = otherLanguages(number)
    return render(facts) {
      $0["term"] = HTML(text: term)
      $0["belongs_to"] = belongs.joined(", ")
      $0["also_called"] = HTML(text: (names?.admitted ?? []).joined(separator: ", "))
      $0["avoid"] = HTML(text: (names?.deprecated ?? []).joined(separator: ", "))
      $0["other_languages"] = abroad
      $0["definition"] = main
      $0["other_definitions"] = others.joined()
      $0["facets"] = facets
      $0["relations"] = relations
      $0["sources"] = sources
      $0["used_in"] = usedIn
    }
  }

  private func hasTerm(_ id: ConceptID) -> Bool {
    base.index(of: id).map { base.concepts[$0].designations[language] != nil } ?? false
  }

  /// The first broader or superordinate concept that has a page in another language.
  private func nearest(_ concept: Concept, in other: Edition) -> (path: String, title: String)? {
    for id in concept.broader + concept.levelOf + concept.related {
      guard let number = base.index(of: id), let path = other.conceptPaths[number],
        let term = base.concepts[number].term(in: other.code)
      else { continue }
      return (path, term)
    }
    return nil
  }

  private mutating func definitionBlock(_ definition: Definition, about: Concept) -> HTML {
    let shown = definition.brief
    let text = linkedText(shown, from: definition.citation, about: about.id)
    let source: HTML
    if let citation = definition.citation {
      source = sourceLine([citation])
    } else {
      source = "<p class=\"source\">\(phrase(.definitionByEditor))</p>"
    }
    return "<div class=\"definition-text\"><p>\(text)</p>\(source)</div>"
  }

  /// What the concept is called in each other language.
  private func otherLanguages(_ number: Int) -> HTML {
    let concept = base.concepts[number]
    let items = context.editions.compactMap { other -> HTML? in
      guard other.code != language, let path = other.conceptPaths[number],
        let names = concept.designations[other.code]
      else { return nil }
      let tag = other.code.rawValue
      let more: HTML =
        names.admitted.isEmpty
        ? HTML() : "<span lang=\"\(tag)\">, \(names.admitted.joined(separator: ", "))</span>"
      let label = wording(.onLanguage, ["language": name(of: other)])
      return """
        <div><dt>\(label)</dt><dd><a href="\(url: link(to: path))" lang="\(tag)" hreflang="\(tag)">\(names.preferred)</a>\(more)</dd></div>
        """
    }
    return items.joined()
  }

  private mutating func relations(_ concept: Concept) -> HTML {
    let articles = concept.articles.filter { base.articles[$0].language == language }
    let groups: [(Phrase, [ConceptID])] = [
      (.broader, concept.broader), (.levelOf, concept.levelOf), (.narrower, concept.narrower),
      (.related, concept.related),
    ]
    var out = HTML()
    for (phrase, related) in groups {
      // What has no name in the page's language has no place among its relations there.
      let ids = related.filter { hasTerm($0) }
      guard !ids.isEmpty else { continue }
      let links = ids.map { id -> HTML in "<li>\(conceptLink(id))</li>" }
      out += "<div><dt>\(self.phrase(phrase))</dt><dd><ul>\(links.joined())</ul></dd></div>"
    }
    if !articles.isEmpty {
      let links = articles.map { number -> HTML in "<li>\(articleLink(number))</li>" }
      out += "<div><dt>\(phrase(.readArticle))</dt><dd><ul>\(links.joined())</ul></dd></div>"
    }
    return out
  }

  /// Every article in the page's language that the page draws on, in the order of the base; nothing
  /// where those are the concept's own and that of its definition alone, which the page links anyway.
  private func sources(_ concept: Concept) -> HTML {
    var numbers: Set<Int> = []
    for definition in concept.definitions {
      if let citation = definition.citation { numbers.insert(citation.article) }
    }
    for index in concept.statements {
      numbers.formUnion(base.statements[index].citations.map(\.article))
    }
    numbers = numbers.filter { base.articles[$0].language == language }
    let defining = concept.definition(in: language)?.citation.map { [$0.article] } ?? []
    guard !numbers.isSubset(of: concept.articles + defining) else { return HTML() }
    return numbers.sorted()
      .map { number -> HTML in "<li>\(articleLink(number))</li>" }.joined()
  }
}
