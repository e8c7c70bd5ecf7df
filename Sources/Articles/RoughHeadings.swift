/// Finds the lines that are meant as headings in a text that marks none; in one that does mark
/// some, the bold lines that stand alone, if there are two or more.
struct RoughHeadings {
  struct Heading {
    var line: Int
    var level: Int
    /// Whether the whole line is bold.
    var isBold: Bool
  }

  let text: RoughLines
  /// The lines of lists, which are none.
  let listLines: Set<Int>

  func find() -> [Heading] {
    if text.hasHeading { return boldHeadings() }
    let written = text.lines.indices.filter { !text.lines[$0].isBlank }
    guard let first = written.first, let last = written.last else { return [] }
    var headings: [Heading] = []
    var waiting: [Heading] = []
    for line in written {
      guard line != last, isCandidate(line) else {
        headings += settled(waiting)
        waiting = []
        continue
      }
      let isTitle = line == first
      let heading = Heading(line: line, level: isTitle ? 1 : 2, isBold: isBold(text.lines[line]))
      if isTitle { headings.append(heading) } else { waiting.append(heading) }
    }
    return headings
  }

  private func boldHeadings() -> [Heading] {
    var headings: [Heading] = []
    var level = 1
    let last = text.lines.lastIndex { !$0.isBlank }
    for (index, line) in text.lines.enumerated() {
      if line.headingLevel > 0 { level = line.headingLevel }
      guard index != last, !line.isBlank, isBold(line), isCandidate(index) else { continue }
      headings.append(Heading(line: index, level: min(level + 1, 6), isBold: true))
    }
    return headings.count > 1 ? headings : []
  }

  /// Of many short lines in a row, only the one above the text is a heading.
  private func settled(_ waiting: [Heading]) -> [Heading] {
    waiting.count > 2 ? waiting.suffix(1) : waiting
  }

  private func isCandidate(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard !line.isVerbatim, line.depth == 0, !listLines.contains(index),
      isAlone(index) || isInCapitals(index)
    else { return false }
    let isBold = isBold(line)
    let range = isBold ? line.first + 2..<line.last - 2 : line.first..<line.last
    guard range.count <= 180, let first = firstScalar(range) else { return false }
    let words = range.count { text.bytes[$0] == Byte.space } + 1
    guard words <= 14, !first.properties.isLowercase, !isListItem(range) else { return false }
    guard let end = lastScalar(range), !".:;,…>)]|*_`".unicodeScalars.contains(end) || end == ")"
    else { return false }
    if !isBold, "[!<|*_`=~>\\\"”»«–—-#".unicodeScalars.contains(first) { return false }
    return !isTrail(range) && !isReadingTime(range) && !hasDate(range)
      && range.contains { text.bytes[$0].isLetter || text.bytes[$0] >= 0x80 }
  }

  private func isAlone(_ index: Int) -> Bool {
    (index == 0 || text.lines[index - 1].isBlank)
      && (index + 1 == text.lines.count || text.lines[index + 1].isBlank)
  }

  /// A line of capitals is told from the text right below it: `NACKDELAR`. Bytes above ASCII are
  /// taken for capitals; small letters beside them are not.
  private func isInCapitals(_ index: Int) -> Bool {
    let line = text.lines[index]
    let letters = text.bytes[line.first..<line.last].filter { $0.isLetter || $0 >= 0x80 }
    return letters.count > 3 && (index == 0 || text.lines[index - 1].isBlank)
      && letters.allSatisfy { $0 >= 0x80 || $0 & 0x20 == 0 }
  }

  private func isBold(_ line: RoughLines.Line) -> Bool {
    guard line.last - line.first > 4 else { return false }
    for mark in ["**", "__"] as [StaticString]
    where text.starts(mark, at: line.first, line.last)
      && text.starts(mark, at: line.last - 2, line.last)
    {
      return !(line.first + 2..<line.last - 2).contains {
        text.starts(mark, at: $0, line.last - 2) || text.bytes[$0] == Byte.backslash
      }
    }
    return false
  }

  private func firstScalar(_ range: Range<Int>) -> Unicode.Scalar? {
    String(decoding: text.bytes[range.prefix(8)], as: UTF8.self).unicodeScalars.first
  }

  private func lastScalar(_ range: Range<Int>) -> Unicode.Scalar? {
    var start = range.upperBound - 1
    while start > range.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start < range.upperBound else { return nil }
    return String(decoding: text.bytes[start..<range.upperBound], as: UTF8.self).unicodeScalars
      .first
  }

  /// `1. text`, which Markdown knows.
  private func isListItem(_ range: Range<Int>) -> Bool {
    let rest = text.bytes[range].drop(while: \.isDigit)
    guard rest.count < range.count, let mark = rest.first else { return false }
    return (mark == Byte.dot || mark == Byte.close) && rest.dropFirst().first?.isBlank ?? true
  }

  /// The way to a page: `Hem > Guider > Kluster`.
  private func isTrail(_ range: Range<Int>) -> Bool {
    let marks: [StaticString] = [" > ", " » ", " › ", " → ", " / [", ") / ", " | ", "]("]
    return range.contains { i in marks.contains { text.starts($0, at: i, range.upperBound) } }
  }

  /// `Lesetid: 4 minutter`: a number and minutes.
  private func isReadingTime(_ range: Range<Int>) -> Bool {
    guard text.bytes[range].contains(where: \.isDigit) else { return false }
    return range.contains { i in
      guard i > range.lowerBound, text.bytes[i - 1] == Byte.space else { return false }
      return text.starts("min", at: i, range.upperBound)
    }
  }

  /// A day and a year, or a date of numbers: when something was written.
  private func hasDate(_ range: Range<Int>) -> Bool {
    var numbers: [Int] = []
    var digits = 0
    for byte in text.bytes[range] + [Byte.space] {
      if byte.isDigit {
        digits += 1
      } else if digits > 0 {
        numbers.append(digits)
        digits = 0
      }
    }
    return numbers.count >= 2 && numbers.contains(4) && numbers.contains { $0 <= 2 }
  }
}
