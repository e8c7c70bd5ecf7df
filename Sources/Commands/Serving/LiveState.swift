import Diagnostics
import Foundation
import Site

/// What the pages in the browsers are told after a rebuild.
struct LiveState: Sendable {
  /// The states of this process, counted from 1; 0 before the first build. A rebuild is one, and a first
  /// look before it another.
  var generation = 0
  /// Whether there was a build before this one.
  private(set) var isRebuilt = false
  var outcome = RebuildOutcome()
  /// The path of the address that the site is meant for, as last published.
  private(set) var basePath: String?
  /// The findings that the rebuild before did not have.
  var news: Set<Finding> = []
  /// What is no news when it is found again: a configuration that cannot be read hides all other findings.
  private var known: Set<Finding> = []
  /// What is shown in place of what was published, until the next build is.
  private(set) var look = FirstLook()
  /// The files, below the site, that are other than in the state before.
  private(set) var changed: [String] = []

  /// A finding wherever its line has moved.
  struct Finding: Hashable, Sendable {
    var file: String
    var rule: Rule
    var message: String

    init(_ diagnostic: Diagnostic) {
      file = diagnostic.location.file
      rule = diagnostic.rule
      message = diagnostic.message
    }
  }

  init() {}

  /// The state in which some pages are shown before they are published. All findings are as they were.
  func showing(_ look: FirstLook) -> LiveState {
    var next = self
    next.generation += 1
    next.look = look
    let paths = Set(look.pages.keys).union(self.look.pages.keys)
    next.changed = paths.filter { look.pages[$0] != self.look.pages[$0] }.sorted()
    return next
  }

  /// The state after the next rebuild.
  ///
  /// - Parameters:
  ///   - newer: what was saved since the build began, and is shown on.
  ///   - isPublished: whether a page, as it was shown before, is what was published.
  func following(
    _ outcome: RebuildOutcome, showing newer: FirstLook = FirstLook(),
    isPublished: (String, [UInt8]) -> Bool = { _, _ in false }
  ) -> LiveState {
    var next = LiveState()
    next.generation = generation + 1
    next.isRebuilt = generation > 0
    next.outcome = outcome
    next.basePath = outcome.publication == nil ? basePath : outcome.basePath
    if let published = outcome.publication {
      let files = published.writtenPaths + published.removedPaths
      next.look = newer
      let asShown = Set(
        look.pages.filter { $0.value == newer.pages[$0.key] || isPublished($0.key, $0.value) }.keys)
      let otherwise = Set(look.pages.keys).subtracting(asShown).subtracting(files)
      next.changed = files.filter { !asShown.contains($0) } + otherwise.sorted()
    } else {
      next.look = look
    }
    let found = Set(outcome.diagnostics.map(Finding.init))
    next.known = outcome.publication == nil ? known.union(found) : found
    // What was there from the start is no news.
    if generation > 0 { next.news = found.subtracting(known) }
    return next
  }

  /// The findings that a rebuild brought and that are more than notes.
  var newDiagnostics: [Diagnostic] {
    outcome.diagnostics.filter { $0.severity > .note && news.contains(Finding($0)) }
  }

  /// The most findings and the most files that are told one by one.
  private static let mostFindings = 200
  private static let mostFiles = 2000

  /// - Parameters:
  ///   - run: What tells this process from others that serve at the same address.
  ///   - editor: Leads to a place in the editor, where there is one that can be led to.
  func json(run: String, editor: EditorLink?) -> JSON {
    let shown =
      outcome.diagnostics.filter { $0.severity == .error }
      + outcome.diagnostics.filter { $0.severity == .warning }
    let published = outcome.publication
    let fault = outcome.fault.map { fault -> JSON in
      [
        "place": .string(fault.line > 0 ? "\(fault.file):\(fault.line)" : fault.file),
        "message": .string(fault.message),
      ]
    }
    return [
      "run": .string(run),
      "generation": .number(generation),
      "published": .bool(published != nil),
      "fault": fault ?? .null,
      "allFiles": .bool(changed.count > Self.mostFiles),
      "files": .strings(changed.count > Self.mostFiles ? [] : changed),
      "errors": .number(shown.count { $0.severity == .error }),
      "warnings": .number(shown.count { $0.severity == .warning }),
      "findings": .array(shown.prefix(Self.mostFindings).map { json($0, editor) }),
    ]
  }

  private func json(_ diagnostic: Diagnostic, _ editor: EditorLink?) -> JSON {
    let start = diagnostic.location.start
    let file = diagnostic.location.file
    let source = outcome.sources[file]
    return .object([
      "file": .string(file),
      "line": .number(start.line),
      "column": .number(start.column),
      "severity": .string(diagnostic.severity.rawValue),
      "rule": .string(diagnostic.rule.rawValue),
      "message": .string(diagnostic.message),
      "help": diagnostic.help.map(JSON.string),
      "isNew": .bool(news.contains(Finding(diagnostic))),
      "excerpt": source.flatMap { Self.excerpt(diagnostic.location, in: $0) },
      "source": source.map { _ in .string(SourcePage.address(of: file, line: start.line)) },
      "editor": editor.map { .string($0.address(of: file, start)) },
    ])
  }

  /// The line: what stands before the place, the place itself, what stands after it. Nil for a place
  /// without extent at the very start, which stands for the whole file.
  private static func excerpt(_ location: Location, in source: SourceText) -> JSON? {
    let span = location.span
    let line = source.lineRange(source.line(at: min(span.start, source.bytes.count)))
    guard !(span.isEmpty && span.start == 0), line.contains(span.start) else { return nil }
    let end = max(span.start, min(span.end, line.upperBound))
    func text(_ range: Range<Int>) -> String.UnicodeScalarView {
      String(decoding: source.bytes[range], as: UTF8.self).unicodeScalars
    }
    let before = text(line.lowerBound..<span.start)
    let after = text(end..<line.upperBound)
    return .strings([
      (before.count > 60 ? "…" : "") + String(String.UnicodeScalarView(before.suffix(60))),
      String(String.UnicodeScalarView(text(span.start..<end).prefix(160))),
      String(String.UnicodeScalarView(after.prefix(90))) + (after.count > 90 ? "…" : ""),
    ])
  }
}

/// The address by which an editor opens a file at a line.
struct EditorLink: Sendable, Equatable {
  /// With `%f` for the file, `%l` for the line, `%c` for the column.
  var pattern: String
  /// What paths are relative to.
  var folder: String

  private static let known = [
    "vscode": "vscode://file%f:%l:%c", "vscodium": "vscodium://file%f:%l:%c",
    "cursor": "cursor://file%f:%l:%c", "zed": "zed://file%f:%l:%c",
    "idea": "idea://open?file=%f&line=%l&column=%c",
    "sublime": "subl://open?url=file://%f&line=%l&column=%c",
    "textmate": "txmt://open?url=file://%f&line=%l&column=%c",
  ]

  static var names: [String] { known.keys.sorted() }

  /// - Parameter name: One of `names`, or an address with `%f` in it; nil for anything else.
  init?(_ name: String, folder: String) {
    guard let pattern = Self.known[name] ?? (name.contains("%f") ? name : nil),
      let colon = pattern.firstIndex(of: ":"), pattern[..<colon].allSatisfy({ $0.isASCII }),
      !["javascript", "data", "vbscript"].contains(pattern[..<colon].lowercased())
    else { return nil }
    self.pattern = pattern
    self.folder = folder
  }

  func address(of file: String, _ position: SourcePosition) -> String {
    let path = "/" + SitePath.encoded(String(Path.absolute(file, from: folder).dropFirst()))
    return pattern.replacingOccurrences(of: "%l", with: String(position.line))
      .replacingOccurrences(of: "%c", with: String(position.column))
      .replacingOccurrences(of: "%f", with: path)
  }
}
