import Glibc

/// Paths as text, without looking at the disk.
enum Path {
  /// The folder that a path lies in; nil at the top.
  static func parent(_ path: String) -> String? {
    let parts = path.utf8
    guard let slash = parts.lastIndex(of: UInt8(ascii: "/")) else { return path == "." ? nil : "." }
    if slash == parts.startIndex { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }

  static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
      ?? path
  }

  /// Lower case, without the dot; empty where there is none.
  static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.utf8.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Absolute, with `.` and `..` and double slashes taken out.
  static func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in join(folder, path).split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  static var current: String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// Whether a path from outside stays below the folder that it is joined to.
  static func staysBelow(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0) && !path.hasPrefix("/")
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
        $0.isEmpty || $0 == "." || $0 == ".."
      }
  }

  /// Whether one absolute path is, or lies in, another.
  static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
