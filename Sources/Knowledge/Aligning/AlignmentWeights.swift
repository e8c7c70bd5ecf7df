import Diagnostics
import Language

/// How much each kind of evidence counts. Measured on a list of pairs, of false friends and of words that
/// have no partner; see `docs/vocabulary-work.md`.
enum AlignmentWeights {
  typealias Evidence = AlignmentProposal.Evidence

  static func evidence(_ match: SpellingEvidence.Match, isLoan: Bool) -> Evidence {
    let likeness = match.likeness
    let pair = "\(match.ours.text) – \(match.theirs.text)"
    let bySynonym = match.isBySynonym ? ", a synonym" : ""
    func evidence(_ kind: Evidence.Kind, _ text: String, _ weight: Double) -> Evidence {
      Evidence(
        kind: kind, text: "\(pair): \(text)\(bySynonym)",
        weight: match.isBySynonym ? 0.9 * weight : weight)
    }
    guard likeness.isRegular else {
      if likeness.irregular == 1 {
        return evidence(.spelling, "alike but for one letter", likeness.letters >= 9 ? 0.7 : 0.5)
      }
      return evidence(.spelling, "alike but for \(likeness.irregular) letters", 0.3)
    }
    if likeness.parts > 0 {
      let isMadeOfMore = likeness.equal >= 3 || likeness.parts > 1
      return evidence(
        .parts, isMadeOfMore ? "made of the same parts" : "known to be one",
        isMadeOfMore ? 0.93 : 0.6)
    }
    if isLoan {
      return evidence(.loanWord, "a word that both have borrowed", regular(likeness.letters + 2))
    }
    return evidence(
      .spelling, match.ours.text == match.theirs.text ? "the same word" : "alike",
      regular(likeness.letters))
  }

  /// The longer two words that are alike, the less it is by chance.
  private static func regular(_ letters: Int) -> Double {
    switch letters {
    case ...3: 0.45
    case 4: 0.55
    case 5: 0.7
    case 6: 0.8
    case 7: 0.88
    case 8: 0.91
    default: 0.95
    }
  }

  static func evidence(_ place: EqualPlaces.Place) -> Evidence {
    let weight =
      switch place.order {
      case .bare: 0.5
      case .anchored: 0.8
      case .parallel: 0.92
      }
    func shown(_ location: Location) -> String { "\(location.file):\(location.start.line)" }
    let number = place.count == 1 ? "" : " \(place.number) of \(place.count)"
    return Evidence(
      kind: .place,
      text: "\(place.facet.rawValue)\(number) in \(shown(place.first)) and \(shown(place.second))",
      weight: weight)
  }

  static func relation(to owner: ConceptID) -> Evidence {
    Evidence(kind: .relation, text: "both belong to \(owner)", weight: 0.2)
  }

  static func evidence(_ likeness: DefinitionLikeness.Result) -> Evidence? {
    let share = likeness.share
    let examples = likeness.examples.prefix(3).joined(separator: ", ")
    if share >= 0.3 {
      return Evidence(
        kind: .definition, text: "defined alike: \(examples)", weight: share >= 0.5 ? 0.7 : 0.4)
    }
    // A word or two may be alike by chance.
    guard share < 0.2, likeness.words >= 4 else { return nil }
    return Evidence(kind: .otherDefinition, text: "defined as different things", weight: 0.7)
  }

  static func dictionary(_ term: String, _ translation: String) -> Evidence {
    Evidence(
      kind: .dictionary, text: "the dictionary gives '\(translation)' for '\(term)'", weight: 0.6)
  }

  static func falseFriends(_ a: String, _ b: String) -> Evidence {
    Evidence(
      kind: .falseFriend, text: "\(a) and \(b) are known to mean different things", weight: 0.3)
  }

  static func rival(_ term: String) -> Evidence {
    Evidence(kind: .rival, text: "it could be '\(term)' as well", weight: 0.75)
  }

  /// The strongest first, what speaks against it last.
  static func precedes(_ a: Evidence, _ b: Evidence) -> Bool {
    if a.isAgainst != b.isAgainst { return b.isAgainst }
    if a.weight != b.weight { return a.weight > b.weight }
    return (a.kind.rawValue, a.text) < (b.kind.rawValue, b.text)
  }
}
