import Diagnostics
import Language

/// Proposes which concepts of two languages are one. Nothing is decided by it: what is sure can be written
/// into `concepts.yml`, all else is for an editor to look at.
///
/// A concept is proposed once at the most, with the one that most speaks for; equal input gives equal
/// proposals.
///
/// - Parameters:
///   - correspondences: how words of the first language are spelled in the second.
///   - dictionary: what a dictionary says of the terms, where there is one.
/// - Returns: the surest first.
package func proposeAlignments(
  _ base: KnowledgeBase, decisions: EditorialDecisions, languages catalog: LanguageCatalog,
  between languages: (first: LanguageCode, second: LanguageCode),
  correspondences: LetterCorrespondences? = nil,
  dictionary: TranslationDictionary = TranslationDictionary()
) -> [AlignmentProposal] {
  let known =
    correspondences ?? catalog.correspondences(from: languages.first, to: languages.second)
  var aligner = Aligner(base, catalog, languages, known, dictionary)
  var proposals = aligner.proposals()
  // What is sure shows what terms are made of, which may make others sure.
  var learned = 0
  for _ in 0..<3 {
    let sure = proposals.filter { $0.certainty == .sure }
    guard sure.count > learned else { break }
    learned = sure.count
    aligner.learn(sure)
    proposals = aligner.proposals()
  }
  return withChanges(proposals, base, decisions)
}

private struct Aligner {
  typealias Evidence = AlignmentProposal.Evidence

  struct Candidate {
    var first: Int
    var second: Int
    var evidence: [Evidence]
    var confidence: Int
  }

  let base: KnowledgeBase
  var concepts: AlignableConcepts
  let correspondences: LetterCorrespondences
  let dictionary: TranslationDictionary
  let spelling: SpellingEvidence
  let definitions: DefinitionLikeness
  let grammars: (first: TermGrammar, second: TermGrammar)
  /// For each concept of the first language, those of the second that are spelled alike.
  private var matches: [[Int: SpellingEvidence.Match]] = []
  private let numbers: (first: [Int: Int], second: [Int: Int])

  init(
    _ base: KnowledgeBase, _ catalog: LanguageCatalog,
    _ languages: (first: LanguageCode, second: LanguageCode),
    _ correspondences: LetterCorrespondences, _ dictionary: TranslationDictionary
  ) {
    self.base = base
    self.correspondences = correspondences
    self.dictionary = dictionary
    concepts = AlignableConcepts(base, languages, correspondences)
    spelling = SpellingEvidence(concepts.second, correspondences)
    definitions = DefinitionLikeness(
      correspondences, first: catalog[languages.first], second: catalog[languages.second])
    let all = TermGrammars(catalog)
    grammars = (all[languages.first], all[languages.second])
    func numbered(_ members: [AlignableConcepts.Member]) -> [Int: Int] {
      Dictionary(
        members.enumerated().map { ($0.element.index, $0.offset) }, uniquingKeysWith: { a, _ in a })
    }
    numbers = (numbered(concepts.first), numbered(concepts.second))
    matches = concepts.first.map { spelling.matches(of: $0, concepts.parts) }
  }

  /// Takes what is sure for parts that other terms may be made of.
  mutating func learn(_ sure: [AlignmentProposal]) {
    var fresh = KnownParts()
    for proposal in sure {
      concepts.learn([proposal.first.term], [proposal.second.term])
      fresh.add(proposal.first.term, proposal.second.term, isTerm: true)
    }
    for (number, concept) in concepts.first.enumerated()
    where concept.terms.contains(where: fresh.occur) {
      matches[number] = spelling.matches(of: concept, concepts.parts)
    }
  }

  func proposals() -> [AlignmentProposal] {
    let places = EqualPlaces(base, concepts.languages) { a, b in
      if a == b { return true }
      guard let first = numbers.first[a], let second = numbers.second[b] else { return false }
      return matches[first][second]?.likeness.isRegular ?? false
    }
    let candidates = candidates(places)
    return choose(candidates).map { candidate in
      let (first, second) = (concepts.first[candidate.first], concepts.second[candidate.second])
      return AlignmentProposal(
        first: .init(first.id, concepts.languages.first, first.term),
        second: .init(second.id, concepts.languages.second, second.term),
        evidence: candidate.evidence, confidence: candidate.confidence)
    }
  }

  // MARK: What speaks for it

  private func candidates(_ places: EqualPlaces) -> [Candidate] {
    var found: [EqualPlaces.Key: [Evidence]] = [:]
    for (first, list) in matches.enumerated() {
      for (second, match) in list {
        let isLoan = correspondences.isLoan(match.ours.text, match.theirs.text)
        let item = AlignmentWeights.evidence(match, isLoan: isLoan)
        found[EqualPlaces.Key(first: first, second: second)] = [item]
      }
    }
    for (key, place) in places.places {
      guard let first = numbers.first[key.first], let second = numbers.second[key.second] else {
        continue
      }
      let pair = EqualPlaces.Key(first: first, second: second)
      found[pair, default: []].append(AlignmentWeights.evidence(place))
    }
    for (pair, evidence) in dictionaryEvidence() { found[pair, default: []].append(evidence) }
    return found.compactMap { pair, evidence in
      let (ours, theirs) = (concepts.first[pair.first], concepts.second[pair.second])
      // Editors relate concepts that are two.
      if ours.related.contains(theirs.id) || theirs.related.contains(ours.id) { return nil }
      let all = (evidence + surroundings(ours, theirs)).sorted(by: AlignmentWeights.precedes)
      let confidence = AlignmentProposal.confidence(all)
      guard confidence >= AlignmentProposal.least else { return nil }
      return Candidate(
        first: pair.first, second: pair.second, evidence: all, confidence: confidence)
    }
  }

  private func surroundings(
    _ ours: AlignableConcepts.Member, _ theirs: AlignableConcepts.Member
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    if let owner = ours.owners.intersection(theirs.owners).min() {
      evidence.append(AlignmentWeights.relation(to: owner))
    }
    if let a = ours.definition, let b = theirs.definition,
      let likeness = definitions.compare(
        a.text, of: ours.terms[0], b.text, of: theirs.terms[0], concepts.parts),
      let item = AlignmentWeights.evidence(likeness)
    {
      evidence.append(item)
    }
    if correspondences.areFalseFriends(ours.term, theirs.term) {
      evidence.append(AlignmentWeights.falseFriends(ours.term, theirs.term))
    }
    return evidence
  }

  private func dictionaryEvidence() -> [EqualPlaces.Key: Evidence] {
    if dictionary.forward.isEmpty && dictionary.backward.isEmpty { return [:] }
    var found: [EqualPlaces.Key: Evidence] = [:]
    func keys(_ members: [AlignableConcepts.Member], _ grammar: TermGrammar) -> [String: [Int]] {
      var keys: [String: [Int]] = [:]
      for (number, member) in members.enumerated() {
        keys[grammar.lemmaKey(member.term), default: []].append(number)
      }
      return keys
    }
    let theirs = keys(concepts.second, grammars.second)
    for (number, member) in concepts.first.enumerated() {
      guard let word = dictionary.forward[CaseFolding.lowercased(member.term)] else { continue }
      for other in theirs[grammars.second.lemmaKey(word)] ?? [] {
        found[EqualPlaces.Key(first: number, second: other)] = AlignmentWeights.dictionary(
          member.term, word)
      }
    }
    let ours = keys(concepts.first, grammars.first)
    for (number, member) in concepts.second.enumerated() {
      guard let word = dictionary.backward[CaseFolding.lowercased(member.term)] else { continue }
      for other in ours[grammars.first.lemmaKey(word)] ?? [] {
        let key = EqualPlaces.Key(first: other, second: number)
        if found[key] == nil { found[key] = AlignmentWeights.dictionary(member.term, word) }
      }
    }
    return found
  }

  // MARK: One for each

  /// Takes the surest first; a concept that is taken is free for no other. One that another was nearly
  /// as good for is less sure.
  private func choose(_ candidates: [Candidate]) -> [Candidate] {
    let ordered = candidates.sorted { a, b in
      (b.confidence, concepts.first[a.first].id, concepts.second[a.second].id)
        < (a.confidence, concepts.first[b.first].id, concepts.second[b.second].id)
    }
    var rivals: (first: [Int: [Candidate]], second: [Int: [Candidate]]) = ([:], [:])
    for candidate in ordered {
      rivals.first[candidate.first, default: []].append(candidate)
      rivals.second[candidate.second, default: []].append(candidate)
    }
    var taken: (first: Set<Int>, second: Set<Int>) = ([], [])
    var chosen: [Candidate] = []
    for candidate in ordered
    where !taken.first.contains(candidate.first) && !taken.second.contains(candidate.second) {
      taken.first.insert(candidate.first)
      taken.second.insert(candidate.second)
      var candidate = candidate
      let others =
        (rivals.first[candidate.first] ?? []).filter { $0.second != candidate.second }
        + (rivals.second[candidate.second] ?? []).filter { $0.first != candidate.first }
      let near = others.max { $0.confidence < $1.confidence }
      if let near, near.confidence > candidate.confidence - 8 {
        let isFirst = near.first != candidate.first
        let other =
          isFirst ? concepts.first[near.first].term : concepts.second[near.second].term
        candidate.evidence.append(AlignmentWeights.rival(other))
        candidate.confidence = AlignmentProposal.confidence(candidate.evidence)
        guard candidate.confidence >= AlignmentProposal.least else { continue }
      }
      chosen.append(candidate)
    }
    return chosen.sorted { a, b in
      (b.confidence, concepts.first[a.first].id) < (a.confidence, concepts.first[b.first].id)
    }
  }
}

/// What each proposal would add to `concepts.yml`.
private func withChanges(
  _ proposals: [AlignmentProposal], _ base: KnowledgeBase, _ decisions: EditorialDecisions
) -> [AlignmentProposal] {
  let entries = Dictionary(
    decisions.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var ids = Set(decisions.entries.map(\.id.rawValue)).union(base.concepts.map(\.id.rawValue))
  return proposals.map { proposal in
    var proposal = proposal
    let (first, second) = (proposal.first, proposal.second)
    func name(_ side: AlignmentProposal.Side) -> DecisionChange.Name {
      DecisionChange.Name(side.language, side.term)
    }
    func isDeclared(_ side: AlignmentProposal.Side) -> Bool {
      !side.concept.rawValue.contains("/")
    }
    switch (isDeclared(first), isDeclared(second)) {
    case (true, true): return proposal
    case (false, false):
      var id = Address.slug(first.term)
      var number = 1
      while !ids.insert(id).inserted {
        number += 1
        id = "\(Address.slug(first.term))-\(number)"
      }
      proposal.change = .entry(id: ConceptID(id), names: [name(first), name(second)])
    case (let isFirst, _):
      let (declared, other) = isFirst ? (first, second) : (second, first)
      if let entry = entries[declared.concept] {
        // The entry may leave the term to an article that is about another concept.
        guard entry.names[other.language] == nil else { return proposal }
        proposal.change = .term(name(other), of: declared.concept)
      } else {
        proposal.change = .entry(id: declared.concept, names: [name(first), name(second)])
      }
    }
    return proposal
  }
}
