/// The words of one text as the rules see them: tokens with their number and classes.
package struct TaggedTokens: Sendable {
  package var tokens: [Token] = []
  /// The number of each word in the rule book's vocabulary; 0 where no rule knows it.
  package var ids: [Vocabulary.WordID] = []
  /// The word classes of each token, a bit each.
  package var classes: [UInt64] = []
  /// For each token the place of its sets of words: up to the size of the vocabulary that of a known
  /// word, above it a place in `partStarts`; 0 for none.
  var places: [UInt32] = []
  /// The sets that words belong to by their parts.
  var partStarts: [UInt32] = [0]
  var partSets: [UInt16] = []

  package init() {}

  /// Appends `Token.none`, of no class.
  package mutating func appendNone() {
    tokens.append(.none)
    ids.append(0)
    classes.append(0)
    places.append(0)
  }

  /// Whether a hyphen joins a word to another: `alt-i-ett-løsning`, not `språk- og kulturfag`.
  package func isGlued(_ at: Int) -> Bool {
    let isJoinedToNext =
      at + 2 < tokens.count && isHyphen(at + 1) && !tokens[at + 2].isSpaced
    return isJoinedToNext || (at >= 2 && isHyphen(at - 1) && !tokens[at].isSpaced)
  }

  private func isHyphen(_ at: Int) -> Bool {
    tokens[at].kind == .punctuation && tokens[at].mark == 0x2D && !tokens[at].isSpaced
  }
}
