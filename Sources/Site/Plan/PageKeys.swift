import Articles
import Knowledge
import Language

/// What the pages of concepts and articles are made from, as fingerprints: a page whose key is that of
/// the build before has the same bytes and need not be rendered.
///
/// Keys take in more than the page shows: of each article that a concept is cited or used in all of its
/// text and its mentions. So they are simple, and a page may be rendered in vain, but never be missed. The
/// other pages, of which there are few, have no key.
package struct PageKeys: Sendable {
  private let plan: SitePlan
  /// What all pages depend on.
  private var common = Fingerprint(high: 0, low: 0)
  /// By concept: what other pages show of it.
  private var cards: [Fingerprint] = []
  /// By article: its text, and all that is linked from it.
  private var articles: [Fingerprint] = []
  /// By concept: all that its own pages show, in whichever language.
  private var concepts: [Fingerprint] = []

  /// - Parameter inputs: stands for the program, the configuration, the languages and the templates.
  package init(_ plan: SitePlan, inputs: Fingerprint, _ parallel: Parallel) {
    self.plan = plan
    let context = plan.context
    common = Self.common(context, inputs)
    cards = parallel.map(Array(context.base.concepts.indices)) { Self.card($0, context) }
    let cards = cards
    articles = parallel.map(Array(context.base.articles.indices)) {
      Self.article($0, context, cards)
    }
    let known = self
    concepts = parallel.map(Array(context.base.concepts.indices)) { known.concept($0) }
  }

  /// Nil for a page that is always rendered.
  package func key(of page: PlannedPage) -> Fingerprint? {
    switch page.kind {
    case .concept(let number, let language, let part):
      return Fingerprint {
        $0.add(common)
        $0.add(page.path)
        $0.add(language.rawValue)
        $0.add(part)
        $0.add(concepts[number])
      }
    case .article(let number):
      return Fingerprint {
        $0.add(common)
        $0.add(page.path)
        $0.add(articles[number])
      }
    default: return nil
    }
  }

  private static func common(_ context: SiteContext, _ inputs: Fingerprint) -> Fingerprint {
    Fingerprint { key in
      key.add(inputs)
      key.add(context.landing)
      for edition in context.editions {
        let paths = [
          edition.home, edition.articlesPage, edition.search, edition.searchData, edition.about,
          edition.notFound, edition.feed, edition.index.first ?? "",
        ]
        for path in paths { key.add(path) }
        key.add(edition.map)
        key.add(edition.printEdition)
        key.add(edition.articles.isEmpty ? 0 : 1)
        for facet in Facet.allCases { key.add(edition.facet(facet)?.paths.first) }
        for section in edition.sections {
          key.add(section.name)
          key.add(section.path)
        }
      }
      for (from, to) in context.files.sorted(by: { $0.key < $1.key }) {
        key.add(from)
        key.add(to)
      }
    }
  }

  private static func card(_ number: Int, _ context: SiteContext) -> Fingerprint {
    let concept = context.base.concepts[number]
    return Fingerprint { key in
      key.add(concept.id.rawValue)
      for edition in context.editions {
        key.add(edition.conceptPaths[number])
        key.add(concept.slugs[edition.code])
        let names = concept.designations[edition.code]
        key.add(names?.preferred)
        for name in (names?.admitted ?? []) + [""] + (names?.deprecated ?? []) { key.add(name) }
        guard let definition = concept.definition(in: edition.code) else { continue }
        key.add(definition.text)
        key.add(definition.definiens)
      }
    }
  }

  private static func article(
    _ number: Int, _ context: SiteContext, _ cards: [Fingerprint]
  ) -> Fingerprint {
    let entry = context.base.articles[number]
    func addCard(of other: Int, _ key: inout FingerprintBuilder) {
      key.add(context.base.articles[other].title)
      key.add(context.articlePaths[other])
      key.add(context.base.articles[other].language.rawValue)
    }
    return Fingerprint { key in
      addCard(of: number, &key)
      key.add(entry.article.path)
      key.add(entry.article.source.bytes)
      key.add(entry.section)
      key.add(entry.staleBlocks ?? -1)
      if let subject = entry.subject.flatMap(context.base.index) { key.add(cards[subject]) }
      for other in entry.translations {
        addCard(of: other, &key)
        key.add(other == entry.translationSource ? 1 : 0)
      }
      for heading in context.outlines[number].headings { key.add(heading.anchor) }
      for index in context.mentionRanges[number] {
        let mention = context.base.mentions[index]
        if let concept = context.base.index(of: mention.concept) { key.add(cards[concept]) }
        for place in [mention.range, mention.sentence] {
          key.add(place.lowerBound)
          key.add(place.upperBound)
        }
        key.add(mention.isLinked ? 1 : 0)
      }
      for (node, target) in entry.linkTargets.sorted(by: { $0.key < $1.key }) {
        key.add("\(node)")
        switch target {
        case .article(let other, let fragment):
          addCard(of: other, &key)
          key.add(fragment)
        case .concept(let id):
          if let concept = context.base.index(of: id) { key.add(cards[concept]) }
        case .file(let path): key.add(path)
        }
      }
    }
  }

  private func concept(_ number: Int) -> Fingerprint {
    let context = plan.context
    let base = context.base
    let concept = base.concepts[number]
    var sources = Set(concept.articles)
    return Fingerprint { key in
      key.add(cards[number])
      for ids in [concept.broader, concept.narrower, concept.related, concept.levelOf] {
        key.add(ids.count)
        for id in ids { addCard(of: id, &key) }
      }
      for definition in concept.definitions {
        key.add(definition.language.rawValue)
        key.add(definition.text)
        key.add(definition.definiens)
        key.add(definition.citation?.location.span.start ?? -1)
        if let citation = definition.citation { sources.insert(citation.article) }
      }
      for index in concept.statements {
        add(base.statements[index], &key)
        sources.formUnion(base.statements[index].citations.map(\.article))
      }
      for edition in context.editions {
        for use in edition.uses[number] {
          sources.insert(base.mentions[use].article)
          key.add(articles[base.mentions[use].article])
          key.add(base.mentions[use].range.lowerBound)
        }
      }
      key.add(concept.articles.count)
      for article in concept.articles { key.add(articles[article]) }
      for source in sources.sorted() { key.add(articles[source]) }
    }
  }

  private func addCard(of id: ConceptID, _ key: inout FingerprintBuilder) {
    key.add(id.rawValue)
    if let number = plan.context.base.index(of: id) { key.add(cards[number]) }
  }

  private func add(_ statement: Statement, _ key: inout FingerprintBuilder) {
    key.add(statement.facet.rawValue)
    key.add(statement.language.rawValue)
    key.add(statement.anchor)
    key.add(statement.label)
    key.add(statement.text)
    key.add(statement.explanation)
    key.add(statement.order ?? -1)
    for pole in statement.poles { key.add(pole) }
    if let target = statement.target { addCard(of: target, &key) }
    for citation in statement.citations {
      key.add(articles[citation.article])
      key.add(citation.location.span.start)
    }
  }
}
