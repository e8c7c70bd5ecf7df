/// A table as GitHub's Markdown has it, found in the text of a paragraph.
struct TableSyntax {
  /// A row: its line and its cells, as offsets into the content.
  struct Row {
    var range: Range<Int>
    var cells: [Range<Int>]
  }

  /// What stands in the paragraph above the table.
  var lead: Range<Int>
  var alignments: [Document.Alignment] = []
  /// The head first.
  var rows: [Row] = []

  /// - Parameters:
  ///   - content: the text of a paragraph.
  ///   - start: where it begins, behind reference definitions.
  init?(_ content: LeafContent, from start: Int) {
    let bytes = content.bytes
    var lines: [Range<Int>] = []
    var lineStart = start
    for i in start..<content.end where bytes[i].isLineEnd {
      if bytes[i] == Byte.lf, i > 0, bytes[i - 1] == Byte.cr {
        lineStart = i + 1
        continue
      }
      lines.append(lineStart..<i)
      lineStart = i + 1
    }
    lines.append(lineStart..<content.end)
    guard
      let delimiter = lines.indices.dropFirst().first(where: {
        Self.alignments(bytes, lines[$0]) != nil && bytes[lines[$0 - 1]].contains(Byte.pipe)
      }), let alignments = Self.alignments(bytes, lines[delimiter])
    else { return nil }
    let head = Self.row(bytes, lines[delimiter - 1])
    guard head.cells.count == alignments.count else { return nil }
    lead = start..<(delimiter > 1 ? lines[delimiter - 2].upperBound : start)
    guard lines[..<(delimiter - 1)].allSatisfy({ Self.isPlain(bytes, $0) }) else { return nil }
    self.alignments = alignments
    rows = [head]
    for line in lines[(delimiter + 1)...] {
      var row = Self.row(bytes, line)
      row.cells = Array(row.cells.prefix(alignments.count))
      while row.cells.count < alignments.count {
        row.cells.append(row.range.upperBound..<row.range.upperBound)
      }
      rows.append(row)
    }
  }

  /// The alignments that a delimiter row gives; nil for any other line.
  private static func alignments(_ bytes: [UInt8], _ line: Range<Int>) -> [Document.Alignment]? {
    guard bytes[line].contains(Byte.pipe), bytes[line].contains(Byte.hyphen) else { return nil }
    var alignments: [Document.Alignment] = []
    for cell in row(bytes, line).cells {
      var range = cell
      let left = range.first.map { bytes[$0] == Byte.colon } ?? false
      if left { range = range.dropFirst() }
      let right = range.last.map { bytes[$0] == Byte.colon } ?? false
      if right { range = range.dropLast() }
      guard !range.isEmpty, bytes[range].allSatisfy({ $0 == Byte.hyphen }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments
  }

  private static func row(_ bytes: [UInt8], _ line: Range<Int>) -> Row {
    let range = trimmed(bytes, line)
    var inner = range
    if let first = inner.first, bytes[first] == Byte.pipe { inner = inner.dropFirst() }
    if let last = inner.last, bytes[last] == Byte.pipe,
      inner.count < 2 || bytes[last - 1] != Byte.backslash
    {
      inner = inner.dropLast()
    }
    var cells: [Range<Int>] = []
    var start = inner.lowerBound
    for i in inner
    where bytes[i] == Byte.pipe && (i == inner.lowerBound || bytes[i - 1] != Byte.backslash) {
      cells.append(trimmed(bytes, start..<i))
      start = i + 1
    }
    cells.append(trimmed(bytes, start..<inner.upperBound))
    return Row(range: range, cells: cells)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, bytes[last].isSpace { range = range.dropLast() }
    while let first = range.first, bytes[first].isSpace { range = range.dropFirst() }
    return range
  }

  /// Whether a line above a table would be read as the text of a paragraph by itself, too.
  private static func isPlain(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    let byte = bytes[first]
    if byte.isDigit {
      let rest = bytes[line].drop(while: \.isDigit)
      return rest.first != Byte.dot && rest.first != Byte.close
    }
    if byte == Byte.star { return line.count > 1 && !bytes[first + 1].isBlank }
    return !"#>-+=~`<_".utf8.contains(byte)
  }
}
