import Diagnostics

/// How a text that was changed in memory lies over the file that it came from.
struct OffsetMap: Sendable {
  /// One place where the two differ.
  struct Edit: Sendable {
    /// Where the new bytes stand in the changed text.
    var start: Int
    /// How many they are.
    var length: Int
    /// The bytes of the file that they stand for.
    var origin: Range<Int>

    var end: Int { start + length }
  }

  /// What to add to an offset before the first edit.
  var base = 0
  /// In order, not overlapping.
  var edits: [Edit] = []

  /// The place in the file of the first byte of something.
  func start(_ offset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.start <= offset }) else { return offset + base }
    return offset < edit.end ? edit.origin.lowerBound : edit.origin.upperBound + offset - edit.end
  }

  /// The place in the file just after the last byte of something.
  func end(_ offset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.start < offset }) else { return offset + base }
    return offset <= edit.end ? edit.origin.upperBound : edit.origin.upperBound + offset - edit.end
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    if edits.isEmpty { return SourceSpan(range.lowerBound + base..<range.upperBound + base) }
    let start = start(range.lowerBound)
    return SourceSpan(start..<(range.isEmpty ? start : max(start, end(range.upperBound))))
  }

  /// The first edit that ends after a place, as its index.
  func firstEdit(endingAfter offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func lastEdit(where isBefore: (Edit) -> Bool) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }
}
