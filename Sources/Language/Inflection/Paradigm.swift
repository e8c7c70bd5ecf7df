import Diagnostics

/// One way to make a form from the dictionary form: an ending that is taken off and one put on.
struct EndingChange: Hashable, Sendable {
  var remove: [UInt8]
  var add: [UInt8]

  /// Reads `en` (put on), `um>et` (`um` becomes `et`), `=` (no change); nil for `-` (no such form).
  init?(_ text: Substring) {
    if text == "-" { return nil }
    if text == "=" {
      remove = []
      add = []
      return
    }
    let parts = text.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    remove = parts.count == 2 ? Array(parts[0].utf8) : []
    add = Array((parts.count == 2 ? parts[1] : parts[0]).utf8)
  }

  /// The form of a word; nil where the word lacks the ending to take off.
  func applied(to word: [UInt8]) -> [UInt8]? {
    guard word.count >= remove.count, word.hasSuffix(remove) else { return nil }
    return word[..<(word.count - remove.count)] + add
  }
}

/// How a class of words makes its forms: per slot the changes that are in use, the usual one first.
struct Paradigm: Sendable {
  /// The slot of the adjectives that stand with the dictionary form of a noun: -1 for their own
  /// dictionary form, 0 for the neuter, 1 for the plural, with nouns that have no singular.
  var agreement: Int
  /// Nouns: definite, plural, definite plural. Adjectives: neuter, plural, definite, further forms.
  var slots: [[EndingChange]]

  /// Reads `gender | definite | plural | definite plural`, or without a gender for adjectives (`plural`
  /// stands for the gender of nouns without a singular); the
  /// alternatives of a slot stand with `/` between them.
  init(_ text: String, hasGender: Bool) {
    var parts = text.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
    let gender = hasGender ? parts.first : nil
    agreement = gender == "neuter" ? 0 : gender == "plural" ? 1 : -1
    if hasGender, !parts.isEmpty { parts.removeFirst() }
    slots = parts.map { part in part.split(separator: "/").compactMap { EndingChange($0) } }
  }

  func slot(_ index: Int) -> [EndingChange] { index < slots.count ? slots[index] : [] }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension [UInt8] {
  func hasSuffix(_ suffix: [UInt8]) -> Bool {
    guard count >= suffix.count else { return false }
    var at = count - suffix.count
    for byte in suffix {
      if self[at] != byte { return false }
      at += 1
    }
    return true
  }
}
