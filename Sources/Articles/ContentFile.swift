import Language

/// The bytes of one file and how it is known, before anything is made of them.
package struct ContentFile: Sendable {
  /// The path that people see in diagnostics.
  package var shownPath: String
  /// The path below `content/`; for a file outside a knowledge base, its name.
  package var path: String
  package var bytes: [UInt8]
  /// What `--language` says; wins over all else.
  package var declaredLanguage: LanguageCode?
  /// The folder directly below `content/`, where that is a known language.
  package var folderLanguage: LanguageCode?

  package init(
    shownPath: String, path: String, bytes: [UInt8], declaredLanguage: LanguageCode? = nil,
    folderLanguage: LanguageCode? = nil
  ) {
    self.shownPath = shownPath
    self.path = path
    self.bytes = bytes
    self.declaredLanguage = declaredLanguage
    self.folderLanguage = folderLanguage
  }
}
