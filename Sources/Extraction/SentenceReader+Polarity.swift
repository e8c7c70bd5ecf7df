import Language

/// Whether what a heading makes a benefit or a drawback is one, as its words have it.
extension SentenceReader {
  /// What is said below a heading of both sides is the one that its words speak of; below one that only
  /// lets benefits be guessed, what is unwanted is a drawback: `Vem tjänar på saken?`
  func oriented(_ found: [Found], _ sentence: Range<Int>, _ state: State) -> [Found] {
    let isOpen = state.facets.contains(.benefit) && state.facets.contains(.drawback)
    guard isOpen || state.isGuess, turns(sentence, state) else { return found }
    var turned: Facet?
    return found.map { one in
      guard one.isPromised, one.facet == .benefit || one.facet == .drawback else { return one }
      // `Återförsäljare, som har betalt, får vänta`: the label goes on behind its explanation.
      let words = one.completion == nil ? one.label : sentence
      let told: Facet? = orientation(of: words).map { $0 == .positive ? .benefit : .drawback }
      if let told, told != one.facet { turned = told }
      // What is told in the same breath is of the same kind.
      guard let facet = told == one.facet ? nil : turned else { return one }
      var one = one
      if one.rule.hasSuffix("." + one.facet.rawValue) {
        one.rule = one.rule.dropLast(one.facet.rawValue.utf8.count) + facet.rawValue
      }
      one.facet = facet
      return one
    }
  }

  /// Whether a sentence may turn to the other side of what its heading lets one guess: one that says so,
  /// or that a paragraph opens with. The first paragraph may well open with what benefits are had of: `En
  /// timmes stopp kostar mer än servicen.`
  private func turns(_ sentence: Range<Int>, _ state: State) -> Bool {
    let facets = state.held?.facets ?? state.facets
    guard facets == [.benefit] || facets.contains(.benefit) && facets.contains(.drawback) else {
      return false
    }
    return analysis.any(sentence, turn) || state.held != nil
      || state.paragraph > 1 && !state.hasToldHere
  }

  /// Whether a point is known for what its heading promises.
  func tellsWanted(_ found: Found) -> Bool {
    !found.isPromised || orientation(of: found.label) == .positive
  }

  /// Nil where something is denied: `förlorar inte mer än andra` tells of no loss, and of no gain.
  private func orientation(of range: Range<Int>) -> Polarity.Orientation? {
    // What holds only under a condition is neither: `kan snu hvis retningen var feil`.
    let range = range.prefix { $0 == range.first || !analysis.has($0, conditional) }
    if analysis.any(range, negation) { return nil }
    return analysis.book.polarity.orientation(of: lowercasedWords(range))
  }

  /// Whether a word of a stretch tells of something wanted or unwanted.
  func speaksOfWanted(_ range: Range<Int>) -> Bool {
    analysis.book.polarity.speaks(of: lowercasedWords(range))
  }

  private func lowercasedWords(_ range: Range<Int>) -> some Sequence<[UInt8]> {
    let bytes = analysis.article.prose.bytes
    return range.lazy.filter { analysis[$0].kind == .word }
      .map { CaseFolding.lowercased(bytes[analysis[$0].range]) }
  }
}
