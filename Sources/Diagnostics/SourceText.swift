/// A half-open range of UTF-8 offsets into a `SourceText`.
package struct SourceSpan: Hashable, Comparable, Sendable {
  private var lower: UInt32
  private var upper: UInt32

  /// - Parameter range: UTF-8 offsets, each below 4 GiB.
  package init(_ range: Range<Int>) {
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  package init(at offset: Int) { self.init(offset..<offset) }

  package var start: Int { Int(lower) }
  package var end: Int { Int(upper) }
  package var range: Range<Int> { start..<end }
  package var isEmpty: Bool { lower == upper }

  /// The smallest span that holds both.
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start)..<max(end, other.end))
  }

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }
}

/// A place as people and editors count it: the line, and the column in Unicode scalars, both from 1.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// The text of one file as it lies on disk, and where its lines begin. All offsets are UTF-8 bytes.
///
/// A file in another encoding is a `SourceText` of its conversion to UTF-8; lines and columns are the
/// same in both.
package struct SourceText: Sendable {
  /// The path as it is shown to people, with `/` between its parts.
  package let path: String
  package let bytes: [UInt8]
  /// The offset at which each line starts. Lines end with LF, CR LF or a lone CR.
  package let lineStarts: [UInt32]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      for i in bytes.indices {
        if bytes[i] == 0x0A || (bytes[i] == 0x0D && (i + 1 == bytes.count || bytes[i + 1] != 0x0A))
        {
          starts.append(UInt32(i + 1))
        }
      }
    }
    lineStarts = starts
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The line, counted from 0, that holds the offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of an offset. An offset within a scalar counts as its start.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    var column = 1
    for byte in bytes[Int(lineStarts[line])..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line + 1, column: column)
  }

  /// The bytes of a line counted from 0, without its line ending.
  package func lineRange(_ line: Int) -> Range<Int> {
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  package func location(_ span: SourceSpan) -> Location {
    Location(
      file: path, span: span, start: position(at: span.start), end: position(at: span.end))
  }
}

/// A span of a file, with its places worked out, so that it can be shown without the text.
package struct Location: Hashable, Comparable, Sendable {
  package var file: String
  package var span: SourceSpan
  package var start: SourcePosition
  /// The place just after the last character.
  package var end: SourcePosition

  package init(file: String, span: SourceSpan, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.span = span
    self.start = start
    self.end = end
  }

  /// A whole file, where no place in it is to blame.
  package init(file: String) {
    let start = SourcePosition(line: 1, column: 1)
    self.init(file: file, span: SourceSpan(at: 0), start: start, end: start)
  }

  package static func < (a: Location, b: Location) -> Bool {
    (a.file, a.span) < (b.file, b.span)
  }
}
