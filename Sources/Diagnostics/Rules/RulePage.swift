/// What people are told of a rule: by `begrepp check --rules RULE`, and in `docs/rules/`.
package struct RulePage: Hashable, Sendable {
  /// One line, without a final stop.
  package let title: String
  /// What was found when it fires, and what follows of it. Markdown.
  package let meaning: String
  /// What to do about it. Markdown.
  package let remedy: String

  init(_ title: String, meaning: String, remedy: String) {
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

extension Rule {
  /// The whole page as Markdown, ending in LF.
  package var markdown: String {
    """
    # \(rawValue)

    \(page.title). Severity: **\(severity.rawValue)**.

    \(page.meaning)

    ## What to do

    \(page.remedy)

    To see these findings otherwise, or not at all: `severity: {\(rawValue): error}` (or `warning`,
    `note`, `off`) in `content/site.yml`, or `begrepp check --off \(rawValue)` for once.

    """
  }

  package var page: RulePage {
    switch self {
    case .unreadableFile: .unreadableFile
    case .binaryFile: .binaryFile
    case .emptyArticle: .emptyArticle
    case .emptyContent: .emptyContent
    case .legacyEncoding: .legacyEncoding
    case .roughText: .roughText
    case .badYAML: .badYAML
    case .unknownKey: .unknownKey
    case .invalidValue: .invalidValue
    case .unknownLanguage: .unknownLanguage
    case .duplicateID: .duplicateID
    case .unknownConcept: .unknownConcept
    case .unusedCorrection: .unusedCorrection
    case .unknownDirective: .unknownDirective
    case .rawHTML: .rawHTML
    case .unsafeURL: .unsafeURL
    case .unsafeDrawing: .unsafeDrawing
    case .missingDefinition: .missingDefinition
    case .ambiguousTerm: .ambiguousTerm
    case .relationCycle: .relationCycle
    case .duplicateAddress: .duplicateAddress
    case .identityConflict: .identityConflict
    case .missingSubject: .missingSubject
    case .conflictingDefinitions: .conflictingDefinitions
    case .circularDefinition: .circularDefinition
    case .deprecatedTerm: .deprecatedTerm
    case .mixedSpelling: .mixedSpelling
    case .untranslatedConcept: .untranslatedConcept
    case .unusedTerm: .unusedTerm
    case .brokenLink: .brokenLink
    case .relinked: .relinked
    case .deadTranslation: .deadTranslation
    case .duplicateTranslation: .duplicateTranslation
    case .unevenTranslation: .unevenTranslation
    case .staleTranslation: .staleTranslation
    case .badConfirmation: .badConfirmation
    case .wrongLanguage: .wrongLanguage
    case .badCatalogue: .badCatalogue
    case .outdatedCatalogue: .outdatedCatalogue
    case .emptyFacet: .emptyFacet
    }
  }
}
