import Articles
import Language

/// The definitions of a whole article, and the other names that it gives what it defines.
struct Definitions {
  let analysis: TextAnalysis
  let outline: Outline
  private(set) var found: [DefinitionFinder.Found] = []
  private let reader: DesignationReader

  /// - Parameter collector: has read the article's items, whose terms count as known.
  init(_ analysis: TextAnalysis, _ outline: Outline, _ collector: FactCollector) {
    self.analysis = analysis
    self.outline = outline
    reader = DesignationReader(analysis)
    var finder = DefinitionFinder(analysis)
    for candidate in collector.candidates
    where candidate.fact.facet == .type || candidate.fact.facet == .level {
      finder.known.insert(analysis.lemmaKey(of: candidate.fact.label))
    }
    if let title = outline.leaves.first(where: {
      if case .heading = $0.kind { true } else { false }
    }) {
      let name = analysis.label(analysis.blocks[title.block].tokens)
      finder.known.insert(analysis.lemmaKey(of: name))
    }
    finder.headed = Self.headed(analysis, outline)
    found = Self.glossary(analysis, outline, collector, reader)
    var rest:
      [(leaf: Int, before: Range<Int>?, sentence: Range<Int>, said: Range<Int>, rules: [Int])] = []
    for (index, leaf) in outline.leaves.enumerated() where isRead(index, leaf, collector) {
      let start = collector.labelEnds[index] ?? 0
      let sentences = analysis.blocks[leaf.block].sentences
      for (place, sentence) in sentences.enumerated() where sentence.lowerBound >= start {
        let sentence = collector.sentences.unbracketed(sentence)
        let said = collector.sentences.quoted(sentence)
        let rules = analysis.rules(.definitions, said)
        guard !rules.isEmpty else { continue }
        rest.append((index, place > 0 ? sentences[place - 1] : nil, sentence, said, rules))
      }
    }
    let questions = SubjectFinder(analysis, outline)
    let glossed = Set(found.map(\.leaf))
    for one in rest where !glossed.contains(one.leaf) {
      var definitions = finder.definitions(
        in: one.said, after: one.before, rules: one.rules, leaf: one.leaf)
      if definitions.isEmpty, let term = asked(before: one.leaf, one.sentence, questions),
        let answer = finder.answer(in: one.said, rules: one.rules, to: term, leaf: one.leaf)
      {
        definitions = [answer]
      }
      if one.said != one.sentence {
        for index in definitions.indices { definitions[index].quote(one.sentence, in: analysis) }
      }
      found += definitions
      for definition in definitions {
        finder.known.insert(analysis.lemmaKey(of: definition.fact.label))
      }
    }
  }

  /// The words of all headings, as lemma keys.
  private static func headed(_ analysis: TextAnalysis, _ outline: Outline) -> Set<String> {
    var words: Set<String> = []
    for (index, leaf) in outline.leaves.enumerated() where leaf.isHeading {
      let heading = analysis.blocks[leaf.block].tokens
      // `Så går det till i kanalen` is about something else.
      if index > 0, heading.count(where: { analysis[$0].kind == .word }) > 4 { continue }
      for at in heading where analysis[at].kind == .word {
        words.insert(analysis.lemmaKey(of: analysis.string(at..<at + 1)))
      }
    }
    return words
  }

  /// Headwords with their glosses, below a heading that promises words explained: `Ordlista`.
  private static func glossary(
    _ analysis: TextAnalysis, _ outline: Outline, _ collector: FactCollector,
    _ reader: DesignationReader
  ) -> [DefinitionFinder.Found] {
    let verb = analysis.book.bits("finite", "modal", "be", "imperative")
    let questions = SubjectFinder(analysis, outline)
    var found: [DefinitionFinder.Found] = []
    for (index, section) in outline.sections.enumerated()
    where collector.promises[index].facets == [.definition] {
      guard let heading = section.heading,
        questions.questions(
          in: analysis.unnumbered(analysis.blocks[outline.leaves[heading].block].tokens)
        ).isEmpty
      else { continue }
      for item in collector.items.groups(in: section.leaves).flatMap(\.items) {
        guard item.hasLeadIn, !collector.itemLeaves.contains(item.leaf),
          let gloss = item.explanations.first,
          gloss.count >= 3, let first = analysis.unled(gloss).first, !analysis.has(first, verb),
          let term = reader.designation(
            item.label, sentenceStart: item.label.first, allowsDefinite: true)?.term
        else { continue }
        let sentence = analysis.sentences(in: item.whole).first ?? item.whole
        var fact = Fact(
          facet: .definition, label: term, text: analysis.string(sentence),
          span: analysis.span(sentence), rule: "definition.headword")
        fact.definiens = analysis.string(
          analysis.trimmed(gloss.lowerBound..<max(sentence.upperBound, gloss.lowerBound + 1)))
        found.append(DefinitionFinder.Found(fact: fact, sentence: sentence, leaf: item.leaf))
      }
    }
    return found
  }

  /// Sentences of running prose, and in items what comes after their label.
  private func isRead(_ index: Int, _ leaf: Outline.Leaf, _ collector: FactCollector) -> Bool {
    leaf.kind == .paragraph && leaf.directive != .ignore && leaf.quote < 0
      && (!collector.itemLeaves.contains(index) || collector.labelEnds[index] != nil)
  }

  /// What the heading right above a paragraph asks about, where the sentence is one of its first two.
  private func asked(
    before leaf: Int, _ sentence: Range<Int>, _ questions: SubjectFinder
  ) -> String? {
    // `Hva er et loppemarked? Jo, det er …`
    let own = analysis.blocks[outline.leaves[leaf].block].sentences
    if let place = own.firstIndex(of: sentence), place > 0, let mark = own[place - 1].last,
      analysis.isMark(mark, "?"),
      let asked = questions.questions(in: own[place - 1]).last?.term
    {
      return asked
    }
    guard leaf > 0, case .heading = outline.leaves[leaf - 1].kind,
      analysis.blocks[outline.leaves[leaf].block].sentences.prefix(2).contains(sentence)
    else { return nil }
    let heading = analysis.blocks[outline.leaves[leaf - 1].block].tokens
    return questions.questions(in: analysis.unnumbered(heading)).last?.term
  }

  /// Definitions as candidates for facts.
  func candidates() -> [FactCollector.Candidate] {
    found.map { definition in
      FactCollector.Candidate(
        fact: definition.fact, label: definition.sentence, section: 0, leaf: definition.leaf)
    }
  }

  // MARK: Synonyms

  /// Other names that the text gives the subject: within its definition, or in the sentence after it.
  func addSynonyms(to subject: inout Subject?) {
    guard var named = subject else { return }
    let key = analysis.lemmaKey(of: named.term)
    guard
      let definition = found.first(where: { analysis.lemmaKey(of: $0.fact.label) == key }
      )
    else { return }
    var synonyms = named.synonyms
    let block = analysis.blocks[outline.leaves[definition.leaf].block]
    let place = block.sentences.firstIndex(of: definition.sentence) ?? 0
    for sentence in block.sentences[place...].prefix(3) {
      synonyms += self.synonyms(in: sentence, isDefinition: sentence == definition.sentence)
    }
    var seen: Set<String> = [key]
    // What the text gives a meaning of its own is no other name.
    for other in found where other.fact.rule != "definition.headword" {
      if definition.sentence != other.sentence {
        seen.insert(analysis.lemmaKey(of: other.fact.label))
      }
    }
    named.synonyms = synonyms.filter { seen.insert(analysis.lemmaKey(of: $0)).inserted }
    subject = named
  }

  private func synonyms(in sentence: Range<Int>, isDefinition: Bool) -> [String] {
    let candidates = analysis.rules(.synonyms, sentence)
    guard sentence.count <= TextAnalysis.longestSentence else { return [] }
    for index in candidates {
      let rule = analysis.book.synonyms[index]
      guard isDefinition || rule.requirements.contains(.sentence),
        let match = analysis.match(rule.pattern, sentence)
      else { continue }
      let terms = match.captures.compactMap { range -> String? in
        guard let first = range.first else { return nil }
        let start = first == sentence.first ? first : nil
        return reader.designation(range, sentenceStart: start)?.term
      }
      if !terms.isEmpty { return terms }
    }
    return []
  }
}
