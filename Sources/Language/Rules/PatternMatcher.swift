/// Where a pattern matched: token ranges.
package struct PatternMatch: Sendable {
  package var range: Range<Int>
  /// By the capture's slot; empty where an optional one took no part.
  package var captures: [Range<Int>]
}

/// Holds the rules of a rule book against the sentences of one text.
///
/// What is known of the last sentence is kept, so that asking for its rules list by list costs little.
/// Belongs to one thread.
package final class SentenceMatcher {
  private let book: RuleBook
  private let text: TaggedTokens
  private var masks: SentenceMasks
  private var machine = PatternMachine()
  private let stack = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
  /// By the token that it starts with, the place in `seen` of a sentence asked about before, plus one.
  private var places: [Int32]
  private var seen: [Seen] = []

  /// What is known of a sentence, by list; nil where it has not been asked for.
  private struct Seen {
    var end: Int
    var rules: [[Int]?] = Array(repeating: nil, count: RuleList.allCases.count)
  }

  package init(_ text: TaggedTokens, _ book: RuleBook) {
    self.book = book
    self.text = text
    masks = SentenceMasks(book.membership)
    places = Array(repeating: 0, count: text.tokens.count + 1)
  }

  deinit { stack.deallocate() }

  /// The rules of a list that match a sentence or heading, in the order of the pack. Of one of more than
  /// 63 tokens, those that may match.
  ///
  /// - Parameter range: the tokens of the sentence.
  package func rules(_ list: RuleList, _ range: Range<Int>) -> [Int] {
    let place = Int(places[range.lowerBound]) - 1
    if place >= 0, seen[place].end == range.upperBound {
      if let known = seen[place].rules[list.rawValue] { return known }
      load(range)
      let rules = find(list)
      seen[place].rules[list.rawValue] = rules
      return rules
    }
    load(range)
    var one = Seen(end: range.upperBound)
    let rules = find(list)
    one.rules[list.rawValue] = rules
    // What is read for statements is read for definitions too.
    if list == .statements { one.rules[RuleList.definitions.rawValue] = find(.definitions) }
    seen.append(one)
    places[range.lowerBound] = Int32(seen.count)
    return rules
  }

  /// The first match of a pattern in a sentence or heading.
  ///
  /// Backtracks, with a bound on its steps that no sentence of natural length reaches, so that hostile
  /// text costs no more than linear time.
  /// - Parameter range: the tokens of the sentence.
  package func match(_ pattern: Pattern, _ range: Range<Int>) -> PatternMatch? {
    load(range)
    let matches = pattern.scan.withUnsafeBufferPointer { masks.scan($0, stack) }
    return matches ? machine.run(pattern, masks) : nil
  }

  /// Whether a rule that `rules` named does match: what it says of long sentences is no more than that
  /// they may.
  package func matches(_ pattern: Pattern, _ range: Range<Int>) -> Bool {
    range.count <= SentenceMasks.longestScan || match(pattern, range) != nil
  }

  private func load(_ range: Range<Int>) {
    guard masks.range != range else { return }
    masks.load(range, of: text, book)
  }

  private func find(_ list: RuleList) -> [Int] { book.index.rules(list, masks, stack) }
}

/// A backtracking machine: finds where the first match lies, and what it captures.
struct PatternMachine {
  /// Where to go on when the way taken fails.
  private struct Choice {
    var instruction: Int
    var place: Int
    /// How many captures had been noted then.
    var noted: Int
  }

  private var choices: [Choice] = []
  /// The start and end of each capture; -1 where it has none yet.
  private var saves: [Int] = []
  /// What was in `saves` before each change, so that changes can be taken back.
  private var notes: [(slot: Int, before: Int)] = []
  /// One bit for each branch of the program at each place: what has failed once fails again.
  private var tried: [UInt64] = []

  /// How many steps are taken at the most.
  private static let patience = 20_000

  mutating func run(_ pattern: Pattern, _ masks: borrowing SentenceMasks) -> PatternMatch? {
    let count = masks.range.count
    reset(pattern, places: count + 1)
    var steps = 0
    while let choice = choices.popLast() {
      var instruction = choice.instruction
      var place = choice.place
      takeBack(to: choice.noted)
      alive: while true {
        steps += 1
        if steps > Self.patience { return nil }
        switch pattern.program[instruction] {
        case .accept: return result(end: place, from: masks.range.lowerBound)
        case .jump(let to):
          instruction = to
          continue alive
        case .split(let first, let second):
          let number = instruction * (count + 1) + place
          let bit: UInt64 = 1 << UInt64(number & 63)
          if tried[number >> 6] & bit != 0 { break alive }
          tried[number >> 6] |= bit
          choices.append(Choice(instruction: second, place: place, noted: notes.count))
          instruction = first
          continue alive
        case .save(let slot):
          notes.append((slot, saves[slot]))
          saves[slot] = place
        case .start: if place != 0 { break alive }
        case .end: if place < masks.final { break alive }
        case .rest:
          if place >= masks.final { break alive }
          place = masks.final
        case .test(let test):
          guard place < count, masks.passes(test, place) else { break alive }
          place += 1
        }
        instruction += 1
      }
    }
    return nil
  }

  private mutating func reset(_ pattern: Pattern, places: Int) {
    choices.removeAll(keepingCapacity: true)
    choices.append(Choice(instruction: 0, place: 0, noted: 0))
    notes.removeAll(keepingCapacity: true)
    saves.removeAll(keepingCapacity: true)
    saves.append(contentsOf: repeatElement(-1, count: pattern.captures.count * 2))
    tried.removeAll(keepingCapacity: true)
    tried.append(contentsOf: repeatElement(0, count: pattern.program.count * places / 64 + 1))
  }

  private mutating func takeBack(to count: Int) {
    while notes.count > count, let note = notes.popLast() { saves[note.slot] = note.before }
  }

  private func result(end: Int, from start: Int) -> PatternMatch {
    var captures: [Range<Int>] = []
    captures.reserveCapacity(saves.count / 2)
    for slot in 0..<saves.count / 2 {
      let from = saves[slot * 2]
      let to = saves[slot * 2 + 1]
      captures.append(from >= 0 && to >= from ? start + from..<start + to : start..<start)
    }
    return PatternMatch(range: start..<start + end, captures: captures)
  }
}
