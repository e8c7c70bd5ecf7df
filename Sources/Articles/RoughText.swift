import Diagnostics

/// Repairs text that was written or pasted without Markdown in mind.
///
/// The repair is a list of replacements in the file: they are made in memory before the text is
/// parsed, and offered as fixes. A text with a Markdown heading and without the marks that are looked
/// for here stays as it is.
struct RoughText {
  private let source: SourceText
  private let range: Range<Int>
  private let text: RoughLines
  private let lists: [RoughBullets]
  private(set) var diagnostics: [Diagnostic] = []
  /// In order, not overlapping.
  private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []

  /// - Parameter range: the part of the file below the front matter.
  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
    text = RoughLines(source.bytes, range)
    lists = RoughBullets.runs(in: text)
    repairLists()
    repairHeadings()
    repairQuotes()
    repairLinks()
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
    repairBytes()
    diagnostics.sort(by: Diagnostic.precedes)
  }

  /// The repaired text and where it stands in the file; nil where there was nothing to repair.
  func repaired() -> (bytes: [UInt8], map: OffsetMap)? {
    guard !replacements.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + replacements.count * 4)
    var map = OffsetMap(base: range.lowerBound)
    map.edits.reserveCapacity(replacements.count)
    var place = range.lowerBound
    for (range, new) in replacements {
      bytes.append(contentsOf: source.bytes[place..<range.lowerBound])
      map.edits.append(OffsetMap.Edit(start: bytes.count, length: new.count, origin: range))
      bytes.append(contentsOf: new)
      place = range.upperBound
    }
    bytes.append(contentsOf: source.bytes[place..<range.upperBound])
    return (bytes, map)
  }

  // MARK: Noting repairs

  private mutating func repair(
    _ changes: [(Range<Int>, String)], at place: Range<Int>? = nil, _ message: String, fix: String
  ) {
    guard let first = changes.first else { return }
    for change in changes { replacements.append((change.0, Array(change.1.utf8))) }
    diagnostics.append(
      Diagnostic(
        .roughText, at: source.location(SourceSpan(place ?? first.0)), message,
        fixes: [Fix(fix, changes.map { Replacement(SourceSpan($0.0), with: $0.1) })]))
  }

  // MARK: Lists

  private mutating func repairLists() {
    for run in lists {
      guard let first = run.items.first else { continue }
      var isLettered = false
      if case .letter(let start) = first.kind {
        guard start == 0 else { continue }
        isLettered = true
      }
      let indents = run.items.map { indent(of: text.lines[$0.line]) }
      let base = indents.min() ?? 0
      var changes: [(Range<Int>, String)] = []
      for (index, item) in run.items.enumerated() {
        let line = text.lines[item.line]
        let old = line.content..<item.textStart
        let indent = String(repeating: " ", count: indents[index] - base)
        let space = line.depth > 0 ? " " : ""
        let new = space + indent + (isLettered ? "\(index + 1)) " : "- ")
        if !source.bytes[old].elementsEqual(new.utf8) { changes.append((old, new)) }
      }
      let place = first.marker
      let message =
        isLettered ? "a list with letters" : "a list with bullets that Markdown does not know"
      repair(changes, at: place, message, fix: "write the list in Markdown")
    }
  }

  private func indent(of line: RoughLines.Line) -> Int {
    var columns = 0
    var i = line.content
    while i < line.first {
      columns += source.bytes[i] == Byte.tab ? 4 - columns % 4 : 1
      i += max(1, text.blankLength(at: i, line.first))
    }
    return min(columns, 60)
  }

  // MARK: Headings

  private mutating func repairHeadings() {
    var listLines: Set<Int> = []
    for run in lists { listLines.formUnion(run.items.map(\.line)) }
    for heading in RoughHeadings(text: text, listLines: listLines).find() {
      let line = text.lines[heading.line]
      let marks = String(repeating: "#", count: heading.level) + " "
      let start = line.range.lowerBound..<(heading.isBold ? line.first + 2 : line.first)
      var changes = [(start, marks)]
      if heading.isBold { changes.append((line.last - 2..<line.last, "")) }
      let title = source.text(SourceSpan(line.first..<line.last))
      repair(
        changes, at: line.first..<line.last, "'\(title)' stands alone like a heading",
        fix: "make it a heading")
    }
  }

  // MARK: Quotes

  /// Takes out quotes that quote nothing, and joins quotes that hold one item of a list each.
  private mutating func repairQuotes() {
    var empty: [(Range<Int>, String)] = []
    var joints: [(Range<Int>, String)] = []
    // The quote before: whether it ends in a list, and the line after it.
    var last: (isList: Bool, end: Int)?
    var i = 0
    while i < text.lines.count {
      guard text.lines[i].depth > 0, !text.lines[i].isVerbatim else {
        if !text.lines[i].isBlank { last = nil }
        i += 1
        continue
      }
      let start = i
      while i < text.lines.count, text.lines[i].depth > 0 { i += 1 }
      if text.lines[start..<i].allSatisfy(\.isBlank) {
        for line in text.lines[start..<i] { empty.append((line.range, "")) }
        continue
      }
      let isList = isListItem(text.lines[start])
      if let last, last.isList, isList {
        let between = text.lines[last.end..<start]
        joints += between.filter { $0.depth == 0 }.map { ($0.range, ">") }
        let first = text.lines[last.end].range.lowerBound
        empty.removeAll { $0.0.lowerBound >= first }
      }
      last = (isList, i)
    }
    repair(empty, "a quote with nothing in it", fix: "take the empty quote out")
    repair(joints, "a list that is broken into quotes", fix: "join the quotes")
  }

  private func isListItem(_ line: RoughLines.Line) -> Bool {
    guard !line.isBlank, line.first + 1 < line.last else { return false }
    let byte = source.bytes[line.first]
    return (byte == Byte.hyphen || byte == Byte.star || byte == Byte.plus)
      && source.bytes[line.first + 1].isBlank
  }

  // MARK: Links

  /// Of two signs behind a link, as in `](/x),.`, only one can be meant.
  private mutating func repairLinks() {
    for line in text.lines where !line.isVerbatim && !line.isBlank {
      var i = line.first
      var isCode = false
      while i + 1 < line.last {
        if source.bytes[i] == Byte.backtick { isCode.toggle() }
        guard !isCode, source.bytes[i] == Byte.closeBracket, source.bytes[i + 1] == Byte.open else {
          i += 1
          continue
        }
        i += 2
        while i < line.last, source.bytes[i] != Byte.close, !source.bytes[i].isBlank { i += 1 }
        if i < line.last, source.bytes[i] == Byte.close { repairSigns(i + 1, line) }
      }
    }
  }

  private mutating func repairSigns(_ start: Int, _ line: RoughLines.Line) {
    let signs = source.bytes[start..<line.last].prefix { ",.;".utf8.contains($0) }
    guard signs.count == 2, signs.contains(UInt8(ascii: ",")) else { return }
    let next = text.skipBlanks(signs.endIndex, line.last)
    let scalar = String(decoding: source.bytes[next..<min(next + 4, line.last)], as: UTF8.self)
      .unicodeScalars.first
    let keepsStop = scalar.map { !$0.properties.isLowercase } ?? true
    let stop = signs.contains(Byte.semicolon) ? ";" : "."
    repair(
      [(signs.indices, keepsStop ? stop : ",")], "two signs behind a link",
      fix: "keep one of the signs")
  }

  // MARK: Single characters

  /// No-break spaces and line endings, wherever nothing else is repaired already.
  private mutating func repairBytes() {
    var spaces: [(Range<Int>, String)] = []
    var endings: [(Range<Int>, String)] = []
    var taken = 0
    for (index, line) in text.lines.enumerated() {
      var i = line.range.lowerBound
      while i < line.range.upperBound, !line.isVerbatim {
        while taken < replacements.count, replacements[taken].range.upperBound <= i { taken += 1 }
        if taken < replacements.count, replacements[taken].range.contains(i) {
          i = replacements[taken].range.upperBound
          continue
        }
        guard source.bytes[i] >= 0xC2 else {
          i += 1
          continue
        }
        let length = text.noBreakSpaceLength(at: i, line.range.upperBound)
        if length > 0 {
          let isInner = i >= line.first && i < line.last && source.bytes[i] != 0xEF
          spaces.append((i..<i + length, isInner ? " " : ""))
        }
        i += max(length, 1)
      }
      let next =
        index + 1 < text.lines.count ? text.lines[index + 1].range.lowerBound : range.upperBound
      if next > line.range.upperBound, source.bytes[line.range.upperBound] == Byte.cr {
        endings.append((line.range.upperBound..<next, "\n"))
      }
    }
    let count = spaces.count
    repair(
      spaces, count == 1 ? "a no-break space" : "\(count) no-break spaces",
      fix: "write common spaces")
    let name = endings.contains { $0.0.count == 1 } ? "CR" : "CR LF"
    repair(endings, "lines end with \(name)", fix: "end the lines with LF")
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
