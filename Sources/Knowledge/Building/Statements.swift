import Diagnostics
import Extraction
import Language

/// Gives every fact to the concept that it is about: definitions to the concepts that they define, all
/// else as statements, merged where several articles say the same.
func placeFacts(
  _ facts: [KeyedFact], _ material: Material, _ claimed: Claimed, _ concepts: inout Concepts
) -> Diagnosed<[Statement]> {
  var placer = FactPlacer(
    facts: facts, material: material, claimed: claimed, concepts: concepts)
  for place in facts.indices { placer.place(place) }
  placer.reportOrphans()
  let statements = placer.statements()
  concepts = placer.concepts
  return Diagnosed(statements, placer.diagnostics)
}

private struct StatementKey: Hashable {
  var concept: Int
  var facet: Facet
  var label: TermKey
}

private struct DefinitionKey: Hashable {
  var concept: Int
  var language: LanguageCode
  var text: String
}

private struct FactPlacer {
  let facts: [KeyedFact]
  let material: Material
  let claimed: Claimed
  var concepts: Concepts
  var diagnostics: [Diagnostic] = []
  /// By what they say: places in `facts`.
  private var groups: [StatementKey: [Int]] = [:]
  private var order: [StatementKey] = []
  private var definitions: [DefinitionKey: Definition] = [:]
  private var orphans: [Int: (count: Int, first: KeyedFact)] = [:]

  init(
    facts: [KeyedFact], material: Material, claimed: Claimed, concepts: Concepts
  ) {
    self.facts = facts
    self.material = material
    self.claimed = claimed
    self.concepts = concepts
  }

  private func concept(of key: TermKey) -> Int? {
    claimed.registry.owner(of: key).map { concepts.ofSeed[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  private func subject(of article: Int) -> Int? {
    claimed.subjects[article].map { concepts.ofSeed[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  mutating func place(_ index: Int) {
    let fact = facts[index]
    if fact.fact.facet == .definition, let defined = concept(of: fact.conceptKey) {
      define(defined, by: fact)
      return
    }
    if let key = fact.subjectKey {
      if let about = concept(of: key) {
        state(index, about: about)
      } else {
        diagnostics.append(unknownSubject(fact))
      }
    } else if let about = subject(of: fact.article) {
      state(index, about: about)
    } else {
      orphans[fact.article, default: (0, fact)].count += 1
    }
  }

  private func unknownSubject(_ fact: KeyedFact) -> Diagnostic {
    let name = fact.fact.subject ?? ""
    let isContested = fact.subjectKey.map(claimed.registry.isContested) ?? false
    return Diagnostic(
      .unknownConcept, at: material.location(fact.fact.span, in: fact.article),
      isContested
        ? "the \(fact.fact.facet.rawValue) is of '\(name)', which is the term of several concepts"
        : "the \(fact.fact.facet.rawValue) is of '\(name)', which is not a concept",
      help: "declare '\(name)' in concepts.yml")
  }

  mutating func reportOrphans() {
    for (article, orphans) in orphans.sorted(by: { $0.key < $1.key }) {
      let count = orphans.count == 1 ? "a fact" : "\(orphans.count) facts"
      diagnostics.append(
        Diagnostic(
          .missingSubject, at: material.location(orphans.first.fact.span, in: article),
          "the article states \(count) but has no subject that they could be about",
          help: "name its subject by 'concept' or 'title' in front matter"))
    }
  }

  private mutating func define(_ concept: Int, by fact: KeyedFact) {
    let key = DefinitionKey(
      concept: concept, language: fact.key.language, text: fact.fact.text)
    let made = Definition(
      language: fact.key.language, text: fact.fact.text, definiens: fact.fact.definiens,
      origin: subject(of: fact.article) == concept ? .ownArticle : .otherArticle,
      citation: material.citation(fact.fact.span, in: fact.article))
    if let known = definitions[key], !precedes(made, known) { return }
    definitions[key] = made
  }

  private mutating func state(_ index: Int, about concept: Int) {
    let fact = facts[index]
    let key = StatementKey(concept: concept, facet: fact.fact.facet, label: fact.key)
    if groups[key]?.append(index) != nil { return }
    groups[key] = [index]
    order.append(key)
  }

  private func precedes(_ a: Definition, _ b: Definition) -> Bool {
    if a.origin != b.origin { return a.origin < b.origin }
    guard let a = a.citation, let b = b.citation else { return a.citation == nil }
    return (a.article, a.location.span) < (b.article, b.location.span)
  }

  /// Sorts what was gathered, and hangs it on its concepts.
  mutating func statements() -> [Statement] {
    let rank = Dictionary(
      uniqueKeysWithValues: material.configuration.languages.enumerated().map { ($1, $0) })
    for (key, definition) in definitions {
      concepts.concepts[key.concept].definitions.append(definition)
    }
    for key in order { explain(key, groups[key] ?? []) }
    for index in concepts.concepts.indices where concepts.concepts[index].definitions.count > 1 {
      concepts.concepts[index].definitions = concepts.concepts[index].definitions.sorted { a, b in
        if a.language != b.language {
          return (rank[a.language] ?? .max) < (rank[b.language] ?? .max)
        }
        return precedes(a, b)
      }
    }
    let drafts = order.map { draft($0, groups[$0] ?? [], rank) }
    // Drafts are large: what is moved about is where they are.
    let places = drafts.indices.sorted { drafts[$0].precedes(drafts[$1]) }
    return number(places.lazy.map { drafts[$0] })
  }

  /// A level, type or factor that is a concept and is defined nowhere is explained by what its list
  /// says of it.
  private mutating func explain(_ key: StatementKey, _ group: [Int]) {
    guard let target = concept(of: key.label), target != key.concept,
      concepts.concepts[target].definition(in: key.label.language) == nil,
      let fact = group.map({ facts[$0] }).filter({ $0.fact.explanation != nil }).min(by: {
        ($0.article, $0.fact.span) < ($1.article, $1.fact.span)
      }), let text = fact.fact.explanation
    else { return }
    concepts.concepts[target].definitions.append(
      Definition(
        language: key.label.language, text: text, origin: .explanation,
        citation: material.citation(fact.fact.span, in: fact.article)))
  }

  private func draft(
    _ key: StatementKey, _ group: [Int], _ rank: [LanguageCode: Int]
  ) -> StatementDraft {
    let facts = ownFirst(group, of: key.concept)
    let first = facts[0].fact
    var target: ConceptID?
    if [.level, .type, .successFactor].contains(key.facet),
      let index = concept(of: facts[0].conceptKey), index != key.concept
    {
      target = concepts.concepts[index].id
    }
    let statement = Statement(
      anchor: "", facet: key.facet, language: key.label.language,
      concept: concepts.concepts[key.concept].id, target: target, label: first.label,
      text: first.text,
      explanation: facts.lazy.compactMap(\.fact.explanation).first { !$0.isEmpty },
      order: facts.lazy.compactMap(\.fact.order).first,
      poles: facts.lazy.map(\.fact.poles).first { !$0.isEmpty } ?? [],
      citations: facts.map { material.citation($0.fact.span, in: $0.article) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    return StatementDraft(
      statement: statement, concept: key.concept, language: rank[key.label.language] ?? .max,
      facet: key.facet.rank, isOwn: subject(of: facts[0].article) == key.concept,
      place: facts[0].place)
  }

  /// The facts of articles about the concept first.
  private func ownFirst(_ group: [Int], of concept: Int) -> [KeyedFact] {
    let members = group.map { facts[$0] }
    if members.count == 1 { return members }
    let own = members.map { subject(of: $0.article) == concept }
    return members.indices.sorted { a, b in
      own[a] != own[b]
        ? own[a]
        : (members[a].place, members[a].fact.text) < (members[b].place, members[b].fact.text)
    }.map { members[$0] }
  }

  /// Gives each statement its anchor. Facet and label make it, so that it stays while they stand.
  private mutating func number(_ drafts: some Collection<StatementDraft>) -> [Statement] {
    var statements: [Statement] = []
    statements.reserveCapacity(drafts.count)
    var book = AddressBook()
    var page = (concept: -1, language: LanguageCode(""))
    for draft in drafts {
      var statement = draft.statement
      if page != (draft.concept, statement.language) {
        page = (draft.concept, statement.language)
        book = AddressBook()
      }
      statement.anchor = book.reserve(
        "\(statement.facet.rawValue)-\(Address.slug(statement.label))")
      concepts.concepts[draft.concept].statements.append(statements.count)
      statements.append(statement)
    }
    return statements
  }
}

private struct StatementDraft {
  var statement: Statement
  var concept: Int
  /// The places of its language and its facet among all.
  var language: Int
  var facet: Int
  /// Whether the first source is an article about the concept.
  var isOwn: Bool
  var place: Place

  func precedes(_ other: StatementDraft) -> Bool {
    if concept != other.concept { return concept < other.concept }
    if language != other.language { return language < other.language }
    if facet != other.facet { return facet < other.facet }
    if isOwn != other.isOwn { return isOwn }
    if let first = statement.order, let second = other.statement.order, first != second,
      place.article == other.place.article
    {
      return first < second
    }
    return (place, statement.label) < (other.place, other.statement.label)
  }
}

extension Facet {
  /// The place of a facet on a page.
  fileprivate var rank: Int { Facet.allCases.firstIndex(of: self) ?? Facet.allCases.count }
}
