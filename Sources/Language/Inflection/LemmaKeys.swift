/// The lemma keys of the phrases of one text. Texts repeat their words, and what is read in them is compared
/// again and again: each word is analysed once, and each phrase.
package struct LemmaKeys: Sendable {
  private let inflection: Inflection
  private var lemmas: [[UInt8]: [UInt8]] = [:]
  private var keys: [String: String] = [:]

  package init(_ inflection: Inflection) { self.inflection = inflection }

  /// A key that phrases share which differ only in inflection, determiners and case: each word
  /// lemmatised by itself, lower case, one space between words.
  package mutating func key(of phrase: String) -> String {
    if let known = keys[phrase] { return known }
    let key = makeKey(of: phrase)
    keys[phrase] = key
    return key
  }

  private mutating func makeKey(of phrase: String) -> String {
    var key: [UInt8] = []
    for word in inflection.keyWords(of: phrase) {
      if !key.isEmpty { key.append(0x20) }
      let word = Array(word)
      if let known = lemmas[word] {
        key += known
      } else {
        let lemma = inflection.lemma(of: word)
        lemmas[word] = lemma
        key += lemma
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
