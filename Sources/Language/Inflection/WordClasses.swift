import Diagnostics

/// The paradigms of one kind of word, nouns or adjectives, and which words belong to which.
struct WordClasses: Sendable {
  /// What is known of a word: its paradigms and how good the evidence is.
  struct Membership {
    /// The word or ending that decides, by its number.
    var entry: Int
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
  /// A change as it is undone: what it took off is put back on the stem.
  private struct Undoing: Sendable {
    var paradigm: Int
    var slot: Int
    var remove: [UInt8]
    /// The first of its ending's changes that took off the same: they have one dictionary form.
    var alike: Int
  }

  /// Per ending that some change puts on, the changes that do.
  private var changes: [[Undoing]] = []
  private var changeEndings = SuffixTable()

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
          let at = changeEndings[change.add] ?? changes.count
          if at == changes.count {
            changeEndings[change.add] = at
            changes.append([])
          }
          let alike = changes[at].firstIndex { $0.remove == change.remove } ?? changes[at].count
          changes[at].append(
            Undoing(paradigm: number, slot: slot, remove: change.remove, alike: alike))
        }
      }
    }
  }

  /// The classes of the word or ending that decided a membership, the usual one first.
  func classes(_ membership: Membership) -> [Int] { entries[membership.entry].classes }

  /// The paradigms of a word in dictionary form, lower case; the longest known ending decides.
  func membership(of word: UnsafeBufferPointer<UInt8>) -> Membership? {
    var best: Membership?
    endings.forEachEnding(of: word) { length, value in
      if entries[value].isWord {
        if length == word.count {
          best = Membership(entry: value, strength: 200)
        } else if Self.canPrecede(word[..<(word.count - length)], head: length) {
          best = Membership(entry: value, strength: min(100 + length, 199))
        }
      } else if length == 1 {
        best = Membership(entry: value, strength: 0)
      } else if word.count >= length + 2 {
        best = Membership(entry: value, strength: min(10 * length, 99))
      }
    }
    return best
  }

  /// The length in bytes of the longest known word that a word ends in, itself not counted.
  func knownHead(of word: [UInt8]) -> Int? {
    var best: Int?
    word.withUnsafeBufferPointer { word in
      endings.forEachEnding(of: word) { length, value in
        guard entries[value].isWord, length < word.count,
          Self.canPrecede(word[..<(word.count - length)], head: length)
        else { return }
        best = max(best ?? 0, length)
      }
    }
    return best
  }

  /// A dictionary form that a form could be of. `lemma` is on loan: valid for the call alone.
  struct Origin {
    var lemma: UnsafeBufferPointer<UInt8>
    var paradigm: Int
    var slot: Int
    /// The length in bytes of what the paradigm puts on.
    var ending: Int
    /// How well the dictionary form is known.
    var strength: Int
  }

  /// Calls `body` with every dictionary form, its class and slot, that a form could be of; only those
  /// of two bytes or more whose own class is the one that the form shows.
  func forEachOrigin(of form: UnsafeBufferPointer<UInt8>, _ body: (Origin) -> Void) {
    let longest = form.count + Self.longestRemoval
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      changeEndings.forEachEnding(of: form) { length, value in
        let stem = form.count - length
        if let start = room.baseAddress, let from = form.baseAddress {
          start.update(from: from, count: stem)
        }
        var known: Membership?
        for (place, change) in changes[value].enumerated() {
          let count = stem + change.remove.count
          guard count >= 2, count <= longest else { continue }
          // Those that took off the same come to the same word; of them the first looks it up.
          if change.alike == place || place == 0 || changes[value][place - 1].alike != change.alike
          {
            for (offset, byte) in change.remove.enumerated() { room[stem + offset] = byte }
            known = membership(of: UnsafeBufferPointer(rebasing: room[..<count]))
          }
          guard let known, entries[known.entry].classes.contains(change.paradigm) else { continue }
          body(
            Origin(
              lemma: UnsafeBufferPointer(rebasing: room[..<count]), paradigm: change.paradigm,
              slot: change.slot, ending: length, strength: known.strength))
        }
      }
    }
  }

  /// More bytes than any paradigm takes off.
  private static let longestRemoval = 32

  /// Whether the bytes before a known word can be the first part of a compound.
  static func canPrecede(_ prefix: some BidirectionalCollection<UInt8>, head: Int) -> Bool {
    guard let last = prefix.last else { return false }
    if last == UInt8(ascii: "-") { return prefix.count > 1 }
    guard prefix.count >= (head >= 5 ? 2 : 3) else { return false }
    return prefix.contains { byte in
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        true
      // The other vowels are not of ASCII.
      default: byte >= 0x80
      }
    }
  }
}
