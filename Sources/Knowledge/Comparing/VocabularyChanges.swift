import Language

/// What became of a vocabulary between two states of its knowledge base.
package struct VocabularyChanges: Hashable, Sendable {
  /// A concept that is in one of the states only.
  package struct Summary: Hashable, Sendable {
    package var id: ConceptID
    /// In the order of the site's languages.
    package var names: [Name]
    package var definitions: [Name]
  }

  /// A text in one language.
  package struct Name: Hashable, Sendable {
    package var language: LanguageCode
    package var text: String

    package init(_ language: LanguageCode, _ text: String) {
      self.language = language
      self.text = text
    }
  }

  /// A text of one language before and after; nil where there was or is none.
  package struct Rewording: Hashable, Sendable {
    package var language: LanguageCode
    package var before: String?
    package var after: String?
  }

  /// A list of things that were gained and lost.
  package struct Turnover<Element: Hashable & Sendable>: Hashable, Sendable {
    package var gained: [Element] = []
    package var lost: [Element] = []

    package var isEmpty: Bool { gained.isEmpty && lost.isEmpty }
  }

  package struct Synonym: Hashable, Sendable {
    package var language: LanguageCode
    package var text: String
    package var isDeprecated: Bool
  }

  /// Something that is said of a concept: a benefit, a level, a step.
  package struct Statement: Hashable, Sendable {
    package var facet: Facet
    package var language: LanguageCode
    package var label: String
  }

  package struct Relabelling: Hashable, Sendable {
    package var before: Statement
    package var after: Statement
  }

  package struct Relation: Hashable, Sendable {
    package enum Kind: String, Sendable { case broader, related }

    package var kind: Kind
    package var concept: ConceptID
  }

  /// What became of a concept that is in both states.
  package struct ConceptChange: Hashable, Sendable {
    package var before: ConceptID
    package var after: ConceptID
    /// What it is called now, or was called last, in the order of the site's languages.
    package var names: [Name]
    /// Concepts that were others and are this one now.
    package var joined: [ConceptID] = []
    package var terms: [Rewording] = []
    package var synonyms = Turnover<Synonym>()
    package var definitions: [Rewording] = []
    package var statements = Turnover<Statement>()
    package var relabelled: [Relabelling] = []
    package var relations = Turnover<Relation>()
    /// Articles that are in both states and link to it in one of them only, by path.
    package var links = Turnover<String>()

    package var isEmpty: Bool {
      before == after && joined.isEmpty && terms.isEmpty && synonyms.isEmpty && definitions.isEmpty
        && statements.isEmpty && relabelled.isEmpty && relations.isEmpty && links.isEmpty
    }

    /// Whether it goes by another term in a language than it did.
    package var isRenamed: Bool { terms.contains { $0.before != nil && $0.after != nil } }
  }

  /// In the order of their ids.
  package var added: [Summary] = []
  package var gone: [Summary] = []
  package var changed: [ConceptChange] = []
  /// Paths of articles below `content/`.
  package var articles = Turnover<String>()

  package var isEmpty: Bool {
    added.isEmpty && gone.isEmpty && changed.isEmpty && articles.isEmpty
  }
}
