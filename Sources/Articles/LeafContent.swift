/// The text of one paragraph, heading or table cell as cmark parses it: the lines without what
/// their containers and their indentation take, and where each stretch of it stands in the text.
struct LeafContent {
  private struct Segment {
    var start: Int
    var textStart: Int
  }

  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []
  private var hint = 0

  /// The end of what counts: the rest is white space.
  private(set) var end = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    hint = 0
    end = 0
  }

  mutating func append(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    segments.append(Segment(start: bytes.count, textStart: range.lowerBound))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }

  /// cmark makes a LF of any line ending.
  mutating func appendLineEnd() { bytes.append(Byte.lf) }

  mutating func trimEnd() {
    end = bytes.count
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
  }

  /// The place in the text of a byte of the content.
  mutating func textOffset(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    if segments[hint].start > offset
      || (hint + 2 < segments.count && segments[hint + 2].start <= offset)
    {
      findSegment(offset)
    } else if hint + 1 < segments.count, segments[hint + 1].start <= offset {
      hint += 1
    }
    return segments[hint].textStart + offset - segments[hint].start
  }

  private mutating func findSegment(_ offset: Int) {
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    hint = low
  }

  /// The place in the text just after what ends at a place of the content.
  mutating func textEnd(_ offset: Int) -> Int {
    offset == 0 ? textOffset(0) : textOffset(offset - 1) + 1
  }

  /// How far the stretch that holds an offset goes on without a gap in the text.
  mutating func segmentEnd(_ offset: Int) -> Int {
    _ = textOffset(offset)
    return hint + 1 < segments.count ? segments[hint + 1].start : bytes.count
  }

  /// The content and its places between two offsets.
  /// - Parameter unescapesPipes: whether the backslash before a `|` is left out, as in tables.
  func part(_ range: Range<Int>, unescapesPipes: Bool) -> LeafContent {
    var part = LeafContent()
    var places = self
    var i = range.lowerBound
    while i < range.upperBound {
      var next = i
      let limit = min(places.segmentEnd(i), range.upperBound)
      while next < limit, !(unescapesPipes && isEscapedPipe(next, range.upperBound)) { next += 1 }
      if next > i {
        part.append(bytes[i..<next], at: places.textOffset(i))
      }
      i = next
      if i < limit {
        part.append([Byte.pipe], at: places.textOffset(i + 1))
        i += 2
      }
    }
    if part.segments.isEmpty { part.append([], at: places.textOffset(range.lowerBound)) }
    part.end = part.bytes.count
    return part
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, at textStart: Int) {
    segments.append(Segment(start: self.bytes.count, textStart: textStart))
    self.bytes.append(contentsOf: bytes)
  }

  private func isEscapedPipe(_ offset: Int, _ end: Int) -> Bool {
    bytes[offset] == Byte.backslash && offset + 1 < end && bytes[offset + 1] == Byte.pipe
  }
}
