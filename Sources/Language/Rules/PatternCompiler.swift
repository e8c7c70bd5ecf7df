/// A fault in a pattern, with what is wrong in one sentence.
package struct PatternError: Error, Sendable {
  package var pattern: String
  package var message: String
}

/// Builds patterns over one vocabulary, to which it adds their words.
struct PatternCompiler {
  var vocabulary: Vocabulary
  /// The word classes, by name.
  let classes: [String: WordClass]
  /// Words that stand in most texts, and so tell little.
  let frequent: Set<Vocabulary.WordID>
  /// All inflected forms of a word, for `~word`.
  let forms: (String) -> [String]

  /// The sets of words that the patterns ask for.
  private(set) var sets = WordSets()
  private var captures: [String] = []
  /// What must stand in a match of the pattern at hand, as places in `demands`.
  private var required: [Int] = []
  private var markDemand = MarkDemand()
  /// The atoms of all patterns so far, by how they are written: packs write the same ones again and again.
  private var atoms: [String: Atom] = [:]
  private var demands: [Demand] = []
  private var optionalDepth = 0
  private var source = ""

  init(
    vocabulary: Vocabulary, classes: [String: WordClass], frequent: Set<Vocabulary.WordID>,
    forms: @escaping (String) -> [String]
  ) {
    self.vocabulary = vocabulary
    self.classes = classes
    self.frequent = frequent
    self.forms = forms
  }

  mutating func compile(_ source: String) throws(PatternError) -> Pattern {
    self.source = source
    captures = []
    required = []
    markDemand = MarkDemand()
    optionalDepth = 0
    var parts = Self.parts(of: source)[...]
    let isAnchored = parts.first == "^"
    let elements = try sequence(&parts, isInner: false)
    guard !elements.isEmpty else { throw fault("it is empty") }
    let sorted = required.enumerated().sorted { a, b in
      (demands[a.element].weight, a.offset) < (demands[b.element].weight, b.offset)
    }
    var numbers: [UInt16] = []
    for (_, place) in sorted {
      numbers.append(try number(ofDemand: place))
    }
    return Pattern(
      source: source,
      program: PatternElement.program(elements, isAnchored: isAnchored),
      scan: PatternElement.scan(elements, isAnchored: isAnchored), captures: captures,
      demands: numbers, markDemand: markDemand)
  }

  /// About how often a word of a set stands in a text: the less often, the more it tells.
  private func weight(_ set: WordSet) -> Int {
    let parts = set.prefixes.count + set.suffixes.count + set.infixes.count
    return set.ids.reduce(parts * 20) { $0 + (frequent.contains($1) ? 100 : 1) }
  }

  private func fault(_ message: String) -> PatternError {
    PatternError(pattern: source, message: message)
  }

  private mutating func number(of set: WordSet) throws(PatternError) -> UInt16 {
    guard let number = sets.number(of: set) else {
      throw fault("there are more sets of words than \(UInt16.max)")
    }
    return number
  }

  private mutating func number(ofDemand place: Int) throws(PatternError) -> UInt16 {
    if let known = demands[place].number { return known }
    let number = try number(of: demands[place].set)
    demands[place].number = number
    return number
  }

  /// The elements of a pattern, brackets by themselves.
  private static func parts(of source: String) -> [String] {
    source.split(separator: " ").flatMap { part -> [String] in
      var middle = part
      var before: [String] = []
      var after: [String] = []
      while middle.utf8.first == UInt8(ascii: "[") {
        before.append("[")
        middle = middle.dropFirst()
      }
      while middle.utf8.last == UInt8(ascii: "]") {
        after.append("]")
        middle = middle.dropLast()
      }
      return before + (middle.isEmpty ? [] : [String(middle)]) + after
    }
  }

  private mutating func sequence(
    _ parts: inout ArraySlice<String>, isInner: Bool
  ) throws(PatternError) -> [PatternElement] {
    var elements: [PatternElement] = []
    while let part = parts.popFirst() {
      if part == "]" {
        guard isInner else { throw fault("']' without '['") }
        return elements
      }
      if part == "[" {
        optionalDepth += 1
        // What stands within brackets within brackets within … is no pattern that anybody writes.
        guard optionalDepth < 20 else { throw fault("its brackets are too deep") }
        elements.append(.optional(try sequence(&parts, isInner: true)))
        optionalDepth -= 1
        continue
      }
      elements.append(try element(part, isLast: parts.isEmpty))
    }
    if isInner { throw fault("'[' without ']'") }
    return elements
  }

  private mutating func element(
    _ part: String, isLast: Bool
  ) throws(PatternError) -> PatternElement {
    switch part {
    case "^": return .start
    case "$": return .end
    case "...": return .gap(.any)
    case "..": return .gap(.nominal)
    default: break
    }
    if part.first == "{", part.last == "}" {
      let slot = captures.count
      captures.append(String(part.dropFirst().dropLast()))
      if captures[slot].hasPrefix("term") { return .term(slot) }
      return isLast ? .rest(slot) : .words(slot)
    }
    if part.count > 1, part.first == "{" {
      captures.append(String(part.dropFirst()))
      return .open(captures.count - 1)
    }
    if part.count > 1, part.last == "}" {
      guard let slot = captures.lastIndex(of: String(part.dropLast())) else {
        throw fault("'\(part)' closes what is not open")
      }
      return .close(slot)
    }
    guard part.count > 1, let last = part.last, "?*+".contains(last), !isWildcard(part) else {
      return try atom(part)
    }
    let isNeeded = last == "+"
    if !isNeeded { optionalDepth += 1 }
    let body = try atom(String(part.dropLast()))
    if !isNeeded { optionalDepth -= 1 }
    return last == "?" ? .optional([body]) : .repeated([body], isNeeded: isNeeded)
  }

  /// `fördel*` is a wildcard, `<adverb>*` is a repetition.
  private func isWildcard(_ part: String) -> Bool {
    part.last == "*" && part.first != "<" && part != ",*"
  }

  /// What stands for one token, or for one of several stretches of them.
  private struct Atom {
    var element: PatternElement
    /// Of what words one must stand in a match, as a place in `demands`; nil where none must.
    var demand: Int?
    /// Of what marks one must stand in a match; empty where none must.
    var marks: MarkDemand.Marks
  }

  /// Words of which one must stand in a match of whatever holds the atom.
  private struct Demand {
    var set: WordSet
    var weight: Int
    /// Given when the first pattern turns out to need it.
    var number: UInt16?
  }

  private mutating func atom(_ body: String) throws(PatternError) -> PatternElement {
    let atom: Atom
    if let known = atoms[body] {
      atom = known
    } else {
      let (element, words) = try compileAtom(body)
      var demand: Int?
      if let words, !words.isEmpty {
        demand = demands.count
        demands.append(Demand(set: words, weight: weight(words)))
      }
      atom = Atom(element: element, demand: demand, marks: Self.marks(of: element))
      atoms[body] = atom
    }
    if optionalDepth == 0 {
      if let demand = atom.demand { required.append(demand) }
      if !atom.marks.isEmpty { markDemand.formDemand(oneOf: atom.marks) }
    }
    return atom.element
  }

  /// - Returns: the atom, and the words of which one must stand where it matches.
  private mutating func compileAtom(
    _ body: String
  ) throws(PatternError) -> (PatternElement, WordSet?) {
    if body == "#" { return (.test(.number), nil) }
    if body.first == "<", body.last == ">", !body.dropFirst().contains("<") {
      let members = try members(of: body.dropFirst().dropLast().split(separator: "|"))
      if members.unmarked.isEmpty { return (.test(.classes(members.bits)), members.all) }
      let word = PatternElement.test(.word(try number(of: members.unmarked)))
      let element =
        members.bits == 0 ? word : .alternatives([[.test(.classes(members.bits))], [word]])
      return (element, members.all)
    }
    if let mark = Pattern.marks[body] { return (.test(.mark(mark)), nil) }
    return try alternatives(body)
  }

  /// `den|<article|degree>`: the bars within a class part classes.
  private static func alternatives(of body: String) -> [String] {
    var alternatives: [String] = []
    var isOpen = false
    for part in body.split(separator: "|") {
      if isOpen, let last = alternatives.indices.last {
        alternatives[last] += "|" + part
      } else {
        alternatives.append(String(part))
      }
      if part.first == "<" { isOpen = true }
      if part.last == ">" { isOpen = false }
    }
    return alternatives
  }

  /// The words of several classes together.
  private struct Members {
    /// Of those that tokens have a bit for.
    var bits: UInt64 = 0
    var all = WordSet()
    /// What no bit tells of.
    var unmarked = WordSet()
  }

  private func members(of names: [Substring]) throws(PatternError) -> Members {
    var members = Members()
    var words: Set<Vocabulary.WordID> = []
    var unmarked: Set<Vocabulary.WordID> = []
    var suffixes: Set<[UInt8]> = []
    for name in names {
      guard let known = classes[String(name)] else { throw fault("no word class '\(name)'") }
      members.bits |= known.bit
      words.formUnion(known.words)
      if known.bit == 0 { unmarked.formUnion(known.words) }
      suffixes.formUnion(known.suffixes)
    }
    let ends = suffixes.sorted { $0.lexicographicallyPrecedes($1) }
    members.all = WordSet(ids: words.sorted(), suffixes: ends)
    members.unmarked = WordSet(ids: unmarked.sorted(), suffixes: ends)
    return members
  }

  /// `är`, `är|utgör`, `det_vill_säga|dvs.`: those of several words first, then the single ones.
  private mutating func alternatives(
    _ body: String
  ) throws(PatternError) -> (PatternElement, WordSet?) {
    var single = WordSet()
    var sequences: [[PatternElement]] = []
    // The most telling word of each alternative that is several; one of marks alone demands no word.
    var telling = WordSet()
    var hasWordless = false
    for alternative in Self.alternatives(of: body) {
      if alternative.first == "<", alternative.last == ">" {
        let members = try members(of: alternative.dropFirst().dropLast().split(separator: "|"))
        single.formUnion(members.unmarked)
        if members.bits != 0 {
          sequences.append([.test(.classes(members.bits))])
          telling.formUnion(members.all)
        }
        continue
      }
      // A number is written in too many ways for any word to be demanded.
      if alternative == "#" {
        sequences.append([.test(.number)])
        hasWordless = true
        continue
      }
      let words = alternative.split(separator: "_").map(String.init)
      guard words.count > 1 || Pattern.marks[alternative] != nil else {
        add(alternative, to: &single)
        continue
      }
      var sequence: [PatternElement] = []
      var rarest: WordSet?
      for word in words {
        if let mark = Pattern.marks[word] {
          sequence.append(.test(.mark(mark)))
          continue
        }
        var set = WordSet()
        add(word, to: &set)
        if rarest.map({ weight(set) < weight($0) }) ?? true { rarest = set }
        sequence.append(.test(.word(try number(of: set))))
      }
      if let rarest { telling.formUnion(rarest) } else { hasWordless = true }
      sequences.append(sequence)
    }
    var demanded = single
    demanded.formUnion(telling)
    if !single.isEmpty {
      sequences.append([.test(.word(try number(of: single)))])
    }
    guard let only = sequences.first else { throw fault("'\(body)' names no word") }
    return (
      sequences.count == 1 && only.count == 1 ? only[0] : .alternatives(sequences),
      hasWordless ? nil : demanded
    )
  }

  /// The marks of which one must stand where an element matches; none where it may do without.
  private static func marks(of element: PatternElement) -> MarkDemand.Marks {
    switch element {
    case .test(.mark(let mark)): return MarkDemand.Marks(mark)
    case .alternatives(let sequences):
      let each = sequences.map { $0.lazy.map(marks(of:)).first { !$0.isEmpty } ?? [] }
      return each.contains([]) ? [] : each.reduce(into: []) { $0.formUnion($1) }
    default: return []
    }
  }

  private mutating func add(_ word: String, to set: inout WordSet) {
    if word.hasPrefix("~") {
      let lemma = String(word.dropFirst())
      for form in [lemma] + forms(lemma) { set.insert(vocabulary.insert(form)) }
    } else if word.hasPrefix("*~") {
      let lemma = String(word.dropFirst(2))
      for form in [lemma] + forms(lemma) {
        set.suffixes.append(CaseFolding.lowercased(form.utf8))
      }
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
}
