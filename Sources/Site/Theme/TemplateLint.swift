/// Holds templates to what is documented: Mustache itself prints nothing for a misspelt name.
enum TemplateLint {
  /// The first fault of a template, or nil.
  /// - Parameters:
  ///   - name: the template's path below `templates/` without `.mustache`.
  ///   - templates: all names that a partial may have.
  static func fault(in name: String, tags: [TemplateTag], templates: Set<String>) -> ThemeError? {
    let allowed = TemplateVariables.allowed(in: name)
    for tag in tags {
      if let message = message(for: tag, allowed: allowed, templates: templates) {
        return ThemeError(template: name + ".mustache", line: tag.line, message: message)
      }
    }
    return nil
  }

  private static func message(
    for tag: TemplateTag, allowed: Set<String>, templates: Set<String>
  ) -> String? {
    switch tag.kind {
    case .comment, .block: return nil
    case .other: return "'\(tag.name)': delimiters and content types cannot be set here"
    case .partial:
      guard !templates.contains(tag.name) else { return nil }
      return "there is no template '\(tag.name)'" + suggestion(tag.name, templates)
    case .sectionEnd: return nil
    case .variable, .sectionStart:
      if tag.name.hasPrefix("t.") {
        let key = String(tag.name.dropFirst(2))
        guard Phrase(rawValue: key) == nil else { return nil }
        return "there is no interface string '\(key)'"
          + suggestion(key, Set(Phrase.allCases.map(\.rawValue)))
      }
      if tag.name.contains("(") { return "'\(tag.name)': transforms are not supported" }
      guard tag.name != ".", !allowed.contains(tag.name) else { return nil }
      return "there is no variable '\(tag.name)' here" + suggestion(tag.name, allowed)
    }
  }

  private static func suggestion(_ name: String, _ known: Set<String>) -> String {
    let near = known.map { (distance(Array(name.utf8), Array($0.utf8)), $0) }.min { $0 < $1 }
    guard let near, near.0 <= max(1, name.utf8.count / 3) else { return "" }
    return "; did you mean '\(near.1)'?"
  }

  /// How many bytes must be put in, taken out or changed to make one name of the other.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (byte == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
