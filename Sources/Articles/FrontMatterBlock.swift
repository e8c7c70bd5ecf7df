import Diagnostics

/// Where the front matter of a file stands, if it has any.
struct FrontMatterBlock {
  /// The lines between the fences.
  var yaml: Range<Int>
  /// The line, from 0, that `yaml` begins on.
  var firstLine: Int
  /// Where the text of the article begins.
  var bodyStart: Int

  /// Looks for `---` on the first line, and for the `---` or `...` that ends what it begins.
  init?(_ source: SourceText) {
    guard source.lineStarts.count > 1, Self.isFence(source, 0, closing: false) else { return nil }
    // A rule above a text, not a fence, is followed by an empty line.
    guard source.lineRange(1).contains(where: { !source.bytes[$0].isBlank }) else { return nil }
    for line in 1..<source.lineStarts.count where Self.isFence(source, line, closing: true) {
      let start = Int(source.lineStarts[1])
      let end = Int(source.lineStarts[line])
      let next = line + 1
      yaml = start..<end
      firstLine = 1
      bodyStart =
        next < source.lineStarts.count ? Int(source.lineStarts[next]) : source.bytes.count
      return
    }
    return nil
  }

  private static func isFence(_ source: SourceText, _ line: Int, closing: Bool) -> Bool {
    let range = source.lineRange(line)
    guard range.count >= 3 else { return false }
    let fence = source.bytes[range.lowerBound..<range.lowerBound + 3]
    guard source.bytes[range.dropFirst(3)].allSatisfy(\.isBlank) else { return false }
    return fence.allSatisfy { $0 == Byte.hyphen }
      || (closing && fence.allSatisfy { $0 == Byte.dot })
  }

  /// Why this YAML is not given to the parser, which would take too long over it or too deep a
  /// stack: real front matter is small and flat.
  static func danger(in bytes: ArraySlice<UInt8>) -> String? {
    if bytes.count > 65_536 { return "the front matter is larger than 64 kB" }
    var depth = 0
    var aliases = 0
    var indent = 0
    var isAtStart = true
    var last = Byte.lf
    for byte in bytes {
      if byte.isLineEnd {
        (isAtStart, indent) = (true, 0)
      } else if isAtStart, byte.isBlank || byte == Byte.hyphen || byte == UInt8(ascii: "?") {
        indent += 1
        if indent > 100 { return "the front matter is nested too deeply" }
      } else {
        isAtStart = false
      }
      if byte == Byte.openBracket || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == Byte.closeBracket || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      if depth > 50 { return "the front matter is nested too deeply" }
      let opens = last.isSpace || last == Byte.openBracket || last == UInt8(ascii: ",")
      if byte == Byte.star, opens { aliases += 1 }
      if aliases > 20 { return "the front matter has too many YAML aliases" }
      last = byte
    }
    return nil
  }
}
