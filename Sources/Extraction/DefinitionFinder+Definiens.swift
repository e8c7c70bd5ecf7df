extension DefinitionFinder {
  /// The defining words, with the `när` of a clause before them, and without the capital of their
  /// sentence.
  func definiens(_ gloss: Range<Int>, _ sentence: Range<Int>) -> String {
    var range = analysis.trimmed(gloss)
    if let first = range.first, first > sentence.lowerBound, analysis.has(first - 1, conditional) {
      range = first - 1..<range.upperBound
    }
    let text = analysis.string(range)
    let isOpening = range.first.map { analysis.has($0, conditional) } ?? false
    return isOpening ? analysis.lowercasedFirst(text) : text
  }
}
