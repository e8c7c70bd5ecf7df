import Diagnostics

/// How a language is recognised: by the small words that every text in it has, by the letters that
/// its neighbours lack, and by the small words of its neighbours that speak against it.
struct DetectionProfile: Sendable {
  var words: Set<[UInt8]>
  /// Small words that are common in a near neighbour and do not exist here.
  var foreign: Set<[UInt8]>
  /// UTF-8 of lower-case letters that the language has beyond `a` to `z`.
  var letters: Set<[UInt8]>

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(["words", "foreign", "letters"], &faults)
    func set(_ key: String) -> Set<[UInt8]> {
      Set((section[key]?.words(&faults) ?? []).map { Array($0.utf8) })
    }
    words = set("words")
    foreign = set("foreign")
    letters = set("letters")
  }

  private struct Tally {
    /// Words that are function words here; those known to one language alone count fully.
    var known = 0.0
    var against = 0.0
    var letters = 0.0
  }

  /// The language whose profile fits a text clearly better than any other; nil where none does.
  static func best(
    _ profiles: [(code: LanguageCode, profile: DetectionProfile)], _ utf8: [UInt8]
  ) -> LanguageCode? {
    let words = Self.words(of: utf8)
    guard words.count >= 4 else { return nil }
    var tallies = [Tally](repeating: Tally(), count: profiles.count)
    for word in words {
      let owners = profiles.indices.filter { profiles[$0].profile.words.contains(word) }
      for owner in owners { tallies[owner].known += owners.count == 1 ? 1 : 0.4 }
      for i in profiles.indices where profiles[i].profile.foreign.contains(word) {
        tallies[i].against += 2
      }
      for letter in letters(of: word) {
        let users = profiles.indices.filter { profiles[$0].profile.letters.contains(letter) }
        for user in users where users.count < profiles.count { tallies[user].letters += 0.5 }
        for i in profiles.indices where !users.isEmpty && !users.contains(i) {
          tallies[i].against += 0.5
        }
      }
    }
    let count = Double(words.count)
    let scores = tallies.map { tally in
      // Letters confirm a language whose words are there; alone they prove little.
      tally.known + min(tally.letters, tally.known) - tally.against
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let tally = tallies[best]
    guard tally.known >= 1.2, scores[best] >= 0.12 * count, tally.against <= 0.4 * tally.known
    else {
      return nil
    }
    let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
    return scores[best] - second >= max(0.6, 0.02 * count) ? profiles[best].code : nil
  }

  /// Lower-case words of letters in the first 20,000 bytes.
  private static func words(of utf8: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in utf8.prefix(20_000) {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A: word.append(byte)
      // The second byte of `À` to `Þ`, whose small letters lie 32 further on.
      case 0x80...0x9E where word.last == 0xC3 && byte != 0x97: word.append(byte | 0x20)
      case 0x80...0xFF: word.append(byte)
      default:
        if !word.isEmpty { words.append(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The two-byte letters of a word.
  private static func letters(of word: [UInt8]) -> [[UInt8]] {
    word.indices.dropLast().compactMap { word[$0] == 0xC3 ? [word[$0], word[$0 + 1]] : nil }
  }
}
