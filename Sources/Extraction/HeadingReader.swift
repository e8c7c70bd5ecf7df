import Language

/// What a heading, or a sentence that leads in a list, promises.
struct HeadingReader {
  struct Promise: Equatable {
    var facets: [Facet] = []
    /// Nothing below is to be understood: further reading, contact.
    var isIgnored = false
    /// Whether only a rule that guesses spoke.
    var isWeak = false
    /// The words that said so.
    var evidence = ""
  }

  let analysis: TextAnalysis

  /// Reads a stretch of tokens. Rules that name a facet outright go before the weak ones, which guess
  /// from the way a question is put.
  func promise(of range: Range<Int>) -> Promise {
    guard range.count <= 60, !range.isEmpty else { return Promise() }
    var strong = Promise()
    var places: [Facet: Int] = [:]
    var weak: Promise?
    for index in analysis.rules(.headings, range) {
      let rule = analysis.book.headings[index]
      if rule.isWeak, weak != nil || !strong.facets.isEmpty || strong.isIgnored { continue }
      guard let match = analysis.match(rule.pattern, range) else { continue }
      if rule.isAlone {
        return Promise(
          facets: rule.facets, isIgnored: rule.facets.isEmpty,
          evidence: analysis.string(analysis.trimmed(range)))
      }
      if rule.isWeak {
        weak = Promise(
          facets: rule.facets, isIgnored: rule.facets.isEmpty, isWeak: true,
          evidence: analysis.string(analysis.trimmed(range)))
      } else if rule.facets.isEmpty {
        strong.isIgnored = true
      } else {
        for facet in rule.facets where !strong.facets.contains(facet) {
          strong.facets.append(facet)
          places[facet] = match.range.upperBound
        }
        if strong.evidence.isEmpty { strong.evidence = analysis.string(analysis.trimmed(range)) }
      }
    }
    if strong.isIgnored { return Promise(isIgnored: true) }
    // In the order of the heading's words: `Fallgropar och framgångsfaktorer`.
    // `Vad är …` says least.
    places[.definition] = range.upperBound + 1
    let order = strong.facets.enumerated().sorted {
      (places[$0.element] ?? 0, $0.offset) < (places[$1.element] ?? 0, $1.offset)
    }
    strong.facets = order.map(\.element)
    // `Det viktigaste i korthet` sums up; what it sums up is not promised by it.
    if strong.facets.contains(.takeaway), Set(strong.facets) != [.takeaway, .successFactor] {
      strong.facets = [.takeaway]
    }
    return strong.facets.isEmpty ? weak ?? strong : strong
  }
}
