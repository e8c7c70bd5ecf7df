/// Words that an element of a pattern matches, by number, and by what they begin with, end with or
/// contain.
struct WordSet: Hashable, Sendable {
  /// In ascending order.
  var ids: [Vocabulary.WordID] = []
  var prefixes: [[UInt8]] = []
  var suffixes: [[UInt8]] = []
  var infixes: [[UInt8]] = []
  var isEmpty: Bool { ids.isEmpty && !isOpen }
  var isOpen: Bool { !(prefixes.isEmpty && suffixes.isEmpty && infixes.isEmpty) }

  mutating func insert(_ id: Vocabulary.WordID) {
    if let last = ids.last, last < id { return ids.append(id) }
    let place = ids.firstIndex { $0 >= id } ?? ids.count
    if place == ids.count || ids[place] != id { ids.insert(id, at: place) }
  }

  mutating func formUnion(_ other: WordSet) {
    ids = Self.merged(ids, other.ids)
    prefixes += other.prefixes
    suffixes += other.suffixes
    infixes += other.infixes
  }

  private static func merged(
    _ a: [Vocabulary.WordID], _ b: [Vocabulary.WordID]
  ) -> [Vocabulary.WordID] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var merged: [Vocabulary.WordID] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      merged.append(min(a[i], b[j]))
      let (x, y) = (a[i], b[j])
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return merged + a[i...] + b[j...]
  }
}

/// The sets of words of all patterns of a rule book, each with a number.
struct WordSets: Sendable {
  private(set) var all: [WordSet] = []
  private var numbers: [WordSet: UInt16] = [:]

  /// The number of a set, which is added where it is new; nil where there are more than numbers.
  mutating func number(of set: WordSet) -> UInt16? {
    if let known = numbers[set] { return known }
    guard let number = UInt16(exactly: all.count) else { return nil }
    numbers[set] = number
    all.append(set)
    return number
  }
}

/// Which sets each word belongs to: for the words of the vocabulary looked up by number, for others
/// found by their parts.
struct SetMembership: Sendable {
  /// The sets of word `n` stand at `starts[n]..<starts[n + 1]` of `sets`.
  private(set) var starts: [UInt32] = [0, 0]
  private(set) var sets: [UInt16] = []
  let affixes: AffixAutomaton
  /// How many sets there are.
  let setCount: Int
  /// The places, plus one, of the words that stand in the most sets (`och`, `är`, `en`), by their numbers;
  /// 0 for other words. Such a word has a bit of its own, and among its `sets` are those alone that
  /// rules are looked up by.
  private(set) var commonPlaces: [UInt8]
  /// Which common words belong to set `n`, a bit each.
  private(set) var common: [UInt64]

  /// How many words are common: the bits of `common`.
  static let commonCount = 64

  /// - Parameter lookup: the sets that rules are looked up by.
  init(_ all: [WordSet], _ vocabulary: Vocabulary, lookup: Set<UInt16>) {
    let affixes = AffixAutomaton(all)
    self.affixes = affixes
    setCount = all.count
    var sets: [[UInt16]] = Array(repeating: [], count: vocabulary.count + 1)
    for (number, set) in all.enumerated() {
      for id in set.ids { sets[Int(id)].append(UInt16(number)) }
    }
    for id in 1..<sets.count {
      var word = vocabulary.word(Vocabulary.WordID(id))
      let others = word.withUTF8 { affixes.sets(of: $0, in: 0..<$0.count) }
      if !others.isEmpty { sets[id] += Set(others).subtracting(sets[id]).sorted() }
    }
    let byCount = sets.indices.sorted { (sets[$1].count, $0) < (sets[$0].count, $1) }
    commonPlaces = Array(repeating: 0, count: sets.count)
    common = Array(repeating: 0, count: all.count)
    for (place, id) in byCount.prefix(Self.commonCount).enumerated() where id > 0 {
      commonPlaces[id] = UInt8(place + 1)
      for set in sets[id] { common[Int(set)] |= 1 << UInt64(place) }
      sets[id].removeAll { !lookup.contains($0) }
    }
    for id in 1..<sets.count {
      self.sets += sets[id]
      starts.append(UInt32(self.sets.count))
    }
  }
}

/// Finds what a word begins with, ends with and contains, of all that the patterns ask for, in one walk
/// over its bytes: the automaton of Aho and Corasick (1975) with a mark before and after the word.
struct AffixAutomaton: Sendable {
  private static let before: UInt8 = 0x01
  private static let after: UInt8 = 0x02
  /// The column of each byte in a row of `next`; all bytes that no pattern has share column 0.
  private var column: [UInt8] = Array(repeating: 0, count: 256)
  private var width = 1
  /// The next state of each state and column.
  private var next: [UInt32] = []
  /// The sets that reaching state `n` shows stand at `starts[n]..<starts[n + 1]` of `sets`.
  private var starts: [UInt32] = []
  private var sets: [UInt16] = []
  private var start = 0
  /// By the first two bytes of a word and by its last two: whether a pattern asks for such a beginning
  /// or end. Most words have neither, and need no walk.
  private var beginnings: [Bool] = Array(repeating: false, count: 1 << 16)
  private var ends: [Bool] = Array(repeating: false, count: 1 << 16)
  private var hasInfixes = false

  init(_ all: [WordSet]) {
    var trie = Trie()
    for (number, set) in all.enumerated() {
      for part in set.prefixes { trie.insert([Self.before] + part, UInt16(number)) }
      for part in set.suffixes { trie.insert(part + [Self.after], UInt16(number)) }
      for part in set.infixes { trie.insert(part, UInt16(number)) }
    }
    hasInfixes = all.contains { set in
      !set.infixes.isEmpty || (set.prefixes + set.suffixes).contains { $0.count < 2 }
    }
    for part in all.flatMap(\.prefixes) where part.count >= 2 {
      beginnings[Int(part[0]) << 8 | Int(part[1])] = true
    }
    for part in all.flatMap(\.suffixes) where part.count >= 2 {
      ends[Int(part[part.count - 2]) << 8 | Int(part[part.count - 1])] = true
    }
    for byte in Set(trie.children.flatMap(\.keys)).sorted() {
      column[Int(byte)] = UInt8(truncatingIfNeeded: width)
      width += 1
    }
    complete(trie)
    start = Int(next[Int(column[Int(Self.before)])])
  }

  /// Makes the table of the trie, with the ways to go on where it has none.
  private mutating func complete(_ trie: Trie) {
    let count = trie.children.count
    next = Array(repeating: 0, count: count * width)
    var outputs = trie.sets
    var fallback = Array(repeating: 0, count: count)
    var queue = [0]
    var at = 0
    while at < queue.count {
      let state = queue[at]
      at += 1
      if state != 0 {
        let other = fallback[state]
        for place in 0..<width { next[state * width + place] = next[other * width + place] }
        outputs[state] += outputs[other]
      }
      for (byte, child) in trie.children[state].sorted(by: { $0.key < $1.key }) {
        let place = state * width + Int(column[Int(byte)])
        fallback[child] = state == 0 ? 0 : Int(next[place])
        next[place] = UInt32(child)
        queue.append(child)
      }
    }
    starts = [0]
    for state in 0..<count {
      sets += Set(outputs[state]).sorted()
      starts.append(UInt32(sets.count))
    }
  }

  /// The numbers of the sets that a word of a text belongs to by its parts; one may come twice. Letters
  /// are taken in lower case.
  func sets(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [UInt16] {
    var found: [UInt16] = []
    forEachSet(of: text, in: range) { found.append($0) }
    return found
  }

  @inline(__always)
  func forEachSet(
    of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (UInt16) -> Void
  ) {
    guard mayHaveSets(text, range) else { return }
    var state = start
    step(&state, to: nil, body)
    var previous: UInt8 = 0
    for at in range {
      let byte = text[at]
      step(&state, to: CaseFolding.folded(byte, after: previous), body)
      previous = byte
    }
    step(&state, to: Self.after, body)
  }

  @inline(__always)
  private func mayHaveSets(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    if hasInfixes { return true }
    guard range.count >= 2 else { return false }
    let first = CaseFolding.folded(text[range.lowerBound], after: 0)
    let second = CaseFolding.folded(
      text[range.lowerBound + 1], after: text[range.lowerBound])
    if beginnings[Int(first) << 8 | Int(second)] { return true }
    let end = range.upperBound
    let before = range.count > 2 ? text[end - 3] : 0
    let last = CaseFolding.folded(text[end - 1], after: text[end - 2])
    return ends[Int(CaseFolding.folded(text[end - 2], after: before)) << 8 | Int(last)]
  }

  @inline(__always)
  private func step(_ state: inout Int, to byte: UInt8?, _ body: (UInt16) -> Void) {
    if let byte { state = Int(next[state * width + Int(column[Int(byte)])]) }
    var at = Int(starts[state])
    let end = Int(starts[state + 1])
    while at < end {
      body(sets[at])
      at += 1
    }
  }

  /// Byte strings with the numbers of the sets that they stand in.
  private struct Trie {
    var children: [[UInt8: Int]] = [[:]]
    var sets: [[UInt16]] = [[]]

    mutating func insert(_ bytes: [UInt8], _ set: UInt16) {
      var node = 0
      for byte in bytes {
        if let child = children[node][byte] {
          node = child
        } else {
          children[node][byte] = children.count
          node = children.count
          children.append([:])
          sets.append([])
        }
      }
      sets[node].append(set)
    }
  }
}
