/// Where the lines of a text begin and end.
struct TextLines {
  let starts: [Int]
  /// Before the line ending.
  let ends: [Int]

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var starts: [Int] = []
    var ends: [Int] = []
    starts.reserveCapacity(text.count / 40 + 1)
    ends.reserveCapacity(text.count / 40 + 1)
    var start = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      guard byte.isLineEnd else {
        i += 1
        continue
      }
      starts.append(start)
      ends.append(i)
      i += byte == Byte.cr && i + 1 < text.count && text[i + 1] == Byte.lf ? 2 : 1
      start = i
    }
    starts.append(start)
    ends.append(text.count)
    self.starts = starts
    self.ends = ends
  }
}

/// A place within a line, with its column, since tabs count by columns.
struct LinePlace {
  var offset: Int
  var column: Int
}

/// The block quotes and list items that are open around a block, and what each takes off the front
/// of a line. This follows the rules of CommonMark, because cmark does not tell where the text of a
/// continuation line begins.
struct ContainerStack {
  private struct Container {
    /// Columns that a continuation line of a list item is indented by; 0 for a block quote.
    var width: Int
    /// The line that it was opened on, and where its content begins there.
    var line: Int
    var content: LinePlace
  }

  let text: UnsafeBufferPointer<UInt8>
  let lines: TextLines
  private var containers: [Container] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lines = TextLines(text)
  }

  /// Where the content of a line begins, behind the markers of the open containers. On a lazy line
  /// that is behind as many as there are.
  func contentStart(ofLine line: Int) -> LinePlace { match(line).place }

  /// Where the text of a paragraph begins on a line that continues it. cmark leaves the blanks in
  /// front of a lazy line in the paragraph.
  func textStart(ofLine line: Int) -> Int {
    let (place, isLazy) = match(line)
    return isLazy ? place.offset : skipBlanks(place, lines.ends[line]).offset
  }

  /// Whether all open containers go on on a line.
  func holds(line: Int) -> Bool { !match(line).isLazy }

  private func match(_ line: Int) -> (place: LinePlace, isLazy: Bool) {
    if let top = containers.last, top.line == line { return (top.content, false) }
    let end = lines.ends[line]
    var place = LinePlace(offset: lines.starts[line], column: 0)
    for container in containers {
      let text = skipBlanks(place, end)
      if container.width > 0 {
        guard text.column - place.column >= container.width else { return (place, true) }
        place = advance(place, by: container.width, end)
      } else {
        guard text.column - place.column <= 3, text.offset < end,
          self.text[text.offset] == Byte.greater
        else { return (place, true) }
        place = afterQuoteMark(text, end)
      }
    }
    return (place, false)
  }

  func skipBlanks(_ place: LinePlace, _ end: Int) -> LinePlace {
    var place = place
    while place.offset < end, text[place.offset].isBlank {
      place.column += text[place.offset] == Byte.tab ? 4 - place.column % 4 : 1
      place.offset += 1
    }
    return place
  }

  /// - Parameter offset: that of the `>`.
  mutating func pushQuote(line: Int, at offset: Int) {
    let end = lines.ends[line]
    var place = skipBlanks(contentStart(ofLine: line), end)
    if place.offset == offset, offset < end, text[offset] == Byte.greater {
      place = afterQuoteMark(place, end)
    }
    containers.append(Container(width: 0, line: line, content: place))
  }

  /// - Parameter offset: that of the list marker.
  /// - Returns: the place after the marker.
  mutating func pushItem(line: Int, at offset: Int) -> Int {
    let end = lines.ends[line]
    let before = contentStart(ofLine: line)
    let marker = skipBlanks(before, end)
    guard marker.offset == offset, offset < end else {
      containers.append(Container(width: 1, line: line, content: before))
      return offset
    }
    var after = marker.offset
    while after < end, text[after].isDigit { after += 1 }
    after = min(after + 1, end)
    let width = after - marker.offset
    let markerEnd = LinePlace(offset: after, column: marker.column + width)
    let content = skipBlanks(markerEnd, end)
    let padding = content.column - markerEnd.column
    let indent = marker.column - before.column
    if padding < 1 || padding >= 5 || content.offset >= end {
      containers.append(
        Container(
          width: indent + width + 1, line: line, content: advance(markerEnd, by: 1, end)))
    } else {
      containers.append(Container(width: indent + width + padding, line: line, content: content))
    }
    return after
  }

  mutating func pop() { containers.removeLast() }

  private func afterQuoteMark(_ mark: LinePlace, _ end: Int) -> LinePlace {
    advance(LinePlace(offset: mark.offset + 1, column: mark.column + 1), by: 1, end)
  }

  /// Steps over blanks; a tab may be left half-way.
  private func advance(_ place: LinePlace, by columns: Int, _ end: Int) -> LinePlace {
    var place = place
    var left = columns
    while left > 0, place.offset < end, text[place.offset].isBlank {
      let width = text[place.offset] == Byte.tab ? 4 - place.column % 4 : 1
      if width > left {
        place.column += left
        return place
      }
      place.column += width
      place.offset += 1
      left -= width
    }
    return place
  }
}
