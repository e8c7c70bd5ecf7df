import Language

/// Points that are called by their place among those announced: `Den första är …, den andra …`
extension SentenceReader {
  /// The points of a sentence that counts on; none where it does not, or where nothing is counted.
  func counted(_ sentence: Range<Int>, _ state: State) -> [Found] {
    guard let facet = state.announced ?? structured(state), sentence.count > 4,
      let first = sentence.prefix(3).first(where: { analysis.has($0, ordinal) })
    else { return [] }
    var found: [Found] = []
    var start = sentence.lowerBound
    var place = first
    while true {
      let next = next(after: place, sentence)
      let end = next.map { analysis.trimmed(start..<$0.start).upperBound } ?? sentence.upperBound
      if let point = point(at: place, start..<end, facet) { found.append(point) }
      guard let next else { return state.announced != nil || found.count > 1 ? found : [] }
      (start, place) = (next.article, next.ordinal)
    }
  }

  /// The facet that is read, where its members are names: of these more than one in a sentence are
  /// counted even where their number was not told before.
  private func structured(_ state: State) -> Facet? {
    state.current.flatMap { [.type, .level, .dimension].contains($0) ? $0 : nil }
  }

  /// Where the next point of the same sentence begins, its article and its ordinal: `, och den andra …`
  private func next(
    after place: Int, _ sentence: Range<Int>
  ) -> (start: Int, article: Int, ordinal: Int)? {
    for at in place + 2..<max(place + 2, sentence.upperBound - 1) {
      guard analysis.has(at, ordinal), analysis.has(at - 1, article | determiner | pronoun),
        analysis.isMark(at - 2, ",") || analysis.isMark(at - 2, ";")
          || analysis.has(at - 2, conjunction)
      else { continue }
      let isTied = analysis.has(at - 2, conjunction) && analysis.isMark(at - 3, ",")
      return (isTied ? at - 3 : at - 2, at - 1, at)
    }
    return nil
  }

  /// What is said of the one at a place.
  private func point(at place: Int, _ range: Range<Int>, _ facet: Facet) -> Found? {
    let place = namesWhatIsCounted(place + 1, range) ? place + 1 : place
    var said = place + 1..<range.upperBound
    // `Den tredje graden, full tillit, nås när …`
    if let open = said.first, analysis.isMark(open, ","), [.type, .level].contains(facet),
      let close = said.dropFirst().first(where: { analysis.isMark($0, ",") }), close > open + 1,
      close + 1 < said.upperBound, !analysis.anyFinite(open..<close)
    {
      return Found(
        facet: facet, label: open + 1..<close, explanation: range,
        rule: "counted.\(facet.rawValue)",
        evidence: analysis.string(range.lowerBound..<place + 1))
    }
    // `Den första är att priset är lågt` says what it is; `För det första är priset lågt` says it itself.
    // So does `Det första som parterna märker är att …`
    let verb = said.prefix(8).first { analysis.has($0, be) }
    if let verb, place <= range.lowerBound + 2, verb + 1 < said.upperBound {
      let isClause = analysis.has(verb + 1, mark | subordinator)
      if isClause || verb == place + 1 {
        said = verb + (isClause ? 2 : 1)..<said.upperBound
      }
    }
    guard !said.isEmpty else { return nil }
    var point = coordination.whole(said)
    // `Den första är närhet, från nära till långt bort`: a name, and what it means.
    if [.type, .level, .dimension].contains(facet),
      let comma = point.range.first(where: { analysis.isMark($0, ",") }),
      comma > point.range.lowerBound, !analysis.anyFinite(point.range.lowerBound..<comma)
    {
      point.explanation = point.explanation ?? range
      point.range = point.range.lowerBound..<comma
    }
    return Found(
      facet: facet, label: point.range, text: straightened(point.range),
      explanation: point.explanation, rule: "counted.\(facet.rawValue)",
      evidence: analysis.string(range.lowerBound..<place + 1))
  }

  /// Whether the noun of what is counted stands behind its number: `Den tredje graden, …`, `Den andra
  /// typen är …`
  private func namesWhatIsCounted(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 2 < range.upperBound, analysis[at].kind == .word,
      analysis.isMark(at + 1, ",") || analysis.has(at + 1, be)
    else { return false }
    return analysis.isOne(at, of: kindNouns)
      || analysis.inflection.isDefinite(analysis.lowercased(at), isInflected: true)
  }
}
