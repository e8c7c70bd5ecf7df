/// A pattern over the tokens of one sentence or heading, as the language packs write them.
///
/// | written | matches |
/// | --- | --- |
/// | `är`, `är\|utgör`, `det_vill_säga` | a word in any case, one of several, several in a row |
/// | `fördel*`, `*nivå`, `*nivå*` | a word that starts with, ends with, contains |
/// | `<article>` | a word of a class that the pack names |
/// | `#` | a number, in figures or words |
/// | `,` `:` `(` `)` `"` `-` `–` `?` | that mark, also as one of several; `–` is any dash, `"` any quotation mark |
/// | `[ … ]` | what stands inside, or nothing |
/// | `x?` `x*` `x+` | none or one, any number, at least one |
/// | `...` | any words, as few as will do |
/// | `..` | the same, but no verb, comma or subordinate clause: what belongs to a noun |
/// | `^` `$` | the start, the end of the sentence (its final mark not counted) |
/// | `{term}` | captures a designation: up to seven words, none of the class `nonterm` |
/// | `{items}` or any other name | captures words: as few as will do, or at the end all that is left |
/// | `{items … items}` | captures what the elements between match |
package struct Pattern: Sendable {
  /// Trivial values, so that running them counts no references.
  enum Instruction: Sendable {
    /// One of the words of a set, by its place in `sets`.
    case word(Int)
    case classes(UInt64)
    case mark(UInt8)
    case number
    case any
    /// Any word but a verb, and no comma.
    case nominal
    /// A word that may be part of a designation.
    case term
    case save(Int)
    /// Try the first; where that fails, the second.
    case split(Int, Int)
    case jump(Int)
    case start, end
    /// Everything up to the final mark of the sentence.
    case rest
    case accept
  }

  /// Words that an element matches, by number, and by what they begin with, end with or contain.
  struct WordSet: Hashable, Sendable {
    /// In ascending order.
    var ids: [Vocabulary.WordID] = []
    var prefixes: [[UInt8]] = []
    var suffixes: [[UInt8]] = []
    var infixes: [[UInt8]] = []
    var isOpen: Bool { !(prefixes.isEmpty && suffixes.isEmpty && infixes.isEmpty) }

    func contains(_ id: Vocabulary.WordID) -> Bool {
      var low = 0
      var high = ids.count
      while low < high {
        let middle = (low + high) / 2
        if ids[middle] < id { low = middle + 1 } else { high = middle }
      }
      return low < ids.count && ids[low] == id
    }

    mutating func insert(_ id: Vocabulary.WordID) {
      let place = ids.firstIndex { $0 >= id } ?? ids.count
      if place == ids.count || ids[place] != id { ids.insert(id, at: place) }
    }

    mutating func formUnion(_ other: WordSet) {
      for id in other.ids { insert(id) }
      prefixes += other.prefixes
      suffixes += other.suffixes
      infixes += other.infixes
    }
  }

  /// As the pack writes it.
  package let source: String
  var program: [Instruction]
  let sets: [WordSet]
  /// Names of the captures, in the order of their slots.
  package let captures: [String]
  /// Sets of words of each of which one must stand in whatever matches, the most telling first; empty
  /// where nothing can be said.
  let demands: [WordSet]
}

/// A fault in a pattern, with what is wrong in one sentence.
package struct PatternError: Error, Sendable {
  package var pattern: String
  package var message: String
}

/// Builds patterns over one vocabulary, to which it adds their words.
struct PatternCompiler {
  var vocabulary: Vocabulary
  /// Bits of the word classes, by name.
  let classBits: [String: UInt64]
  /// The words of each class.
  let classWords: [String: Set<Vocabulary.WordID>]
  /// All inflected forms of a word, for `~word`.
  let forms: (String) -> [String]

  private var program: [Pattern.Instruction] = []
  private var sets: [Pattern.WordSet] = []
  private var captures: [String] = []
  private var required: [Pattern.WordSet] = []
  private var optionalDepth = 0

  init(
    vocabulary: Vocabulary, classBits: [String: UInt64],
    classWords: [String: Set<Vocabulary.WordID>], forms: @escaping (String) -> [String]
  ) {
    self.vocabulary = vocabulary
    self.classBits = classBits
    self.classWords = classWords
    self.forms = forms
  }

  mutating func compile(_ source: String) throws(PatternError) -> Pattern {
    program = []
    sets = []
    captures = []
    required = []
    optionalDepth = 0
    var parts = Self.parts(of: source)[...]
    if parts.first != "^" {
      // Not anchored: begin anywhere.
      program += [.split(3, 1), .any, .jump(0)]
    }
    try sequence(&parts, source, isInner: false)
    program.append(.accept)
    guard program.count > 1 else { throw PatternError(pattern: source, message: "it is empty") }
    // The smallest set tells most; one that parts of words belong to is larger than it looks.
    let sorted = required.enumerated().sorted { a, b in
      (a.element.isOpen ? 1 : 0, a.element.ids.count, a.offset)
        < (b.element.isOpen ? 1 : 0, b.element.ids.count, b.offset)
    }
    return Pattern(
      source: source, program: program, sets: sets, captures: captures,
      demands: sorted.map(\.element))
  }

  /// The elements of a pattern, brackets by themselves.
  private static func parts(of source: String) -> [String] {
    source.split(separator: " ").flatMap { part -> [String] in
      var middle = part
      var before: [String] = []
      var after: [String] = []
      while middle.first == "[" {
        before.append("[")
        middle = middle.dropFirst()
      }
      while middle.last == "]" {
        after.append("]")
        middle = middle.dropLast()
      }
      return before + (middle.isEmpty ? [] : [String(middle)]) + after
    }
  }

  private mutating func sequence(
    _ parts: inout ArraySlice<String>, _ source: String, isInner: Bool
  ) throws(PatternError) {
    while let part = parts.popFirst() {
      if part == "]" {
        guard isInner else { throw PatternError(pattern: source, message: "']' without '['") }
        return
      }
      if part == "[" {
        let at = program.count
        program.append(.accept)
        optionalDepth += 1
        try sequence(&parts, source, isInner: true)
        optionalDepth -= 1
        program[at] = .split(at + 1, program.count)
        continue
      }
      let isLast = parts.isEmpty
      try element(part, isLast: isLast, source)
    }
    if isInner { throw PatternError(pattern: source, message: "'[' without ']'") }
  }

  private mutating func element(
    _ part: String, isLast: Bool, _ source: String
  ) throws(PatternError) {
    switch part {
    case "^": return program.append(.start)
    case "$": return program.append(.end)
    case "...": return loop(.any)
    case "..": return loop(.nominal)
    default: break
    }
    if part.first == "{", part.last == "}" {
      return capture(String(part.dropFirst().dropLast()), isLast: isLast)
    }
    if part.count > 1, part.first == "{" {
      captures.append(String(part.dropFirst()))
      return program.append(.save((captures.count - 1) * 2))
    }
    if part.count > 1, part.last == "}" {
      guard let slot = captures.lastIndex(of: String(part.dropLast())) else {
        throw PatternError(pattern: source, message: "'\(part)' closes what is not open")
      }
      return program.append(.save(slot * 2 + 1))
    }
    var body = part
    var quantifier: Character?
    if part.count > 1, let last = part.last, "?*+".contains(last), !isWildcard(part) {
      quantifier = last
      body.removeLast()
    }
    let at = program.count
    switch quantifier {
    case "?":
      program.append(.accept)
      optionalDepth += 1
      try atom(body, source)
      optionalDepth -= 1
      program[at] = .split(at + 1, program.count)
    case "*":
      program.append(.accept)
      optionalDepth += 1
      try atom(body, source)
      optionalDepth -= 1
      program.append(.jump(at))
      program[at] = .split(at + 1, program.count)
    case "+":
      try atom(body, source)
      program.append(.split(at, program.count + 1))
    default: try atom(body, source)
    }
  }

  /// `fördel*` is a wildcard, `<adverb>*` is a repetition.
  private func isWildcard(_ part: String) -> Bool {
    part.last == "*" && part.first != "<" && part != ",*"
  }

  private mutating func atom(_ body: String, _ source: String) throws(PatternError) {
    if body == "#" {
      program.append(.number)
      return
    }
    if body.first == "<", body.last == ">" {
      var bits: UInt64 = 0
      var words: Set<Vocabulary.WordID> = []
      for name in body.dropFirst().dropLast().split(separator: "|") {
        guard let bit = classBits[String(name)] else {
          throw PatternError(pattern: source, message: "no word class '\(name)'")
        }
        bits |= bit
        words.formUnion(classWords[String(name)] ?? [])
      }
      program.append(.classes(bits))
      require(Pattern.WordSet(ids: words.sorted()))
      return
    }
    if let mark = Self.marks[body] {
      program.append(.mark(mark))
      return
    }
    alternatives(body)
  }

  private static let marks: [String: UInt8] = [
    ",": 0x2C, ":": 0x3A, "(": 0x28, ")": 0x29, "\"": 0x22, "-": 0x2D, "–": 0x96, "?": 0x3F,
    ";": 0x3B, ".": 0x2E, "!": 0x21,
  ]

  private mutating func alternatives(_ body: String) {
    var single = Pattern.WordSet()
    var sequences: [[String]] = []
    for alternative in body.split(separator: "|").map(String.init) {
      let words = alternative.split(separator: "_").map(String.init)
      let isMark = Self.marks[alternative] != nil
      if words.count > 1 || isMark {
        sequences.append(words)
      } else {
        add(alternative, to: &single)
      }
    }
    guard !sequences.isEmpty else {
      append(single)
      require(single)
      return
    }
    var ends: [Int] = []
    var required = single
    // A mark is no word that could be demanded.
    var startsWithMark = false
    for words in sequences {
      let at = program.count
      program.append(.accept)
      for (index, word) in words.enumerated() {
        if let mark = Self.marks[word] {
          program.append(.mark(mark))
          if index == 0 { startsWithMark = true }
          continue
        }
        var set = Pattern.WordSet()
        add(word, to: &set)
        if index == 0 { required.formUnion(set) }
        append(set)
      }
      ends.append(program.count)
      program.append(.accept)
      program[at] = .split(at + 1, program.count)
    }
    append(single)
    for end in ends { program[end] = .jump(program.count) }
    if !startsWithMark { require(required) }
  }

  private mutating func append(_ set: Pattern.WordSet) {
    program.append(.word(sets.count))
    sets.append(set)
  }

  private mutating func add(_ word: String, to set: inout Pattern.WordSet) {
    if word.hasPrefix("~") {
      let lemma = String(word.dropFirst())
      for form in [lemma] + forms(lemma) { set.insert(vocabulary.insert(form)) }
    } else if word.hasPrefix("*"), word.hasSuffix("*"), word.count > 2 {
      set.infixes.append(CaseFolding.lowercased(word.dropFirst().dropLast().utf8))
    } else if word.hasSuffix("*"), word.count > 1 {
      set.prefixes.append(CaseFolding.lowercased(word.dropLast().utf8))
    } else if word.hasPrefix("*"), word.count > 1 {
      set.suffixes.append(CaseFolding.lowercased(word.dropFirst().utf8))
    } else {
      set.insert(vocabulary.insert(word))
    }
  }

  /// Notes that one of these words must stand in a match.
  private mutating func require(_ words: Pattern.WordSet) {
    guard optionalDepth == 0, words.isOpen || !words.ids.isEmpty else { return }
    required.append(words)
  }

  private mutating func capture(_ name: String, isLast: Bool) {
    let slot = captures.count
    captures.append(name)
    program.append(.save(slot * 2))
    if name.hasPrefix("term") {
      program.append(.term)
      var exits: [Int] = []
      for _ in 0..<6 {
        exits.append(program.count)
        program.append(.accept)
        program.append(.term)
      }
      for exit in exits { program[exit] = .split(program.count, exit + 1) }
    } else if isLast {
      program.append(.rest)
    } else {
      program.append(.any)
      loop(.any)
    }
    program.append(.save(slot * 2 + 1))
  }

  /// As few as will do.
  private mutating func loop(_ instruction: Pattern.Instruction) {
    let at = program.count
    program.append(.split(at + 3, at + 1))
    program.append(instruction)
    program.append(.jump(at))
  }
}
