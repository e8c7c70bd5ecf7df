/// Diagnostics as programs read them.
package enum JSONReporter {
  /// `{"version": 1, "diagnostics": [...]}`; lines and columns from 1, columns in Unicode scalars,
  /// the end just after the last character. Replacements also give UTF-8 offsets.
  package static func report(
    _ diagnostics: [Diagnostic], sources: [String: SourceText] = [:]
  ) -> JSON {
    ["version": 1, "diagnostics": .array(diagnostics.map { json($0, sources) })]
  }

  private static func json(_ diagnostic: Diagnostic, _ sources: [String: SourceText]) -> JSON {
    let source = sources[diagnostic.location.file]
    return .object(
      members(diagnostic.location) + [
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("rule", .string(diagnostic.rule.rawValue)),
        .init("message", .string(diagnostic.message)),
        .init("notes", .array(diagnostic.notes.map(json))),
        .init("help", diagnostic.help.map(JSON.string) ?? .null),
        .init("fixes", .array(diagnostic.fixes.map { json($0, in: source) })),
      ])
  }

  private static func json(_ note: Diagnostic.Note) -> JSON {
    .object([.init("message", .string(note.message))] + (note.location.map(members) ?? []))
  }

  private static func json(_ fix: Fix, in source: SourceText?) -> JSON {
    let replacements = fix.replacements.map { replacement in
      JSON.object(
        (source.map { members($0.location(replacement.span)).dropFirst() } ?? []) + [
          .init("start", .number(replacement.span.start)),
          .init("end", .number(replacement.span.end)),
          .init("text", .string(replacement.text)),
        ])
    }
    return [
      "title": .string(fix.title), "safe": .bool(fix.isSafe), "replacements": .array(replacements),
    ]
  }

  private static func members(_ location: Location) -> [JSON.Member] {
    [
      .init("file", .string(location.file)),
      .init("line", .number(location.start.line)),
      .init("column", .number(location.start.column)),
      .init("endLine", .number(location.end.line)),
      .init("endColumn", .number(location.end.column)),
    ]
  }
}
