import Diagnostics
import Language

/// A concept before it is known what else belongs to it.
struct Seed {
  /// The bare id that `concepts.yml` or front matter gives it.
  var declared: ConceptID?
  /// An index into the entries of `concepts.yml`.
  var entry: Int?
  /// What it is first called, by language, and where.
  var terms: [LanguageCode: (text: String, place: Place)] = [:]
}

/// Who owns which term. A string in one language belongs to the first that claims it; the steps of
/// `claimTerms` claim in the order that the design lays down.
struct TermRegistry {
  enum Step: Int {
    case entryTerm, entrySynonym, subject, subjectSynonym, definedTerm, definedSynonym, member,
      named

    /// Whether who claims a string here is called so for want of a better word only.
    var isSynonym: Bool {
      self == .entrySynonym || self == .subjectSynonym || self == .definedSynonym
    }
  }

  struct Claim {
    var key: TermKey
    var text: String
    var seed: Int
    var place: Place
    var location: Location
    var isDeprecated = false
  }

  enum Owner {
    case one(Int, Step)
    /// Claimed by several at one step, so by nobody.
    case contested([Int])
  }

  private(set) var seeds: [Seed] = []
  private(set) var owners: [TermKey: Owner] = [:]
  /// The claims that took hold, contested ones among them, in the order in which they were made.
  private(set) var accepted: [(claim: Claim, step: Step)] = []
  /// Each seed's parent in the forest of those that are one concept; roots are their own.
  private var parents: [Int] = []

  mutating func plant(_ seed: Seed) -> Int {
    seeds.append(seed)
    parents.append(seeds.count - 1)
    return seeds.count - 1
  }

  mutating func name(_ seed: Int, _ text: String, in language: LanguageCode, at place: Place) {
    if let known = seeds[seed].terms[language], known.place <= place { return }
    seeds[seed].terms[language] = (text, place)
  }

  /// The seed that stands for all that are one with this one.
  func root(_ seed: Int) -> Int {
    var seed = seed
    while parents[seed] != seed { seed = parents[seed] }
    return seed
  }

  /// Makes two seeds one. The smaller number becomes the root; paths are short, since what joins
  /// seeds are translations, one for each language.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  /// The one owner of a term; nil where there is none or several.
  func owner(of key: TermKey) -> Int? {
    guard case .one(let seed, _) = owners[key] else { return nil }
    return root(seed)
  }

  func isContested(_ key: TermKey) -> Bool {
    if case .contested = owners[key] { return true }
    return false
  }

  /// Whether the owner took the term as a synonym. Synonyms do not chain: what is said to be a synonym of
  /// a synonym is not one of the owner.
  func isSynonym(_ key: TermKey) -> Bool {
    guard case .one(_, let step) = owners[key] else { return true }
    return step.isSynonym
  }

  /// Decides all the claims of one step at once.
  mutating func settle(_ claims: [Claim], at step: Step) -> [Diagnostic] {
    var groups: [TermKey: [Int]] = [:]
    var order: [TermKey] = []
    for (index, claim) in claims.enumerated() where owners[claim.key] == nil {
      if groups[claim.key] == nil { order.append(claim.key) }
      groups[claim.key, default: []].append(index)
    }
    var diagnostics: [Diagnostic] = []
    for key in order {
      let group = (groups[key] ?? []).map { claims[$0] }
      var claimants: [Claim] = []
      for claim in group where !claimants.contains(where: { root($0.seed) == root(claim.seed) }) {
        claimants.append(claim)
      }
      accepted += claimants.map { ($0, step) }
      if claimants.count == 1 {
        owners[key] = .one(claimants[0].seed, step)
      } else {
        owners[key] = .contested(claimants.map(\.seed))
        diagnostics.append(ambiguity(claimants, isSynonym: step.isSynonym))
      }
    }
    return diagnostics
  }

  /// Gives a term to a seed where nobody has it yet; returns the one that has it, nil where several do.
  /// Most terms have been claimed by then: only of those that have not is it asked where they stand.
  mutating func claim(
    _ key: TermKey, text: String, at step: Step, place: Place, location: @autoclosure () -> Location
  ) -> Int? {
    if owners[key] != nil { return owner(of: key) }
    var seed = Seed()
    seed.terms[key.language] = (text, place)
    let planted = plant(seed)
    owners[key] = .one(planted, step)
    accepted.append(
      (Claim(key: key, text: text, seed: planted, place: place, location: location()), step))
    return planted
  }

  private func ambiguity(_ claims: [Claim], isSynonym: Bool) -> Diagnostic {
    let last = claims[claims.count - 1]
    let count = claims.count == 2 ? "two" : "\(claims.count)"
    return Diagnostic(
      .ambiguousTerm, at: last.location,
      "'\(last.text)' is \(isSynonym ? "a synonym" : "the term") of \(count) concepts",
      notes: claims.dropLast().map { Diagnostic.Note("also claimed here", at: $0.location) },
      help: isSynonym
        ? "make it the preferred term of one of them in concepts.yml"
        : "give one of them another term in concepts.yml")
  }
}
