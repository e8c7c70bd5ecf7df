import Language

/// How much alike the terms of concepts are spelled, looked up so that not each has to be compared with
/// each.
struct SpellingEvidence {
  struct Match {
    var likeness: WordLikeness
    var ours: SpelledTerm
    var theirs: SpelledTerm
    /// Whether one of the two is a synonym.
    var isBySynonym: Bool
  }

  let correspondences: LetterCorrespondences
  /// The terms of the second language: the member and its term, and who has which pair of letters.
  private let terms: [(member: Int, term: Int, spelled: SpelledTerm, bigrams: Int)]
  private let holders: [UInt64: [Int]]

  init(_ members: [AlignableConcepts.Member], _ correspondences: LetterCorrespondences) {
    self.correspondences = correspondences
    var terms: [(member: Int, term: Int, spelled: SpelledTerm, bigrams: Int)] = []
    var holders: [UInt64: [Int]] = [:]
    for (member, concept) in members.enumerated() {
      for (number, term) in concept.terms.enumerated() where term.count > 0 {
        let bigrams = term.bigrams
        for bigram in bigrams { holders[bigram, default: []].append(terms.count) }
        terms.append((member, number, term, bigrams.count))
      }
    }
    self.terms = terms
    self.holders = holders
  }

  /// The best match of each member of the second language that is spelled like a concept of the first.
  func matches(of concept: AlignableConcepts.Member, _ parts: KnownParts) -> [Int: Match] {
    var best: [Int: Match] = [:]
    for (number, ours) in concept.terms.enumerated() where ours.count > 0 {
      for candidate in candidates(ours, parts) {
        let entry = terms[candidate]
        guard let likeness = compare(ours, entry.spelled, parts) else { continue }
        let match = Match(
          likeness: likeness, ours: ours, theirs: entry.spelled,
          isBySynonym: number > 0 || entry.term > 0)
        if let known = best[entry.member], !isBetter(match, than: known) { continue }
        best[entry.member] = match
      }
    }
    return best
  }

  func compare(_ ours: SpelledTerm, _ theirs: SpelledTerm, _ parts: KnownParts) -> WordLikeness? {
    let limit = min(ours.count, theirs.count) / 6
    guard
      let likeness = correspondences.likeness(ours, theirs, parts: parts, limit: limit),
      // What only corresponds and is nowhere the same could be anything.
      2 * (likeness.equal + likeness.known) >= likeness.letters
    else { return nil }
    return likeness
  }

  private func isBetter(_ a: Match, than b: Match) -> Bool {
    let (left, right) = (a.likeness, b.likeness)
    if left.irregular != right.irregular { return left.irregular < right.irregular }
    if a.isBySynonym != b.isBySynonym { return !a.isBySynonym }
    return left.regular < right.regular
  }

  /// The terms that share so many pairs of letters that they can be alike, in their order.
  private func candidates(_ term: SpelledTerm, _ parts: KnownParts) -> [Int] {
    let own = term.bigrams
    let bigrams = own.union(parts.bigrams(of: term))
    var shared: [Int: Int] = [:]
    for bigram in bigrams {
      for holder in holders[bigram] ?? [] { shared[holder, default: 0] += 1 }
    }
    return shared.filter { holder, count in
      5 * count >= min(own.count, terms[holder].bigrams)
        && abs(terms[holder].spelled.count - term.count) <= 3 + term.count / 2
    }.keys.sorted()
  }
}
