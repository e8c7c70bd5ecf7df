import Diagnostics
import Language

/// Says what became of the concepts of a knowledge base: which were added, went, were renamed or joined,
/// whose definitions were reworded, what is said of them and no more, which relations and links came and
/// went. How often something is said, and in which words besides labels, is no change of the vocabulary.
package func compareVocabularies(_ old: KnowledgeBase, _ new: KnowledgeBase) -> VocabularyChanges {
  VocabularyComparison(old, new).changes()
}

private struct VocabularyComparison {
  typealias Changes = VocabularyChanges

  let old: KnowledgeBase
  let new: KnowledgeBase
  let succession: ConceptSuccession
  let languages: [LanguageCode]
  /// The articles that link to each concept, by path.
  let links: (old: [ConceptID: Set<String>], new: [ConceptID: Set<String>])
  let paths: (old: Set<String>, new: Set<String>)

  init(_ old: KnowledgeBase, _ new: KnowledgeBase) {
    self.old = old
    self.new = new
    succession = ConceptSuccession(old, new)
    languages = new.languages + old.languages.filter { !new.languages.contains($0) }
    links = (Self.links(in: old), Self.links(in: new))
    paths = (
      Set(old.articles.map(\.article.path)), Set(new.articles.map(\.article.path))
    )
  }

  private static func links(in base: KnowledgeBase) -> [ConceptID: Set<String>] {
    var links: [ConceptID: Set<String>] = [:]
    for mention in base.mentions where mention.isLinked {
      links[mention.concept, default: []].insert(base.articles[mention.article].article.path)
    }
    return links
  }

  func changes() -> Changes {
    var changes = Changes()
    changes.articles = turnover(paths.old, paths.new)
    var joined: [ConceptID: [ConceptID]] = [:]
    for concept in old.concepts {
      guard let after = succession.successor[concept.id] else {
        changes.gone.append(summary(concept))
        continue
      }
      if succession.origin[after] != concept.id { joined[after, default: []].append(concept.id) }
    }
    for concept in new.concepts {
      guard let before = succession.origin[concept.id].flatMap({ old[$0] }) else {
        changes.added.append(summary(concept))
        continue
      }
      var change = compare(before, concept, joined[concept.id] ?? [])
      change.joined = joined[concept.id] ?? []
      if !change.isEmpty { changes.changed.append(change) }
    }
    return changes
  }

  private func turnover(_ before: Set<String>, _ after: Set<String>) -> Changes.Turnover<String> {
    Changes.Turnover(
      gained: after.subtracting(before).sorted(), lost: before.subtracting(after).sorted())
  }

  private func summary(_ concept: Concept) -> Changes.Summary {
    Changes.Summary(
      id: concept.id, names: names(concept),
      definitions: languages.compactMap { language in
        concept.definition(in: language).map { Changes.Name(language, $0.text) }
      })
  }

  private func names(_ concept: Concept) -> [Changes.Name] {
    languages.compactMap { language in
      concept.term(in: language).map { Changes.Name(language, $0) }
    }
  }

  private func compare(_ before: Concept, _ after: Concept, _ joined: [ConceptID])
    -> Changes.ConceptChange
  {
    var change = Changes.ConceptChange(before: before.id, after: after.id, names: names(after))
    let others = joined.compactMap { old[$0] }
    for language in languages {
      // A term or definition that a joined concept brings along is none that was added.
      let inherited = ([before] + others).lazy
      let term = inherited.compactMap { $0.term(in: language) }.first
      if term != after.term(in: language) {
        change.terms.append(
          Changes.Rewording(language: language, before: term, after: after.term(in: language)))
      }
      let texts = inherited.compactMap { $0.definition(in: language)?.text }
      let text = after.definition(in: language)?.text
      if texts.first != text, !(text.map(texts.contains) ?? false) {
        change.definitions.append(
          Changes.Rewording(language: language, before: texts.first, after: text))
      }
      compareSynonyms([before] + others, after, language, &change.synonyms)
    }
    compareStatements([before] + others, after, &change)
    change.relations = relations([before] + others, after)
    let linked = ([before] + others).reduce(into: Set<String>()) {
      $0.formUnion(links.old[$1.id] ?? [])
    }
    change.links = turnover(
      linked.intersection(paths.new), (links.new[after.id] ?? []).intersection(paths.old))
    return change
  }

  private func compareSynonyms(
    _ before: [Concept], _ after: Concept, _ language: LanguageCode,
    _ turnover: inout Changes.Turnover<Changes.Synonym>
  ) {
    func synonyms(_ concept: Concept) -> [Changes.Synonym] {
      guard let names = concept.designations[language] else { return [] }
      return names.admitted.map { .init(language: language, text: $0, isDeprecated: false) }
        + names.deprecated.map { .init(language: language, text: $0, isDeprecated: true) }
    }
    let (old, new) = (before.flatMap(synonyms), synonyms(after))
    turnover.gained += new.filter { !old.contains($0) }
    turnover.lost += old.filter { !new.contains($0) }
  }

  private func compareStatements(
    _ before: [Concept], _ after: Concept, _ change: inout Changes.ConceptChange
  ) {
    func all(_ concept: Concept, _ base: KnowledgeBase) -> [Statement] {
      concept.statements.filter(base.statements.indices.contains).map { base.statements[$0] }
    }
    struct Key: Hashable {
      var facet: Facet
      var language: LanguageCode
      var text: String

      init(_ statement: Statement, _ text: String) {
        facet = statement.facet
        language = statement.language
        self.text = CaseFolding.lowercased(text)
      }
    }
    func plain(_ statement: Statement) -> Changes.Statement {
      .init(facet: statement.facet, language: statement.language, label: statement.label)
    }
    let (old, new) = (before.flatMap { all($0, self.old) }, all(after, self.new))
    let labels = (
      old: Set(old.map { Key($0, $0.label) }), new: Set(new.map { Key($0, $0.label) })
    )
    var lost = old.filter { !labels.new.contains(Key($0, $0.label)) }
    for statement in new where !labels.old.contains(Key(statement, statement.label)) {
      // The same sentence under another label.
      let key = Key(statement, statement.text)
      if let place = lost.firstIndex(where: { Key($0, $0.text) == key }) {
        change.relabelled.append(.init(before: plain(lost[place]), after: plain(statement)))
        lost.remove(at: place)
      } else {
        change.statements.gained.append(plain(statement))
      }
    }
    change.statements.lost = lost.map(plain)
  }

  /// Relations to concepts that are in both states. Of two that are related, one tells of it.
  private func relations(_ before: [Concept], _ after: Concept)
    -> Changes.Turnover<Changes.Relation>
  {
    func gathered(_ concept: Concept, _ id: (ConceptID) -> ConceptID?) -> [Changes.Relation] {
      concept.broader.compactMap { id($0).map { .init(kind: .broader, concept: $0) } }
        + concept.related.compactMap { other in
          id(other).flatMap {
            after.id < $0 ? Changes.Relation(kind: .related, concept: $0) : nil
          }
        }
    }
    let old = before.flatMap { concept in gathered(concept) { succession.successor[$0] } }
      .filter { $0.concept != after.id }
    let new = gathered(after) { succession.origin[$0] == nil ? nil : $0 }
    return Changes.Turnover(
      gained: new.filter { !old.contains($0) }, lost: old.filter { !new.contains($0) })
  }
}
