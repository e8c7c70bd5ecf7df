/// Writes a catalogue in the layout of GNU gettext.
package struct CatalogueWriter {
  /// gettext's own width of a line, in Unicode scalars.
  private static let width = 79

  private var out: [UInt8] = []

  /// - Returns: UTF-8 with LF at the ends of lines.
  package static func write(_ catalogue: Catalogue) -> [UInt8] {
    var writer = CatalogueWriter()
    writer.writeHeader(catalogue.header)
    for entry in catalogue.entries { writer.write(entry) }
    return writer.out
  }

  private mutating func writeHeader(_ fields: [Catalogue.HeaderField]) {
    out += "msgid \"\"\nmsgstr \"\"\n".utf8
    for field in fields {
      out += [UInt8(ascii: "\"")]
      out += Self.escaped(Array("\(field.name): \(Self.line(field.value))\n".utf8)[...])
      out += "\"\n".utf8
    }
  }

  private mutating func write(_ entry: Catalogue.Entry) {
    out += "\n".utf8
    for remark in entry.remarks {
      out += (remark.isEmpty ? "#\n" : "# \(Self.line(remark))\n").utf8
    }
    for note in entry.notes { out += "#. \(Self.line(note))\n".utf8 }
    if !entry.places.isEmpty {
      out += "#: \(entry.places.map(Self.reference).joined(separator: " "))\n".utf8
    }
    if entry.isFuzzy { out += "#, fuzzy\n".utf8 }
    let lead = entry.isObsolete ? "#~ " : ""
    if let previous = entry.previous {
      write(previous, lead: entry.isObsolete ? "#~| " : "#| ")
    }
    write(entry.key, lead: lead)
    write("msgstr", entry.translation, lead: lead)
  }

  private mutating func write(_ key: Catalogue.Key, lead: String) {
    if let context = key.context { write("msgctxt", context, lead: lead) }
    write("msgid", key.text, lead: lead)
  }

  private mutating func write(_ keyword: String, _ text: [UInt8], lead: String) {
    out += "\(lead)\(keyword) \"".utf8
    let room = Self.width - lead.utf8.count - keyword.utf8.count - 3
    let escaped = Self.escaped(text[...])
    let isSingle = text.dropLast().allSatisfy { $0 != 0x0A }
    if isSingle, Self.scalars(escaped[...]) <= room {
      out += escaped + Array("\"\n".utf8)
      return
    }
    out += "\"\n".utf8
    for line in Self.lines(text) {
      out += Array("\(lead)\"".utf8) + line + Array("\"\n".utf8)
    }
  }

  /// A text in pieces that fit on a line: broken after line ends and, where it is long, after spaces.
  private static func lines(_ text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var columns = 0
    var start = 0
    func isBreak(_ i: Int) -> Bool {
      text[i] == 0x0A || (text[i] == 0x20 && i + 1 < text.count && text[i + 1] != 0x20)
    }
    while start < text.count {
      var end = start
      while end < text.count, !isBreak(end) { end += 1 }
      end = min(end + 1, text.count)
      let word = escaped(text[start..<end])
      let count = scalars(word[...])
      if columns > 0, columns + count > width - 2 {
        lines.append(line)
        (line, columns) = ([], 0)
      }
      line += word
      columns += count
      if text[end - 1] == 0x0A {
        lines.append(line)
        (line, columns) = ([], 0)
      }
      start = end
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += "\\n".utf8
      case 0x09: out += "\\t".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20, 0x7F:
        out.append(UInt8(ascii: "\\"))
        out += [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + UInt8(ascii: "0") }
      default: out.append(byte)
      }
    }
    return out
  }

  /// A comment ends with its line.
  private static func line(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A place with spaces in it stands between the marks that gettext knows them by.
  private static func reference(_ place: String) -> String {
    let place = line(place)
    return place.contains(" ") ? "\u{2068}\(place)\u{2069}" : place
  }
}
