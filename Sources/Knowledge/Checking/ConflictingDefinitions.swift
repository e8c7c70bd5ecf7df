import Diagnostics

/// Two articles that define one concept in different words, where no entry says which holds.
func conflictingDefinitions(_ checked: CheckedBase) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for concept in checked.base.concepts where concept.definitions.count > 1 {
    for language in checked.base.languages {
      let definitions = concept.definitions.filter { $0.language == language }
      guard let shown = definitions.first, shown.origin != .entry,
        let first = shown.citation, let term = concept.term(in: language)
      else { continue }
      let others = definitions.dropFirst().compactMap(\.citation)
        .filter { $0.article != first.article }
      guard let other = others.first else { continue }
      diagnostics.append(
        Diagnostic(
          .conflictingDefinitions, at: other.location,
          "'\(term)' is defined in other words than where its definition is taken from",
          notes: [Diagnostic.Note("this definition is shown first", at: first.location)],
          help: "settle it by 'definition' in concepts.yml"))
    }
  }
  return diagnostics
}
