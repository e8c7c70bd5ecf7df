import Articles
import Knowledge

extension Page {
  /// An article's text, its mentions of concepts and its links led to pages of the site. A heading
  /// that only repeats the title is left out: the page has it already.
  mutating func body(_ number: Int) -> HTML {
    let entry = base.articles[number]
    let document = entry.article.document
    let outline = context.outlines[number]
    var renderer = HTMLRenderer()
    renderer.keepsRawHTML = context.configuration.allowsRawHTML
    renderer.headingIDs = Dictionary(
      outline.headings.map { ($0.node, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    let repeated = Self.repeatedTitle(entry, outline)
    renderer.headingShift =
      outline.headings.contains { $0.level == 1 && $0.node != repeated } ? 1 : 0
    let targets = linkTargets(entry)
    let links = Links(page: self, article: entry.article, targets: targets)
    renderer.target = { node, address in links.target(node, address) }
    var bytes = renderer.render(
      document, prose: entry.article.prose, insertions: insertions(number))[...]
    if repeated != nil, let end = Self.end(ofFirst: "</h1>", in: bytes) { bytes = bytes[end...] }
    return HTML(trusted: bytes)
  }

  /// The first block, where it is a heading that says what the article's title says.
  static func repeatedTitle(_ entry: ArticleEntry, _ outline: Outline) -> Document.NodeID? {
    let document = entry.article.document
    guard let first = outline.headings.first, first.level == 1, !document.nodes.isEmpty,
      document[0].firstChild == first.node,
      entry.article.prose.text(first.range).lowercased() == entry.title.lowercased()
    else { return nil }
    return first.node
  }

  private static func end(ofFirst tag: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let tag = Array(tag.utf8)
    guard bytes.count >= tag.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - tag.count))
      .first { bytes[$0] == tag[0] && bytes[$0...].starts(with: tag) }.map { $0 + tag.count }
  }

  private mutating func insertions(_ number: Int) -> [ProseInsertion] {
    var insertions: [ProseInsertion] = []
    for index in context.mentionRanges[number] {
      let mention = base.mentions[index]
      guard mention.isLinked, let concept = base.index(of: mention.concept),
        let attributes = conceptAttributes(concept)
      else { continue }
      let open: HTML = "<a \(attributes)>"
      insertions.append(
        ProseInsertion(range: mention.range, open: open.bytes, close: Array("</a>".utf8)))
    }
    return insertions
  }

  /// The links of an article that lead into the site, as addresses and attributes.
  private mutating func linkTargets(_ entry: ArticleEntry) -> [Document.NodeID: HTMLRenderer.Target]
  {
    var targets: [Document.NodeID: HTMLRenderer.Target] = [:]
    for (node, target) in entry.linkTargets.sorted(by: { $0.key < $1.key }) {
      switch target {
      case .article(let other, let fragment):
        let path = context.articlePaths[other]
        guard !path.isEmpty else { continue }
        targets[node] = HTMLRenderer.Target(Array(link(to: path, fragment: fragment).utf8))
      case .concept(let id):
        guard let concept = base.index(of: id), let path = edition.conceptPaths[concept] else {
          continue
        }
        var more: HTML = " class=\"term\""
        if base.concepts[concept].hasDefinition(in: language), conceptAttributes(concept) != nil {
          more = " class=\"term\" data-gloss=\"\(glossID(concept))\""
        }
        targets[node] = HTMLRenderer.Target(
          Array(link(to: path).utf8), attributes: more.bytes)
      case .file(let path):
        guard let copy = context.files[path] else { continue }
        targets[node] = HTMLRenderer.Target(Array(link(to: copy).utf8))
      }
    }
    return targets
  }
}

/// Where the links and images of one article lead.
private struct Links: Sendable {
  let page: Page
  let article: Article
  let targets: [Document.NodeID: HTMLRenderer.Target]

  /// Nil for what would lead nowhere, or would be fetched from elsewhere.
  func target(_ node: Document.NodeID, _ address: ArraySlice<UInt8>) -> HTMLRenderer.Target? {
    if let known = targets[node] { return known }
    let text = String(decoding: address, as: UTF8.self)
    let isImage = article.document[node].kind == .image
    if text.hasPrefix("#"), !isImage { return HTMLRenderer.Target(Array(address)) }
    if Self.hasScheme(text) {
      guard !isImage, Escape.safeURL(text) != "#" else { return nil }
      return HTMLRenderer.Target(Array(address), attributes: Array(" rel=\"external\"".utf8))
    }
    guard let path = beside(text), let copy = page.context.files[path] else { return nil }
    return HTMLRenderer.Target(Array(page.link(to: copy).utf8))
  }

  private static func hasScheme(_ address: String) -> Bool {
    for byte in address.utf8 {
      if byte == UInt8(ascii: ":") { return true }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") { break }
    }
    return address.hasPrefix("//")
  }

  /// A relative address as a path below `content/`; nil where it leads out of there.
  private func beside(_ address: String) -> String? {
    let plain = address.prefix { $0 != "?" && $0 != "#" }
    var parts = article.path.split(separator: "/").dropLast().map(String.init)
    if plain.hasPrefix("/") { parts = [] }
    for part in plain.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(Self.decoded(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A part of a path with its percent signs resolved.
  private static func decoded(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "%")) else { return String(part) }
    let bytes = Array(part.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
