import Language

/// Judges what a rule captured as a designation, and puts it in dictionary form.
struct DesignationReader {
  let analysis: TextAnalysis
  private let article: UInt64
  private let determiner: UInt64
  private let nonterm: UInt64
  private let preposition: UInt64
  private let vague: UInt64
  private let step: UInt64
  private let ordinal: UInt64
  private let conjunction: UInt64
  private let numeral: UInt64
  private let asWord: UInt64

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    let book = analysis.book
    article = book.bit("article")
    determiner = book.bits("determiner", "demonstrative", "numeral")
    nonterm = book.bit("nonterm")
    preposition = book.bit("preposition")
    vague = book.bit("vague")
    step = book.bit("step-word")
    ordinal = book.bit("ordinal")
    conjunction = book.bit("conjunction")
    numeral = book.bit("numeral")
    asWord = book.bit("as-word")
  }

  /// A range as a designation.
  struct Designation {
    /// In dictionary form.
    var term: String
    /// The words themselves, without the article.
    var range: Range<Int>
    var hasArticle: Bool
  }

  /// The designation in a captured range; nil where it cannot be one: a pronoun, a clause, a definite
  /// form that points back in the text, a name.
  func designation(
    _ captured: Range<Int>, sentenceStart: Int?, allowsDefinite: Bool = false,
    isQuoted: Bool = false, allowsAs: Bool = false
  ) -> Designation? {
    var range = unquoted(analysis.trimmed(captured))
    var hasArticle = false
    while let first = range.first, range.count > 1, analysis.has(first, article) {
      range = unquoted(first + 1..<range.upperBound)
      hasArticle = true
    }
    // `Lag en kompetansematrise, det vil si …`: no designation has an article in it.
    if let first = range.first, range.count > 2, analysis[first].kind == .word,
      analysis.has(first + 1, article), !analysis.has(first, preposition | nonterm)
    {
      range = unquoted(first + 2..<range.upperBound)
      hasArticle = true
    }
    guard let first = range.first, range.count <= 7 else { return nil }
    // Quotation marks make a term of any words: `"allt eller inget"`.
    if isQuoted {
      let term = analysis.lowercasedFirst(analysis.string(range))
      return Designation(term: term, range: range, hasArticle: hasArticle)
    }
    if analysis.has(first, determiner | ordinal | preposition | conjunction),
      !analysis.text.isGlued(first)
    {
      return nil
    }
    if let last = range.last, analysis.has(last, preposition | conjunction | article) { return nil }
    let isTerm = range.allSatisfy { at in
      !analysis.has(at, nonterm) || analysis.text.isGlued(at)
        || (allowsAs && analysis.has(at, asWord) && at > first)
        || (at > first && analysis.has(at, conjunction) && isAbbreviated(range))
    }
    guard isTerm else { return nil }
    let words = range.filter { analysis[$0].isWord }
    guard !words.isEmpty, words.count <= 5 else { return nil }
    if isVague(words[0]) { return nil }
    // `Stadium 1` is a place in a row.
    if range.count == 2, analysis.has(words[0], step),
      analysis[range.lowerBound + 1].kind == .number
    {
      return nil
    }
    if let last = words.last, isVague(last) { return nil }
    // `er investeringen betydelig: …`: what stands behind a definite noun is said of it.
    if words.count > 1, let last = words.last,
      analysis.inflection.isAdjective(analysis.lowercased(last)),
      analysis.inflection.isDefinite(analysis.lowercased(last - 1))
    {
      return nil
    }
    // `Klockan tre är det …`
    if words.count > 1, let last = words.last, analysis.has(last, numeral) { return nil }
    if isName(range, words, sentenceStart: sentenceStart, hasArticle: hasArticle) { return nil }
    if !allowsDefinite, !hasArticle, isDefinite(words) { return nil }
    let term = dictionaryForm(range, sentenceStart: sentenceStart)
    guard !term.isEmpty else { return nil }
    return Designation(term: term, range: range, hasArticle: hasArticle)
  }

  /// Whether the initials of a designation follow it in brackets, with or without the conjunction's:
  /// `mätning och debitering (MD)`, `forskning och utveckling (FoU)`.
  private func isAbbreviated(_ range: Range<Int>) -> Bool {
    let open = range.upperBound
    guard analysis.isMark(open, "("), analysis.isMark(open + 2, ")"),
      [.upper, .mixed].contains(analysis[open + 1].shape)
    else { return false }
    let words = range.filter { analysis[$0].isWord }
    let initials = [words, words.filter { !analysis.has($0, conjunction) }].map { words in
      String(words.compactMap { analysis.lowercased($0).first })
    }
    return initials.contains(analysis.lowercased(open + 1))
  }

  /// Indefinite singular, lower case unless it is a name.
  func dictionaryForm(_ range: Range<Int>, sentenceStart: Int?) -> String {
    let label = analysis.label(range)
    // After an indefinite article it is so already, whatever its ending looks like: `en styrer`.
    if let first = range.first, analysis.has(first - 1, article) { return label }
    return analysis.inflection.dictionaryForm(of: label)
  }

  private func isVague(_ word: Int) -> Bool {
    analysis.has(word, vague) && !analysis.text.isGlued(word)
  }

  /// Without quotation marks around it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, analysis[first].kind == .punctuation,
      !analysis.isMark(first, "(")
    {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, analysis[last].kind == .punctuation, !analysis.isMark(last, ")") {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Whether the words are a proper name rather than a term: capitalised inside a sentence.
  private func isName(
    _ range: Range<Int>, _ words: [Int], sentenceStart: Int?, hasArticle: Bool
  ) -> Bool {
    let inner = words.filter { $0 != sentenceStart }
    let capitalised = inner.filter {
      analysis[$0].shape == .capitalised || analysis[$0].shape == .mixed
    }
    if inner.count == words.count || words.count > 1 {
      return !capitalised.isEmpty && !hasArticle
    }
    guard let first = words.first else { return false }
    return !hasArticle && analysis[first].shape == .capitalised
      && analysis.names.contains(analysis[first].hash)
      && !analysis.common.contains(analysis[first].hash)
  }

  /// Whether the last word is in a definite form, which points back to something told before.
  private func isDefinite(_ words: [Int]) -> Bool {
    // `prisen på kvoter` is definite by its head.
    let head = words.prefix { !analysis.has($0, preposition | asWord) }.last
    return [head, words.last].contains { word in
      guard let word, analysis[word].shape != .upper else { return false }
      return analysis.inflection.isDefinite(
        analysis.lowercased(word))
    }
  }
}
