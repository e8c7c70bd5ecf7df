import Diagnostics
import Language
import Yams

/// Reads `concepts.yml`.
///
/// - Parameters:
///   - path: as it is shown in diagnostics.
///   - languages: those of the site.
/// - Returns: nil where the file is not YAML or not a list: to build without the decisions would give
///   concepts other ids and addresses. A faulty entry or correction is reported and left out.
package func readEditorialDecisions(path: String, bytes: [UInt8], languages: [LanguageCode])
  -> Diagnosed<EditorialDecisions?>
{
  let file = YAMLFile(path: path, bytes: bytes)
  var reader = DecisionsReader(yaml: YAMLReader(file: file), languages: languages)
  let decisions = reader.read()
  return Diagnosed(decisions, reader.yaml.diagnostics.sorted(by: Diagnostic.precedes))
}

private struct DecisionsReader {
  typealias Words = EditorialDecisions.Words

  var yaml: YAMLReader
  let languages: [LanguageCode]
  private var decisions = EditorialDecisions()
  private var places: [ConceptID: Location] = [:]

  init(yaml: YAMLReader, languages: [LanguageCode]) {
    self.yaml = yaml
    self.languages = languages
  }

  mutating func read() -> EditorialDecisions? {
    guard let root = yaml.file.root else {
      return yaml.diagnostics.isEmpty ? EditorialDecisions() : nil
    }
    switch root {
    case .sequence(let sequence):
      for node in sequence { readItem(node) }
    case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "~": break
    default:
      yaml.report(
        .invalidValue, root, "concepts.yml has to be a list of entries and corrections",
        severity: .error, help: "begin each with '- id: …' or '- correct: …'")
      return nil
    }
    return decisions
  }

  private mutating func readItem(_ node: Node) {
    guard let pairs = yaml.pairs(node, "an entry") else { return }
    if let path = pairs.first(where: { $0.key == "correct" }) {
      readCorrection(pairs, path)
    } else if let id = pairs.first(where: { $0.key == "id" }) {
      readEntry(pairs, id)
    } else {
      let hint = pairs.compactMap { nearest(to: $0.key, among: ["id", "correct"]) }.first
      yaml.report(
        .invalidValue, node, "an entry has neither 'id' nor 'correct'", severity: .error,
        help: hint.map { "did you mean '\($0)'?" })
    }
  }

  // MARK: Entries

  private mutating func readEntry(_ pairs: [YAMLReader.Pair], _ id: YAMLReader.Pair) {
    guard let words = yaml.words(id.value, "'id'") else { return }
    guard ConceptID.isDeclarable(words.text) else {
      yaml.report(
        .invalidValue, id.value, "'\(words.text)' cannot be the id of a concept", severity: .error,
        help: "an id is of letters, digits and hyphens, as 'joint-venture'")
      return
    }
    var entry = EditorialDecisions.Entry(id: ConceptID(words.text), location: words.location)
    if let first = places[entry.id] {
      yaml.report(
        .duplicateID, id.value, "two entries have the id '\(entry.id)'",
        notes: [Diagnostic.Note("the first one, which counts", at: first)])
      return
    }
    places[entry.id] = words.location
    for pair in pairs {
      switch pair.key {
      case "id": continue
      case "broader": entry.broader = yaml.list(pair.value, "'broader'")
      case "narrower": entry.narrower = yaml.list(pair.value, "'narrower'")
      case "related": entry.related = yaml.list(pair.value, "'related'")
      default:
        guard let language = language(pair), let naming = naming(pair.value, pair.key) else {
          continue
        }
        entry.names[language] = naming
      }
    }
    decisions.entries.append(entry)
  }

  private mutating func language(_ pair: YAMLReader.Pair) -> LanguageCode? {
    if languages.contains(LanguageCode(pair.key)) { return LanguageCode(pair.key) }
    let letters = pair.key.split(separator: "-").first ?? ""
    if (2...3).contains(letters.count), letters.allSatisfy({ $0.isASCII && $0.isLetter }) {
      return yaml.language(pair.keyNode, pair.key, known: languages, of: "the site")
    }
    yaml.unknownKey(
      pair, of: "an entry",
      known: ["id"] + languages.map(\.rawValue) + ["broader", "narrower", "related"])
    return nil
  }

  private mutating func naming(_ node: Node, _ language: String) -> EditorialDecisions.Naming? {
    guard case .mapping = node else {
      guard let words = yaml.words(node, "the term in '\(language)'") else { return nil }
      return EditorialDecisions.Naming(term: words)
    }
    let known = ["term", "synonyms", "deprecated", "forms", "not-forms", "definition"]
    var naming = EditorialDecisions.Naming()
    for pair in yaml.pairs(node, "'\(language)'") ?? [] {
      switch pair.key {
      case "term": naming.term = yaml.words(pair.value, "'term'")
      case "synonyms": naming.synonyms = yaml.list(pair.value, "'synonyms'")
      case "deprecated": naming.deprecated = yaml.list(pair.value, "'deprecated'")
      case "forms": naming.forms = yaml.list(pair.value, "'forms'").map(\.text)
      case "not-forms": naming.excludedForms = yaml.list(pair.value, "'not-forms'").map(\.text)
      case "definition": naming.definition = yaml.words(pair.value, "'definition'")
      default: yaml.unknownKey(pair, of: "'\(language)'", known: known)
      }
    }
    return naming
  }

  // MARK: Corrections

  private mutating func readCorrection(_ pairs: [YAMLReader.Pair], _ path: YAMLReader.Pair) {
    guard let words = yaml.words(path.value, "'correct'") else { return }
    var correction = EditorialDecisions.Correction(path: words)
    for pair in pairs {
      switch pair.key {
      case "correct": continue
      case "reject", "relabel", "move", "add":
        for node in yaml.elements(pair.value) {
          if let action = action(pair.key, node) { correction.actions.append(action) }
        }
      default:
        yaml.unknownKey(
          pair, of: "a correction", known: ["correct", "reject", "relabel", "move", "add"])
      }
    }
    decisions.corrections.append(correction)
  }

  private static let keys = [
    "reject": ["facet", "label"], "relabel": ["facet", "from", "to"],
    "move": ["facet", "label", "to"],
    "add": ["facet", "label", "subject", "text", "explanation", "order"],
  ]

  private mutating func action(_ name: String, _ node: Node)
    -> EditorialDecisions.Correction.Action?
  {
    guard let pairs = yaml.pairs(node, "each of '\(name)'") else { return nil }
    let known = DecisionsReader.keys[name] ?? []
    var values: [String: Node] = [:]
    for pair in pairs {
      if known.contains(pair.key) {
        values[pair.key] = pair.value
      } else {
        yaml.unknownKey(pair, of: "'\(name)'", known: known)
      }
    }
    let label = name == "relabel" ? "from" : "label"
    let required = ["facet", label] + (known.contains("to") ? ["to"] : [])
    if let missing = required.first(where: { values[$0] == nil }) {
      yaml.report(.invalidValue, node, "'\(name)' needs '\(missing)'")
      return nil
    }
    guard let facet = values["facet"].flatMap({ yaml.choice($0, "'facet'", of: Facet.self) }),
      let words = values[label].flatMap({ yaml.words($0, "'\(label)'") })
    else { return nil }
    let selector = EditorialDecisions.Correction.Selector(
      facet: facet, label: words.text, location: words.location)
    switch name {
    case "reject": return .reject(selector)
    case "relabel":
      return values["to"].flatMap { yaml.words($0, "'to'") }.map { .relabel(selector, to: $0.text) }
    case "move":
      return values["to"].flatMap { yaml.choice($0, "'to'", of: Facet.self) }
        .map { .move(selector, to: $0) }
    default:
      var addition = EditorialDecisions.Correction.Addition(
        facet: facet, label: words.text, location: words.location)
      addition.subject = values["subject"].flatMap { yaml.words($0, "'subject'") }?.text
      addition.text = values["text"].flatMap { yaml.words($0, "'text'") }?.text
      addition.explanation = values["explanation"].flatMap { yaml.words($0, "'explanation'") }?.text
      addition.order = values["order"].flatMap { yaml.number($0, "'order'") }
      return .add(addition)
    }
  }
}
