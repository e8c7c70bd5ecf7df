import Knowledge
import Language

extension Page {
  /// The whole glossary of a language on one page, made for paper.
  mutating func printEdition() -> [UInt8] {
    var facts = PageFacts(template: "print", heading: wording[.printEdition])
    facts.isIndexed = false
    for other in context.editions where other.code != language {
      if let same = other.printEdition { facts.translations[other.code] = same }
    }
    var entries = HTML()
    for number in edition.concepts { entries += printed(number) }
    return render(facts) { $0["entries"] = entries }
  }

  private func printed(_ number: Int) -> HTML {
    let concept = base.concepts[number]
    guard let names = concept.designations[language] else { return HTML() }
    var out: HTML = "<section class=\"printed\"><h2>\(names.preferred)</h2>"
    if !names.admitted.isEmpty {
      out +=
        "<p class=\"names\"><span>\(phrase(.alsoCalled))</span> \(names.admitted.joined(separator: ", "))</p>"
    }
    for other in context.editions where other.code != language {
      guard let term = concept.term(in: other.code) else { continue }
      let label = wording(.onLanguage, ["language": name(of: other)])
      out +=
        "<p class=\"names\"><span>\(label)</span> <span lang=\"\(other.code.rawValue)\">\(term)</span></p>"
    }
    if let definition = concept.definition(in: language) {
      out += "<p>\(definition.brief)</p>"
    }
    for facet in Facet.allCases where facet != .definition {
      let statements = concept.statements.map { base.statements[$0] }
        .filter { $0.facet == facet && $0.language == language }
      guard !statements.isEmpty else { continue }
      let isText = facet == .example || facet == .takeaway
      let labels = statements.map { isText ? $0.text : $0.label }
      out +=
        "<p><strong>\(phrase(.facet(facet))):</strong> \(labels.joined(separator: isText ? " " : "; "))</p>"
    }
    return out + "</section>\n"
  }
}
