import Knowledge
import Language

/// A JSON value for JSON-LD and the search data.
enum JSON: Sendable {
  case string(String)
  case number(Int)
  case list([JSON])
  /// In this order.
  case object([(String, JSON)])

  func write(into out: inout [UInt8]) {
    switch self {
    case .string(let text): Escape.json(text, into: &out)
    case .number(let number): out += String(number).utf8
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Escape.json(member.0, into: &out)
        out.append(UInt8(ascii: ":"))
        member.1.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// As a data block of a page, which no browser runs.
  var script: HTML {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return "<script type=\"application/ld+json\">\(HTML(trusted: bytes))</script>\n"
  }
}

extension Page {
  private func full(_ path: String) -> String {
    (context.configuration.baseURL ?? "") + SitePath.encoded(path)
  }

  private func tagged(_ text: String) -> JSON {
    .object([("@language", .string(language.rawValue)), ("@value", .string(text))])
  }

  /// schema.org's `DefinedTerm` for a concept.
  func definedTerm(_ number: Int, _ definition: Definition) -> HTML {
    let concept = base.concepts[number]
    guard context.configuration.baseURL != nil, let term = concept.term(in: language) else {
      return HTML()
    }
    var members: [(String, JSON)] = [
      ("@context", .string("https://schema.org")), ("@type", .string("DefinedTerm")),
      ("@id", .string(full(path))), ("url", .string(full(path))),
      ("termCode", .string(concept.id.rawValue)), ("name", tagged(term)),
      ("description", tagged(definition.text)),
    ]
    let others = concept.designations[language]?.admitted ?? []
    if !others.isEmpty { members.append(("alternateName", .list(others.map { tagged($0) }))) }
    members.append(("inDefinedTermSet", .object([("@id", .string(full(edition.home)))])))
    return JSON.object(members).script
  }

  /// schema.org's `DefinedTermSet` for the glossary.
  func definedTermSet() -> HTML {
    guard context.configuration.baseURL != nil else { return HTML() }
    return JSON.object([
      ("@context", .string("https://schema.org")), ("@type", .string("DefinedTermSet")),
      ("@id", .string(full(path))), ("url", .string(full(path))),
      ("name", tagged(context.title(language))),
      ("description", tagged(context.configuration.descriptions[language] ?? "")),
    ]).script
  }

  func articleData(_ number: Int, description: String) -> HTML {
    guard context.configuration.baseURL != nil else { return HTML() }
    let entry = base.articles[number]
    var members: [(String, JSON)] = [
      ("@context", .string("https://schema.org")), ("@type", .string("Article")),
      ("@id", .string(full(path))), ("headline", .string(entry.title)),
      ("description", .string(description)), ("inLanguage", .string(language.rawValue)),
    ]
    if let date = entry.article.frontMatter.date {
      members.append(("datePublished", .string(date)))
    }
    if let date = entry.article.frontMatter.updated {
      members.append(("dateModified", .string(date)))
    }
    return JSON.object(members).script
  }
}
