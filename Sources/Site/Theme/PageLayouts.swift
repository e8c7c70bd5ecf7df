import Language
import Mustache
import Synchronization

/// Templates rendered once for all pages that look alike: those of one language for which the same values
/// are there.
///
/// A template can do two things with a value: print it, as it is, and ask whether it is there (the lint
/// allows nothing else, see `TemplateLint`). So a page is the same as another of its kind but for the
/// values between the template's text, and the Mustache library, which looks each name up by reflection,
/// has to see only one of them.
final class PageLayouts: Sendable {
  private struct Key: Hashable {
    var template: String
    var language: LanguageCode
    /// By name: whether the value ends a line, on which the indentation of partials depends.
    var values: [String: Bool]
  }

  /// What stands between values, and the value that follows it; the last has none.
  private typealias Piece = (text: [UInt8], name: String?)

  private let library: MustacheLibrary
  private let made = Mutex<[Key: [Piece]]>([:])

  /// Stands before and after a name; no template has it, see `Theme.load`.
  static let mark: UInt8 = 0

  init(_ library: MustacheLibrary) { self.library = library }

  /// A page, laid out by a template.
  func render(_ template: String, _ values: PageValues) -> [UInt8] {
    let key = Key(
      template: template, language: values.language.code,
      values: values.values.mapValues { $0.bytes.last == 0x0A })
    let pieces = made.withLock { made in
      if let pieces = made[key] { return pieces }
      let pieces = laidOut(template, values)
      made[key] = pieces
      return pieces
    }
    var page: [UInt8] = []
    page.reserveCapacity(pieces.reduce(0) { $0 + $1.text.count + values.length($1.name) })
    for piece in pieces {
      page += piece.text
      if let name = piece.name, let value = values.values[name] {
        page += value.bytes.last == 0x0A ? value.bytes.dropLast() : value.bytes[...]
      }
    }
    return page
  }

  private func laidOut(_ template: String, _ values: PageValues) -> [Piece] {
    let names = PlaceholderValues(values)
    let text = Array((library.render(names, withTemplate: template) ?? "").utf8)
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: Self.mark, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 0 {
        pieces.append((Array(part), nil))
      } else {
        pieces[pieces.count - 1].name = String(decoding: part, as: UTF8.self)
      }
    }
    return pieces
  }
}

/// The values of one page, all of them finished HTML; those that are empty are absent.
struct PageValues {
  fileprivate private(set) var values: [String: HTML] = [:]
  fileprivate let language: SiteLanguage

  init(_ language: SiteLanguage) { self.language = language }

  subscript(name: String) -> HTML {
    get { values[name] ?? HTML() }
    set { values[name] = newValue.isEmpty ? nil : newValue }
  }

  fileprivate func length(_ name: String?) -> Int {
    name.flatMap { values[$0]?.bytes.count } ?? 0
  }
}

/// What a template is given in place of the values of a page: each one's name between marks.
private struct PlaceholderValues: MustacheParent {
  private let values: PageValues

  init(_ values: PageValues) { self.values = values }

  func child(named name: String) -> Any? {
    if name == "t" { return PhraseValues(wording: values.language.wording) }
    guard let value = values.values[name] else { return nil }
    let mark = Character(Unicode.Scalar(PageLayouts.mark))
    return "\(mark)\(name)\(mark)" + (value.bytes.last == 0x0A ? "\n" : "")
  }
}

/// `{{t.search}}`: an interface string in the page's language.
private struct PhraseValues: MustacheParent {
  let wording: Wording

  func child(named name: String) -> Any? { wording.html(name)?.string }
}
