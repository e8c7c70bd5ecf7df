/// The lines of a text as someone pasted it, with what its repair must know of each.
struct RoughLines {
  struct Line {
    /// Without its line ending.
    var range: Range<Int>
    /// Where it begins behind the marks of block quotes, and how many there are.
    var content: Int
    var depth = 0
    /// Where its first letter stands, and where its last ends; blanks are no-break spaces as well.
    var first: Int
    var last: Int
    /// Whether it stands in a code block or a comment, which are left as they are.
    var isVerbatim = false
    /// The level of a heading that is written with `#` or an underline, which stands below.
    var headingLevel = 0
    /// Whether it underlines a heading.
    var isUnderline = false

    var isBlank: Bool { first >= last }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      guard bytes[i].isLineEnd else {
        i += 1
        continue
      }
      add(start..<i)
      i += bytes[i] == Byte.cr && i + 1 < range.upperBound && bytes[i + 1] == Byte.lf ? 2 : 1
      start = i
    }
    if start < range.upperBound { add(start..<range.upperBound) }
    markVerbatim()
    markHeadings()
  }

  var hasHeading: Bool { lines.contains { $0.headingLevel > 0 } }

  private mutating func add(_ range: Range<Int>) {
    var content = range.lowerBound
    var depth = 0
    while true {
      let next = skipBlanks(content, range.upperBound)
      guard next < range.upperBound, bytes[next] == Byte.greater else { break }
      content = next + 1
      depth += 1
    }
    let first = skipBlanks(content, range.upperBound)
    var last = range.upperBound
    while last > first {
      let length = blankLength(endingAt: last)
      if length == 0 { break }
      last -= length
    }
    lines.append(
      Line(range: range, content: content, depth: depth, first: first, last: max(first, last)))
  }

  /// The first place that holds no space, tab or no-break space.
  func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let length = blankLength(at: i, end)
      if length == 0 { break }
      i += length
    }
    return i
  }

  /// How long the blank at a place is, in bytes; 0 where there is none.
  func blankLength(at i: Int, _ end: Int) -> Int {
    bytes[i].isBlank ? 1 : noBreakSpaceLength(at: i, end)
  }

  /// U+00A0, U+2007, U+202F and U+FEFF.
  func noBreakSpaceLength(at i: Int, _ end: Int) -> Int {
    if bytes[i] == 0xC2 { return i + 1 < end && bytes[i + 1] == 0xA0 ? 2 : 0 }
    guard i + 2 < end else { return 0 }
    switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
    case (0xE2, 0x80, 0x87), (0xE2, 0x80, 0xAF), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  private func blankLength(endingAt end: Int) -> Int {
    if bytes[end - 1].isBlank { return 1 }
    if end >= 2, noBreakSpaceLength(at: end - 2, end) == 2 { return 2 }
    return end >= 3 && noBreakSpaceLength(at: end - 3, end) == 3 ? 3 : 0
  }

  func starts(_ text: StaticString, at offset: Int, _ end: Int) -> Bool {
    offset + text.utf8CodeUnitCount <= end
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
  }

  // MARK: Marks

  private mutating func markVerbatim() {
    var fence: (byte: UInt8, count: Int)?
    var isComment = false
    for i in lines.indices {
      let line = lines[i]
      if isComment {
        lines[i].isVerbatim = true
        isComment = !contains("-->", line.range)
        continue
      }
      var end = line.first
      let byte = line.isBlank ? 0 : bytes[line.first]
      while end < line.last, bytes[end] == byte { end += 1 }
      let count = byte == Byte.backtick || byte == Byte.tilde ? end - line.first : 0
      if let open = fence {
        lines[i].isVerbatim = true
        if byte == open.byte, count >= open.count, end == line.last { fence = nil }
      } else if count >= 3 {
        lines[i].isVerbatim = true
        fence = (byte, count)
      } else if starts("<!--", at: line.first, line.last) {
        lines[i].isVerbatim = true
        isComment = !contains("-->", line.range)
      }
    }
  }

  private func isListOrTable(_ line: Line) -> Bool {
    let byte = bytes[line.first]
    if byte == Byte.pipe { return true }
    guard byte == Byte.hyphen || byte == Byte.star || byte == Byte.plus else { return false }
    return line.first + 1 >= line.last || bytes[line.first + 1].isBlank
  }

  private func contains(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.contains { starts(text, at: $0, range.upperBound) }
  }

  private mutating func markHeadings() {
    for i in lines.indices where !lines[i].isVerbatim && !lines[i].isBlank {
      let line = lines[i]
      guard line.first - line.content < 4 else { continue }
      let byte = bytes[line.first]
      var end = line.first
      while end < line.last, bytes[end] == byte { end += 1 }
      let count = end - line.first
      if byte == Byte.hash, count <= 6, end == line.last || blankLength(at: end, line.last) > 0 {
        lines[i].headingLevel = count
      } else if byte == Byte.equal || byte == Byte.hyphen, end == line.last, i > 0 {
        let above = lines[i - 1]
        guard !above.isBlank, !above.isVerbatim, above.depth == line.depth,
          above.headingLevel == 0, !above.isUnderline, !isListOrTable(above)
        else { continue }
        lines[i - 1].headingLevel = byte == Byte.equal ? 1 : 2
        lines[i].isUnderline = true
      }
    }
  }
}
