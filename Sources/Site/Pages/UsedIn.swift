import Knowledge

extension Page {
  /// The sentences of other articles that mention a concept, by article, the mention marked.
  /// - Parameter uses: indices into `KnowledgeBase.mentions`.
  mutating func usedIn(_ uses: [Int], _ concept: Int, part: Int) -> HTML {
    let size = Planner.usesPerPage
    guard part * size < uses.count else { return HTML() }
    let shown = uses[(part * size)..<min(uses.count, (part + 1) * size)]
    var out: HTML = "<p class=\"count\">\(wording(.usedCount, count: uses.count))</p>"
    var article = -1
    for use in shown {
      let mention = base.mentions[use]
      if mention.article != article {
        if article >= 0 { out += "</ul></div>" }
        article = mention.article
        out +=
          "<div class=\"use\"><h3>\(articleLink(article, at: mention.range.lowerBound))</h3><ul>"
      }
      out += "<li>\(sentence(mention))</li>"
    }
    out += "</ul></div>"
    if let first = edition.conceptPaths[concept], uses.count > size {
      let count = (uses.count + size - 1) / size
      let folder = first.dropLast(".html".count)
      out += pager([first] + (1..<count).map { "\(folder)/\($0 + 1).html" })
    }
    return out
  }

  /// A sentence with one mention marked, shortened around it where it is very long.
  private func sentence(_ mention: Mention) -> HTML {
    let bytes = base.articles[mention.article].article.prose.bytes
    let reach = 240
    var start = mention.sentence.lowerBound
    var end = mention.sentence.upperBound
    var out = HTML()
    if mention.range.lowerBound - start > reach {
      start = mention.range.lowerBound - reach
      while start < mention.range.lowerBound, bytes[start] != 0x20 { start += 1 }
      out += "…"
    }
    let isCut = end - mention.range.upperBound > reach
    if isCut {
      end = mention.range.upperBound + reach
      while end > mention.range.upperBound, bytes[end] != 0x20 { end -= 1 }
    }
    out.append(text: bytes[start..<mention.range.lowerBound])
    out += "<mark>"
    out.append(text: bytes[mention.range])
    out += "</mark>"
    out.append(text: bytes[mention.range.upperBound..<end])
    return isCut ? out + "…" : out
  }
}
