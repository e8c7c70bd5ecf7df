/// How the index and a query see text: lower-case words, composed letters, and two foldings of
/// letters that a keyboard may lack.
package enum SearchText {
  /// The most bytes of a query that are looked at; the rest says nothing more.
  package static let longestQuery = 2000
  /// The most words of a query that are looked at.
  package static let mostWords = 24

  /// The words of a text: runs of letters, digits and marks, lower case, composed.
  package static func words(_ text: some StringProtocol) -> [String] {
    if let words = text.utf8.withContiguousStorageIfAvailable({ plainWords($0) }) ?? nil {
      return words
    }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in composed(text.unicodeScalars) {
      if isWordPart(scalar) {
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if !word.isEmpty {
        words.append(String(word))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of a text of ASCII and the letters of U+00C0–U+00FF, which is nearly all text: on bytes.
  /// Nil for any other.
  private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if word.isEmpty { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    var at = 0
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x61...0x7A, 0x30...0x39: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x00..<0x80: end()
      case 0xC3 where at + 1 < text.count:
        at += 1
        let second = text[at]
        if second == 0x97 || second == 0xB7 {
          end()
        } else {
          word.append(byte)
          // `À` to `Þ`, whose small letters lie 32 further on.
          word.append(second >= 0x80 && second <= 0x9E ? second + 0x20 : second)
        }
      // Quotation marks, dashes, the ellipsis, the no-break space.
      case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] != 0xBF:
        at += 2
        end()
      case 0xC2
      where at + 1 < text.count && [0xA0, 0xA7, 0xAB, 0xB0, 0xB7, 0xBB].contains(text[at + 1]):
        at += 1
        end()
      default: return nil
      }
      at += 1
    }
    end()
    return words
  }

  /// One line of lower-case words, by which names are compared.
  package static func key(_ text: some StringProtocol) -> String {
    words(text).joined(separator: " ")
  }

  /// å ä ö æ ø as a a o a o, and other Latin letters without their marks.
  package static func folded(_ text: String) -> String { fold(text, plainLatin) { plain[$0] } }

  /// å ä ö æ ø as aa ae oe ae oe, as people write them without the keys.
  package static func spelledOut(_ text: String) -> String {
    fold(text, digraphLatin) { digraphs[$0] ?? plain[$0] }
  }

  /// - Parameters:
  ///   - latin: what the letters of U+00C0–U+00FF are folded to, in UTF-8; nearly all text has no others.
  ///   - letter: the same for any letter, nil for those that stay.
  private static func fold(
    _ text: String, _ latin: [[UInt8]], _ letter: (Unicode.Scalar) -> String?
  ) -> String {
    let quick = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      var out: [UInt8]?
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte < 0x80 {
          out?.append(byte)
        } else {
          guard byte == 0xC3 else { return nil }
          if out == nil {
            out = Array(bytes[..<at])
            out?.reserveCapacity(bytes.count)
          }
          at += 1
          out?.append(contentsOf: latin[Int(bytes[at] & 0x3F)])
        }
        at += 1
      }
      return out.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
    if let folded = quick ?? nil { return folded }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        out.append(scalar)
      } else if let other = letter(scalar) {
        out.append(contentsOf: other.unicodeScalars)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  /// A letter and the mark that follows it as one scalar, for the letters of the languages at hand.
  private static func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for scalar in scalars {
      if (0x300..<0x330).contains(scalar.value), let last = out.last,
        let letter = compositions[Pair(base: last, mark: scalar)]
      {
        out[out.count - 1] = letter
      } else {
        out.append(scalar)
      }
    }
    return out
  }

  private struct Pair: Hashable {
    var base: Unicode.Scalar
    var mark: Unicode.Scalar
  }

  private static let compositions: [Pair: Unicode.Scalar] = {
    let marks: [(Unicode.Scalar, String, String)] = [
      ("\u{30A}", "aA", "åÅ"), ("\u{308}", "aAoOuUeEiI", "äÄöÖüÜëËïÏ"),
      ("\u{301}", "eEaAoOiIuU", "éÉáÁóÓíÍúÚ"), ("\u{300}", "eEaAoO", "èÈàÀòÒ"),
      ("\u{302}", "eEaAoO", "êÊâÂôÔ"), ("\u{303}", "nN", "ñÑ"), ("\u{327}", "cC", "çÇ"),
    ]
    var table: [Pair: Unicode.Scalar] = [:]
    for (mark, bases, letters) in marks {
      for (base, letter) in zip(bases.unicodeScalars, letters.unicodeScalars) {
        table[Pair(base: base, mark: mark)] = letter
      }
    }
    return table
  }()

  private static let digraphs: [Unicode.Scalar: String] = [
    "å": "aa", "ä": "ae", "ö": "oe", "æ": "ae", "ø": "oe", "ü": "ue",
  ]

  private static let plainLatin = latin { plain[$0] }
  private static let digraphLatin = latin { digraphs[$0] ?? plain[$0] }

  /// What the characters of U+00C0–U+00FF are folded to, in UTF-8.
  private static func latin(_ letter: (Unicode.Scalar) -> String?) -> [[UInt8]] {
    (0xC0...0xFF).map { value in
      let scalar = Unicode.Scalar(UInt8(value))
      return Array((letter(scalar) ?? String(Character(scalar))).utf8)
    }
  }

  private static let plain: [Unicode.Scalar: String] = {
    let letters: [(String, String)] = [
      ("a", "åäæàáâãāă"), ("o", "öøòóôõōŏ"), ("e", "èéêëēĕėęě"), ("i", "ìíîïīĭį"),
      ("u", "ùúûüūŭůű"), ("y", "ýÿŷ"), ("c", "çćĉċč"), ("d", "ďđð"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("r", "ŕŗř"), ("s", "śŝşšș"),
      ("t", "ţťŧț"), ("w", "ŵ"), ("z", "źżž"), ("ss", "ß"), ("oe", "œ"), ("th", "þ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, marked) in letters {
      for scalar in marked.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
