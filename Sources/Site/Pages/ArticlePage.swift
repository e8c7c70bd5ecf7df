import Articles
import Knowledge
import Language

extension Page {
  /// An article whole, its mentions linked.
  mutating func article(_ number: Int) -> [UInt8] {
    let entry = base.articles[number]
    let front = entry.article.frontMatter
    var facts = PageFacts(template: "article", heading: entry.title)
    facts.kind = "article"
    facts.description = front.description ?? firstParagraph(entry.article)
    facts.breadcrumbs = [(wording[.articles], edition.articlesPage)]
    if let section = edition.sections.first(where: { $0.name == entry.section }) {
      facts.breadcrumbs.append((Self.title(ofSection: section.name), section.path))
    }
    for other in context.editions where other.code != language {
      facts.nearest[other.code] = nearest(entry, in: other)
    }
    for translation in entry.translations where !context.articlePaths[translation].isEmpty {
      facts.translations[base.articles[translation].language] = context.articlePaths[translation]
    }
    let body = body(number)
    let subject = entry.subject.map { conceptLink($0) } ?? HTML()
    facts.structuredData = articleData(number, description: facts.description)
    return render(facts) {
      $0["meta"] = meta(number)
      $0["translation"] = translations(number)
      $0["contents"] = contents(number)
      $0["body"] = body
      $0["heading_id"] = HTML(text: titleAnchor(number) ?? "")
      $0["about_concept"] = subject
    }
  }

  /// The anchor of the heading whose place the page's own takes.
  private func titleAnchor(_ number: Int) -> String? {
    let outline = context.outlines[number]
    let node = Self.repeatedTitle(base.articles[number], outline)
    return outline.headings.first { $0.node == node }?.anchor
  }

  private func nearest(_ entry: ArticleEntry, in other: Edition) -> (path: String, title: String) {
    if let subject = entry.subject, let number = base.index(of: subject),
      let path = other.conceptPaths[number], let term = base.concepts[number].term(in: other.code)
    {
      return (path, term)
    }
    return (other.articlesPage, other.wording[.articles])
  }

  func firstParagraph(_ article: Article) -> String {
    let block = article.prose.blocks.first { article.document[$0.node].kind == .paragraph }
    return block.map { article.prose.text($0.range) } ?? ""
  }

  private func meta(_ number: Int) -> HTML {
    let front = base.articles[number].article.frontMatter
    var items: [HTML] = []
    if let date = front.date { items.append(time(.published, date)) }
    if let date = front.updated { items.append(time(.updated, date)) }
    let minutes = max(1, (context.outlines[number].words + 100) / 200)
    items.append("<li>\(wording(.readingTime, count: minutes))</li>")
    return items.joined()
  }

  private func time(_ phrase: Phrase, _ date: String) -> HTML {
    let text = wording(phrase, ["date": wording.date(date)])
    return "<li><time datetime=\"\(date)\">\(text)</time></li>"
  }

  private func translations(_ number: Int) -> HTML {
    let entry = base.articles[number]
    let stale = (entry.staleBlocks ?? 0) > 0 ? base.source(ofTranslation: number) : nil
    return entry.translations.compactMap { number -> HTML? in
      let other = base.articles[number].language
      guard let edition = context.edition(other), !context.articlePaths[number].isEmpty else {
        return nil
      }
      let values = ["language": name(of: edition)]
      // A reader of words that no longer hold is told, and led to those that do.
      if number == stale {
        return "<p class=\"stale\">\(wording(.translationStale, values)) \(articleLink(number))</p>"
      }
      return "<p>\(wording(.translationOf, values)): \(articleLink(number))</p>"
    }.joined()
  }

  /// A table of contents where there are at least three sections.
  private func contents(_ number: Int) -> HTML {
    let headings = context.outlines[number].headings.filter { (2...3).contains($0.level) }
    guard headings.count >= 3 else { return HTML() }
    let prose = base.articles[number].article.prose
    let items = headings.map { heading -> HTML in
      let text = prose.text(heading.range)
      let address = link(to: path, fragment: heading.anchor)
      return "<li class=\"level-\(heading.level)\"><a href=\"\(url: address)\">\(text)</a></li>"
    }
    return "<ol>\(items.joined())</ol>"
  }
}
