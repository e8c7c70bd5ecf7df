import Diagnostics
import Knowledge

/// Proposals as they are printed.
struct AlignmentReport {
  let proposals: [AlignmentProposal]
  /// Those that are in `concepts.yml` now.
  let isWritten: Bool

  func text(usesColor: Bool) -> String {
    func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    return proposals.map { proposal in
      let (first, second) = (proposal.first, proposal.second)
      let confidence = "\(proposal.confidence) %"
      let names =
        "\(first.term) (\(first.language)) = \(second.term) (\(second.language))"
      var out = String(repeating: " ", count: max(0, 5 - confidence.count)) + confidence
      out += "  " + bold(TerminalText.printable(names)) + ", \(proposal.certainty.rawValue)\n"
      for item in proposal.evidence {
        let mark = item.isAgainst ? "-" : "+"
        out += TerminalText.printable("       \(mark) \(item.kind.rawValue): \(item.text)") + "\n"
      }
      return out + TerminalText.printable("       \(change(proposal))") + "\n"
    }.joined(separator: "\n")
  }

  private func change(_ proposal: AlignmentProposal) -> String {
    switch proposal.change {
    case .entry(let id, _): "\(isWritten ? "added" : "makes") the entry '\(id)'"
    case .term(let name, let id):
      "\(isWritten ? "added" : "adds") '\(name.term)' to the entry '\(id)'"
    case .correction, nil:
      "both have an entry: make '\(proposal.first.concept)' and '\(proposal.second.concept)' one"
    }
  }

  var json: JSON {
    ["version": 1, "proposals": .array(proposals.map(json))]
  }

  private func json(_ proposal: AlignmentProposal) -> JSON {
    func side(_ side: AlignmentProposal.Side) -> JSON {
      [
        "id": .string(side.concept.rawValue), "language": .string(side.language.rawValue),
        "term": .string(side.term),
      ]
    }
    return .object([
      "concepts": .array([side(proposal.first), side(proposal.second)]),
      "confidence": .number(proposal.confidence),
      "certainty": .string(proposal.certainty.rawValue),
      "evidence": .array(
        proposal.evidence.map {
          [
            "kind": .string($0.kind.rawValue), "text": .string($0.text),
            "against": .bool($0.isAgainst),
          ]
        }),
      "change": json(proposal.change), "written": .bool(isWritten),
    ])
  }

  private func json(_ change: DecisionChange?) -> JSON? {
    switch change {
    case .entry(let id, _): ["kind": "entry", "id": .string(id.rawValue)]
    case .term(let name, let id):
      [
        "kind": "term", "id": .string(id.rawValue), "language": .string(name.language.rawValue),
        "term": .string(name.term),
      ]
    case .correction, nil: nil
    }
  }
}
