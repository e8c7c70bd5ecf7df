/// What Begrepp can find amiss in content. The raw value is the id that people see and that
/// `site.yml` and the command line name.
package enum Rule: String, CaseIterable, Sendable {
  // Files
  case unreadableFile = "unreadable-file"
  case binaryFile = "binary-file"
  case emptyArticle = "empty-article"
  case emptyContent = "empty-content"
  case legacyEncoding = "legacy-encoding"
  case roughText = "rough-text"
  // Front matter, site.yml, concepts.yml
  case badYAML = "bad-yaml"
  case unknownKey = "unknown-key"
  case invalidValue = "invalid-value"
  case unknownLanguage = "unknown-language"
  case duplicateID = "duplicate-id"
  case unknownConcept = "unknown-concept"
  case unusedCorrection = "unused-correction"
  // Directives and markup
  case unknownDirective = "unknown-directive"
  case rawHTML = "raw-html"
  case unsafeURL = "unsafe-url"
  case unsafeDrawing = "unsafe-drawing"
  // Concepts
  case missingDefinition = "missing-definition"
  case ambiguousTerm = "ambiguous-term"
  case relationCycle = "relation-cycle"
  case duplicateAddress = "duplicate-address"
  case identityConflict = "identity-conflict"
  case missingSubject = "missing-subject"
  case conflictingDefinitions = "conflicting-definitions"
  case circularDefinition = "circular-definition"
  case deprecatedTerm = "deprecated-term"
  case mixedSpelling = "mixed-spelling"
  case untranslatedConcept = "untranslated-concept"
  case unusedTerm = "unused-term"
  // Links and translations
  case brokenLink = "broken-link"
  case relinked = "relinked"
  case deadTranslation = "dead-translation"
  case duplicateTranslation = "duplicate-translation"
  case unevenTranslation = "uneven-translation"
  case staleTranslation = "stale-translation"
  case badConfirmation = "bad-confirmation"
  case wrongLanguage = "wrong-language"
  case badCatalogue = "bad-catalogue"
  case outdatedCatalogue = "outdated-catalogue"
  // Understanding
  case emptyFacet = "empty-facet"

  /// How much a finding of this rule matters where nothing else is said.
  package var severity: Severity {
    switch self {
    case .unreadableFile, .binaryFile, .badYAML, .duplicateID, .unknownLanguage, .brokenLink,
      .deadTranslation, .duplicateTranslation, .duplicateAddress, .emptyContent, .badCatalogue,
      .outdatedCatalogue:
      .error
    case .roughText, .relinked, .emptyFacet, .conflictingDefinitions, .untranslatedConcept,
      .unusedTerm, .unevenTranslation, .staleTranslation:
      .note
    default: .warning
    }
  }
}
