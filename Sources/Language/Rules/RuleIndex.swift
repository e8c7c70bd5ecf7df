/// The lists of rules of a rule book that a sentence is held against.
package enum RuleList: Int, Sendable, CaseIterable {
  case definitions, statements, synonyms, headings
}

/// Which rules are worth a try on a sentence with certain words, so that most rules are never tried on
/// most sentences. Rules of all lists are numbered through, list by list in the order of the pack.
struct RuleIndex: Sendable {
  /// The number of the first rule of each list, and after them the number of all rules.
  let starts: [Int]
  /// The rules of which a word of set `n` is the most telling demand stand at
  /// `places[n]..<places[n + 1]` of `rules`.
  let places: [UInt32]
  let rules: [UInt16]
  /// The rules that need no particular word, by list.
  let always: [[UInt16]]
  /// The further demands of rule `n`: `demandStarts[n]..<demandStarts[n + 1]` of `demands`.
  let demandStarts: [UInt32]
  let demands: [UInt16]
  let markDemands: [MarkDemand]
  /// The scan of rule `n`: `scanStarts[n]..<scanStarts[n + 1]` of `steps`.
  let scanStarts: [UInt32]
  let steps: [Pattern.ScanStep]

  /// One rule as the index has it.
  struct Entry {
    var pattern: Pattern
    /// Whether the pattern is to match a clause of the sentence, so that the sentence as a whole tells
    /// nothing but what words there are.
    var isByClause = false
  }

  /// - Parameter lists: the rules in the order of `RuleList`.
  init(_ lists: [[Entry]], sets: Int) {
    starts = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    var bySet: [[UInt16]] = Array(repeating: [], count: sets)
    var always: [[UInt16]] = []
    var demandStarts: [UInt32] = [0]
    var demands: [UInt16] = []
    var markDemands: [MarkDemand] = []
    var scanStarts: [UInt32] = [0]
    var steps: [Pattern.ScanStep] = []
    for (list, entries) in lists.enumerated() {
      always.append([])
      for (place, entry) in entries.enumerated() {
        let pattern = entry.pattern
        let number = UInt16(truncatingIfNeeded: starts[list] + place)
        if let first = pattern.demands.first {
          bySet[Int(first)].append(number)
        } else {
          always[list].append(number)
        }
        demands += pattern.demands.dropFirst()
        demandStarts.append(UInt32(demands.count))
        markDemands.append(pattern.markDemand)
        if !entry.isByClause { steps += pattern.scan }
        scanStarts.append(UInt32(steps.count))
      }
    }
    places = bySet.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
    rules = bySet.flatMap { $0 }
    self.always = always
    self.demandStarts = demandStarts
    self.demands = demands
    self.markDemands = markDemands
    self.scanStarts = scanStarts
    self.steps = steps
  }

  /// The sets that rules are looked up by.
  var lookup: Set<UInt16> {
    Set((0..<places.count - 1).filter { places[$0] < places[$0 + 1] }.map { UInt16($0) })
  }
}

extension RuleIndex {
  /// The rules of a list that match the sentence of some masks, by their places in the list; of a sentence that is
  /// too long for a scan, those that may match.
  ///
  /// - Parameter stack: room for the scans to work in.
  func rules(
    _ list: RuleList, _ masks: borrowing SentenceMasks, _ stack: UnsafeMutablePointer<UInt64>
  ) -> [Int] {
    let first = starts[list.rawValue]
    let end = starts[list.rawValue + 1]
    guard first < end else { return [] }
    var found: [Int] = []
    for rule in always[list.rawValue] where holds(Int(rule), masks, stack) {
      found.append(Int(rule) - first)
    }
    for set in masks.sets {
      var at = Int(places[Int(set)])
      let last = Int(places[Int(set) + 1])
      while at < last {
        let rule = Int(rules[at])
        at += 1
        if rule < first { continue }
        if rule >= end { break }
        if holds(rule, masks, stack) { found.append(rule - first) }
      }
    }
    if found.count > 1 {
      found.sort()
      // A set that stands in more than one plane comes more than once.
      if masks.planes > 1 {
        found = found.enumerated().filter { $0 == 0 || found[$0 - 1] != $1 }.map(\.1)
      }
    }
    return found
  }

  @inline(__always)
  private func holds(
    _ rule: Int, _ masks: borrowing SentenceMasks, _ stack: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    guard markDemands[rule].isMet(by: masks.marks) else { return false }
    var at = Int(demandStarts[rule])
    let last = Int(demandStarts[rule + 1])
    while at < last {
      if !masks.has(demands[at]) { return false }
      at += 1
    }
    let own = Int(scanStarts[rule])..<Int(scanStarts[rule + 1])
    return steps.withUnsafeBufferPointer {
      masks.scan(UnsafeBufferPointer(rebasing: $0[own]), stack)
    }
  }
}
