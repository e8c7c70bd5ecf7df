import Diagnostics

/// Everything Begrepp knows about one language, compiled from one YAML file.
package struct LanguagePack: Sendable {
  package let code: LanguageCode
  /// The language's name in itself, as `svenska`.
  package let name: String
  /// The whole pack as read, for the sections that other parts decode.
  package let sections: PackValue
  package let inflection: Inflection
  package let collation: Collation
  package let interface: InterfaceStrings
  /// Function words that say nothing of what a text is about, lower case.
  package let stopWords: Set<String>
  /// What tells a mention of a term from a word that only looks like one.
  package let mentions: MentionRules
  /// How its sentences are read: word classes, and rules for headings, definitions and statements.
  package let rules: RuleBook
  /// How its words are spelled in other languages.
  package let correspondences: [LanguageCode: LetterCorrespondences]
  let profile: DetectionProfile

  /// Compiles a pack; what cannot be understood is left out, with a diagnostic.
  ///
  /// - Parameter sections: The root mapping of the pack's file, which has a `language`.
  static func compile(_ sections: PackValue, code: LanguageCode) -> Diagnosed<LanguagePack> {
    var faults: [Diagnostic] = []
    let empty = PackValue(.null, at: sections.place)
    func section(_ key: String) -> PackValue { sections[key] ?? empty }
    let inflection = Inflection(section("inflection"), &faults)
    let pack = LanguagePack(
      code: code,
      name: sections["name"]?.string(&faults) ?? code.rawValue,
      sections: sections,
      inflection: inflection,
      collation: Collation(section("alphabet"), &faults),
      interface: InterfaceStrings(section("interface"), &faults),
      stopWords: Set(section("stop-words").words(&faults)),
      mentions: MentionRules(section("mentions"), &faults),
      rules: RuleBook(sections, forms: inflection.forms(of:), &faults),
      correspondences: correspondences(section("alignment"), &faults),
      profile: DetectionProfile(section("detection"), &faults))
    return Diagnosed(pack, faults)
  }

  private static func correspondences(
    _ section: PackValue, _ faults: inout [Diagnostic]
  ) -> [LanguageCode: LetterCorrespondences] {
    var correspondences: [LanguageCode: LetterCorrespondences] = [:]
    for entry in section.entries(&faults) {
      correspondences[LanguageCode(entry.key)] = LetterCorrespondences(entry.value, &faults)
    }
    return correspondences
  }
}
