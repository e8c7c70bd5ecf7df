/// The words of one class of a pack.
struct WordClass: Sendable {
  /// What marks its words in a text; 0 where it has no bit.
  var bit: UInt64 = 0
  var words: Set<Vocabulary.WordID> = []
  /// How words end that patterns take for words of the class besides: `*~nackdel`.
  var suffixes: Set<[UInt8]> = []
}

/// The word classes of a pack, over a new vocabulary.
///
/// A token has 64 bits for classes. Those that the extractor asks for at every word have one each; what
/// is left goes to the others in the order of the pack. A class without a bit is looked up by its words:
/// in a pattern as a set of words like any other, in the extractor by `RuleBook.words(of:)`.
struct WordLists {
  /// How many classes have a bit.
  static let room = 64
  /// The classes that the extractor asks for by their bit.
  static let marked: [String] = [
    "numeral", "finite", "infinitive", "imperative", "additive", "adjective", "adverb", "advice",
    "announcing", "article", "as-pair", "as-word", "auxiliary", "back-reference", "be", "between",
    "body", "clause", "comparative", "conditional", "conjunction", "contact", "contrast", "degree",
    "demonstrative", "denial", "determiner", "doer", "evaluative", "example-noun", "extent",
    "infinitive-mark", "joint-action", "lead", "measure", "modal", "moment", "negation", "nonterm",
    "order", "ordinal", "pair", "place", "preposition", "pronoun", "reason", "relative",
    "relative-noun", "result", "saying", "seldom", "sequence", "speaker", "speech", "starter",
    "step-word", "turn", "vague",
  ]

  private(set) var vocabulary = Vocabulary(capacity: 8192)
  private(set) var classes: [String: WordClass] = ["numeral": WordClass(bit: RuleBook.numeralBit)]
  /// By the word's number.
  private(set) var bitsOfWord: [UInt64] = [0]
  /// Words that are several in a row, with the bits of their classes.
  private(set) var phrases: [(words: [Vocabulary.WordID], bits: UInt64)] = []
  /// Classes that have words of several in a row and got no bit, so that those are not found.
  private(set) var unmarked: [String] = []
  private var bitCount = 1

  init(_ document: RuleBookDocument, forms: (String) -> [String]) {
    let lists = document.words
    for name in Self.marked { makeClass(name) }
    // Only a bit can tell where several words stand together.
    for (name, list) in lists where list.contains(where: Self.hasSeveralWords) { makeClass(name) }
    for (name, _) in lists { makeClass(name) }
    for (name, list) in lists {
      for word in list where !word.hasPrefix("<") {
        let isPart = word.hasPrefix("*~")
        guard isPart || word.hasPrefix("~") else {
          add(word, to: name)
          continue
        }
        let lemma = String(word.dropFirst(isPart ? 2 : 1))
        for form in [lemma] + forms(lemma) {
          add(form, to: name)
          if isPart { classes[name]?.suffixes.insert(CaseFolding.lowercased(form.utf8)) }
        }
      }
    }
    for group in document.verbs {
      for (form, endings) in group.endings {
        makeClass(form)
        for stem in group.stems {
          for ending in endings { add(stem + ending, to: form) }
        }
      }
    }
    // `<class>` in a list takes in the words of another, which must not itself take in others.
    for (name, list) in lists {
      let bit = classes[name]?.bit ?? 0
      for other in list where other.hasPrefix("<") {
        guard let taken = classes[String(other.dropFirst().dropLast())] else { continue }
        for id in taken.words { add(id, to: name) }
        classes[name]?.suffixes.formUnion(taken.suffixes)
        for place in phrases.indices where phrases[place].bits & taken.bit != 0 {
          phrases[place].bits |= bit
        }
      }
    }
  }

  private static func hasSeveralWords(_ word: String) -> Bool {
    word.utf8.contains(UInt8(ascii: "_"))
  }

  private mutating func makeClass(_ name: String) {
    guard classes[name] == nil else { return }
    var made = WordClass()
    if bitCount < Self.room {
      made.bit = 1 << UInt64(bitCount)
      bitCount += 1
    }
    classes[name] = made
  }

  private mutating func add(_ word: String, to name: String) {
    if Self.hasSeveralWords(word) {
      let parts = word.split(separator: "_").map { vocabulary.insert(String($0)) }
      bitsOfWord += Array(repeating: 0, count: max(0, vocabulary.count + 1 - bitsOfWord.count))
      let bit = classes[name]?.bit ?? 0
      if bit == 0, unmarked.last != name { unmarked.append(name) }
      phrases.append((parts, bit))
      return
    }
    let id = vocabulary.insert(word)
    if Int(id) >= bitsOfWord.count { bitsOfWord.append(0) }
    add(id, to: name)
  }

  private mutating func add(_ id: Vocabulary.WordID, to name: String) {
    bitsOfWord[Int(id)] |= classes[name]?.bit ?? 0
    classes[name]?.words.insert(id)
  }
}
