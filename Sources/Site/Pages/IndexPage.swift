import Knowledge
import Language

extension Page {
  /// The alphabetical index: whole, or its letters, or one letter.
  mutating func index(part: Int) -> [UInt8] {
    let isSplit = edition.index.count > 1
    var facts = PageFacts(template: "index", heading: wording[.indexTitle])
    if part > 0, part <= edition.letters.count {
      facts.heading += ": " + edition.letters[part - 1].letter
      facts.breadcrumbs = [(wording[.index], edition.index[0])]
    } else {
      for other in context.editions where other.code != language {
        facts.translations[other.code] = other.index.first
      }
    }
    for other in context.editions where other.code != language {
      facts.nearest[other.code] = (other.index.first ?? other.home, other.wording[.index])
    }
    var letters = HTML()
    for (place, group) in edition.letters.enumerated() {
      let address =
        isSplit ? link(to: edition.index[place + 1]) : "#letter-\(place + 1)"
      let current: HTML = part == place + 1 && isSplit ? " aria-current=\"page\"" : ""
      letters += "<li><a href=\"\(url: address)\"\(current)>\(group.letter)</a></li>"
    }
    let shown =
      isSplit ? (part == 0 ? 0..<0 : (part - 1)..<part) : edition.letters.indices
    var entries = HTML()
    for place in shown { entries += letter(place) }
    let first =
      shown.count == 1
      ? edition.entries[edition.letters[shown.lowerBound].range] : edition.entries[...]
    facts.description =
      facts.heading + ": "
      + terms(first.lazy.filter { !$0.isOtherName }.prefix(Self.summarySize).map(\.concept))
    return render(facts) {
      $0["letters"] = letters
      $0["entries"] = entries
    }
  }

  private func letter(_ place: Int) -> HTML {
    let group = edition.letters[place]
    var items = HTML()
    for entry in edition.entries[group.range] {
      guard let target = edition.conceptPaths[entry.concept] else { continue }
      let address = link(to: target)
      if entry.isOtherName {
        let term = base.concepts[entry.concept].term(in: language) ?? ""
        items += """
          <li class="other"><span>\(entry.text)</span> <span class="see">\(phrase(.see))</span> <a href="\(url: address)">\(term)</a></li>

          """
      } else {
        let definition = base.concepts[entry.concept].definition(in: language)
        let text = definition.map { Self.short($0.brief, to: 140) } ?? ""
        items += "<li><a href=\"\(url: address)\">\(entry.text)</a><p>\(text)</p></li>\n"
      }
    }
    let id = "letter-\(place + 1)"
    return """
      <section class="letter" aria-labelledby="\(id)"><h2 id="\(id)">\(group.letter)</h2><ul>\(items)</ul></section>

      """
  }
}
