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

  /// The dictionary form that gives a form; nil where the form lacks the ending.
  func undone(_ form: [UInt8]) -> [UInt8]? {
    guard form.count >= add.count, form.hasSuffix(add) else { return nil }
    return form[..<(form.count - add.count)] + remove
  }
}

/// How a class of words makes its forms: per slot the changes that are in use, the usual one first.
struct Paradigm: Sendable {
  var isNeuter: Bool
  /// Nouns: definite, plural, definite plural. Adjectives: neuter, plural, definite, further forms.
  var slots: [[EndingChange]]

  /// Reads `gender | definite | plural | definite plural`, or without a gender for adjectives; the
  /// alternatives of a slot stand with `/` between them.
  init(_ text: String, hasGender: Bool) {
    var parts = text.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
    isNeuter = hasGender && parts.first == "neuter"
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

/// The paradigms of one kind of word, nouns or adjectives, and which words belong to which.
struct WordClasses: Sendable {
  /// What is known of a word: its paradigms and how good the evidence is.
  struct Membership {
    var classes: [Int]
    /// 0: a guess from the last letter. 10 per byte of a known ending. From 100: a known word at the
    /// end of a compound. 200: a known word.
    var strength: Int
  }

  private struct Entry: Sendable {
    var classes: [Int]
    /// Whether this is a word, which must be all of the word or the end of a compound.
    var isWord: Bool
  }

  private(set) var paradigms: [Paradigm] = []
  private var entries: [Entry] = []
  private var endings = SuffixTable()
  /// Per ending that some change puts on, the changes that do: (class, slot, change).
  private(set) var changes: [[(paradigm: Int, slot: Int, change: EndingChange)]] = []
  private var changeEndings = SuffixTable()
  /// UTF-8 of the vowels; for ASCII and for the second byte after 0xC3.
  private static let vowels = Set("aeiouy".utf8)

  /// - Parameter section: `classes:` with a paradigm per name, `words:` and `endings:` with the words
  ///   and the endings of each class.
  init(_ section: PackValue?, hasGender: Bool, _ faults: inout [Diagnostic]) {
    guard let section else { return }
    section.checkKeys(["classes", "words", "endings"], &faults)
    var numbers: [String: Int] = [:]
    for entry in section["classes"]?.entries(&faults) ?? [] {
      guard let text = entry.value.string(&faults) else { continue }
      numbers[entry.key] = paradigms.count
      paradigms.append(Paradigm(text, hasGender: hasGender))
    }
    for (key, isWord) in [("endings", false), ("words", true)] {
      for entry in section[key]?.entries(&faults) ?? [] {
        // `er+ar: …` are words that follow either class.
        let names = entry.key.split(separator: "+").map(String.init)
        let classes = names.compactMap { numbers[$0] }
        guard classes.count == names.count else {
          let message = "'\(entry.key)' is not a class of this section"
          faults.append(Diagnostic(.invalidValue, at: entry.keyPlace.location, message))
          continue
        }
        for word in entry.value.words(&faults) {
          let bytes = CaseFolding.lowercased(word.utf8)
          endings[bytes] = entries.count
          entries.append(Entry(classes: classes, isWord: isWord))
        }
      }
    }
    indexChanges()
  }

  private mutating func indexChanges() {
    for (number, paradigm) in paradigms.enumerated() {
      for (slot, alternatives) in paradigm.slots.enumerated() {
        for change in alternatives where !change.add.isEmpty || !change.remove.isEmpty {
          if let at = changeEndings[change.add] {
            changes[at].append((number, slot, change))
          } else {
            changeEndings[change.add] = changes.count
            changes.append([(number, slot, change)])
          }
        }
      }
    }
  }

  /// The paradigms of a word in dictionary form, lower case; the longest known ending decides.
  func membership(of word: [UInt8]) -> Membership? {
    var best: Membership?
    endings.forEachEnding(of: word) { length, value in
      let entry = entries[value]
      if entry.isWord {
        if length == word.count {
          best = Membership(classes: entry.classes, strength: 200)
        } else if Self.canPrecede(word[..<(word.count - length)], head: length) {
          best = Membership(classes: entry.classes, strength: min(100 + length, 199))
        }
      } else if length == 1 {
        best = Membership(classes: entry.classes, strength: 0)
      } else if word.count >= length + 2 {
        best = Membership(classes: entry.classes, strength: min(10 * length, 99))
      }
    }
    return best
  }

  /// The length in bytes of the longest known word that a word ends in, itself not counted.
  func knownHead(of word: [UInt8]) -> Int? {
    var best: Int?
    endings.forEachEnding(of: word) { length, value in
      guard entries[value].isWord, length < word.count,
        Self.canPrecede(word[..<(word.count - length)], head: length)
      else { return }
      best = max(best ?? 0, length)
    }
    return best
  }

  /// Calls `body` with every dictionary form, its class and slot, that a form could be of.
  func forEachOrigin(
    of form: [UInt8],
    _ body: (_ lemma: [UInt8], _ paradigm: Int, _ slot: Int, _ ending: Int) -> Void
  ) {
    changeEndings.forEachEnding(of: form) { _, value in
      for (paradigm, slot, change) in changes[value] {
        guard let lemma = change.undone(form) else { continue }
        body(lemma, paradigm, slot, change.add.count)
      }
    }
  }

  /// Whether the bytes before a known word can be the first part of a compound.
  static func canPrecede(_ prefix: ArraySlice<UInt8>, head: Int) -> Bool {
    guard let last = prefix.last else { return false }
    if last == UInt8(ascii: "-") { return prefix.count > 1 }
    guard prefix.count >= (head >= 5 ? 2 : 3) else { return false }
    return prefix.contains { vowels.contains($0) || $0 >= 0x80 }
  }
}
