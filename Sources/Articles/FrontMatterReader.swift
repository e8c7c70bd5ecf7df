import Diagnostics
import Language
import Yams

/// Reads the YAML above an article.
struct FrontMatterReader {
  static let knownKeys = [
    "title", "description", "keywords", "lang", "concept", "synonyms", "translationOf", "slug",
    "aliases", "date", "updated", "draft",
  ]

  /// What other programs call the same.
  private static let foreignKeys = [
    "language": "lang", "locale": "lang", "summary": "description", "excerpt": "description",
    "tags": "keywords", "lastmod": "updated", "modified": "updated", "created": "date",
    "published": "date", "redirect_from": "aliases", "permalink": "slug", "url": "slug",
  ]

  let source: SourceText
  let block: FrontMatterBlock
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, _ block: FrontMatterBlock) {
    self.source = source
    self.block = block
  }

  /// - Returns: whether the YAML could be read. A text between two rules is no front matter:
  ///   `isFrontMatter` is then false.
  mutating func read() -> (isReadable: Bool, isFrontMatter: Bool) {
    let bytes = source.bytes[block.yaml]
    if let danger = FrontMatterBlock.danger(in: bytes) {
      report(.badYAML, SourceSpan(at: block.yaml.lowerBound), danger)
      return (false, true)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      // Tabs and BOMs included, the resolver sees the text as it is; types are our own affair.
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        return (true, true)
      }
      switch node {
      case .mapping(let mapping): read(mapping)
      case .scalar: return (true, false)
      default:
        report(.badYAML, span(node), "the front matter is a list, not keys with values")
        return (false, true)
      }
      return (true, true)
    } catch let error as YamlError {
      report(error)
    } catch {
      report(.badYAML, SourceSpan(at: block.yaml.lowerBound), "the front matter is not YAML")
    }
    return (false, true)
  }

  // MARK: Keys

  private mutating func read(_ mapping: Node.Mapping) {
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(.invalidValue, span(key), "a key of the front matter is not a word")
        continue
      }
      guard Self.knownKeys.contains(name) else {
        reportUnknown(name, key)
        continue
      }
      frontMatter.places[name] = span(key)
      read(name, value)
    }
  }

  private mutating func read(_ name: String, _ value: Node) {
    switch name {
    case "title": frontMatter.title = string(name, value)
    case "description": frontMatter.description = string(name, value)
    case "concept": frontMatter.concept = string(name, value)
    case "translationOf": frontMatter.translationOf = string(name, value)
    case "slug": frontMatter.slug = string(name, value)
    case "keywords": frontMatter.keywords = strings(name, value, splitsAtCommas: true)
    case "synonyms": frontMatter.synonyms = strings(name, value, splitsAtCommas: true)
    case "aliases": frontMatter.aliases = strings(name, value, splitsAtCommas: false)
    case "date": frontMatter.date = date(name, value)
    case "updated": frontMatter.updated = date(name, value)
    case "draft": readDraft(value)
    default: readLanguage(value)
    }
  }

  private mutating func string(_ name: String, _ value: Node) -> String? {
    guard let scalar = value.scalar else {
      report(.invalidValue, span(value), "'\(name)' takes a text, not \(Self.kind(value))")
      return nil
    }
    if Self.isNull(scalar) { return nil }
    let text = Self.trimmed(scalar.string)
    return text.isEmpty ? nil : text
  }

  private mutating func strings(_ name: String, _ value: Node, splitsAtCommas: Bool) -> [String] {
    switch value {
    case .scalar(let scalar):
      if Self.isNull(scalar) { return [] }
      let parts =
        splitsAtCommas
        ? scalar.string.split(separator: ",").map { Self.trimmed(String($0)) }
        : [Self.trimmed(scalar.string)]
      return parts.filter { !$0.isEmpty }
    case .sequence(let sequence):
      return sequence.compactMap { element in
        guard element.scalar != nil else {
          report(
            .invalidValue, span(element),
            "'\(name)' takes a list of texts, not \(Self.kind(element))"
          )
          return nil
        }
        return string(name, element)
      }
    default:
      report(.invalidValue, span(value), "'\(name)' takes a list of texts, not \(Self.kind(value))")
      return []
    }
  }

  private mutating func date(_ name: String, _ value: Node) -> String? {
    guard let text = string(name, value) else { return nil }
    guard Self.isDate(Array(text.utf8)) else {
      report(
        .invalidValue, span(value), "'\(text)' is not a date",
        help: "write the date as year, month and day: 2026-03-31")
      return nil
    }
    return text
  }

  private mutating func readDraft(_ value: Node) {
    guard let text = string("draft", value) else { return }
    switch text.lowercased() {
    case "true", "yes", "on": frontMatter.draft = true
    case "false", "no", "off": frontMatter.draft = false
    default:
      report(
        .invalidValue, span(value), "'draft' takes true or false, not '\(text)'",
        help: "write 'draft: true' to keep the article out of the site")
    }
  }

  private mutating func readLanguage(_ value: Node) {
    guard let text = string("lang", value) else { return }
    let isPlain = value.scalar?.style == .plain
    if isPlain, text.lowercased() == "no" {
      report(
        .invalidValue, span(value), "unquoted 'no' means false in YAML; read as Norwegian Bokmål",
        help: "write 'lang: nb'",
        fixes: [Fix("write nb", [Replacement(span(value), with: "nb")])])
    } else if isPlain, ["true", "false", "yes", "off", "on"].contains(text.lowercased()) {
      report(.invalidValue, span(value), "'lang' takes the code of a language, not '\(text)'")
      return
    }
    frontMatter.language = LanguageCode(text)
    languageSpan = span(value)
  }

  /// Where the value of `lang` stands.
  private(set) var languageSpan = SourceSpan(at: 0)

  private mutating func reportUnknown(_ name: String, _ key: Node) {
    let place = span(key)
    let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
    let known =
      NearestName.of(name, among: Self.knownKeys) ?? Self.foreignKeys[name.lowercased()]
    var fixes: [Fix] = []
    if let known {
      fixes = [Fix("write '\(known)'", [Replacement(place, with: known)], isSafe: false)]
    }
    report(
      .unknownKey, place, "unknown key '\(shown)' in the front matter",
      help: known.map { "did you mean '\($0)'?" }, fixes: fixes)
  }

  // MARK: Values

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private static func kind(_ node: Node) -> String {
    switch node {
    case .scalar: "a text"
    case .sequence: "a list"
    default: "keys with values"
    }
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !$0.isSpace }),
      let last = bytes.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// Whether a text is a day of the calendar as `YYYY-MM-DD`.
  private static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == Byte.hyphen, text[7] == Byte.hyphen else { return false }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in text[range] {
        guard byte.isDigit else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  // MARK: Places

  /// What a node covers: a single-line value or key; of others the first line.
  private func span(_ node: Node) -> SourceSpan {
    guard let mark = node.mark else { return SourceSpan(at: block.yaml.lowerBound) }
    let start = offset(mark)
    let line = source.lineRange(source.line(at: start))
    var end = min(max(line.upperBound, start), block.yaml.upperBound)
    if case .scalar(let scalar) = node {
      if scalar.style == .doubleQuoted || scalar.style == .singleQuoted {
        end = endOfQuoted(start, end)
      } else if source.bytes[start..<end].starts(with: scalar.string.utf8) {
        end = start + scalar.string.utf8.count
      }
    }
    while end > start, source.bytes[end - 1].isSpace { end -= 1 }
    return SourceSpan(start..<end)
  }

  private func endOfQuoted(_ start: Int, _ end: Int) -> Int {
    guard start < end else { return end }
    let quote = source.bytes[start]
    var i = start + 1
    while i < end {
      if source.bytes[i] == Byte.backslash, quote == UInt8(ascii: "\"") {
        i += 2
      } else if source.bytes[i] == quote {
        return i + 1
      } else {
        i += 1
      }
    }
    return end
  }

  /// The offset of a place that libYAML gives: lines and columns from 1, columns in scalars.
  private func offset(_ mark: Mark) -> Int {
    let line = min(block.firstLine + max(mark.line - 1, 0), source.lineStarts.count - 1)
    let range = source.lineRange(line)
    var column = 1
    var i = range.lowerBound
    while i < range.upperBound, column < mark.column || source.bytes[i] & 0xC0 == 0x80 {
      i += 1
      if i < source.bytes.count, source.bytes[i] & 0xC0 != 0x80 { column += 1 }
    }
    return min(i, block.yaml.upperBound)
  }

  // MARK: Diagnostics

  private mutating func report(_ error: YamlError) {
    var place = SourceSpan(at: block.yaml.lowerBound)
    var problem = "the front matter is not YAML"
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      place = SourceSpan(at: offset(mark))
      problem = "the front matter is not YAML: \(text)"
      if let context { problem += " (\(Self.trimmed(context.text)))" }
    case .reader(let text, let offset, _, _):
      place = SourceSpan(at: min(block.yaml.lowerBound + (offset ?? 0), block.yaml.upperBound))
      problem = "the front matter is not YAML: \(text)"
    case .duplicatedKeysInMapping(let keys, let context):
      place = SourceSpan(at: offset(context.mark))
      problem = "the key '\(keys.first ?? "")' stands twice in the front matter"
    default: break
    }
    report(
      .badYAML, place, problem,
      help: "put a text that has ':' or '#' in it, or begins with a sign, in quotes")
  }

  private mutating func report(
    _ rule: Rule, _ span: SourceSpan, _ message: String, help: String? = nil, fixes: [Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(rule, at: source.location(span), message, help: help, fixes: fixes))
  }
}
