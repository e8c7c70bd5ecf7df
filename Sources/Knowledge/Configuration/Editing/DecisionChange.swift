import Diagnostics
import Language

/// One thing that is to be added to `concepts.yml`.
package enum DecisionChange: Hashable, Sendable {
  /// A new entry, with a term in each language, in this order.
  case entry(id: ConceptID, names: [Name])
  /// The term of a declared concept in a language that its entry says nothing of yet.
  case term(Name, of: ConceptID)
  /// A correction of an article, by its path below `content/`.
  case correction(path: String, Correction)

  package struct Name: Hashable, Sendable {
    package var language: LanguageCode
    package var term: String

    package init(_ language: LanguageCode, _ term: String) {
      self.language = language
      self.term = term
    }
  }

  /// What an editor finds wrong with a fact. The label is the one that the extraction gives it.
  package enum Correction: Hashable, Sendable {
    case reject(Facet, label: String)
    case relabel(Facet, from: String, to: String)
    case move(Facet, label: String, to: Facet)

    var key: String {
      switch self {
      case .reject: "reject"
      case .relabel: "relabel"
      case .move: "move"
      }
    }

    /// The keys and values as the file has them.
    var pairs: [(key: String, value: String)] {
      switch self {
      case .reject(let facet, let label): [("facet", facet.rawValue), ("label", label)]
      case .relabel(let facet, let from, let to):
        [("facet", facet.rawValue), ("from", from), ("to", to)]
      case .move(let facet, let label, let to):
        [("facet", facet.rawValue), ("label", label), ("to", to.rawValue)]
      }
    }
  }
}

/// Why a change cannot be made. Nothing is changed then.
package enum DecisionEditingFault: Error, Hashable, Sendable {
  /// The file is not YAML, or not a list of entries and corrections.
  case unreadable(Diagnostic)
  /// There is an entry with this id.
  case idIsTaken(ConceptID, at: Location)
  /// There is no entry with this id that a term could be added to.
  case noEntry(ConceptID)
  /// The entry names its concept in this language already.
  case termIsGiven(ConceptID, LanguageCode, at: Location)
  /// The editors have decided otherwise about the same fact.
  case isDecided(String, at: Location)
  /// The file is written in a way that no addition fits into without a change to what is there.
  case noPlace

  /// What is wrong, in words.
  package var message: String {
    switch self {
    case .unreadable(let diagnostic): diagnostic.message
    case .idIsTaken(let id, _): "there is an entry '\(id)' already"
    case .noEntry(let id): "there is no entry '\(id)'"
    case .termIsGiven(let id, let language, _):
      "the entry '\(id)' has a term in '\(language)' already"
    case .isDecided(let label, _): "there is another correction of '\(label)' already"
    case .noPlace: "the file is written in a way that nothing can be added to safely"
    }
  }

  /// Where in the file the fault lies, if it lies in one place.
  package var location: Location? {
    switch self {
    case .unreadable(let diagnostic): diagnostic.location
    case .idIsTaken(_, let location), .termIsGiven(_, _, let location), .isDecided(_, let location):
      location
    case .noEntry, .noPlace: nil
    }
  }
}
