import Extraction
import Language

/// The facts of one article that an editor has looked at, as they are kept beside the content: a line each, in
/// order, so that two editors' lists merge.
package struct ReviewedFacts: Hashable, Sendable {
  private var lines: Set<String>

  package init() { lines = [] }

  /// - Parameter text: the file; lines that say nothing of a fact are of no use, and no fault.
  package init(text: String) {
    lines = Set(
      text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("<<<<<<<") })
  }

  package var isEmpty: Bool { lines.isEmpty }

  /// The file, lines in the order of their bytes, each ending in LF.
  package var text: String {
    lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
  }

  package func contains(_ fact: Fact) -> Bool { lines.contains(Self.line(fact)) }

  package mutating func insert(_ fact: Fact) { lines.insert(Self.line(fact)) }

  /// Forgets the facts that the article does not state any more.
  package mutating func keep(only facts: [Fact]) {
    lines.formIntersection(facts.map(Self.line))
  }

  /// What tells a fact from the others of its article: facet and label. A definition that says something else
  /// is another one, so its words belong to it.
  private static func line(_ fact: Fact) -> String {
    var parts = [fact.facet.rawValue, fact.label]
    if let subject = fact.subject { parts[1] += " [\(subject)]" }
    if fact.facet == .definition { parts.append(fact.definiens ?? fact.text) }
    let line = parts.joined(separator: ": ")
    return String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
  }
}

extension EditorialDecisions {
  /// Whether the editors have corrected a fact: by its label in any inflected form.
  ///
  /// - Parameter path: the article's, below `content/`.
  package func decide(_ fact: Fact, in path: String, _ grammar: TermGrammar) -> Bool {
    corrections.contains { correction in
      ContentPath.normalized(correction.path.text) == path
        && correction.actions.contains { action in
          switch action {
          case .reject(let selector), .relabel(let selector, _), .move(let selector, _):
            selector.facet == fact.facet
              && (selector.label == fact.label
                || grammar.lemmaKey(selector.label) == grammar.lemmaKey(fact.label))
          case .add: false
          }
        }
    }
  }
}
