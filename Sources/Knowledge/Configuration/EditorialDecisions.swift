import Diagnostics
import Language

/// `concepts.yml`: what the editors have decided, which wins over all that is inferred.
package struct EditorialDecisions: Hashable, Sendable {
  /// A word of the file and where it stands.
  package struct Words: Hashable, Sendable {
    package var text: String
    package var location: Location

    package init(_ text: String, at location: Location) {
      self.text = text
      self.location = location
    }
  }

  /// What an entry says about its concept in one language.
  package struct Naming: Hashable, Sendable {
    /// Nil where the entry leaves the term to the article about the concept.
    package var term: Words?
    package var synonyms: [Words] = []
    package var deprecated: [Words] = []
    /// Inflected forms that are added to, and taken from, those generated.
    package var forms: [String] = []
    package var excludedForms: [String] = []
    package var definition: Words?

    package init(term: Words? = nil) { self.term = term }
  }

  /// One concept that the editors have declared.
  package struct Entry: Hashable, Sendable {
    package var id: ConceptID
    package var location: Location
    package var names: [LanguageCode: Naming] = [:]
    /// Ids of other concepts, declared or derived.
    package var broader: [Words] = []
    package var narrower: [Words] = []
    package var related: [Words] = []

    package init(id: ConceptID, location: Location) {
      self.id = id
      self.location = location
    }
  }

  /// What the editors want changed in the facts of one article.
  package struct Correction: Hashable, Sendable {
    /// Which facts of the article are meant: those of the facet whose label is this one, in any
    /// inflected form. For a definition, the label is the defined term.
    package struct Selector: Hashable, Sendable {
      package var facet: Facet
      package var label: String
      package var location: Location

      package init(facet: Facet, label: String, location: Location) {
        self.facet = facet
        self.label = label
        self.location = location
      }
    }

    package enum Action: Hashable, Sendable {
      case reject(Selector)
      case relabel(Selector, to: String)
      case move(Selector, to: Facet)
      case add(Addition)
    }

    /// A fact that the extraction did not find.
    package struct Addition: Hashable, Sendable {
      package var facet: Facet
      package var label: String
      package var subject: String?
      /// As printed in the article; nil where only the label is known.
      package var text: String?
      package var explanation: String?
      package var order: Int?
      package var location: Location

      package init(facet: Facet, label: String, location: Location) {
        self.facet = facet
        self.label = label
        self.location = location
      }
    }

    /// The article's path below `content/`.
    package var path: Words
    /// In the order of the file.
    package var actions: [Action] = []

    package init(path: Words) { self.path = path }
  }

  /// In the order of the file.
  package var entries: [Entry] = []
  package var corrections: [Correction] = []

  package init() {}
}
