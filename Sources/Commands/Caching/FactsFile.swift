import Diagnostics
import Extraction
import Knowledge
import Language

/// What articles say, as kept between builds: by path, with the fingerprint of what it was read from.
struct FactsFile {
  struct Entry: Sendable {
    var key: Fingerprint
    var facts: ArticleFacts
    /// What was amiss in the article, without ways to mend it. The file is named otherwise from one
    /// working folder to the next, and so is not kept.
    var diagnostics: [Diagnostic] = []

    /// Nil where something was amiss that the file has no room for.
    init?(key: Fingerprint, _ facts: Diagnosed<ArticleFacts>) {
      guard facts.diagnostics.allSatisfy({ $0.notes.isEmpty && $0.fixes.isEmpty }) else {
        return nil
      }
      self.init(key: key, facts: facts.value, diagnostics: facts.diagnostics)
    }

    fileprivate init(key: Fingerprint, facts: ArticleFacts, diagnostics: [Diagnostic]) {
      self.key = key
      self.facts = facts
      self.diagnostics = diagnostics
    }
  }

  /// An entry as it is, or as it lies in the file: there it is read when it is asked for, and needs not be
  /// written anew.
  struct Kept: Sendable {
    private enum Content: Sendable {
      case entry(Entry)
      case bytes(ArraySlice<UInt8>)
    }

    let key: Fingerprint
    private let content: Content

    init(_ entry: Entry) {
      key = entry.key
      content = .entry(entry)
    }

    fileprivate init(_ reader: inout ByteReader) {
      key = reader.fingerprint()
      content = .bytes(reader.slice())
    }

    /// Nil where the bytes are no entry.
    var entry: Entry? {
      switch content {
      case .entry(let entry): return entry
      case .bytes(let bytes):
        var reader = ByteReader(bytes)
        let entry = FactsFile.entry(key, &reader)
        return !reader.isBroken && reader.isAtEnd ? entry : nil
      }
    }

    fileprivate func write(to writer: inout ByteWriter) {
      writer.write(key)
      switch content {
      case .bytes(let bytes): writer.write(bytes)
      case .entry(let entry):
        var own = ByteWriter()
        FactsFile.write(entry, to: &own)
        writer.write(own.bytes[...])
      }
    }
  }

  private static let kind = "begrepp facts 3"

  static func bytes(_ entries: [String: Kept]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(kind)
    writer.write(entries.count)
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.write(path)
      entry.write(to: &writer)
    }
    writer.seal()
    return writer.bytes
  }

  /// Nothing where the bytes are not a whole file of this kind.
  static func entries(_ bytes: [UInt8]) -> [String: Kept] {
    guard let body = ByteSum.checked(bytes) else { return [:] }
    var reader = ByteReader(body)
    guard reader.text() == kind else { return [:] }
    let entries = reader.list { ($0.text(), Kept(&$0)) }
    guard !reader.isBroken, reader.isAtEnd else { return [:] }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  private static func write(_ entry: Entry, to writer: inout ByteWriter) {
    writer.write(entry.facts.path)
    writer.write(entry.facts.language.rawValue)
    writer.write(entry.facts.subject == nil ? 0 : 1)
    if let subject = entry.facts.subject {
      writer.write(subject.term)
      writer.write(subject.synonyms)
      write(subject.span, to: &writer)
    }
    writer.write(entry.facts.facts.count)
    for fact in entry.facts.facts { write(fact, to: &writer) }
    writer.write(entry.diagnostics.count)
    for diagnostic in entry.diagnostics { write(diagnostic, to: &writer) }
  }

  private static func entry(_ key: Fingerprint, _ reader: inout ByteReader) -> Entry {
    let path = reader.text()
    let language = LanguageCode(reader.text())
    var subject: Subject?
    if reader.number() == 1 {
      subject = Subject(
        term: reader.text(), synonyms: reader.texts(), span: span(&reader))
    }
    let facts = reader.list { fact(&$0) }
    return Entry(
      key: key,
      facts: ArticleFacts(path: path, language: language, subject: subject, facts: facts),
      diagnostics: reader.list { diagnostic(&$0) }.compactMap { $0 })
  }

  private static func write(_ fact: Fact, to writer: inout ByteWriter) {
    writer.write(fact.facet.rawValue)
    writer.write(fact.label)
    writer.write(fact.text)
    write(fact.span, to: &writer)
    writer.write(fact.rule)
    writer.write(fact.key)
    writer.write(fact.subject)
    writer.write(fact.definiens)
    writer.write(fact.synonyms)
    writer.write(fact.order ?? -1)
    writer.write(fact.explanation)
    writer.write(fact.poles)
    writer.write(fact.evidence)
  }

  private static func fact(_ reader: inout ByteReader) -> Fact {
    let facet = Facet(rawValue: reader.text())
    var fact = Fact(
      facet: facet ?? .definition, label: reader.text(), text: reader.text(), span: span(&reader),
      rule: reader.text())
    fact.key = reader.optionalText()
    fact.subject = reader.optionalText()
    fact.definiens = reader.optionalText()
    fact.synonyms = reader.texts()
    let order = reader.number()
    fact.order = order < 0 ? nil : order
    fact.explanation = reader.optionalText()
    fact.poles = reader.texts()
    fact.evidence = reader.texts()
    return fact
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
    writer.write(diagnostic.rule.rawValue)
    writer.write(diagnostic.severity.rawValue)
    writer.write(diagnostic.message)
    writer.write(diagnostic.help)
    let location = diagnostic.location
    write(location.span, to: &writer)
    for place in [location.start, location.end] {
      writer.write(place.line)
      writer.write(place.column)
    }
  }

  /// Nil for a rule that there is no more.
  private static func diagnostic(_ reader: inout ByteReader) -> Diagnostic? {
    let rule = Rule(rawValue: reader.text())
    let severity = Severity(rawValue: reader.text())
    let message = reader.text()
    let help = reader.optionalText()
    let span = span(&reader)
    let places = (0..<2).map { _ in
      SourcePosition(line: reader.number(), column: reader.number())
    }
    guard let rule, let severity else { return nil }
    let location = Location(file: "", span: span, start: places[0], end: places[1])
    return Diagnostic(rule, at: location, message, severity: severity, help: help)
  }

  private static func write(_ span: SourceSpan, to writer: inout ByteWriter) {
    writer.write(span.start)
    writer.write(span.end)
  }

  private static func span(_ reader: inout ByteReader) -> SourceSpan {
    let start = reader.number()
    let end = reader.number()
    guard start >= 0, end >= start, end <= Int(UInt32.max) else { return SourceSpan(at: 0) }
    return SourceSpan(start..<end)
  }
}
