import Diagnostics

/// The small words around a term that show whether it is the noun that it looks like.
package struct MentionRules: Sendable {
  /// Words after which a word in dictionary form is a verb, as `å` in Norwegian.
  package let infinitiveMarkers: Set<String>
  /// Words after which one of `infinitives` is a verb: `kan`, `skal`.
  package let modals: Set<String>
  /// Nouns in dictionary form that are infinitives too, as `avtale`.
  package let infinitives: Set<String>
  /// Forms of nouns that are forms of verbs too, as `avtaler`: nouns only where a noun can stand.
  package let verbForms: Set<String>
  /// Words after which one of `verbForms` is a verb: relative words, pronouns.
  package let subjects: Set<String>
  /// Words that a noun without an article can follow, besides adjectives, genitives and prepositions.
  package let nounMarkers: Set<String>
  /// Words that follow a verb and no noun, as `seg`.
  package let reflexives: Set<String>
  /// Words that join a name to what it is for, as `för` in `Allians för Sverige`.
  package let nameLinks: Set<String>

  /// Articles that no name has, as `ett`.
  package let indefiniteArticles: Set<String>

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(
      [
        "infinitive-markers", "modals", "infinitives", "verb-forms", "subjects", "noun-markers",
        "reflexives", "name-links", "indefinite-articles",
      ], &faults)
    func words(_ key: String) -> Set<String> { Set(section[key]?.words(&faults) ?? []) }
    infinitiveMarkers = words("infinitive-markers")
    modals = words("modals")
    infinitives = words("infinitives")
    verbForms = words("verb-forms")
    subjects = words("subjects")
    nounMarkers = words("noun-markers")
    reflexives = words("reflexives")
    nameLinks = words("name-links")
    indefiniteArticles = words("indefinite-articles")
  }
}
