import Diagnostics
import Knowledge

/// What became of a vocabulary, as programs read it.
struct VocabularyJSON {
  let report: VocabularyReport

  var json: JSON {
    let changes = report.changes
    let counts = VocabularyLines(changes: changes).counts
    return [
      "version": 1,
      "revision": ["name": .string(report.revision), "commit": .string(report.commit)],
      "counts": .object(counts.map { JSON.Member($0.name, .number($0.count)) }),
      "added": .array(changes.added.map(summary)), "gone": .array(changes.gone.map(summary)),
      "changed": .array(changes.changed.map(change)),
      "articles": turnover(changes.articles, JSON.string),
    ]
  }

  private func names(_ names: [VocabularyChanges.Name]) -> JSON {
    .object(names.map { JSON.Member($0.language.rawValue, .string($0.text)) })
  }

  private func summary(_ summary: VocabularyChanges.Summary) -> JSON {
    [
      "id": .string(summary.id.rawValue), "terms": names(summary.names),
      "definitions": names(summary.definitions),
    ]
  }

  private func turnover<Element>(
    _ turnover: VocabularyChanges.Turnover<Element>, _ json: (Element) -> JSON
  ) -> JSON {
    [
      "gained": .array(turnover.gained.map(json)), "lost": .array(turnover.lost.map(json)),
    ]
  }

  private func change(_ change: VocabularyChanges.ConceptChange) -> JSON {
    .object([
      "id": .string(change.after.rawValue), "terms": names(change.names),
      "formerId": change.before == change.after ? nil : .string(change.before.rawValue),
      "joined": .strings(change.joined.map(\.rawValue)),
      "renamed": .array(
        change.terms.map { term in
          .object([
            "language": .string(term.language.rawValue), "old": term.before.map(JSON.string),
            "new": term.after.map(JSON.string),
          ])
        }),
      "synonyms": turnover(change.synonyms) {
        [
          "language": .string($0.language.rawValue), "term": .string($0.text),
          "deprecated": .bool($0.isDeprecated),
        ]
      },
      "definitions": .array(change.definitions.map(rewording)),
      "facets": turnover(change.statements, statement),
      "relabelled": .array(
        change.relabelled.map { ["old": statement($0.before), "new": statement($0.after)] }),
      "relations": turnover(change.relations) {
        ["kind": .string($0.kind.rawValue), "id": .string($0.concept.rawValue)]
      },
      "links": turnover(change.links, JSON.string),
    ])
  }

  private func statement(_ statement: VocabularyChanges.Statement) -> JSON {
    [
      "facet": .string(statement.facet.rawValue),
      "language": .string(statement.language.rawValue), "label": .string(statement.label),
    ]
  }

  private func rewording(_ rewording: VocabularyChanges.Rewording) -> JSON {
    let words = WordChanges(from: rewording.before ?? "", to: rewording.after ?? "")
    return .object([
      "language": .string(rewording.language.rawValue),
      "old": rewording.before.map { _ in MarkedWords.json(words.old) },
      "new": rewording.after.map { _ in MarkedWords.json(words.new) },
    ])
  }
}
