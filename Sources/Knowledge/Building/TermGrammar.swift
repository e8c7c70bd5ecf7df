import Language

/// What the building of a knowledge base asks of a language: questions about single terms and
/// labels, never about running text.
package struct TermGrammar: Sendable {
  /// A term as it stands in a glossary: `horisontella nätverk` gives `horisontellt nätverk`.
  package var dictionaryForm: @Sendable (String) -> String
  /// Equal for two inflected forms of one term, for no two terms else.
  package var lemmaKey: @Sendable (String) -> String
  /// Whether a term is a kind of what its head word names: `kluster` is the head of `kunskapskluster`.
  package var isHead: @Sendable (_ head: String, _ term: String) -> Bool
  /// Whether a label names a thing and says nothing about it.
  package var isBareNounPhrase: @Sendable (String) -> Bool
  /// Whether a term can be written for another and leave the words around it right.
  package var agrees: @Sendable (_ term: String, _ other: String) -> Bool

  package init(
    dictionaryForm: @escaping @Sendable (String) -> String,
    lemmaKey: @escaping @Sendable (String) -> String,
    isHead: @escaping @Sendable (_ head: String, _ term: String) -> Bool,
    isBareNounPhrase: @escaping @Sendable (String) -> Bool,
    agrees: @escaping @Sendable (_ term: String, _ other: String) -> Bool = { _, _ in true }
  ) {
    self.dictionaryForm = dictionaryForm
    self.lemmaKey = lemmaKey
    self.isHead = isHead
    self.isBareNounPhrase = isBareNounPhrase
    self.agrees = agrees
  }

  /// For a language that nothing is known of: a term has one form, upper and lower case are one.
  package static let uninflected = TermGrammar(
    dictionaryForm: { $0 }, lemmaKey: { $0.lowercased() },
    isHead: { head, term in
      term.lowercased() != head.lowercased() && term.lowercased().hasSuffix(" " + head.lowercased())
    },
    isBareNounPhrase: { BareNounPhrase.test($0, functionWords: []) })
}

/// The grammars of the languages that a knowledge base is written in.
package struct TermGrammars: Sendable {
  private let grammars: [LanguageCode: TermGrammar]

  package init(_ grammars: [LanguageCode: TermGrammar]) { self.grammars = grammars }

  package subscript(language: LanguageCode) -> TermGrammar { grammars[language] ?? .uninflected }
}
