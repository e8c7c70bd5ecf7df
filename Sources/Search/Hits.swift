import Knowledge
import Language

/// How one entry answers a query.
struct Verdict {
  var entry: Int
  var match: MatchClass
  var distance: Int
  /// The name or text that was met.
  var matched: String
  /// Words of the query as the texts have them, to find the statement that was met.
  var words: [Set<String>] = []
  var facet: Facet?

  func isBetter(than other: Verdict) -> Bool {
    match != other.match ? match < other.match : distance < other.distance
  }
}

/// The best verdict on each entry.
struct Hits {
  private(set) var verdicts: [Int: Verdict] = [:]

  mutating func add(_ verdict: Verdict) {
    if let known = verdicts[verdict.entry], !verdict.isBetter(than: known) { return }
    verdicts[verdict.entry] = verdict
  }

  mutating func add(entry: Int, _ match: MatchClass, distance: Int, matched: String) {
    add(Verdict(entry: entry, match: match, distance: distance, matched: matched))
  }

  mutating func merge(_ other: Hits) {
    for verdict in other.verdicts.values { add(verdict) }
  }

  /// Those whose concept was named, as answers about one of its facets.
  func about(_ facet: Facet) -> Hits {
    var hits = Hits()
    for var verdict in verdicts.values where verdict.match <= .compoundPart {
      verdict.facet = facet
      verdict.distance += 1
      hits.add(verdict)
    }
    return hits
  }
}
