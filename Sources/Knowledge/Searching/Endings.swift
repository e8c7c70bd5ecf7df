/// The endings that words take in a language, learnt from the generated forms of its terms, by which
/// any two words of a text can be held to be forms of one: `gründere` and `gründerne`.
package struct Endings: Sendable, Equatable {
  /// Folded; the empty ending among them.
  package private(set) var all: Set<[UInt8]> = [[]]

  private static let longest = 6
  private static let shortestStem = 3

  /// None but the empty one.
  package init() {}

  /// - Parameter list: as `list` gives it.
  package init(_ list: String) {
    for ending in list.split(separator: " ") { all.insert(Array(ending.utf8)) }
  }

  /// In one line, as the index keeps them.
  package var list: String {
    all.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }.sorted()
      .joined(separator: " ")
  }

  /// Learns what others have learnt.
  package mutating func add(_ others: Endings) { all.formUnion(others.all) }

  /// Learns from one word and one of its forms, both folded.
  package mutating func learn(_ word: [UInt8], _ form: [UInt8]) {
    let common = Self.commonPrefix(word[...], form[...])
    guard common >= Self.shortestStem else { return }
    for rest in [word[common...], form[common...]] where rest.count <= Self.longest {
      all.insert(Array(rest))
    }
  }

  /// Whether two folded words are forms of one, as far as their endings tell.
  package func match(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let common = Self.commonPrefix(a, b)
    if common == a.count && common == b.count { return true }
    guard common >= Self.shortestStem else { return false }
    // The stem may end before the letters do that both happen to have.
    for stem in stride(from: common, through: max(Self.shortestStem, common - 2), by: -1) {
      // A short stem proves little: most of the shorter word must be in it.
      if 2 * stem < min(a.count, b.count) { return false }
      if all.contains(Array(a.dropFirst(stem))), all.contains(Array(b.dropFirst(stem))) {
        return true
      }
    }
    return false
  }

  /// How many bytes two texts have in common at their start.
  package static func commonPrefix(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    var count = 0
    for (x, y) in zip(a, b) {
      if x != y { break }
      count += 1
    }
    return count
  }
}
