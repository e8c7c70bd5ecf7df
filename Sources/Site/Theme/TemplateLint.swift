import Knowledge

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
    nearest(to: name, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
  }
}
