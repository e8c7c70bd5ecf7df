import Diagnostics

/// Alphabetical order as a language has it, compiled from the alphabet in its pack to sort keys: no
/// locale, the same on every machine. Follows the order of ICU and CLDR: spaces, punctuation and
/// symbols first and significant, then digits, then letters; accents decide between words of equal
/// letters, and case, small before capital, between words of equal accents.
package struct Collation: Sendable {
  /// One unit of comparison: what it weighs at the three levels.
  struct Element: Sendable {
    /// 0: an accent that belongs to the letter before.
    var primary: UInt32
    var secondary: UInt8
    var tertiary: UInt8 = Collation.small
  }

  static let small: UInt8 = 2
  static let capital: UInt8 = 8
  /// The weight of a letter without an accent; accents weigh more.
  static let plain: UInt8 = 5
  static let firstDigit: UInt32 = 0x2000
  static let firstLetter: UInt32 = 0x3000

  /// The elements of small letters of the alphabet, and of letters that stand for some.
  private var letters: [UInt32: [Element]] = [:]
  /// Two small letters that sort as one, as `aa` in Norwegian.
  private var pairs: [UInt64: Element] = [:]
  /// The heading of each letter of the alphabet, in order.
  private var headings: [String] = []

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(["letters", "variants", "expansions", "pairs"], &faults)
    var alphabet = section["letters"]?.words(&faults) ?? []
    if alphabet.isEmpty { alphabet = "abcdefghijklmnopqrstuvwxyz".map(String.init) }
    for letter in alphabet {
      guard let scalar = Self.single(letter), letters[scalar.value] == nil else {
        faults.append(section.fault("'\(letter)' is not one letter, or stands twice"))
        continue
      }
      let primary = Self.firstLetter + UInt32(headings.count)
      letters[scalar.value] = [Element(primary: primary, secondary: Self.plain)]
      headings.append(scalar.properties.uppercaseMapping)
    }
    addVariants(section, &faults)
  }

  private mutating func addVariants(_ section: PackValue, _ faults: inout [Diagnostic]) {
    var ranks: [UInt32: UInt8] = [:]
    /// The weight of the next letter that sorts as another one of the alphabet, after it.
    func variant(of entry: PackValue.Entry) -> Element? {
      guard let scalar = Self.single(entry.key), let base = letters[scalar.value]?.first else {
        let message = "'\(entry.key)' is not a letter of the alphabet"
        faults.append(Diagnostic(.invalidValue, at: entry.keyPlace.location, message))
        return nil
      }
      let rank = ranks[base.primary, default: 0xA0]
      ranks[base.primary] = min(rank, 0xFE) + 1
      return Element(primary: base.primary, secondary: rank)
    }
    for entry in section["variants"]?.entries(&faults) ?? [] {
      for word in entry.value.words(&faults) {
        guard let element = variant(of: entry) else { break }
        if let scalar = Self.single(word) { letters[scalar.value] = [element] }
      }
    }
    for entry in section["expansions"]?.entries(&faults) ?? [] {
      guard let scalar = Self.single(entry.key), let text = entry.value.string(&faults) else {
        continue
      }
      letters[scalar.value] = text.unicodeScalars.compactMap { letters[$0.value]?.first }
        .map { Element(primary: $0.primary, secondary: $0.secondary, tertiary: Self.small + 2) }
    }
    for entry in section["pairs"]?.entries(&faults) ?? [] {
      for word in entry.value.words(&faults) {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count == 2, let element = variant(of: entry) else {
          faults.append(entry.value.fault("'\(word)' is not two letters"))
          break
        }
        pairs[Self.pair(scalars[0], scalars[1])] = element
      }
    }
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }

  private static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value) << 32 | UInt64(b.value)
  }

  /// A key whose order, byte by byte, is the alphabetical order of the texts. Only equal texts have
  /// equal keys.
  package func sortKey(_ text: String) -> [UInt8] {
    let elements = elements(of: text)
    var key: [UInt8] = []
    key.reserveCapacity(elements.count * 4 + text.utf8.count + 4)
    for primary in elements.lazy.map(\.primary) where primary > 0 {
      if primary >= 0xE000_0000 {
        key.append(UInt8(truncatingIfNeeded: primary >> 24))
        key.append(UInt8(truncatingIfNeeded: primary >> 16))
      }
      key.append(UInt8(truncatingIfNeeded: primary >> 8))
      key.append(UInt8(truncatingIfNeeded: primary))
    }
    key += [0, 0]
    key += elements.lazy.map(\.secondary)
    key.append(0)
    key += elements.lazy.filter { $0.primary > 0 }.map(\.tertiary)
    key.append(0)
    key += text.utf8
    return key
  }

  /// The heading of an index under which a text stands: its letter of the alphabet as a capital,
  /// `0–9` for digits, `#` for the rest.
  package func letter(_ text: String) -> String {
    for element in elements(of: String(text.prefix(8))) where element.primary >= Self.firstDigit {
      if element.primary < Self.firstLetter { return "0–9" }
      let index = Int(element.primary - Self.firstLetter)
      return index < headings.count ? headings[index] : "#"
    }
    return "#"
  }

  // MARK: Elements

  private func elements(of text: String) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(text.utf8.count)
    let scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      var scalar = scalars[at]
      // A letter of the alphabet written in two parts (`a` and a ring) is that letter.
      if at + 1 < scalars.count, let whole = RootOrder.composed(scalar, scalars[at + 1]),
        letters[RootOrder.lowercased(whole).value] != nil
      {
        scalar = whole
        at += 1
      }
      let lower = RootOrder.lowercased(scalar)
      let tertiary = lower == scalar ? Self.small : Self.capital
      if at + 1 < scalars.count, !pairs.isEmpty {
        let next = RootOrder.lowercased(scalars[at + 1])
        // `aA` is not a way to write one letter.
        let isOne = lower != scalar || next == scalars[at + 1]
        if isOne, var element = pairs[Self.pair(lower, next)] {
          element.tertiary = tertiary + (next == scalars[at + 1] ? 0 : 1)
          elements.append(element)
          at += 2
          continue
        }
      }
      append(lower, tertiary, to: &elements)
      at += 1
    }
    return elements
  }

  private func append(_ lower: Unicode.Scalar, _ tertiary: UInt8, to elements: inout [Element]) {
    if let own = letters[lower.value] {
      for var element in own {
        element.tertiary = max(tertiary, element.tertiary)
        elements.append(element)
      }
    } else if let weight = RootOrder.accentWeight(lower) {
      elements.append(Element(primary: 0, secondary: weight))
    } else if let (base, weight) = RootOrder.decomposed(lower) {
      append(base, tertiary, to: &elements)
      elements.append(Element(primary: 0, secondary: weight))
    } else if let text = RootOrder.expansion(lower) {
      for (place, scalar) in text.unicodeScalars.enumerated() where letters[scalar.value] != nil {
        // Between its parts, a ligature weighs as an accent does.
        if place > 0 { elements.append(Element(primary: 0, secondary: 0x9E)) }
        append(scalar, tertiary + 2, to: &elements)
      }
    } else if let primary = RootOrder.primary(lower) {
      elements.append(Element(primary: primary, secondary: Self.plain, tertiary: tertiary))
    }
  }
}
