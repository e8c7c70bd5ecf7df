import Articles
import Knowledge
import Language

/// What the pages of concepts and articles are made from, as fingerprints: a page whose key is that of
/// the build before has the same bytes and need not be rendered.
///
/// Keys take in more than the page shows: of each article that a concept is cited in all of its text and
/// its mentions. So they are simple, and a page may be rendered in vain, but never be missed. The other
/// pages, of which there are few, have no key.
package struct PageKeys: Sendable {
  private let plan: SitePlan
  /// What all pages depend on.
  private var common = Fingerprint(high: 0, low: 0)
  /// By concept: what other pages show of it.
  private var cards: [Fingerprint] = []
  /// By article: its text, and all that is linked from it.
  private var articles: [Fingerprint] = []
  /// By concept: all that its own pages show, in whichever language, but the places where it is used.
  private var concepts: [Fingerprint] = []
  /// By mention: what a list of places shows of it.
  private var uses: [Fingerprint] = []
  /// By statement: what a list of its facet shows of it.
  private var statements: [Fingerprint] = []
  /// All that the files with the whole glossary hold.
  private var glossary = Fingerprint(high: 0, low: 0)

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
    uses = parallel.map(Array(context.base.articles.indices)) { Self.uses(in: $0, context) }
      .flatMap { $0 }
    statements = parallel.map(Array(context.base.statements.indices)) {
      Self.line(context.base.statements, $0)
    }
    glossary = Self.glossary(plan)
    let known = self
    concepts = parallel.map(Array(context.base.concepts.indices)) { known.concept($0) }
  }

  /// Nil for a page that is always rendered.
  package func key(of page: PlannedPage) -> Fingerprint? {
    switch page.kind {
    case .concept(let number, let language, let part):
      return key(page) {
        $0.add(language.rawValue)
        $0.add(part)
        addUses(of: number, language, part, &$0)
        if part == 0 { $0.add(concepts[number]) } else { addRelated(to: number, &$0) }
      }
    case .article(let number): return key(page) { $0.add(articles[number]) }
    case .facet(let facet, let language, let part):
      return key(page) { addFacet(facet, language, part, &$0) }
    case .download: return key(page) { $0.add(glossary) }
    case .searchData(let language, let number):
      return plan.context.place(of: language).map { plan.searchRecord.files[$0][number] }
    default: return nil
    }
  }

  private func key(
    _ page: PlannedPage, _ body: (inout FingerprintBuilder) -> Void
  ) -> Fingerprint {
    Fingerprint {
      $0.add(common)
      $0.add(page.path)
      body(&$0)
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
      addRelated(to: number, &key)
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
      key.add(concept.articles.count)
      for article in concept.articles { key.add(articles[article]) }
      for source in sources.sorted() { key.add(articles[source]) }
    }
  }

  /// What the concept is called, and which others it leads to.
  private func addRelated(to number: Int, _ key: inout FingerprintBuilder) {
    key.add(cards[number])
    Self.addRelations(of: number, in: plan.context.base, &key) { addCard(of: $0, &$1) }
  }

  /// Which concepts a concept is related to, and how.
  ///
  /// - Parameter add: adds one of them.
  private static func addRelations(
    of number: Int, in base: KnowledgeBase, _ key: inout FingerprintBuilder,
    _ add: (ConceptID, inout FingerprintBuilder) -> Void
  ) {
    for ids in [
      base.concepts[number].broader, base.concepts[number].narrower,
      base.concepts[number].related, base.concepts[number].levelOf,
    ] {
      key.add(ids.count)
      for id in ids { add(id, &key) }
    }
  }

  /// The places that one page of a concept lists, and how many there are.
  private func addUses(
    of number: Int, _ language: LanguageCode, _ part: Int, _ key: inout FingerprintBuilder
  ) {
    guard let place = plan.context.place(of: language) else { return }
    let all = plan.context.editions[place].uses[number]
    key.add(all.count)
    for use in all.dropFirst(part * Planner.usesPerPage).prefix(Planner.usesPerPage) {
      key.add(uses[use])
    }
  }

  /// By mention in an article: its sentence, and where that leads.
  private static func uses(in number: Int, _ context: SiteContext) -> [Fingerprint] {
    let prose = context.base.articles[number].article.prose
    let outline = context.outlines[number]
    let title = context.base.articles[number].title
    let language = context.base.articles[number].language.rawValue
    return context.mentionRanges[number].map { index in
      let (range, sentence) = (
        context.base.mentions[index].range, context.base.mentions[index].sentence
      )
      return Fingerprint { key in
        key.add(title)
        key.add(language)
        key.add(context.articlePaths[number])
        key.add(outline.anchor(before: range.lowerBound))
        key.add(range.lowerBound - sentence.lowerBound)
        key.add(range.count)
        prose.bytes.withUnsafeBufferPointer { bytes in
          key.add(UnsafeBufferPointer(rebasing: bytes[sentence]))
        }
      }
    }
  }

  private func addFacet(
    _ facet: Facet, _ language: LanguageCode, _ part: Int, _ key: inout FingerprintBuilder
  ) {
    guard let place = plan.context.place(of: language),
      let listing = plan.context.editions[place].facet(facet)
    else { return }
    for path in listing.paths { key.add(path) }
    for group in listing.groups[listing.parts[part]] {
      key.add(cards[group.concept])
      key.add(group.statements.count)
      for statement in group.statements { key.add(statements[statement]) }
    }
  }

  private static func glossary(_ plan: SitePlan) -> Fingerprint {
    let base = plan.context.base
    return Fingerprint { key in
      // Of names, definitions, facts and addresses; what else there is follows.
      key.add(plan.searchRecord.key)
      for number in base.concepts.indices {
        addRelations(of: number, in: base, &key) { $1.add($0.rawValue) }
      }
      for number in base.statements.indices {
        key.add(base.statements[number].target?.rawValue)
        let source = base.statements[number].citations.first?.article
        key.add(source.map { base.articles[$0].article.path })
      }
    }
  }

  private static func line(_ statements: [Statement], _ number: Int) -> Fingerprint {
    Fingerprint { key in
      key.add(statements[number].anchor)
      key.add(statements[number].label)
      key.add(statements[number].text)
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
