/// A list as it looks to the eye: lines that begin with bullets of some kind.
struct RoughBullets {
  struct Item {
    var line: Int
    /// The marker, and where the text behind it begins.
    var marker: Range<Int>
    var textStart: Int
    var kind: Kind
    /// Whether an empty line stands between it and the item before.
    var isApart = false
  }

  enum Kind: Equatable {
    /// `-`, `*` or `+`.
    case markdown(UInt8)
    /// `–` or `—`, which open a spoken line as well.
    case dash
    /// `•`, `·`, `->` and their like.
    case foreign
    /// `a)`, with its place in the alphabet from 0.
    case letter(Int)
  }

  var items: [Item] = []

  /// All runs of two bullets or more that are not a list of Markdown as they stand.
  static func runs(in text: RoughLines) -> [RoughBullets] {
    var runs: [RoughBullets] = []
    var run = RoughBullets()
    var wasBlank = true
    for (index, line) in text.lines.enumerated() {
      if line.isBlank {
        wasBlank = true
        continue
      }
      let depth = run.items.first.map { text.lines[$0.line].depth }
      if var item = item(text, index), depth == nil || depth == line.depth {
        item.isApart = wasBlank
        if let last = run.items.last, !item.follows(last) {
          runs.append(run)
          run = RoughBullets()
        }
        run.items.append(item)
      } else if wasBlank || depth != line.depth || line.headingLevel > 0 {
        runs.append(run)
        run = RoughBullets()
        if var item = item(text, index) {
          item.isApart = true
          run.items.append(item)
        }
      }
      wasBlank = false
    }
    runs.append(run)
    return runs.filter { $0.isRough(text) }
  }

  /// Whether two items can be of one list.
  private func isRough(_ text: RoughLines) -> Bool {
    guard items.count >= 2 else { return false }
    let indents = Set(items.map { text.lines[$0.line].first - text.lines[$0.line].content })
    var markers: Set<UInt8> = []
    var dashes = 0
    var foreign = 0
    for item in items {
      switch item.kind {
      case .markdown(let byte): markers.insert(byte)
      case .dash: dashes += 1
      case .foreign: foreign += 1
      case .letter: return true
      }
    }
    if foreign > 0 || (dashes > 0 && !markers.isEmpty) { return true }
    let isTight = items.dropFirst().allSatisfy { !$0.isApart }
    if dashes > 0 {
      return !isSpoken(text) && (isTight || isAnnounced(text) || isUnstopped(text))
    }
    // Markdown begins another list where the marker changes; in one block of lines nobody means that.
    return markers.count > 1 && indents.count == 1 && isTight
  }

  /// Whether no line ends as speech does: the points of a list often have no final mark.
  private func isUnstopped(_ text: RoughLines) -> Bool {
    items.allSatisfy { item in
      let last = text.bytes[text.lines[item.line].last - 1]
      return last >= 0x80 || last.isLetter || last == Byte.close
    }
  }

  /// Whether a line says at its end who says it, by name: `– Det går bra, säger Nils Berg.`
  private func isSpoken(_ text: RoughLines) -> Bool {
    items.contains { item in
      let line = text.bytes[item.textStart..<text.lines[item.line].last]
      guard let comma = line.lastIndex(of: UInt8(ascii: ",")) else { return false }
      let words = line[(comma + 1)...].split(separator: Byte.space)
      guard (2...4).contains(words.count), let verb = words.first?.first,
        (0x61...0x7A).contains(verb), line.last == Byte.dot
      else { return false }
      // `Å`, `Ä`, `Ö`, `Æ` and `Ø` are 0xC3 and a byte below 0x9F.
      return words.dropFirst().contains { word in
        (0x41...0x5A).contains(word[word.startIndex])
          || (word.starts(with: [0xC3]) && word.dropFirst().first.map { $0 < 0x9F } ?? false)
      }
    }
  }

  /// Spoken lines begin with a dash, too; a list with empty lines is announced, by a colon or a
  /// heading.
  private func isAnnounced(_ text: RoughLines) -> Bool {
    guard let first = items.first else { return false }
    var line = first.line - 1
    while line >= 0, text.lines[line].isBlank { line -= 1 }
    guard line >= 0 else { return false }
    if text.lines[line].headingLevel > 0 || text.lines[line].isUnderline { return true }
    return text.bytes[text.lines[line].last - 1] == Byte.colon
  }

  private static func item(_ text: RoughLines, _ index: Int) -> Item? {
    let line = text.lines[index]
    guard !line.isVerbatim, !line.isBlank, !line.isUnderline else { return nil }
    let first = line.first
    let byte = text.bytes[first]
    var length = 1
    let kind: Kind
    var needsBlank = true
    if let width = foreignLength(text, first, line.last) {
      (kind, length, needsBlank) = (.foreign, width, width == 2)
    } else if byte == Byte.hyphen || byte == Byte.star || byte == Byte.plus {
      kind = .markdown(byte)
    } else if text.starts("–", at: first, line.last) || text.starts("—", at: first, line.last) {
      (kind, length) = (.dash, 3)
    } else if (byte | 0x20).isLetter, first + 1 < line.last, text.bytes[first + 1] == Byte.close {
      (kind, length) = (.letter(Int((byte | 0x20) - 0x61)), 2)
    } else if byte == UInt8(ascii: "o"), first + 1 < line.last, text.bytes[first + 1] == Byte.tab {
      kind = .foreign
    } else {
      return nil
    }
    let textStart = text.skipBlanks(first + length, line.last)
    guard textStart < line.last, !needsBlank || textStart > first + length else { return nil }
    return Item(
      line: index, marker: first..<first + length, textStart: textStart, kind: kind)
  }

  private static func foreignLength(_ text: RoughLines, _ first: Int, _ end: Int) -> Int? {
    if text.starts("->", at: first, end) || text.starts("=>", at: first, end) { return 2 }
    guard text.bytes[first] >= 0x80 else { return nil }
    if text.starts("·", at: first, end) { return 2 }
    let bullets: [StaticString] = [
      "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "►", "➢", "✓", "✔", "☑", "☐", "➤", "◆", "⁃", "∙",
      "\u{F0B7}", "→",
    ]
    return bullets.contains { text.starts($0, at: first, end) } ? 3 : nil
  }
}

extension RoughBullets.Item {
  /// Letters count on from `a)` and stay among themselves.
  fileprivate func follows(_ last: RoughBullets.Item) -> Bool {
    switch (last.kind, kind) {
    case (.letter(let a), .letter(let b)): b == a + 1
    case (.letter, _), (_, .letter): false
    default: true
    }
  }
}
