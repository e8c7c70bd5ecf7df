import Diagnostics
import Language

/// `site.yml`: what the glossary is called and where it will lie.
package struct SiteConfiguration: Hashable, Sendable {
  package struct Agent: Hashable, Sendable {
    package var name: String
    package var uri: String?
    package var email: String?

    package init(name: String, uri: String? = nil, email: String? = nil) {
      self.name = name
      self.uri = uri
      self.email = email
    }
  }

  /// What `severity:` says of one rule.
  package enum RuleSetting: Hashable, Sendable {
    case report(Severity)
    case off
  }

  package var titles: [LanguageCode: String]
  package var descriptions: [LanguageCode: String] = [:]
  /// Where the site will lie, ending in `/`; nil where nobody has said.
  package var baseURL: String?
  /// In the order that they are shown; never empty, the first is the main one.
  package var languages: [LanguageCode]
  package var publisher: Agent?
  package var contact: Agent?
  /// Whether raw HTML in articles is let through to the pages.
  package var allowsRawHTML = false
  /// Whether the site has the whole glossary on one page, made for paper.
  package var hasPrintEdition = false
  /// How much the editors let the findings of a rule matter, where they have said so.
  package var severities: [Rule: RuleSetting] = [:]

  package init(titles: [LanguageCode: String], languages: [LanguageCode]) {
    self.titles = titles
    self.languages = languages
  }

  /// The path of `baseURL`, as `/begrepp/`: where links begin on a page that is served at any address.
  package var basePath: String? {
    guard let baseURL, let host = baseURL.firstRange(of: "://")?.upperBound else { return nil }
    return baseURL[host...].firstIndex(of: "/").map { String(baseURL[$0...]) }
  }

  /// The title in a language, else in the main one.
  package func title(in language: LanguageCode) -> String {
    titles[language] ?? languages.lazy.compactMap { titles[$0] }.first ?? ""
  }

  /// The findings as the editors want to see them: of another severity, or not at all.
  package func adjust(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if severities.isEmpty { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      switch severities[diagnostic.rule] {
      case .off: return nil
      case .report(let severity):
        var adjusted = diagnostic
        adjusted.severity = severity
        return adjusted
      case nil: return diagnostic
      }
    }
  }
}
