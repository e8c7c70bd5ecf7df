import Knowledge
import Language

/// What the site needs of a language: its name, its strings and its alphabet.
struct SiteLanguage: Sendable {
  private let pack: LanguagePack
  let wording: Wording

  init(_ pack: LanguagePack) {
    self.pack = pack
    wording = Wording(pack.interface)
  }

  var code: LanguageCode { pack.code }
  /// In itself, as `svenska`.
  var name: String { pack.name }
  var search: SearchLanguage { SearchLanguage(pack) }
  /// The bytes by which a term is sorted.
  func sortKey(_ text: String) -> [UInt8] { pack.collation.sortKey(text) }
  /// The letter of the alphabet that a term stands under.
  func letter(_ text: String) -> String { pack.collation.letter(text) }
}
