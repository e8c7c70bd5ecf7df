/// How much a diagnostic matters. Errors make a command end with 1; notes are for information.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A change of text that would mend a fault.
package struct Replacement: Hashable, Sendable {
  package var span: SourceSpan
  package var text: String

  package init(_ span: SourceSpan, with text: String) {
    self.span = span
    self.text = text
  }
}

/// One way to mend a fault: replacements in the file of the diagnostic, which do not overlap.
package struct Fix: Hashable, Sendable {
  package var title: String
  package var replacements: [Replacement]
  /// Whether `check --fix` may apply it without being asked about it.
  package var isSafe: Bool

  package init(_ title: String, _ replacements: [Replacement], isSafe: Bool = true) {
    self.title = title
    self.replacements = replacements
    self.isSafe = isSafe
  }
}

/// One finding about the content: a value, made where the fault is seen and returned to the caller.
package struct Diagnostic: Hashable, Sendable {
  /// A remark at another place that belongs to the finding.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var location: Location?

    package init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  package var rule: Rule
  package var severity: Severity
  package var location: Location
  /// One sentence in English without a final stop, in which names of the content stand in 'quotes'.
  package var message: String
  package var notes: [Note]
  /// What the editor can do about it, printed after `help:`.
  package var help: String?
  package var fixes: [Fix]

  package init(
    _ rule: Rule, at location: Location, _ message: String, severity: Severity? = nil,
    notes: [Note] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.location = location
    self.message = message
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }

  /// The order in which diagnostics are reported: by file, place, rule, message.
  package static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.location != b.location { return a.location < b.location }
    return (a.rule.rawValue, a.message) < (b.rule.rawValue, b.message)
  }
}

/// A value together with what was found amiss on the way to it.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Diagnosed<Other> {
    Diagnosed<Other>(try transform(value), diagnostics)
  }

  package func flatMap<Other>(
    _ transform: (Value) throws -> Diagnosed<Other>
  ) rethrows -> Diagnosed<Other> {
    let next = try transform(value)
    return Diagnosed<Other>(next.value, diagnostics + next.diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
