extension Inflection {
  /// The head of a term: its noun, as written; the whole of a term of one word.
  package func head(of term: String) -> String {
    let phrase = Phrase(term, self)
    for group in phrase.groups.reversed() {
      if let noun = group.noun { return String(decoding: group.words[noun].bytes, as: UTF8.self) }
    }
    return term
  }

  /// Whether a word, in dictionary form, is a compound of a head: `kunskapskluster` of `kluster`,
  /// `IT-kluster` too, and not the head itself.
  package func isCompound(_ word: String, withHead head: String) -> Bool {
    let whole = CaseFolding.lowercased(word.utf8)
    let part = CaseFolding.lowercased(head.utf8)
    guard part.count >= 3, whole.count > part.count, whole.hasSuffix(part),
      !whole.contains(0x20)
    else { return false }
    return WordClasses.canPrecede(whole[..<(whole.count - part.count)], head: part.count)
  }

  /// Cuts a compound into words of a vocabulary, with the linking sounds of the language between
  /// them (`leverantörsallians` into `leverantör` and `allians`); nil where that cannot be done. The
  /// cut with the fewest parts is taken, of those the one with the longest last part.
  ///
  /// - Parameters:
  ///   - compound: One word in any case, in dictionary form.
  ///   - vocabulary: Answers whether a lower-case word is known.
  package func split(compound: String, vocabulary: (String) -> Bool) -> [String]? {
    let bytes = CaseFolding.lowercased(compound.utf8)
    guard bytes.count >= 6, bytes.count <= 80 else { return nil }
    // parts[n]: the best cut of the first n bytes, as the places where its words start and end.
    var parts = [[Range<Int>]?](repeating: nil, count: bytes.count + 1)
    parts[0] = []
    for end in 1...bytes.count where Self.isBoundary(end, bytes) {
      for start in 0..<end where end - start >= 3 && Self.isBoundary(start, bytes) {
        guard vocabulary(String(decoding: bytes[start..<end], as: UTF8.self)) else { continue }
        if start == 0 && end == bytes.count { continue }
        for before in cuts(before: start, bytes, parts) {
          if let old = parts[end], old.count <= before.count + 1 { continue }
          parts[end] = before + [start..<end]
        }
      }
    }
    guard let best = parts[bytes.count], best.count > 1 else { return nil }
    return best.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The cuts of what lies before a part: directly, or before a linking sound or a hyphen.
  private func cuts(
    before start: Int, _ bytes: [UInt8], _ parts: [[Range<Int>]?]
  ) -> [[Range<Int>]] {
    if start == 0 { return [[]] }
    var cuts: [[Range<Int>]] = []
    if let own = parts[start] { cuts.append(own) }
    for link in links + [[UInt8(ascii: "-")]] where start > link.count {
      if Array(bytes[(start - link.count)..<start]) == link, let own = parts[start - link.count] {
        cuts.append(own)
      }
    }
    return cuts.filter { !$0.isEmpty }
  }

  private static func isBoundary(_ at: Int, _ bytes: [UInt8]) -> Bool {
    at == bytes.count || bytes[at] & 0xC0 != 0x80
  }
}
