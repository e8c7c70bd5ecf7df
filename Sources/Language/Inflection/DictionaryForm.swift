extension Inflection {
  /// The indefinite singular of a phrase, as a dictionary has it: determiners at its start are
  /// dropped, adjectives agree with the noun, the first letter is small unless it is a name's.
  ///
  /// Words that are in dictionary form already, names and abbreviations stay as they are.
  package func dictionaryForm(of phrase: String) -> String {
    let text = withoutDeterminers(phrase)
    if fixed.contains(CaseFolding.lowercased(text.utf8)) {
      return String(decoding: CaseFolding.lowercased(text.utf8), as: UTF8.self)
    }
    var parsed = Phrase(text, self)
    guard !parsed.groups.isEmpty else { return text }
    let isName = looksLikeName(parsed)
    guard !isName else { return text }
    var agreement = -1
    var result: [[UInt8]] = []
    for at in parsed.groups.indices.reversed() {
      if let noun = parsed.groups[at].noun {
        agreement = reduceNoun(&parsed.groups[at], noun)
      }
      let words = parsed.groups[at].words.enumerated().map { place, word in
        place == parsed.groups[at].noun
          ? word.bytes : form(of: word, word.adjective != nil ? agreement : -1, 0)
      }
      result.insert(Array(words.joined(separator: [0x20])), at: 0)
    }
    var bytes: [UInt8] = []
    for (group, words) in zip(parsed.groups, result) {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += words
      if let conjunction = group.conjunction { bytes += [0x20] + conjunction }
    }
    bytes += parsed.tail
    return String(decoding: Self.smallFirst(bytes, names), as: UTF8.self)
  }

  /// Puts a group's noun in the indefinite singular; answers how adjectives agree with it.
  private func reduceNoun(_ group: inout Phrase.Group, _ noun: Int) -> Int {
    let word = group.words[noun]
    let shape = WordShape(word.bytes)
    guard shape != .acronym, !names.contains(word.lower) else { return -1 }
    // A plural or definite adjective before it shows that the noun is inflected too.
    let isInflected = group.words[..<noun].contains { word in
      word.adjective.map { $0.slot >= 1 && $0.lemma != word.lower } ?? false
    }
    guard let analysis = analyse(word.lower, as: nouns, isInflected: isInflected) else {
      return -1
    }
    // A neuter adjective before a noun in dictionary form knows its gender: `delat tak`.
    let isNeuter = noun > 0 && group.words[noun - 1].adjective?.slot == 0
    if isNeuter, analysis.lemma == word.lower { return 0 }
    let same = zip(word.lower, analysis.lemma).prefix { $0 == $1 }.count
    group.words[noun].bytes = Array(word.bytes[..<same] + analysis.lemma[same...])
    group.words[noun].lower = analysis.lemma
    return nouns.paradigms[analysis.paradigm].agreement
  }

  /// A name: a capital inside the phrase, after its first word.
  private func looksLikeName(_ phrase: Phrase) -> Bool {
    let words = phrase.groups.flatMap(\.words)
    guard words.count > 1 else { return false }
    return words.dropFirst().contains { WordShape($0.bytes) == .capitalised }
  }

  /// Makes a capital at the start small, unless it is that of a name or an abbreviation.
  private static func smallFirst(_ bytes: [UInt8], _ names: Set<[UInt8]>) -> [UInt8] {
    let first = Array(bytes.prefix { $0 != 0x20 })
    guard WordShape(first) == .capitalised else { return bytes }
    let lower = CaseFolding.lowercased(first)
    if names.contains(lower) || lower.contains(UInt8(ascii: "'")) { return bytes }
    if lower.last == UInt8(ascii: "s"), names.contains(Array(lower.dropLast())) { return bytes }
    return lower + bytes[first.count...]
  }

  private func withoutDeterminers(_ phrase: String) -> String {
    var words = phrase.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
    while words.count > 1, let first = words.first,
      determiners.contains(CaseFolding.lowercased(first.utf8))
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// A key that phrases share which differ only in inflection, determiners and case; see `LemmaKeys`.
  package func lemmaKey(of phrase: String) -> String {
    var keys = LemmaKeys(self)
    return keys.key(of: phrase)
  }

  /// The words that the key of a phrase is made of, lower case.
  func keyWords(of phrase: String) -> ArraySlice<ArraySlice<UInt8>> {
    var words = CaseFolding.lowercased(phrase.utf8).split(whereSeparator: { $0 <= 0x20 })[...]
    while words.count > 1, let first = words.first, determiners.contains(Array(first)) {
      words.removeFirst()
    }
    return words
  }

  /// The dictionary form of one lower-case word, as a noun or an adjective, whichever is surer.
  func lemma(of word: [UInt8]) -> [UInt8] {
    let noun = analyse(word, as: nouns)
    let adjective = analyse(word, as: adjectives)
    if let adjective, adjective.strength > noun?.strength ?? 0 { return adjective.lemma }
    return noun?.lemma ?? word
  }

  /// Whether a noun can follow a lower-case word directly: after a preposition, a conjunction, a
  /// determiner, an adjective or a genitive.
  package func canPrecedeNoun(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    if prepositions.contains(bytes) || conjunctions.contains(bytes) || determiners.contains(bytes) {
      return true
    }
    if let noun = analyse(bytes, as: nouns), noun.strength >= 10, noun.isGenitive { return true }
    guard let adjective = analyse(bytes, as: adjectives) else { return false }
    return adjective.strength > analyse(bytes, as: nouns)?.strength ?? 0
  }
}
