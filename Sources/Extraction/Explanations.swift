import Language

/// Attaches to facts what the article says of them elsewhere: in a section of their own, in the
/// paragraphs after the list by number or name, in a definition of the same term.
struct Explanations {
  let analysis: TextAnalysis
  let outline: Outline
  private let ordinals: [Set<Vocabulary.WordID>]
  private let stop: UInt64
  private let lastOrdinal: Set<Vocabulary.WordID>
  /// What a phrase begins with.
  private let opening: UInt64

  init(_ analysis: TextAnalysis, _ outline: Outline) {
    self.analysis = analysis
    self.outline = outline
    ordinals = (1...6).map { analysis.book.words(of: "ordinal-\($0)") }
    lastOrdinal = analysis.book.words(of: "ordinal-last")
    opening = analysis.book.bits("determiner", "conjunction", "article")
    stop = analysis.book.bits("nonterm", "article", "preposition", "conjunction", "determiner")
  }

  func attach(
    to candidates: inout [FactCollector.Candidate], consumed: Set<Int>,
    definitions: [DefinitionFinder.Found]
  ) {
    ownSections(&candidates)
    let sentences = Dictionary(
      definitions.map { (analysis.lemmaKey(of: $0.fact.label), $0.fact.text) },
      uniquingKeysWith: { first, _ in first })
    for index in candidates.indices where needs(candidates[index]) {
      candidates[index].fact.explanation = definition(of: candidates[index], sentences)
    }
    let bySection = Dictionary(grouping: candidates.indices, by: { candidates[$0].section })
    for (section, members) in bySection.sorted(by: { $0.key < $1.key }) {
      followUps(section, members, &candidates, consumed)
    }
  }

  private func needs(_ candidate: FactCollector.Candidate) -> Bool {
    candidate.fact.explanation == nil && candidate.fact.facet != .takeaway
      && candidate.fact.facet != .definition
  }

  /// A factor listed first and treated in a section of its own later is one fact, at its fullest.
  private func ownSections(_ candidates: inout [FactCollector.Candidate]) {
    guard candidates.contains(where: needs) else { return }
    var headings: [UInt8: [(range: Range<Int>, section: Int)]] = [:]
    for (index, section) in outline.sections.enumerated() {
      guard let heading = section.heading else { continue }
      let range = analysis.trimmed(
        analysis.unnumbered(analysis.blocks[outline.leaves[heading].block].tokens))
      if let first = firstLetter(range) { headings[first, default: []].append((range, index)) }
    }
    for index in candidates.indices where needs(candidates[index]) {
      // What is left out in the text may be the last word of the label.
      let last = candidates[index].fact.label.utf8.split(separator: 0x20).last
      guard let first = last?.first, let named = headings[Self.small(first)] else { continue }
      let key = analysis.lemmaKey(of: candidates[index].fact.label)
      let same = named.last { analysis.lemmaKey(of: analysis.label($0.range)) == key }
      guard let section = same?.section, section != candidates[index].section,
        let first = outline.sections[section].leaves.first(where: {
          outline.leaves[$0].kind == .paragraph
        })
      else { continue }
      candidates[index].fact.explanation = analysis.string(
        analysis.blocks[outline.leaves[first].block].tokens)
    }
  }

  /// The byte that the last word of a phrase begins with, which no inflection changes.
  private func firstLetter(_ range: Range<Int>) -> UInt8? {
    guard let last = range.last(where: { analysis[$0].isWord }) else { return nil }
    return Self.small(analysis.article.prose.bytes[Int(analysis[last].start)])
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// - Parameter sentences: the definitions by the key of their term.
  private func definition(
    of candidate: FactCollector.Candidate, _ sentences: [String: String]
  ) -> String? {
    guard candidate.fact.facet == .type || candidate.fact.facet == .level else { return nil }
    return sentences[analysis.lemmaKey(of: candidate.fact.label)]
  }

  // MARK: Follow-ups

  /// Sentences of the section that take up an item by number (`Den första varianten …`) or by name.
  private func followUps(
    _ section: Int, _ members: [Int], _ candidates: inout [FactCollector.Candidate],
    _ consumed: Set<Int>
  ) {
    guard members.contains(where: { needs(candidates[$0]) }) else { return }
    // A list may be taken up again in the section after it, where that has no items of its own.
    let own = outline.sections[section].leaves
    let lead = members.map { candidates[$0].leaf }.min() ?? own.lowerBound
    for leaf in own where leaf >= lead && !consumed.contains(leaf) {
      guard outline.leaves[leaf].kind == .paragraph else { continue }
      for sentence in analysis.blocks[outline.leaves[leaf].block].sentences {
        for index in members where needs(candidates[index]) {
          let candidate = candidates[index]
          // Not the sentence that it was found in.
          if analysis.offsets(sentence).overlaps(analysis.offsets(candidate.label)) { continue }
          // What running text tells is explained after it.
          if candidate.group < 0, sentence.upperBound <= candidate.label.lowerBound { continue }
          if takesUp(sentence, candidate, members.count) {
            candidates[index].fact.explanation = analysis.string(sentence)
          }
        }
      }
    }
  }

  private func takesUp(
    _ sentence: Range<Int>, _ candidate: FactCollector.Candidate, _ count: Int
  ) -> Bool {
    guard [.level, .type, .step, .dimension, .successFactor].contains(candidate.fact.facet) else {
      return false
    }
    let place = candidate.place
    let window = sentence.prefix(30)
    if place >= 1, place <= ordinals.count,
      window.contains(where: {
        analysis.isOne($0, of: ordinals[place - 1]) && startsPhrase($0, sentence)
      }
      )
    {
      return true
    }
    if place == count, count > 1,
      window.contains(where: { analysis.isOne($0, of: lastOrdinal) })
    {
      return true
    }
    return mentions(sentence, candidate.label)
  }

  /// `den första`, `första`: at the start of the sentence or of a clause.
  private func startsPhrase(_ at: Int, _ sentence: Range<Int>) -> Bool {
    at - sentence.lowerBound <= 3 || analysis.isMark(at - 2, ",") || analysis.isMark(at - 3, ",")
      || analysis.has(at - 1, opening)
  }

  /// Whether the content words of a label all stand in a sentence, endings aside.
  private func mentions(_ sentence: Range<Int>, _ label: Range<Int>) -> Bool {
    let words = label.filter { analysis[$0].kind == .word && !analysis.has($0, stop) }
    // The first word tells kinds of one thing apart: `De formella har …, medan de informella …`.
    guard let first = words.first, sentence.count <= 60 else { return false }
    return sentence.contains { analysis[$0].kind == .word && resembles($0, first) }
  }

  private func resembles(_ a: Int, _ b: Int) -> Bool {
    if analysis[a].hash == analysis[b].hash { return true }
    // Few pairs of words are of nearly the same length.
    let lengths = (analysis[a].range.count, analysis[b].range.count)
    guard min(lengths.0, lengths.1) >= 5, abs(lengths.0 - lengths.1) <= 4 else { return false }
    let bytes = analysis.article.prose.bytes
    guard
      CaseFolding.folded(bytes[analysis[a].range.lowerBound], after: 0)
        == CaseFolding.folded(bytes[analysis[b].range.lowerBound], after: 0)
    else { return false }
    let one = CaseFolding.lowercased(bytes[analysis[a].range])
    let other = CaseFolding.lowercased(bytes[analysis[b].range])
    let common = zip(one, other).prefix { $0.0 == $0.1 }.count
    return common >= 5 && common >= max(one.count, other.count) - 4
  }
}
