import Diagnostics
import Knowledge
import Language

/// One concept whole, to be read outside of the site.
struct ConceptPage {
  /// A concept's page in one language: what the formats are made from.
  struct Part {
    var language: LanguageCode
    var names: Designations
    var definitions: [Definition]
    var statements: [(facet: Facet, items: [Statement])]
    var uses: [(article: String, sentence: String)]
  }

  private let concept: Concept
  private let base: KnowledgeBase
  private let parts: [Part]

  init(_ concept: Concept, in base: KnowledgeBase, language: LanguageCode?) {
    self.concept = concept
    self.base = base
    let own = Set(concept.articles)
    let mentions = base.mentions.filter { $0.concept == concept.id && !own.contains($0.article) }
    parts = base.languages.compactMap { code in
      guard language == nil || code == language, let names = concept.designations[code] else {
        return nil
      }
      let statements = concept.statements.filter(base.statements.indices.contains)
        .map { base.statements[$0] }.filter { $0.language == code }
      return Part(
        language: code, names: names,
        definitions: concept.definitions.filter { $0.language == code },
        statements: Facet.allCases.map { facet in (facet, statements.filter { $0.facet == facet }) }
          .filter { !$0.1.isEmpty },
        uses: Self.uses(mentions, code, base))
    }
  }

  /// The first mention in each article that is about something else, with its sentence.
  private static func uses(
    _ mentions: [Mention], _ language: LanguageCode, _ base: KnowledgeBase
  ) -> [(article: String, sentence: String)] {
    var seen: Set<Int> = []
    return mentions.compactMap { mention in
      let article = base.articles[mention.article].article
      guard article.language == language, seen.insert(mention.article).inserted else { return nil }
      return (article.path, article.prose.text(mention.sentence))
    }
  }

  private func terms(_ ids: [ConceptID], _ language: LanguageCode) -> [String] {
    ids.map { id in base[id]?.term(in: language) ?? id.rawValue }
  }

  private func relations(_ language: LanguageCode) -> [(name: String, terms: [String])] {
    [
      ("broader", terms(concept.broader, language)),
      ("narrower", terms(concept.narrower, language)),
      ("related", terms(concept.related, language)),
      ("level of", terms(concept.levelOf, language)),
    ].filter { !$0.1.isEmpty }
  }

  private func source(_ citation: Citation?) -> String? {
    guard let citation, base.articles.indices.contains(citation.article) else { return nil }
    return "\(citation.location.file):\(citation.location.start.line)"
  }

  // MARK: Text and Markdown

  func text(usesColor: Bool) -> String {
    func heading(_ text: String) -> String {
      usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
    return parts.map { part in
      var out = heading(TerminalText.printable(part.names.preferred))
      out += " (\(part.language))  \(concept.id)\n"
      out += naming(part).map { "  \($0): \($1)\n" }.joined()
      for definition in part.definitions {
        out += "\n  \(TerminalText.printable(definition.text))\n"
        out += source(definition.citation).map { "    \($0)\n" } ?? ""
      }
      for (facet, items) in part.statements {
        out += "\n  \(heading(facet.rawValue))\n"
        out += items.map { "    \(TerminalText.printable(Self.line($0)))\n" }.joined()
      }
      if !part.uses.isEmpty {
        out += "\n  \(heading("used in"))\n"
        out += part.uses.map {
          "    \(TerminalText.printable($0.article)): \(TerminalText.printable($0.sentence))\n"
        }.joined()
      }
      return out
    }.joined(separator: "\n")
  }

  var markdown: String {
    parts.map { part in
      var out = "# \(part.names.preferred)\n\n"
      out += naming(part).map { "- **\($0)**: \($1)\n" }.joined()
      for definition in part.definitions { out += "\n\(definition.text)\n" }
      for (facet, items) in part.statements {
        out += "\n## \(facet.rawValue)\n\n" + items.map { Self.item($0) }.joined()
      }
      if !part.uses.isEmpty {
        out += "\n## used in\n\n" + part.uses.map { "- \($0.article): \($0.sentence)\n" }.joined()
      }
      return out
    }.joined(separator: "\n")
  }

  private func naming(_ part: Part) -> [(String, String)] {
    var lines: [(String, String)] = []
    if !part.names.admitted.isEmpty {
      lines.append(("also", part.names.admitted.joined(separator: ", ")))
    }
    if !part.names.deprecated.isEmpty {
      lines.append(("avoid", part.names.deprecated.joined(separator: ", ")))
    }
    for code in base.languages where code != part.language {
      if let term = concept.term(in: code) { lines.append((code.rawValue, term)) }
    }
    lines += relations(part.language).map { ($0.name, $0.terms.joined(separator: ", ")) }
    return lines.map { ($0, TerminalText.printable($1)) }
  }

  private static func line(_ statement: Statement) -> String {
    let mark = statement.order.map { "\($0). " } ?? "- "
    return mark + statement.label + (statement.explanation.map { ": " + $0 } ?? "")
  }

  private static func item(_ statement: Statement) -> String { line(statement) + "\n" }

  // MARK: JSON

  var json: JSON {
    [
      "version": 1, "id": .string(concept.id.rawValue),
      "broader": .strings(concept.broader.map(\.rawValue)),
      "narrower": .strings(concept.narrower.map(\.rawValue)),
      "related": .strings(concept.related.map(\.rawValue)),
      "levelOf": .strings(concept.levelOf.map(\.rawValue)),
      "languages": .array(parts.map(json)),
    ]
  }

  private func json(_ part: Part) -> JSON {
    [
      "language": .string(part.language.rawValue), "term": .string(part.names.preferred),
      "synonyms": .strings(part.names.admitted), "deprecated": .strings(part.names.deprecated),
      "definitions": .array(
        part.definitions.map { definition in
          .object([
            "text": .string(definition.text), "definiens": definition.definiens.map(JSON.string),
            "source": source(definition.citation).map(JSON.string),
          ])
        }),
      "facts": .array(part.statements.flatMap(\.items).map(json)),
      "uses": .array(
        part.uses.map { ["article": .string($0.article), "sentence": .string($0.sentence)] }),
    ]
  }

  private func json(_ statement: Statement) -> JSON {
    .object([
      "facet": .string(statement.facet.rawValue), "label": .string(statement.label),
      "text": .string(statement.text),
      "explanation": statement.explanation.map(JSON.string),
      "order": statement.order.map(JSON.number),
      "concept": statement.target.map { .string($0.rawValue) },
      "sources": .strings(statement.citations.compactMap(source)),
    ])
  }
}
