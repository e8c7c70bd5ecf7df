import Diagnostics
import Language
import Yams

/// Reads `site.yml`.
///
/// - Parameters:
///   - path: as it is shown in diagnostics.
///   - languages: those that there is a language pack for.
/// - Returns: nil where no site can be made of it: it is no YAML mapping, or has no title or language. Other
///   faults are reported and what they concern is as if it had not been said.
package func readSiteConfiguration(path: String, bytes: [UInt8], languages: [LanguageCode])
  -> Diagnosed<SiteConfiguration?>
{
  let file = YAMLFile(path: path, bytes: bytes)
  var reader = SiteReader(yaml: YAMLReader(file: file), known: languages)
  let configuration = reader.read()
  return Diagnosed(configuration, reader.yaml.diagnostics.sorted(by: Diagnostic.precedes))
}

private struct SiteReader {
  private enum Key: String, CaseIterable {
    case title, description, baseURL, languages, publisher, contact, rawHTML, printEdition, severity
  }

  private enum RawHTML: String, CaseIterable { case allow, omit }
  private enum Setting: String, CaseIterable { case error, warning, note, off }

  var yaml: YAMLReader
  let known: [LanguageCode]

  mutating func read() -> SiteConfiguration? {
    guard let root = yaml.file.root else {
      if yaml.diagnostics.isEmpty {
        missing("the file is empty: it has to say 'title' and 'languages'")
      }
      return nil
    }
    guard let pairs = yaml.pairs(root, "site.yml") else { return nil }
    var nodes: [Key: Node] = [:]
    for pair in pairs {
      if let key = Key(rawValue: pair.key) {
        nodes[key] = pair.value
      } else {
        yaml.unknownKey(pair, of: "site.yml", known: Key.allCases.map(\.rawValue))
      }
    }
    guard let languages = languages(nodes[.languages]) else { return nil }
    guard let title = nodes[.title] else {
      missing("'title' is missing")
      return nil
    }
    let titles = texts(title, "title", languages)
    guard !titles.isEmpty else { return nil }
    for language in languages where titles[language] == nil {
      yaml.report(.invalidValue, title, "the site has no title in '\(language)'")
    }
    var configuration = SiteConfiguration(titles: titles, languages: languages)
    if let node = nodes[.description] {
      configuration.descriptions = texts(node, "description", languages)
    }
    configuration.baseURL = nodes[.baseURL].flatMap { baseURL($0) }
    configuration.publisher = nodes[.publisher].flatMap { agent($0, "publisher") }
    configuration.contact = nodes[.contact].flatMap { agent($0, "contact") }
    configuration.allowsRawHTML =
      nodes[.rawHTML].flatMap { yaml.choice($0, "'rawHTML'", of: RawHTML.self) } == .allow
    configuration.hasPrintEdition =
      nodes[.printEdition].flatMap { yaml.flag($0, "'printEdition'") } ?? false
    if let node = nodes[.severity] { configuration.severities = severities(node) }
    return configuration
  }

  private mutating func missing(_ message: String) {
    if let root = yaml.file.root {
      yaml.report(.invalidValue, root, message, severity: .error)
    } else {
      let node = Node("", .implicit, .any)
      yaml.report(.invalidValue, node, message, severity: .error)
    }
  }

  private mutating func languages(_ node: Node?) -> [LanguageCode]? {
    guard let node else {
      missing("'languages' is missing")
      return nil
    }
    var languages: [LanguageCode] = []
    for element in yaml.elements(node) {
      guard let words = yaml.words(element, "each of 'languages'"),
        let language = yaml.language(element, words.text, known: known, of: "this program")
      else { continue }
      if languages.contains(language) {
        yaml.report(.invalidValue, element, "the language '\(language)' stands twice")
      } else {
        languages.append(language)
      }
    }
    if languages.isEmpty {
      yaml.report(.invalidValue, node, "'languages' names no language", severity: .error)
      return nil
    }
    return languages
  }

  /// One text for all languages, or one for each.
  private mutating func texts(_ node: Node, _ name: String, _ languages: [LanguageCode])
    -> [LanguageCode: String]
  {
    guard case .mapping = node else {
      guard let words = yaml.words(node, "'\(name)'") else { return [:] }
      return Dictionary(uniqueKeysWithValues: languages.map { ($0, words.text) })
    }
    var texts: [LanguageCode: String] = [:]
    for pair in yaml.pairs(node, "'\(name)'") ?? [] {
      guard
        let language = yaml.language(pair.keyNode, pair.key, known: languages, of: "the site"),
        let words = yaml.words(pair.value, "'\(name)' in '\(pair.key)'")
      else { continue }
      texts[language] = words.text
    }
    return texts
  }

  /// An absolute address of the web without query and fragment; a missing final slash is added.
  private mutating func baseURL(_ node: Node) -> String? {
    guard let text = yaml.words(node, "'baseURL'")?.text else { return nil }
    let schemes = ["https://", "http://"]
    let isForbidden: (Character) -> Bool = { $0.isWhitespace || "?#\"<>\\^`{|}".contains($0) }
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }),
      let first = text.dropFirst(scheme.count).first, first != "/",
      !text.contains(where: isForbidden)
    else {
      yaml.report(
        .invalidValue, node, "'\(text)' is not the address of a site",
        help: "say it whole, as 'https://example.org/begrepp/'")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func agent(_ node: Node, _ name: String) -> SiteConfiguration.Agent? {
    guard let pairs = yaml.pairs(node, "'\(name)'") else { return nil }
    var values: [String: String] = [:]
    for pair in pairs {
      if ["name", "uri", "email"].contains(pair.key) {
        values[pair.key] = yaml.words(pair.value, "'\(pair.key)' of '\(name)'")?.text
      } else {
        yaml.unknownKey(pair, of: "'\(name)'", known: ["name", "uri", "email"])
      }
    }
    guard let text = values["name"] else {
      yaml.report(.invalidValue, node, "'\(name)' has no 'name'")
      return nil
    }
    return SiteConfiguration.Agent(name: text, uri: values["uri"], email: values["email"])
  }

  private mutating func severities(_ node: Node) -> [Rule: SiteConfiguration.RuleSetting] {
    var settings: [Rule: SiteConfiguration.RuleSetting] = [:]
    for pair in yaml.pairs(node, "'severity'") ?? [] {
      guard let rule = Rule(rawValue: pair.key) else {
        let nearest = nearest(to: pair.key, among: Rule.allCases.map(\.rawValue))
        yaml.report(
          .unknownKey, pair.keyNode, "'\(pair.key)' is not a rule",
          help: nearest.map { "did you mean '\($0)'?" } ?? "see 'begrepp check --rules'")
        continue
      }
      switch yaml.choice(pair.value, "'severity'", of: Setting.self) {
      case .off: settings[rule] = .off
      case .error: settings[rule] = .report(.error)
      case .warning: settings[rule] = .report(.warning)
      case .note: settings[rule] = .report(.note)
      case nil: continue
      }
    }
    return settings
  }
}
