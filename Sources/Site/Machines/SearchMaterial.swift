import Knowledge
import Language

/// What an earlier plan knew of the files that the search in the page reads.
package struct SearchRecord: Sendable, Equatable {
  /// Stands for all that they are made from.
  package var key: Fingerprint
  /// By edition: what each file holds, by its number.
  package var files: [[Fingerprint]]

  package init(key: Fingerprint, files: [[Fingerprint]]) {
    self.key = key
    self.files = files
  }
}

/// What can be searched for and the files of it, made when they are first asked for: where nothing of
/// it has changed since an earlier build, nobody asks.
package final class SearchMaterial: Sendable {
  private let made: Deferred<SearchContent>
  private let written: Deferred<[[[UInt8]]]>

  /// Nothing to be found.
  init() {
    made = Deferred { SearchContent() }
    written = Deferred { [] }
  }

  /// - Parameter context: with the editions and the addresses of concepts in them.
  init(_ context: SiteContext, _ parallel: Parallel) {
    let made = Deferred { Self.content(context, parallel) }
    self.made = made
    written = Deferred { Self.files(made.value, context.editions, parallel) }
  }

  package var content: SearchContent { made.value }
  /// By edition: what the search in the page reads, file by file.
  var files: [[[UInt8]]] { written.value }

  private static func content(_ context: SiteContext, _ parallel: Parallel) -> SearchContent {
    let (editions, base) = (context.editions, context.base)
    return SearchContent(
      of: base,
      language: { code in
        editions.first { $0.code == code }?.language.search ?? SearchLanguage(forms: { [$0] })
      },
      address: { concept, language in
        guard let edition = editions.first(where: { $0.code == language }),
          let number = base.index(of: concept.id)
        else { return "" }
        return edition.conceptPaths[number] ?? ""
      }, parallel: parallel)
  }

  private static func files(
    _ content: SearchContent, _ editions: [Edition], _ parallel: Parallel
  ) -> [[[UInt8]]] {
    let lines = shownLines(content)
    let found = SearchItems(content, parallel)
    return parallel.map(editions.map(\.code)) { code in
      let shown = content.concepts.indices.map { concept in
        (lines[code]?[concept] ?? editions.lazy.compactMap { lines[$0.code]?[concept] }.first)
          ?? .list([])
      }
      return SearchFiles(content, found, in: code, shown: shown).files
    }
  }

  /// Per language and concept: term, address, definition, where each facet starts, and language.
  private static func shownLines(_ content: SearchContent) -> [LanguageCode: [Int: JSON]] {
    var lines: [LanguageCode: [Int: JSON]] = [:]
    for entry in content.entries where !entry.url.isEmpty {
      var anchors: [(String, JSON)] = []
      for statement in entry.statements
      where !anchors.contains(where: { $0.0 == statement.facet.rawValue }) {
        anchors.append((statement.facet.rawValue, .string(statement.anchor)))
      }
      lines[entry.language, default: [:]][entry.concept] = .list([
        .string(entry.names.first?.text ?? ""), .string(SitePath.encoded(entry.url)),
        .string(Page.short(entry.definition, to: 160)), .object(anchors),
        .string(entry.language.rawValue),
      ])
    }
    return lines
  }
}

extension SiteContext {
  /// Stands for all that can be searched for: of each concept its names, addresses, definitions, facts
  /// and uses, and the headings of the articles about it.
  ///
  /// - Parameter inputs: stands for the program, the configuration and the languages.
  func searchKey(_ inputs: Fingerprint, _ parallel: Parallel) -> Fingerprint {
    let concepts = parallel.map(Array(base.concepts.indices)) { number in
      Fingerprint { addSearched(of: number, to: &$0) }
    }
    return Fingerprint { key in
      key.add(inputs)
      for edition in editions { key.add(edition.code.rawValue) }
      for concept in concepts { key.add(concept) }
    }
  }

  private func addSearched(of number: Int, to key: inout FingerprintBuilder) {
    let concept = base.concepts[number]
    key.add(concept.id.rawValue)
    key.add(connections[number])
    for edition in editions {
      key.add(edition.conceptPaths[number])
      guard let names = concept.designations[edition.code] else { continue }
      key.add(names.preferred)
      for texts in [names.admitted, names.deprecated, names.extraForms, names.excludedForms] {
        key.add(texts.count)
        for text in texts { key.add(text) }
      }
    }
    for place in concept.definitions.indices {
      key.add(concept.definitions[place].language.rawValue)
      key.add(concept.definitions[place].text)
      key.add(concept.definitions[place].definiens)
      let article = concept.definitions[place].citation?.article
      key.add(article.map { base.articles[$0].article.path })
    }
    for place in concept.statements {
      key.add(base.statements[place].facet.rawValue)
      key.add(base.statements[place].language.rawValue)
      key.add(base.statements[place].anchor)
      key.add(base.statements[place].label)
      key.add(base.statements[place].text)
      key.add(base.statements[place].explanation)
    }
    for article in concept.articles {
      key.add(base.articles[article].article.path)
      key.add(base.articles[article].title)
      let prose = base.articles[article].article.prose
      for block in prose.blocks
      where base.articles[article].article.document[block.node].kind == .heading {
        prose.bytes[block.range].withUnsafeBufferPointer { key.add($0) }
      }
    }
  }
}
