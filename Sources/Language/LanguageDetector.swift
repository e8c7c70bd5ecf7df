/// Tells the language of a text by the profiles of all that are known, each word looked up once.
struct LanguageDetector: Sendable {
  /// A language's place in `codes`, as a bit.
  private typealias Languages = UInt64

  private struct Word {
    var known: Languages = 0
    var foreign: Languages = 0
  }

  private struct Tally {
    /// Words that are function words here; those known to one language alone count fully.
    var known = 0.0
    var against = 0.0
    var letters = 0.0
  }

  private let codes: [LanguageCode]
  private let words: [[UInt8]: Word]
  private let longest: Int
  /// By the second byte of `À` to `ÿ`: the languages that have the letter.
  private let letters: [Languages]

  /// - Parameter profiles: of 64 languages at most; more are left out.
  init(_ profiles: [(code: LanguageCode, profile: DetectionProfile)]) {
    let profiles = profiles.prefix(64)
    codes = profiles.map(\.code)
    var words: [[UInt8]: Word] = [:]
    var letters = [Languages](repeating: 0, count: 256)
    for (place, language) in profiles.enumerated() {
      for word in language.profile.words { words[word, default: Word()].known |= 1 << place }
      for word in language.profile.foreign { words[word, default: Word()].foreign |= 1 << place }
      for letter in language.profile.letters where letter.count == 2 && letter[0] == 0xC3 {
        letters[Int(letter[1])] |= 1 << place
      }
    }
    self.words = words
    self.letters = letters
    longest = words.keys.lazy.map(\.count).max() ?? 0
  }

  /// The language whose profile fits a text clearly better than any other; nil where none does.
  ///
  /// - Parameter utf8: The text; only its first 20,000 bytes are looked at.
  func detect(_ utf8: [UInt8]) -> LanguageCode? {
    var tallies = [Tally](repeating: Tally(), count: codes.count)
    var count = 0
    var word: [UInt8] = []
    for byte in utf8.prefix(20_000) {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A: word.append(byte)
      // The second byte of `À` to `Þ`, whose small letters lie 32 further on.
      case 0x80...0x9E where word.last == 0xC3 && byte != 0x97: word.append(byte | 0x20)
      case 0x80...0xFF: word.append(byte)
      default:
        if word.isEmpty { continue }
        count += 1
        weigh(word, &tallies)
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty {
      count += 1
      weigh(word, &tallies)
    }
    return count < 4 ? nil : best(tallies, Double(count))
  }

  private func weigh(_ word: [UInt8], _ tallies: inout [Tally]) {
    if word.count <= longest, let marks = words[word] {
      let isOfOne = marks.known.nonzeroBitCount == 1
      for place in codes.indices {
        if marks.known & 1 << place != 0 { tallies[place].known += isOfOne ? 1 : 0.4 }
        if marks.foreign & 1 << place != 0 { tallies[place].against += 2 }
      }
    }
    for at in word.indices.dropLast() where word[at] == 0xC3 {
      let users = letters[Int(word[at + 1])]
      if users == 0 || users.nonzeroBitCount == codes.count { continue }
      for place in codes.indices {
        if users & 1 << place != 0 {
          tallies[place].letters += 0.5
        } else {
          tallies[place].against += 0.5
        }
      }
    }
  }

  private func best(_ tallies: [Tally], _ count: Double) -> LanguageCode? {
    let scores = tallies.map { tally in
      // Letters confirm a language whose words are there; alone they prove little.
      tally.known + min(tally.letters, tally.known) - tally.against
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let tally = tallies[best]
    guard tally.known >= 1.2, scores[best] >= 0.12 * count, tally.against <= 0.4 * tally.known
    else { return nil }
    let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
    return scores[best] - second >= max(0.6, 0.02 * count) ? codes[best] : nil
  }
}
