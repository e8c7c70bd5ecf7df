/// A term cut into the parts that inflect together.
struct Phrase {
  struct Word {
    /// As written.
    var bytes: [UInt8]
    var lower: [UInt8]
    /// Set where the word is an adjective that agrees with the noun.
    var adjective: Inflection.Analysis?
  }

  /// Adjectives and a noun; nothing else inflects.
  struct Group {
    var words: [Word]
    /// The place of the noun in `words`; nil for adjectives alone (`formellt och informellt …`).
    var noun: Int?
    /// The conjunction after the group; nil in the last.
    var conjunction: [UInt8]?
  }

  /// Groups joined by conjunctions, before the first preposition.
  var groups: [Group]
  /// The words from the first preposition on, each with a space before it.
  var tail: [UInt8]

  init(_ text: String, _ inflection: Inflection) {
    var words = text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 })
      .map { Word(bytes: Array($0), lower: CaseFolding.lowercased($0)) }
    tail = []
    if let end = words.indices.dropFirst().first(where: {
      inflection.prepositions.contains(words[$0].lower)
    }) {
      for word in words[end...] { tail += [0x20] + word.bytes }
      words.removeSubrange(end...)
    }
    groups = []
    var group = Group(words: [], noun: nil, conjunction: nil)
    for word in words {
      if inflection.conjunctions.contains(word.lower), !group.words.isEmpty {
        group.conjunction = word.bytes
        groups.append(group)
        group = Group(words: [], noun: nil, conjunction: nil)
      } else {
        group.words.append(word)
      }
    }
    if !group.words.isEmpty { groups.append(group) }
    for at in groups.indices { analyse(at, inflection, isLast: at == groups.count - 1) }
  }

  private mutating func analyse(_ at: Int, _ inflection: Inflection, isLast: Bool) {
    let last = groups[at].words.count - 1
    guard last >= 0 else { return }
    var noun: Int? = last
    if !isLast {
      let word = groups[at].words[last]
      // `kluster- och …`: the first part of a compound stays as it is.
      if word.lower.last == UInt8(ascii: "-") { noun = nil }
      let asNoun = inflection.analyse(word.lower, as: inflection.nouns)?.strength ?? 0
      if let adjective = inflection.analyse(word.lower, as: inflection.adjectives),
        adjective.strength > asNoun
      {
        noun = nil
      }
    }
    groups[at].noun = noun
    for place in 0..<(noun ?? last + 1) {
      let lower = groups[at].words[place].lower
      groups[at].words[place].adjective = inflection.analyse(lower, as: inflection.adjectives)
    }
  }
}
