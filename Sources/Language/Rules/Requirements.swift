/// Tests that a match must pass besides the pattern of its rule, as packs name them under `require`.
///
/// What each asks for is told to writers of packs in `docs/language-packs.md`.
package struct Requirements: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  // MARK: Of what is defined

  /// The designation may stand in any form, not only that of a dictionary.
  package static let anyForm = Requirements(rawValue: 1 << 0)
  /// The designation stands in quotation marks, or is emphasised.
  package static let quoted = Requirements(rawValue: 1 << 1)
  /// The designation may begin with `som`.
  package static let asTerm = Requirements(rawValue: 1 << 2)
  /// Of what was captured, the words nearest to the end are the designation.
  package static let nearest = Requirements(rawValue: 1 << 3)
  /// The text speaks of the designation elsewhere.
  package static let known = Requirements(rawValue: 1 << 4)
  /// The designation is a noun.
  package static let noun = Requirements(rawValue: 1 << 5)
  /// The designation stands in lower case somewhere, and so is no name.
  package static let common = Requirements(rawValue: 1 << 6)
  /// Of a designation of several words, the noun alone is the term.
  package static let nounAlone = Requirements(rawValue: 1 << 7)

  /// With `known`: or it is a compound that the text has not used before.
  package static let orNew = Requirements(rawValue: 1 << 29)

  /// There is none in the sentence: it is what the sentence before ends with.
  package static let previous = Requirements(rawValue: 1 << 30)

  // MARK: Of the words that define

  /// They begin with a class and what tells it from others.
  package static let genus = Requirements(rawValue: 1 << 8)
  /// A class without an article will do.
  package static let bareGenus = Requirements(rawValue: 1 << 9)
  /// The class is told by its noun, indefinite and known to be one; no article is needed.
  package static let nounGenus = Requirements(rawValue: 1 << 31)
  /// They are the definiens of the fact.
  package static let definiens = Requirements(rawValue: 1 << 10)
  /// They tell what something is like, not what comes of it.
  package static let describes = Requirements(rawValue: 1 << 11)
  /// They have no finite verb outside of relative clauses.
  package static let verbless = Requirements(rawValue: 1 << 12)
  /// One word will do.
  package static let brief = Requirements(rawValue: 1 << 13)
  /// The rule answers a heading that asks what something is.
  package static let answers = Requirements(rawValue: 1 << 14)
  /// A synonym: the sentence need not define anything.
  package static let sentence = Requirements(rawValue: 1 << 15)

  // MARK: Of what is listed

  /// A number stands before the members, and tells how many there are.
  package static let counted = Requirements(rawValue: 1 << 16)
  /// There are two members or more.
  package static let several = Requirements(rawValue: 1 << 17)
  /// Each member is a noun phrase that can name something.
  package static let named = Requirements(rawValue: 1 << 18)
  /// The first member has no article.
  package static let bare = Requirements(rawValue: 1 << 19)
  /// Each member is an adjective.
  package static let adjectives = Requirements(rawValue: 1 << 20)
  /// Members that do not begin with a verb belong elsewhere.
  package static let infinitives = Requirements(rawValue: 1 << 21)
  /// No other verb stands before the members.
  package static let firstVerb = Requirements(rawValue: 1 << 22)
  /// A word is made of the title's.
  package static let ofSubject = Requirements(rawValue: 1 << 23)
  /// Each member is named by the noun of the title, or of the heading above.
  package static let kindOfSubject = Requirements(rawValue: 1 << 24)

  // MARK: Of the text around

  /// The pattern is held against each clause by itself.
  package static let byClause = Requirements(rawValue: 1 << 25)
  /// The facet is that of the sentence before.
  package static let continues = Requirements(rawValue: 1 << 26)
  /// The rest of the paragraph explains what was found.
  package static let heads = Requirements(rawValue: 1 << 27)
  /// The sentences after it tell kinds or degrees by their subjects.
  package static let kinds = Requirements(rawValue: 1 << 28)

  /// By the names that packs have for them.
  static let byName: [String: Requirements] = [
    "any-form": .anyForm, "quoted": .quoted, "as-term": .asTerm, "nearest": .nearest,
    "known": .known, "or-new": .orNew, "noun": .noun, "common": .common, "noun-alone": .nounAlone,
    "previous": .previous, "class": .genus,
    "bare-class": .bareGenus, "noun-class": .nounGenus, "definiens": .definiens,
    "describes": .describes,
    "verbless": .verbless, "brief": .brief, "answers": .answers, "sentence": .sentence,
    "counted": .counted, "several": .several, "named": .named, "bare": .bare,
    "adjectives": .adjectives,
    "infinitives": .infinitives, "first-verb": .firstVerb, "of-subject": .ofSubject,
    "kind-of-subject": .kindOfSubject, "by-clause": .byClause, "continues": .continues,
    "heads": .heads, "kinds": .kinds,
  ]
}
