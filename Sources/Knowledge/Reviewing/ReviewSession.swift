import Articles
import Diagnostics
import Extraction
import Language

/// One fact that an editor is to look at.
package struct ReviewItem: Sendable {
  /// The article's path below `content/`.
  package let path: String
  package let fact: Fact
  package let location: Location

  package init(path: String, fact: Fact, location: Location) {
    self.path = path
    self.fact = fact
    self.location = location
  }
}

/// The facts of an article that nobody has looked at or corrected, in the order of the text; of those that
/// say the same the first.
package func newFacts(
  _ facts: ArticleFacts, of article: Article, reviewed: ReviewedFacts,
  decisions: EditorialDecisions, _ grammar: TermGrammar
) -> [ReviewItem] {
  var seen = reviewed
  return facts.facts.filter { fact in
    if seen.contains(fact) || decisions.decide(fact, in: article.path, grammar) { return false }
    seen.insert(fact)
    return true
  }.sorted { $0.span < $1.span }.map {
    ReviewItem(path: article.path, fact: $0, location: article.source.location($0.span))
  }
}

/// An editor's walk through new facts. A value: what it comes to is written when it ends.
package struct ReviewSession: Sendable {
  package enum Decision: Hashable, Sendable {
    case keep
    case reject
    case relabel(String)
    /// It is left for another time.
    case skip

    /// Whether the fact counts as looked at.
    var isFinal: Bool { self != .skip }
  }

  package private(set) var items: [ReviewItem]
  package private(set) var decisions: [Decision?]
  /// The item that is looked at; the number of items at the end.
  package private(set) var place = 0

  package init(_ items: [ReviewItem]) {
    self.items = items
    decisions = Array(repeating: nil, count: items.count)
  }

  package var current: ReviewItem? { place < items.count ? items[place] : nil }

  /// How many facts were decided.
  package var count: Int { decisions.count { $0?.isFinal ?? false } }

  /// Decides about the present fact and goes on to the next.
  package mutating func decide(_ decision: Decision) {
    guard place < items.count else { return }
    decisions[place] = decision
    place += 1
  }

  /// Goes back to the fact before, as if nothing had been decided about it.
  ///
  /// - Returns: false at the first.
  package mutating func goBack() -> Bool {
    guard place > 0 else { return false }
    place -= 1
    decisions[place] = nil
    return true
  }

  /// Takes an article as it now stands: what was decided of its facts holds where they are still there.
  ///
  /// - Parameter fresh: its new facts.
  package mutating func reload(_ path: String, _ fresh: [ReviewItem]) {
    struct Key: Hashable {
      var facet: Facet
      var label: String
      var text: String
    }
    func key(_ item: ReviewItem) -> Key {
      Key(facet: item.fact.facet, label: item.fact.label, text: item.fact.text)
    }
    var former: [Key: Decision] = [:]
    for (item, decision) in zip(items, decisions) where item.path == path {
      if let decision { former[key(item)] = decision }
    }
    let start = items.firstIndex { $0.path == path } ?? place
    let end = (items.lastIndex { $0.path == path } ?? start - 1) + 1
    items.replaceSubrange(start..<end, with: fresh)
    decisions.replaceSubrange(start..<end, with: fresh.map { former[key($0)] })
    place = (start..<start + fresh.count).first { decisions[$0] == nil } ?? start + fresh.count
  }

  /// What is to be added to `concepts.yml`.
  package var changes: [DecisionChange] {
    zip(items, decisions).compactMap { item, decision in
      switch decision {
      case .reject: .correction(path: item.path, .reject(item.fact.facet, label: item.fact.label))
      case .relabel(let label):
        .correction(
          path: item.path, .relabel(item.fact.facet, from: item.fact.label, to: label))
      case .keep, .skip, nil: nil
      }
    }
  }

  /// The facts that were looked at, by the path of their article.
  package var reviewed: [String: [Fact]] {
    var reviewed: [String: [Fact]] = [:]
    for (item, decision) in zip(items, decisions) where decision?.isFinal ?? false {
      reviewed[item.path, default: []].append(item.fact)
    }
    return reviewed
  }
}
