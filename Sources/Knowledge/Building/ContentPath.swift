/// Paths below `content/`, with `/` between their parts and none at either end.
enum ContentPath {
  /// The path without empty parts, `.` and `..`; nil where it leads out of the content or nowhere.
  ///
  /// - Parameter folder: where a relative path starts from; empty for the top.
  static func normalized(_ path: String, from folder: String = "") -> String? {
    var parts = folder.isEmpty ? [] : folder.split(separator: "/")
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The folder that a file lies in; empty at the top.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A file's name without its extension.
  static func stem(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
