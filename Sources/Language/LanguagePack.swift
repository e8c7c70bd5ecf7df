/// Everything Begrepp knows about one language, compiled from one YAML file.
package struct LanguagePack: Sendable {
  package let code: LanguageCode
  /// The language's name in itself, as `svenska`.
  package let name: String
}
