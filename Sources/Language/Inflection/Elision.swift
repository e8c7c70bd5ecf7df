extension Inflection {
  /// The forms that a term of one word takes before a hanging hyphen and nowhere else: `skol-` of
  /// `skola`, `gatu-` of `gata` (`skol- och …`). Forms that it has anywhere else are not among them.
  package func hangingForms(of term: String) -> [String] {
    let phrase = Phrase(term, self)
    guard phrase.groups.count == 1, phrase.tail.isEmpty, phrase.groups[0].words.count == 1,
      let word = phrase.groups[0].words.first, !nounClasses(of: word).isEmpty
    else { return [] }
    return stems.compactMap { change in
      guard word.lower.count >= change.remove.count + 3, change.applied(to: word.lower) != nil
      else { return nil }
      let stem = word.bytes[..<(word.bytes.count - change.remove.count)] + change.add
      return String(decoding: stem, as: UTF8.self)
    }
  }

  /// Whether a lower-case word joins words of one kind: `och`.
  package func isConjunction(_ word: String) -> Bool { conjunctions.contains(Array(word.utf8)) }

  /// Whether more speaks for a lower-case word being an adjective than a noun.
  package func isAdjective(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard let adjective = analyse(bytes, as: adjectives) else { return false }
    return adjective.strength > analyse(bytes, as: nouns)?.strength ?? 0
  }
}
