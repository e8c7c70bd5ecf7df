import Language

/// Judges by the words around it whether a word that has the form of a term is that term: not a name
/// that happens to be spelt so, not a verb, not a part of an address or of a title.
struct MentionContext: Sendable {
  /// The tokens of a block and the sentence in question.
  struct Surroundings {
    let tokens: [Token]
    let text: UnsafeBufferPointer<UInt8>
    /// Places in `tokens`.
    var sentence: Range<Int> = 0..<0

    /// Whether a token, not the first, is the first of its line.
    func startsLine(_ at: Int) -> Bool {
      text[Int(tokens[at - 1].end)..<Int(tokens[at].start)].contains(0x0A)
    }
  }

  /// A small set of words, asked for by the token.
  private struct Words: Sendable {
    private var vocabulary: Vocabulary
    let isEmpty: Bool

    init(_ words: Set<String>) {
      vocabulary = Vocabulary(capacity: words.count)
      isEmpty = words.isEmpty
      for word in words.sorted() { _ = vocabulary.insert(word) }
    }

    func contains(_ token: Token, _ around: Surroundings) -> Bool {
      vocabulary.id(of: token, in: around.text) != 0
    }
  }

  private let infinitiveMarkers: Words
  private let modals: Words
  private let infinitives: Words
  private let verbForms: Words
  private let subjects: Words
  private let nounMarkers: Words
  private let reflexives: Words
  private let nameLinks: Words
  private let indefiniteArticles: Words
  private let inflection: Inflection

  init(_ pack: LanguagePack) {
    let rules = pack.mentions
    infinitiveMarkers = Words(rules.infinitiveMarkers)
    modals = Words(rules.modals)
    infinitives = Words(rules.infinitives)
    verbForms = Words(rules.verbForms)
    subjects = Words(rules.subjects)
    nounMarkers = Words(rules.nounMarkers)
    reflexives = Words(rules.reflexives)
    nameLinks = Words(rules.nameLinks)
    indefiniteArticles = Words(rules.indefiniteArticles)
    inflection = pack.inflection
  }

  /// Whether the tokens at a place are a mention of a term.
  ///
  /// - Parameters:
  ///   - isDictionaryForm: Whether they are the term itself, not inflected.
  ///   - capitals: Which words of the form have capitals of their own, as bits by place.
  func accepts(
    _ range: Range<Int>, isDictionaryForm: Bool, capitals: UInt32, _ around: Surroundings
  ) -> Bool {
    guard hasRightCapitals(range, isDictionaryForm, capitals, around) else { return false }
    if isInAddress(range, around.tokens) { return false }
    if range.count == 1, isVerb(range.lowerBound, isDictionaryForm, around) { return false }
    return !isInTitle(range, around)
  }

  // MARK: Capitals

  private func hasRightCapitals(
    _ range: Range<Int>, _ isDictionaryForm: Bool, _ capitals: UInt32, _ around: Surroundings
  ) -> Bool {
    // `ett Joint Venture`: names have no indefinite article.
    if range.lowerBound > around.sentence.lowerBound,
      indefiniteArticles.contains(around.tokens[range.lowerBound - 1], around)
    {
      return true
    }
    for place in range {
      let token = around.tokens[place]
      let offset = UInt32(place - range.lowerBound)
      let isOwn = offset < 32 && capitals & (1 << offset) != 0
      if isOwn {
        // `EU` is not `eu`; but `it-kluster` is `IT-kluster`.
        if token.shape == .lower, range.count == 1 { return false }
        continue
      }
      switch token.shape {
      case .lower: continue
      case .mixed: return false
      case .upper where token.range.count > 1:
        if !isShouted(place, around) { return false }
      case .capitalised, .upper:
        guard place == range.lowerBound, startsSentence(place, around) else { return false }
        if isDictionaryForm, isNameAtStart(range, around) { return false }
      }
    }
    return true
  }

  /// Whether the words around are in capitals too.
  private func isShouted(_ place: Int, _ around: Surroundings) -> Bool {
    let words = around.sentence.filter { around.tokens[$0].isWord }
    return words.count == 1 || words.contains { $0 != place && around.tokens[$0].shape == .upper }
  }

  /// Whether a capital at a place says only that a sentence, or what is written like one, begins.
  private func startsSentence(_ place: Int, _ around: Surroundings) -> Bool {
    var at = place
    while at > around.sentence.lowerBound {
      let before = around.tokens[at - 1]
      guard before.kind == .punctuation else {
        // `1. Kluster`, `a) Kluster`: the mark of a list item.
        return false
      }
      switch before.mark {
      case 0x3A: return around.tokens[at].isSpaced
      case 0x2E, 0x29:
        let isItemMark =
          at - 2 >= around.sentence.lowerBound && at - 2 == around.sentence.lowerBound
        guard isItemMark, around.tokens[at - 2].range.count <= 2 else { return false }
        return true
      case 0x22:
        // Speech after a colon, a comma or at the start; a word quoted in the middle is a title.
        if at - 1 == around.sentence.lowerBound { return true }
        let mark = around.tokens[at - 2].mark
        return mark == 0x3A || mark == 0x2C || mark == 0x96
      case 0x28, 0x5B, 0x96, 0x2D, 0x95, 0x2A, 0x23, 0x7C, 0x3E:
        at -= 1
        // The mark of a list item or heading at the start of its line.
        if at > around.sentence.lowerBound, around.startsLine(at) { return true }
      default: return false
      }
    }
    return true
  }

  /// `Kluster Skaraborg`, `Allians för Sverige`: a bare noun at the start of a sentence with a name
  /// after it is part of the name.
  private func isNameAtStart(_ range: Range<Int>, _ around: Surroundings) -> Bool {
    let next = range.upperBound
    guard next < around.sentence.upperBound, around.tokens[next].isSpaced else { return false }
    let token = around.tokens[next]
    if token.shape == .capitalised { return true }
    guard next + 1 < around.sentence.upperBound, token.isWord,
      nameLinks.contains(token, around)
    else { return false }
    return around.tokens[next + 1].shape == .capitalised
  }

  // MARK: Verbs

  private func isVerb(_ place: Int, _ isDictionaryForm: Bool, _ around: Surroundings) -> Bool {
    let next = place + 1
    if next < around.sentence.upperBound, around.tokens[next].isWord, around.tokens[next].isSpaced,
      reflexives.contains(around.tokens[next], around)
    {
      return true
    }
    guard place > around.sentence.lowerBound, around.tokens[place - 1].kind != .punctuation else {
      return false
    }
    let before = around.tokens[place - 1]
    if isDictionaryForm, !infinitives.isEmpty || !infinitiveMarkers.isEmpty {
      if infinitiveMarkers.contains(before, around) { return true }
      if modals.contains(before, around), infinitives.contains(around.tokens[place], around) {
        return true
      }
    }
    guard verbForms.contains(around.tokens[place], around) else { return false }
    return !allowsNoun(after: before, around)
  }

  /// Whether a noun without an article can follow a word: a preposition, a conjunction, a number, an
  /// adjective, a genitive, a word such as `many`.
  private func allowsNoun(after token: Token, _ around: Surroundings) -> Bool {
    if token.kind == .number { return true }
    if subjects.contains(token, around) { return false }
    return nounMarkers.contains(token, around) || inflection.canPrecedeNoun(word(token, around))
  }

  // MARK: Addresses and titles

  /// Whether the tokens are part of a web or mail address, or the name of a file.
  private func isInAddress(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    var first = range.lowerBound
    while first > 0, !tokens[first].isSpaced { first -= 1 }
    var last = range.upperBound
    while last < tokens.count, !tokens[last].isSpaced { last += 1 }
    guard last - first > range.count else { return false }
    for at in first..<last where tokens[at].kind == .punctuation {
      switch tokens[at].mark {
      case 0x40, 0x5C: return true
      // `#kluster`, `kluster=`
      case 0x23, 0x3D: return true
      case 0x3A: if at + 1 < last, tokens[at + 1].mark == 0x2F { return true }
      case 0x2E:
        if at > first, at + 1 < last, tokens[at - 1].kind != .punctuation,
          tokens[at + 1].kind == .word, tokens[at + 1].shape == .lower
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether the tokens stand in a title in quotation marks: quoted words inside a sentence that begin
  /// with a capital and do not end as a sentence does.
  private func isInTitle(_ range: Range<Int>, _ around: Surroundings) -> Bool {
    var open: Int?
    var isOpen = false
    // Quotation marks have no sides here: they open and close by turns.
    for at in around.sentence.lowerBound..<range.lowerBound where around.tokens[at].mark == 0x22 {
      isOpen.toggle()
      open = at
    }
    guard isOpen, let open, open + 1 < around.sentence.upperBound else { return false }
    guard
      let close = (range.upperBound..<around.sentence.upperBound).first(where: {
        around.tokens[$0].mark == 0x22
      })
    else { return false }
    guard around.tokens[open + 1].shape != .lower, around.tokens[open + 1].isWord else {
      return false
    }
    let last = around.tokens[close - 1].mark
    if last == 0x2E || last == 0x21 || last == 0x2C || last == 0x3F { return false }
    let isSpeech =
      open > around.sentence.lowerBound && around.tokens[open - 1].mark == 0x3A
      || open == around.sentence.lowerBound && close + 1 < around.sentence.upperBound
        && around.tokens[close + 1].mark == 0x2C
    return !isSpeech
  }

  private func word(_ token: Token, _ around: Surroundings) -> String {
    String(decoding: CaseFolding.lowercased(around.text, token.range), as: UTF8.self)
  }
}
