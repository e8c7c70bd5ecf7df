/// What shows that a word of running text is a noun.
package struct NounEvidence: Hashable, Sendable {
  package enum Kind: Sendable {
    /// It ends as nouns made of other words do, in three letters or more: `-ning`, `-het`.
    case ending
    /// It is a compound of a word that the pack knows.
    case compound
    /// The pack knows the word itself.
    case word
  }

  package var kind: Kind
  /// The dictionary form, lower case.
  package var lemma: String
}

extension Inflection {
  /// What shows that a lower-case word is a form of a noun; nil where nothing does, or where more
  /// speaks for an adjective.
  package func nounEvidence(of word: String) -> NounEvidence? {
    let bytes = CaseFolding.lowercased(word.utf8)
    guard let noun = analyse(bytes, as: nouns), noun.strength >= 30,
      analyse(bytes, as: adjectives)?.strength ?? 0 < noun.strength
    else { return nil }
    return NounEvidence(
      kind: noun.strength >= 200 ? .word : noun.strength >= 100 ? .compound : .ending,
      lemma: String(decoding: noun.lemma, as: UTF8.self))
  }
}
