import Diagnostics
import Yams

/// How a YAML file is laid out in lines: where its nodes end, which the parser does not tell.
struct YAMLLayout {
  let file: YAMLFile
  /// The bytes that a new line of this file ends in.
  let lineEnd: [UInt8]

  init(_ file: YAMLFile) {
    self.file = file
    let bytes = file.source.bytes
    let feed = bytes.firstIndex(of: 0x0A)
    lineEnd = feed.map { $0 > 0 && bytes[$0 - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A] } ?? [0x0A]
  }

  var bytes: [UInt8] { file.source.bytes }

  /// The index of the line that an offset lies in.
  func line(at offset: Int) -> Int { file.source.line(at: offset) }

  /// How many bytes an offset is from the beginning of its line, a byte order mark not counted.
  func column(at offset: Int) -> Int {
    let range = file.source.lineRange(line(at: offset))
    return offset - start(of: range)
  }

  /// Where the text begins, behind a byte order mark.
  var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private func start(of range: Range<Int>) -> Int {
    range.lowerBound == 0 ? start : range.lowerBound
  }

  /// Where the line after this one begins; the end of the file after the last.
  func end(ofLine line: Int) -> Int {
    let starts = file.source.lineStarts
    return line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
  }

  private enum Line {
    case blank
    /// Spaces before the first other byte.
    case comment(Int)
    case content(Int)
  }

  private func kind(ofLine line: Int) -> Line {
    let range = file.source.lineRange(line)
    var index = start(of: range)
    let first = index
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index < range.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D else {
      return .blank
    }
    return bytes[index] == UInt8(ascii: "#") ? .comment(index - first) : .content(index - first)
  }

  /// Whether nothing stands on a line but white space.
  func isBlank(line: Int) -> Bool {
    guard line >= 0, line < file.source.lineStarts.count else { return true }
    if case .blank = kind(ofLine: line) { return true }
    return false
  }

  /// Whether there is an empty line above a line and its comments.
  func isParted(line: Int) -> Bool {
    var above = line - 1
    while above >= 0, case .comment = kind(ofLine: above) { above -= 1 }
    return above >= 0 && isBlank(line: above)
  }

  /// Where another item of a list in block style can begin: at the end of the file, or before what ends
  /// the document.
  func end(afterItemsOf root: Node?) -> Int {
    guard case .sequence(let list)? = root, let last = list.last,
      let start = file.offset(of: last), let dash = root.flatMap({ file.offset(of: $0) })
    else { return bytes.count }
    var line = lastLine(from: self.line(at: start), deeperThan: column(at: dash)) + 1
    while line < file.source.lineStarts.count {
      if case .content = kind(ofLine: line) { return Int(file.source.lineStarts[line]) }
      line += 1
    }
    return bytes.count
  }

  /// Whether a collection is written in brackets.
  func isFlow(_ node: Node) -> Bool {
    guard let start = file.offset(of: node), start < bytes.count else { return false }
    return isOpening(bytes[start])
  }

  /// The last line of what begins on a line of a block collection: all that is indented by more than the
  /// collection belongs to it, comments too.
  func lastLine(from line: Int, deeperThan indent: Int) -> Int {
    var last = line
    var current = line + 1
    while current < file.source.lineStarts.count {
      switch kind(ofLine: current) {
      case .blank: break
      case .comment(let column): if column > indent { last = current }
      case .content(let column):
        guard column > indent else { return last }
        last = current
      }
      current += 1
    }
    return last
  }

  /// Where something can be put at the end of a flow collection.
  struct FlowEnd {
    /// Behind the last element, or behind the opening bracket.
    var offset: Int
    var isEmpty: Bool
    /// Whether a comma stands there already.
    var hasComma: Bool
    /// Of the closing bracket.
    var close: Int
  }

  /// The end of the flow collection that an offset's bracket opens; nil where it is none.
  func flowEnd(from open: Int) -> FlowEnd? {
    guard open < bytes.count, isOpening(bytes[open]) else { return nil }
    var depth = 0
    var index = open
    var last = open
    // A quotation mark opens a scalar only where one can begin.
    var canBegin = true
    while index < bytes.count {
      let byte = bytes[index]
      let isAfterSpace = index > 0 && isSpace(bytes[index - 1])
      if isSpace(byte) {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "#"), isAfterSpace {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        continue
      }
      if canBegin, byte == 0x22 || byte == 0x27 {
        guard let end = quoteEnd(from: index) else { return nil }
        (last, index, canBegin) = (end, end + 1, false)
        continue
      }
      if isOpening(byte) { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 {
          return FlowEnd(
            offset: last + 1, isEmpty: last == open, hasComma: bytes[last] == UInt8(ascii: ","),
            close: index)
        }
      }
      canBegin =
        isOpening(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      last = index
      index += 1
    }
    return nil
  }

  private func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func quoteEnd(from open: Int) -> Int? {
    let quote = bytes[open]
    var index = open + 1
    while index < bytes.count {
      if quote == 0x22, bytes[index] == 0x5C {
        index += 2
        continue
      }
      if bytes[index] == quote {
        guard quote == 0x27, index + 1 < bytes.count, bytes[index + 1] == quote else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return nil
  }
}
