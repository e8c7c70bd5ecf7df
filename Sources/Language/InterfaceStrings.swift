import Diagnostics

/// The texts of the interface in one language, by dotted key, as `search.placeholder`.
///
/// A text may hold places, `{name}`, and may come in two forms, `one:` and `other:`, of which the
/// number `{count}` chooses.
package struct InterfaceStrings: Sendable {
  enum Text: Sendable {
    case plain(String)
    case counted(one: String, other: String)

    var placeholders: Set<String> {
      switch self {
      case .plain(let text): InterfaceStrings.placeholders(in: text)
      // "One hit" need not say its number.
      case .counted(_, let other): InterfaceStrings.placeholders(in: other)
      }
    }
  }

  private(set) var texts: [String: Text] = [:]
  private var places: [String: PackPlace] = [:]
  private let place: PackPlace

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    place = section.place
    add(section.entries(&faults), prefix: "", &faults)
  }

  private mutating func add(
    _ entries: [PackValue.Entry], prefix: String, _ faults: inout [Diagnostic]
  ) {
    for entry in entries {
      let key = prefix + entry.key
      switch entry.value.content {
      case .scalar(let text):
        texts[key] = .plain(text)
        places[key] = entry.value.place
      case .mapping(let inner):
        if let other = entry.value["other"],
          inner.allSatisfy({ ["one", "other"].contains($0.key) })
        {
          guard let other = other.string(&faults) else { continue }
          let one = entry.value["one"]?.string(&faults) ?? other
          texts[key] = .counted(one: one, other: other)
          places[key] = entry.value.place
        } else {
          add(inner, prefix: key + ".", &faults)
        }
      case .list, .null: faults.append(entry.value.fault("expected a text for '\(key)'"))
      }
    }
  }

  /// All keys in order.
  package var keys: [String] { texts.keys.sorted() }

  package func contains(_ key: String) -> Bool { texts[key] != nil }

  /// The text of a key with its places filled; the key itself where there is no such text.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    switch texts[key] {
    case .plain(let text): Self.fill(text, values)
    case .counted(_, let other): Self.fill(other, values)
    case nil: key
    }
  }

  /// The form of a text that a number asks for; the number itself fills `{count}`.
  package func text(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
    let values = values.merging(["count": String(count)]) { own, _ in own }
    if case .counted(let one, let other) = texts[key] {
      return Self.fill(count == 1 ? one : other, values)
    }
    return text(key, values)
  }

  package subscript(key: String) -> String { text(key) }

  /// Reports keys that one language has and another lacks, and places that differ between them.
  static func compare(
    _ all: [(code: LanguageCode, strings: InterfaceStrings)]
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let keys = Set(all.flatMap { $0.strings.texts.keys }).sorted()
    for key in keys {
      guard let model = all.first(where: { $0.strings.texts[key] != nil }),
        let expected = model.strings.texts[key]?.placeholders
      else { continue }
      for (code, strings) in all {
        guard let text = strings.texts[key] else {
          faults.append(
            Diagnostic(
              .invalidValue, at: strings.place.location,
              "the interface of '\(code)' lacks the text '\(key)', which '\(model.code)' has"))
          continue
        }
        if text.placeholders != expected, let place = strings.places[key] {
          faults.append(
            Diagnostic(
              .invalidValue, at: place.location,
              "the places {…} of '\(key)' in '\(code)' differ from those in '\(model.code)'"))
        }
      }
    }
    return faults
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        rest = rest[open...]
        return filled + rest
      }
      let name = String(rest[rest.index(after: open)..<close])
      filled += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func placeholders(in text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
