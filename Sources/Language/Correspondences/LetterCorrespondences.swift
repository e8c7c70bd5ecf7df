import Diagnostics

/// How words of one language are spelled in another, as far as that is regular: the letters that stand
/// where others do (`nätverk`, `nettverk`), parts of words that are called otherwise (`bolag`,
/// `selskap`), and words that look alike and are not (`anledning`).
///
/// They are data: the section `alignment` of one of the two packs.
package struct LetterCorrespondences: Sendable {
  struct Pair: Sendable, Hashable {
    var from: [UInt32]
    var to: [UInt32]
    var atStart = false
    var atEnd = false

    /// How many letters of it are the same in both, at its beginning and its end.
    var shared: Int {
      let count = min(from.count, to.count)
      let start = zip(from, to).prefix { $0 == $1 }.count
      let end = zip(from.reversed(), to.reversed()).prefix { $0 == $1 }.count
      return min(count, start + end)
    }
  }

  /// A correspondence with what is worked out of it once.
  struct Rule: Sendable {
    var pair: Pair
    var shared: Int
  }

  /// By the first letter of `from`.
  private(set) var letters: [UInt32: [Rule]] = [:]
  /// Those that put letters where there are none.
  private(set) var additions: [Pair] = []
  /// Words and parts of words that are one though nothing in their letters says so.
  package private(set) var parts: [(from: String, to: String)] = []
  private var falseFriends: Set<String> = []
  /// Endings of words that both languages have borrowed, in the first one.
  private var loanEndings: [String] = []

  /// What Apertium calls the translation to the other language, and back; empty where it has none.
  package private(set) var dictionaries: (forward: String, backward: String) = ("", "")

  /// Nothing is known but that equal letters are equal.
  package init() {}

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(["letters", "parts", "loan-endings", "false-friends", "apertium"], &faults)
    for (from, to) in Self.pairs(section["letters"], &faults) {
      var pair = Pair(from: Self.scalars(from), to: Self.scalars(to))
      if pair.from.first == 0x5E, pair.to.first == 0x5E {
        pair.atStart = true
        pair.from.removeFirst()
        pair.to.removeFirst()
      }
      if pair.from.last == 0x24, pair.to.last == 0x24 {
        pair.atEnd = true
        pair.from.removeLast()
        pair.to.removeLast()
      }
      add(pair)
    }
    for (from, to) in Self.pairs(section["parts"], &faults) where !from.isEmpty && !to.isEmpty {
      parts.append((CaseFolding.lowercased(from), CaseFolding.lowercased(to)))
    }
    let modes = section["apertium"]?.words(&faults) ?? []
    dictionaries = (modes.first ?? "", modes.count > 1 ? modes[1] : "")
    loanEndings = (section["loan-endings"]?.words(&faults) ?? []).map(CaseFolding.lowercased)
    for (from, to) in Self.pairs(section["false-friends"], &faults) {
      falseFriends.insert(Self.key(from, to))
    }
  }

  /// Pairs as they are written: `tion~sjon`.
  private static func pairs(_ value: PackValue?, _ faults: inout [Diagnostic]) -> [(String, String)]
  {
    guard let value else { return [] }
    var pairs: [(String, String)] = []
    for word in value.words(&faults) {
      let sides = word.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
      if sides.count == 2, sides[0] != sides[1] || !sides[0].isEmpty {
        pairs.append((sides[0], sides[1]))
      } else {
        faults.append(value.fault("'\(word)' is no pair such as 'tion~sjon'"))
      }
    }
    return pairs
  }

  private static func scalars(_ text: String) -> [UInt32] {
    CaseFolding.lowercased(text).unicodeScalars.map(\.value)
  }

  private static func key(_ a: String, _ b: String) -> String {
    CaseFolding.lowercased(a) + "~" + CaseFolding.lowercased(b)
  }

  private mutating func add(_ pair: Pair) {
    guard let first = pair.from.first else {
      if !pair.to.isEmpty { additions.append(pair) }
      return
    }
    letters[first, default: []].append(Rule(pair: pair, shared: pair.shared))
  }

  /// The same, read from the other language.
  package var reversed: LetterCorrespondences {
    var other = LetterCorrespondences()
    for pair in letters.sorted(by: { $0.key < $1.key }).flatMap({ $0.value.map(\.pair) })
      + additions
    {
      other.add(
        Pair(from: pair.to, to: pair.from, atStart: pair.atStart, atEnd: pair.atEnd))
    }
    other.parts = parts.map { ($0.to, $0.from) }
    other.loanEndings = loanEndings
    other.dictionaries = (dictionaries.backward, dictionaries.forward)
    for friend in falseFriends {
      let sides = friend.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
      if sides.count == 2 { other.falseFriends.insert(Self.key(sides[1], sides[0])) }
    }
    return other
  }

  /// Whether two words are known to look alike and mean different things.
  package func areFalseFriends(_ a: String, _ b: String) -> Bool {
    falseFriends.contains(Self.key(a, b))
  }

  /// Whether a word of either language ends as words do that many languages have borrowed.
  package func isLoan(_ a: String, _ b: String) -> Bool {
    loanEndings.contains { a.hasSuffix($0) || b.hasSuffix($0) }
  }

  /// The same without what is known of false friends.
  package var withoutFalseFriends: LetterCorrespondences {
    var other = self
    other.falseFriends = []
    return other
  }
}

extension LanguageCatalog {
  /// What the packs of two languages say of their spellings, read from the first to the second; nothing
  /// where neither says anything.
  package func correspondences(from a: LanguageCode, to b: LanguageCode) -> LetterCorrespondences {
    if let own = self[a]?.correspondences[b] { return own }
    return self[b]?.correspondences[a]?.reversed ?? LetterCorrespondences()
  }
}
