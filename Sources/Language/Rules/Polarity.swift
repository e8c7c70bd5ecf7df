import Diagnostics

/// What the words of a stretch say of whether it tells of something wanted or unwanted.
///
/// Their semantic orientation (Hatzivassiloglou and McKeown, "Predicting the Semantic Orientation of
/// Adjectives", 1997), turned round by words for less and not, which Polanyi and Zaenen call contextual
/// valence shifters (2006): `konflikter` is unwanted, `färre konflikter` is wanted.
package struct Polarity: Sendable {
  package enum Orientation: Sendable { case positive, negative }

  private let positive: WordShapes
  private let negative: WordShapes
  /// `minskar`, `utan`: what there is less of, or none.
  private let diminishers: WordShapes

  init(_ section: PackValue?, _ faults: inout [Diagnostic]) {
    section?.checkKeys(["positive", "negative", "diminishers"], &faults)
    positive = WordShapes(section?["positive"]?.words(&faults) ?? [])
    negative = WordShapes(section?["negative"]?.words(&faults) ?? [])
    diminishers = WordShapes(section?["diminishers"]?.words(&faults) ?? [])
  }

  /// Nil where the words say nothing of it, or speak of both.
  ///
  /// - Parameter words: as UTF-8, in lower case.
  package func orientation<Words: Sequence>(of words: Words) -> Orientation?
  where Words.Element == [UInt8] {
    var (hasPositive, hasNegative, isDiminished, lacksPositive) = (false, false, false, false)
    for word in words {
      let isPositive = positive.contains(word)
      let diminishes = diminishers.contains(word)
      hasPositive = hasPositive || isPositive
      hasNegative = hasNegative || negative.contains(word)
      isDiminished = isDiminished || diminishes
      // `slipper` is wanted itself; `liten frihet` is not.
      lacksPositive = lacksPositive || diminishes && !isPositive
    }
    guard hasPositive != hasNegative else { return nil }
    if hasPositive { return lacksPositive ? nil : .positive }
    return isDiminished ? .positive : .negative
  }

  /// Whether any of the words tells of something wanted or unwanted.
  package func speaks<Words: Sequence>(of words: Words) -> Bool where Words.Element == [UInt8] {
    words.contains { positive.contains($0) || negative.contains($0) || diminishers.contains($0) }
  }
}

/// A set of words, some told by how they begin (`krångl*`), end (`*brist`), or by what they hold
/// (`*kostnad*`).
struct WordShapes: Sendable {
  private var whole: Set<[UInt8]> = []
  /// By their first two bytes.
  private var beginnings: [UInt16: [[UInt8]]] = [:]
  private var endings: [[UInt8]] = []
  private var parts: [[UInt8]] = []

  init(_ shapes: [String]) {
    let star = UInt8(ascii: "*")
    for shape in shapes {
      let bytes = CaseFolding.lowercased(shape.utf8)
      let isOpen = (start: bytes.first == star, end: bytes.last == star)
      let word = Array(bytes.drop { $0 == star }.prefix { $0 != star })
      guard word.count >= 2 else { continue }
      switch isOpen {
      case (false, false): whole.insert(word)
      case (false, true): beginnings[Self.key(word), default: []].append(word)
      case (true, false): endings.append(word)
      case (true, true): parts.append(word)
      }
    }
  }

  func contains(_ word: [UInt8]) -> Bool {
    guard word.count >= 2 else { return false }
    if whole.contains(word) { return true }
    if let known = beginnings[Self.key(word)], known.contains(where: { word.starts(with: $0) }) {
      return true
    }
    if endings.contains(where: { word.count >= $0.count && word.suffix($0.count) == $0[...] }) {
      return true
    }
    return parts.contains { part in
      word.count >= part.count
        && (0...word.count - part.count).contains { word[$0...].starts(with: part) }
    }
  }

  private static func key(_ word: [UInt8]) -> UInt16 { UInt16(word[0]) << 8 | UInt16(word[1]) }
}
