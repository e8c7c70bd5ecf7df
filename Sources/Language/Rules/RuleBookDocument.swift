/// The sections of a language pack that say how sentences are read, as they stand in the YAML.
package struct RuleBookDocument: Decodable, Sendable {
  package struct Sentences: Decodable, Sendable {
    /// With their stops, lower case.
    package var abbreviations: [String]
    /// Those of them that may end a sentence.
    package var closing: [String]
  }

  /// Verbs by how they are inflected: each group has the endings that its stems take.
  package struct VerbGroup: Decodable, Sendable {
    /// Added to each stem, by form: `infinitive: [a]`, `finite: [ar, ade]`, `imperative: [a]`.
    package var endings: [String: [String]]
    package var stems: [String]
  }

  package struct Examples: Decodable, Sendable {
    /// Sentences that the rule must match, with what it must find after `=>`.
    package var yes: [String] = []
    /// Sentences that it must not match.
    package var no: [String] = []
  }

  /// What a heading, or the sentence that leads in a list, promises.
  package struct Heading: Decodable, Sendable {
    /// Empty where nothing below is to be understood.
    package var facets: [String]
    package var patterns: [String]
    /// Whether it counts only where no other heading rule speaks.
    package var weak: Bool?
    package var yes: [String]?
    package var no: [String]?
  }

  /// A sentence that states something.
  package struct Sentence: Decodable, Sendable {
    package var id: String
    package var pattern: String
    /// Statements: the facet of what is found.
    package var facet: String?
    /// Statements: only below a heading that promises one of these.
    package var under: [String]?
    /// Tests that the match must pass besides, by name.
    package var require: [String]?
    /// How the captured `{items}` are cut: `list` (default), `clauses`, `whole` or
    /// `nothing`, where a sentence of this form states nothing.
    package var cut: String?
    package var yes: [String]?
    package var no: [String]?
  }

  package var sentences: Sentences?
  package var words: [String: [String]]?
  package var verbs: [String: VerbGroup]?
  package var headings: [Heading]?
  package var definitions: [Sentence]?
  /// Sentences that give a term another name, as `{term2}`, or the subject one, as `{term}`.
  package var synonyms: [Sentence]?
  package var statements: [Sentence]?
}
