/// A set of words' hashes: open-addressed, since the hashes are spread already.
struct HashSet {
  /// 0 is an empty slot.
  private var slots: [UInt32]
  private var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  func contains(_ hash: UInt32) -> Bool { slots[place(of: hash)] != 0 }

  mutating func insert(_ hash: UInt32) {
    let place = place(of: hash)
    guard slots[place] == 0 else { return }
    slots[place] = Self.key(hash)
    count += 1
    guard count * 2 > slots.count else { return }
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for key in old where key != 0 { slots[self.place(of: key)] = key }
  }

  private static func key(_ hash: UInt32) -> UInt32 { hash == 0 ? 1 : hash }

  /// Where a hash is, or would be put.
  private func place(of hash: UInt32) -> Int {
    let key = Self.key(hash)
    let mask = slots.count - 1
    var at = Int(key) & mask
    while slots[at] != 0, slots[at] != key { at = (at + 1) & mask }
    return at
  }
}
