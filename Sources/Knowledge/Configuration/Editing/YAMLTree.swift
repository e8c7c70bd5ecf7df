import Yams

/// What a YAML file says, without how and where it says it: for telling whether a change to its text
/// changed just what it was meant to.
indirect enum YAMLTree: Equatable {
  case text(String)
  case list([YAMLTree])
  case mapping([Pair])

  struct Pair: Equatable {
    var key: YAMLTree
    var value: YAMLTree
  }

  /// - Parameter budget: how many nodes there may be. Aliases, which repeat what they stand for, could
  ///   make more of them than a machine can hold. Nil where there are more.
  init?(_ node: Node, budget: inout Int) {
    budget -= 1
    if budget < 0 { return nil }
    switch node {
    case .scalar(let scalar): self = .text(scalar.string)
    case .sequence(let sequence):
      var elements: [YAMLTree] = []
      for element in sequence {
        guard let tree = YAMLTree(element, budget: &budget) else { return nil }
        elements.append(tree)
      }
      self = .list(elements)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        guard let key = YAMLTree(key, budget: &budget), let value = YAMLTree(value, budget: &budget)
        else { return nil }
        pairs.append(Pair(key: key, value: value))
      }
      self = .mapping(pairs)
    case .alias: return nil
    }
  }

  /// The elements of a file that is a list, or empty; nil for any other.
  static func elements(of file: YAMLFile) -> [YAMLTree]? {
    guard file.faults.isEmpty else { return nil }
    guard let root = file.root else { return [] }
    var budget = 4 * file.source.bytes.count + 16
    switch YAMLTree(root, budget: &budget) {
    case .list(let elements): return elements
    case .text(""): return []
    default: return nil
    }
  }

  /// A mapping of words to texts.
  static func words(_ pairs: [(key: String, value: String)]) -> YAMLTree {
    .mapping(pairs.map { Pair(key: .text($0.key), value: .text($0.value)) })
  }

  subscript(key: String) -> YAMLTree? {
    get {
      guard case .mapping(let pairs) = self else { return nil }
      return pairs.first { $0.key == .text(key) }?.value
    }
    set {
      guard case .mapping(var pairs) = self, let newValue else { return }
      if let index = pairs.firstIndex(where: { $0.key == .text(key) }) {
        pairs[index].value = newValue
      } else {
        pairs.append(Pair(key: .text(key), value: newValue))
      }
      self = .mapping(pairs)
    }
  }
}
