/// Reads what follows the text of a link, as cmark 0.30 does, to find where the link ends.
struct LinkSyntax {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The end of a link and where its address is written.
  struct Tail {
    var end: Int
    /// Within the brackets `<` and `>` where there are any. Nil for a reference.
    var destination: Range<Int>?
    var title: Range<Int>?
  }

  /// - Parameter start: the place of the `]` that ends the text of something known to be a link.
  func tail(at start: Int) -> Tail {
    let after = start + 1
    if let inline = inlineTail(at: after) { return inline }
    return Tail(end: label(at: after) ?? after, destination: nil)
  }

  private func inlineTail(at start: Int) -> Tail? {
    guard start < bytes.count, bytes[start] == Byte.open else { return nil }
    guard let (destination, afterURL) = destination(at: skipSpace(start + 1)) else { return nil }
    let titleStart = skipSpace(afterURL)
    let titleEnd = titleStart == afterURL ? titleStart : title(at: titleStart) ?? titleStart
    let end = skipSpace(titleEnd)
    guard end < bytes.count, bytes[end] == Byte.close else { return nil }
    return Tail(
      end: end + 1, destination: destination,
      title: titleEnd > titleStart ? titleStart..<titleEnd : nil)
  }

  /// A link reference definition at the start of a paragraph: the place after its line.
  func definitionEnd(at start: Int) -> Int? {
    guard let labelEnd = label(at: start), labelEnd > start + 2, labelEnd < bytes.count,
      bytes[labelEnd] == Byte.colon,
      bytes[start + 1..<labelEnd - 1].contains(where: { !$0.isSpace })
    else { return nil }
    let urlStart = skipSpaceAndLine(labelEnd + 1)
    guard let (_, urlEnd) = destination(at: urlStart, canEnd: true), urlEnd > urlStart else {
      return nil
    }
    let titleStart = skipSpaceAndLine(urlEnd)
    if titleStart > urlEnd, let titleEnd = title(at: titleStart), let end = lineEnd(titleEnd) {
      return end
    }
    return lineEnd(urlEnd)
  }

  func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isSpace { i += 1 }
    return i
  }

  private func skipSpaceAndLine(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isBlank { i += 1 }
    guard i < bytes.count, bytes[i].isLineEnd else { return i }
    i += bytes[i] == Byte.cr && i + 1 < bytes.count && bytes[i + 1] == Byte.lf ? 2 : 1
    while i < bytes.count, bytes[i].isBlank { i += 1 }
    return i
  }

  /// The place after the line ending, where only blanks stand before it.
  private func lineEnd(_ start: Int) -> Int? {
    var i = start
    while i < bytes.count, bytes[i].isBlank { i += 1 }
    guard i < bytes.count else { return i }
    guard bytes[i].isLineEnd else { return nil }
    return i + (bytes[i] == Byte.cr && i + 1 < bytes.count && bytes[i + 1] == Byte.lf ? 2 : 1)
  }

  /// `[label]`: the place after it.
  private func label(at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == Byte.openBracket else { return nil }
    var i = start + 1
    while i < bytes.count, bytes[i] != Byte.openBracket, bytes[i] != Byte.closeBracket {
      let isEscape =
        bytes[i] == Byte.backslash && i + 1 < bytes.count && bytes[i + 1].isPunctuation
      i += isEscape ? 2 : 1
      if i - start - 1 > 1000 { return nil }
    }
    return i < bytes.count && bytes[i] == Byte.closeBracket ? i + 1 : nil
  }

  /// - Parameter canEnd: whether the text may end behind the address, as it may in a definition.
  private func destination(at start: Int, canEnd: Bool = false) -> (Range<Int>, Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == Byte.less {
      guard let found = angled(at: start), canEnd || found.1 < bytes.count else { return nil }
      return found
    }
    var i = start
    var depth = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == Byte.backslash, i + 1 < bytes.count, bytes[i + 1].isPunctuation {
        i += 2
        continue
      } else if byte == Byte.open {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == Byte.close {
        if depth == 0 { break }
        depth -= 1
      } else if byte.isSpace {
        if i == start { return nil }
        break
      }
      i += 1
    }
    return (i >= bytes.count && !canEnd) || depth != 0 ? nil : (start..<i, i)
  }

  private func angled(at start: Int) -> (Range<Int>, Int)? {
    var i = start + 1
    while i < bytes.count {
      if bytes[i] == Byte.greater { return (start + 1..<i, i + 1) }
      if bytes[i] == Byte.lf || bytes[i] == Byte.less { return nil }
      i += bytes[i] == Byte.backslash ? 2 : 1
    }
    return nil
  }

  /// The longest match of a quoted title. cmark lets a backslash stand both for itself and for an
  /// escape, so an escaped quote can end a title that nothing else ends.
  private func title(at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case Byte.open: close = Byte.close
    default: return nil
    }
    var end: Int?
    var isPlain = true
    var isEscape = false
    var i = start + 1
    while i < bytes.count, isPlain || isEscape {
      let byte = bytes[i]
      if isPlain, byte == close { end = i + 1 }
      let plain = (isPlain && byte != close && byte != 0) || (isEscape && byte.isPunctuation)
      isEscape = isPlain && byte == Byte.backslash
      isPlain = plain
      i += 1
    }
    return end
  }
}
