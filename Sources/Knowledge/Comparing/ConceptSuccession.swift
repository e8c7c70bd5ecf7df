import Diagnostics
import Language

/// Which concepts of two states of a knowledge base are the same.
struct ConceptSuccession {
  /// For each old concept the new one that it is; several may have become one.
  private(set) var successor: [ConceptID: ConceptID] = [:]
  /// For each new concept the old one that it mostly was.
  private(set) var origin: [ConceptID: ConceptID] = [:]

  private let old: KnowledgeBase
  private let new: KnowledgeBase

  /// The surest signs come first: the id, an id that leads on to another, a term, the article that a
  /// concept is the subject of, and at last a definition that mostly stayed.
  init(_ old: KnowledgeBase, _ new: KnowledgeBase) {
    self.old = old
    self.new = new
    for concept in old.concepts where new[concept.id] != nil { join(concept.id, concept.id) }
    followRedirects()
    followTerms()
    followArticles()
    followDefinitions()
  }

  private mutating func join(_ before: ConceptID, _ after: ConceptID) {
    guard successor[before] == nil else { return }
    successor[before] = after
    if origin[after] == nil { origin[after] = before }
  }

  private var restOfOld: [Concept] { old.concepts.filter { successor[$0.id] == nil } }
  private var restOfNew: [Concept] { new.concepts.filter { origin[$0.id] == nil } }

  private mutating func followRedirects() {
    let onwards = Dictionary(
      new.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    // Of several that became one, it goes on from the one in the site's first language.
    let ordered = restOfOld.enumerated().sorted { a, b in
      (rank(a.element.id), a.offset) < (rank(b.element.id), b.offset)
    }
    for (_, concept) in ordered {
      if let target = onwards[concept.id], new[target] != nil { join(concept.id, target) }
    }
    // An id that was declared and is derived again.
    let back = Dictionary(
      old.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    for concept in restOfNew {
      if let before = back[concept.id], old[before] != nil { join(before, concept.id) }
    }
  }

  /// The place of a derived id's language among those of the site.
  private func rank(_ id: ConceptID) -> Int {
    let language = id.rawValue.split(separator: "/").first.map { LanguageCode(String($0)) }
    return language.flatMap(old.languages.firstIndex) ?? -1
  }

  private func names(_ concept: Concept) -> [VocabularyChanges.Name] {
    concept.designations.sorted { $0.key < $1.key }.map {
      VocabularyChanges.Name($0.key, CaseFolding.lowercased($0.value.preferred))
    }
  }

  private mutating func followTerms() {
    var preferred: [VocabularyChanges.Name: [ConceptID]] = [:]
    var synonyms: [VocabularyChanges.Name: [ConceptID]] = [:]
    for concept in new.concepts {
      for name in names(concept) { preferred[name, default: []].append(concept.id) }
      for (language, designations) in concept.designations {
        for text in designations.admitted + designations.deprecated {
          let name = VocabularyChanges.Name(language, CaseFolding.lowercased(text))
          synonyms[name, default: []].append(concept.id)
        }
      }
    }
    for table in [preferred, synonyms] {
      for concept in restOfOld {
        let found = names(concept).flatMap { table[$0] ?? [] }
        if let id = found.first(where: { origin[$0] == nil }) ?? found.first {
          join(concept.id, id)
        }
      }
    }
    // What is called now as it was only known as before.
    var former: [VocabularyChanges.Name: ConceptID] = [:]
    for concept in restOfOld {
      for (language, designations) in concept.designations {
        for text in designations.admitted {
          former[VocabularyChanges.Name(language, CaseFolding.lowercased(text))] = concept.id
        }
      }
    }
    for concept in restOfNew {
      if let id = names(concept).lazy.compactMap({ former[$0] }).first { join(id, concept.id) }
    }
  }

  private mutating func followArticles() {
    var subjects: [String: ConceptID] = [:]
    for concept in restOfNew {
      for index in concept.articles { subjects[new.articles[index].article.path] = concept.id }
    }
    for concept in restOfOld {
      let paths = concept.articles.map { old.articles[$0].article.path }
      if let id = paths.lazy.compactMap({ subjects[$0] }).first, origin[id] == nil {
        join(concept.id, id)
      }
    }
  }

  /// The most concepts of either state whose definitions are compared with each other.
  private static let mostCompared = 300

  private mutating func followDefinitions() {
    let (left, right) = (restOfOld, restOfNew)
    guard left.count <= Self.mostCompared, right.count <= Self.mostCompared else { return }
    var found: [(likeness: Double, before: ConceptID, after: ConceptID)] = []
    for before in left {
      for after in right {
        let likeness = likeness(before, after)
        if likeness >= 0.6 { found.append((likeness, before.id, after.id)) }
      }
    }
    for pair in found.sorted(by: {
      ($1.likeness, $0.before, $0.after) < ($0.likeness, $1.before, $1.after)
    }) where successor[pair.before] == nil && origin[pair.after] == nil {
      join(pair.before, pair.after)
    }
  }

  /// The share of the definition that stayed, in the language where most of it did.
  private func likeness(_ before: Concept, _ after: Concept) -> Double {
    var best = 0.0
    for definition in before.definitions {
      guard let other = after.definition(in: definition.language) else { continue }
      let words = WordChanges(from: definition.text, to: other.text)
      let all = words.old.reduce(0) { $0 + $1.text.utf8.count }
      let stayed = words.old.reduce(0) { $0 + ($1.isChanged ? 0 : $1.text.utf8.count) }
      // Of a few words, some are always the same.
      guard all >= 30 else { continue }
      best = max(best, Double(stayed) / Double(max(all, other.text.utf8.count)))
    }
    return best
  }
}
