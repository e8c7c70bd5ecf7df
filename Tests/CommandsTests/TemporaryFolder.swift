import Foundation

@testable import Commands

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = Files.resolved(NSTemporaryDirectory()) ?? "/tmp"
    path = Path.join(base, "begrepp-\(UUID().uuidString)")
    try Files.makeFolder(path)
  }

  deinit { try? Files.removeTree(path) }

  func write(_ files: [String: String]) throws {
    for (name, text) in files {
      let target = path + "/" + name
      try Files.makeFolder(Path.parent(target) ?? path)
      try Files.write(Array(text.utf8), to: target)
    }
  }

  func text(_ name: String) -> String? {
    (try? Files.read(path + "/" + name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file below a folder with its text, by path.
  func tree(_ folder: String) throws -> [String: String] {
    var tree: [String: String] = [:]
    let root = path + "/" + folder
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in names {
      if let bytes = try? Files.read(root + "/" + name) {
        tree[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return tree
  }
}
