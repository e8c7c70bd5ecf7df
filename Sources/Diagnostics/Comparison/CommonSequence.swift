/// What two sequences have in common, in order: the ground of every comparison of texts.
package enum CommonSequence {
  /// Pairs of places with equal elements, in ascending order in both sequences.
  ///
  /// Elements that stand once in both are the anchors (patience); between them the longest common
  /// sequence is worked out where that is cheap, and a common one otherwise, so that long texts take
  /// little more than linear time.
  package static func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var gaps = [(old.startIndex..<old.endIndex, new.startIndex..<new.endIndex)]
    while let gap = gaps.popLast() {
      var (left, right) = gap
      while let a = left.first, let b = right.first, old[a] == new[b] {
        pairs.append((a, b))
        left = left.dropFirst()
        right = right.dropFirst()
      }
      while let a = left.last, let b = right.last, old[a] == new[b] {
        pairs.append((a, b))
        left = left.dropLast()
        right = right.dropLast()
      }
      if left.isEmpty || right.isEmpty { continue }
      let anchors = ascending(uniquePairs(old, left, new, right))
      if anchors.isEmpty {
        pairs +=
          left.count * right.count <= tableLimit
          ? longest(old, left, new, right) : greedy(old, left, new, right)
        continue
      }
      var (from, start) = (left.lowerBound, right.lowerBound)
      for anchor in anchors {
        gaps.append((from..<anchor.old, start..<anchor.new))
        (from, start) = (anchor.old + 1, anchor.new + 1)
      }
      pairs += anchors
      gaps.append((from..<left.upperBound, start..<right.upperBound))
    }
    return pairs.sorted { $0.old < $1.old }
  }

  /// The most cells of a table that is filled for one gap.
  private static let tableLimit = 1 << 16

  /// The elements that stand once in each of two stretches, in the order of the first.
  private static func uniquePairs(
    _ old: [Int], _ left: Range<Int>, _ new: [Int], _ right: Range<Int>
  ) -> [(old: Int, new: Int)] {
    var counts: [Int: (old: Int, new: Int, place: Int)] = [:]
    for i in left { counts[old[i], default: (0, 0, 0)].old += 1 }
    for i in right {
      counts[new[i], default: (0, 0, 0)].new += 1
      counts[new[i]]?.place = i
    }
    return left.compactMap { i in
      guard let count = counts[old[i]], count.old == 1, count.new == 1 else { return nil }
      return (i, count.place)
    }
  }

  /// The longest run of pairs that ascends on the new side too.
  private static func ascending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (i, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[i] = tops[low - 1] }
      if low == tops.count { tops.append(i) } else { tops[low] = i }
    }
    var result: [(old: Int, new: Int)] = []
    var current = tops.last ?? -1
    while current >= 0 {
      result.append(pairs[current])
      current = previous[current]
    }
    return result.reversed()
  }

  private static func longest(
    _ old: [Int], _ left: Range<Int>, _ new: [Int], _ right: Range<Int>
  ) -> [(old: Int, new: Int)] {
    let (rows, columns) = (left.count, right.count)
    var table = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    for i in stride(from: rows - 1, through: 0, by: -1) {
      for j in stride(from: columns - 1, through: 0, by: -1) {
        let here = i * (columns + 1) + j
        table[here] =
          old[left.lowerBound + i] == new[right.lowerBound + j]
          ? table[here + columns + 2] + 1 : max(table[here + columns + 1], table[here + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      let here = i * (columns + 1) + j
      if old[left.lowerBound + i] == new[right.lowerBound + j] {
        pairs.append((left.lowerBound + i, right.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if table[here + columns + 1] >= table[here + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// Takes each element at its next place, where that does not leap over much of the rest.
  private static func greedy(
    _ old: [Int], _ left: Range<Int>, _ new: [Int], _ right: Range<Int>
  ) -> [(old: Int, new: Int)] {
    var places: [Int: [Int]] = [:]
    for i in right.reversed() { places[new[i], default: []].append(i) }
    var pairs: [(old: Int, new: Int)] = []
    var next = right.lowerBound
    for i in left {
      while let place = places[old[i]]?.last, place < next { places[old[i]]?.removeLast() }
      guard let place = places[old[i]]?.last, place - next <= 64 else { continue }
      pairs.append((i, place))
      next = place + 1
    }
    return pairs
  }
}

/// Numbers for values, equal ones for equal values.
package struct Numbering<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  package init() {}

  package mutating func number(_ value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = numbers.count
    return numbers.count - 1
  }
}
