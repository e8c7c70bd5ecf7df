extension Inflection {
  /// The forms that the words of a phrase take together.
  private enum Number: CaseIterable { case singular, definite, plural, definitePlural }

  /// Every inflected form of a term in dictionary form: singular and plural, indefinite and definite,
  /// each also in the genitive; adjectives agree. The term itself comes first.
  ///
  /// Capitals stay as they are in the term. A name in capitals that no paradigm knows has its genitive
  /// only.
  package func forms(of term: String) -> [String] {
    var seen: Set<[UInt8]> = []
    var forms: [String] = []
    for form in utf8Forms(of: term) where seen.insert(form).inserted {
      forms.append(String(decoding: form, as: UTF8.self))
    }
    return forms
  }

  /// The forms as UTF-8, some perhaps more than once.
  private func utf8Forms(of term: String) -> [[UInt8]] {
    let phrase = Phrase(term, self)
    var all: [[UInt8]] = [Self.joined(phrase.groups.map { Self.written($0) }, phrase)]
    guard !phrase.groups.isEmpty else { return [] }
    if fixed.contains(CaseFolding.lowercased(term.utf8)) { return all }
    for number in Number.allCases {
      var variants: [[[UInt8]]] = []
      for (place, group) in phrase.groups.enumerated() {
        variants.append(
          self.variants(of: group, number, isGenitive: false, agreeing: phrase, place))
      }
      append(variants, phrase, to: &all)
      // Of several nouns only the last is in the genitive.
      if let last = phrase.groups.last {
        variants[variants.count - 1] = self.variants(
          of: last, number, isGenitive: true, agreeing: phrase, variants.count - 1)
        if phrase.tail.isEmpty { append(variants, phrase, to: &all) }
      }
    }
    return all
  }

  /// Adds the combinations of the groups' variants; alternatives go in step, so that their number
  /// stays small.
  private func append(_ variants: [[[UInt8]]], _ phrase: Phrase, to all: inout [[UInt8]]) {
    guard let most = variants.map(\.count).max(), variants.allSatisfy({ !$0.isEmpty }) else {
      return
    }
    for at in 0..<most {
      all.append(Self.joined(variants.map { $0[min(at, $0.count - 1)] }, phrase))
    }
  }

  private static func joined(_ groups: [[UInt8]], _ phrase: Phrase) -> [UInt8] {
    var text: [UInt8] = []
    for (group, words) in zip(phrase.groups, groups) {
      if !text.isEmpty { text.append(0x20) }
      text += words
      if let conjunction = group.conjunction { text += [0x20] + conjunction }
    }
    return text + phrase.tail
  }

  private static func written(_ group: Phrase.Group) -> [UInt8] {
    Array(group.words.map(\.bytes).joined(separator: [0x20]))
  }

  private func variants(
    of group: Phrase.Group, _ number: Number, isGenitive: Bool, agreeing phrase: Phrase,
    _ place: Int
  ) -> [[UInt8]] {
    guard let noun = group.noun else {
      let agreement = agreement(withNounAfter: place, phrase)
      return adjectiveVariants(group.words[...], number, agreement)
    }
    let word = group.words[noun]
    let classes = nounClasses(of: word)
    var found: [[UInt8]] = []
    for paradigm in classes {
      found += nounForms(word.bytes, word.lower, paradigm, number)
    }
    if classes.isEmpty { found = plainForms(word.bytes, number) }
    if isGenitive { found = found.compactMap(genitive(of:)) }
    guard noun > 0 else { return found }
    let agreement = classes.first.map { nouns.paradigms[$0].agreement } ?? -1
    let before = adjectiveVariants(group.words[..<noun], number, agreement)
    return before.flatMap { adjective in found.map { adjective + [0x20] + $0 } }
  }

  private func agreement(withNounAfter place: Int, _ phrase: Phrase) -> Int {
    for group in phrase.groups[(place + 1)...] {
      guard let noun = group.noun else { continue }
      return nounClasses(of: group.words[noun]).first.map { nouns.paradigms[$0].agreement } ?? -1
    }
    return -1
  }

  /// The classes to inflect a noun by; empty for names and abbreviations.
  func nounClasses(of word: Phrase.Word) -> [Int] {
    let known = word.lower.withUnsafeBufferPointer { nouns.membership(of: $0) }
    guard let membership = known else { return [] }
    let shape = WordShape(word.bytes)
    if shape == .acronym || shape != .lower && membership.strength < 20 { return [] }
    return nouns.classes(membership)
  }

  private func nounForms(
    _ bytes: [UInt8], _ lower: [UInt8], _ paradigm: Int, _ number: Number
  ) -> [[UInt8]] {
    let slots = nouns.paradigms[paradigm]
    switch number {
    case .singular: return [bytes]
    case .definite: return slots.slot(0).compactMap { Self.apply($0, to: bytes, lower) }
    case .plural: return slots.slot(1).compactMap { Self.apply($0, to: bytes, lower) }
    case .definitePlural: return slots.slot(2).compactMap { Self.apply($0, to: bytes, lower) }
    }
  }

  /// The forms of a word that no paradigm is known for: itself, and of abbreviations those with the
  /// endings that the language puts on them.
  private func plainForms(_ bytes: [UInt8], _ number: Number) -> [[UInt8]] {
    switch number {
    case .singular: [bytes]
    case .definite where WordShape(bytes) == .acronym: acronymEndings.map { bytes + $0 }
    case .definite, .plural, .definitePlural: []
    }
  }

  /// Changes the ending of a word; its capitals stay where the change does not reach.
  private static func apply(
    _ change: EndingChange, to bytes: [UInt8], _ lower: [UInt8]
  ) -> [UInt8]? {
    guard lower.count >= change.remove.count, lower.hasSuffix(change.remove) else { return nil }
    return bytes[..<(bytes.count - change.remove.count)] + change.add
  }

  private func genitive(of form: [UInt8]) -> [UInt8]? {
    guard let last = form.last else { return nil }
    if WordShape(form) == .acronym { return form + acronymGenitive }
    // `:er` is a form of an abbreviation, whose genitive is that of a word.
    return genitiveless.contains(last | 0x20) ? nil : form + genitive
  }

  /// The words before a noun, with the adjectives among them in the forms that a number asks for.
  private func adjectiveVariants(
    _ words: ArraySlice<Phrase.Word>, _ number: Number, _ agreement: Int
  ) -> [[UInt8]] {
    func text(_ slot: Int, _ alternative: Int) -> [UInt8] {
      var text: [UInt8] = []
      for word in words {
        if !text.isEmpty { text.append(0x20) }
        text += form(of: word, slot, alternative)
      }
      return text
    }
    let plural = [text(1, 0), text(1, 1)]
    let definite = [text(2, 0), text(2, 1)]
    var variants: [[UInt8]]
    switch number {
    // `en strategisk allians`, `vår strategiska allians`
    case .singular:
      variants = [text(agreement, 0)] + definite + [text(agreement, 1)]
    case .definite: variants = definite
    case .plural: variants = plural
    case .definitePlural: variants = plural
    }
    var unique: [[UInt8]] = []
    for variant in variants where !unique.contains(variant) { unique.append(variant) }
    return unique
  }

  /// An adjective in the form of a slot (-1: as in the dictionary); any other word as it is.
  func form(of word: Phrase.Word, _ slot: Int, _ alternative: Int) -> [UInt8] {
    guard let adjective = word.adjective else { return word.bytes }
    let paradigm = adjectives.paradigms[adjective.paradigm]
    let isCapitalised = word.bytes.first != word.lower.first
    var form = adjective.lemma
    if slot >= 0 {
      let own = paradigm.slot(slot)
      // Where nothing else is said, the definite form is that of the plural.
      let changes = own.isEmpty && slot == 2 ? paradigm.slot(1) : own
      if !changes.isEmpty {
        form = changes[min(alternative, changes.count - 1)].applied(to: form) ?? form
      }
    }
    guard isCapitalised || WordShape(word.bytes) != .lower else { return form }
    // Capitals (`IT-strategisk`, a name) are kept as far as the word is the same.
    let same = zip(word.lower, form).prefix { $0 == $1 }.count
    return Array(word.bytes[..<same] + form[same...])
  }
}

/// How a word is written, as far as it tells names and abbreviations from other words.
enum WordShape {
  case lower
  /// A capital first and small letters after it.
  case capitalised
  /// Capitals alone, at least two letters: `SME`.
  case acronym
  /// Capitals and small letters mixed: `McDonald's`, `IT-kluster`.
  case mixed

  init(_ bytes: some Sequence<UInt8>) {
    var capitals = 0
    var small = 0
    var startsCapital = false
    var previous: UInt8 = 0
    var isFirst = true
    for byte in bytes {
      let isContinued = byte >= 0x80 && byte < 0xC0
      if byte >= 0x41 && byte <= 0x5A
        || isContinued && previous >= 0xC3 && previous <= 0xC5
          && CaseFolding.second(byte, after: previous) != byte
      {
        capitals += 1
        if isFirst { startsCapital = true }
      } else if byte >= 0x61 && byte <= 0x7A || isContinued {
        small += 1
      }
      if byte < 0xC0 { isFirst = false }
      previous = byte
    }
    if capitals == 0 {
      self = .lower
    } else if small == 0 && capitals > 1 {
      self = .acronym
    } else {
      self = startsCapital && capitals == 1 ? .capitalised : .mixed
    }
  }
}
