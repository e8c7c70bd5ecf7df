import Language

/// The site's interface strings in one language.
struct Wording: Sendable {
  private let strings: InterfaceStrings
  /// All phrases, escaped once for all pages.
  private var escaped: [String: HTML] = [:]

  init(_ strings: InterfaceStrings) {
    self.strings = strings
    for phrase in Phrase.allCases { escaped[phrase.rawValue] = HTML(text: self[phrase]) }
  }

  /// A phrase, ready for a page; nil where there is none of that key.
  func html(_ key: String) -> HTML? { escaped[key] }

  /// A pack without the string gives its key in words, so that a page is never blank there.
  subscript(phrase: Phrase) -> String { text(phrase.rawValue) }

  func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    text(phrase.rawValue, values)
  }

  func callAsFunction(_ phrase: Phrase, count: Int) -> String {
    guard strings.contains(phrase.rawValue) else { return "\(count) \(self[phrase])" }
    return strings.text(phrase.rawValue, count: count)
  }

  /// What another language is called in this one; nil where the pack does not say.
  func name(of other: LanguageCode) -> String? {
    let key = "language-\(other)"
    return strings.contains(key) ? strings[key] : nil
  }

  /// A date of the front matter (`2026-11-03`) as people write it; anything else as it is.
  func date(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return date }
    return self(
      .date, ["day": String(day), "month": text("month-\(month)"), "year": String(parts[0])])
  }

  private func text(_ key: String, _ values: [String: String] = [:]) -> String {
    guard strings.contains(key) else { return String(key.map { $0 == "-" ? " " : $0 }) }
    return strings.text(key, values)
  }
}

extension Phrase {
  /// The heading of a facet's section and page.
  static func facet(_ facet: Facet) -> Phrase {
    switch facet {
    case .definition: .facetDefinition
    case .level: .facetLevel
    case .type: .facetType
    case .benefit: .facetBenefit
    case .drawback: .facetDrawback
    case .successFactor: .facetSuccessFactor
    case .dimension: .facetDimension
    case .step: .facetStep
    case .example: .facetExample
    case .takeaway: .facetTakeaway
    }
  }
}
