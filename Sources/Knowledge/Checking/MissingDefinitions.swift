import Diagnostics

/// A concept that is declared, or has an article, in a language but no definition there.
func missingDefinitions(_ checked: CheckedBase) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for concept in checked.base.concepts {
    for language in checked.base.languages {
      guard let term = concept.term(in: language), concept.definition(in: language) == nil else {
        continue
      }
      let isSubject = checked.isSubject(concept, in: language)
      let isDeclared = checked.entries[concept.id]?.names[language] != nil
      guard isSubject || isDeclared, let location = checked.location(of: concept, in: language)
      else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          .missingDefinition, at: location, "'\(term)' has no definition in '\(language)'",
          help: isSubject
            ? "define it in the article, or by 'definition' in concepts.yml"
            : "define it in an article, or by 'definition' in concepts.yml"))
    }
  }
  return diagnostics
}
