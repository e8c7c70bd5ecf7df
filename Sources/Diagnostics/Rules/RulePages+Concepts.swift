// Concepts and their terms.

extension RulePage {
  static let missingDefinition = RulePage(
    "A concept has no definition in a language",
    meaning: """
      It is declared in `concepts.yml`, or is what an article is about, but no sentence of \
      that language says what it is.
      """,
    remedy: """
      Write a sentence such as *Ett kluster är …* in its article, or give `definition` in \
      `concepts.yml`. `begrepp list --undefined` lists all such concepts.
      """)

  static let ambiguousTerm = RulePage(
    "One term means several concepts",
    meaning: """
      Two concepts claim the same term with the same right, or two terms have a form in \
      common. No text is linked by it, since nobody knows which is meant.
      """,
    remedy: """
      Make it the preferred term of one concept in `concepts.yml`, or take the form from one \
      with `not-forms`.
      """)

  static let relationCycle = RulePage(
    "Broader concepts lead round in a circle",
    meaning: """
      A concept would be broader than itself by way of others. The relation that closes the \
      circle is left out.
      """,
    remedy: "Correct `broader` in `concepts.yml`.")

  static let duplicateAddress = RulePage(
    "Two articles would have the same address",
    meaning: """
      Both have the same file name or `slug`. One of them gets a number in its address, \
      which may change when files do.
      """,
    remedy: "Say another `slug` in the front matter of one.")

  static let identityConflict = RulePage(
    "Two statements of who is who contradict each other",
    meaning: """
      An article says with `concept` that it is about one concept, and its translation or an \
      entry says another.
      """,
    remedy: "Say the same id in both, or leave it to `translationOf` alone.")

  static let missingSubject = RulePage(
    "What an article says is about nothing",
    meaning: """
      It has facts, such as benefits, but no title or definition that tells which concept \
      they are facts about.
      """,
    remedy: """
      Give the article a title that is a term, or say `concept` in its front matter.
      """)

  static let conflictingDefinitions = RulePage(
    "Two articles define one concept in different words",
    meaning: """
      The one of the article about the concept is shown first, the others below it.
      """,
    remedy: """
      Settle it with `definition` in `concepts.yml`, or let one article refer to the other.
      """)

  static let circularDefinition = RulePage(
    "A definition uses what it defines",
    meaning: """
      It says what a term means by the term itself, or definitions lead from one to the next \
      and back again. Who does not know the term is not helped.
      """,
    remedy: "Define at least one of them by other words.")

  static let deprecatedTerm = RulePage(
    "A text uses a term that is deprecated",
    meaning: """
      `concepts.yml` lists it under `deprecated`. Readers are led to the preferred term.
      """,
    remedy: """
      `begrepp check --fix` writes the preferred term where the word is not inflected and the two \
      have the same gender and plural, so that the words around still fit; elsewhere the fix is \
      shown and left to you.
      """)

  static let mixedSpelling = RulePage(
    "One term is spelt in two ways",
    meaning: """
      Two terms differ in hyphens, spaces or capitals alone, as `e-handel` and `ehandel`.
      """,
    remedy: "Make one of them the term, and list the other as `deprecated`.")

  static let untranslatedConcept = RulePage(
    "A concept has a term in one language only",
    meaning: """
      It is declared, or an article is about it, but in a language of the site it is called \
      nothing.
      """,
    remedy: """
      Give its term in `concepts.yml`, or translate the article. `begrepp align` proposes \
      pairs.
      """)

  static let unusedTerm = RulePage(
    "No article uses a term of concepts.yml",
    meaning: """
      The entry gives a term in a language, but no text of that language uses it and nothing \
      is said of it there.
      """,
    remedy: """
      Use it in an article, or take it out of the entry. It may be spelt otherwise in the \
      texts.
      """)
}
