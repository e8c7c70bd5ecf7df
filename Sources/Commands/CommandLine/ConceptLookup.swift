import Knowledge
import Language

/// Finds the concepts that someone means by an id, a term or a form of it.
struct ConceptLookup {
  let base: KnowledgeBase
  let catalog: LanguageCatalog

  /// The concepts that a name may mean, by the first of these that any has: the id; a term, in any
  /// case; an inflected form. More than one: it is ambiguous.
  func find(_ name: String, in language: LanguageCode?) -> [Concept] {
    if let concept = base[ConceptID(name)] { return [concept] }
    if let redirect = base.redirects.first(where: { $0.from.rawValue == name }),
      let concept = base[redirect.to]
    {
      return [concept]
    }
    let wanted = CaseFolding.lowercased(name)
    let terms = concepts(language) { term, _ in CaseFolding.lowercased(term) == wanted }
    if !terms.isEmpty { return terms }
    return concepts(language) { term, code in
      guard let inflection = catalog[code]?.inflection else { return false }
      return inflection.lemmaKey(of: term) == inflection.lemmaKey(of: name)
        || inflection.forms(of: term).contains { CaseFolding.lowercased($0) == wanted }
    }
  }

  private func concepts(
    _ language: LanguageCode?, where isMeant: (String, LanguageCode) -> Bool
  ) -> [Concept] {
    base.concepts.filter { concept in
      base.languages.contains { code in
        guard language == nil || code == language, let names = concept.designations[code] else {
          return false
        }
        return ([names.preferred] + names.admitted + names.deprecated).contains {
          isMeant($0, code)
        }
      }
    }
  }
}
