import Knowledge
import Language

extension Page {
  mutating func search() -> [UInt8] {
    var facts = PageFacts(template: "search", heading: wording[.search])
    for other in context.editions where other.code != language {
      facts.translations[other.code] = other.search
    }
    facts.isIndexed = false
    let none = wording(.searchNone, ["query": "{query}"])
    let data: HTML = """
      <div id="page-results" data-none="\(none)" data-one="\(wording(.searchCount, count: 1))" \
      data-other="\(wording(.searchCount, ["count": "{count}"]))" role="status" aria-live="polite"></div>
      <noscript><p>\(phrase(.searchWithoutScript)): <a href="\(url: link(to: edition.index[0]))">\(phrase(.index))</a>.</p></noscript>
      """
    return render(facts) {
      $0["help"] = phrase(.searchHelp)
      $0["data"] = data
    }
  }

  /// The way to the site's top, as `../`; `./` at the top itself.
  var root: String {
    if let top { return top }
    let up = SitePath.link(from: path, to: "x").dropLast()
    return up.isEmpty ? "./" : String(up)
  }

  mutating func about() -> [UInt8] {
    var facts = PageFacts(template: "about", heading: wording[.about])
    facts.description = context.configuration.descriptions[language] ?? ""
    for other in context.editions where other.code != language {
      facts.translations[other.code] = other.about
    }
    return render(facts) {
      $0["counts"] = counts()
      $0["made"] = phrase(.aboutMade)
      $0["publisher"] = agents()
      $0["print_url"] = edition.printEdition.map { "\(url: link(to: $0))" } ?? HTML()
      $0["downloads"] = downloads()
    }
  }

  private func downloads() -> HTML {
    context.downloads.map { kind, path -> HTML in
      let phrase: Phrase = kind == .json ? .aboutJSON : .aboutCSV
      return """
        <li><a href="\(url: link(to: path))" download>\(wording[phrase])</a> <small>\(kind.rawValue.uppercased())</small></li>
        """
    }.joined()
  }

  private func agents() -> HTML {
    let agents = [
      (Phrase.aboutPublisher, context.configuration.publisher),
      (.aboutContact, context.configuration.contact),
    ]
    return agents.compactMap { label, agent -> HTML? in
      guard let agent else { return nil }
      let name: HTML =
        agent.uri.map { "<a href=\"\(url: $0)\">\(agent.name)</a>" } ?? HTML(text: agent.name)
      let mail: HTML =
        agent.email.map { " <a href=\"\(url: "mailto:" + $0)\">\($0)</a>" } ?? HTML()
      return "<div><dt>\(phrase(label))</dt><dd>\(name)\(mail)</dd></div>"
    }.joined()
  }

  /// Servers send it for addresses of any depth.
  mutating func notFound() -> [UInt8] {
    top = context.configuration.basePath
    var facts = PageFacts(template: "not-found", heading: wording[.notFound])
    facts.isIndexed = false
    for other in context.editions where other.code != language {
      facts.translations[other.code] = other.notFound
    }
    return render(facts) {
      $0["text"] = phrase(.notFoundText)
      if !path.contains("/") { $0["elsewhere"] = notFoundElsewhere() }
    }
  }

  /// The same in the other languages: the page at the top of the site is what most servers send for all.
  private func notFoundElsewhere() -> HTML {
    context.editions.filter { $0.code != language }.map { other -> HTML in
      """
      <section lang="\(other.code.rawValue)"><h2>\(other.wording[.notFound])</h2>\
      <p>\(other.wording[.notFoundText])</p>\
      <p><a href="\(url: link(to: other.index[0]))">\(other.wording[.indexTitle])</a></p></section>
      """
    }.joined()
  }

  mutating func redirect(to target: String, title: String) -> [UInt8] {
    var facts = PageFacts(template: "redirect", heading: title)
    facts.isIndexed = false
    return render(facts) {
      $0["target"] = "\(url: link(to: target))"
      $0["target_title"] = HTML(text: title)
    }
  }
}
