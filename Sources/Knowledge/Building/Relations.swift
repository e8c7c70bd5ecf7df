import Diagnostics
import Language

/// Ties the concepts together: what the entries declare, then what the types and levels imply.
func relate(
  _ concepts: inout Concepts, _ statements: [Statement], _ material: Material,
  _ registry: TermRegistry, _ parallel: Parallel
) -> [Diagnostic] {
  var relations = Relations(concepts: concepts, material: material)
  relations.declare(registry)
  relations.infer(statements, parallel)
  relations.addLevels(statements)
  relations.hang(on: &concepts)
  return relations.diagnostics
}

private struct Edge: Hashable {
  var narrower: Int
  var broader: Int
}

private struct Relations {
  let concepts: Concepts
  let material: Material
  var diagnostics: [Diagnostic] = []
  private var ids: [ConceptID: Int]
  private let entryIDs: Set<String>
  private var hints = NameHints()
  private var candidates: [(edge: Edge, location: Location, isDeclared: Bool)] = []
  private var seen: Set<Edge> = []
  private var related: Set<Edge> = []
  private var levels: Set<Edge> = []

  init(concepts: Concepts, material: Material) {
    self.concepts = concepts
    self.material = material
    entryIDs = Set(material.decisions.entries.map(\.id.rawValue))
    ids = Dictionary(
      uniqueKeysWithValues: concepts.concepts.enumerated().map { ($0.element.id, $0.offset) })
    for redirect in concepts.redirects where ids[redirect.from] == nil {
      ids[redirect.from] = ids[redirect.to]
    }
  }

  mutating func declare(_ registry: TermRegistry) {
    for (seed, origin) in registry.seeds.enumerated() {
      guard let number = origin.entry, concepts.ofSeed[seed] >= 0 else { continue }
      let entry = material.decisions.entries[number]
      let mine = concepts.ofSeed[seed]
      for words in entry.broader {
        guard let other = find(words, of: entry) else { continue }
        add(Edge(narrower: mine, broader: other), at: words.location, isDeclared: true)
      }
      for words in entry.narrower {
        guard let other = find(words, of: entry) else { continue }
        add(Edge(narrower: other, broader: mine), at: words.location, isDeclared: true)
      }
      for words in entry.related {
        guard let other = find(words, of: entry), other != mine else { continue }
        related.insert(Edge(narrower: min(mine, other), broader: max(mine, other)))
      }
    }
  }

  private mutating func find(_ words: EditorialDecisions.Words, of entry: EditorialDecisions.Entry)
    -> Int?
  {
    if let index = ids[ConceptID(words.text)] { return index }
    let isEntry = entryIDs.contains(words.text)
    let names = concepts.concepts.lazy.map(\.id.rawValue)
    diagnostics.append(
      Diagnostic(
        .unknownConcept, at: words.location,
        isEntry
          ? "'\(words.text)', which '\(entry.id)' refers to, has no term"
          : "'\(words.text)', which '\(entry.id)' refers to, is not a concept",
        help: hints.nearest(to: words.text, among: names).map { "did you mean '\($0)'?" }))
    return nil
  }

  /// A type is narrower where its head word is a term of what it is a type of.
  mutating func infer(_ statements: [Statement], _ parallel: Parallel) {
    let types = statements.indices.filter {
      statements[$0].facet == .type && statements[$0].target != nil
    }
    let relations = self
    let edges = parallel.map(types) { relations.edge(of: statements[$0]) }
    for (type, edge) in zip(types, edges) {
      guard let edge, let citation = statements[type].citations.first else { continue }
      add(edge, at: citation.location, isDeclared: false)
    }
  }

  /// From the type that a statement names to what it says that this is a type of.
  private func edge(of statement: Statement) -> Edge? {
    guard let target = statement.target, let narrower = ids[target],
      let broader = ids[statement.concept],
      let term = concepts.concepts[narrower].term(in: statement.language),
      let names = concepts.concepts[broader].designations[statement.language]
    else { return nil }
    let grammar = material.grammars[statement.language]
    let isType = ([names.preferred] + names.admitted).contains { grammar.isHead($0, term) }
    return isType ? Edge(narrower: narrower, broader: broader) : nil
  }

  private mutating func add(_ edge: Edge, at location: Location, isDeclared: Bool) {
    if seen.insert(edge).inserted { candidates.append((edge, location, isDeclared)) }
  }

  /// A level is a member of a scale, not a kind of what the scale is of.
  mutating func addLevels(_ statements: [Statement]) {
    for place in statements.indices where statements[place].facet == .level {
      guard let target = statements[place].target, let member = ids[target],
        let whole = ids[statements[place].concept]
      else { continue }
      levels.insert(Edge(narrower: member, broader: whole))
    }
  }

  mutating func hang(on concepts: inout Concepts) {
    let edges = withoutCircles()
    func id(_ index: Int) -> ConceptID { self.concepts.concepts[index].id }
    for edge in edges {
      concepts.concepts[edge.narrower].broader.append(id(edge.broader))
      concepts.concepts[edge.broader].narrower.append(id(edge.narrower))
    }
    for edge in related {
      concepts.concepts[edge.narrower].related.append(id(edge.broader))
      concepts.concepts[edge.broader].related.append(id(edge.narrower))
    }
    for edge in levels { concepts.concepts[edge.narrower].levelOf.append(id(edge.broader)) }
    for index in concepts.concepts.indices {
      concepts.concepts[index].broader.sort()
      concepts.concepts[index].narrower.sort()
      concepts.concepts[index].related.sort()
      concepts.concepts[index].levelOf.sort()
    }
  }

  /// The candidates in order, without each that would close a circle with those before it.
  private mutating func withoutCircles() -> [Edge] {
    // Only edges within one strongly connected part can close a circle: most content has none.
    let part = StronglyConnected.parts(
      count: concepts.concepts.count, edges: candidates.map { ($0.edge.narrower, $0.edge.broader) })
    var kept: [Edge] = []
    var upward: [Int: [Int]] = [:]
    for (edge, location, isDeclared) in candidates {
      guard part[edge.narrower] == part[edge.broader] else {
        kept.append(edge)
        continue
      }
      if reaches(edge.broader, edge.narrower, upward) {
        diagnostics.append(circle(edge, at: location, isDeclared: isDeclared))
      } else {
        kept.append(edge)
        upward[edge.narrower, default: []].append(edge.broader)
      }
    }
    return kept
  }

  private func reaches(_ start: Int, _ goal: Int, _ upward: [Int: [Int]]) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let next = waiting.popLast() {
      if next == goal { return true }
      for above in upward[next] ?? [] where seen.insert(above).inserted { waiting.append(above) }
    }
    return false
  }

  private func circle(_ edge: Edge, at location: Location, isDeclared: Bool) -> Diagnostic {
    let (narrower, broader) = (
      concepts.concepts[edge.narrower].id, concepts.concepts[edge.broader].id
    )
    let message =
      narrower == broader
      ? "'\(narrower)' cannot be broader than itself"
      : "'\(broader)' cannot be broader than '\(narrower)', which already is broader than it"
    return Diagnostic(
      .relationCycle, at: location, message,
      help: isDeclared
        ? "take one of the relations out of concepts.yml"
        : "the relation was inferred and is left out")
  }
}
