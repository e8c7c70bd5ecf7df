import Diagnostics

/// A part of a language pack as read from YAML, which knows where it stands. Sections that have not
/// been decoded yet are handed on as such values.
package struct PackValue: Sendable {
  package enum Content: Sendable {
    case null
    case scalar(String)
    case list([PackValue])
    /// In the order of the file; no key twice.
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let keyPlace: PackPlace
    package var value: PackValue
  }

  package var content: Content
  package let place: PackPlace

  package init(_ content: Content, at place: PackPlace) {
    self.content = content
    self.place = place
  }

  /// The value of a key of a mapping; nil where there is none or this is no mapping.
  package subscript(key: String) -> PackValue? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The entries of a mapping; anything else but null is a fault.
  package func entries(_ faults: inout [Diagnostic]) -> [Entry] {
    switch content {
    case .mapping(let entries): return entries
    case .null: return []
    case .scalar, .list:
      faults.append(fault("expected a mapping of keys to values"))
      return []
    }
  }

  /// The items of a list; a single scalar counts as a list of one; a mapping is a fault.
  package func items(_ faults: inout [Diagnostic]) -> [PackValue] {
    switch content {
    case .list(let items): return items
    case .null: return []
    case .scalar: return [self]
    case .mapping:
      faults.append(fault("expected a list"))
      return []
    }
  }

  /// The text of a scalar; nil, with a fault, for anything else.
  package func string(_ faults: inout [Diagnostic]) -> String? {
    if case .scalar(let text) = content { return text }
    faults.append(fault("expected a text"))
    return nil
  }

  /// The texts of a list of scalars (or of one scalar), spaces within them kept.
  package func strings(_ faults: inout [Diagnostic]) -> [String] {
    var texts: [String] = []
    for item in items(&faults) {
      if let text = item.string(&faults) { texts.append(text) }
    }
    return texts
  }

  /// Words written with white space between them, in one scalar or in a list of scalars.
  package func words(_ faults: inout [Diagnostic]) -> [String] {
    strings(&faults).flatMap { text in
      text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.map(String.init)
    }
  }

  /// Reports every key of a mapping that is not among the known ones.
  package func checkKeys(_ known: [String], _ faults: inout [Diagnostic]) {
    guard case .mapping(let entries) = content else { return }
    for entry in entries where !known.contains(entry.key) {
      faults.append(
        Diagnostic(
          .unknownKey, at: entry.keyPlace.location,
          "unknown key '\(entry.key)' in the language pack",
          help: "known keys here are \(known.joined(separator: ", "))"))
    }
  }

  /// A diagnostic at this value.
  package func fault(_ message: String, rule: Rule = .invalidValue) -> Diagnostic {
    Diagnostic(rule, at: place.location, message, severity: .error)
  }

  /// This value with what another adds to it or puts in its place: mappings merge key by key at any
  /// depth, everything else is replaced.
  package func overridden(by other: PackValue) -> PackValue {
    guard case .mapping(var entries) = content, case .mapping(let others) = other.content else {
      return other
    }
    for entry in others {
      if let at = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[at].value = entries[at].value.overridden(by: entry.value)
      } else {
        entries.append(entry)
      }
    }
    return PackValue(.mapping(entries), at: place)
  }
}

/// A place in a language pack's file, worked out only when a diagnostic needs it.
package struct PackPlace: Sendable {
  let text: SourceText
  /// Both from 1; the column in Unicode scalars.
  let line: Int32
  let column: Int32

  init(text: SourceText, line: Int, column: Int) {
    self.text = text
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package var location: Location {
    guard line >= 1, Int(line) <= text.lineStarts.count else { return Location(file: text.path) }
    let range = text.lineRange(Int(line) - 1)
    var offset = range.lowerBound
    var left = Int(column) - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return text.location(SourceSpan(at: offset))
  }
}
