import Language

/// The names in a sentence, and what tells a name from another capitalised word.
extension ExampleReader {
  /// Somebody whose age is told right after the name that the sentence begins with: `Nils, 82 år, …`,
  /// `Kari (42) …`
  func aged(_ sentence: Range<Int>) -> Range<Int>? {
    guard let name = sentence.first, sentence.count > 6, analysis[name].kind == .word,
      analysis[name].shape == .capitalised, analysis[name + 2].kind == .number
    else { return nil }
    let close = (name + 3...name + 4).first { analysis[$0].kind == .punctuation }
    guard let close, close + 1 < sentence.upperBound else { return nil }
    if analysis.isMark(name + 1, "("), analysis.isMark(close, ")") { return name..<name + 1 }
    let isAge = analysis.isMark(name + 1, ",") && analysis.isMark(close, ",") && close == name + 4
    return isAge ? name..<close : nil
  }

  /// The title in quotation marks that begins at a place; what somebody says has a verb.
  func title(at quote: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard analysis.isMark(quote, "\""), quote + 2 < sentence.upperBound,
      analysis[quote + 1].shape != .lower, analysis[quote + 1].kind == .word,
      !analysis.has(quote + 1, pronoun),
      let end = sentence.suffix(from: quote + 2).prefix(12).first(where: {
        analysis.isMark($0, "\"")
      }), !analysis.anyFinite(quote + 1..<end)
    else { return nil }
    return quote + 1..<end
  }

  /// Runs of capitalised words, with the small words and numbers inside them.
  func names(in sentence: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if let title = title(at: at, sentence) {
        names.append(title)
        at = title.upperBound + 1
        continue
      }
      guard
        // `"Vi saknar inget", säger hon`
        (analysis.isName(at, sentenceStart: sentence.first) && !analysis.has(at, pronoun))
          || startsName(at, sentence)
      else {
        at += 1
        continue
      }
      var end = at + 1
      while end < sentence.upperBound, goesOn(end, sentence) { end += 1 }
      // `Tierps kommun`, `Uppsala universitet`
      if end < sentence.upperBound, analysis.has(end, body) { end += 1 }
      // `7-Eleven`
      var start = at
      if start - 2 >= sentence.lowerBound, analysis.isMark(start - 1, "-"),
        !analysis[start].isSpaced,
        analysis[start - 2].kind == .number
      {
        start -= 2
      }
      names.append(start..<end)
      at = end
    }
    return names
  }

  /// The first word of a sentence begins a name where the next is capitalised too.
  private func startsName(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at == sentence.first, analysis[at].kind == .word, analysis[at].shape == .capitalised,
      at + 2 < sentence.upperBound, !analysis.has(at, preposition | finite | clause | back | lead)
    else { return false }
    if analysis.common.contains(analysis[at].hash) || isCommonNoun(at) { return false }
    // `Kari og Ola`
    if analysis.has(at + 1, conjunction), analysis[at + 2].shape == .capitalised { return true }
    // `Geitmyra i Oslo`
    let isPlaced = analysis.has(at + 1, place) && analysis[at + 2].shape == .capitalised
    return [.capitalised, .upper].contains(analysis[at + 1].shape) && analysis[at + 1].kind == .word
      || (analysis.id(at) == 0
        && ((analysis.has(at + 1, finite) && !pointsBack(at)) || isPlaced
          || analysis.isMark(at + 1, "(")
          // `Sundvik kommun`, but not `kommunalt sjukhus`
          || (analysis.has(at + 1, body)
            && !analysis.inflection.isAdjective(analysis.lowercased(at)))
          || (analysis.isMark(at + 1, ",")
            && (analysis.has(at + 2, relativeNoun) || analysis[at + 2].shape == .capitalised))))
  }

  /// `Nybörjare bör …`, `Komposthögar skiljer sig …`: an indefinite noun is no name, a compound in
  /// the singular aside.
  private func isCommonNoun(_ at: Int) -> Bool {
    guard analysis[at + 1].shape == .lower else { return false }
    let word = analysis.lowercased(at)
    guard !analysis.inflection.isDefinite(word) else { return false }
    if analysis.lemmaKey(of: word) != word { return true }
    return analysis.inflection.nounEvidence(of: word).map { $0.kind != .compound } ?? false
  }

  /// `Föreningen Sunfleet`: the first word says what the rest names.
  func isAppellation(_ name: Range<Int>) -> Bool {
    guard let first = name.first, name.count > 1, analysis[first + 1].shape != .lower else {
      return false
    }
    return analysis.inflection.isDefinite(analysis.string(first..<first + 1))
  }

  /// A definite noun that is no compound names nothing: `Verftet sendte …`.
  private func pointsBack(_ at: Int) -> Bool {
    let word = analysis.lowercased(at)
    return analysis.inflection.isDefinite(word) && analysis.inflection.lastPart(of: word) == nil
  }

  private func goesOn(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let token = analysis[at]
    switch token.kind {
    case .word: return token.shape != .lower || (!token.isSpaced && analysis.isMark(at - 1, "-"))
    case .number: return token.isSpaced && (token.end - token.start != 4 || !isYear(at))
    case .punctuation:
      // A hyphen inside, an `of` between: `Global Centre of Expertise` is taken by its capitals.
      if token.mark == 0x2D {
        return !token.isSpaced && at + 1 < sentence.upperBound && !analysis[at + 1].isSpaced
      }
      // `Hovland & Sønn`
      return analysis.isMark(at, "&") && at + 1 < sentence.upperBound
        && analysis[at + 1].kind == .word && analysis[at + 1].shape != .lower
    case .abbreviation: return false
    }
  }

  func isYear(_ at: Int) -> Bool {
    let text = analysis.string(at..<at + 1)
    return text.utf8.count == 4
      && (text.hasPrefix("19") || text.hasPrefix("20") || text.hasPrefix("18"))
  }
}
