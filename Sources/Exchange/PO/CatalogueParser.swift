import Diagnostics

/// A translators' file as it was read.
package struct CatalogueReading: Sendable {
  /// The file in UTF-8, which the spans are offsets into.
  package var source: SourceText
  /// Nil where the file cannot be read as a catalogue.
  package var catalogue: Catalogue?
}

/// Reads a translators' file. Strict: at the first thing that GNU gettext would not read, it stops.
///
/// - Parameter path: as people see it.
/// - Returns: no catalogue, with errors, where the file is none, or says a message twice.
package func readCatalogue(path: String, bytes: [UInt8]) -> Diagnosed<CatalogueReading> {
  let text = CatalogueText.decode(path: path, bytes: bytes)
  guard let source = text.value else {
    return Diagnosed(
      CatalogueReading(source: SourceText(path: path, bytes: bytes)), text.diagnostics)
  }
  var reading = CatalogueReading(source: source)
  var parser = CatalogueParser(source)
  do throws(CatalogueParser.Fault) {
    let catalogue = try parser.parse()
    let repeated = repetitions(catalogue, source)
    if repeated.isEmpty { reading.catalogue = catalogue }
    return Diagnosed(reading, repeated)
  } catch {
    let fault = Diagnostic(
      .badCatalogue, at: source.location(error.span), error.message, help: error.help)
    return Diagnosed(reading, [fault])
  }
}

private func repetitions(_ catalogue: Catalogue, _ source: SourceText) -> [Diagnostic] {
  var places: [Catalogue.Key: SourceSpan] = [:]
  return catalogue.entries.compactMap { entry in
    if entry.isObsolete { return nil }
    guard let first = places.updateValue(entry.span, forKey: entry.key) else { return nil }
    return Diagnostic(
      .badCatalogue, at: source.location(entry.span), "the message stands twice",
      notes: [Diagnostic.Note("also here", at: source.location(first))],
      help: "merge the two: msguniq FILE")
  }
}

struct CatalogueParser {
  struct Fault: Error {
    var span: SourceSpan
    var message: String
    var help: String?
  }

  /// What a line that begins with a quotation mark goes on with.
  private enum Part { case none, context, text, translation, previousContext, previousText }

  private let source: SourceText
  private let bytes: [UInt8]
  private var catalogue = Catalogue()
  private var header: Catalogue.Entry?

  private var entry = Catalogue.Entry(Catalogue.Key(context: nil, text: []))
  private var part = Part.none
  private var hasText = false
  private var hasTranslation = false
  private var hasBegun: Bool { entry.key.context != nil || hasText }
  private var previousContext: [UInt8]?
  private var previousText: [UInt8]?
  /// Where the entry that is being read begins.
  private var start = SourceSpan(at: 0)

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  mutating func parse() throws(Fault) -> Catalogue {
    for line in source.lineStarts.indices { try read(source.lineRange(line)) }
    try finish(at: SourceSpan(at: bytes.count), isEnd: true)
    guard let header else {
      throw Fault(
        span: SourceSpan(at: 0), message: "the catalogue has no header",
        help: "it begins with an empty msgid, whose msgstr says the charset and the language")
    }
    catalogue.header = Self.fields(header.translation)
    return catalogue
  }

  private static func fields(_ text: [UInt8]) -> [Catalogue.HeaderField] {
    text.split(separator: 0x0A).map { line in
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let value = line.dropFirst(name.count + 1).drop { $0 == 0x20 }
      return Catalogue.HeaderField(
        String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
  }

  // MARK: Lines

  private mutating func read(_ line: Range<Int>) throws(Fault) {
    let range = blanksSkipped(line)
    guard let first = range.first.map({ bytes[$0] }) else { return }
    if first != UInt8(ascii: "#") { return try readStatement(range, isObsolete: false) }
    let second = range.count > 1 ? bytes[range.lowerBound + 1] : 0x20
    if second == UInt8(ascii: "~") {
      let rest = blanksSkipped(range.dropFirst(2))
      if let mark = rest.first, bytes[mark] == UInt8(ascii: "|") {
        return try readPrevious(blanksSkipped(rest.dropFirst()), isObsolete: true)
      }
      return try readStatement(rest, isObsolete: true)
    }
    if second == UInt8(ascii: "|") {
      return try readPrevious(blanksSkipped(range.dropFirst(2)), isObsolete: false)
    }
    try readComment(range, second)
  }

  private mutating func readComment(_ range: Range<Int>, _ mark: UInt8) throws(Fault) {
    try finish(at: SourceSpan(range))
    if hasBegun {
      throw Fault(span: SourceSpan(range), message: "a comment stands within a message")
    }
    let isMark = ".:,".utf8.contains(mark)
    var rest = range.dropFirst(isMark ? 2 : 1)
    if let first = rest.first, bytes[first] == 0x20 { rest = rest.dropFirst() }
    let text = String(decoding: bytes[rest.startIndex..<rest.endIndex], as: UTF8.self)
    switch mark {
    case UInt8(ascii: "."): entry.notes.append(text)
    case UInt8(ascii: ":"): entry.places += Self.places(text)
    case UInt8(ascii: ","):
      let flags = text.split(separator: ",").map { $0.drop { $0 == " " } }
      if flags.contains(where: { $0.split(separator: " ").first == "fuzzy" }) {
        entry.isFuzzy = true
      }
    default: entry.remarks.append(text)
    }
  }

  /// A place with spaces in it stands between U+2068 and U+2069.
  private static func places(_ text: String) -> [String] {
    var places: [String] = []
    var place = ""
    var isIsolated = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2068}": isIsolated = true
      case "\u{2069}": isIsolated = false
      case " " where !isIsolated:
        if !place.isEmpty { places.append(place) }
        place = ""
      default: place.unicodeScalars.append(scalar)
      }
    }
    return place.isEmpty ? places : places + [place]
  }

  private mutating func readStatement(_ range: Range<Int>, isObsolete: Bool) throws(Fault) {
    guard let first = range.first else { return }
    if bytes[first] == UInt8(ascii: "\"") {
      guard part == .context || part == .text || part == .translation,
        entry.isObsolete == isObsolete
      else { throw Fault(span: SourceSpan(range), message: "this text belongs to no message") }
      return try add(string(range))
    }
    let (keyword, rest) = word(range)
    switch keyword {
    case "msgctxt", "msgid":
      try finish(at: SourceSpan(range))
      try begin(keyword, range, isObsolete)
      part = keyword == "msgid" ? .text : .context
      if keyword == "msgid" { hasText = true } else { entry.key.context = [] }
      try add(string(rest))
    case "msgstr":
      guard hasText, entry.isObsolete == isObsolete else {
        throw Fault(span: SourceSpan(range), message: "a msgstr without a msgid before it")
      }
      if hasTranslation {
        throw Fault(span: SourceSpan(range), message: "the message has a second msgstr")
      }
      hasTranslation = true
      part = .translation
      entry.translationSpan = SourceSpan(rest)
      try add(string(rest))
    case _ where keyword == "msgid_plural" || keyword.hasPrefix("msgstr["):
      throw Fault(
        span: SourceSpan(range), message: "a message with plural forms, which no article has")
    default:
      throw Fault(
        span: SourceSpan(range), message: "this is no line of a catalogue",
        help: "lines begin with msgctxt, msgid, msgstr, a quotation mark or #")
    }
  }

  private mutating func begin(_ keyword: String, _ range: Range<Int>, _ isObsolete: Bool)
    throws(Fault)
  {
    let goesOn = keyword == "msgid" && entry.key.context != nil && !hasText
    if goesOn && entry.isObsolete == isObsolete { return }
    if hasBegun {
      throw Fault(
        span: start, message: "the message has no msgstr",
        help: hasText ? nil : "a msgid follows a msgctxt")
    }
    start = SourceSpan(range)
    entry.span = start
    entry.isObsolete = isObsolete
  }

  /// `#| msgid "…"`: what the message was when it was translated.
  private mutating func readPrevious(_ range: Range<Int>, isObsolete: Bool) throws(Fault) {
    guard let first = range.first else { return }
    try finish(at: SourceSpan(range))
    if hasBegun {
      throw Fault(span: SourceSpan(range), message: "a former message stands within a message")
    }
    if bytes[first] == UInt8(ascii: "\"") {
      guard part == .previousContext || part == .previousText else {
        throw Fault(span: SourceSpan(range), message: "this text belongs to no message")
      }
      return try add(string(range))
    }
    let (keyword, rest) = word(range)
    switch keyword {
    case "msgctxt":
      part = .previousContext
      previousContext = []
    case "msgid":
      part = .previousText
      previousText = []
    default:
      throw Fault(span: SourceSpan(range), message: "a former message has msgctxt and msgid alone")
    }
    try add(string(rest))
  }

  private mutating func add(_ text: [UInt8]) {
    switch part {
    case .none: break
    case .context: entry.key.context = (entry.key.context ?? []) + text
    case .text: entry.key.text += text
    case .translation: entry.translation += text
    case .previousContext: previousContext = (previousContext ?? []) + text
    case .previousText: previousText = (previousText ?? []) + text
    }
  }

  /// Ends the message that was read, where it is whole; at the end of the file it has to be.
  private mutating func finish(at place: SourceSpan, isEnd: Bool = false) throws(Fault) {
    guard hasTranslation else {
      if isEnd && hasBegun {
        throw Fault(
          span: start, message: "the file ends within this message",
          help: "it was cut off, or not written to its end")
      }
      return
    }
    if let previousText {
      entry.previous = Catalogue.Key(context: previousContext, text: previousText)
    }
    if entry.key.text.isEmpty && entry.key.context == nil && !entry.isObsolete {
      if header != nil {
        throw Fault(span: start, message: "the catalogue has a second header")
      }
      header = entry
    } else {
      catalogue.entries.append(entry)
    }
    entry = Catalogue.Entry(Catalogue.Key(context: nil, text: []))
    (part, hasText, hasTranslation) = (.none, false, false)
    (previousContext, previousText) = (nil, nil)
  }

  // MARK: Words and strings

  private func blanksSkipped(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return start..<range.upperBound
  }

  /// The word that a line begins with, and what follows it.
  private func word(_ range: Range<Int>) -> (String, Range<Int>) {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != 0x20, bytes[end] != 0x09,
      bytes[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    return (
      String(decoding: bytes[range.lowerBound..<end], as: UTF8.self),
      blanksSkipped(end..<range.upperBound)
    )
  }

  /// The text within the quotation marks of a line.
  private func string(_ range: Range<Int>) throws(Fault) -> [UInt8] {
    var out: [UInt8] = []
    guard let first = range.first, bytes[first] == UInt8(ascii: "\"") else {
      throw Fault(
        span: SourceSpan(range), message: "there is no text in quotation marks after the keyword")
    }
    var i = first + 1
    while i < range.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        // Texts beside each other are one.
        guard let next = blanksSkipped(i + 1..<range.upperBound).first else { return out }
        guard bytes[next] == UInt8(ascii: "\"") else {
          throw Fault(
            span: SourceSpan(next..<range.upperBound),
            message: "something follows the closing quotation mark",
            help: "a quotation mark within a text is written \\\"")
        }
        i = next + 1
      case UInt8(ascii: "\\"): try readEscape(&i, range.upperBound, &out)
      default:
        out.append(bytes[i])
        i += 1
      }
    }
    throw Fault(
      span: SourceSpan(range), message: "the text is not closed with a quotation mark",
      help: "a text that goes on is closed on each line and opened on the next")
  }

  private func readEscape(_ i: inout Int, _ end: Int, _ out: inout [UInt8]) throws(Fault) {
    let start = i
    guard i + 1 < end else {
      throw Fault(span: SourceSpan(start..<end), message: "the line ends in a backslash")
    }
    let sign = bytes[i + 1]
    i += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(sign)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "a"): out.append(0x07)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "v"): out.append(0x0B)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(sign) - 0x30
      var count = 1
      while count < 3, i < end, (0x30...0x37).contains(bytes[i]) {
        value = value * 8 + Int(bytes[i]) - 0x30
        i += 1
        count += 1
      }
      guard value > 0, value < 0x80 else {
        throw Fault(span: SourceSpan(start..<i), message: "this number stands for no character")
      }
      out.append(UInt8(value))
    default:
      throw Fault(
        span: SourceSpan(start..<min(i, end)), message: "there is no such escape",
        help: "a backslash is written \\\\")
    }
  }
}
