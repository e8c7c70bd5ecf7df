import Knowledge
import Language

extension Page {
  /// How many concepts the map shows at most.
  private static let mapSize = 60

  /// The concepts with the most relations as a drawing, with a list that says the same.
  mutating func map() -> [UInt8] {
    var facts = PageFacts(template: "map", heading: wording[.map])
    facts.description = wording[.mapLead]
    for other in context.editions where other.code != language {
      if let same = other.map { facts.translations[other.code] = same }
    }
    let relations = ConceptGraph(context, edition, limit: Self.mapSize)
    let figure = MapFigure(relations, page: self).svg()
    let list = relations.concepts.map { number -> HTML in
      let others = relations.neighbours(of: number).map { conceptLink($0) }
      return "<li>\(conceptLink(number)): \(others.joined(", "))</li>\n"
    }
    return render(facts) {
      $0["lead"] = phrase(.mapLead)
      $0["figure"] = figure
      $0["entries"] = list.joined()
    }
  }
}

/// The concepts of a language that have most relations, and the relations between them.
struct ConceptGraph {
  enum Kind { case broader, level, related }

  /// In alphabetical order.
  private(set) var concepts: [Int] = []
  /// From the narrower to the broader; related ones once.
  private(set) var edges: [(from: Int, to: Int, kind: Kind)] = []

  init(_ context: SiteContext, _ edition: Edition, limit: Int) {
    let all = Self.edges(context, edition)
    var degree: [Int: Int] = [:]
    for edge in all {
      degree[edge.from, default: 0] += 1
      degree[edge.to, default: 0] += 1
    }
    let ranked = edition.concepts.enumerated().compactMap { place, number in
      degree[number].map { (degree: $0, place: place, number: number) }
    }
    let chosen = ranked.sorted { ($1.degree, $0.place) < ($0.degree, $1.place) }.prefix(limit)
    let kept = Set(chosen.map(\.number))
    edges = all.filter { kept.contains($0.from) && kept.contains($0.to) }
    let joined = Set(edges.flatMap { [$0.from, $0.to] })
    concepts = edition.concepts.filter { joined.contains($0) }
  }

  private static func edges(
    _ context: SiteContext, _ edition: Edition
  ) -> [(from: Int, to: Int, kind: Kind)] {
    var edges: [(from: Int, to: Int, kind: Kind)] = []
    for number in edition.concepts {
      let concept = context.base.concepts[number]
      func add(_ ids: [ConceptID], _ kind: Kind) {
        for id in ids {
          guard let other = context.base.index(of: id), edition.conceptPaths[other] != nil,
            other != number, kind != .related || number < other
          else { continue }
          edges.append((number, other, kind))
        }
      }
      add(concept.broader, .broader)
      add(concept.levelOf, .level)
      add(concept.related, .related)
    }
    return edges
  }

  /// The concepts that one is joined to, in alphabetical order, each once.
  func neighbours(of number: Int) -> [Int] {
    var found: Set<Int> = []
    for edge in edges {
      if edge.from == number { found.insert(edge.to) }
      if edge.to == number { found.insert(edge.from) }
    }
    return concepts.filter { found.contains($0) }
  }
}

/// The map as an SVG drawing. The list beside it is its text equivalent, so it is hidden from
/// assistive technology and from the keyboard.
struct MapFigure {
  private let graph: ConceptGraph
  private let page: Page
  private let labels: [String]
  private let layout: MapLayout

  init(_ graph: ConceptGraph, page: Page) {
    self.graph = graph
    self.page = page
    let terms = graph.concepts.map { page.base.concepts[$0].term(in: page.language) ?? "" }
    labels = terms.map { term in
      term.unicodeScalars.count > 30 ? Page.short(term, to: 30) : term
    }
    let places = Dictionary(
      uniqueKeysWithValues: graph.concepts.enumerated().map { ($0.element, $0.offset) })
    layout = MapLayout(
      labels.map { label in
        MapLayout.Node(width: Double(label.unicodeScalars.count) * 7.6 + 20, height: 28)
      },
      edges: graph.edges.compactMap { edge in
        guard let from = places[edge.from], let to = places[edge.to] else { return nil }
        return (from, to)
      })
  }

  func svg() -> HTML {
    guard !graph.concepts.isEmpty else { return HTML() }
    let box = layout.bounds
    let width = Int(box.right - box.left) + 24
    let height = Int(box.bottom - box.top) + 24
    var out: HTML = """
      <svg class="map" viewBox="\(Int(box.left) - 12) \(Int(box.top) - 12) \(width) \(height)" width="\(width)" height="\(height)" aria-hidden="true" focusable="false">

      """
    let places = Dictionary(
      uniqueKeysWithValues: graph.concepts.enumerated().map { ($0.element, $0.offset) })
    for edge in graph.edges {
      guard let from = places[edge.from], let to = places[edge.to] else { continue }
      let a = layout.nodes[from]
      let b = layout.nodes[to]
      let kind: HTML =
        switch edge.kind {
        case .broader: "broader"
        case .level: "level"
        case .related: "related"
        }
      out += """
        <line class="\(kind)" x1="\(Int(a.x))" y1="\(Int(a.y))" x2="\(Int(b.x))" y2="\(Int(b.y))"/>

        """
    }
    for (index, number) in graph.concepts.enumerated() {
      guard let path = page.edition.conceptPaths[number] else { continue }
      out += node(layout.nodes[index], labels[index], page.link(to: path))
    }
    out += "</svg>\n"
    return out
  }

  private func node(_ node: MapLayout.Node, _ label: String, _ address: String) -> HTML {
    let left = Int(node.x - node.width / 2)
    let top = Int(node.y - node.height / 2)
    return """
      <a href="\(url: address)" tabindex="-1"><rect x="\(left)" y="\(top)" width="\(Int(node.width))" height="\(Int(node.height))" rx="14"/>\
      <text x="\(Int(node.x))" y="\(Int(node.y) + 5)" text-anchor="middle">\(label)</text></a>

      """
  }
}
