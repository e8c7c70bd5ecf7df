/// One line of a file as a diagnostic shows it: the text, cut to a width around the place that
/// matters, and the columns of that place.
struct Excerpt: Equatable {
  /// Safe to print, tabs as spaces.
  var text: String
  /// Counted in columns of the terminal from 0.
  var markStart: Int
  var markWidth: Int

  /// The most columns of text that are shown.
  static let width = 92
  private static let tab = 4
  private static let ellipsis = "..."

  /// - Parameter span: what to mark; of a span over several lines, its part of the first.
  init(of span: SourceSpan, in source: SourceText) {
    let line = source.lineRange(source.line(at: min(span.start, source.bytes.count)))
    let start = min(max(span.start, line.lowerBound), line.upperBound)
    let end = min(max(span.end, start), line.upperBound)
    // Lines of a megabyte occur; what is far from the mark is never shown, so it is not looked at.
    let reach = 4 * Self.width
    let from = Self.scalarStart(max(line.lowerBound, start - reach), source.bytes, line)
    let to = Self.scalarStart(min(line.upperBound, start + reach), source.bytes, line)
    let cells = Self.cells(source.bytes[from..<to])
    var first = cells.count
    var last = cells.count
    for (i, cell) in cells.enumerated() {
      if from + cell.offset <= start { first = i }
      if from + cell.offset < end { last = i + 1 }
    }
    if start >= to { first = cells.count }
    last = end > start ? max(last, first) : first
    self.init(
      cells: cells, marked: first..<last, cutBefore: from > line.lowerBound,
      cutAfter: to < line.upperBound)
  }

  /// One scalar as it is printed.
  private struct Cell {
    var offset: Int
    var text: String
    var width: Int
    var isSpace: Bool
  }

  private init(cells: [Cell], marked: Range<Int>, cutBefore: Bool, cutAfter: Bool) {
    let total = cells.reduce(0) { $0 + $1.width }
    var low = 0
    var high = cells.count
    if total > Self.width {
      // The mark a third into what is shown, or as far right as the end of the line allows.
      var before = 0
      low = marked.lowerBound
      while low > 0, before + cells[low - 1].width <= Self.width / 3 {
        low -= 1
        before += cells[low].width
      }
      var shown = before
      high = marked.lowerBound
      while high < cells.count, shown + cells[high].width <= Self.width {
        shown += cells[high].width
        high += 1
      }
      while low > 0, shown + cells[low - 1].width <= Self.width {
        low -= 1
        shown += cells[low].width
      }
      Self.snapToWords(cells, marked: marked, low: &low, high: &high)
    }
    let head = low > 0 || cutBefore ? Self.ellipsis + " " : ""
    let tail = high < cells.count || cutAfter ? " " + Self.ellipsis : ""
    text = head + cells[low..<high].map(\.text).joined() + tail
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    let visible = marked.clamped(to: low..<high)
    markStart = head.count + cells[low..<visible.lowerBound].reduce(0) { $0 + $1.width }
    markWidth = max(1, cells[visible].reduce(0) { $0 + $1.width })
  }

  /// Cuts at white space where there is some near the cut.
  private static func snapToWords(
    _ cells: [Cell], marked: Range<Int>, low: inout Int, high: inout Int
  ) {
    if low > 0 {
      let space = cells[low..<marked.lowerBound].prefix(24).firstIndex { $0.isSpace }
      if let space { low = space + 1 }
    }
    let end = min(marked.upperBound, high)
    if high < cells.count, let space = cells[end..<high].suffix(24).lastIndex(where: \.isSpace) {
      high = space
    }
  }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      var cell = Cell(offset: offset, text: "", width: 0, isSpace: scalar.properties.isWhitespace)
      if scalar == "\t" {
        cell.width = tab - column % tab
        cell.text = String(repeating: " ", count: cell.width)
      } else if let substitute = TerminalText.substitute(for: scalar) {
        cell.text = substitute
        cell.width = TerminalText.width(of: substitute)
      } else {
        cell.text = String(Character(scalar))
        cell.width = TerminalText.width(of: scalar)
      }
      column += cell.width
      offset += UTF8.width(scalar)
      cells.append(cell)
    }
    return cells
  }

  private static func scalarStart(_ offset: Int, _ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var offset = offset
    while offset > line.lowerBound, offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }
}
