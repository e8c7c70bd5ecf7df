import Knowledge
import Language

extension Page {
  /// All that is said about a concept, each facet in the form that suits it.
  /// - Parameter known: the articles that the page draws on anyway; only other sources are named.
  mutating func facetSections(_ concept: Concept, term: String, known: Set<Int>) -> HTML {
    var groups: [Facet: [Statement]] = [:]
    for index in concept.statements where base.statements[index].language == language {
      groups[base.statements[index].facet, default: []].append(base.statements[index])
    }
    var out = HTML()
    for facet in [Facet.level, .type, .dimension] {
      if let statements = groups[facet] { out += section(facet, statements, term, known) }
    }
    let sides = [Facet.benefit, .drawback].compactMap { facet -> HTML? in
      groups[facet].map { section(facet, $0, term, known) }
    }
    if sides.count == 2 {
      out += "<div class=\"sides\">\(sides.joined())</div>"
    } else {
      out += sides.joined()
    }
    for facet in [Facet.successFactor, .step, .example, .takeaway] {
      if let statements = groups[facet] { out += section(facet, statements, term, known) }
    }
    return out
  }

  private mutating func section(
    _ facet: Facet, _ statements: [Statement], _ term: String, _ known: Set<Int>
  ) -> HTML {
    let name = facet.rawValue
    let items = statements.map { item($0) }
    let isOrdered = facet == .level || facet == .step
    let list: HTML =
      isOrdered
      ? "<ol class=\"\(name)s\">\(items.joined())</ol>"
      : "<ul class=\"\(name)s\">\(items.joined())</ul>"
    let figure = facet == .dimension ? DimensionFigure.svg(statements, term: term, wording) : HTML()
    let all = edition.facet(facet)?.paths.first
    let heading: HTML =
      all.map { "<a href=\"\(url: link(to: $0))\">\(phrase(.facet(facet)))</a>" }
      ?? phrase(.facet(facet))
    return """
      <section class="facet facet-\(name)" aria-labelledby="facet-\(name)"><h2 id="facet-\(name)">\(heading)</h2>
      \(figure)\(list)
      \(sourceLine(statements.flatMap(\.citations), known: known))</section>

      """
  }

  /// One statement: its label, linked where it is a concept, and what explains it.
  mutating func item(_ statement: Statement) -> HTML {
    let citation = statement.citations.first
    let label: HTML =
      statement.target.map { conceptLink($0, text: statement.label) } ?? HTML(text: statement.label)
    var out: HTML = "<li id=\"\(statement.anchor)\">"
    if statement.facet == .level { out += LadderFigure.rung }
    switch statement.facet {
    case .example, .takeaway:
      out += "<p>\(linkedText(statement.text, from: citation, about: statement.concept))</p>"
    default:
      out += "<div><p class=\"label\">\(label)</p>"
      if let explanation = statement.explanation, !explanation.isEmpty {
        out += "<p>\(linkedText(explanation, from: citation, about: statement.concept))</p>"
      } else if Self.adds(statement.text, to: statement.label) {
        out += "<p>\(linkedText(statement.text, from: citation, about: statement.concept))</p>"
      }
      if !statement.poles.isEmpty { out += poles(statement.poles) }
      out += "</div>"
    }
    return out + "</li>\n"
  }

  private func poles(_ poles: [String]) -> HTML {
    guard let first = poles.first, let last = poles.last, poles.count > 1 else { return HTML() }
    return "<p class=\"poles\">\(wording(.fromTo, ["from": first, "to": last]))</p>"
  }

  /// Whether a sentence says more than its label does, white space, case and stops aside.
  static func adds(_ text: String, to label: String) -> Bool {
    func core(_ text: String) -> [Unicode.Scalar] {
      text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.value >= 0x80 }
    }
    return core(text).count > core(label).count + 8
  }
}
