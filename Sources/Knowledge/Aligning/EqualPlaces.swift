import Articles
import Diagnostics
import Language

/// Concepts that stand at equal places of an article and its translation.
struct EqualPlaces {
  /// Two concepts, by their indices in the base.
  struct Key: Hashable {
    var first: Int
    var second: Int
  }

  struct Place {
    /// How sure it is that the two lists that they stand in have the same order.
    enum Order: Int, Comparable {
      /// Nothing but the places speaks for it.
      case bare
      /// Another pair at equal places is one.
      case anchored
      /// At least half of the other pairs are.
      case parallel
      static func < (a: Order, b: Order) -> Bool { a.rawValue < b.rawValue }
    }

    var order: Order
    var facet: Facet
    /// From 1, of how many.
    var number: Int
    var count: Int
    var first: Location
    var second: Location
  }

  private struct Occurrence {
    var concept: Int
    var facet: Facet
    var location: Location
    var block: Int
    var section: Int
  }

  private(set) var places: [Key: Place] = [:]

  /// - Parameter isOne: whether two concepts are one, or their terms so much alike that they show the
  ///   order of the lists that they stand in.
  init(
    _ base: KnowledgeBase, _ languages: (first: LanguageCode, second: LanguageCode),
    isOne: (Int, Int) -> Bool
  ) {
    let occurrences = Self.occurrences(base)
    for (index, entry) in base.articles.enumerated() where entry.language == languages.first {
      guard let ours = occurrences[index] else { continue }
      for other in entry.translations where base.articles[other].language == languages.second {
        guard let theirs = occurrences[other] else { continue }
        compare(ours, index, theirs, other, base, isOne)
      }
    }
  }

  /// Where concepts are defined, or listed as levels, types or factors, by article.
  private static func occurrences(_ base: KnowledgeBase) -> [Int: [(Int, Facet, Location)]] {
    var found: [Int: [(Int, Facet, Location)]] = [:]
    for (index, concept) in base.concepts.enumerated() {
      for definition in concept.definitions where definition.origin != .explanation {
        guard let citation = definition.citation else { continue }
        found[citation.article, default: []].append((index, .definition, citation.location))
      }
    }
    for statement in base.statements {
      guard let target = statement.target.flatMap(base.index) else { continue }
      for citation in statement.citations {
        found[citation.article, default: []].append((target, statement.facet, citation.location))
      }
    }
    return found.mapValues { list in
      list.sorted {
        ($0.2.span.start, $0.0, $0.1.rawValue) < ($1.2.span.start, $1.0, $1.1.rawValue)
      }
    }
  }

  private mutating func compare(
    _ ours: [(Int, Facet, Location)], _ first: Int, _ theirs: [(Int, Facet, Location)],
    _ second: Int, _ base: KnowledgeBase, _ isOne: (Int, Int) -> Bool
  ) {
    let left = base.articles[first].article.blocks
    let right = base.articles[second].article.blocks
    let partners = pairByStructure(left, right)
    let listed = Self.placed(ours, left)
    var byBlock: [Int: [Occurrence]] = [:]
    for occurrence in Self.placed(theirs, right) {
      byBlock[occurrence.block, default: []].append(occurrence)
    }
    struct List: Hashable {
      var section: Int
      var facet: Facet
    }
    var lists: [List: [(Occurrence, Occurrence)]] = [:]
    var start = 0
    while start < listed.count {
      var end = start
      while end < listed.count, listed[end].block == listed[start].block { end += 1 }
      let block = listed[start..<end]
      if let partner = partners[listed[start].block] {
        for facet in Facet.allCases {
          let a = block.filter { $0.facet == facet }
          let b = (byBlock[partner] ?? []).filter { $0.facet == facet }
          // Where a block names more of them than its partner, nobody knows which is which.
          guard a.count == b.count else { continue }
          let list = List(section: listed[start].section, facet: facet)
          for pair in zip(a, b) { lists[list, default: []].append(pair) }
        }
      }
      start = end
    }
    let ordered = lists.sorted {
      ($0.key.section, $0.key.facet.rawValue) < ($1.key.section, $1.key.facet.rawValue)
    }
    for (_, pairs) in ordered { judge(pairs, isOne) }
  }

  private static func placed(
    _ occurrences: [(Int, Facet, Location)], _ blocks: [ArticleBlock]
  ) -> [Occurrence] {
    var sections: [Int] = []
    for block in blocks {
      sections.append((sections.last ?? 0) + (block.kind == .heading ? 1 : 0))
    }
    return occurrences.compactMap { concept, facet, location in
      let start = location.span.start
      // The last one that begins before it: a list item may hold another list.
      var (low, high) = (0, blocks.count)
      while low < high {
        let middle = (low + high) / 2
        if blocks[middle].span.start <= start { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return nil }
      return Occurrence(
        concept: concept, facet: facet, location: location, block: low - 1,
        section: sections[low - 1])
    }
  }

  /// Says how sure the pairs of one list are; nothing where its order is another in the translation.
  private mutating func judge(
    _ pairs: [(Occurrence, Occurrence)], _ isOne: (Int, Int) -> Bool
  ) {
    guard pairs.count <= 200 else { return }
    let fit = pairs.map { isOne($0.0.concept, $0.1.concept) }
    for i in pairs.indices where !fit[i] {
      for j in pairs.indices where i != j && !fit[j] {
        if isOne(pairs[i].0.concept, pairs[j].1.concept) { return }
      }
    }
    let anchors = fit.count { $0 }
    for (number, pair) in pairs.enumerated() where pair.0.concept != pair.1.concept {
      let others = anchors - (fit[number] ? 1 : 0)
      let order: Place.Order =
        others == 0 ? .bare : 2 * others >= pairs.count - 1 ? .parallel : .anchored
      let place = Place(
        order: order, facet: pair.0.facet, number: number + 1, count: pairs.count,
        first: pair.0.location, second: pair.1.location)
      let key = Key(first: pair.0.concept, second: pair.1.concept)
      if let known = places[key], known.order >= order { continue }
      places[key] = place
    }
  }
}
