import Diagnostics
import Language
import Yams

/// The pieces of text that a plan puts into `concepts.yml`, and what the file has to say with them.
struct DecisionInsertions {
  private struct Insertion {
    var offset: Int
    var text: String
  }

  /// The items of the file as they have to be afterwards.
  private(set) var expected: [YAMLTree]
  private var insertions: [Insertion] = []
  private let layout: YAMLLayout
  private let plan: DecisionPlan
  /// Items that are added at the end, in lines without indentation.
  private var appended: [[String]] = []
  private let lineEnd: String

  init(_ plan: DecisionPlan, _ before: [YAMLTree]) {
    self.plan = plan
    expected = before
    layout = YAMLLayout(plan.file)
    lineEnd = String(decoding: layout.lineEnd, as: UTF8.self)
    for (name, item) in plan.terms { add(name, to: item) }
    for correction in plan.corrections { add(correction) }
    for (id, names) in plan.entries {
      let pairs = [("id", id.rawValue)] + names.map { ($0.language.rawValue, $0.term) }
      append(pairs.map { Self.line($0.0, $0.1) }, .words(pairs.map { (key: $0.0, value: $0.1) }))
    }
    writeAppended()
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var done = 0
    // Sorting keeps the order of those at one place.
    let ordered = insertions.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    for (_, insertion) in ordered {
      out += bytes[done..<insertion.offset]
      out += insertion.text.utf8
      done = insertion.offset
    }
    return out + bytes[done...]
  }

  private static func line(_ key: String, _ value: String) -> String {
    "\(YAMLScalar.written(key)): \(YAMLScalar.written(value))"
  }

  private static func flow(_ pairs: [(key: String, value: String)]) -> String {
    "{" + pairs.map { line($0.key, $0.value) }.joined(separator: ", ") + "}"
  }

  // MARK: Terms

  private static let keysOfRelations: Set<String> = ["broader", "narrower", "related"]

  private mutating func add(_ name: DecisionChange.Name, to item: DecisionPlan.Item) {
    let line = Self.line(name.language.rawValue, name.term)
    let place = item.pairs.lastIndex { !Self.keysOfRelations.contains($0.key) }
    guard let place, case .mapping(var pairs) = expected[item.index] else { return }
    if layout.isFlow(item.node) {
      insert([line], atEndOf: item.node)
      pairs.append(pair(name))
    } else {
      insert([line], after: item.pairs[place].keyNode, item.pairs[place].value)
      let key = YAMLTree.text(item.pairs[place].key)
      pairs.insert(pair(name), at: (pairs.firstIndex { $0.key == key } ?? pairs.count - 1) + 1)
    }
    expected[item.index] = .mapping(pairs)
  }

  private func pair(_ name: DecisionChange.Name) -> YAMLTree.Pair {
    YAMLTree.Pair(key: .text(name.language.rawValue), value: .text(name.term))
  }

  // MARK: Corrections

  private mutating func add(_ correction: DecisionPlan.Correction) {
    var groups: [(key: String, additions: [DecisionChange.Correction])] = []
    for addition in correction.additions {
      if let index = groups.firstIndex(where: { $0.key == addition.key }) {
        groups[index].additions.append(addition)
      } else {
        groups.append((addition.key, [addition]))
      }
    }
    guard let item = correction.item, let last = item.pairs.last else {
      var lines = [Self.line("correct", correction.path)]
      var tree = YAMLTree.words([(key: "correct", value: correction.path)])
      for (key, additions) in groups {
        lines += ["\(key):"] + additions.map { "  - " + Self.flow($0.pairs) }
        tree[key] = .list(additions.map { .words($0.pairs) })
      }
      return append(lines, tree)
    }
    for (key, additions) in groups {
      let texts = additions.map { Self.flow($0.pairs) }
      let trees = additions.map { YAMLTree.words($0.pairs) }
      guard let value = item[key] else {
        expected[item.index][key] = .list(trees)
        if layout.isFlow(item.node) {
          insert(["\(key): [\(texts.joined(separator: ", "))]"], atEndOf: item.node)
        } else {
          insert(["\(key):"] + texts.map { "  - " + $0 }, after: last.keyNode, last.value)
        }
        continue
      }
      guard case .sequence(let list) = value, case .list(let old)? = expected[item.index][key]
      else {
        // One that stands alone, without a list: the attempt fails, and the next sets it apart.
        expected[item.index][key] = .list(trees)
        continue
      }
      expected[item.index][key] = .list(old + trees)
      if layout.isFlow(value) {
        insert(texts, atEndOf: value)
      } else if let last = list.last, let dash = plan.file.offset(of: value),
        let start = plan.file.offset(of: last)
      {
        let indent = layout.column(at: dash)
        insert(texts.map { "- " + $0 }, indent, after: layout.line(at: start), last)
      }
    }
  }

  // MARK: Places

  /// Puts elements, or pairs of key and value, at the end of a flow collection.
  private mutating func insert(_ texts: [String], atEndOf node: Node) {
    guard let start = plan.file.offset(of: node), let end = layout.flowEnd(from: start) else {
      return
    }
    var text = texts.joined(separator: ", ")
    if end.hasComma { text = " " + text } else if !end.isEmpty { text = ", " + text }
    // Before a comment that follows the last element.
    insertions.append(Insertion(offset: end.offset, text: text))
  }

  /// Puts lines below a pair of a block mapping, indented as its key is.
  private mutating func insert(_ lines: [String], after key: Node, _ value: Node) {
    guard let start = plan.file.offset(of: key) else { return }
    insert(lines, layout.column(at: start), after: layout.line(at: start), value)
  }

  private mutating func insert(_ lines: [String], _ indent: Int, after line: Int, _ value: Node) {
    var last = layout.lastLine(from: line, deeperThan: indent)
    if let open = plan.file.offset(of: value), let end = layout.flowEnd(from: open) {
      last = max(last, layout.line(at: end.close))
    }
    // A list may stand as far out as the key that it is the value of.
    if case .sequence(let list) = value, let element = list.last,
      let start = plan.file.offset(of: element), !layout.isFlow(value)
    {
      last = max(last, layout.lastLine(from: layout.line(at: start), deeperThan: indent))
    }
    let offset = layout.end(ofLine: last)
    let room = String(repeating: " ", count: indent)
    let isLast = offset == layout.bytes.count && layout.bytes.last != 0x0A
    let text = lines.map { isLast ? lineEnd + room + $0 : room + $0 + lineEnd }.joined()
    insertions.append(Insertion(offset: offset, text: text))
  }

  // MARK: The end of the file

  private mutating func append(_ lines: [String], _ tree: YAMLTree) {
    appended.append(lines)
    expected.append(tree)
  }

  private mutating func writeAppended() {
    guard !appended.isEmpty else { return }
    if let root = plan.file.root, layout.isFlow(root) {
      // There a line ends nothing, so that items are told by brackets.
      let trees = expected.suffix(appended.count)
      return insert(trees.map(Self.flow), atEndOf: root)
    }
    let style = ItemStyle(layout, plan)
    let offset = layout.end(afterItemsOf: plan.file.root)
    var text = offset > layout.start && layout.bytes[offset - 1] != 0x0A ? lineEnd : ""
    let above = layout.line(at: offset) - (text.isEmpty ? 1 : 0)
    var isParted = style.isParted && !layout.isBlank(line: above)
    for lines in appended {
      if isParted { text += lineEnd }
      isParted = style.isParted
      for (number, line) in lines.enumerated() {
        text += (number == 0 ? style.first : style.other) + line + lineEnd
      }
    }
    insertions.append(Insertion(offset: offset, text: text))
  }

  private static func flow(_ tree: YAMLTree) -> String {
    switch tree {
    case .text(let text): YAMLScalar.written(text)
    case .list(let list): "[" + list.map(flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}

/// How the items of a file are set out.
private struct ItemStyle {
  /// What a new item's first line, and its other lines, begin with.
  var first = "- "
  var other = "  "
  /// Whether there is an empty line between items.
  var isParted = true

  init(_ layout: YAMLLayout, _ plan: DecisionPlan) {
    guard let root = plan.file.root, let dash = plan.file.offset(of: root) else { return }
    let indent = layout.column(at: dash)
    var width = 2
    if let key = plan.items.last?.pairs.first?.keyNode, let start = plan.file.offset(of: key),
      !layout.isFlow(plan.items[plan.items.count - 1].node)
    {
      width = min(max(layout.column(at: start) - indent, 2), 8)
    }
    let room = String(repeating: " ", count: indent)
    first = room + "-" + String(repeating: " ", count: width - 1)
    other = room + String(repeating: " ", count: width)
    guard plan.items.count > 1 else { return }
    let parted = plan.items.dropFirst().count { item in
      plan.file.offset(of: item.node).map { layout.isParted(line: layout.line(at: $0)) } ?? false
    }
    isParted = 2 * parted >= plan.items.count - 1
  }
}
