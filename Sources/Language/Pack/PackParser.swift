import Diagnostics
import Yams

/// Reads the YAML of a language pack into `PackValue`s.
enum PackParser {
  /// Deeper nesting than this is refused before the YAML library, which recurses, sees it.
  private static let deepest = 64

  /// - Returns: The document's value; nil, with a diagnostic, where it is no YAML at all.
  static func parse(_ text: SourceText) -> Diagnosed<PackValue?> {
    if let line = tooDeep(text.bytes) {
      let place = PackPlace(text: text, line: line, column: 1)
      return Diagnosed(
        nil, [Diagnostic(.badYAML, at: place.location, "the YAML is nested too deeply")])
    }
    do {
      guard
        let node = try Yams.compose(
          // All scalars of a pack are texts: nobody need look what else they could be.
          yaml: String(decoding: text.bytes, as: UTF8.self), .basic, .default, .utf8)
      else {
        return Diagnosed(nil)
      }
      var faults: [Diagnostic] = []
      let value = convert(node, text, &faults, depth: 0)
      return Diagnosed(value, faults)
    } catch {
      return Diagnosed(nil, [diagnostic(of: error, text)])
    }
  }

  private static func convert(
    _ node: Node, _ text: SourceText, _ faults: inout [Diagnostic], depth: Int
  ) -> PackValue {
    let place = PackPlace(text: text, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth < deepest else { return PackValue(.null, at: place) }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return PackValue(isNull ? .null : .scalar(scalar.string), at: place)
    case .sequence(let sequence):
      return PackValue(
        .list(sequence.map { convert($0, text, &faults, depth: depth + 1) }), at: place)
    case .mapping(let mapping):
      var entries: [PackValue.Entry] = []
      for (key, value) in mapping {
        let keyPlace = PackPlace(
          text: text, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
        guard case .scalar(let name) = key else {
          faults.append(Diagnostic(.badYAML, at: keyPlace.location, "a key must be a plain word"))
          continue
        }
        entries.append(
          .init(
            key: name.string, keyPlace: keyPlace,
            value: convert(value, text, &faults, depth: depth + 1)))
      }
      return PackValue(.mapping(entries), at: place)
    case .alias:
      faults.append(Diagnostic(.badYAML, at: place.location, "aliases are not supported here"))
      return PackValue(.null, at: place)
    }
  }

  private static func diagnostic(of error: any Error, _ text: SourceText) -> Diagnostic {
    var place = PackPlace(text: text, line: 1, column: 1)
    var message = "this is not valid YAML"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place = PackPlace(text: text, line: mark.line, column: mark.column)
      message += ": \(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      message += ": a key stands twice"
      if let key = duplicates.first { message += ": '\(key)'" }
    default: break
    }
    return Diagnostic(.badYAML, at: place.location, message)
  }

  /// The first line at which brackets or list marks nest beyond the limit, counted from 1.
  private static func tooDeep(_ bytes: [UInt8]) -> Int? {
    var depth = 0
    var line = 1
    var indents = 0
    var isLineStart = true
    for byte in bytes {
      switch byte {
      case 0x0A:
        line += 1
        indents = 0
        isLineStart = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isLineStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        isLineStart = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if isLineStart { indents += 1 }
      case 0x20: if isLineStart { indents += 1 }
      default: isLineStart = false
      }
      if depth > deepest || indents > 4 * deepest { return line }
    }
    return nil
  }
}
