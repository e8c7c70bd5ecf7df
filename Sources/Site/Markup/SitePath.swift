/// Output paths and the relative links between them. An output path is below `public/`, parts
/// joined by `/`, as it lies on disk: `sv/begrepp/kluster.html`.
package enum SitePath {
  /// The link from one page to another, relative, so that the site works from any folder and from a
  /// file. Percent-encoded; ends in `#fragment` where there is one.
  static func link(from page: String, to target: String, fragment: String? = nil) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(target.utf8.count + (fragment?.utf8.count ?? 0) + 16)
    if page != target || fragment == nil {
      var page = page
      var target = target
      page.withUTF8 { page in
        target.withUTF8 { target in appendWay(from: page, to: target, &out) }
      }
    }
    if let fragment {
      out.append(UInt8(ascii: "#"))
      appendFragment(fragment, &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Up from the folder of one path to the deepest folder that both are in, and down to the other.
  private static func appendWay(
    from page: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>,
    _ out: inout [UInt8]
  ) {
    let slash = UInt8(ascii: "/")
    // The end of the folders that both paths begin with.
    var common = 0
    var at = 0
    while at < page.count, at < target.count, page[at] == target[at] {
      at += 1
      if page[at - 1] == slash { common = at }
    }
    for byte in page[common...] where byte == slash { out += [0x2E, 0x2E, slash] }
    var start = common
    for at in common..<target.count where target[at] == slash {
      Escape.pathSegment(target[start..<at], into: &out)
      out.append(slash)
      start = at + 1
    }
    Escape.pathSegment(target[start...], into: &out)
  }

  /// The path with each part percent-encoded, for full addresses.
  package static func encoded(_ path: String) -> String {
    link(from: "", to: path)
  }

  /// Letters beyond ASCII stay as they are, which keeps anchors readable.
  private static func appendFragment(_ fragment: String, _ out: inout [UInt8]) {
    for byte in fragment.utf8 {
      if byte >= 0x80 {
        out.append(byte)
      } else {
        Escape.pathSegment(CollectionOfOne(byte), into: &out)
      }
    }
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
