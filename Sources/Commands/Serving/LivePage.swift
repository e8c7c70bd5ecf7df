/// Adds to a page, on its way to the browser, the script that keeps it up to date. The files of the site
/// are left as they are.
enum LivePage {
  /// - Parameters:
  ///   - page: HTML in UTF-8.
  ///   - script: The element that brings the script in.
  ///   - base: For a page that is served at the address of another: the folder that its links are
  ///     meant from, and the address itself, both percent-encoded.
  static func adding(
    _ script: String, to page: [UInt8], base: (folder: String, address: String)? = nil
  ) -> [UInt8] {
    // A page that sends its reader on at once needs nothing.
    let head = Markup(page).head
    if Markup(head).tags("meta").contains(where: { $0.contains("http-equiv=\"refresh\"") }) {
      return page
    }
    var needs = ["script-src", "style-src", "connect-src"]
    if base != nil { needs.append("base-uri") }
    var out = allowing(needs, in: head)
    var body = Array(page[head.count...])
    if let base {
      let element = Array("<base href=\"\(base.folder)\">".utf8)
      let place = Markup(out).end(ofTag: "head") ?? 0
      out.insert(contentsOf: element, at: place)
      // A link within the page would lead away from it.
      body = Markup(body).replacing("href=\"#", with: "href=\"\(base.address)#")
    }
    let place = Markup(body).last("</body>") ?? body.count
    body.insert(contentsOf: Array(script.utf8), at: place)
    return out + body
  }

  /// The page with the links that begin with one path begun with another.
  static func leading(_ page: [UInt8], from top: String, to other: String) -> [UInt8] {
    Markup(page).replacing("=\"" + top, with: "=\"" + other)
  }

  /// The head with what its security policies forbid and the script needs.
  private static func allowing(_ directives: [String], in head: [UInt8]) -> [UInt8] {
    var text = Markup(head).text
    for tag in Markup(head).tags("meta") {
      guard tag.lowercased().contains("content-security-policy"),
        let open = tag.firstRange(of: "content=\""), let place = text.firstRange(of: tag)
      else { continue }
      let rest = tag[open.upperBound...]
      let policy = String(rest.prefix { $0 != "\"" })
      let changed =
        tag[..<open.upperBound] + ContentPolicy(policy).allowingSelf(for: directives)
        + rest.dropFirst(policy.count)
      text.replaceSubrange(place, with: changed)
    }
    return Array(text.utf8)
  }
}

/// A Content-Security-Policy.
struct ContentPolicy {
  private var directives: [(name: String, sources: [String])]

  init(_ text: String) {
    directives = text.split(separator: ";").compactMap { part in
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
  }

  /// The policy that also lets the page use its own origin for these directives.
  func allowingSelf(for names: [String]) -> String {
    var directives = directives
    for name in names {
      let inherited = name == "base-uri" ? nil : directives.first { $0.name == "default-src" }
      if let index = directives.firstIndex(where: { $0.name == name }) {
        directives[index].sources = Self.withSelf(directives[index].sources)
      } else if let inherited {
        directives.append((name, Self.withSelf(inherited.sources)))
      }
    }
    return directives.map { ([$0.name] + $0.sources).joined(separator: " ") }
      .joined(separator: "; ")
  }

  private static func withSelf(_ sources: [String]) -> [String] {
    if sources.contains("'self'") { return sources }
    return sources.filter { $0 != "'none'" } + ["'self'"]
  }
}

/// The little that has to be found in the HTML that the templates make.
private struct Markup {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// All before the body.
  var head: [UInt8] { Array(bytes[..<(first("<body") ?? 0)]) }

  func first(_ word: String) -> Int? { places(of: word).first }
  func last(_ word: String) -> Int? { places(of: word).last }

  /// The place after the `>` of the first element of this name.
  func end(ofTag name: String) -> Int? {
    first("<" + name).flatMap { start in
      bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
  }

  /// The elements of this name, as written.
  func tags(_ name: String) -> [String] {
    places(of: "<" + name).map { start in
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      return String(decoding: bytes[start...end], as: UTF8.self)
    }
  }

  func replacing(_ word: String, with other: String) -> [UInt8] {
    var out: [UInt8] = []
    var start = 0
    for place in places(of: word) {
      out += bytes[start..<place] + Array(other.utf8)
      start = place + word.utf8.count
    }
    return out + bytes[start...]
  }

  private func places(of word: String) -> [Int] {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return [] }
    var places: [Int] = []
    var at = 0
    let end = bytes.count - word.count
    while at <= end {
      if bytes[at] == first, bytes[at..<(at + word.count)].elementsEqual(word) {
        places.append(at)
        at += word.count
      } else {
        at += 1
      }
    }
    return places
  }
}
