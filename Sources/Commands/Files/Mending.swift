import Articles
import Diagnostics

/// The safe fixes of all findings, file by file.
struct Mending {
  struct File {
    /// As people see it.
    var path: String
    var diskPath: String
    /// The text that the findings are about, converted to UTF-8.
    var source: SourceText
    var replacements: [Replacement]
    /// How many fixes are applied.
    var fixes: Int

    var count: String { "\(fixes) fix\(fixes == 1 ? "" : "es")" }

    /// The file with the fixes applied.
    var bytes: [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(source.bytes.count)
      var done = 0
      for replacement in replacements {
        bytes += source.bytes[done..<replacement.span.start]
        bytes += replacement.text.utf8
        done = replacement.span.end
      }
      return bytes + source.bytes[done...]
    }

    /// What is on the disk, where that still is what the findings are about.
    private func current() throws -> [UInt8] {
      let bytes = try Files.read(diskPath)
      guard (FileText.decode(bytes)?.bytes ?? bytes) == source.bytes || bytes == source.bytes else {
        throw FileFault(.write, path, reason: "it changed in the meantime")
      }
      return bytes
    }

    func write() throws {
      _ = try current()
      try Files.replace(Files.resolved(diskPath) ?? diskPath, with: bytes)
    }

    func diff() throws -> [UInt8] { UnifiedDiff.report(path, from: try current(), to: bytes) }
  }

  let files: [File]

  init(_ loaded: LoadedKnowledge) {
    var disk: [String: String] = [:]
    for file in loaded.listing.articles + loaded.listing.configuration {
      disk[loaded.folder.shown("content/" + file.path)] = file.diskPath
    }
    var byFile: [String: [Diagnostic]] = [:]
    for diagnostic in loaded.diagnostics where diagnostic.fixes.contains(where: \.isSafe) {
      byFile[diagnostic.location.file, default: []].append(diagnostic)
    }
    files = byFile.sorted { $0.key < $1.key }.compactMap { path, diagnostics in
      guard let source = loaded.sources[path], let diskPath = disk[path] else { return nil }
      let (replacements, count) = Self.compatible(diagnostics, length: source.bytes.count)
      if count == 0 { return nil }
      return File(
        path: path, diskPath: diskPath, source: source, replacements: replacements, fixes: count)
    }
  }

  /// The first safe fix of each finding, without those that touch what an earlier one replaces. A fix
  /// that only saves the file anew has no replacements.
  private static func compatible(
    _ diagnostics: [Diagnostic], length: Int
  ) -> (replacements: [Replacement], fixes: Int) {
    let fixes = diagnostics.compactMap { $0.fixes.first(where: \.isSafe) }.map { fix in
      fix.replacements.sorted { $0.span < $1.span }
    }
    let ordered = fixes.enumerated().sorted { a, b in
      let left = a.element.first?.span.start ?? -1
      let right = b.element.first?.span.start ?? -1
      return (left, a.offset) < (right, b.offset)
    }
    var taken: [Replacement] = []
    var end = -1
    var count = 0
    for (_, fix) in ordered {
      // One that does not lie wholly behind what was taken waits for the next time.
      guard isApart(fix), (fix.last?.span.end ?? 0) <= length,
        (fix.first?.span.start ?? 0) >= max(end, 0),
        fix.isEmpty || fix[0].span.start > end
          || !(taken.last?.span.isEmpty ?? false)
      else { continue }
      taken += fix
      end = fix.last?.span.end ?? end
      count += 1
    }
    return (taken, count)
  }

  /// Whether replacements in order neither overlap nor stand at the same place.
  private static func isApart(_ replacements: [Replacement]) -> Bool {
    zip(replacements, replacements.dropFirst()).allSatisfy {
      $0.span.end <= $1.span.start && $0.span.start < $1.span.start
    }
  }
}
