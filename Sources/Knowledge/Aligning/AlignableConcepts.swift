import Language

/// The concepts that may be one across two languages: those that have a term in just one of them.
struct AlignableConcepts {
  struct Member {
    /// An index into the concepts of the base.
    var index: Int
    var id: ConceptID
    /// The preferred term first, then the admitted ones.
    var terms: [SpelledTerm]
    var definition: Definition?
    /// Concepts that it is a level or type of, or narrower than.
    var owners: Set<ConceptID>
    var related: Set<ConceptID>

    var term: String { terms[0].text }
  }

  let languages: (first: LanguageCode, second: LanguageCode)
  var first: [Member] = []
  var second: [Member] = []
  /// Parts of words that terms of both languages are made of: what the packs know, and the terms of
  /// concepts that are one already.
  var parts = KnownParts()

  init(
    _ base: KnowledgeBase, _ languages: (first: LanguageCode, second: LanguageCode),
    _ correspondences: LetterCorrespondences
  ) {
    self.languages = languages
    for (from, to) in correspondences.parts { parts.add(from, to, isTerm: false) }
    var owners: [ConceptID: Set<ConceptID>] = [:]
    for statement in base.statements where statement.facet == .level || statement.facet == .type {
      if let target = statement.target { owners[target, default: []].insert(statement.concept) }
    }
    for (index, concept) in base.concepts.enumerated() {
      switch (concept.designations[languages.first], concept.designations[languages.second]) {
      case (let one?, nil): first.append(member(index, one, languages.first, concept, owners))
      case (nil, let one?): second.append(member(index, one, languages.second, concept, owners))
      case (let a?, let b?): learn([a.preferred] + a.admitted, [b.preferred] + b.admitted)
      case (nil, nil): continue
      }
    }
  }

  private func member(
    _ index: Int, _ names: Designations, _ language: LanguageCode, _ concept: Concept,
    _ owners: [ConceptID: Set<ConceptID>]
  ) -> Member {
    let terms = ([names.preferred] + names.admitted).map(SpelledTerm.init)
    return Member(
      index: index, id: concept.id, terms: terms.isEmpty ? [SpelledTerm("")] : terms,
      definition: concept.definition(in: language),
      owners: (owners[concept.id] ?? []).union(concept.broader),
      related: Set(concept.related + concept.broader + concept.narrower))
  }

  /// What is one as a whole is one as a part of other terms.
  mutating func learn(_ ours: [String], _ theirs: [String]) {
    for a in ours where a.utf8.count >= 4 {
      for b in theirs where b.utf8.count >= 4 { parts.add(a, b, isTerm: true) }
    }
  }
}
