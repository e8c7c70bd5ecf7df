import Diagnostics
import Extraction
import Language

/// Gives every fact to the concept that it is about: definitions to the concepts that they define, all
/// else as statements, merged where several articles say the same.
func placeFacts(
  _ facts: [KeyedFact], _ material: Material, _ claimed: Claimed, _ concepts: inout Concepts,
  _ parallel: Parallel
) -> Diagnosed<[Statement]> {
  var placer = FactPlacer(
    facts: facts, material: material, claimed: claimed, concepts: concepts)
  let (told, diagnostics) = placer.tell(parallel)
  placer.define(told, parallel)
  let statements = placer.statements(told, parallel)
  concepts = placer.concepts
  return Diagnosed(statements, diagnostics)
}

/// What is told of one concept: places among all facts, in their order.
private struct Told {
  var concept: Int
  var definitions: [Int] = []
  var statements: [Int] = []
}

private struct FactPlacer {
  let facts: [KeyedFact]
  let material: Material
  let claimed: Claimed
  var concepts: Concepts
  private let rank: [LanguageCode: Int]

  init(
    facts: [KeyedFact], material: Material, claimed: Claimed, concepts: Concepts
  ) {
    self.facts = facts
    self.material = material
    self.claimed = claimed
    self.concepts = concepts
    rank = Dictionary(
      uniqueKeysWithValues: material.configuration.languages.enumerated().map { ($1, $0) })
  }

  private func concept(of key: TermKey) -> Int? {
    claimed.registry.owner(of: key).map { concepts.ofSeed[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  private func subject(of article: Int) -> Int? {
    claimed.subjects[article].map { concepts.ofSeed[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  // MARK: Which concept a fact is about

  private enum Destination {
    case definition(of: Int)
    case statement(about: Int)
    /// It names a subject that is no concept.
    case unknown
    /// Its article is about nothing.
    case orphan
  }

  private func destination(_ index: Int) -> Destination {
    if facts[index].fact.facet == .definition, let defined = concept(of: facts[index].conceptKey) {
      return .definition(of: defined)
    }
    if let key = facts[index].subjectKey {
      return concept(of: key).map { .statement(about: $0) } ?? .unknown
    }
    return subject(of: facts[index].article).map { .statement(about: $0) } ?? .orphan
  }

  /// By concept what is told of it, in the order of the concepts.
  func tell(_ parallel: Parallel) -> ([Told], [Diagnostic]) {
    var told = concepts.concepts.indices.map { Told(concept: $0) }
    var diagnostics: [Diagnostic] = []
    var orphans: [Int: (count: Int, first: Int)] = [:]
    for (index, destination) in parallel.map(Array(facts.indices), destination).enumerated() {
      switch destination {
      case .definition(let concept): told[concept].definitions.append(index)
      case .statement(let concept): told[concept].statements.append(index)
      case .unknown: diagnostics.append(unknownSubject(facts[index]))
      case .orphan: orphans[facts[index].article, default: (0, index)].count += 1
      }
    }
    for (article, orphans) in orphans.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(missingSubject(article, orphans.count, first: facts[orphans.first]))
    }
    return (told, diagnostics)
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

  private func missingSubject(_ article: Int, _ count: Int, first: KeyedFact) -> Diagnostic {
    let facts = count == 1 ? "a fact" : "\(count) facts"
    return Diagnostic(
      .missingSubject, at: material.location(first.fact.span, in: article),
      "the article states \(facts) but has no subject that they could be about",
      help: "name its subject by 'concept' or 'title' in front matter")
  }

  // MARK: Definitions

  /// Hangs on the concepts the definitions that they have.
  mutating func define(_ told: [Told], _ parallel: Parallel) {
    let placer = self
    for (index, found) in parallel.map(told, placer.definitions).enumerated() where !found.isEmpty {
      concepts.concepts[index].definitions += found
    }
    let defined = self
    let explanations = parallel.map(told, defined.explanations).flatMap { $0 }
      .sorted { $0.first < $1.first }
    for explanation in explanations where !isDefined(explanation) {
      concepts.concepts[explanation.target].definitions.append(explanation.definition)
    }
    for index in concepts.concepts.indices where concepts.concepts[index].definitions.count > 1 {
      concepts.concepts[index].definitions.sort { [rank] a, b in
        if a.language != b.language {
          return (rank[a.language] ?? .max) < (rank[b.language] ?? .max)
        }
        return Self.precedes(a, b)
      }
    }
  }

  private struct DefinitionKey: Hashable {
    var language: LanguageCode
    var text: String
  }

  private func definitions(_ told: Told) -> [Definition] {
    var places: [DefinitionKey: Int] = [:]
    var definitions: [Definition] = []
    for index in told.definitions {
      let fact = facts[index]
      let made = Definition(
        language: fact.key.language, text: fact.fact.text, definiens: fact.fact.definiens,
        origin: subject(of: fact.article) == told.concept ? .ownArticle : .otherArticle,
        citation: material.citation(fact.fact.span, in: fact.article))
      let key = DefinitionKey(language: made.language, text: made.text)
      if let place = places[key] {
        if Self.precedes(made, definitions[place]) { definitions[place] = made }
      } else {
        places[key] = definitions.count
        definitions.append(made)
      }
    }
    return definitions
  }

  private static func precedes(_ a: Definition, _ b: Definition) -> Bool {
    if a.origin != b.origin { return a.origin < b.origin }
    guard let a = a.citation, let b = b.citation else { return a.citation == nil }
    return (a.article, a.location.span) < (b.article, b.location.span)
  }

  private struct Explanation {
    var target: Int
    var definition: Definition
    /// The first fact that gives it.
    var first: Int
  }

  private func isDefined(_ explanation: Explanation) -> Bool {
    concepts.concepts[explanation.target].hasDefinition(in: explanation.definition.language)
  }

  /// A level, type or factor that is a concept and is defined nowhere is explained by what its list
  /// says of it.
  private func explanations(_ told: Told) -> [Explanation] {
    groups(told).compactMap { group in
      let label = facts[group[0]].key
      guard group.contains(where: { facts[$0].fact.explanation != nil }),
        let target = concept(of: label), target != told.concept,
        !concepts.concepts[target].hasDefinition(in: label.language),
        let index = group.filter({ facts[$0].fact.explanation != nil }).min(by: {
          (facts[$0].article, facts[$0].fact.span) < (facts[$1].article, facts[$1].fact.span)
        }), let text = facts[index].fact.explanation
      else { return nil }
      let definition = Definition(
        language: label.language, text: text, origin: .explanation,
        citation: material.citation(facts[index].fact.span, in: facts[index].article))
      return Explanation(target: target, definition: definition, first: group[0])
    }
  }

  // MARK: Statements

  private struct StatementKey: Hashable {
    var facet: Facet
    var label: TermKey
  }

  /// The facts about a concept that say the same, in the order in which each is first said.
  private func groups(_ told: Told) -> [[Int]] {
    var places: [StatementKey: Int] = [:]
    places.reserveCapacity(told.statements.count)
    var groups: [[Int]] = []
    for index in told.statements {
      let key = StatementKey(facet: facts[index].fact.facet, label: facts[index].key)
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  /// Hangs on the concepts what is said of them.
  mutating func statements(_ told: [Told], _ parallel: Parallel) -> [Statement] {
    let placer = self
    let found = parallel.map(told, placer.statements)
    var statements: [Statement] = []
    statements.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for (index, own) in found.enumerated() where !own.isEmpty {
      concepts.concepts[index].statements += statements.count..<statements.count + own.count
      statements += own
    }
    return statements
  }

  /// What is said of one concept, in order.
  private func statements(_ told: Told) -> [Statement] {
    let drafts = groups(told).map { draft($0, of: told.concept) }
    // Drafts are large: what is moved about is where they are.
    let places = drafts.indices.sorted { drafts[$0].precedes(drafts[$1]) }
    // Facet and label make the anchor, so that it stays while they stand.
    var book = AddressBook()
    var language = LanguageCode("")
    return places.map { place in
      var statement = drafts[place].statement
      if language != statement.language {
        language = statement.language
        book = AddressBook()
      }
      statement.anchor = book.reserve(
        "\(statement.facet.rawValue)-\(Address.slug(statement.label))")
      return statement
    }
  }

  private func draft(_ group: [Int], of concept: Int) -> StatementDraft {
    let members = ownFirst(group, of: concept)
    // Facts are large: they are looked at where they are.
    let first = members[0]
    let (language, facet) = (facts[first].key.language, facts[first].fact.facet)
    var target: ConceptID?
    if [.level, .type, .successFactor].contains(facet),
      let index = self.concept(of: facts[first].conceptKey), index != concept
    {
      target = concepts.concepts[index].id
    }
    let statement = Statement(
      anchor: "", facet: facet, language: language,
      concept: concepts.concepts[concept].id, target: target, label: facts[first].fact.label,
      text: facts[first].fact.text,
      explanation: members.lazy.compactMap { facts[$0].fact.explanation }.first { !$0.isEmpty },
      order: members.lazy.compactMap { facts[$0].fact.order }.first,
      poles: members.lazy.map { facts[$0].fact.poles }.first { !$0.isEmpty } ?? [],
      citations: members.map { material.citation(facts[$0].fact.span, in: facts[$0].article) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    return StatementDraft(
      statement: statement, language: rank[language] ?? .max, facet: facet.rank,
      isOwn: subject(of: facts[first].article) == concept, place: facts[first].place)
  }

  /// The facts of articles about the concept first.
  private func ownFirst(_ group: [Int], of concept: Int) -> [Int] {
    if group.count == 1 { return group }
    let members = group.map { (index: $0, isOwn: subject(of: facts[$0].article) == concept) }
    return members.sorted { a, b in
      a.isOwn != b.isOwn
        ? a.isOwn
        : (facts[a.index].place, facts[a.index].fact.text)
          < (facts[b.index].place, facts[b.index].fact.text)
    }.map(\.index)
  }
}

/// A statement about one concept with what its place on the page goes by.
private struct StatementDraft {
  var statement: Statement
  /// The places of its language and its facet among all.
  var language: Int
  var facet: Int
  /// Whether the first source is an article about the concept.
  var isOwn: Bool
  var place: Place

  func precedes(_ other: StatementDraft) -> Bool {
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
