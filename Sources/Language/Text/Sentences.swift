/// Finds where sentences end, over the tokens of one block of prose.
///
/// A stop, question or exclamation mark ends a sentence where what follows (past closing quotation
/// marks and brackets) could start one: a capital, a number, an opening mark. It does not after an
/// abbreviation that needs something to follow (`t.ex.`), an initial (`J. Svensson`) or an ordinal
/// (`12. mars`).
package struct SentenceSplitter: Sendable {
  /// Abbreviations that may end a sentence: `osv.`, `m.m.`
  private let closing: Vocabulary

  package init(closingAbbreviations: [String] = []) {
    var vocabulary = Vocabulary(capacity: closingAbbreviations.count)
    for abbreviation in closingAbbreviations { _ = vocabulary.insert(abbreviation) }
    closing = vocabulary
  }

  /// The sentences of a block, as ranges of `tokens`, which together hold all of them.
  package func sentences(
    _ tokens: ArraySlice<Token>, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = tokens.startIndex
    var depth = 0
    var at = tokens.startIndex
    while at < tokens.endIndex {
      let token = tokens[at]
      if token.mark == 0x28 { depth += 1 }
      if token.mark == 0x29, depth > 0 { depth -= 1 }
      guard ends(at, tokens, text) else {
        at += 1
        continue
      }
      var next = at + 1
      // Closing marks, and more stops, belong to the sentence that they follow.
      while next < tokens.endIndex, !tokens[next].isSpaced, tokens[next].kind == .punctuation,
        tokens[next].mark != 0x28
      {
        if tokens[next].mark == 0x29, depth > 0 { depth -= 1 }
        next += 1
      }
      if next == tokens.endIndex || (tokens[next].isSpaced && depth == 0 && opens(next, tokens)) {
        sentences.append(start..<next)
        start = next
      }
      at = max(next, at + 1)
    }
    if start < tokens.endIndex { sentences.append(start..<tokens.endIndex) }
    return sentences
  }

  /// Whether a token could be the last word or mark of a sentence.
  private func ends(
    _ at: Int, _ tokens: ArraySlice<Token>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let token = tokens[at]
    if token.kind == .abbreviation { return closing.id(of: token, in: text) != 0 }
    guard token.kind == .punctuation else { return false }
    switch token.mark {
    case 0x3F, 0x21, 0x85: return true
    case 0x2E:
      guard at > tokens.startIndex, !token.isSpaced else { return true }
      let before = tokens[at - 1]
      let length = before.end - before.start
      // `J. Svensson`, `A. P. Møller`: an initial, where a name goes on.
      if before.kind == .word, length == 1, before.shape == .capitalised, at + 1 < tokens.endIndex,
        tokens[at + 1].shape == .capitalised
      {
        return false
      }
      return true
    default: return false
    }
  }

  /// Whether a sentence could start at a token.
  private func opens(_ at: Int, _ tokens: ArraySlice<Token>) -> Bool {
    let token = tokens[at]
    switch token.kind {
    case .word, .abbreviation: return token.shape != .lower
    case .number: return true
    case .punctuation:
      if [0x22, 0x27, 0x28, 0x5B, 0x96, 0x2D, 0x95].contains(token.mark), at + 1 < tokens.endIndex {
        return tokens[at + 1].shape != .lower || tokens[at + 1].kind == .number
      }
      return token.mark == 0
    }
  }
}
