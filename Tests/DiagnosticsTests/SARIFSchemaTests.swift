import Foundation
import Testing

@testable import Diagnostics

/// The SARIF of every rule against the schema of the standard. The schema is not part of this
/// repository: `BEGREPP_STANDARDS` names the folder that has it.
@Suite struct SARIFSchemaTests {
  static let schema = ProcessInfo.processInfo.environment["BEGREPP_STANDARDS"].flatMap {
    FileManager.default.contents(atPath: $0 + "/sarif-schema-2.1.0.json")
  }

  private static func report(_ diagnostics: [Diagnostic], _ source: SourceText) throws -> Any {
    let json = SARIFReporter.report(diagnostics, sources: [source.path: source], toolVersion: "1.0")
    return try JSONSerialization.jsonObject(with: Data(json.serialized()))
  }

  private static func findings(_ source: SourceText) -> [Diagnostic] {
    Rule.allCases.map { rule in
      Diagnostic(
        rule, at: source.location(SourceSpan(2..<7)), "något om 'å' & <b>, 100 %",
        notes: [.init("här"), .init("där", at: Location(file: "content/nb/æ b.md"))],
        help: "rad ett\nrad två",
        fixes: [
          Fix("byt", [Replacement(SourceSpan(2..<7), with: "\"ny\"\n")]), Fix("spara", []),
        ])
    }
  }

  @Test("is valid", .enabled(if: SARIFSchemaTests.schema != nil))
  func valid() throws {
    let schema = try JSONSerialization.jsonObject(with: try #require(Self.schema))
    let validator = SchemaValidator(schema)
    let source = SourceText(path: "content/sv/å ä.md", text: "# Bröd och te\n")
    let faults = validator.faults(of: try Self.report(Self.findings(source), source))
    #expect(faults == [], "\(faults.prefix(3))")
    #expect(validator.faults(of: try Self.report([], source)) == [])
    #expect(!validator.faults(of: ["version": "2.1.0", "runs": [["tool": [:]]]]).isEmpty)
  }

  @Test("names rules and files as SARIF wants them, with regions that begin at 1")
  func structure() throws {
    let source = SourceText(path: "content/sv/å ä.md", text: "# Bröd och te\n")
    let report = try #require(try Self.report(Self.findings(source), source) as? [String: Any])
    let run = try #require((report["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let driver = (run["tool"] as? [String: [String: Any]])?["driver"]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == Rule.allCases.map(\.rawValue))
    for (index, result) in results.enumerated() {
      #expect(result["ruleIndex"] as? Int == index)
      let place = (result["locations"] as? [[String: [String: [String: Any]]]])?.first
      let physical = place?["physicalLocation"]
      #expect(physical?["artifactLocation"]?["uri"] as? String == "content/sv/%C3%A5%20%C3%A4.md")
      #expect(physical?["region"]?["startLine"] as? Int == 1)
      #expect(physical?["region"]?["startColumn"] as? Int == 3)
    }
  }
}

/// As much of JSON Schema (draft 7) as the schema of SARIF uses.
private struct SchemaValidator {
  private let root: [String: Any]

  init(_ schema: Any) { root = schema as? [String: Any] ?? [:] }

  func faults(of value: Any) -> [String] { faults(value, root, "") }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let target = (root["definitions"] as? [String: Any])?[name] as? [String: Any]
      return target.map { self.faults(value, $0, path) } ?? ["\(path): no \(reference)"]
    }
    var faults: [String] = []
    if let type = schema["type"] as? String, !Self.isOf(type, value) {
      return ["\(path): no \(type)"]
    }
    if let choices = schema["enum"] as? [AnyHashable], let own = value as? AnyHashable,
      !choices.contains(own)
    {
      faults.append("\(path): \(own) is none of \(choices)")
    }
    for (key, isAny) in [("anyOf", true), ("oneOf", true), ("allOf", false)] {
      guard let parts = schema[key] as? [[String: Any]] else { continue }
      let results = parts.map { self.faults(value, $0, path) }
      if isAny ? !results.contains(where: \.isEmpty) : !results.allSatisfy(\.isEmpty) {
        faults.append("\(path): \(key) \(results)")
      }
    }
    if let number = value as? NSNumber, let least = schema["minimum"] as? NSNumber,
      Self.isOf("number", value), number.doubleValue < least.doubleValue
    {
      faults.append("\(path): less than \(least)")
    }
    if let object = value as? [String: Any] { faults += members(object, schema, path) }
    if let array = value as? [Any] { faults += elements(array, schema, path) }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path): '\(text)' is not like \(pattern)")
    }
    return faults
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): lacks \($0)" }
    for (key, value) in object {
      if let known = properties[key] {
        faults += self.faults(value, known, path + "/" + key)
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(value, others, path + "/" + key)
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(path): \(key) is not allowed")
      }
    }
    return faults
  }

  private func elements(_ array: [Any], _ schema: [String: Any], _ path: String) -> [String] {
    var faults: [String] = []
    if let least = schema["minItems"] as? Int, array.count < least {
      faults.append("\(path): fewer than \(least)")
    }
    if schema["uniqueItems"] as? Bool == true, let items = array as? [AnyHashable],
      Set(items).count != items.count
    {
      faults.append("\(path): the same twice")
    }
    if let item = schema["items"] as? [String: Any] {
      for (index, value) in array.enumerated() {
        faults += self.faults(value, item, "\(path)/\(index)")
      }
    }
    return faults
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean":
      (value as? NSNumber).map { "\(Swift.type(of: $0))".contains("Bool") } ?? false
        || value is Bool
    case "integer": value is Int
    case "number": value is NSNumber
    default: true
    }
  }
}
