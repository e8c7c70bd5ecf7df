/// The text of a block without what the layout of its file puts into it.
enum UnitText {
  /// A text of several lines as one. What begins the lines within quotations and lists is taken off, and a
  /// line break stands for a space, but where Markdown makes a new line of it: there LF is kept, with the two
  /// spaces or the backslash before it.
  ///
  /// - Parameter quotes: how many quotations the text stands in.
  static func folded(_ bytes: ArraySlice<UInt8>, quotes: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    var isFirst = true
    while start < bytes.endIndex {
      var end = start
      while end < bytes.endIndex, !bytes[end].isLineEnd { end += 1 }
      let line = isFirst ? bytes[start..<end] : content(bytes[start..<end], quotes: quotes)
      append(line, to: &out, isFirst: isFirst)
      isFirst = false
      start = end + 1
      if end + 1 < bytes.endIndex, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return trimmed(out[...])
  }

  /// A text of the front matter, in which line breaks mean nothing.
  static func line(_ bytes: [UInt8]) -> [UInt8] {
    folded(bytes[...], quotes: 0).map { $0 == 0x0A ? 0x20 : $0 }
  }

  private static func append(_ line: ArraySlice<UInt8>, to out: inout [UInt8], isFirst: Bool) {
    if !isFirst {
      let spaces = out.reversed().prefix { $0 == 0x20 }.count
      let backslashes = out.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      while let last = out.last, last.isBlank { out.removeLast() }
      if spaces >= 2 {
        out += "  \n".utf8
      } else if backslashes % 2 == 1 {
        out.append(0x0A)
      } else {
        out.append(0x20)
      }
    }
    out += line
  }

  /// A line without what says that it stands in quotations.
  private static func content(_ line: ArraySlice<UInt8>, quotes: Int) -> ArraySlice<UInt8> {
    var rest = line.drop(while: \.isBlank)
    var left = quotes
    while left > 0, rest.first == UInt8(ascii: ">") {
      rest = rest.dropFirst().drop(while: \.isBlank)
      left -= 1
    }
    return rest
  }

  /// Whether there is a line without words between others.
  static func hasEmptyLine(_ bytes: [UInt8]) -> Bool {
    let lines = trimmed(bytes[...]).split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.contains { $0.allSatisfy { $0.isBlank || $0.isLineEnd } } && lines.count > 1
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var rest = bytes.drop { $0.isBlank || $0.isLineEnd }
    while let last = rest.last, last.isBlank || last.isLineEnd { rest = rest.dropLast() }
    return Array(rest)
  }

  /// What goes before the later lines of a text, where the first begins at a place: the marks of
  /// quotations, and room in place of all else.
  ///
  /// - Parameter lead: what stands before the text on its first line.
  static func continuation(after lead: ArraySlice<UInt8>) -> [UInt8] {
    lead.filter { $0 & 0xC0 != 0x80 }
      .map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
  }
}

enum HeadingText {
  /// The words of a heading: without number signs, or the line that underlines it.
  static func content(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return range }
    if bytes[first] == UInt8(ascii: "#") {
      var start = first
      while start < range.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
      while start < range.upperBound, bytes[start].isBlank { start += 1 }
      var end = range.upperBound
      while end > start, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
      if end > start, !bytes[end - 1].isBlank { end = range.upperBound }
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      return start..<end
    }
    guard let lineEnd = bytes[range].lastIndex(where: \.isLineEnd) else { return range }
    let last = bytes[lineEnd + 1..<range.upperBound].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    guard let sign = last.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
      last.allSatisfy({ $0 == sign || $0.isBlank })
    else { return range }
    var end = lineEnd
    while end > first, bytes[end - 1].isBlank || bytes[end - 1].isLineEnd { end -= 1 }
    return first..<end
  }
}

/// The row of a table, cell by cell.
struct TableRowText {
  private let bytes: ArraySlice<UInt8>
  /// Where the words of each cell stand.
  let cells: [Range<Int>]

  init(_ row: ArraySlice<UInt8>) {
    bytes = row
    var borders: [Int] = []
    var i = row.startIndex
    while i < row.endIndex {
      if row[i] == UInt8(ascii: "\\") {
        i += 1
      } else if row[i] == UInt8(ascii: "|") {
        borders.append(i)
      }
      i += 1
    }
    var edges = [row.startIndex - 1] + borders + [row.endIndex]
    func isBlank(_ start: Int, _ end: Int) -> Bool {
      row[max(start, row.startIndex)..<max(start, end)].allSatisfy(\.isBlank)
    }
    if edges.count > 2, isBlank(edges[0] + 1, edges[1]) { edges.removeFirst() }
    if edges.count > 2, isBlank(edges[edges.count - 2] + 1, edges[edges.count - 1]) {
      edges.removeLast()
    }
    cells = zip(edges, edges.dropFirst()).map { left, right in
      var (start, end) = (left + 1, right)
      while start < end, row[start].isBlank { start += 1 }
      while end > start, row[end - 1].isBlank { end -= 1 }
      return start..<end
    }
  }

  /// The row as a translator gets it: `| a | b |`.
  var message: [UInt8] {
    var out = [UInt8(ascii: "|")]
    for cell in cells { out += Array(" ".utf8) + bytes[cell] + Array(" |".utf8) }
    return out
  }

  /// This row with the words of another one that has as many cells, else nil.
  func filled(with other: TableRowText) -> [UInt8]? {
    guard cells.count == other.cells.count else { return nil }
    var out: [UInt8] = []
    var place = bytes.startIndex
    for (cell, words) in zip(cells, other.cells) {
      out += bytes[place..<cell.lowerBound]
      out += other.bytes[words]
      place = cell.upperBound
    }
    return out + bytes[place...]
  }
}

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// LF or CR.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
