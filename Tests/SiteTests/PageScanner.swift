/// The tags of a page, as a browser would see them, for tests that look at all of them.
struct PageScanner {
  struct Tag: Equatable {
    var name: String
    var attributes: [(name: String, value: String)]
    static func == (a: Tag, b: Tag) -> Bool {
      a.name == b.name && a.attributes.map(\.name) == b.attributes.map(\.name)
        && a.attributes.map(\.value) == b.attributes.map(\.value)
    }
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// All start tags. The text of scripts is skipped, as a browser skips it.
  static func tags(_ page: String) -> [Tag] {
    var scanner = PageScanner(bytes: Array(page.utf8))
    return scanner.scan()
  }

  private let bytes: [UInt8]
  private var at = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() -> [Tag] {
    var tags: [Tag] = []
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if starts("<!--") {
        skip(past: "-->")
      } else if at + 1 < bytes.count, isLetter(bytes[at + 1]) {
        let tag = startTag()
        tags.append(tag)
        if tag.name == "script" { skip(past: "</script") }
      } else {
        at += 1
      }
    }
    return tags
  }

  private mutating func startTag() -> Tag {
    at += 1
    var tag = Tag(
      name: word { $0 != 0x20 && $0 != 0x0A && $0 != 0x3E && $0 != 0x2F }, attributes: [])
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if [0x20, 0x0A, 0x09, 0x2F].contains(bytes[at]) {
        at += 1
        continue
      }
      let name = word { $0 != 0x3D && $0 != 0x20 && $0 != 0x0A && $0 != 0x3E }
      var value = ""
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
        at += 1
        if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
          let quote = bytes[at]
          at += 1
          value = word { $0 != quote }
          at += 1
        } else {
          value = word { $0 != 0x20 && $0 != 0x3E }
        }
      }
      tag.attributes.append((name, Self.unescaped(value)))
    }
    return tag
  }

  private mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, isPart(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func starts(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func skip(past text: String) {
    while at < bytes.count, !starts(text) { at += 1 }
    at = min(bytes.count, at + text.utf8.count)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func unescaped(_ text: String) -> String {
    var out = text
    for (name, value) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"),
      ("&amp;", "&"),
    ] {
      out = out.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
    }
    return out
  }
}

/// Where a relative address leads from a page, as an output path and fragment; nil for others.
func resolve(_ address: String, from page: String) -> (path: String, fragment: String?)? {
  if address.contains("://") || address.hasPrefix("mailto:") { return nil }
  let halves = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let plain = halves[0].split(separator: "?", omittingEmptySubsequences: false)[0]
  let fragment = halves.count > 1 ? String(halves[1]) : nil
  if plain.isEmpty { return (page, fragment) }
  // A page that is served at any depth leads from the top of the boats' site.
  let isWhole = page.hasSuffix("404.html") && plain.hasPrefix("/ord/")
  var parts = isWhole ? [] : page.split(separator: "/").dropLast().map(String.init)
  for part in plain.dropFirst(isWhole ? "/ord/".count : 0).split(separator: "/") {
    if part == ".." {
      if parts.isEmpty { return ("outside the site: \(address)", fragment) }
      parts.removeLast()
    } else if part != "." {
      parts.append(String(part))
    }
  }
  return (parts.joined(separator: "/"), fragment)
}
