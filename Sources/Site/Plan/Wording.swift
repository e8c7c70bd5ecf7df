import Language

/// The site's interface strings in one language.
struct Wording: Sendable {
  /// A string in the forms that a number asks for.
  struct Forms: Hashable, Sendable {
    var one: String
    var other: String
  }

  let language: LanguageCode
  private let forms: [String: Forms]

  init(language: LanguageCode, forms: [String: Forms]) {
    self.language = language
    self.forms = forms
  }

  /// A pack without the string gives its key in words, so that a page is never blank there.
  subscript(phrase: Phrase) -> String { raw(phrase.rawValue) }

  func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    Self.fill(self[phrase], values)
  }

  func callAsFunction(_ phrase: Phrase, count: Int) -> String {
    let found = forms[phrase.rawValue]
    let text = (count == 1 ? found?.one : found?.other) ?? "{count} \(phrase.rawValue)"
    return Self.fill(text, ["count": String(count)])
  }

  /// What another language is called in this one; nil where the pack does not say.
  func name(of other: LanguageCode) -> String? { forms["language-\(other)"]?.other }

  /// A date of the front matter (`2026-11-03`) as people write it; anything else as it is.
  func date(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return date }
    return self(
      .date, ["day": String(day), "month": raw("month-\(month)"), "year": String(parts[0])])
  }

  private func raw(_ key: String) -> String {
    forms[key]?.other ?? String(key.map { $0 == "-" ? " " : $0 })
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      out += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
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
