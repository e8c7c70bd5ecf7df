extension Inflection {
  /// Whether a word is a noun in a definite form, as `klustret`, `klustren`; a word that nothing is
  /// known of is not.
  ///
  /// - Parameters:
  ///   - word: One word, in any case.
  ///   - isInflected: Whether the words around show that it is a noun in some other form than the
  ///     dictionary's, so that its ending is believed: `Först mäts taket`.
  package func isDefinite(_ word: String, isInflected: Bool = false) -> Bool {
    let lower = CaseFolding.lowercased(word.utf8)
    guard let analysis = analyse(lower, as: nouns, isInflected: isInflected) else { return false }
    return analysis.slot == 0 || analysis.slot == 2
  }

  /// Whether a word is a noun in the genitive, as `klustrets`, after which the noun that it belongs to stands.
  package func isGenitive(_ word: String) -> Bool {
    analyse(CaseFolding.lowercased(word.utf8), as: nouns)?.isGenitive ?? false
  }

  /// The last part of a compound, in the form that it has there: `kulturproblemer` gives `problemer`.
  /// Nil for a word that is not known to be a compound.
  package func lastPart(of compound: String) -> String? {
    let form = CaseFolding.lowercased(compound.utf8)
    let lemma = analyse(form, as: nouns)?.lemma ?? form
    guard let head = nouns.knownHead(of: lemma) ?? adjectives.knownHead(of: lemma) else {
      return nil
    }
    let start = lemma.count - head
    guard start < form.count else { return nil }
    return String(decoding: form[start...], as: UTF8.self)
  }
}
