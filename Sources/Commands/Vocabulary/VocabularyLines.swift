import Diagnostics
import Knowledge
import Language

/// What became of a vocabulary, in words: what text and Markdown have in common.
struct VocabularyLines {
  /// A line about a concept.
  enum Line {
    /// Something that came (`+`), went (`-`) or is another now (`~`), and what it is.
    case item(Character, what: String, text: String)
    /// A text that was reworded, with the words that changed.
    case reworded(what: String, old: [WordChanges.Stretch], new: [WordChanges.Stretch])
  }

  let changes: VocabularyChanges

  /// Those that go by another name or id than they did, or that others became.
  var renamed: [VocabularyChanges.ConceptChange] { changes.changed.filter(Self.isRenamed) }
  var changed: [VocabularyChanges.ConceptChange] {
    changes.changed.filter { !Self.isRenamed($0) }
  }

  private static func isRenamed(_ change: VocabularyChanges.ConceptChange) -> Bool {
    change.isRenamed || change.before != change.after || !change.joined.isEmpty
  }

  /// How many there are of each kind of change.
  var counts: [(name: String, count: Int)] {
    let all = changes.changed
    let definitions = all.flatMap(\.definitions)
    return [
      ("added", changes.added.count), ("gone", changes.gone.count),
      ("joined", all.reduce(0) { $0 + $1.joined.count }),
      ("renamed", all.count(where: \.isRenamed)),
      ("definitionsReworded", definitions.count { $0.before != nil && $0.after != nil }),
      ("definitionsAdded", definitions.count { $0.before == nil }),
      ("definitionsLost", definitions.count { $0.after == nil }),
      ("facetsGained", all.reduce(0) { $0 + $1.statements.gained.count }),
      ("facetsLost", all.reduce(0) { $0 + $1.statements.lost.count }),
      ("relationsGained", all.reduce(0) { $0 + $1.relations.gained.count }),
      ("relationsLost", all.reduce(0) { $0 + $1.relations.lost.count }),
      ("linksGained", all.reduce(0) { $0 + $1.links.gained.count }),
      ("linksLost", all.reduce(0) { $0 + $1.links.lost.count }),
    ]
  }

  private static let nouns: [String: (one: String, many: String)] = [
    "added": ("concept added", "concepts added"), "gone": ("concept gone", "concepts gone"),
    "joined": ("concept joined with another", "concepts joined with others"),
    "renamed": ("concept renamed", "concepts renamed"),
    "definitionsReworded": ("definition reworded", "definitions reworded"),
    "definitionsAdded": ("definition added", "definitions added"),
    "definitionsLost": ("definition lost", "definitions lost"),
    "facetsGained": ("facet gained", "facets gained"), "facetsLost": ("facet lost", "facets lost"),
    "relationsGained": ("relation gained", "relations gained"),
    "relationsLost": ("relation lost", "relations lost"),
    "linksGained": ("link gained", "links gained"), "linksLost": ("link lost", "links lost"),
  ]

  /// The counts on one line; empty where nothing changed.
  var summary: String {
    let parts = counts.filter { $0.count > 0 }.map { name, count in
      let noun = Self.nouns[name] ?? (name, name)
      return "\(count) \(count == 1 ? noun.one : noun.many)"
    }
    if parts.isEmpty { return changes.isEmpty ? "nothing changed" : "no concept changed" }
    return parts.joined(separator: ", ")
  }

  /// What is told of one concept, the weightiest first.
  func lines(_ change: VocabularyChanges.ConceptChange) -> [Line] {
    var lines: [Line] = []
    if change.before != change.after {
      lines.append(.item("~", what: "id", text: "\(change.before) → \(change.after)"))
    }
    for id in change.joined { lines.append(.item("+", what: "joined", text: id.rawValue)) }
    for term in change.terms {
      let what = "term \(term.language)"
      switch (term.before, term.after) {
      case (let before?, let after?):
        lines.append(.item("~", what: what, text: "\(before) → \(after)"))
      case (nil, let after?): lines.append(.item("+", what: what, text: after))
      case (let before?, nil): lines.append(.item("-", what: what, text: before))
      case (nil, nil): continue
      }
    }
    for (mark, list) in [("+" as Character, change.synonyms.gained), ("-", change.synonyms.lost)] {
      for synonym in list {
        let kind = synonym.isDeprecated ? "deprecated term" : "synonym"
        lines.append(.item(mark, what: "\(kind) \(synonym.language)", text: synonym.text))
      }
    }
    lines += change.definitions.compactMap(definition)
    lines += grouped("+", change.statements.gained) + grouped("-", change.statements.lost)
    for pair in change.relabelled {
      lines.append(
        .item(
          "~", what: "\(pair.after.facet.rawValue) \(pair.after.language)",
          text: "\(pair.before.label) → \(pair.after.label)"))
    }
    for (mark, list) in [("+" as Character, change.relations.gained), ("-", change.relations.lost)]
    {
      for relation in list {
        lines.append(.item(mark, what: relation.kind.rawValue, text: relation.concept.rawValue))
      }
    }
    for (mark, list) in [("+" as Character, change.links.gained), ("-", change.links.lost)]
    where !list.isEmpty {
      lines.append(.item(mark, what: "linked from", text: list.joined(separator: ", ")))
    }
    return lines
  }

  private func definition(_ rewording: VocabularyChanges.Rewording) -> Line? {
    let what = "definition \(rewording.language)"
    switch (rewording.before, rewording.after) {
    case (let before?, let after?):
      let words = WordChanges(from: before, to: after)
      let stayed = words.new.reduce(0) { $0 + ($1.isChanged ? 0 : $1.text.utf8.count) }
      // Of another sentence, the few words that both have are no help.
      guard 3 * stayed >= after.utf8.count else {
        return .reworded(
          what: what, old: [.init(before, isChanged: true)], new: [.init(after, isChanged: true)])
      }
      return .reworded(what: what, old: words.old, new: words.new)
    case (nil, let after?): return .item("+", what: what, text: after)
    case (let before?, nil): return .item("-", what: what, text: before)
    case (nil, nil): return nil
    }
  }

  /// What is said of one facet in one language, on one line.
  private func grouped(_ mark: Character, _ statements: [VocabularyChanges.Statement]) -> [Line] {
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for statement in statements {
      let what = "\(statement.facet.rawValue) \(statement.language)"
      if labels[what] == nil { order.append(what) }
      labels[what, default: []].append(statement.label)
    }
    return order.map { .item(mark, what: $0, text: (labels[$0] ?? []).joined(separator: "; ")) }
  }
}
