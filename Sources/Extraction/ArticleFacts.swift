import Diagnostics
import Language

/// One structured thing found in an article.
package struct Fact: Hashable, Sendable {
  package var facet: Facet
  /// A definition: the defined term in dictionary form. Else what an editor would write on the entry.
  package var label: String
  /// The lemma key of the label, where the extractor has worked it out; nil after the label changed.
  package var key: String?
  /// The concept it is about, where that is not the article's subject.
  package var subject: String?
  /// The sentence or item as printed, markup stripped and white space collapsed.
  package var text: String
  /// A definition's defining words alone, where the sentence is inverted or a relative clause.
  package var definiens: String?
  /// A definition: other designations that the text gives the defined term.
  package var synonyms: [String] = []
  /// A level or step: its place, counted from 1.
  package var order: Int?
  package var explanation: String?
  /// A dimension: the ends of the axis, where the text names them.
  package var poles: [String] = []
  /// Where it stands in the article's source.
  package var span: SourceSpan
  /// The id of the rule, in the pack or in the extractor, that found it.
  package var rule: String
  /// The words that fired the rule.
  package var evidence: [String] = []

  package init(facet: Facet, label: String, text: String, span: SourceSpan, rule: String) {
    self.facet = facet
    self.label = label
    self.text = text
    self.span = span
    self.rule = rule
  }
}

/// The one concept that an article is about.
package struct Subject: Hashable, Sendable {
  /// In dictionary form: indefinite singular where there is one, lower case unless a name.
  package var term: String
  /// Other designations that the article itself gives it.
  package var synonyms: [String]
  package var span: SourceSpan

  package init(term: String, synonyms: [String] = [], span: SourceSpan) {
    self.term = term
    self.synonyms = synonyms
    self.span = span
  }
}

/// A sentence below a heading that promises a facet of which no fact was made, and why.
package struct Silence: Hashable, Sendable {
  package enum Reason: String, Sendable {
    case tooShort = "it has fewer than three words"
    case tooLong = "it is longer than any sentence that is read"
    case question = "it is a question"
    case leadsIn = "it leads in the list below"
    case continuation = "it goes on about the fact before it"
    case idle = "it says nothing of its own"
    case denial = "it takes back what it says"
    case invitation = "it speaks to the reader, or tells whom to ask"
    case speaker = "it says who speaks"
    case pointsBack = "it points back to what was said before"
    case condition = "it begins with a condition or a time"
    case listed = "the points are in the list, and it adds none"
    case caseTold = "it tells what happened to somebody once"
    case noAdvice = "it advises nothing"
    case noStep = "no word of it says what is done in turn"
    case noClause = "no verb makes a clause of it"
    case noRule = "no rule matches it"
  }

  /// What the heading promises.
  package var facets: [Facet]
  /// As printed.
  package var text: String
  package var span: SourceSpan
  package var reason: Reason
  /// The rule that says so, where the reason is `idle`: `sentence.read-on`.
  package var rule: String?

  package init(
    facets: [Facet], text: String, span: SourceSpan, reason: Reason, rule: String? = nil
  ) {
    self.facets = facets
    self.text = text
    self.span = span
    self.reason = reason
    self.rule = rule
  }
}

/// What one article says, before it meets what the others say.
package struct ArticleFacts: Hashable, Sendable {
  /// The article's path below `content/`.
  package var path: String
  package var language: LanguageCode
  package var subject: Subject?
  /// In the order of the text.
  package var facts: [Fact]
  /// In the order of the text; only where it was asked for.
  package var silences: [Silence] = []

  package init(path: String, language: LanguageCode, subject: Subject?, facts: [Fact]) {
    self.path = path
    self.language = language
    self.subject = subject
    self.facts = facts
  }
}
