import Knowledge
import Language

extension Planner {
  /// The lists of one language: its index, its articles, its facets.
  mutating func planLists(_ index: Int) {
    let code = context.editions[index].code
    let language = context.editions[index].language
    let articles = context.base.articles.indices.filter {
      context.base.articles[$0].language == code && !context.articlePaths[$0].isEmpty
    }
    context.editions[index].articles = sorted(articles, by: language) {
      context.base.articles[$0].title
    }
    for place in context.editions[index].sections.indices {
      context.editions[index].sections[place].articles = sorted(
        context.editions[index].sections[place].articles, by: language
      ) { context.base.articles[$0].title }
    }
    planIndex(index)
    planFacets(index)
    if context.configuration.hasPrintEdition {
      context.editions[index].printEdition = add(
        .printEdition(code), at: folder(.folderPrint, language) + ".html")
    }
    let edition = context.editions[index]
    let isRelated = edition.concepts.contains { number in
      let concept = context.base.concepts[number]
      return (concept.broader + concept.levelOf + concept.related).contains { id in
        context.base.index(of: id).flatMap { edition.conceptPaths[$0] } != nil
      }
    }
    if isRelated {
      context.editions[index].map = add(.map(code), at: folder(.folderMap, language) + ".html")
    }
  }

  private func sorted(
    _ numbers: [Int], by language: SiteLanguage, _ text: (Int) -> String
  ) -> [Int] {
    numbers.map { (key: language.sortKey(text($0)), number: $0) }
      .sorted { a, b in
        a.key == b.key ? a.number < b.number : a.key.lexicographicallyPrecedes(b.key)
      }
      .map(\.number)
  }

  private mutating func planIndex(_ index: Int) {
    let edition = context.editions[index]
    let language = edition.language
    let base = context.base
    var entries = parallel.map(Array(base.concepts.indices)) { number -> [IndexEntry] in
      guard edition.conceptPaths[number] != nil,
        let names = base.concepts[number].designations[edition.code]
      else { return [] }
      let all = [(names.preferred, false)] + (names.admitted + names.deprecated).map { ($0, true) }
      return all.map { text, isOther in
        IndexEntry(
          text: text, concept: number, isOtherName: isOther, letter: language.letter(text),
          key: language.sortKey(text))
      }
    }.flatMap { $0 }
    entries.sort { a, b in
      if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
      return (a.concept, a.text) < (b.concept, b.text)
    }
    context.editions[index].entries = entries
    context.editions[index].concepts = entries.filter { !$0.isOtherName }.map(\.concept)
    var letters: [(letter: String, range: Range<Int>)] = []
    for (place, entry) in entries.enumerated() {
      if let last = letters.last, last.letter == entry.letter {
        letters[letters.count - 1].range = last.range.lowerBound..<(place + 1)
      } else {
        letters.append((entry.letter, place..<(place + 1)))
      }
    }
    context.editions[index].letters = letters
    let folder = folder(.folderIndex, language)
    var paths = [add(.index(edition.code, part: 0), at: folder + ".html")]
    if entries.count > Self.linesPerPage {
      for part in letters.indices {
        paths.append(
          add(.index(edition.code, part: part + 1), at: "\(folder)/\(part + 1).html"))
      }
    }
    context.editions[index].index = paths
  }

  private mutating func planFacets(_ index: Int) {
    let edition = context.editions[index]
    var statements: [Facet: [Int: [Int]]] = [:]
    for number in edition.concepts {
      for place in context.base.concepts[number].statements
      where context.base.statements[place].language == edition.code {
        statements[context.base.statements[place].facet, default: [:]][number, default: []]
          .append(place)
      }
    }
    for facet in Facet.allCases {
      let groups: [(concept: Int, statements: [Int])] = edition.concepts.compactMap { number in
        if facet == .definition {
          return context.base.concepts[number].hasDefinition(in: edition.code) ? (number, []) : nil
        }
        return statements[facet]?[number].map { (number, $0) }
      }
      guard !groups.isEmpty else { continue }
      var listing = FacetListing(
        facet: facet, groups: groups, parts: Self.parts(groups.map { max(1, $0.statements.count) }),
        paths: [])
      let name = folder(.facet(facet), edition.language)
      for part in listing.parts.indices {
        let path = part == 0 ? "\(name).html" : "\(name)/\(part + 1).html"
        listing.paths.append(add(.facet(facet, edition.code, part: part), at: path))
      }
      context.editions[index].facets.append(listing)
    }
  }

  /// Groups of these sizes on pages, none over the limit but a group that is over it alone.
  static func parts(_ sizes: [Int]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var lines = 0
    for (place, size) in sizes.enumerated() {
      if place > start, lines + size > linesPerPage {
        parts.append(start..<place)
        start = place
        lines = 0
      }
      lines += size
    }
    parts.append(start..<sizes.count)
    return parts
  }
}
