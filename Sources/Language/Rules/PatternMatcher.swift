/// The words of one text as the rules see them: tokens with their number and classes.
package struct TaggedTokens: Sendable {
  package var tokens: [Token]
  /// The number of each word in the rule book's vocabulary; 0 where no rule knows it.
  package var ids: [Vocabulary.WordID]
  /// The word classes of each token, a bit each.
  package var classes: [UInt64]

  package init(tokens: [Token], ids: [Vocabulary.WordID], classes: [UInt64]) {
    self.tokens = tokens
    self.ids = ids
    self.classes = classes
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

/// Where a pattern matched: token ranges.
package struct PatternMatch: Sendable {
  package var range: Range<Int>
  /// By the capture's slot; empty where an optional one took no part.
  package var captures: [Range<Int>]
}

extension Pattern {
  /// The first match in a sentence.
  ///
  /// Backtracks, with a bound on its steps that no sentence of natural length reaches, so that hostile
  /// text costs no more than linear time.
  /// - Parameters:
  ///   - range: the tokens of the sentence.
  ///   - nontermBit: the class whose words are no part of a designation.
  ///   - verbBits: the classes whose words `..` does not pass.
  package func match(
    _ text: TaggedTokens, _ range: Range<Int>, bytes: UnsafeBufferPointer<UInt8>,
    nontermBit: UInt64,
    verbBits: UInt64 = 0
  ) -> PatternMatch? {
    var final = range.upperBound
    while final > range.lowerBound, Self.isFinal(text.tokens[final - 1]) { final -= 1 }
    var machine = PatternMachine(
      pattern: self, text: text, bytes: bytes, start: range.lowerBound, final: final,
      end: range.upperBound, nonterm: nontermBit, verbs: verbBits,
      saves: Array(repeating: -1, count: captures.count * 2),
      tried: Array(repeating: 0, count: program.count * (range.count + 1) / 64 + 1))
    return machine.run()
  }

  static func isFinal(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    return [0x2E, 0x21, 0x3F, 0x85, 0x3A, 0x3B].contains(token.mark)
  }
}

/// A backtracking machine over one sentence.
private struct PatternMachine {
  let pattern: Pattern
  let text: TaggedTokens
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  /// Where the final marks of the sentence begin.
  let final: Int
  let end: Int
  let nonterm: UInt64
  let verbs: UInt64

  /// Where to go on when the way taken fails.
  fileprivate struct Choice {
    var instruction: Int
    var token: Int
    /// How many captures had been noted then.
    var noted: Int
  }

  /// The start and end of each capture; -1 where it has none yet.
  var saves: [Int]
  /// What was in `saves` before each change, so that changes can be taken back.
  var notes: [(slot: Int, before: Int)] = []
  /// One bit for each branch of the program at each token: what has failed once fails again.
  var tried: [UInt64]

  mutating func run() -> PatternMatch? {
    var choices = [Choice(instruction: 0, token: start, noted: 0)]
    var steps = 0
    while let choice = choices.popLast() {
      var instruction = choice.instruction
      var token = choice.token
      takeBack(to: choice.noted)
      alive: while true {
        steps += 1
        if steps > 20_000 { return nil }
        switch pattern.program[instruction] {
        case .accept: return result(end: token)
        case .jump(let to):
          instruction = to
          continue alive
        case .split(let first, let second):
          let place = instruction * (end - start + 1) + token - start
          let bit: UInt64 = 1 << UInt64(place & 63)
          if tried[place >> 6] & bit != 0 { break alive }
          tried[place >> 6] |= bit
          choices.append(Choice(instruction: second, token: token, noted: notes.count))
          instruction = first
          continue alive
        case .save(let slot):
          notes.append((slot, saves[slot]))
          saves[slot] = token
        case .start: if token != start { break alive }
        case .end: if token < final { break alive }
        case .rest:
          if token >= final { break alive }
          token = final
        case let consuming:
          guard token < end, matches(consuming, token) else { break alive }
          token += 1
        }
        instruction += 1
      }
    }
    return nil
  }

  private mutating func takeBack(to count: Int) {
    while notes.count > count, let note = notes.popLast() { saves[note.slot] = note.before }
  }

  private func result(end: Int) -> PatternMatch {
    var captures: [Range<Int>] = []
    captures.reserveCapacity(saves.count / 2)
    for slot in 0..<saves.count / 2 {
      let from = saves[slot * 2]
      let to = saves[slot * 2 + 1]
      captures.append(from >= 0 && to >= from ? from..<to : start..<start)
    }
    return PatternMatch(range: start..<end, captures: captures)
  }

  private func matches(_ instruction: Pattern.Instruction, _ at: Int) -> Bool {
    let token = text.tokens[at]
    switch instruction {
    case .word(let set):
      guard token.kind != .punctuation else { return false }
      let id = text.ids[at]
      if id != 0 && pattern.sets[set].contains(id) { return true }
      return pattern.sets[set].isOpen && matches(pattern.sets[set], token)
    case .classes(let bits): return text.classes[at] & bits != 0
    case .mark(let mark): return token.kind == .punctuation && token.mark == mark
    case .number: return token.kind == .number || text.classes[at] & RuleBook.numeralBit != 0
    case .any: return true
    case .nominal:
      return text.classes[at] & verbs == 0 && !(token.kind == .punctuation && token.mark == 0x2C)
    case .term:
      if token.kind == .punctuation {
        return (token.mark == 0x2D && !token.isSpaced) || token.mark == 0x22
      }
      return text.classes[at] & nonterm == 0 || text.isGlued(at)
    default: return false
    }
  }

  private func matches(_ set: Pattern.WordSet, _ token: Token) -> Bool {
    guard token.kind == .word, token.shape == .lower else {
      let folded = CaseFolding.lowercased(bytes[token.range])
      return folded.withUnsafeBufferPointer { Self.matches(set, $0[...]) }
    }
    return Self.matches(set, bytes[token.range])
  }

  private static func matches(
    _ set: Pattern.WordSet, _ word: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    func has(_ part: [UInt8], at offset: Int) -> Bool {
      for (place, byte) in part.enumerated() where word[offset + place] != byte { return false }
      return true
    }
    for part in set.prefixes where part.count <= word.count {
      if has(part, at: word.startIndex) { return true }
    }
    for part in set.suffixes where part.count <= word.count {
      if has(part, at: word.endIndex - part.count) { return true }
    }
    for part in set.infixes where part.count <= word.count {
      for offset in word.startIndex...(word.endIndex - part.count) where has(part, at: offset) {
        return true
      }
    }
    return false
  }
}
