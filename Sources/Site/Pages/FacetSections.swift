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
    var texts: [String: Int] = [:]
    for statement in statements { texts[statement.text, default: 0] += 1 }
    let shared = Set(texts.filter { $0.value > 1 }.keys)
    let items = isText(facet) ? textItems(statements) : statements.map { item($0, shared: shared) }
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

  /// Whether a facet's statements are shown as they were written, not by their labels.
  private func isText(_ facet: Facet) -> Bool { facet == .example || facet == .takeaway }

  /// Examples and takeaways: each sentence once, with the anchors of all that was found in it.
  private mutating func textItems(_ statements: [Statement]) -> [HTML] {
    var order: [String] = []
    var groups: [String: [Statement]] = [:]
    for statement in statements {
      if groups[statement.text] == nil { order.append(statement.text) }
      groups[statement.text, default: []].append(statement)
    }
    return order.compactMap { text -> HTML? in
      guard let group = groups[text], let first = group.first else { return nil }
      let anchors = group.dropFirst().map { other -> HTML in "<span id=\"\(other.anchor)\"></span>"
      }
      let shown = linkedText(text, from: first.citations.first, about: first.concept)
      return "<li id=\"\(first.anchor)\">\(anchors.joined())<p>\(shown)</p></li>\n"
    }
  }

  /// One statement: its label, linked where it is a concept, and what explains it.
  /// - Parameter shared: sentences that hold several statements of the facet; there the labels, one
  ///   after the other, say more than the sentence again and again.
  mutating func item(_ statement: Statement, shared: Set<String>) -> HTML {
    let citation = statement.citations.first
    let label: HTML =
      statement.target.map { conceptLink($0, text: statement.label) } ?? HTML(text: statement.label)
    var out: HTML = "<li id=\"\(statement.anchor)\">"
    if statement.facet == .level { out += LadderFigure.rung }
    out += "<div><p class=\"label\">\(label)</p>"
    if let explanation = statement.explanation, !explanation.isEmpty {
      out += "<p>\(linkedText(explanation, from: citation, about: statement.concept))</p>"
    } else if !shared.contains(statement.text), Self.adds(statement.text, to: statement.label) {
      out += "<p>\(linkedText(statement.text, from: citation, about: statement.concept))</p>"
    }
    if !Self.names(statement.poles, in: statement) { out += poles(statement.poles) }
    return out + "</div></li>\n"
  }

  private func poles(_ poles: [String]) -> HTML {
    guard let first = poles.first, let last = poles.last, poles.count > 1 else { return HTML() }
    return "<p class=\"poles\">\(wording(.fromTo, ["from": first, "to": last]))</p>"
  }

  /// Whether a dimension's label or explanation names its ends.
  private static func names(_ poles: [String], in statement: Statement) -> Bool {
    let said = "\(statement.label) \(statement.explanation ?? "")".lowercased()
    return poles.allSatisfy { said.contains($0.lowercased()) }
  }

  /// Whether a sentence says more than its label does, white space, case and stops aside.
  static func adds(_ text: String, to label: String) -> Bool {
    func core(_ text: String) -> [Unicode.Scalar] {
      text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.value >= 0x80 }
    }
    return core(text).count > core(label).count + 8
  }
}
