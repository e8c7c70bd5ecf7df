import ArgumentParser
import Diagnostics
import Knowledge
import Language

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the concepts.",
    discussion: """
      Filters narrow the list; those given together must all hold. An empty list: exit status 1.

      EXAMPLES
        begrepp list --language nb
        begrepp list --undefined
        begrepp list --facet benefit --format json
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var format: FormatOption

  @Option(
    help: ArgumentHelp("Only concepts of which this is said, as benefit.", valueName: "facet"))
  var facet: Facet?

  @Option(help: ArgumentHelp("Only concepts with a term in this language.", valueName: "code"))
  var language: LanguageCode?

  @Flag(help: "Only concepts that no article mentions and no other concept is related to.")
  var orphans = false

  @Flag(help: "Only concepts that lack a definition in a language they have a term in.")
  var undefined = false

  @Flag(help: "Only concepts that lack a term in a language of the site.")
  var untranslated = false

  func run() throws {
    let folder = try root.folder()
    IndexAccess.finishInterrupted(folder)
    let loaded = try Reporting.load(folder)
    let base = loaded.base
    if let language, !base.languages.contains(language) {
      throw CommandFailure(
        .usage, "the site has no language '\(language)'",
        help: "its languages are " + base.languages.map(\.rawValue).joined(separator: ", "))
    }
    let mentioned = Set(base.mentions.map(\.concept))
    let concepts = base.concepts.filter { isListed($0, base, mentioned) }
    switch format.value {
    case .json:
      let json: JSON = ["version": 1, "concepts": .array(concepts.map { self.json($0, base) })]
      Terminal.write(json.serialized())
    case .text: Terminal.write(text(concepts, loaded))
    }
    if concepts.isEmpty { throw ExitCode(.no) }
  }

  private func isListed(
    _ concept: Concept, _ base: KnowledgeBase, _ mentioned: Set<ConceptID>
  ) -> Bool {
    let languages = language.map { [$0] } ?? base.languages
    if languages.allSatisfy({ concept.designations[$0] == nil }) && !untranslated { return false }
    if let facet, !has(facet, concept, languages, base) { return false }
    if orphans {
      let related = concept.broader + concept.narrower + concept.related + concept.levelOf
      if mentioned.contains(concept.id) || !related.isEmpty { return false }
    }
    if undefined {
      let lacks = languages.contains {
        concept.designations[$0] != nil && concept.definition(in: $0) == nil
      }
      if !lacks { return false }
    }
    if untranslated, languages.allSatisfy({ concept.designations[$0] != nil }) { return false }
    return true
  }

  private func has(
    _ facet: Facet, _ concept: Concept, _ languages: [LanguageCode], _ base: KnowledgeBase
  ) -> Bool {
    if facet == .definition { return languages.contains { concept.definition(in: $0) != nil } }
    return concept.statements.contains { index in
      base.statements.indices.contains(index) && base.statements[index].facet == facet
        && languages.contains(base.statements[index].language)
    }
  }

  /// A line per concept, in alphabetical order of the first language that it has a term in.
  private func text(_ concepts: [Concept], _ loaded: LoadedKnowledge) -> String {
    let languages = language.map { [$0] } ?? loaded.base.languages
    let rows = concepts.map { concept -> (key: [UInt8], line: String) in
      let terms = languages.compactMap { code in
        concept.term(in: code).map { "\($0) (\(code))" }
      }
      let first = languages.lazy.compactMap { code in concept.term(in: code).map { (code, $0) } }
        .first
      let key = first.flatMap { loaded.catalog[$0.0]?.collation.sortKey($0.1) }
      let names = terms.isEmpty ? concept.id.rawValue : terms.joined(separator: ", ")
      return (key ?? Array(concept.id.rawValue.utf8), TerminalText.printable(names) + "\n")
    }
    return rows.sorted { a, b in
      a.key == b.key ? a.line < b.line : a.key.lexicographicallyPrecedes(b.key)
    }.map(\.line).joined()
  }

  private func json(_ concept: Concept, _ base: KnowledgeBase) -> JSON {
    let terms = base.languages.compactMap { code in
      concept.term(in: code).map { JSON.Member(code.rawValue, .string($0)) }
    }
    let definitions = base.languages.compactMap { code in
      concept.definition(in: code).map {
        JSON.Member(code.rawValue, .string($0.definiens ?? $0.text))
      }
    }
    let facets = Facet.allCases.compactMap { facet -> JSON.Member? in
      let count = concept.statements.count {
        base.statements.indices.contains($0) && base.statements[$0].facet == facet
      }
      return count == 0 ? nil : JSON.Member(facet.rawValue, .number(count))
    }
    return [
      "id": .string(concept.id.rawValue), "terms": .object(terms),
      "definitions": .object(definitions), "facts": .object(facets),
    ]
  }
}
