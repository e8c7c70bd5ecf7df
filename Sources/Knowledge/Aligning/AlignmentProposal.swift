import Diagnostics
import Language

/// Two concepts that may be one in two languages, with what speaks for it and against it.
package struct AlignmentProposal: Hashable, Sendable {
  /// A concept as it is called in the one language that it is looked at in.
  package struct Side: Hashable, Sendable {
    package var concept: ConceptID
    package var language: LanguageCode
    package var term: String

    package init(_ concept: ConceptID, _ language: LanguageCode, _ term: String) {
      self.concept = concept
      self.language = language
      self.term = term
    }
  }

  package struct Evidence: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// The terms are the same word.
      case loanWord = "loan-word"
      /// Their letters correspond, all of them or most.
      case spelling
      /// They are made of parts that are known to be one.
      case parts
      /// They stand at equal places of an article and its translation.
      case place
      /// They are defined alike.
      case definition
      /// The same is said of both: to be a level or a type of one concept.
      case relation
      /// The installed dictionary translates one as the other.
      case dictionary
      /// The words are known to look alike and to mean different things.
      case falseFriend = "false-friend"
      /// They are defined as different things.
      case otherDefinition = "other-definition"
      /// Another concept could be the one as well.
      case rival
    }

    package var kind: Kind
    /// What was found, for people, in English, with the words that it is about.
    package var text: String
    /// How sure this alone would make it; for what speaks against it, how much is left.
    var weight: Double

    package var isAgainst: Bool {
      kind == .falseFriend || kind == .otherDefinition || kind == .rival
    }
  }

  package enum Certainty: String, Sendable, CaseIterable { case sure, likely, possible }

  package var first: Side
  package var second: Side
  /// What speaks for it, the strongest first, then what speaks against it.
  package var evidence: [Evidence]
  /// In percent.
  package var confidence: Int
  /// What would make them one in `concepts.yml`; nil where both have an entry there, which an editor
  /// has to make one.
  package var change: DecisionChange?

  package var certainty: Certainty {
    confidence >= AlignmentProposal.sure ? .sure : confidence >= 70 ? .likely : .possible
  }

  /// From how many percent on a proposal is sure enough to be written.
  package static let sure = 90
  /// Below how many percent nothing is proposed.
  static let least = 40

  /// Each piece of evidence leaves a share of the doubt that there is without it.
  ///
  /// A dictionary suggests and does not decide: without it, what is not sure stays so.
  static func confidence(_ evidence: [Evidence]) -> Int {
    let all = combined(evidence)
    guard all >= sure, evidence.contains(where: { $0.kind == .dictionary }) else { return all }
    let own = combined(evidence.filter { $0.kind != .dictionary })
    return own >= sure ? all : sure - 1
  }

  private static func combined(_ evidence: [Evidence]) -> Int {
    var doubt = 1.0
    var left = 1.0
    for item in evidence {
      if item.isAgainst { left *= item.weight } else { doubt *= 1 - item.weight }
    }
    return min(99, Int(((1 - doubt) * left * 100).rounded()))
  }
}
