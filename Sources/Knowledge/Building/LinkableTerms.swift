import Language

/// The terms that mentions are found by: each with the one concept that owns it.
func linkableTerms(_ material: Material, _ registry: TermRegistry, _ concepts: Concepts)
  -> [LinkableTerm]
{
  var terms: [LinkableTerm] = []
  for (index, concept) in concepts.concepts.enumerated() {
    for language in material.configuration.languages {
      guard let names = concept.designations[language] else { continue }
      func add(_ text: String, _ standing: LinkableTerm.Standing) {
        let key = material.key(text, in: language)
        guard let owner = registry.owner(of: key), concepts.ofSeed[owner] == index else { return }
        let isPreferred = standing == .preferred
        terms.append(
          LinkableTerm(
            language: language, text: text, concept: concept.id, standing: standing,
            extraForms: isPreferred ? names.extraForms : [],
            excludedForms: names.excludedForms))
      }
      add(names.preferred, .preferred)
      for text in names.admitted { add(text, .admitted) }
      for text in names.deprecated { add(text, .deprecated) }
    }
  }
  return terms
}
