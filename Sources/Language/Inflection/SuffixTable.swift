/// Values by the endings of words: a trie over reversed bytes, so that all endings of a word that
/// are in the table are found in one walk.
struct SuffixTable: Sendable {
  /// An open-addressed table of the trie's edges: a node and a byte, plus one so that 0 is empty, and
  /// the node that they lead to.
  private var keys: [UInt32] = Array(repeating: 0, count: 64)
  private var targets: [UInt32] = Array(repeating: 0, count: 64)
  private var edgeCount = 0
  /// Per node the value stored there, or -1.
  private var values: [Int32] = [-1]

  /// The value stored for exactly this ending; setting it adds the ending.
  subscript(ending: [UInt8]) -> Int? {
    get {
      var node: UInt32 = 0
      for byte in ending.reversed() {
        guard let next = next(node, byte) else { return nil }
        node = next
      }
      return values[Int(node)] < 0 ? nil : Int(values[Int(node)])
    }
    set {
      var node: UInt32 = 0
      for byte in ending.reversed() {
        if let next = next(node, byte) {
          node = next
        } else {
          let next = UInt32(values.count)
          values.append(-1)
          addEdge(node << 8 | UInt32(byte), to: next)
          node = next
        }
      }
      values[Int(node)] = newValue.map { Int32($0) } ?? -1
    }
  }

  /// Calls `body` with the length in bytes and the value of every ending of a word that is in the
  /// table, shortest first.
  @inline(__always)
  func forEachEnding(
    of word: UnsafeBufferPointer<UInt8>, _ body: (_ length: Int, _ value: Int) -> Void
  ) {
    var node: UInt32 = 0
    if values[0] >= 0 { body(0, Int(values[0])) }
    var length = 0
    var at = word.count
    while at > 0 {
      at -= 1
      length += 1
      guard let next = next(node, word[at]) else { return }
      node = next
      if values[Int(node)] >= 0 { body(length, Int(values[Int(node)])) }
    }
  }

  @inline(__always)
  private func next(_ node: UInt32, _ byte: UInt8) -> UInt32? {
    let key = (node << 8 | UInt32(byte)) + 1
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return targets[slot]
  }

  /// Multiplicative hashing (Knuth, The Art of Computer Programming, 6.4).
  @inline(__always)
  private static func slot(_ key: UInt32, _ mask: Int) -> Int {
    Int((key &* 2_654_435_769) >> 7) & mask
  }

  private mutating func addEdge(_ edge: UInt32, to target: UInt32) {
    if (edgeCount + 1) * 2 > keys.count {
      let old = zip(keys, targets).filter { $0.0 != 0 }
      keys = Array(repeating: 0, count: keys.count * 2)
      targets = Array(repeating: 0, count: keys.count)
      for (key, target) in old { place(key, target) }
    }
    place(edge + 1, target)
    edgeCount += 1
  }

  private mutating func place(_ key: UInt32, _ target: UInt32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }
}
