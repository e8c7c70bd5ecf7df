import Diagnostics
import Language

extension Document {
  /// What the author says of blocks in comments above them: `<!-- begrepp: benefits -->`.
  func directives(in source: SourceText) -> Diagnosed<[Directive]> {
    var directives: [Directive] = []
    var diagnostics: [Diagnostic] = []
    // Backwards, since a directive that stands above another belongs to the same block.
    var blocks: [NodeID: NodeID] = [:]
    for i in nodes.indices.reversed() where nodes[i].kind == .htmlBlock {
      let id = NodeID(i)
      guard let text = directiveText(id) else { continue }
      let next = nodes[i].nextSibling
      let block = blocks[next] ?? next
      blocks[id] = block
      let span = nodes[i].span
      if let meaning = Directive.Meaning(text) {
        directives.append(
          Directive(meaning: meaning, block: block < 0 ? nil : block, span: span))
      } else {
        diagnostics.append(Directive.unknown(text, at: source.location(span)))
      }
    }
    return Diagnosed(directives.reversed(), diagnostics.reversed())
  }

  /// What stands behind `begrepp:` in a comment; nil for all other HTML.
  private func directiveText(_ id: NodeID) -> String? {
    var text = literal(id)
    while let last = text.last, last.isSpace { text.removeLast() }
    guard text.starts(with: "<!--".utf8), text.suffix(3).elementsEqual("-->".utf8), text.count >= 7
    else { return nil }
    text = text.dropFirst(4).dropLast(3).drop(while: \.isSpace)
    guard text.starts(with: "begrepp".utf8) else { return nil }
    text = text.dropFirst(7).drop(while: \.isSpace)
    guard text.first == Byte.colon else { return nil }
    text = text.dropFirst().drop(while: \.isSpace)
    while let last = text.last, last.isSpace { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Directive {
  static func unknown(_ text: String, at location: Location) -> Diagnostic {
    let name = Meaning.words(text).prefix { $0 != "of" }.joined(separator: " ")
    let nearest = NearestName.of(name, among: Array(Meaning.names.keys).sorted() + ["ignore"])
    let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
    return Diagnostic(
      .unknownDirective, at: location, "'\(shown)' is not a directive",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "write a facet, as 'benefits' or 'levels of joint venture', or 'ignore'")
  }
}

extension Directive.Meaning {
  /// The facets by their names, singular and plural.
  static let names: [String: Facet] = {
    var names: [String: Facet] = [:]
    for facet in Facet.allCases {
      let name = facet.rawValue.split(separator: "-").joined(separator: " ")
      names[name] = facet
      names[name + "s"] = facet
    }
    return names
  }()

  /// - Parameter text: `benefits`, `levels of joint venture` or `ignore`.
  init?(_ text: String) {
    let words = Self.words(text)
    if words == ["ignore"] {
      self = .ignore
      return
    }
    let name = words.prefix { $0 != "of" }
    guard let facet = Self.names[name.joined(separator: " ")] else { return nil }
    if name.count == words.count {
      self = .facet(facet, of: nil)
      return
    }
    // The concept keeps its capitals and hyphens.
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let of = parts.firstIndex(where: { $0.lowercased() == "of" }), of + 1 < parts.count else {
      return nil
    }
    self = .facet(facet, of: parts[(of + 1)...].joined(separator: " "))
  }

  fileprivate static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.map(String.init)
  }
}
