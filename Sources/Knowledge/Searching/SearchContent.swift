import Language

/// What the search asks of a language, so that the index alone answers a query.
package struct SearchLanguage: Sendable {
  /// All inflected forms of a term, itself among them.
  package var forms: @Sendable (String) -> [String]
  /// Function words, lower case.
  package var stopWords: Set<String>
  /// What the facets are called, in words that a query may use.
  package var facetNames: [Facet: [String]]

  package init(
    forms: @escaping @Sendable (String) -> [String], stopWords: Set<String> = [],
    facetNames: [Facet: [String]] = [:]
  ) {
    self.forms = forms
    self.stopWords = stopWords
    self.facetNames = facetNames
  }

  /// What a language pack says of it.
  package init(_ pack: LanguagePack) {
    let inflection = pack.inflection
    var names: [Facet: [String]] = [:]
    for facet in Facet.allCases {
      let key = "facet-\(facet.rawValue)"
      if pack.interface.contains(key) {
        names[facet] = inflection.forms(of: inflection.dictionaryForm(of: pack.interface[key]))
      }
    }
    self.init(
      forms: { inflection.forms(of: $0) }, stopWords: pack.stopWords, facetNames: names)
  }
}

/// Everything that the index holds, as values: one entry per concept and language.
package struct SearchContent: Sendable {
  /// A term or synonym.
  package struct Name: Sendable {
    /// 0 for the preferred term, 1 for a synonym.
    package var standing: Int
    package var text: String
    /// Keys of the inflected forms, the name's own not among them.
    package var forms: [String]
  }

  /// Something that is said of a concept.
  package struct Statement: Sendable {
    package var facet: Facet
    package var anchor: String
    package var label: String
    package var text: String
    package var explanation: String?

    /// All that is said, in one.
    package var whole: String { explanation.map { text + " " + $0 } ?? text }
    /// What words are looked for in.
    package var texts: [String] { [label, text] + (explanation.map { [$0] } ?? []) }
  }

  /// One concept in one language.
  package struct Entry: Sendable {
    /// An index into `concepts`.
    package var concept: Int
    package var language: LanguageCode
    package var names: [Name]
    /// The definition to show; empty where there is none.
    package var definition: String
    /// All its definitions, whole.
    package var definitions: [String]
    /// The path of the article, below `content/`, that the definition or the concept comes from.
    package var source: String
    /// The address of its page, below the site's root.
    package var url: String
    package var statements: [Statement]
    /// Titles and headings of the articles about it.
    package var headings: [String]
  }

  /// What ranks a concept among others.
  package struct ConceptRow: Sendable {
    package var id: String
    /// How many times the articles mention it.
    package var uses: Int
  }

  /// In the order of the knowledge base.
  package var languages: [LanguageCode] = []
  /// In the order of the knowledge base, which is that of their ids.
  package var concepts: [ConceptRow] = []
  package var entries: [Entry] = []
  /// Of all languages together.
  package var endings = Endings()
  /// Of all languages together.
  package var stopWords: Set<String> = []
  /// Words of a query that ask for a facet.
  package var facetNames: [(word: String, facet: Facet)] = []

  /// Nothing to be found.
  package init() {}

  /// - Parameters:
  ///   - language: what the search asks of each language of the knowledge base.
  ///   - address: the address of a concept's page in a language, below the site's root.
  package init(
    of base: KnowledgeBase, language: (LanguageCode) -> SearchLanguage,
    address: @Sendable (Concept, LanguageCode) -> String, parallel: Parallel = Parallel(jobs: 1)
  ) {
    languages = base.languages
    var uses = [Int](repeating: 0, count: base.concepts.count)
    for mention in base.mentions {
      if let index = base.index(of: mention.concept) { uses[index] += 1 }
    }
    concepts = base.concepts.enumerated().map { ConceptRow(id: $1.id.rawValue, uses: uses[$0]) }
    for code in base.languages {
      let language = language(code)
      stopWords.formUnion(language.stopWords)
      for (facet, names) in language.facetNames.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        facetNames += names.flatMap(SearchText.words).map { ($0, facet) }
      }
      let known = base.concepts.indices.filter { base.concepts[$0].designations[code] != nil }
      let made = parallel.map(known) { index -> (entry: Entry, endings: Endings)? in
        let concept = base.concepts[index]
        guard let designations = concept.designations[code] else { return nil }
        let names = Self.names(designations, language)
        return (
          Self.entry(concept, at: index, in: code, names, base, url: address(concept, code)),
          Self.endings(of: names)
        )
      }
      for case (let entry, let learnt)? in made {
        endings.add(learnt)
        entries.append(entry)
      }
    }
  }

  /// The endings that forms of these names have.
  private static func endings(of names: [Name]) -> Endings {
    var endings = Endings()
    for name in names {
      let last = Array(SearchText.folded(lastWord(SearchText.key(name.text))).utf8)
      for form in name.forms {
        endings.learn(last, Array(SearchText.folded(lastWord(form)).utf8))
      }
    }
    return endings
  }

  /// The names of a concept with their forms.
  private static func names(_ designations: Designations, _ language: SearchLanguage) -> [Name] {
    let excluded = Set(designations.excludedForms.map(SearchText.key))
    var names: [Name] = []
    for (i, text) in ([designations.preferred] + designations.admitted + designations.deprecated)
      .enumerated()
    {
      let key = SearchText.key(text)
      if key.isEmpty { continue }
      var forms = Set(language.forms(text).map(SearchText.key))
      if i == 0 { forms.formUnion(designations.extraForms.map(SearchText.key)) }
      forms.subtract(excluded)
      forms.remove(key)
      forms.remove("")
      names.append(Name(standing: min(i, 1), text: text, forms: forms.sorted()))
    }
    return names
  }

  private static func lastWord(_ key: String) -> String {
    key.split(separator: " ").last.map(String.init) ?? key
  }

  private static func entry(
    _ concept: Concept, at index: Int, in language: LanguageCode, _ names: [Name],
    _ base: KnowledgeBase, url: String
  ) -> Entry {
    let definition = concept.definition(in: language)
    let statements = concept.statements.compactMap { place -> Statement? in
      guard base.statements.indices.contains(place), base.statements[place].language == language
      else { return nil }
      return Statement(
        facet: base.statements[place].facet, anchor: base.statements[place].anchor,
        label: base.statements[place].label, text: base.statements[place].text,
        explanation: base.statements[place].explanation)
    }
    let articles = concept.articles.filter {
      base.articles.indices.contains($0) && base.articles[$0].language == language
    }
    let headings = articles.flatMap { place -> [String] in
      let entry = base.articles[place]
      let prose = entry.article.prose
      return [entry.title]
        + prose.blocks.filter { entry.article.document[$0.node].kind == .heading }
        .map { prose.text($0.range) }
    }
    let citation = definition?.citation?.article ?? articles.first
    let source = citation.flatMap { base.articles.indices.contains($0) ? base.articles[$0] : nil }
    return Entry(
      concept: index, language: language, names: names,
      definition: definition?.brief ?? "",
      definitions: concept.definitions.filter { $0.language == language }.map(\.text),
      source: source?.article.path ?? "", url: url, statements: statements,
      headings: headings)
  }
}
