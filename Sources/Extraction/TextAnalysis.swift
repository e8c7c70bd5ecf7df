import Articles
import Diagnostics
import Language

/// The prose of one article cut into tokens and sentences, with what the pack knows of each word.
final class TextAnalysis {
  /// One block of prose: its tokens, and its sentences as token ranges.
  struct Block {
    var tokens: Range<Int>
    var sentences: [Range<Int>]
  }

  let article: Article
  let book: RuleBook
  let inflection: Inflection
  let text: TaggedTokens
  /// Parallel to `article.prose.blocks`.
  /// After them, those of headings that are run into a paragraph, and the rest of it.
  private(set) var blocks: [Block]
  private var lemmaKeys: LemmaKeys
  /// Hashes of words that stand with a capital inside a sentence: names.
  let names: HashSet
  /// Hashes of words that stand without a capital somewhere: not names.
  let common: HashSet

  private let matcher: SentenceMatcher
  private let finite: UInt64
  private let pronoun: UInt64
  private let measure: UInt64
  private let auxiliary: UInt64
  private let adverbial: UInt64
  private let conjunction: UInt64
  private let clauseStart: UInt64

  /// Sentences of more tokens than this are no natural language; no rule is tried on them.
  static let longestSentence = 400

  init(_ article: Article, pack: LanguagePack) {
    self.article = article
    book = pack.rules
    inflection = pack.inflection
    lemmaKeys = LemmaKeys(pack.inflection)
    var text = TaggedTokens()
    var blocks: [Block] = []
    blocks.reserveCapacity(article.prose.blocks.count)
    let book = book
    finite = book.bits("finite", "modal", "be")
    pronoun = book.bit("pronoun")
    measure = book.bit("measure")
    auxiliary = book.bit("auxiliary")
    adverbial = book.bits("adverb", "negation", "lead")
    conjunction = book.bit("conjunction")
    clauseStart = book.bits("infinitive-mark", "lead")
    article.prose.bytes.withUnsafeBufferPointer { bytes in
      for block in article.prose.blocks {
        let start = text.tokens.count
        book.tag(bytes, in: block.range, into: &text)
        let sentences = book.splitter.sentences(text.tokens[start...], in: bytes)
        blocks.append(Block(tokens: start..<text.tokens.count, sentences: sentences))
        // The last word of a list item has nothing to do with the first of the next.
        text.appendNone()
      }
    }
    self.text = text
    matcher = SentenceMatcher(text, book)
    self.blocks = blocks
    (names, common) = Self.names(text, blocks)
  }

  private static func names(
    _ text: TaggedTokens, _ blocks: [Block]
  ) -> (names: HashSet, common: HashSet) {
    var names = HashSet(capacity: 64)
    var common = HashSet(capacity: text.tokens.count / 2)
    for block in blocks {
      for sentence in block.sentences {
        // `2.4 Allianser`: what only numbers stand before begins its sentence.
        let start = sentence.first { text.tokens[$0].kind == .word } ?? sentence.upperBound
        for at in sentence where text.tokens[at].kind == .word {
          let token = text.tokens[at]
          if token.shape == .lower {
            common.insert(token.hash)
          } else if at > start, token.isSpaced,
            !startsAnew(after: text.tokens[at - 1])
          {
            names.insert(token.hash)
          }
        }
      }
    }
    return (names, common)
  }

  /// Whether a capital may follow a mark without making a name: after `:`, an opening quote, a bullet.
  private static func startsAnew(after token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    return token.mark != 0x2C && token.mark != 0x29 && token.mark != 0x2D
  }

  /// The bold words that a paragraph begins with, ending in a mark, or emphasised ones that end in a
  /// colon, and what follows them.
  func runInHeading(_ block: Int) -> (heading: Range<Int>, body: Range<Int>)? {
    guard block < article.prose.blocks.count else { return nil }
    let tokens = blocks[block].tokens
    let range = article.prose.blocks[block].range
    guard
      let mark = marks(from: range.lowerBound).first(where: {
        $0.kind == .strong || $0.kind == .emphasis
      }),
      let last = tokens.last(where: {
        Int(self[$0].end) <= mark.range.upperBound
      }),
      last + 2 < tokens.upperBound, last - tokens.lowerBound < 10,
      (mark.kind == .strong ? [".", "?", "!", ":"] : [":"]).contains(where: { isMark(last, $0) })
    else { return nil }
    return (tokens.lowerBound..<last, last + 1..<tokens.upperBound)
  }

  /// The marks of the prose that start at an offset.
  func marks(from offset: Int) -> ArraySlice<Prose.Mark> {
    let marks = article.prose.marks
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return marks[low...].prefix { $0.range.lowerBound == offset }
  }

  /// Makes a part of a block one of its own; answers its index.
  func addBlock(_ tokens: Range<Int>) -> Int {
    blocks.append(Block(tokens: tokens, sentences: sentences(in: tokens)))
    return blocks.count - 1
  }

  /// The first match of a pattern in a sentence or heading.
  func match(_ pattern: Pattern, _ range: Range<Int>) -> PatternMatch? {
    matcher.match(pattern, range)
  }

  /// Whether one of the rules that match a sentence, or may, does so.
  func matches(_ pattern: Pattern, _ range: Range<Int>) -> Bool { matcher.matches(pattern, range) }

  /// The rules of a list that match a sentence or heading, or may, if it is a long one; none for one that
  /// is longer than any that is read.
  func rules(_ list: RuleList, _ range: Range<Int>) -> [Int] {
    range.count <= Self.longestSentence ? matcher.rules(list, range) : []
  }

  /// Whether the article, or the pack, has a word, given in lower case.
  func knows(_ word: ArraySlice<UInt8>) -> Bool {
    common.contains(Vocabulary.hash(word)) || book.knows(String(decoding: word, as: UTF8.self))
  }

  /// See `LemmaKeys`.
  func lemmaKey(of phrase: String) -> String { lemmaKeys.key(of: phrase) }

  // MARK: Asking about tokens

  // What is asked of a token is often asked of its neighbours too, and a text may end anywhere: before
  // the first token and after the last there is a mark that is no mark, of no class.

  subscript(at: Int) -> Token { isInside(at) ? text.tokens[at] : .none }

  func has(_ at: Int, _ classes: UInt64) -> Bool {
    isInside(at) && text.classes[at] & classes != 0
  }

  /// The number of a word in the vocabulary of the pack; 0 where no rule knows it.
  func id(_ at: Int) -> Vocabulary.WordID { isInside(at) ? text.ids[at] : 0 }

  /// Whether a word is one of a class that has no bit.
  func isOne(_ at: Int, of words: Set<Vocabulary.WordID>) -> Bool { words.contains(id(at)) }

  func isMark(_ at: Int, _ mark: Character) -> Bool {
    let token = self[at]
    return token.kind == .punctuation && token.mark == mark.asciiValue
  }

  /// En dash, em dash and their like.
  func isDash(_ at: Int) -> Bool { self[at].kind == .punctuation && self[at].mark == 0x96 }

  private func isInside(_ at: Int) -> Bool { text.tokens.indices.contains(at) }

  /// Whether a token is a finite verb: one that the pack knows, or a word with the ending of one right
  /// after a definite noun or a pronoun, where no noun can stand.
  func isFinite(_ at: Int) -> Bool {
    if has(at, finite) {
      // `har betalt`, `er ikke betalt`: a participle.
      return !has(at - 1, auxiliary) && !(has(at - 2, auxiliary) && has(at - 1, adverbial))
    }
    let token = self[at]
    guard id(at) == 0, token.kind == .word, token.shape == .lower, token.isSpaced,
      self[at - 1].kind == .word, book.hasFiniteEnding(article.prose.bytes[token.range])
    else { return false }
    if has(at - 1, pronoun) { return true }
    if has(at - 1, measure) { return false }
    let before = lowercased(at - 1)
    // `bussens biljetter`
    return inflection.isDefinite(before) && !inflection.isGenitive(before)
  }

  /// Whether a token is a verb of tense, or of being, that participles follow: `har`.
  func isAuxiliary(_ at: Int) -> Bool { has(at, auxiliary) }

  /// Whether a word that the pack does not know ends as a finite verb does.
  func looksFinite(_ at: Int) -> Bool {
    let token = self[at]
    return id(at) == 0 && token.kind == .word && token.shape == .lower && token.isSpaced
      && book.hasFiniteEnding(article.prose.bytes[token.range])
  }

  /// Whether a word is a finite verb or ends as one does, for where no other word can stand.
  func endsAsFinite(_ at: Int) -> Bool {
    isFinite(at) || book.hasFiniteEnding(article.prose.bytes[self[at].range])
  }

  /// Whether a token is a finite verb, or looks like one.
  func isVerb(_ at: Int) -> Bool { isFinite(at) || looksFinite(at) }

  func anyFinite(_ range: Range<Int>) -> Bool { range.contains(where: isFinite) }

  /// Whether any token of a range is of one of the classes.
  func any(_ range: Range<Int>, _ classes: UInt64) -> Bool {
    range.contains { has($0, classes) }
  }

  /// Whether a word is a name: capitalised where no sentence starts, here or elsewhere.
  func isName(_ at: Int, sentenceStart: Int?) -> Bool {
    let token = self[at]
    guard token.kind == .word else { return false }
    switch token.shape {
    case .lower: return false
    case .upper, .mixed: return true
    case .capitalised:
      // `… : Der viste det seg …`: behind a colon a capital may begin a sentence.
      if at != sentenceStart, isMark(at - 1, ":") { return text.classes[at] == 0 }
      if at != sentenceStart { return true }
      return names.contains(token.hash) && !common.contains(token.hash)
    }
  }

  // MARK: Text

  /// Prose offsets of a token range.
  func offsets(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(text.tokens[range.lowerBound].start)..<Int(text.tokens[range.upperBound - 1].end)
  }

  /// Where the sentence around a token of a leaf begins.
  func sentenceStart(of token: Int, _ leaf: Int, _ outline: Outline) -> Int {
    let sentences = blocks[outline.leaves[leaf].block].sentences
    return sentences.first { $0.contains(token) }?.lowerBound ?? token
  }

  /// The sentences of a part of a block.
  func sentences(in range: Range<Int>) -> [Range<Int>] {
    article.prose.bytes.withUnsafeBufferPointer {
      book.splitter.sentences(text.tokens[range], in: $0)
    }
  }

  /// The text of a token range as printed.
  func string(_ range: Range<Int>) -> String { article.prose.text(offsets(range)) }

  func span(_ range: Range<Int>) -> SourceSpan { article.prose.span(of: offsets(range)) }

  /// A heading without the number that it begins with: `3.1 Former` is `Former`.
  func unnumbered(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound,
      self[at].kind == .number || (at > range.lowerBound && isMark(at, "."))
    {
      at += 1
    }
    // A number that the heading is about stays: `4 fördelar`.
    let isNumbering =
      at > range.lowerBound && at < range.upperBound
      && (isMark(at - 1, ".") || self[at].shape != .lower)
    return isNumbering ? at..<range.upperBound : range
  }

  /// The words of a list's item as a phrase: without the `att` that ties it to the sentence which
  /// leads the list in, and the `och` that ties it to the next item.
  func untied(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    while let last = range.last, range.count > 1, has(last, conjunction) {
      range = trimmed(range.lowerBound..<last)
    }
    if let first = range.first, range.count > 2, has(first, clauseStart),
      self[first].shape == .lower
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// A range without the marks and quotation marks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text.tokens[first].kind == .punctuation,
      !opensBracket(first, range)
    {
      range = first + 1..<range.upperBound
    }
    // A hyphen that hangs on a word stands for the rest of it: `språk- og kulturproblemer`.
    while let last = range.last, text.tokens[last].kind == .punctuation, !isMark(last, ")"),
      !(isMark(last, "-") && !text.tokens[last].isSpaced)
    {
      range = range.lowerBound..<last
    }
    return range
  }

  private func opensBracket(_ at: Int, _ range: Range<Int>) -> Bool {
    isMark(at, "(") && range.contains { isMark($0, ")") }
  }

  /// What an editor would write on the entry for a range: trimmed, the first letter small unless a
  /// name begins it.
  func label(_ range: Range<Int>) -> String {
    let range = trimmed(range)
    guard let first = range.first else { return "" }
    let text = string(range)
    let token = self[first]
    guard token.shape == .capitalised, !isName(first, sentenceStart: first) else { return text }
    // A capital before another one is the beginning of a name: `Global Centre of Expertise`.
    if first + 1 < range.upperBound, self[first + 1].shape == .capitalised,
      !inflection.isDefinite(string(first..<first + 1)), self[first + 1].isSpaced
    {
      return text
    }
    return lowercasedFirst(text)
  }

  /// A token in lower case.
  func lowercased(_ at: Int) -> String { CaseFolding.lowercased(string(at..<at + 1)) }

  func lowercasedFirst(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let length = first.utf8.count
    return CaseFolding.lowercased(String(text.utf8.prefix(length)) ?? "")
      + (String(text.utf8.dropFirst(length)) ?? "")
  }
}

extension TextAnalysis {
  /// A range without the space, dash or colon that it begins with.
  func unled(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first].kind == .punctuation, !isMark(first, "("),
      !isMark(first, "\"")
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// A label without the brackets that close it, and what stands in them.
  func unbracketed(_ label: Range<Int>) -> (Range<Int>, Range<Int>?) {
    guard let last = label.last, isMark(last, ")"),
      let open = label.last(where: { isMark($0, "(") }), open > label.lowerBound
    else { return (label, nil) }
    return (label.lowerBound..<open, open + 1..<last)
  }
}
