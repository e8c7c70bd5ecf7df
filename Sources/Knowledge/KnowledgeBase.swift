import Articles
import Diagnostics
import Language

/// The id of a concept: bare where `concepts.yml` declares it (`joint-venture`), else with its
/// language (`sv/joint-venture`).
package struct ConceptID: RawRepresentable, Hashable, Comparable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ id: String) { rawValue = id }
  package init(stringLiteral id: String) { rawValue = id }
  package var description: String { rawValue }
  package static func < (a: ConceptID, b: ConceptID) -> Bool { a.rawValue < b.rawValue }
}

/// Where in the content something is said.
package struct Citation: Hashable, Sendable {
  /// An index into `KnowledgeBase.articles`.
  package var article: Int
  package var location: Location

  package init(article: Int, location: Location) {
    self.article = article
    self.location = location
  }
}

/// What a concept is called in one language, in the words of ISO 704.
package struct Designations: Hashable, Sendable {
  package var preferred: String
  package var admitted: [String] = []
  package var deprecated: [String] = []
  /// Inflected forms that an editor adds to, or takes from, those generated.
  package var extraForms: [String] = []
  package var excludedForms: [String] = []

  package init(preferred: String) { self.preferred = preferred }
}

package struct Definition: Hashable, Sendable {
  package enum Origin: Int, Comparable, Sendable {
    /// `explanation`: what a text says of it where it lists it as a level, a type or a factor; shown
    /// where nothing better is known.
    case entry, ownArticle, otherArticle, explanation
    package static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
  }

  package var language: LanguageCode
  /// The whole sentence as printed.
  package var text: String
  /// The defining words alone, where the sentence is inverted or a relative clause.
  package var definiens: String?
  package var origin: Origin
  /// Nil where `concepts.yml` gives it.
  package var citation: Citation?

  /// What to show where there is little room: the defining words, or the sentence where they alone
  /// would say too little, as `varje part` of `Varje part kallas bolagsman`.
  package var brief: String {
    guard let definiens, definiens.utf8.count(where: { $0 == 0x20 }) >= 2 else { return text }
    return definiens
  }

  package init(
    language: LanguageCode, text: String, definiens: String? = nil, origin: Origin,
    citation: Citation?
  ) {
    self.language = language
    self.text = text
    self.definiens = definiens
    self.origin = origin
    self.citation = citation
  }
}

/// A fact about a concept that is shown on its page, merged over the articles that state it.
package struct Statement: Hashable, Sendable {
  /// The anchor on the concept's page, stable while label and facet stand, unique on the page.
  package var anchor: String
  package var facet: Facet
  package var language: LanguageCode
  /// The concept that it is about.
  package var concept: ConceptID
  /// The concept that it is, where a level, type or success factor has become one.
  package var target: ConceptID?
  package var label: String
  package var text: String
  package var explanation: String?
  package var order: Int?
  package var poles: [String]
  /// Never empty; the first is where label and text come from.
  package var citations: [Citation]

  package init(
    anchor: String, facet: Facet, language: LanguageCode, concept: ConceptID,
    target: ConceptID? = nil, label: String, text: String, explanation: String? = nil,
    order: Int? = nil, poles: [String] = [], citations: [Citation]
  ) {
    self.anchor = anchor
    self.facet = facet
    self.language = language
    self.concept = concept
    self.target = target
    self.label = label
    self.text = text
    self.explanation = explanation
    self.order = order
    self.poles = poles
    self.citations = citations
  }
}

/// One concept in all its languages. A value; ids refer to other concepts of the same base.
package struct Concept: Hashable, Sendable {
  package var id: ConceptID
  package var designations: [LanguageCode: Designations]
  /// The last part of its page's address, per language that it has a term in.
  package var slugs: [LanguageCode: String]
  /// Per language: the one to show first, then the others.
  package var definitions: [Definition]
  package var broader: [ConceptID]
  package var narrower: [ConceptID]
  package var related: [ConceptID]
  /// Where this concept is a level of another: that one.
  package var levelOf: [ConceptID]
  /// Indices into `KnowledgeBase.statements` of what is said about it, by facet and place.
  package var statements: [Int]
  /// Indices into `KnowledgeBase.articles` of the articles that it is the subject of.
  package var articles: [Int]

  package init(id: ConceptID) {
    self.id = id
    designations = [:]
    slugs = [:]
    definitions = []
    broader = []
    narrower = []
    related = []
    levelOf = []
    statements = []
    articles = []
  }

  package func term(in language: LanguageCode) -> String? { designations[language]?.preferred }

  package func hasDefinition(in language: LanguageCode) -> Bool {
    definitions.indices.contains { definitions[$0].language == language }
  }

  /// The definition to show first in a language.
  package func definition(in language: LanguageCode) -> Definition? {
    // By place: to look at a definition in a loop would be to copy it.
    definitions.indices.first { definitions[$0].language == language }.map { definitions[$0] }
  }
}

/// An article as part of a knowledge base.
package struct ArticleEntry: Sendable {
  package var article: Article
  package var title: String
  package var subject: ConceptID?
  /// The last part of its page's address.
  package var slug: String
  /// The folder below the language's, as `avtal`; empty at the top.
  package var section: String
  /// Indices of the articles that it translates or is translated by, itself not among them.
  package var translations: [Int]
  /// The index of the article that `translationOf` says it was made from.
  package var translationSource: Int?
  /// How many blocks of its source changed since this translation was confirmed; nil where it is no
  /// translation, or nobody has confirmed it.
  package var staleBlocks: Int?
  /// Where a link of the article leads, by link node: another article, or a concept.
  package var linkTargets: [Document.NodeID: LinkTarget]

  package init(article: Article, title: String, slug: String, section: String) {
    self.article = article
    self.title = title
    self.slug = slug
    self.section = section
    translations = []
    linkTargets = [:]
  }

  package var language: LanguageCode { article.language }
}

/// Where a link inside the content leads.
package enum LinkTarget: Hashable, Sendable {
  /// Another article (an index into `articles`), with the fragment, if any, without `#`.
  case article(Int, fragment: String?)
  case concept(ConceptID)
  /// A file beside the articles, by its path below `content/`.
  case file(String)
}

/// A place where an article's prose mentions a concept.
package struct Mention: Hashable, Sendable {
  /// An index into `KnowledgeBase.articles`.
  package var article: Int
  package var concept: ConceptID
  /// Offsets into the article's `prose.bytes`.
  package var range: Range<Int>
  /// The sentence around it, in the same offsets.
  package var sentence: Range<Int>
  /// Whether the site makes it a link: the first of its concept in its section, and allowed there.
  package var isLinked: Bool

  package init(
    article: Int, concept: ConceptID, range: Range<Int>, sentence: Range<Int>, isLinked: Bool
  ) {
    self.article = article
    self.concept = concept
    self.range = range
    self.sentence = sentence
    self.isLinked = isLinked
  }
}

/// An id that a concept would have if nobody had said otherwise, or had before it was joined with
/// another. Old addresses made of it lead to the concept that it now is.
package struct ConceptRedirect: Hashable, Sendable {
  /// Always a derived one: the language, `/`, and the address in that language.
  package var from: ConceptID
  package var to: ConceptID

  package init(from: ConceptID, to: ConceptID) {
    self.from = from
    self.to = to
  }
}

/// A string by which texts may mean a concept: what the finding of mentions looks for.
package struct LinkableTerm: Hashable, Sendable {
  package enum Standing: Int, Sendable { case preferred, admitted, deprecated }

  package var language: LanguageCode
  package var text: String
  package var concept: ConceptID
  package var standing: Standing
  /// Inflected forms that an editor adds to those generated; of preferred terms only.
  package var extraForms: [String]
  /// Inflected forms that an editor does not want to be found, whichever term they are of.
  package var excludedForms: [String]

  package init(
    language: LanguageCode, text: String, concept: ConceptID, standing: Standing,
    extraForms: [String] = [], excludedForms: [String] = []
  ) {
    self.language = language
    self.text = text
    self.concept = concept
    self.standing = standing
    self.extraForms = extraForms
    self.excludedForms = excludedForms
  }
}

/// Everything known: all facts and the editors' decisions in one immutable value.
package struct KnowledgeBase: Sendable {
  /// In the order of `site.yml`.
  package var languages: [LanguageCode]
  /// In the order of their ids.
  package var concepts: [Concept]
  /// In the order of their paths.
  package var articles: [ArticleEntry]
  package var statements: [Statement]
  /// In the order of article and place.
  package var mentions: [Mention]
  /// In the order of the ids that they lead from.
  package var redirects: [ConceptRedirect]
  /// The terms that mentions are found by, in the order of concept, language and standing. Terms that
  /// several concepts claim are not among them.
  package var linkableTerms: [LinkableTerm]
  private var places: [ConceptID: Int]

  package init(
    languages: [LanguageCode], concepts: [Concept], articles: [ArticleEntry],
    statements: [Statement], mentions: [Mention],
    redirects: [ConceptRedirect] = [], linkableTerms: [LinkableTerm] = []
  ) {
    self.languages = languages
    self.concepts = concepts
    self.articles = articles
    self.statements = statements
    self.mentions = mentions
    self.redirects = redirects
    self.linkableTerms = linkableTerms
    places = Dictionary(
      concepts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// The index of a concept in `concepts`.
  package func index(of id: ConceptID) -> Int? { places[id] }

  package subscript(id: ConceptID) -> Concept? { places[id].map { concepts[$0] } }
}
