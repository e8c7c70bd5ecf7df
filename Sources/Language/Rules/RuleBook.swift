import Diagnostics

/// How the sentences of one language are read: its word classes, and the rules for headings,
/// definitions and statements, compiled over one vocabulary.
package struct RuleBook: Sendable {
  /// What a rule must match and what it must not, run by the tests.
  package struct Examples: Sendable {
    /// After `=>` stands what must be found, parted by `;`.
    package var yes: [String] = []
    package var no: [String] = []
  }

  /// What a heading promises.
  package struct HeadingRule: Sendable {
    /// Empty where nothing below the heading is to be understood.
    package let facets: [Facet]
    package let pattern: Pattern
    /// Whether it counts only where no other speaks.
    package let isWeak: Bool
    /// Whether no other counts where it matches: `Så undviker du fallgroparna` is advice.
    package let isAlone: Bool
    package let examples: Examples
  }

  /// How what a rule captured becomes facts: one a member of the list, one a clause, one in all, none.
  /// A facet that stands with `nothing` is what the sentences after it are about.
  package enum Cut: String, Sendable { case list, clauses, whole, nothing }

  /// A rule for one sentence.
  package struct SentenceRule: Sendable {
    package let id: String
    /// Nil: the facet that the heading promises.
    package let facet: Facet?
    package let pattern: Pattern
    /// Empty: anywhere.
    package let under: [Facet]
    package let requirements: Set<String>
    package let cut: Cut
    package let examples: Examples
  }

  static let numeralBit: UInt64 = 1

  package let tokenizer: Tokenizer
  package let splitter: SentenceSplitter
  private let finiteEndings: [[UInt8]]
  private let vocabulary: Vocabulary
  private let classesOfWord: [UInt64]
  private let bits: [String: UInt64]
  package let headings: [HeadingRule]
  /// Headings that ask what something is: what they capture is asked about.
  package let questions: [Pattern]
  /// How a text names the two ends of an axis: what they capture, in order.
  package let poles: [Pattern]
  package let definitions: [SentenceRule]
  package let statements: [SentenceRule]
  package let synonyms: [SentenceRule]
  /// The words of classes that are several words in a row, `i_praktiken`, by the first of them.
  private let phrases: ClassPhrases
  let index: RuleIndex
  /// Which sets of words, of those that the patterns ask for, each word belongs to.
  let membership: SetMembership
  /// The classes whose words `..` does not pass, and the class whose words are no part of a designation.
  let clauseBits: UInt64
  let nontermBit: UInt64

  /// Compiles the sections of a pack. A rule that is not understood is left out, with a diagnostic.
  ///
  /// - Parameter forms: all inflected forms of a word, for `~word` in the pack.
  init(_ sections: PackValue, forms: @escaping (String) -> [String], _ faults: inout [Diagnostic]) {
    let document = RuleBookDocument(sections, &faults)
    tokenizer = Tokenizer(abbreviations: document.abbreviations)
    splitter = SentenceSplitter(closingAbbreviations: document.closing)
    finiteEndings = document.finiteEndings.map { Array($0.utf8) }

    let lists = WordLists(document, forms: forms)
    var builder = RuleBuilder(
      compiler: PatternCompiler(
        vocabulary: lists.vocabulary, classBits: lists.bits, classWords: lists.words,
        frequent: Set(document.stopWords.map(lists.vocabulary.id)), forms: forms))
    headings = document.headings.flatMap { heading -> [HeadingRule] in
      let facets = builder.facets(heading.facets)
      return heading.patterns.compactMap { builder.pattern($0) }.map {
        HeadingRule(
          facets: facets, pattern: $0, isWeak: heading.isWeak, isAlone: heading.isAlone,
          examples: heading.examples)
      }
    }
    questions = document.questions.compactMap { builder.pattern($0) }
    poles = document.poles.compactMap { builder.pattern($0) }
    definitions = document.definitions.compactMap { builder.rule($0, fallback: .definition) }
    statements = document.statements.compactMap { builder.rule($0, fallback: nil) }
    synonyms = document.synonyms.compactMap { builder.rule($0, fallback: nil) }
    faults += builder.faults

    if lists.bits.count > 64, let words = sections["words"] {
      faults.append(words.fault("there are more word classes than 64, forms of verbs counted"))
    }
    bits = lists.bits
    phrases = ClassPhrases(lists.phrases)
    vocabulary = builder.compiler.vocabulary
    classesOfWord =
      lists.classes + Array(repeating: 0, count: vocabulary.count + 1 - lists.classes.count)
    let sentences = [definitions, statements, synonyms].map { rules in
      rules.map {
        RuleIndex.Entry(pattern: $0.pattern, isByClause: $0.requirements.contains("by-clause"))
      }
    }
    let sets = builder.compiler.sets.all
    index = RuleIndex(
      sentences + [headings.map { RuleIndex.Entry(pattern: $0.pattern) }], sets: sets.count)
    membership = SetMembership(sets, vocabulary)
    clauseBits = ["finite", "modal", "be", "clause"].reduce(0) { $0 | lists.bits[$1, default: 0] }
    nontermBit = lists.bits["nonterm"] ?? 0
  }

  /// The bit of a word class; 0 where the pack has none of that name.
  package func bit(_ name: String) -> UInt64 { bits[name] ?? 0 }

  /// The bits of several classes together.
  package func bits(_ names: String...) -> UInt64 { names.reduce(0) { $0 | bit($1) } }

  /// Whether a word, of four letters or more, ends as finite verbs do.
  package func hasFiniteEnding(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 4
      && finiteEndings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the pack's rules name a word.
  package func knows(_ word: String) -> Bool { vocabulary.id(of: word) != 0 }

  /// Cuts a stretch of UTF-8 into tokens, looks each up, and adds them to a text.
  package func tag(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into text: inout TaggedTokens
  ) {
    let first = text.tokens.count
    tokenizer.tokens(of: bytes, in: range, into: &text.tokens)
    defer { phrases.tag(&text, from: first) }
    for at in first..<text.tokens.count {
      let token = text.tokens[at]
      let id = token.kind == .punctuation ? 0 : vocabulary.id(of: token, in: bytes)
      text.ids.append(id)
      text.classes.append(classesOfWord[Int(id)])
      guard id == 0, token.kind != .punctuation else {
        text.places.append(id)
        continue
      }
      let before = text.partSets.count
      membership.affixes.forEachSet(of: bytes, in: token.range) { text.partSets.append($0) }
      if text.partSets.count == before {
        text.places.append(0)
      } else {
        text.places.append(UInt32(vocabulary.count + text.partStarts.count))
        text.partStarts.append(UInt32(text.partSets.count))
      }
    }
  }
}

/// Compiles rules one after another over one growing vocabulary.
private struct RuleBuilder {
  var compiler: PatternCompiler
  var faults: [Diagnostic] = []

  init(compiler: PatternCompiler) { self.compiler = compiler }

  mutating func pattern(_ value: PackValue) -> Pattern? {
    guard let source = value.string(&faults) else { return nil }
    do {
      return try compiler.compile(source)
    } catch {
      faults.append(value.fault("the pattern '\(source)' is not understood: \(error.message)"))
      return nil
    }
  }

  mutating func facets(_ values: [PackValue]) -> [Facet] {
    values.compactMap { value in
      guard let name = value.string(&faults) else { return nil }
      guard let facet = Facet(rawValue: name) else {
        faults.append(value.fault("there is no facet '\(name)'"))
        return nil
      }
      return facet
    }
  }

  mutating func rule(
    _ sentence: RuleBookDocument.Sentence, fallback: Facet?
  ) -> RuleBook.SentenceRule? {
    guard let pattern = pattern(sentence.pattern) else { return nil }
    var cut = RuleBook.Cut.list
    if let value = sentence.cut, let name = value.string(&faults) {
      guard let known = RuleBook.Cut(rawValue: name) else {
        faults.append(value.fault("'cut' is one of list, clauses, whole, nothing"))
        return nil
      }
      cut = known
    }
    return RuleBook.SentenceRule(
      id: sentence.id, facet: facets(sentence.facet.map { [$0] } ?? []).first ?? fallback,
      pattern: pattern, under: facets(sentence.under), requirements: Set(sentence.require),
      cut: cut,
      examples: sentence.examples)
  }
}

/// The word classes of a pack, over a new vocabulary.
private struct WordLists {
  var vocabulary = Vocabulary(capacity: 8192)
  var bits: [String: UInt64] = ["numeral": RuleBook.numeralBit]
  var words: [String: Set<Vocabulary.WordID>] = [:]
  /// By the word's number.
  var classes: [UInt64] = [0]
  /// Words that are several in a row, with the bits of their classes.
  var phrases: [(words: [Vocabulary.WordID], bits: UInt64)] = []

  init(_ document: RuleBookDocument, forms: (String) -> [String]) {
    let lists = document.words
    for (name, list) in lists {
      for word in list where !word.hasPrefix("<") {
        guard word.hasPrefix("~") else {
          add(word, to: name)
          continue
        }
        let lemma = String(word.dropFirst())
        for form in [lemma] + forms(lemma) { add(form, to: name) }
      }
    }
    for group in document.verbs {
      for (form, endings) in group.endings {
        for stem in group.stems {
          for ending in endings { add(stem + ending, to: form) }
        }
      }
    }
    // `<class>` in a list takes in the words of another, which must not itself take in others.
    for (name, list) in lists {
      for other in list where other.hasPrefix("<") {
        let taken = String(other.dropFirst().dropLast())
        for id in words[taken] ?? [] { add(id, to: name) }
        for place in phrases.indices where phrases[place].bits & bit(of: taken) != 0 {
          phrases[place].bits |= bit(of: name)
        }
      }
    }
  }

  private mutating func add(_ word: String, to name: String) {
    if word.contains("_") {
      let parts = word.split(separator: "_").map { vocabulary.insert(String($0)) }
      classes += Array(repeating: 0, count: max(0, vocabulary.count + 1 - classes.count))
      phrases.append((parts, bit(of: name)))
      return
    }
    let id = vocabulary.insert(word)
    if Int(id) >= classes.count { classes.append(0) }
    add(id, to: name)
  }

  private mutating func add(_ id: Vocabulary.WordID, to name: String) {
    classes[Int(id)] |= bit(of: name)
    words[name, default: []].insert(id)
  }

  private mutating func bit(of name: String) -> UInt64 {
    if let known = bits[name] { return known }
    // 64 classes are all that a token has bits for; what comes after them has no bit.
    let bit: UInt64 = bits.count < 64 ? 1 << UInt64(bits.count) : 0
    bits[name] = bit
    return bit
  }
}
