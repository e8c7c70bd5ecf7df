/// A term as it is compared with terms of another language: its letters, and where its words begin and
/// end. Spaces and hyphens are no letters: a compound in one language may be two words in the other.
package struct SpelledTerm: Hashable, Sendable {
  package let text: String
  let letters: [UInt32]
  /// For each place before, between and after the letters: whether a word begins or ends there.
  let isBoundary: [Bool]

  package init(_ text: String) {
    self.text = text
    var letters: [UInt32] = []
    var boundaries: [Bool] = [true]
    for scalar in CaseFolding.lowercased(text).unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        letters.append(scalar.value)
        boundaries.append(false)
      } else {
        boundaries[boundaries.count - 1] = true
      }
    }
    boundaries[boundaries.count - 1] = true
    self.letters = letters
    isBoundary = boundaries
  }

  /// How many letters and digits it has.
  package var count: Int { letters.count }

  /// Pairs of neighbouring letters, the beginning and end of the term counted as letters.
  package var bigrams: Set<UInt64> {
    var previous: UInt32 = 0x5E
    var bigrams: Set<UInt64> = []
    for letter in letters + [0x24] {
      bigrams.insert(UInt64(previous) << 32 | UInt64(letter))
      previous = letter
    }
    return bigrams
  }

  func has(_ part: [UInt32], at place: Int) -> Bool {
    place + part.count <= letters.count
      && letters[place..<(place + part.count)].elementsEqual(part)
  }
}

/// Parts of words that are known to be one in two languages, for finding the terms made of them.
package struct KnownParts: Sendable {
  struct Part: Sendable {
    var from: [UInt32]
    var to: [UInt32]
    /// Whether it is a term of its own, not just known to make up others.
    var isTerm: Bool
  }

  /// By the first three letters of `from`.
  private var parts: [[UInt32]: [Part]] = [:]
  private var seen: Set<[[UInt32]]> = []

  package init() {}

  /// Adds a pair; one of fewer than three letters could be part of any word, and is left out.
  ///
  /// - Parameter isTerm: whether it is known to be one because a concept is called so, which says
  ///   nothing of another concept that is called so as well.
  package mutating func add(_ from: String, _ to: String, isTerm: Bool) {
    let (a, b) = (SpelledTerm(from).letters, SpelledTerm(to).letters)
    guard a.count >= 3, b.count >= 2, a != b, seen.insert([a, b]).inserted else { return }
    parts[Array(a.prefix(3)), default: []].append(Part(from: a, to: b, isTerm: isTerm))
  }

  /// Pairs of neighbouring letters in what the parts of a term are called in the other language.
  package func bigrams(of term: SpelledTerm) -> Set<UInt64> {
    var bigrams: Set<UInt64> = []
    for part in matches(in: term).values.joined() {
      for (a, b) in zip(part.to, part.to.dropFirst()) {
        bigrams.insert(UInt64(a) << 32 | UInt64(b))
      }
    }
    return bigrams
  }

  /// Whether a term has any of the parts.
  package func occur(in term: SpelledTerm) -> Bool { !matches(in: term).isEmpty }

  /// The parts that begin at each letter of a term.
  func matches(in term: SpelledTerm) -> [Int: [Part]] {
    var found: [Int: [Part]] = [:]
    guard !parts.isEmpty, term.count >= 3 else { return found }
    for place in 0...(term.count - 3) {
      guard let candidates = parts[Array(term.letters[place..<(place + 3)])] else { continue }
      let fitting = candidates.filter { term.has($0.from, at: place) }
      if !fitting.isEmpty { found[place] = fitting }
    }
    return found
  }
}

/// How much alike two terms of two languages are spelled.
package struct WordLikeness: Hashable, Sendable {
  /// The letters of the shorter one.
  package var letters = 0
  /// Letters that are the same in both.
  package var equal = 0
  /// How many correspondences were needed.
  package var regular = 0
  /// Letters of the first one that belong to parts known to be one in both languages.
  package var known = 0
  /// How many such parts there are.
  package var parts = 0
  /// Letters that nothing explains.
  package var irregular = 0

  /// Whether every letter is accounted for.
  package var isRegular: Bool { irregular == 0 }
}

extension LetterCorrespondences {
  /// Compares two terms letter by letter.
  ///
  /// - Parameters:
  ///   - a: in the language that the correspondences are read from.
  ///   - parts: what is known to be one as a part of terms.
  ///   - limit: the most letters that may stay unexplained.
  /// - Returns: nil where more of them do.
  package func likeness(
    _ a: SpelledTerm, _ b: SpelledTerm, parts: KnownParts = KnownParts(), limit: Int = 120
  ) -> WordLikeness? {
    guard a.count > 0, b.count > 0, a.count <= 120, b.count <= 120 else { return nil }
    var table = LikenessTable(a.count, b.count, limit: limit)
    let known = parts.matches(in: a)
    for i in 0...a.count {
      guard i <= table.reached else { return nil }
      for j in 0...b.count {
        guard let cell = table[i, j] else { continue }
        table.stepByLetter(
          i, j, cell, isSame: i < a.count && j < b.count && a.letters[i] == b.letters[j])
        if i < a.count, let rules = letters[a.letters[i]] {
          for rule in rules
          where b.has(rule.pair.to, at: j) && a.has(rule.pair.from, at: i)
            && fits(rule.pair, a, i, b, j)
          {
            table.step(
              to: i + rule.pair.from.count, j + rule.pair.to.count, cell, equal: rule.shared)
          }
        }
        for pair in additions where b.has(pair.to, at: j) && fits(pair, a, i, b, j) {
          table.step(to: i, j + pair.to.count, cell)
        }
        for part in known[i] ?? [] where b.has(part.to, at: j) {
          // A term is no part of itself.
          if part.isTerm, part.from.count == a.count, part.to.count == b.count { continue }
          table.step(to: i + part.from.count, j + part.to.count, cell, known: part.from.count)
        }
      }
    }
    return table[a.count, b.count].map {
      WordLikeness(
        letters: min(a.count, b.count), equal: Int($0.equal), regular: Int($0.regular),
        known: Int($0.known), parts: Int($0.parts), irregular: Int($0.irregular))
    }
  }

  /// Whether a correspondence of beginnings or endings stands at one, in either language.
  private func fits(_ pair: Pair, _ a: SpelledTerm, _ i: Int, _ b: SpelledTerm, _ j: Int) -> Bool {
    if pair.atStart, !a.isBoundary[i], !b.isBoundary[j] { return false }
    if pair.atEnd, !a.isBoundary[i + pair.from.count], !b.isBoundary[j + pair.to.count] {
      return false
    }
    return true
  }
}

/// The best way found to each pair of places in two terms.
private struct LikenessTable {
  struct Cell {
    var equal: Int16 = 0
    var regular: Int16 = 0
    var known: Int16 = 0
    var parts: Int16 = 0
    var irregular: Int16 = .max

    /// Fewer letters unexplained, then fewer correspondences, then more equal letters.
    func isBetter(than other: Cell) -> Bool {
      if irregular != other.irregular { return irregular < other.irregular }
      if regular != other.regular { return regular < other.regular }
      return equal > other.equal
    }
  }

  private var cells: [Cell]
  private let rows: Int
  private let columns: Int
  private let limit: Int16
  /// The last row that anything leads to.
  private(set) var reached = 0

  init(_ rows: Int, _ columns: Int, limit: Int) {
    self.rows = rows
    self.columns = columns
    self.limit = Int16(clamping: limit)
    cells = Array(repeating: Cell(), count: (rows + 1) * (columns + 1))
    cells[0].irregular = 0
  }

  /// Nil for places that nothing within the limit leads to.
  subscript(i: Int, j: Int) -> Cell? {
    let cell = cells[i * (columns + 1) + j]
    return cell.irregular <= limit ? cell : nil
  }

  private mutating func put(_ cell: Cell, _ i: Int, _ j: Int) {
    guard cell.irregular <= limit else { return }
    let place = i * (columns + 1) + j
    guard cell.isBetter(than: cells[place]) else { return }
    cells[place] = cell
    reached = max(reached, i)
  }

  /// Steps over a letter of each, or of one of them.
  mutating func stepByLetter(_ i: Int, _ j: Int, _ cell: Cell, isSame: Bool) {
    var next = cell
    if isSame {
      next.equal += 1
      put(next, i + 1, j + 1)
      next.equal -= 1
    }
    guard cell.irregular < limit else { return }
    next.irregular += 1
    if i < rows, j < columns { put(next, i + 1, j + 1) }
    if i < rows { put(next, i + 1, j) }
    if j < columns { put(next, i, j + 1) }
  }

  /// Steps over a correspondence, or over a part of which so many letters of the first term are known.
  mutating func step(to i: Int, _ j: Int, _ cell: Cell, equal: Int = 0, known: Int = 0) {
    var next = cell
    next.regular += 1
    next.equal += Int16(equal)
    if known > 0 {
      next.known += Int16(known)
      next.parts += 1
    }
    put(next, i, j)
  }
}
