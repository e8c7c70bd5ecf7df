extension Inflection {
  /// Whether a term can be written for another in any sentence and leave the words around it right:
  /// the two have one gender, and where the one is the same in the plural the other is so too. Words
  /// that nothing is known of cannot.
  ///
  /// - Parameters: Two terms in dictionary form.
  package func agrees(_ term: String, with other: String) -> Bool {
    guard let a = noun(of: term), let b = noun(of: other) else { return false }
    return a.agreement == b.agreement && a.hasOwnPlural == b.hasOwnPlural
  }

  private struct Noun {
    /// As `Paradigm.agreement`.
    var agreement: Int
    /// Whether the plural differs from the dictionary form.
    var hasOwnPlural: Bool
  }

  private func noun(of term: String) -> Noun? {
    let word = CaseFolding.lowercased(head(of: term).utf8)
    guard let own = word.withUnsafeBufferPointer({ nouns.membership(of: $0) }), own.strength >= 30,
      let number = nouns.classes(own).first
    else { return nil }
    let paradigm = nouns.paradigms[number]
    let plurals = paradigm.slot(1).compactMap { $0.applied(to: word) }
    return Noun(agreement: paradigm.agreement, hasOwnPlural: !plurals.contains(word))
  }
}
