/// One word, number or mark of a text, by its UTF-8 offsets.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    case word, number
    /// A known abbreviation with its stops, as `t.ex.`
    case abbreviation
    /// One mark; `mark` says which.
    case punctuation
  }

  package enum Shape: UInt8, Sendable {
    /// No capital at all.
    case lower
    /// A capital first and none after it.
    case capitalised
    /// Two capitals or more, none small.
    case upper
    /// Capitals and small letters in another order, as `McDonald`.
    case mixed
  }

  package var start: UInt32
  package var end: UInt32
  /// FNV-1a of the lower-cased bytes; equal words have equal hashes, the bytes decide.
  package var hash: UInt32
  package var kind: Kind
  package var shape: Shape = .lower
  /// Whether white space, or the start of the text, comes before it.
  package var isSpaced = true
  /// Punctuation: its character, with the typographic ones folded (see `Tokenizer.mark`).
  package var mark: UInt8 = 0

  /// What stands where no token does: an empty mark.
  package static let none = Token(
    start: 0, end: 0, hash: 0, kind: .punctuation, isSpaced: false)

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var isWord: Bool { kind == .word || kind == .abbreviation }
}

/// Lower case of UTF-8 by table: ASCII, Latin-1 and Latin Extended-A, which hold every letter of the
/// Nordic languages and their neighbours. All of these keep their length, so that offsets stand.
package enum CaseFolding {
  /// The lower-case form of the byte `second` that follows the byte `first` (0xC3...0xC5).
  @inline(__always)
  static func second(_ second: UInt8, after first: UInt8) -> UInt8 {
    switch first {
    case 0xC3: second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second
    case 0xC4: pairs(second, evenIsCapital: second < 0xB8)
    case 0xC5:
      second <= 0x88
        ? pairs(second, evenIsCapital: false) : pairs(second, evenIsCapital: second < 0xB9)
    default: second
    }
  }

  /// The lower-case form of a byte of a text, given the byte before it.
  @inline(__always)
  package static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    return byte < 0xC0 && previous >= 0xC3 && previous <= 0xC5
      ? second(byte, after: previous) : byte
  }

  @inline(__always)
  private static func pairs(_ byte: UInt8, evenIsCapital: Bool) -> UInt8 {
    (byte & 1 == 0) == evenIsCapital && byte != 0xB8 && byte != 0x89 ? byte + 1 : byte
  }

  /// Lower-cases UTF-8, the same length in bytes.
  package static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let whole = bytes.withContiguousStorageIfAvailable { lowercased($0, 0..<$0.count) }
    if let whole { return whole }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.underestimatedCount)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte >= 0x41 && byte <= 0x5A {
        out.append(byte | 0x20)
      } else if byte >= 0x80 && byte < 0xC0 && previous >= 0xC3 && previous <= 0xC5 {
        out.append(second(byte, after: previous))
      } else {
        out.append(byte)
      }
      previous = byte
    }
    return out
  }

  package static func lowercased(_ text: String) -> String {
    String(decoding: lowercased(text.utf8), as: UTF8.self)
  }

  /// Lower-cases a stretch of a text.
  package static func lowercased(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8]
  {
    var previous: UInt8 = 0
    return range.map { at in
      defer { previous = text[at] }
      return folded(text[at], after: previous)
    }
  }
}
