import Language

/// How much the definitions of two languages say the same, told by their words that are spelled alike.
struct DefinitionLikeness {
  private let correspondences: LetterCorrespondences
  private let stopWords: (first: Set<String>, second: Set<String>)

  init(
    _ correspondences: LetterCorrespondences, first: LanguagePack?, second: LanguagePack?
  ) {
    self.correspondences = correspondences
    stopWords = (first?.stopWords ?? [], second?.stopWords ?? [])
  }

  struct Result {
    /// Words of the shorter definition that the other has too, and how many it has.
    var shared: Int
    var words: Int
    var examples: [String]

    var share: Double { words == 0 ? 0 : Double(shared) / Double(words) }
  }

  /// Nil where one of them has fewer than three words to compare.
  func compare(
    _ ours: String, of term: SpelledTerm, _ theirs: String, of other: SpelledTerm,
    _ parts: KnownParts
  ) -> Result? {
    let left = words(ours, but: term, stopWords.first)
    var right = words(theirs, but: other, stopWords.second)
    guard min(left.count, right.count) >= 3 else { return nil }
    let count = min(left.count, right.count)
    var examples: [String] = []
    for word in left {
      let place = right.firstIndex { candidate in
        let letters = min(word.count, candidate.count)
        guard
          let likeness = correspondences.likeness(
            word, candidate, parts: parts, limit: letters / 5)
        else { return false }
        return 2 * (likeness.equal + likeness.known) >= letters
      }
      guard let place else { continue }
      examples.append("\(word.text) – \(right[place].text)")
      right.remove(at: place)
    }
    return Result(shared: examples.count, words: count, examples: examples)
  }

  /// The words that say something, each once, without those of the term itself.
  private func words(_ text: String, but term: SpelledTerm, _ stopWords: Set<String>)
    -> [SpelledTerm]
  {
    var seen = Set(CaseFolding.lowercased(term.text).split(separator: " ").map(String.init))
    var words: [SpelledTerm] = []
    for word in CaseFolding.lowercased(text).split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      let word = String(word)
      guard word.unicodeScalars.count >= 4, !stopWords.contains(word), words.count < 40,
        seen.insert(word).inserted
      else { continue }
      words.append(SpelledTerm(word))
    }
    return words
  }
}
