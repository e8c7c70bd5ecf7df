import Diagnostics

/// The front matter of an article as it is written: where values stand, and how others are put in.
struct FrontMatterText {
  private let bytes: [UInt8]
  /// Where the text of the article begins.
  private let end: Int

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
  }

  // MARK: Finding

  /// Where the value of a key stands, without a comment behind it; nil where the front matter is laid out in
  /// a way that no value can be put into.
  func value(after key: SourceSpan) -> Range<Int>? {
    guard key.start > 0, bytes[key.start - 1].isLineEnd, key.end < end else { return nil }
    var start = key.end
    while start < end, bytes[start].isBlank { start += 1 }
    guard start < end, bytes[start] == UInt8(ascii: ":") else { return nil }
    start += 1
    while start < end, bytes[start].isBlank { start += 1 }
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return start..<blockEnd(start)
    default:
      let line = plainEnd(start)
      let whole = blockEnd(start)
      return start..<(whole > lineEnd(start) ? whole : line)
    }
  }

  private func quoted(_ start: Int) -> Range<Int>? {
    let quote = bytes[start]
    var i = start + 1
    while i < end {
      if bytes[i] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        i += 2
      } else if bytes[i] == quote {
        if quote == UInt8(ascii: "'"), i + 1 < end, bytes[i + 1] == quote {
          i += 2
        } else {
          return start..<i + 1
        }
      } else {
        i += 1
      }
    }
    return nil
  }

  private func lineEnd(_ start: Int) -> Int {
    var i = start
    while i < end, !bytes[i].isLineEnd { i += 1 }
    return i
  }

  private func plainEnd(_ start: Int) -> Int {
    var i = start
    while i < end, !bytes[i].isLineEnd {
      if bytes[i] == UInt8(ascii: "#"), i == start || bytes[i - 1].isBlank { break }
      i += 1
    }
    return trimmed(start, i)
  }

  /// The end of a value that goes on over the indented lines below its key.
  private func blockEnd(_ start: Int) -> Int {
    var last = lineEnd(start)
    var i = last
    while i < end {
      while i < end, bytes[i].isLineEnd { i += 1 }
      guard i < end, bytes[i].isBlank else { break }
      i = lineEnd(i)
      last = i
    }
    return trimmed(start, last)
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1].isBlank || bytes[end - 1].isLineEnd { end -= 1 }
    return end
  }

  // MARK: Writing

  /// A text as YAML.
  ///
  /// - Parameter former: the value that it takes the place of; its quotation marks are kept.
  static func scalar(_ text: [UInt8], like former: ArraySlice<UInt8>? = nil) -> [UInt8] {
    let needsEscapes = text.contains { $0 < 0x20 || $0 == 0x7F }
    switch former?.first {
    case UInt8(ascii: "\""): return doubleQuoted(text)
    case UInt8(ascii: "'") where !needsEscapes: return singleQuoted(text)
    default:
      if needsEscapes { return doubleQuoted(text) }
      return isPlain(text) ? text : singleQuoted(text)
    }
  }

  private static func doubleQuoted(_ text: [UInt8]) -> [UInt8] {
    var out = Array("\"".utf8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += "\\n".utf8
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789ABCDEF".utf8)
        out += Array("\\x".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    return out + Array("\"".utf8)
  }

  private static func singleQuoted(_ text: [UInt8]) -> [UInt8] {
    var out = Array("'".utf8)
    for byte in text { out += byte == UInt8(ascii: "'") ? [byte, byte] : [byte] }
    return out + Array("'".utf8)
  }

  private static func isPlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first, let last = text.last, !first.isBlank, !last.isBlank,
      !"-?:,[]{}#&*!|>'\"%@`.~=<".utf8.contains(first), last != UInt8(ascii: ":")
    else { return false }
    for i in text.indices.dropFirst() {
      if text[i] == UInt8(ascii: "#"), text[i - 1].isBlank { return false }
      if text[i].isBlank, text[i - 1] == UInt8(ascii: ":") { return false }
    }
    let word = String(decoding: text, as: UTF8.self).lowercased()
    return !["null", "true", "false", "yes", "no", "on", "off"].contains(word)
      && !text.allSatisfy { $0 < 0x40 }
  }

  /// The front matter of a new translation.
  ///
  /// - Parameter values: keys with their texts, in order.
  static func fresh(_ values: [(key: String, text: [UInt8])], isDraft: Bool) -> [UInt8] {
    var out = Array("---\n".utf8)
    for (key, text) in values { out += Array("\(key): ".utf8) + scalar(text) + Array("\n".utf8) }
    if isDraft { out += "draft: true\n".utf8 }
    return out + Array("---\n".utf8)
  }
}
