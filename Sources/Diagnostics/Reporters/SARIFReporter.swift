/// Diagnostics in SARIF 2.1.0, the format that code scanners and editors exchange.
package enum SARIFReporter {
  /// - Parameter toolVersion: the version of Begrepp that made the findings.
  package static func report(
    _ diagnostics: [Diagnostic], sources: [String: SourceText] = [:], toolVersion: String
  ) -> JSON {
    let used = Set(diagnostics.map(\.rule))
    let rules = Rule.allCases.filter(used.contains)
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let driver: JSON = [
      "name": "Begrepp", "version": .string(toolVersion),
      "rules": .array(
        rules.map { rule in
          [
            "id": .string(rule.rawValue),
            "shortDescription": ["text": .string(rule.page.title)],
            "help": [
              "text": .string(rule.page.remedy), "markdown": .string(rule.markdown),
            ],
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
          ]
        }),
    ]
    let results = diagnostics.map {
      result($0, ruleIndex: indices[$0.rule] ?? -1, source: sources[$0.location.file])
    }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
  }

  private static func result(_ diagnostic: Diagnostic, ruleIndex: Int, source: SourceText?) -> JSON
  {
    let text = diagnostic.message + (diagnostic.help.map { "\nhelp: " + $0 } ?? "")
    let related = diagnostic.notes.compactMap { note in
      note.location.map { location in
        JSON.object(
          physical(location) + [.init("message", ["text": .string(note.message)])])
      }
    }
    // A fix that only saves the file anew has no replacements, which SARIF does not allow.
    let written = diagnostic.fixes.filter { !$0.replacements.isEmpty }
    let fixes = source.map { source in written.map { fix($0, in: source) } } ?? []
    return JSON.object([
      "ruleId": .string(diagnostic.rule.rawValue),
      "ruleIndex": .number(ruleIndex),
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(text)],
      "locations": .array([.object(physical(diagnostic.location))]),
      "relatedLocations": related.isEmpty ? nil : .array(related),
      "fixes": fixes.isEmpty ? nil : .array(fixes),
    ])
  }

  private static func fix(_ fix: Fix, in source: SourceText) -> JSON {
    let replacements = fix.replacements.map { replacement -> JSON in
      [
        "deletedRegion": region(source.location(replacement.span)),
        "insertedContent": ["text": .string(replacement.text)],
      ]
    }
    return [
      "description": ["text": .string(fix.title)],
      "artifactChanges": [
        [
          "artifactLocation": ["uri": .string(uri(source.path))],
          "replacements": .array(replacements),
        ]
      ],
    ]
  }

  private static func physical(_ location: Location) -> [JSON.Member] {
    [
      .init(
        "physicalLocation",
        ["artifactLocation": ["uri": .string(uri(location.file))], "region": region(location)])
    ]
  }

  private static func region(_ location: Location) -> JSON {
    [
      "startLine": .number(location.start.line), "startColumn": .number(location.start.column),
      "endLine": .number(location.end.line), "endColumn": .number(location.end.column),
    ]
  }

  /// A relative path as a URI reference: all but unreserved characters and `/` escaped.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default:
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
