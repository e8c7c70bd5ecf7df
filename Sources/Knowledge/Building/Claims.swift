import Articles
import Diagnostics
import Extraction
import Language

/// What the claiming of terms leaves behind for the steps after it.
struct Claimed {
  var registry: TermRegistry
  /// For each article, the seed of its subject.
  var subjects: [Int?]
}

/// Lets everything claim its terms, in the order of the design: an entry's term, an entry's synonyms, the
/// subjects of articles, the synonyms that articles give their subjects, defined terms, and levels, types
/// and factors. Two steps follow from these: synonyms that a definition gives come after defined terms,
/// and a term that is named as what a fact is about (`<!-- begrepp: levels of joint venture -->`) last.
func claimTerms(_ material: Material, _ facts: [KeyedFact], _ translations: Translations)
  -> Diagnosed<Claimed>
{
  var claimant = Claimant(material: material)
  claimant.claimEntries()
  claimant.claimSubjects()
  claimant.joinTranslations(translations)
  claimant.claimSubjectSynonyms(facts)
  claimant.claimDefinedTerms(facts)
  claimant.claimMembers(facts)
  claimant.claimNamed(facts)
  return Diagnosed(
    Claimed(registry: claimant.registry, subjects: claimant.subjects), claimant.diagnostics)
}

private struct Claimant {
  let material: Material
  var registry = TermRegistry()
  var subjects: [Int?]
  /// Whether an article's subject goes by the article's own word for it, not by a synonym of another.
  var isFirstHand: [Bool]
  var diagnostics: [Diagnostic] = []
  var declared: [ConceptID: Int] = [:]

  init(material: Material) {
    self.material = material
    subjects = Array(repeating: nil, count: material.articles.count)
    isFirstHand = Array(repeating: false, count: material.articles.count)
  }

  mutating func claimEntries() {
    var terms: [TermRegistry.Claim] = []
    var synonyms: [TermRegistry.Claim] = []
    for (index, entry) in material.decisions.entries.enumerated() {
      let seed = registry.plant(Seed(declared: entry.id, entry: index))
      declared[entry.id] = seed
      for (language, naming) in entry.names.sorted(by: { $0.key < $1.key }) {
        func claim(_ words: EditorialDecisions.Words, isDeprecated: Bool = false)
          -> TermRegistry.Claim
        {
          TermRegistry.Claim(
            key: material.key(words.text, in: language), text: words.text, seed: seed,
            place: .entry(at: words.location.span.start), location: words.location,
            isDeprecated: isDeprecated)
        }
        if let term = naming.term {
          let made = claim(term)
          registry.name(seed, term.text, in: language, at: made.place)
          terms.append(made)
        }
        synonyms += naming.synonyms.map { claim($0) }
        synonyms += naming.deprecated.map { claim($0, isDeprecated: true) }
      }
    }
    diagnostics += registry.settle(terms, at: .entryTerm)
    diagnostics += registry.settle(synonyms, at: .entrySynonym)
  }

  /// Subjects that front matter names by `concept` come first: what is declared wins.
  mutating func claimSubjects() {
    var claims: [TermRegistry.Claim] = []
    for (index, article) in material.articles.enumerated() {
      guard let id = declaredSubject(of: article) else { continue }
      let seed = declared[id] ?? registry.plant(Seed(declared: id))
      declared[id] = seed
      subjects[index] = seed
      isFirstHand[index] = true
      let claim = subjectClaim(index, seed)
      registry.name(seed, claim.text, in: article.language, at: claim.place)
      claims.append(claim)
    }
    diagnostics += registry.settle(claims, at: .subject)
    for (index, article) in material.articles.enumerated() where subjects[index] == nil {
      guard let subject = material.facts[index].subject, !subject.term.isEmpty else { continue }
      let key = material.key(subject.term, in: article.language)
      subjects[index] = registry.claim(
        key, text: subject.term, at: .subject,
        place: Place(article: index, offset: subject.span.start),
        location: material.location(subject.span, in: index))
      isFirstHand[index] = !registry.isSynonym(key)
      if case .contested(let seeds) = registry.owners[key] { subjects[index] = seeds.first }
    }
  }

  private mutating func declaredSubject(of article: Article) -> ConceptID? {
    guard let id = article.frontMatter.concept else { return nil }
    if ConceptID.isDeclarable(id) { return ConceptID(id) }
    let place = article.frontMatter.places["concept"].map { article.source.location($0) }
    diagnostics.append(
      Diagnostic(
        .invalidValue, at: place ?? Location(file: article.source.path),
        "'\(id)' cannot be the id of a concept",
        help: "an id is of letters, digits and hyphens, as 'joint-venture'"))
    return nil
  }

  private func subjectClaim(_ index: Int, _ seed: Int) -> TermRegistry.Claim {
    let article = material.articles[index]
    let subject = material.facts[index].subject
    let text = subject?.term ?? article.title
    let span = subject?.span ?? SourceSpan(at: 0)
    return TermRegistry.Claim(
      key: material.key(text, in: article.language), text: text, seed: seed,
      place: Place(article: index, offset: span.start),
      location: material.location(span, in: index))
  }

  /// A translation and its source have one subject, unless they are declared to be two concepts, or
  /// another article of the same language already is about it under another term.
  mutating func joinTranslations(_ translations: Translations) {
    var languages: [Int: [LanguageCode: Int]] = [:]
    for (index, subject) in subjects.enumerated() {
      guard let subject, registry.seeds[subject].entry == nil else { continue }
      languages[registry.root(subject)] = [material.articles[index].language: index]
    }
    for (index, source) in translations.source.enumerated() {
      guard let source, let mine = subjects[index], let theirs = subjects[source] else { continue }
      let (a, b) = (registry.root(mine), registry.root(theirs))
      guard a != b else { continue }
      let ids = [a, b].compactMap { registry.seeds[$0].declared }
      let shared = Set((languages[a] ?? [:]).keys).intersection((languages[b] ?? [:]).keys)
      if ids.count == 2 || !shared.isEmpty {
        diagnostics.append(conflict(index, source, ids: ids))
        continue
      }
      let all = (languages[a] ?? [:]).merging(languages[b] ?? [:]) { first, _ in first }
      registry.join(mine, theirs)
      languages[registry.root(mine)] = all
    }
  }

  private func conflict(_ index: Int, _ source: Int, ids: [ConceptID]) -> Diagnostic {
    let article = material.articles[index]
    let place = article.frontMatter.places["translationOf"].map { article.source.location($0) }
    return Diagnostic(
      .identityConflict, at: place ?? Location(file: article.source.path),
      ids.count == 2
        ? "the article is about '\(ids[0])' but what it translates is about '\(ids[1])'"
        : "what the article translates already is about a concept with another term in "
          + "'\(article.language)'",
      notes: [
        Diagnostic.Note(
          "what it translates", at: Location(file: material.articles[source].source.path))
      ], help: "declare in concepts.yml which of them are one")
  }

  mutating func claimSubjectSynonyms(_ facts: [KeyedFact]) {
    var claims: [TermRegistry.Claim] = []
    func add(_ text: String, _ index: Int, _ seed: Int, _ span: SourceSpan) {
      guard !text.isEmpty else { return }
      claims.append(
        TermRegistry.Claim(
          key: material.key(text, in: material.articles[index].language), text: text, seed: seed,
          place: Place(article: index, offset: span.start),
          location: material.location(span, in: index)))
    }
    for (index, article) in material.articles.enumerated() {
      guard let seed = subjects[index] else { continue }
      let declared = article.frontMatter.places["synonyms"] ?? SourceSpan(at: 0)
      for synonym in article.frontMatter.synonyms { add(synonym, index, seed, declared) }
      guard isFirstHand[index], let subject = material.facts[index].subject else { continue }
      for synonym in subject.synonyms { add(synonym, index, seed, subject.span) }
    }
    for place in facts.indices where facts[place].fact.facet == .definition {
      let fact = facts[place]
      guard isOwnDefinition(fact), let seed = subjects[fact.article], isFirstHand[fact.article]
      else { continue }
      for synonym in fact.fact.synonyms { add(synonym, fact.article, seed, fact.fact.span) }
    }
    claims.sort { $0.place < $1.place }
    diagnostics += registry.settle(claims, at: .subjectSynonym)
  }

  private func isOwnDefinition(_ fact: KeyedFact) -> Bool {
    guard let owner = registry.owner(of: fact.conceptKey) else { return false }
    return subjects[fact.article].map(registry.root) == owner
  }

  mutating func claimDefinedTerms(_ facts: [KeyedFact]) {
    var claims: [TermRegistry.Claim] = []
    for place in facts.indices where facts[place].fact.facet == .definition {
      let fact = facts[place]
      guard let seed = claim(fact, at: .definedTerm), !registry.isSynonym(fact.conceptKey) else {
        continue
      }
      for synonym in fact.fact.synonyms where !synonym.isEmpty {
        claims.append(
          TermRegistry.Claim(
            key: material.key(synonym, in: fact.key.language), text: synonym, seed: seed,
            place: fact.place, location: material.location(fact.fact.span, in: fact.article)))
      }
    }
    diagnostics += registry.settle(claims, at: .definedSynonym)
  }

  /// Levels, types and factors. What has no concept to be about is no member of anything.
  mutating func claimMembers(_ facts: [KeyedFact]) {
    for place in facts.indices
    where facts[place].term != nil && facts[place].fact.facet != .definition {
      let fact = facts[place]
      guard fact.subjectKey != nil || subjects[fact.article] != nil else { continue }
      _ = claim(fact, at: .member)
    }
  }

  private mutating func claim(_ fact: KeyedFact, at step: TermRegistry.Step) -> Int? {
    guard let term = fact.term else { return nil }
    return registry.claim(
      fact.conceptKey, text: term, at: step, place: fact.place,
      location: material.location(fact.fact.span, in: fact.article))
  }

  mutating func claimNamed(_ facts: [KeyedFact]) {
    for place in facts.indices where facts[place].subjectKey != nil {
      let fact = facts[place]
      guard let key = fact.subjectKey, let name = fact.fact.subject,
        material.grammars[key.language].isBareNounPhrase(name)
      else { continue }
      _ = registry.claim(
        key, text: material.grammars[key.language].dictionaryForm(name), at: .named,
        place: fact.place, location: material.location(fact.fact.span, in: fact.article))
    }
  }
}

extension ConceptID {
  /// Whether a text can be an id that editors give: letters, digits, hyphens, full stops and
  /// underscores, not more than 100. A slash is left to the derived ones.
  package static func isDeclarable(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first != "-", first != ".", scalars.count <= 100 else {
      return false
    }
    return scalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-._".unicodeScalars.contains($0)
    }
  }
}
