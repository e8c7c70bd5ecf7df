import Diagnostics

/// What became of one block of a source since its translation was confirmed.
package struct BlockChange: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case unchanged, moved, changed, added, removed

    /// Whether the translation has to follow.
    package var isStale: Bool { self == .changed || self == .added || self == .removed }
  }

  package var kind: Kind
  /// An index into the blocks of the source as it was confirmed; nil where it was added since.
  package var old: Int?
  /// An index into the blocks of the source as it stands; nil where it was removed.
  package var new: Int?
}

/// Compares two versions of an article block by block.
///
/// - Returns: the blocks of the present version in order, removed ones where they stood.
package func compareBlocks(_ old: [ArticleBlock], _ new: [ArticleBlock]) -> [BlockChange] {
  var comparison = BlockComparison(old, new)
  comparison.pairEqual()
  comparison.pairWithinGaps()
  comparison.pairAcrossGaps()
  return comparison.changes
}

private struct BlockComparison {
  private struct Key: Hashable {
    var kind: ArticleBlock.Kind
    var text: String
  }

  private let old: [ArticleBlock]
  private let new: [ArticleBlock]
  /// Of each new block the old one, and the reverse.
  private var origin: [Int?]
  private var successor: [Int?]
  /// The blocks that are the same and stand in the same order.
  private var anchors: [(old: Int, new: Int)] = []

  init(_ old: [ArticleBlock], _ new: [ArticleBlock]) {
    self.old = old
    self.new = new
    origin = Array(repeating: nil, count: new.count)
    successor = Array(repeating: nil, count: old.count)
  }

  private mutating func pair(_ a: Int, _ b: Int) {
    origin[b] = a
    successor[a] = b
  }

  /// Equal blocks: first those in order, then those that moved.
  mutating func pairEqual() {
    var numbering = Numbering<Key>()
    let left = old.map { numbering.number(Key(kind: $0.kind, text: $0.text)) }
    let right = new.map { numbering.number(Key(kind: $0.kind, text: $0.text)) }
    anchors = CommonSequence.pairs(left, right)
    for anchor in anchors { pair(anchor.old, anchor.new) }
    var waiting: [Int: [Int]] = [:]
    for i in old.indices.reversed() where successor[i] == nil {
      waiting[left[i], default: []].append(i)
    }
    for j in new.indices where origin[j] == nil {
      if let i = waiting[right[j]]?.popLast() { pair(i, j) }
    }
  }

  /// Between two blocks that stayed, blocks that are alike are the same block with other words.
  mutating func pairWithinGaps() {
    var (i, j) = (0, 0)
    for anchor in anchors + [(old.count, new.count)] {
      let left = (i..<max(i, anchor.old)).filter { successor[$0] == nil }
      let right = (j..<max(j, anchor.new)).filter { origin[$0] == nil }
      (i, j) = (anchor.old + 1, anchor.new + 1)
      if left.isEmpty || right.isEmpty { continue }
      if left.count * right.count <= 4096 { align(left, right) } else { alignInStep(left, right) }
    }
  }

  /// The pairs in order that are the most alike in all.
  private mutating func align(_ left: [Int], _ right: [Int]) {
    let ours = left.map { BlockWords(old[$0]) }
    let theirs = right.map { BlockWords(new[$0]) }
    // One block alone in the place of another of its kind is the same rewritten.
    let isLone = left.count == 1 && right.count == 1
    let columns = right.count + 1
    var scores = [Double](repeating: 0, count: (left.count + 1) * columns)
    var alike = [Double](repeating: 0, count: left.count * right.count)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        let likeness = ours[i].likeness(to: theirs[j])
        let isSame = likeness >= 0.35 || (isLone && ours[i].kind == theirs[j].kind)
        alike[i * right.count + j] = isSame ? max(likeness, 0.01) : 0
        scores[i * columns + j] = max(
          scores[(i + 1) * columns + j], scores[i * columns + j + 1],
          isSame ? scores[(i + 1) * columns + j + 1] + max(likeness, 0.01) : 0)
      }
    }
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let likeness = alike[i * right.count + j]
      if likeness > 0,
        scores[i * columns + j] == scores[(i + 1) * columns + j + 1] + likeness
      {
        pair(left[i], right[j])
        (i, j) = (i + 1, j + 1)
      } else if scores[(i + 1) * columns + j] >= scores[i * columns + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// For long stretches: each block with the most like one of the next few.
  private mutating func alignInStep(_ left: [Int], _ right: [Int]) {
    var next = 0
    let theirs = right.map { BlockWords(new[$0]) }
    for i in left {
      let words = BlockWords(old[i])
      let near = next..<min(next + 8, right.count)
      let best = near.map { ($0, words.likeness(to: theirs[$0])) }.max { $0.1 < $1.1 }
      guard let best, best.1 >= 0.35 else { continue }
      pair(i, right[best.0])
      next = best.0 + 1
    }
  }

  /// Blocks that moved and changed as well: found by the words that few blocks have.
  mutating func pairAcrossGaps() {
    let left = old.indices.filter { successor[$0] == nil }
    let right = new.indices.filter { origin[$0] == nil }
    if left.isEmpty || right.isEmpty { return }
    let ours = left.map { BlockWords(old[$0]) }
    var holders: [Int: [Int]] = [:]
    for (i, words) in ours.enumerated() {
      for word in Set(words.hashes) { holders[word, default: []].append(i) }
    }
    for j in right {
      let words = BlockWords(new[j])
      var shared: [Int: Int] = [:]
      for word in Set(words.hashes) {
        guard let blocks = holders[word], blocks.count <= 32 else { continue }
        for i in blocks where successor[left[i]] == nil { shared[i, default: 0] += 1 }
      }
      let candidates = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
      let best = candidates.map { ($0.key, words.likeness(to: ours[$0.key])) }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best, best.1 >= 0.6 { pair(left[best.0], j) }
    }
  }

  var changes: [BlockChange] {
    let stayed = Set(anchors.map(\.new))
    var changes: [BlockChange] = []
    var removed = old.indices.filter { successor[$0] == nil }[...]
    var reached = 0
    for j in new.indices {
      let kind = kind(of: j, stayed)
      if let i = origin[j], kind == .unchanged || (kind == .changed && i >= reached) {
        // What was removed before this block is told before it.
        while let gone = removed.first, gone < i {
          changes.append(BlockChange(kind: .removed, old: gone, new: nil))
          removed = removed.dropFirst()
        }
        reached = i
      }
      changes.append(BlockChange(kind: kind, old: origin[j], new: j))
    }
    return changes + removed.map { BlockChange(kind: .removed, old: $0, new: nil) }
  }

  private func kind(of j: Int, _ stayed: Set<Int>) -> BlockChange.Kind {
    if stayed.contains(j) { return .unchanged }
    guard let i = origin[j] else { return .added }
    return old[i].kind == new[j].kind && old[i].text == new[j].text ? .moved : .changed
  }
}

/// The words of a block, for telling how alike two are.
private struct BlockWords {
  let kind: ArticleBlock.Kind
  /// In ascending order.
  let hashes: [Int]

  init(_ block: ArticleBlock) {
    kind = block.kind
    var hashes: [Int] = []
    var hash: UInt64 = 0
    for byte in block.text.utf8 {
      if byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) {
        let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        hash = (hash ^ UInt64(folded) ^ 0xCBF2_9CE4_8422_2325) &* 0x100_0000_01B3
      } else if hash != 0 {
        hashes.append(Int(truncatingIfNeeded: hash))
        hash = 0
      }
    }
    if hash != 0 { hashes.append(Int(truncatingIfNeeded: hash)) }
    self.hashes = hashes.sorted()
  }

  /// From 0 to 1: the share of words that both have; less for blocks of different kinds.
  func likeness(to other: BlockWords) -> Double {
    let all = hashes.count + other.hashes.count
    if all == 0 { return kind == other.kind ? 1 : 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let share = 2 * Double(shared) / Double(all)
    return kind == other.kind ? share : share * 0.6
  }
}
