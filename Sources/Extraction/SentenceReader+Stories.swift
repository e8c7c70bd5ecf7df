import Language

/// Sentences that tell what happened, and so make no point whatever heading they stand below.
extension SentenceReader {
  /// Whether a sentence tells what happened to somebody at a time, rather than how things are: a name
  /// and a year stand in it.
  func tellsOfCase(_ sentence: Range<Int>) -> Bool {
    let bytes = analysis.article.prose.bytes
    let hasYear = sentence.contains { at in
      guard analysis[at].kind == .number, analysis[at].range.count >= 4 else { return false }
      let digits = bytes[analysis[at].range].prefix(4)
      return digits.allSatisfy { (0x30...0x39).contains($0) }
        && [[0x31, 0x37], [0x31, 0x38], [0x31, 0x39], [0x32, 0x30]].contains(
          Array(digits.prefix(2)))
        && (analysis[at].range.count == 4 || bytes[analysis[at].range].dropFirst(4).first == 0x2D)
    }
    return hasYear && isNamed(sentence.dropFirst().startIndex..<sentence.upperBound, sentence)
  }

  /// Whether a sentence tells what a person does, or answers somebody, rather than how things are: `Eva Lind
  /// tittar på klockan`, `Nej, så illa är det inte`.
  func tellsOfSomebody(_ sentence: Range<Int>) -> Bool {
    let main = unled(sentence)
    guard let first = main.first, first + 1 < main.upperBound else { return false }
    // `Alla jublar inte`: what is denied in so few words says nothing else.
    if main.count <= 5, analysis.any(main, negation) { return true }
    if analysis.has(first, negation), analysis.isMark(first + 1, ",") { return true }
    if main.contains(where: { analysis.isOne($0, of: narrator) }) { return true }
    guard analysis[first].shape == .capitalised,
      analysis.inflection.nounEvidence(
        of: analysis.lowercased(first)) == nil
    else { return false }
    let isFull =
      analysis[first + 1].shape == .capitalised && analysis[first + 1].kind == .word
      && first + 2 < main.upperBound && analysis.isVerb(first + 2)
    return isFull || analysis.isName(first, sentenceStart: first) && analysis.isVerb(first + 1)
  }
}
