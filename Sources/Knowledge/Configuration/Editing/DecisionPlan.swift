import Diagnostics
import Language
import Yams

/// What is to be added to `concepts.yml`, and to which of its items.
struct DecisionPlan {
  /// An entry or correction of the file.
  struct Item {
    /// Its place among all items.
    var index: Int
    var node: Node
    var pairs: [(key: String, keyNode: Node, value: Node)]

    subscript(key: String) -> Node? { pairs.first { $0.key == key }?.value }
  }

  struct Correction {
    var path: String
    /// The item that has corrections of the article already.
    var item: Item?
    var additions: [DecisionChange.Correction]
  }

  let file: YAMLFile
  let items: [Item]
  private(set) var entries: [(id: ConceptID, names: [DecisionChange.Name])] = []
  private(set) var terms: [(name: DecisionChange.Name, item: Item)] = []
  private(set) var corrections: [Correction] = []
  private var entryItems: [ConceptID: Item] = [:]
  private var correctionItems: [String: [Item]] = [:]

  init(file: YAMLFile) {
    self.file = file
    var items: [Item] = []
    if case .sequence(let sequence)? = file.root {
      for (index, node) in sequence.enumerated() {
        guard case .mapping(let mapping) = node else { continue }
        let pairs = mapping.compactMap { key, value -> (String, Node, Node)? in
          guard case .scalar(let scalar) = key else { return nil }
          return (scalar.string, key, value)
        }
        items.append(Item(index: index, node: node, pairs: pairs))
      }
    }
    self.items = items
    for item in items {
      if let path = item["correct"].flatMap(Self.text) {
        correctionItems[ContentPath.normalized(path) ?? path, default: []].append(item)
      } else if let id = item["id"].flatMap(Self.text), entryItems[ConceptID(id)] == nil {
        entryItems[ConceptID(id)] = item
      }
    }
  }

  /// A text as the reader of the file takes it.
  private static func text(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  mutating func add(_ change: DecisionChange) throws(DecisionEditingFault) {
    switch change {
    case .entry(let id, let names):
      if let item = entryItems[id] { throw .idIsTaken(id, at: file.location(item.node)) }
      if entries.contains(where: { $0.id == id }) {
        throw .idIsTaken(id, at: Location(file: file.source.path))
      }
      entries.append((id, names))
    case .term(let name, let id):
      guard let item = entryItems[id] else { throw .noEntry(id) }
      if let pair = item.pairs.first(where: { LanguageCode($0.key) == name.language }) {
        throw .termIsGiven(id, name.language, at: file.location(pair.keyNode))
      }
      if terms.contains(where: { $0.item.index == item.index && $0.name.language == name.language })
      {
        throw .termIsGiven(id, name.language, at: file.location(item.node))
      }
      terms.append((name, item))
    case .correction(let path, let correction):
      try add(correction, to: path)
    }
  }

  private mutating func add(_ correction: DecisionChange.Correction, to path: String)
    throws(DecisionEditingFault)
  {
    let known = correctionItems[ContentPath.normalized(path) ?? path] ?? []
    for item in known {
      if try isDecided(correction, in: item) { return }
    }
    if let index = corrections.firstIndex(where: { $0.path == path }) {
      if !corrections[index].additions.contains(correction) {
        corrections[index].additions.append(correction)
      }
    } else {
      corrections.append(Correction(path: path, item: known.last, additions: [correction]))
    }
  }

  /// Whether an item says just this already.
  private func isDecided(_ correction: DecisionChange.Correction, in item: Item)
    throws(DecisionEditingFault) -> Bool
  {
    for key in ["reject", "relabel", "move"] {
      guard let value = item[key] else { continue }
      let elements: [Node] = if case .sequence(let list) = value { Array(list) } else { [value] }
      for element in elements {
        guard case .mapping(let mapping) = element else { continue }
        var values: [String: String] = [:]
        for (name, value) in mapping {
          if let name = Self.text(name), let value = Self.text(value) { values[name] = value }
        }
        let wanted = Dictionary(correction.pairs.map { ($0.key, $0.value) }) { first, _ in first }
        if key == correction.key, values == wanted { return true }
        guard let label = correction.pairs.first(where: { $0.key != "facet" })?.value,
          values["facet"] == wanted["facet"],
          values[key == "relabel" ? "from" : "label"] == label
        else { continue }
        throw .isDecided(label, at: file.location(element))
      }
    }
    return false
  }

  /// Gives every correction an item of its own at the end of the file.
  mutating func setCorrectionsApart() {
    for index in corrections.indices { corrections[index].item = nil }
  }
}
