import Diagnostics
import Knowledge
import Language

/// What Apertium makes of terms, where it is installed (`apt-get install apertium-swe-nor
/// apertium-recursive`).
enum ApertiumDictionary {
  /// - Parameter terms: of the concepts that lack a term in the other language.
  static func look(
    up terms: (first: [String], second: [String]), _ correspondences: LetterCorrespondences
  ) -> TranslationDictionary {
    let modes = correspondences.dictionaries
    return TranslationDictionary(
      forward: translate(terms.first, modes.forward),
      backward: translate(terms.second, modes.backward))
  }

  /// One term a line: a line is translated as it stands.
  private static func translate(_ terms: [String], _ mode: String) -> [String: String] {
    let words = Set(terms.map(CaseFolding.lowercased)).filter { !$0.contains("\n") }.sorted()
    if words.isEmpty || mode.isEmpty { return [:] }
    let input = Array(words.map { $0 + "\n" }.joined().utf8)
    guard
      let answer = ChildProcess.run(["apertium", "-f", "line", mode], input: input, seconds: 60),
      answer.status == 0
    else { return [:] }
    let lines = String(decoding: answer.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= words.count else { return [:] }
    var translations: [String: String] = [:]
    for (word, line) in zip(words, lines) {
      let translation = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // A star stands before words that it does not know; `#` and `@` before those it cannot form.
      guard !translation.isEmpty, !translation.contains(where: { "*#@".contains($0) }) else {
        continue
      }
      translations[word] = CaseFolding.lowercased(translation)
    }
    return translations
  }
}
