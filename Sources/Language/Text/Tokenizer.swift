/// Cuts UTF-8 text into tokens in one pass.
///
/// A word is a run of letters and digits with what may stand inside one: an apostrophe (`McDonald's`),
/// an ampersand (`Barnes&Noble`), a colon before an ending (`SME:er`). A hyphen parts words: the pieces
/// are told from separate words by `Token.isSpaced`. Numbers hold their separators (`1 000,5` is `1`,
/// `000,5`). Letters outside ASCII are taken as such by their lead byte; punctuation, spaces and
/// symbols of the blocks U+2000–U+2BFF and U+3000–U+303F are not letters.
package struct Tokenizer: Sendable {
  /// Abbreviations with their stops, lower case: `t.ex.`, `osv.`
  private let abbreviations: Vocabulary
  private let longestAbbreviation: Int

  package init(abbreviations: [String] = []) {
    var vocabulary = Vocabulary(capacity: abbreviations.count)
    for abbreviation in abbreviations { _ = vocabulary.insert(abbreviation) }
    self.abbreviations = vocabulary
    longestAbbreviation = abbreviations.map(\.utf8.count).max() ?? 0
  }

  /// The tokens of a stretch of a text, in order.
  /// - Complexity: linear in the length of the stretch.
  package func tokens(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    self.tokens(of: text, in: range, into: &tokens)
    return tokens
  }

  /// Appends the tokens of a stretch of a text.
  package func tokens(
    of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into tokens: inout [Token]
  ) {
    var at = range.lowerBound
    var isSpaced = true
    while at < range.upperBound {
      let byte = text[at]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        isSpaced = true
        at += 1
        continue
      }
      let character = Self.classify(text, at, range.upperBound)
      switch character.kind {
      case .space:
        isSpaced = true
        at += character.length
        continue
      case .letter, .digit:
        tokens.append(
          word(text, at, range.upperBound, isDigit: character.kind == .digit, isSpaced: isSpaced))
      case .mark:
        var token = Token(
          start: UInt32(at), end: UInt32(at + character.length), hash: 0, kind: .punctuation)
        token.mark = character.mark
        token.isSpaced = isSpaced
        tokens.append(token)
      }
      at = Int(tokens[tokens.count - 1].end)
      isSpaced = false
    }
  }

  /// The tokens of a whole text.
  package func tokens(of text: [UInt8]) -> [Token] {
    text.withUnsafeBufferPointer { tokens(of: $0, in: 0..<text.count) }
  }

  // MARK: Words

  private func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, isDigit: Bool, isSpaced: Bool
  ) -> Token {
    var at = start
    var hash: UInt32 = 2_166_136_261
    var previous: UInt8 = 0
    var capitals = 0
    var small = 0
    var firstIsCapital = false
    var hasLetter = false
    while at < limit {
      let byte = text[at]
      if byte < 0x80 {
        if byte >= 0x61 && byte <= 0x7A {
          small += 1
          hasLetter = true
        } else if byte >= 0x41 && byte <= 0x5A {
          if at == start { firstIsCapital = true }
          capitals += 1
          hasLetter = true
        } else if byte >= 0x30 && byte <= 0x39 {
        } else if at == start || !joins(text, at, limit, hasLetter: hasLetter) {
          break
        }
        hash = (hash ^ UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 16_777_619
        previous = byte
        at += 1
        continue
      }
      let character = Self.classify(text, at, limit)
      guard character.kind == .letter else {
        // A typographic apostrophe between letters belongs to the word.
        guard character.mark == 0x27, at > start, Self.isLetter(text, at + character.length, limit)
        else {
          break
        }
        for offset in 0..<character.length {
          hash = (hash ^ UInt32(text[at + offset])) &* 16_777_619
        }
        previous = 0x27
        at += character.length
        continue
      }
      hasLetter = true
      var isCapital = false
      for offset in 0..<character.length {
        var folded = text[at + offset]
        if offset > 0 && previous >= 0xC3 && previous <= 0xC5 {
          let lower = CaseFolding.second(folded, after: previous)
          isCapital = lower != folded
          folded = lower
        }
        hash = (hash ^ UInt32(folded)) &* 16_777_619
        previous = text[at + offset]
      }
      if isCapital {
        if at == start { firstIsCapital = true }
        capitals += 1
      } else {
        small += 1
      }
      at += character.length
    }
    var token = Token(
      start: UInt32(start), end: UInt32(at), hash: hash, kind: hasLetter ? .word : .number)
    token.isSpaced = isSpaced
    if capitals == 0 {
      token.shape = .lower
    } else if firstIsCapital && capitals == 1 {
      token.shape = .capitalised
    } else {
      token.shape = small == 0 ? .upper : .mixed
    }
    return hasLetter ? abbreviation(startingWith: token, text, limit) ?? token : token
  }

  /// Whether an ASCII mark at a place inside a word or number belongs to it.
  private func joins(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, hasLetter: Bool
  ) -> Bool {
    guard at + 1 < limit else { return false }
    let next = text[at + 1]
    switch text[at] {
    case 0x27, 0x26: return hasLetter && Self.isLetter(text, at + 1, limit)
    case 0x3A: return hasLetter && next >= 0x61 && next <= 0x7A
    case 0x2C, 0x2E: return !hasLetter && next >= 0x30 && next <= 0x39
    case 0x5F: return true
    default: return false
    }
  }

  /// The longest known abbreviation that starts with the letters of a token and ends in a stop.
  private func abbreviation(
    startingWith token: Token, _ text: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> Token? {
    guard longestAbbreviation > 0, Int(token.end) < limit, text[Int(token.end)] == 0x2E else {
      return nil
    }
    var best: Token?
    var candidate = token
    candidate.kind = .abbreviation
    var at = Int(token.end)
    let last = min(limit, Int(token.start) + longestAbbreviation)
    while at < last {
      let byte = text[at]
      let isStop = byte == 0x2E
      guard isStop || byte == 0x20 || byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      else { break }
      // A space goes on only between a stop and a small letter: `t. ex.`
      if byte == 0x20, text[at - 1] != 0x2E { break }
      at += 1
      guard isStop else { continue }
      candidate.end = UInt32(at)
      let folded = CaseFolding.lowercased(text[Int(candidate.start)..<at])
      candidate.hash = Vocabulary.hash(folded)
      if abbreviations.id(of: candidate, in: text) != 0 { best = candidate }
    }
    return best
  }

  // MARK: Characters

  private enum Class { case letter, digit, space, mark }

  private static func isLetter(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    at < limit && classify(text, at, limit).kind == .letter
  }

  /// What kind of character starts at a place, its length in bytes, and, of a mark, the ASCII mark
  /// that stands for it: `"` for every quotation mark, `-` for hyphens, `–` (as 0x96) for dashes,
  /// `.` stop, 0x85 for the ellipsis, 0x95 for bullets, 0 for other symbols.
  @inline(__always)
  private static func classify(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> (kind: Class, length: Int, mark: UInt8) {
    let byte = text[at]
    if byte < 0x80 {
      if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A { return (.letter, 1, 0) }
      if byte >= 0x30 && byte <= 0x39 { return (.digit, 1, 0) }
      return byte <= 0x20 || byte == 0x7F ? (.space, 1, 0) : (.mark, 1, byte)
    }
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard length > 1, at + length <= limit else { return (.mark, 1, 0) }
    let second = text[at + 1]
    switch byte {
    case 0xC2:
      switch second {
      case 0xA0: return (.space, 2, 0)
      case 0xAB, 0xBB: return (.mark, 2, 0x22)
      case 0xAD: return (.letter, 2, 0)
      case 0xB7: return (.mark, 2, 0x95)
      case 0xAA, 0xB5, 0xBA: return (.letter, 2, 0)
      default: return (.mark, 2, 0)
      }
    case 0xC3: return second == 0x97 || second == 0xB7 ? (.mark, 2, 0) : (.letter, 2, 0)
    case 0xE2:
      return second == 0x80
        ? general(text[at + 2]) : second <= 0xAF ? (.mark, 3, 0) : (.letter, 3, 0)
    case 0xE3: return second == 0x80 ? (.mark, 3, 0) : (.letter, 3, 0)
    case 0xF0: return second == 0x9F ? (.mark, 4, 0) : (.letter, 4, 0)
    default: return (.letter, length, 0)
    }
  }

  /// The block of general punctuation, U+2000–U+203F, by its last byte.
  private static func general(_ third: UInt8) -> (kind: Class, length: Int, mark: UInt8) {
    switch third {
    case 0x80...0x8B, 0xA8, 0xA9, 0xAF: (.space, 3, 0)
    case 0x90, 0x91: (.mark, 3, 0x2D)
    case 0x92...0x95: (.mark, 3, 0x96)
    case 0x98, 0x99, 0x9B: (.mark, 3, 0x27)
    case 0x9C...0x9F: (.mark, 3, 0x22)
    case 0xA2: (.mark, 3, 0x95)
    case 0xA6: (.mark, 3, 0x85)
    default: (.mark, 3, 0)
    }
  }
}
