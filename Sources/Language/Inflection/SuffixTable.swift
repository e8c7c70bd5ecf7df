/// Values by the endings of words: a trie over reversed bytes, so that all endings of a word that
/// are in the table are found in one walk.
struct SuffixTable: Sendable {
  /// The next node of a node and a byte.
  private var edges: [UInt32: UInt32] = [:]
  /// Per node the value stored there, or -1.
  private var values: [Int32] = [-1]

  /// The value stored for exactly this ending; setting it adds the ending.
  subscript(ending: [UInt8]) -> Int? {
    get {
      var node: UInt32 = 0
      for byte in ending.reversed() {
        guard let next = edges[node << 8 | UInt32(byte)] else { return nil }
        node = next
      }
      return values[Int(node)] < 0 ? nil : Int(values[Int(node)])
    }
    set {
      var node: UInt32 = 0
      for byte in ending.reversed() {
        let key = node << 8 | UInt32(byte)
        if let next = edges[key] {
          node = next
        } else {
          let next = UInt32(values.count)
          values.append(-1)
          edges[key] = next
          node = next
        }
      }
      values[Int(node)] = newValue.map { Int32($0) } ?? -1
    }
  }

  /// Calls `body` with the length in bytes and the value of every ending of a word that is in the
  /// table, shortest first.
  func forEachEnding(of word: [UInt8], _ body: (_ length: Int, _ value: Int) -> Void) {
    var node: UInt32 = 0
    if values[0] >= 0 { body(0, Int(values[0])) }
    var length = 0
    var at = word.count
    while at > 0 {
      at -= 1
      length += 1
      guard let next = edges[node << 8 | UInt32(word[at])] else { return }
      node = next
      if values[Int(node)] >= 0 { body(length, Int(values[Int(node)])) }
    }
  }
}
