import Diagnostics

/// The forms of nouns, adjectives and terms made of them, by the paradigms in a language's pack.
///
/// The forms of a term are generated from its dictionary form and later matched exactly: a stemmer
/// would be too coarse for some words and too fine for others. A word's class is that of the longest
/// known word or ending that it ends in, so that a compound inflects as its head.
package final class Inflection: Sendable {
  let nouns: WordClasses
  let adjectives: WordClasses
  /// What a genitive puts on, and the last letters of words that take nothing.
  let genitive: [UInt8]
  let genitiveless: Set<UInt8>
  /// Endings put on an abbreviation in capitals, as `:er`; its genitive's ending.
  let acronymEndings: [[UInt8]]
  let acronymGenitive: [UInt8]
  /// Articles and determiners that a dictionary form does not begin with.
  let determiners: Set<[UInt8]>
  /// Words after which a phrase no longer inflects: prepositions and relative words.
  let prepositions: Set<[UInt8]>
  let conjunctions: Set<[UInt8]>
  /// Names that look like other words, and phrases that stay as they are.
  let names: Set<[UInt8]>
  let fixed: Set<[UInt8]>
  /// Sounds between the parts of a compound.
  let links: [[UInt8]]
  /// How a noun changes as the first part of a compound, besides taking a linking sound.
  let stems: [EndingChange]

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(
      [
        "nouns", "adjectives", "genitive", "no-genitive-after", "acronym-endings",
        "acronym-genitive", "determiners", "prepositions", "conjunctions", "names", "fixed",
        "links", "stems",
      ], &faults)
    func words(_ key: String) -> [[UInt8]] {
      (section[key]?.words(&faults) ?? []).map { CaseFolding.lowercased($0.utf8) }
    }
    nouns = WordClasses(section["nouns"], hasGender: true, &faults)
    adjectives = WordClasses(section["adjectives"], hasGender: false, &faults)
    genitive = words("genitive").first ?? []
    genitiveless = Set(words("no-genitive-after").compactMap(\.last))
    acronymEndings = words("acronym-endings")
    acronymGenitive = words("acronym-genitive").first ?? []
    determiners = Set(words("determiners"))
    prepositions = Set(words("prepositions"))
    conjunctions = Set(words("conjunctions"))
    names = Set(words("names"))
    fixed = Set((section["fixed"]?.strings(&faults) ?? []).map { CaseFolding.lowercased($0.utf8) })
    links = words("links")
    stems = (section["stems"]?.words(&faults) ?? []).compactMap { EndingChange($0[...]) }
  }

  // MARK: Analysis of one word

  /// What a word of running text is a form of.
  struct Analysis {
    var lemma: [UInt8]
    var paradigm: Int
    /// -1: the dictionary form itself; else the slot of its paradigm.
    var slot: Int
    var isGenitive = false
    var strength: Int
  }

  /// The best analysis of a lower-case word as a noun or an adjective; nil where nothing at all is
  /// known of it.
  ///
  /// - Parameter isInflected: Whether the words around show that it is not in dictionary form, so
  ///   that a guess is better than none.
  func analyse(_ word: [UInt8], as classes: WordClasses, isInflected: Bool = false) -> Analysis? {
    word.withUnsafeBufferPointer { analyse($0, as: classes, isInflected: isInflected) }
  }

  private func analyse(
    _ word: UnsafeBufferPointer<UInt8>, as classes: WordClasses, isInflected: Bool
  ) -> Analysis? {
    var best: Analysis?
    if let own = classes.membership(of: word), let paradigm = classes.classes(own).first {
      best = Analysis(lemma: Array(word), paradigm: paradigm, slot: -1, strength: own.strength)
      if isInflected, own.strength < 100 { best?.strength = -1 }
    }
    improve(&best, word, classes, isGenitive: false, isInflected)
    let length = word.count - genitive.count
    guard !genitive.isEmpty, length > 2, word[length...].elementsEqual(genitive),
      !genitiveless.contains(word[length - 1])
    else { return best }
    let base = UnsafeBufferPointer(rebasing: word[..<length])
    if let own = classes.membership(of: base), let paradigm = classes.classes(own).first,
      own.strength > max(best?.strength ?? 0, 9)
    {
      best = Analysis(
        lemma: Array(base), paradigm: paradigm, slot: -1, isGenitive: true, strength: own.strength)
    }
    improve(&best, base, classes, isGenitive: true, isInflected)
    return best
  }

  private func improve(
    _ best: inout Analysis?, _ form: UnsafeBufferPointer<UInt8>, _ classes: WordClasses,
    isGenitive: Bool, _ isInflected: Bool
  ) {
    classes.forEachOrigin(of: form) { origin in
      var strength = origin.strength
      if strength == 0 {
        // Of an unknown word only an ending that no dictionary form has is taken off.
        guard origin.ending >= 4 || isInflected && origin.ending >= 1 else { return }
        strength = 5 * origin.ending
      }
      // Of two dictionary forms the one that more of the ending speaks for; to be one itself is best.
      let isBetter =
        strength > best?.strength ?? Int.min
        || strength == best?.strength && best?.slot != -1 && best?.isGenitive == isGenitive
      if isBetter {
        best = Analysis(
          lemma: Array(origin.lemma), paradigm: origin.paradigm, slot: origin.slot,
          isGenitive: isGenitive, strength: strength)
      }
    }
  }
}
