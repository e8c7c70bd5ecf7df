import Language

/// What the site needs of a language: its name, its strings and its alphabet.
package struct SiteLanguage: Sendable {
  package let code: LanguageCode
  let name: String
  let wording: Wording
  /// The bytes by which a term is sorted.
  let sortKey: @Sendable (String) -> [UInt8]
  /// The letter of the alphabet that a term stands under.
  let letter: @Sendable (String) -> String

  /// - Parameter strings: the interface strings by key, in the forms for one and for other numbers.
  package init(
    code: LanguageCode, name: String, strings: [String: (one: String, other: String)],
    sortKey: @escaping @Sendable (String) -> [UInt8],
    letter: @escaping @Sendable (String) -> String
  ) {
    self.code = code
    self.name = name
    wording = Wording(
      language: code, forms: strings.mapValues { Wording.Forms(one: $0.one, other: $0.other) })
    self.sortKey = sortKey
    self.letter = letter
  }
}
