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

  package init(titles: [LanguageCode: String], languages: [LanguageCode]) {
    self.titles = titles
    self.languages = languages
  }
}
