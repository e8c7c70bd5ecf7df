import Diagnostics
import Yams

/// A YAML file taken apart, with the place of every node.
struct YAMLFile {
  let source: SourceText
  /// Nil where the file is empty or cannot be read as YAML.
  let root: Node?
  /// What keeps the file from being read; at most one.
  let faults: [Diagnostic]
  /// Where each line starts as libyaml counts lines: it also ends them at U+0085, U+2028 and U+2029.
  private let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    source = SourceText(path: path, bytes: bytes)
    lineStarts = YAMLFile.lineStarts(bytes)
    guard let text = String(validating: bytes[YAMLFile.markLength(bytes)...], as: UTF8.self) else {
      root = nil
      let span = SourceSpan(at: YAMLFile.firstInvalidOffset(bytes))
      faults = [
        Diagnostic(
          .badYAML, at: source.location(span), "the file is not in UTF-8",
          help: "save it as UTF-8")
      ]
      return
    }
    do {
      root = try Parser(yaml: text, encoding: .utf8).singleRoot()
      faults = []
    } catch {
      root = nil
      let (problem, offset) = YAMLFile.describe(error, text, lineStarts, bytes)
      faults = [Diagnostic(.badYAML, at: source.location(SourceSpan(at: offset)), problem)]
    }
  }

  /// Where a node stands: a scalar whole, anything else its first character.
  func location(_ node: Node) -> Location {
    guard let mark = node.mark else { return Location(file: source.path) }
    let start = YAMLFile.offset(mark, lineStarts, source.bytes)
    return source.location(SourceSpan(start..<end(of: node, from: start)))
  }

  /// Where a node begins, in bytes; nil for one that was not read from this file.
  func offset(of node: Node) -> Int? {
    node.mark.map { YAMLFile.offset($0, lineStarts, source.bytes) }
  }

  private func end(of node: Node, from start: Int) -> Int {
    let bytes = source.bytes
    guard start < bytes.count else { return start }
    guard case .scalar(let scalar) = node else { return start + 1 }
    let written = Array(scalar.string.utf8)
    if start + written.count <= bytes.count, !written.isEmpty,
      bytes[start..<(start + written.count)].elementsEqual(written)
    {
      return start + written.count
    }
    let quote = bytes[start]
    var index = start + 1
    let isQuoted = quote == 0x22 || quote == 0x27
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if isQuoted, bytes[index] == quote { return index + 1 }
      if isQuoted, quote == 0x22, bytes[index] == 0x5C { index += 1 }
      index += 1
    }
    return min(index, bytes.count)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [markLength(bytes)]
    var index = starts[0]
    while index < bytes.count {
      let next: UInt8? = index + 1 < bytes.count ? bytes[index + 1] : nil
      switch bytes[index] {
      case 0x0D where next == 0x0A, 0xC2 where next == 0x85: index += 2
      case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8:
        index += 3
      case 0x0A, 0x0D: index += 1
      default:
        index += 1
        continue
      }
      starts.append(index)
    }
    return starts
  }

  /// How many bytes of byte order mark the file begins with. The parser does not get to see them: it
  /// would take the first key to stand further in than the others.
  private static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The offset of a mark, whose columns are Unicode scalars.
  private static func offset(_ mark: Mark, _ lineStarts: [Int], _ bytes: [UInt8]) -> Int {
    guard mark.line >= 1 else { return 0 }
    guard mark.line <= lineStarts.count else { return bytes.count }
    var index = lineStarts[mark.line - 1]
    var column = 1
    while column < mark.column, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return index
  }

  private static func describe(
    _ error: any Error, _ text: String, _ lineStarts: [Int], _ bytes: [UInt8]
  ) -> (problem: String, offset: Int) {
    func offset(_ mark: Mark) -> Int { YAMLFile.offset(mark, lineStarts, bytes) }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, offset(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return ("the key '\(keys.first ?? "")' stands twice in one mapping", offset(context.mark))
    case .reader(let problem, let place, _, _):
      // Yams counts characters here.
      return (problem, markLength(bytes) + text.prefix(max(place ?? 0, 0)).utf8.count)
    default: return ("the file cannot be read as YAML", 0)
    }
  }

  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }
}
