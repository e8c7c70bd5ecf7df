import Extraction
import Foundation
import Language

/// One annotated article: what an annotator found in it.
struct Annotation: Decodable {
  struct Fact: Decodable {
    var facet: String
    var term: String?
    var label: String?
    var text: String?
    var order: Int?
    var explanation: Bool?
  }

  var file: String
  var language: String
  var subject: String
  var synonyms: [String]
  var facts: [Fact]
}

/// Compares what was extracted with an annotation. A definition is right where the terms are equal but for
/// endings and the texts share 0.8 of their words (Dice); any other fact where the labels share 0.6 of
/// theirs, or all words of the shorter stand in the longer, which has at most 2n + 3 of them.
struct Scorer {
  var right = 0
  var found = 0
  var expected = 0

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  mutating func add(_ annotation: Annotation, _ facts: [Fact], facet: String? = nil) {
    let gold = annotation.facts.filter { facet == nil || $0.facet == facet }
    let found = facts.filter {
      (facet == nil || $0.facet.rawValue == facet) && ($0.facet == .definition || $0.subject == nil)
    }
    self.found += found.count
    expected += gold.count
    var pairs: [(share: Double, gold: Int, found: Int)] = []
    for (i, one) in gold.enumerated() {
      for (j, other) in found.enumerated() {
        let share = Self.quality(one, other)
        if share > 0 { pairs.append((share, i, j)) }
      }
    }
    pairs.sort { ($1.share, $0.gold, $0.found) < ($0.share, $1.gold, $1.found) }
    var usedGold: Set<Int> = []
    var usedFound: Set<Int> = []
    for pair in pairs where !usedGold.contains(pair.gold) && !usedFound.contains(pair.found) {
      usedGold.insert(pair.gold)
      usedFound.insert(pair.found)
      right += 1
    }
  }

  private static func quality(_ gold: Annotation.Fact, _ fact: Fact) -> Double {
    guard gold.facet == fact.facet.rawValue else { return 0 }
    if fact.facet == .definition {
      let a = words(gold.term ?? "")
      let b = words(fact.label)
      guard !a.isEmpty, a.count == b.count, zip(a, b).allSatisfy(alike) else { return 0 }
      let share = dice(words(gold.text ?? ""), words(fact.text))
      return share >= 0.8 ? share : 0
    }
    let a = words(gold.label ?? gold.term ?? "")
    let b = words(fact.label)
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard !short.isEmpty else { return 0 }
    let share = dice(a, b)
    if share >= 0.6 { return share }
    let isWithin =
      short.count == 1
      ? short[0].count >= 7 && long.count <= 4 : long.count <= 2 * short.count + 3
    return isWithin && within(short, long) ? max(share, 0.01) : 0
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static func dice(_ a: [String], _ b: [String]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var rest = b
    var common = 0
    for word in a {
      guard let at = rest.firstIndex(of: word) else { continue }
      rest.remove(at: at)
      common += 1
    }
    return Double(2 * common) / Double(a.count + b.count)
  }

  private static func alike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let stem = zip(a, b).prefix { $0 == $1 }.count
    let longest = max(a.count, b.count)
    return stem >= 3 && 2 * stem >= longest && longest - stem <= 4
  }

  private static func within(_ short: [String], _ long: [String]) -> Bool {
    var rest = long
    for word in short {
      guard let at = rest.firstIndex(where: { alike(word, $0) }) else { return false }
      rest.remove(at: at)
    }
    return true
  }
}
