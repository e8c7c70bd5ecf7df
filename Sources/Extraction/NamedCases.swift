import Language

/// Cases that running prose tells of where no heading promises any: an organisation with a name, which a
/// text on a concept seldom mentions but to show how it is done, and what somebody is said to be able to do
/// `till exempel`.
struct NamedCases {
  let analysis: TextAnalysis
  private let outline: Outline
  private let collector: FactCollector
  /// Definite nouns for those who do something together, `företaget`, by themselves or as the last part of
  /// a compound.
  private let organisation: Set<Vocabulary.WordID>
  private let body: UInt64
  private let article: UInt64
  private let copula: UInt64
  private let pronoun: UInt64
  private let lead: UInt64
  private let preposition: UInt64
  private let place: UInt64
  private let contact: UInt64
  /// `enligt`: what is named after it is who says so.
  private let source: Set<Vocabulary.WordID>
  /// `säger`: who does so tells of something, and is none of it.
  private let speech: UInt64
  /// `hos`: what is named after it is somebody.
  private let host: Set<Vocabulary.WordID>
  /// `till exempel`
  private let instance: Set<Vocabulary.WordID>
  /// `risk`, `mål`: what is said of these is no case.
  private let point: UInt64

  init(_ analysis: TextAnalysis, _ outline: Outline, _ collector: FactCollector) {
    self.analysis = analysis
    self.outline = outline
    self.collector = collector
    let book = analysis.book
    organisation = book.words(of: "organisation")
    source = book.words(of: "source")
    host = book.words(of: "host")
    instance = book.words(of: "instance")
    body = book.bit("body")
    article = book.bit("article")
    copula = book.bit("be")
    pronoun = book.bit("pronoun")
    lead = book.bits("lead", "adverb")
    preposition = book.bit("preposition")
    place = book.bit("place")
    contact = book.bit("contact")
    point = book.bit("example-noun")
    speech = book.bit("speech")
  }

  /// Adds the cases to what has been found. What a sentence that tells of one seemed to say of the subject, by
  /// nothing but the heading that it stands below, goes.
  func add(to candidates: inout [FactCollector.Candidate]) {
    var named: Set<UInt32> = []
    for candidate in candidates where candidate.fact.facet == .example {
      for at in candidate.label { named.insert(analysis[at].hash) }
    }
    var told: [FactCollector.Candidate] = []
    var sentences: [Range<Int>] = []
    for (index, section) in outline.sections.enumerated() where isRead(index) {
      for leaf in section.leaves where isProse(leaf) {
        for sentence in analysis.blocks[outline.leaves[leaf].block].sentences {
          let cases = self.cases(in: sentence).filter { one in
            !one.contains { analysis[$0].shape != .lower && named.contains(analysis[$0].hash) }
          }
          for one in cases {
            for at in one { named.insert(analysis[at].hash) }
            told.append(candidate(one, sentence, index, leaf))
          }
          if !cases.isEmpty { sentences.append(sentence) }
        }
      }
    }
    candidates.removeAll { candidate in
      candidate.fact.rule.hasPrefix("clause.")
        && sentences.contains { $0.contains(candidate.label.lowerBound) }
    }
    candidates += told
  }

  private func isRead(_ section: Int) -> Bool {
    let promise = collector.promises[section]
    return !promise.isIgnored && promise.facets.first != .example
  }

  private func isProse(_ at: Int) -> Bool {
    let leaf = outline.leaves[at]
    return leaf.kind == .paragraph && leaf.list < 0 && leaf.quote < 0 && leaf.directive == nil
      && !collector.consumed.contains(at)
  }

  private func candidate(
    _ label: Range<Int>, _ sentence: Range<Int>, _ section: Int, _ leaf: Int
  ) -> FactCollector.Candidate {
    let isWhole = label.count + 2 > sentence.count
    var candidate = collector.make(
      .example, label, text: sentence, rule: isWhole ? "case.instance" : "case.named", section,
      leaf: leaf)
    if !isWhole {
      candidate.fact.explanation = analysis.string(analysis.trimmed(sentence))
      if let first = label.first, !isOrganisation(first) {
        candidate.fact.label = analysis.string(label)
      }
    }
    candidate.fact.evidence = [analysis.string(label)]
    return candidate
  }

  // MARK: Sentences

  private func cases(in sentence: Range<Int>) -> [Range<Int>] {
    guard sentence.count > 5, sentence.count <= 80, let last = sentence.last,
      !analysis.isMark(last, "?"), !analysis.isMark(sentence.lowerBound + 1, ":"),
      !analysis.any(sentence, contact)
    else { return [] }
    if let whole = instance(in: sentence) ?? dated(sentence) { return [whole] }
    return collector.examples.names(in: sentence).compactMap { self.named($0, sentence) }
  }

  /// The name of an organisation, and the word before it that says what it is.
  private func named(_ name: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let start = name.lowerBound
    var one: Range<Int>?
    if start > sentence.lowerBound, isOrganisation(start - 1) {
      one = start - 1..<name.upperBound
    } else if name.count > 1, isOrganisation(start) {
      one = name
    } else if name.count > 1, let last = name.last, analysis.has(last, body),
      start <= sentence.lowerBound + 6
    {
      one = name
    } else if start > sentence.lowerBound, isPlaced(name, sentence) {
      one = name
    }
    guard let one, one.upperBound == sentence.upperBound || !analysis.has(one.upperBound, speech),
      one.lowerBound == sentence.lowerBound || !analysis.isOne(one.lowerBound - 1, of: source)
    else { return nil }
    return one
  }

  /// Whether it is at a name that something happens: `Hos Norrvattnet rör det sig …`, `På Lindbloms Plåt i
  /// Vetlanda …`, but not `I Eva Lings material …`.
  private func isPlaced(_ name: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let isAtHost = analysis.isOne(name.lowerBound - 1, of: host)
    let isLong = name.count { analysis[$0].kind == .word && analysis[$0].shape != .lower } > 1
    guard analysis.has(name.lowerBound - 1, place) || isAtHost,
      isLong || isAtHost, name.upperBound < sentence.upperBound
    else { return false }
    let next = name.upperBound
    if name.lowerBound > sentence.lowerBound + 1 { return isAtHost && isLong }
    return analysis.isFinite(next) || analysis.looksFinite(next) || analysis.has(next, place)
  }

  private func isOrganisation(_ at: Int) -> Bool {
    guard analysis[at].kind == .word, analysis[at].shape != .upper else { return false }
    // Of `takstfirmaet` the last part tells it.
    return analysis.isOne(at, of: organisation)
      || analysis.inflection.lastPart(of: analysis.lowercased(at)).map {
        analysis.book.isWord($0, of: "organisation")
      } ?? false
  }

  /// `Ett sjukhus kan till exempel följa en patient …`
  private func instance(in sentence: Range<Int>) -> Range<Int>? {
    let start = sentence.first { !analysis.has($0, lead) } ?? sentence.lowerBound
    guard start < sentence.lowerBound + 2, analysis.has(start, article),
      let verb = sentence.suffix(from: start + 2).prefix(12).first(where: { analysis.isFinite($0) }
      ),
      !analysis.has(verb, copula), !analysis.any(start..<verb, pronoun | point),
      let cue = (verb + 1...verb + 2).first(where: { sentence.contains($0) && isInstance($0) }),
      !(cue + 1..<min(cue + 4, sentence.upperBound)).contains(where: { analysis.has($0, copula) })
    else { return nil }
    return analysis.trimmed(start..<sentence.upperBound)
  }

  /// `I mars 2021 släpptes exempelvis ett parti igenom.`
  private func dated(_ sentence: Range<Int>) -> Range<Int>? {
    let isDated = sentence.prefix(4).contains {
      analysis[$0].kind == .number && collector.examples.isYear($0)
    }
    guard isDated, sentence.prefix(8).contains(where: isInstance) else { return nil }
    return analysis.trimmed(sentence)
  }

  /// `exempelvis`, or the first word of `till exempel`.
  private func isInstance(_ at: Int) -> Bool {
    analysis.isOne(at, of: instance)
      || analysis.has(at, preposition) && analysis.has(at + 1, point)
  }
}
