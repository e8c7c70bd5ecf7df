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
      end: range.upperBound, nonterm: nontermBit, verbs: verbBits)
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

  fileprivate struct Thread {
    var instruction: Int
    var token: Int
    var saves: [Int]
  }

  mutating func run() -> PatternMatch? {
    let saves = Array(repeating: -1, count: pattern.captures.count * 2)
    var stack = [Thread(instruction: 0, token: start, saves: saves)]
    var steps = 0
    while var thread = stack.popLast() {
      alive: while true {
        steps += 1
        if steps > 20_000 { return nil }
        switch pattern.program[thread.instruction] {
        case .accept: return result(thread)
        case .jump(let to):
          thread.instruction = to
          continue alive
        case .split(let first, let second):
          var other = thread
          other.instruction = second
          stack.append(other)
          thread.instruction = first
          continue alive
        case .save(let slot): thread.saves[slot] = thread.token
        case .start: if thread.token != start { break alive }
        case .end: if thread.token < final { break alive }
        case .rest:
          if thread.token >= final { break alive }
          thread.token = final
        case let consuming:
          guard thread.token < end, matches(consuming, thread.token) else { break alive }
          thread.token += 1
        }
        thread.instruction += 1
      }
    }
    return nil
  }

  private func result(_ thread: Thread) -> PatternMatch {
    var captures: [Range<Int>] = []
    for slot in 0..<pattern.captures.count {
      let from = thread.saves[slot * 2]
      let to = thread.saves[slot * 2 + 1]
      captures.append(from >= 0 && to >= from ? from..<to : start..<start)
    }
    return PatternMatch(range: start..<thread.token, captures: captures)
  }

  private func matches(_ instruction: Pattern.Instruction, _ at: Int) -> Bool {
    let token = text.tokens[at]
    switch instruction {
    case .word(let set):
      guard token.isWord || token.kind == .number else { return false }
      if set.ids.contains(text.ids[at]) && text.ids[at] != 0 { return true }
      return set.isOpen && matches(set, token)
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
    let folded = CaseFolding.lowercased(bytes[token.range])
    return set.prefixes.contains { folded.starts(with: $0) }
      || set.suffixes.contains {
        folded.count >= $0.count && folded.suffix($0.count).elementsEqual($0)
      }
      || set.infixes.contains { folded.contains($0) }
  }
}
