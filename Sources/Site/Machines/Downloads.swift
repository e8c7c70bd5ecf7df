import Knowledge
import Language

/// A file with the whole glossary, for those who take it elsewhere.
package enum Download: String, CaseIterable, Hashable, Sendable {
  case json, csv

  var path: String { "data/glossary.\(rawValue)" }
}

extension SiteContext {
  func download(_ kind: Download) -> [UInt8] {
    switch kind {
    case .json: glossaryJSON()
    case .csv: glossaryCSV()
    }
  }

  // MARK: - JSON

  /// Every concept with its terms, definitions, relations and what is said of it, in all languages.
  private func glossaryJSON() -> [UInt8] {
    let titles = editions.map { ($0.code.rawValue, JSON.string(title($0.code))) }
    var out: [UInt8] = []
    // It is the largest of all files: one that grew by doubling would be held twice.
    out.reserveCapacity(
      base.statements.reduce(base.concepts.count * 1000) { sum, statement in
        let explanation = statement.explanation?.utf8.count ?? 0
        return sum + 300 + statement.label.utf8.count + statement.text.utf8.count + explanation
      })
    out += "{\"version\":1,\"title\":".utf8
    JSON.object(titles).write(into: &out)
    out += ",\"languages\":".utf8
    JSON.list(editions.map { .string($0.code.rawValue) }).write(into: &out)
    out += ",\"concepts\":[".utf8
    // A line each, so that two editions can be compared by lines.
    for number in base.concepts.indices {
      out += (number == 0 ? "\n" : ",\n").utf8
      json(number).write(into: &out)
    }
    out += "\n]}\n".utf8
    return out
  }

  private func json(_ number: Int) -> JSON {
    let concept = base.concepts[number]
    var members: [(String, JSON)] = [("id", .string(concept.id.rawValue))]
    members.append(("terms", .object(editions.compactMap { terms(concept, $0.code) })))
    let definitions = editions.compactMap { edition -> (String, JSON)? in
      let texts = concept.definitions.filter { $0.language == edition.code }
        .map { JSON.string($0.text) }
      return texts.isEmpty ? nil : (edition.code.rawValue, .list(texts))
    }
    if !definitions.isEmpty { members.append(("definitions", .object(definitions))) }
    let relations = [
      ("broader", concept.broader), ("narrower", concept.narrower), ("related", concept.related),
      ("levelOf", concept.levelOf),
    ]
    for (name, others) in relations where !others.isEmpty {
      members.append((name, .list(others.map { .string($0.rawValue) })))
    }
    let facts = concept.statements.map { fact(base.statements[$0]) }
    if !facts.isEmpty { members.append(("facts", .list(facts))) }
    let pages = editions.compactMap { edition in
      edition.conceptPaths[number].map { (edition.code.rawValue, JSON.string(address($0))) }
    }
    members.append(("pages", .object(pages)))
    return .object(members)
  }

  private func terms(_ concept: Concept, _ language: LanguageCode) -> (String, JSON)? {
    guard let names = concept.designations[language] else { return nil }
    var members: [(String, JSON)] = [("preferred", .string(names.preferred))]
    for (kind, terms) in [("synonyms", names.admitted), ("deprecated", names.deprecated)]
    where !terms.isEmpty {
      members.append((kind, .list(terms.map { .string($0) })))
    }
    return (language.rawValue, .object(members))
  }

  private func fact(_ statement: Statement) -> JSON {
    var members: [(String, JSON)] = [
      ("facet", .string(statement.facet.rawValue)),
      ("language", .string(statement.language.rawValue)), ("label", .string(statement.label)),
    ]
    if statement.text != statement.label { members.append(("text", .string(statement.text))) }
    if let text = statement.explanation { members.append(("explanation", .string(text))) }
    if let target = statement.target { members.append(("concept", .string(target.rawValue))) }
    let article = statement.citations.first.map { base.articles[$0.article].article.path }
    if let article { members.append(("source", .string(article))) }
    return .object(members)
  }

  /// With the base address where there is one, else below the site's root.
  private func address(_ path: String) -> String {
    (configuration.baseURL ?? "") + SitePath.encoded(path)
  }

  // MARK: - CSV

  /// A row for each concept, with columns for each language, as RFC 4180 has it. The mark at the start
  /// tells spreadsheets that it is UTF-8.
  private func glossaryCSV() -> [UInt8] {
    var out: [UInt8] = [0xEF, 0xBB, 0xBF]
    let columns = ["term", "synonyms", "definition", "page"]
    row(["id"] + editions.flatMap { e in columns.map { "\($0)-\(e.code)" } } + ["broader"], &out)
    for (number, concept) in base.concepts.enumerated() {
      var cells = [concept.id.rawValue]
      for edition in editions {
        let names = concept.designations[edition.code]
        cells += [
          names?.preferred ?? "", (names?.admitted ?? []).joined(separator: "; "),
          concept.definition(in: edition.code)?.text ?? "",
          edition.conceptPaths[number].map(address) ?? "",
        ]
      }
      cells.append(concept.broader.map(\.rawValue).joined(separator: "; "))
      row(cells, &out)
    }
    return out
  }

  private func row(_ cells: [String], _ out: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      // A cell that a spreadsheet would take for a formula is text to it after an apostrophe.
      let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      let text = isFormula ? "'" + cell : cell
      guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else {
        out += text.utf8
        continue
      }
      out.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { out.append(byte) }
        out.append(byte)
      }
      out.append(UInt8(ascii: "\""))
    }
    out += "\r\n".utf8
  }
}
