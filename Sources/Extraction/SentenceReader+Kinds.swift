import Language

/// Whether words name what the title or a heading names, or a kind of it.
extension SentenceReader {
  /// A word for kinds of anything: `typer`, and `hovedtyper` too.
  func isKindNoun(_ at: Int) -> Bool {
    analysis.isOne(at, of: kindNouns)
      || analysis.inflection.lastPart(of: analysis.lowercased(at)).map(isKindNoun) ?? false
  }

  /// Whether words hold one that begins as a word of the article's title does: `medlingsstilar` below
  /// `Medling`.
  func isOfSubject(_ range: Range<Int>) -> Bool {
    let bytes = analysis.article.prose.bytes
    let titles = (analysis.blocks.first?.tokens ?? 0..<0).filter {
      analysis[$0].kind == .word && analysis[$0].range.count >= 4
    }.map { CaseFolding.lowercased(bytes[analysis[$0].range]) }
    return range.contains { at in
      guard analysis[at].kind == .word else { return false }
      let word = CaseFolding.lowercased(bytes[analysis[at].range])
      return titles.contains { word.starts(with: $0.prefix(max(4, $0.count - 2))) }
    }
  }

  /// Gives lone adjectives the noun of the last member, where that is what the title names: `planerad och
  /// spontan samåkning`.
  func shareHead(_ members: inout [Conjunct], _ heading: Range<Int>) {
    guard let last = members.last, last.range.count == 2, let noun = last.range.last,
      isKindOfSubject(last.range, heading)
    else { return }
    for index in members.indices.dropLast()
    where members[index].range.count == 1 && members[index].completion == nil
      && !isKindOfSubject(members[index].range, heading)
    {
      members[index].completion = " " + analysis.string(noun..<noun + 1)
    }
  }

  /// Whether words name a kind of what the title, or the heading above, names: `kallkompostering` below `Kompostering`, `öppna
  /// kretsar` below `Kretsar`.
  func isKindOfSubject(_ range: Range<Int>, _ heading: Range<Int>) -> Bool {
    let bytes = analysis.article.prose.bytes
    guard range.count <= 3, let last = range.last(where: { analysis[$0].kind == .word }),
      !analysis.any(range, back | negation | preposition | ordinal | determiner)
    else { return false }
    let word = CaseFolding.lowercased(bytes[analysis[last].range])
    // `typerna` below `Typer` is no kind of them.
    let above = analysis.has(last, vague) ? 0..<0 : heading
    let named = Array(analysis.blocks.first?.tokens ?? 0..<0) + Array(above)
    let words = named.filter { analysis[$0].kind == .word }
      .map { CaseFolding.lowercased(bytes[analysis[$0].range]) }
    // Of a compound its head: `intern rotation` below `Jobbrotation`.
    if range.count > 1, word.count >= 5,
      words.contains(where: { $0.count > word.count + 1 && $0.suffix(word.count) == word[...] })
    {
      return true
    }
    return words.contains { Self.isKind(word, of: $0, isAlone: range.count == 1) }
  }

  /// Whether a word is another, endings aside, or ends with it: `avtalen` and `avtal`, `låneavtal`.
  ///
  /// - Parameter isAlone: whether it has no word before it, so that it must be a compound to be a kind.
  static func isKind(_ word: [UInt8], of noun: [UInt8], isAlone: Bool) -> Bool {
    let stem = noun.prefix(max(4, noun.count - 2))
    guard noun.count >= 4, let end = place(of: Array(stem), in: word) else { return false }
    return end + stem.count + 4 >= word.count && (end > 2 || !isAlone)
  }

  /// Where one stretch of bytes stands last in another.
  private static func place(of part: [UInt8], in word: [UInt8]) -> Int? {
    guard part.count <= word.count else { return nil }
    return (0...word.count - part.count).last { word[$0..<$0 + part.count].elementsEqual(part) }
  }
}
