/// A set of words, each with a small number, looked up by the bytes of a text without making Strings.
/// An open-addressed hash table over one byte array.
package struct Vocabulary: Sendable {
  /// The number of a word, counted from 1; 0 is a word that is not in the vocabulary.
  package typealias WordID = UInt32

  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; the word with id n ends at `ends[n]`.
  private var ends: [UInt32] = [0]
  private var hashes: [UInt32] = [0]
  private var slots: [UInt32]

  package init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  package var count: Int { ends.count - 1 }

  /// FNV-1a, 32 bits, over lower-case bytes.
  package static func hash(_ folded: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in folded { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// The number of a word, which is added where it is new. The word is lower-cased first.
  package mutating func insert(_ word: String) -> WordID {
    let folded = CaseFolding.lowercased(word.utf8)
    let hash = Self.hash(folded)
    let found = folded.withUnsafeBufferPointer { find(hash: hash, folded: $0) }
    if found != 0 { return found }
    if (ends.count + 1) * 2 > slots.count { grow() }
    bytes += folded
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    let id = WordID(ends.count - 1)
    place(id, hash: hash)
    return id
  }

  /// The number of a word in any case; 0 where it is not in the vocabulary.
  package func id(of word: String) -> WordID {
    let folded = CaseFolding.lowercased(word.utf8)
    return folded.withUnsafeBufferPointer { find(hash: Self.hash(folded), folded: $0) }
  }

  /// The number of the word that a token of `text` is; 0 where it is not in the vocabulary.
  @inline(__always)
  package func id(of token: Token, in text: UnsafeBufferPointer<UInt8>) -> WordID {
    let mask = UInt32(slots.count - 1)
    var slot = token.hash & mask
    while true {
      let id = slots[Int(slot)]
      if id == 0 { return 0 }
      if hashes[Int(id)] == token.hash, matches(id, token, text) { return id }
      slot = (slot + 1) & mask
    }
  }

  package func word(_ id: WordID) -> String {
    guard id > 0, id < ends.count else { return "" }
    return String(decoding: bytes[Int(ends[Int(id) - 1])..<Int(ends[Int(id)])], as: UTF8.self)
  }

  private func matches(
    _ id: WordID, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(ends[Int(id) - 1])
    guard Int(ends[Int(id)]) - start == Int(token.end - token.start) else { return false }
    var previous: UInt8 = 0
    for offset in 0..<Int(token.end - token.start) {
      let byte = text[Int(token.start) + offset]
      var folded = byte
      if byte >= 0x41 && byte <= 0x5A {
        folded = byte | 0x20
      } else if byte >= 0x80 && byte < 0xC0 && previous >= 0xC3 && previous <= 0xC5 {
        folded = CaseFolding.second(byte, after: previous)
      }
      if folded != bytes[start + offset] { return false }
      previous = byte
    }
    return true
  }

  private func find(hash: UInt32, folded: UnsafeBufferPointer<UInt8>) -> WordID {
    let mask = UInt32(slots.count - 1)
    var slot = hash & mask
    while true {
      let id = slots[Int(slot)]
      if id == 0 { return 0 }
      if hashes[Int(id)] == hash {
        let range = Int(ends[Int(id) - 1])..<Int(ends[Int(id)])
        if bytes[range].elementsEqual(folded) { return id }
      }
      slot = (slot + 1) & mask
    }
  }

  private mutating func place(_ id: WordID, hash: UInt32) {
    let mask = UInt32(slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)] != 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<ends.count { place(WordID(id), hash: hashes[id]) }
  }
}
