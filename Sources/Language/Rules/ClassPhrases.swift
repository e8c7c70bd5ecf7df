/// The words of classes that are several in a row, as `i_praktiken` in a list of adverbs: each of the
/// words counts as one of the class, where all stand together.
struct ClassPhrases: Sendable {
  private struct Phrase {
    var rest: [Vocabulary.WordID]
    var bits: UInt64
  }

  /// By first word, where in `places` its phrases are; 0 for words that begin none.
  private var first: [UInt16] = []
  private var places: [[Phrase]] = [[]]

  init(_ phrases: [(words: [Vocabulary.WordID], bits: UInt64)]) {
    for phrase in phrases {
      guard let word = phrase.words.first, phrase.words.count > 1 else { continue }
      while first.count <= Int(word) { first.append(0) }
      if first[Int(word)] == 0 {
        guard let place = UInt16(exactly: places.count) else { continue }
        first[Int(word)] = place
        places.append([])
      }
      places[Int(first[Int(word)])].append(
        Phrase(rest: Array(phrase.words.dropFirst()), bits: phrase.bits))
    }
  }

  /// Adds to the tokens from a place on the classes of the phrases that they form.
  func tag(_ text: inout TaggedTokens, from start: Int) {
    for at in start..<text.ids.count {
      let word = Int(text.ids[at])
      guard word < first.count, first[word] != 0 else { continue }
      for phrase in places[Int(first[word])] {
        let end = at + 1 + phrase.rest.count
        guard end <= text.ids.count, text.ids[at + 1..<end].elementsEqual(phrase.rest) else {
          continue
        }
        for place in at..<end { text.classes[place] |= phrase.bits }
      }
    }
  }
}
