/// Output paths and the relative links between them. An output path is below `public/`, parts
/// joined by `/`, as it lies on disk: `sv/begrepp/kluster.html`.
package enum SitePath {
  /// The link from one page to another, relative, so that the site works from any folder and from a
  /// file. Percent-encoded; ends in `#fragment` where there is one.
  static func link(from page: String, to target: String, fragment: String? = nil) -> String {
    var out: [UInt8] = []
    if page != target || fragment == nil {
      let here = page.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .dropLast()
      let there = target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      var common = 0
      while common < here.count, common < there.count - 1,
        here[common].elementsEqual(there[common])
      {
        common += 1
      }
      for _ in common..<here.count { out += "../".utf8 }
      for (index, part) in there[common...].enumerated() {
        if index > 0 { out.append(UInt8(ascii: "/")) }
        Escape.pathSegment(part, into: &out)
      }
    }
    if let fragment {
      out.append(UInt8(ascii: "#"))
      out += encodedFragment(fragment)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The path with each part percent-encoded, for full addresses.
  package static func encoded(_ path: String) -> String {
    link(from: "", to: path)
  }

  /// Letters beyond ASCII stay as they are, which keeps anchors readable.
  private static func encodedFragment(_ fragment: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in fragment.utf8 {
      if byte >= 0x80 { out.append(byte) } else { Escape.pathSegment([byte], into: &out) }
    }
    return out
  }
}

/// Gives out output paths so that no two pages share one, not even on a disk that does not tell
/// upper case from lower.
struct PathTable {
  private var taken: Set<String> = []

  /// The path itself, or the path numbered before its ending (`a-2.html`) where it is taken.
  mutating func claim(_ path: String) -> String {
    if taken.insert(path.lowercased()).inserted { return path }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    var number = 2
    while true {
      let candidate = "\(path[..<dot])-\(number)\(path[dot...])"
      if taken.insert(candidate.lowercased()).inserted { return candidate }
      number += 1
    }
  }

  /// Takes a path only where it is free.
  mutating func claimIfFree(_ path: String) -> Bool { taken.insert(path.lowercased()).inserted }
}
