/// Two versions of a text, in stretches that stayed and stretches that changed.
package struct WordChanges: Hashable, Sendable {
  package struct Stretch: Hashable, Sendable {
    package var text: String
    package var isChanged: Bool

    package init(_ text: String, isChanged: Bool) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  package var old: [Stretch]
  package var new: [Stretch]

  /// Compares word by word; a mark of punctuation is a word of its own.
  package init(from old: String, to new: String) {
    let (left, right) = (Self.words(old), Self.words(new))
    var numbering = Numbering<ArraySlice<UInt8>>()
    let pairs = CommonSequence.pairs(
      left.map { numbering.number($0) }, right.map { numbering.number($0) })
    var stays = (
      old: [Bool](repeating: false, count: left.count),
      new: [Bool](repeating: false, count: right.count)
    )
    for pair in pairs {
      stays.old[pair.old] = true
      stays.new[pair.new] = true
    }
    self.old = Self.stretches(left, stays.old)
    self.new = Self.stretches(right, stays.new)
  }

  private static func words(_ text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where i > start && !(isLetter(bytes[i]) && isLetter(bytes[i - 1])) {
      words.append(bytes[start..<i])
      start = i
    }
    if start < bytes.count { words.append(bytes[start...]) }
    return words
  }

  /// Letters and digits, and all beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func stretches(_ words: [ArraySlice<UInt8>], _ stays: [Bool]) -> [Stretch] {
    var changed = stays.map { !$0 }
    // A space between two changed words is shown with them.
    for i in changed.indices.dropFirst().dropLast()
    where words[i].elementsEqual([0x20]) && changed[i - 1] && changed[i + 1] { changed[i] = true }
    var stretches: [(bytes: [UInt8], isChanged: Bool)] = []
    for (word, isChanged) in zip(words, changed) {
      if let last = stretches.last, last.isChanged == isChanged {
        stretches[stretches.count - 1].bytes += word
      } else {
        stretches.append((Array(word), isChanged))
      }
    }
    return stretches.map {
      Stretch(String(decoding: $0.bytes, as: UTF8.self), isChanged: $0.isChanged)
    }
  }
}
