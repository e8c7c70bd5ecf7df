import Knowledge
import Language

/// How a query met a concept, best first.
package enum MatchClass: Int, Sendable, CaseIterable, Comparable {
  case term, synonym, inflected, otherLanguage, folded, misspelt, compoundPart, definition, fact,
    heading, partial

  package static func < (a: MatchClass, b: MatchClass) -> Bool { a.rawValue < b.rawValue }

  /// In words, for people.
  package var explanation: String {
    switch self {
    case .term: "the term"
    case .synonym: "a synonym"
    case .inflected: "an inflected form"
    case .otherLanguage: "a term of another language"
    case .folded: "the term without its diacritics or spaces"
    case .misspelt: "the term but for typing errors"
    case .compoundPart: "a part of the term"
    case .definition: "words of the definition"
    case .fact: "words of a fact"
    case .heading: "words of a title or heading"
    case .partial: "some of the words"
    }
  }
}

/// What orders results: compared member by member, lower first.
package struct Rank: Hashable, Sendable, Comparable {
  package var match: MatchClass
  /// Typing errors, words that are missing or too many: what parts the query from what it met.
  package var distance: Int
  /// 0 in the asked language, else its place among the languages.
  package var language: Int
  package var uses: Int
  package var id: String

  package static func < (a: Rank, b: Rank) -> Bool {
    if a.match != b.match { return a.match < b.match }
    if a.distance != b.distance { return a.distance < b.distance }
    if a.language != b.language { return a.language < b.language }
    if a.uses != b.uses { return a.uses > b.uses }
    return a.id < b.id
  }

  /// One number for programs that sort: higher is better.
  package var score: Int {
    (MatchClass.allCases.count - match.rawValue) * 1000 - min(max(distance, 0), 999)
  }
}

/// One concept that a query leads to.
package struct SearchResult: Hashable, Sendable {
  package enum Kind: String, Sendable { case concept, fact }

  package var id: String
  package var kind: Kind
  /// In the asked language where there is one.
  package var term: String
  package var language: LanguageCode
  /// Empty where there is none.
  package var definition: String
  package var url: String
  /// The article that it comes from, below `content/`; empty where there is none.
  package var source: String
  /// The text that the query met: a name, a label, a definition.
  package var matched: String
  package var facet: Facet?
  package var rank: Rank
}

/// How to search.
package struct SearchOptions: Sendable {
  /// The language to answer in; nil to answer in that of what was met.
  package var language: LanguageCode?
  /// Only concepts of which something of this facet is said.
  package var facet: Facet?
  package var limit: Int

  package init(language: LanguageCode? = nil, facet: Facet? = nil, limit: Int = 10) {
    self.language = language
    self.facet = facet
    self.limit = limit
  }
}
