import Foundation
import Testing

/// Whole small knowledge bases, each in a folder of `Fixtures` with `transcript.txt`: commands and
/// what they must answer. Where there is a folder `expected`, the build must give just these files.
/// `BEGREPP_RECORD=1` writes down what they answer now.
@Suite struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures"
  static let isRecording = ProcessInfo.processInfo.environment["BEGREPP_RECORD"] == "1"

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("answers as written down", arguments: names)
  func transcript(name: String) throws {
    let fixture = Self.folder + "/" + name
    let file = URL(fileURLWithPath: fixture + "/transcript.txt")
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let work = try WorkFolder(copying: fixture)
    let answered = try Transcript.record(Transcript.commands(in: expected), in: work.path)
    if Self.isRecording {
      try Data(answered.utf8).write(to: file)
    } else {
      #expect(answered == expected)
    }
    try compareOutput(fixture, work.path + "/public")
  }

  private func compareOutput(_ fixture: String, _ output: String) throws {
    let manager = FileManager.default
    let expected = fixture + "/expected"
    guard manager.fileExists(atPath: expected) else { return }
    let pages = Self.pages(output)
    if Self.isRecording {
      try manager.removeItem(atPath: expected)
      for page in pages {
        let target = URL(fileURLWithPath: expected + "/" + page)
        try manager.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try manager.copyItem(atPath: output + "/" + page, toPath: target.path)
      }
      return
    }
    #expect(pages == Self.pages(expected))
    for page in pages {
      #expect(
        manager.contents(atPath: output + "/" + page)
          == manager.contents(atPath: expected + "/" + page), "\(page)")
    }
  }

  /// What a build makes of the content; the files of the theme are the same for all.
  private static func pages(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }.sorted()
  }
}

/// A copy of a fixture to work in, gone when the test is.
final class WorkFolder {
  let path: String

  init(copying fixture: String? = nil) throws {
    path = FileManager.default.temporaryDirectory.path + "/begrepp-\(UUID().uuidString)"
    if let fixture {
      try FileManager.default.copyItem(atPath: fixture, toPath: path)
    } else {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Every file below a folder with its bytes, by path.
  func tree(_ folder: String) -> [String: Data] {
    let root = path + "/" + folder
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var tree: [String: Data] = [:]
    for name in names {
      if let data = FileManager.default.contents(atPath: root + "/" + name) { tree[name] = data }
    }
    return tree
  }

  /// When each file below a folder was last written, by path.
  func times(_ folder: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in tree(folder).keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/\(folder)/\(name)")
      times[name] = attributes[.modificationDate] as? Date
    }
    return times
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
