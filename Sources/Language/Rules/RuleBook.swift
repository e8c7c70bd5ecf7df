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

  /// A rule for one sentence. Each sentence is asked about many, so they are shared, not copied.
  package final class SentenceRule: Sendable {
    package let id: String
    /// Nil: the facet that the heading promises.
    package let facet: Facet?
    package let pattern: Pattern
    /// Empty: anywhere.
    package let under: [Facet]
    package let requirements: Requirements
    package let cut: Cut
    package let examples: Examples

    init(
      id: String, facet: Facet?, pattern: Pattern, under: [Facet], requirements: Requirements,
      cut: Cut, examples: Examples
    ) {
      self.id = id
      self.facet = facet
      self.pattern = pattern
      self.under = under
      self.requirements = requirements
      self.cut = cut
      self.examples = examples
    }
  }

  static let numeralBit: UInt64 = 1

  package let tokenizer: Tokenizer
  package let splitter: SentenceSplitter
  private let finiteEndings: [[UInt8]]
  /// How adjectives end that tell one thing of several by rank: `lättaste`.
  package let superlativeEndings: [String]
  private let vocabulary: Vocabulary
  private let classesOfWord: [UInt64]
  private let classes: [String: WordClass]
  package let headings: [HeadingRule]
  /// Headings that ask what something is: what they capture is asked about.
  package let questions: [Pattern]
  /// How a text names the two ends of an axis: what they capture, in order.
  package let poles: [Pattern]
  /// What words say of whether something is wanted.
  package let polarity: Polarity
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
    superlativeEndings = document.superlativeEndings

    let lists = WordLists(document, forms: forms)
    var builder = RuleBuilder(
      compiler: PatternCompiler(
        vocabulary: lists.vocabulary, classes: lists.classes,
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
    polarity = Polarity(sections["polarity"], &faults)
    definitions = document.definitions.compactMap { builder.rule($0, fallback: .definition) }
    statements = document.statements.compactMap { builder.rule($0, fallback: nil) }
    synonyms = document.synonyms.compactMap { builder.rule($0, fallback: nil) }
    faults += builder.faults

    if let section = sections["words"] {
      faults += lists.unmarked.map {
        section.fault(
          "the class '\($0)' has words of several in a row, for which \(WordLists.room) classes leave no room"
        )
      }
    }
    classes = lists.classes
    phrases = ClassPhrases(lists.phrases)
    vocabulary = builder.compiler.vocabulary
    classesOfWord =
      lists.bitsOfWord + Array(repeating: 0, count: vocabulary.count + 1 - lists.bitsOfWord.count)
    let sentences = [definitions, statements, synonyms].map { rules in
      rules.map {
        RuleIndex.Entry(pattern: $0.pattern, isByClause: $0.requirements.contains(.byClause))
      }
    }
    let sets = builder.compiler.sets.all
    index = RuleIndex(
      sentences + [headings.map { RuleIndex.Entry(pattern: $0.pattern) }], sets: sets.count)
    membership = SetMembership(sets, vocabulary, lookup: index.lookup)
    clauseBits = ["finite", "modal", "be", "clause"].reduce(0) {
      $0 | (lists.classes[$1]?.bit ?? 0)
    }
    nontermBit = lists.classes["nonterm"]?.bit ?? 0
  }

  /// The bit of a word class; 0 where the pack has none of that name.
  ///
  /// - Parameter name: One of `WordLists.marked`, which have a bit whatever other classes a pack has.
  package func bit(_ name: String) -> UInt64 {
    assert(WordLists.marked.contains(name), "the class '\(name)' has no bit of its own")
    return classes[name]?.bit ?? 0
  }

  /// The words of a class that is seldom asked for, by their numbers; empty where the pack has none of
  /// that name. Words of several in a row are not among them.
  package func words(of name: String) -> Set<Vocabulary.WordID> { classes[name]?.words ?? [] }

  /// Whether a word, in lower case, is one of a class.
  package func isWord(_ word: String, of name: String) -> Bool {
    classes[name]?.words.contains(vocabulary.id(of: word)) ?? false
  }

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
      pattern: pattern, under: facets(sentence.under),
      requirements: requirements(sentence.require), cut: cut, examples: sentence.examples)
  }

  private mutating func requirements(_ values: [PackValue]) -> Requirements {
    var all: Requirements = []
    for value in values {
      guard let name = value.string(&faults) else { continue }
      guard let one = Requirements.byName[name] else {
        faults.append(value.fault("nothing can be required that is called '\(name)'"))
        continue
      }
      all.insert(one)
    }
    return all
  }
}
