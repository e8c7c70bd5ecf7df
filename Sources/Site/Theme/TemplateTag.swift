/// One `{{…}}` of a template, as the lint sees it.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case variable, sectionStart, sectionEnd, partial, block, comment, other
  }

  var kind: Kind
  var name: String
  /// Counted from 1.
  var line: Int
  /// The tag's place in the template's UTF-8, delimiters included.
  var range: Range<Int>

  /// All tags of a template, in order.
  /// - Parameter text: the template, UTF-8.
  static func all(in text: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    var at = 0
    while at + 1 < text.count {
      if text[at] == 0x0A { line += 1 }
      guard text[at] == UInt8(ascii: "{"), text[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      let isTriple = at + 2 < text.count && text[at + 2] == UInt8(ascii: "{")
      let contentStart = at + (isTriple ? 3 : 2)
      var end = contentStart
      while end + 1 < text.count,
        !(text[end] == UInt8(ascii: "}") && text[end + 1] == UInt8(ascii: "}"))
      {
        end += 1
      }
      let content = text[contentStart..<min(end, text.count)]
      var after = min(end + 2, text.count)
      if isTriple, after < text.count, text[after] == UInt8(ascii: "}") { after += 1 }
      tags.append(tag(content, isTriple: isTriple, line: line, range: at..<after))
      for byte in text[at..<after] where byte == 0x0A { line += 1 }
      at = after
    }
    return tags
  }

  private static func tag(
    _ content: ArraySlice<UInt8>, isTriple: Bool, line: Int, range: Range<Int>
  ) -> TemplateTag {
    let marks: [UInt8: Kind] = [
      UInt8(ascii: "#"): .sectionStart, UInt8(ascii: "^"): .sectionStart,
      UInt8(ascii: "/"): .sectionEnd, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .partial,
      UInt8(ascii: "$"): .block, UInt8(ascii: "!"): .comment, UInt8(ascii: "&"): .variable,
      UInt8(ascii: "="): .other, UInt8(ascii: "%"): .other,
    ]
    var kind = Kind.variable
    var name = content
    if !isTriple, let mark = content.first, let known = marks[mark] {
      kind = known
      name = content.dropFirst()
    }
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let trimmed = name.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return TemplateTag(
      kind: kind, name: String(decoding: Array(trimmed), as: UTF8.self), line: line, range: range)
  }
}
