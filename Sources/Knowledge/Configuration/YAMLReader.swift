import Diagnostics
import Language
import Yams

/// Takes values out of YAML nodes and gathers what is amiss with them. Every method that returns nil has
/// reported why.
struct YAMLReader {
  typealias Words = EditorialDecisions.Words

  struct Pair {
    var key: String
    var keyNode: Node
    var value: Node
  }

  let file: YAMLFile
  private(set) var diagnostics: [Diagnostic]

  init(file: YAMLFile) {
    self.file = file
    diagnostics = file.faults
  }

  mutating func report(
    _ rule: Rule, _ node: Node, _ message: String, severity: Severity? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, at: file.location(node), message, severity: severity, notes: notes, help: help))
  }

  /// The pairs of a mapping whose keys are text.
  mutating func pairs(_ node: Node, _ what: String) -> [Pair]? {
    guard case .mapping(let mapping) = node else {
      report(.invalidValue, node, "\(what) has to be a mapping of keys to values")
      return nil
    }
    var pairs: [Pair] = []
    for (key, value) in mapping {
      if case .scalar(let scalar) = key {
        pairs.append(Pair(key: scalar.string, keyNode: key, value: value))
      } else {
        report(.unknownKey, key, "a key of \(what) has to be a word")
      }
    }
    return pairs
  }

  mutating func unknownKey(_ pair: Pair, of what: String, known: [String]) {
    let nearest = nearest(to: pair.key, among: known)
    report(
      .unknownKey, pair.keyNode, "'\(pair.key)' is not a key of \(what)",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "the keys are \(known.map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// A single text that says something. Numbers and the like are taken as they are written.
  mutating func words(_ node: Node, _ what: String) -> Words? {
    guard case .scalar(let scalar) = node, !isNull(scalar) else {
      report(.invalidValue, node, "\(what) has to be a text")
      return nil
    }
    let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else {
      report(.invalidValue, node, "\(what) is empty")
      return nil
    }
    return Words(text, at: file.location(node))
  }

  private func isNull(_ scalar: Node.Scalar) -> Bool {
    guard scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// A text or a list of texts; an empty value is an empty list.
  mutating func list(_ node: Node, _ what: String) -> [Words] {
    switch node {
    case .sequence(let sequence):
      var result: [Words] = []
      for element in sequence {
        if let words = words(element, "each of \(what)") { result.append(words) }
      }
      return result
    case .scalar(let scalar) where isNull(scalar): return []
    case .scalar: return words(node, what).map { [$0] } ?? []
    default:
      report(.invalidValue, node, "\(what) has to be a text or a list of texts")
      return []
    }
  }

  /// The elements of a list, or the one value that stands in place of it.
  mutating func elements(_ node: Node) -> [Node] {
    switch node {
    case .sequence(let sequence): Array(sequence)
    case .scalar(let scalar) where isNull(scalar): []
    default: [node]
    }
  }

  mutating func flag(_ node: Node, _ what: String) -> Bool? {
    if case .scalar(let scalar) = node, scalar.style == .plain {
      switch scalar.string.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    report(.invalidValue, node, "\(what) has to be 'true' or 'false'")
    return nil
  }

  mutating func number(_ node: Node, _ what: String) -> Int? {
    if case .scalar(let scalar) = node, let number = Int(scalar.string), number > 0 {
      return number
    }
    report(.invalidValue, node, "\(what) has to be a whole number from 1")
    return nil
  }

  /// One of a set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node, _ what: String, of type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let words = words(node, what) else { return nil }
    if let value = Value(rawValue: words.text) { return value }
    let known = Value.allCases.map(\.rawValue)
    report(
      .invalidValue, node, "'\(words.text)' is not a value of \(what)",
      help: nearest(to: words.text, among: known).map { "did you mean '\($0)'?" }
        ?? "the values are \(known.map { "'\($0)'" }.joined(separator: ", "))")
    return nil
  }

  /// A language among those known.
  mutating func language(_ node: Node, _ tag: String, known: [LanguageCode], of what: String)
    -> LanguageCode?
  {
    let language = LanguageCode(tag)
    if known.contains(language) { return language }
    report(
      .unknownLanguage, node, "'\(tag)' is not a language of \(what)",
      help: "the languages are \(known.map { "'\($0)'" }.joined(separator: ", "))")
    return nil
  }
}
