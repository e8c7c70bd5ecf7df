import Articles
import Diagnostics
import Language

/// Finds out where the links of the articles lead.
///
/// - Parameters:
///   - slugs: each article's address, which an absolute link may use.
///   - files: the paths below `content/` of the files beside the articles; nil where nobody has looked, and
///     then each is taken to be there.
func resolveLinks(
  _ material: Material, _ registry: TermRegistry, _ concepts: Concepts, files: Set<String>?
) -> Diagnosed<[[Document.NodeID: LinkTarget]]> {
  var resolver = LinkResolver(
    material: material, registry: registry, concepts: concepts, files: files)
  let targets = material.articles.indices.map { resolver.targets(of: $0) }
  return Diagnosed(targets, resolver.diagnostics)
}

private struct LinkResolver {
  let material: Material
  let registry: TermRegistry
  let concepts: Concepts
  let files: Set<String>?
  let aliases: [String: Int]
  var anchors: [Int: Set<String>] = [:]
  var diagnostics: [Diagnostic] = []

  init(material: Material, registry: TermRegistry, concepts: Concepts, files: Set<String>?) {
    self.material = material
    self.registry = registry
    self.concepts = concepts
    self.files = files
    var aliases: [String: Int] = [:]
    for (index, article) in material.articles.enumerated() {
      for alias in article.frontMatter.aliases {
        guard let path = ContentPath.normalized(alias), aliases[path] == nil else { continue }
        aliases[path] = index
      }
    }
    self.aliases = aliases
  }

  mutating func targets(of index: Int) -> [Document.NodeID: LinkTarget] {
    let article = material.articles[index]
    var result: [Document.NodeID: LinkTarget] = [:]
    var texts: [Document.NodeID: Range<Int>]?
    for (number, node) in article.document.nodes.enumerated()
    where node.kind == .link || node.kind == .image {
      let id = Document.NodeID(number)
      let address = LinkAddress(article.document.literal(id))
      if address.isExternal { continue }
      if texts == nil {
        let links = article.prose.marks.lazy.filter { $0.kind == .link }
        texts = Dictionary(links.map { ($0.node, $0.range) }, uniquingKeysWith: { a, _ in a })
      }
      let link = Link(article: index, node: id, address: address, text: texts?[id])
      result[id] = node.kind == .image ? image(link) : self.link(link)
    }
    return result
  }

  private struct Link {
    var article: Int
    var node: Document.NodeID
    var address: LinkAddress
    /// The link's text in the prose.
    var text: Range<Int>?
  }

  private mutating func image(_ link: Link) -> LinkTarget? {
    if let path = path(of: link), isFile(path) { return .file(path) }
    report(.brokenLink, link, "the image '\(link.address.shown)' is not among the content")
    return nil
  }

  private mutating func link(_ link: Link) -> LinkTarget? {
    if link.address.path.isEmpty, let fragment = link.address.fragment {
      return .article(link.article, fragment: check(fragment, in: link.article, link))
    }
    if let target = existing(link) {
      guard case .article(let index, let fragment?) = target else { return target }
      return .article(index, fragment: check(fragment, in: index, link))
    }
    let isDraft = path(of: link).map(material.drafts.contains) ?? false
    if !isDraft, let concept = namedConcept(link) {
      report(
        .relinked, link,
        "'\(link.address.shown)' leads nowhere; the link is led to the concept '\(concept)'")
      return .concept(concept)
    }
    report(
      .brokenLink, link,
      isDraft
        ? "'\(link.address.shown)' is a draft"
        : link.address.shown.isEmpty
          ? "the link leads nowhere" : "'\(link.address.shown)' leads nowhere")
    return nil
  }

  /// The path below `content/` that a link means, if it is one.
  private func path(of link: Link) -> String? {
    let address = link.address.path
    let folder = ContentPath.folder(of: material.articles[link.article].path)
    return ContentPath.normalized(address, from: address.hasPrefix("/") ? "" : folder)
  }

  private func existing(_ link: Link) -> LinkTarget? {
    guard !link.address.path.isEmpty, let path = path(of: link) else { return nil }
    let fragment = link.address.fragment
    if let index = material.places[path] { return .article(index, fragment: fragment) }
    if isFile(path), !link.address.path.hasSuffix("/") { return .file(path) }
    for ending in [".md", ".markdown", ".txt"] {
      if let index = material.places[path + ending] { return .article(index, fragment: fragment) }
    }
    if link.address.path.hasPrefix("/"), let index = aliases[path] {
      return .article(index, fragment: fragment)
    }
    return nil
  }

  private func isFile(_ path: String) -> Bool {
    if let files { return files.contains(path) }
    // Nobody has looked: what has the look of a file and not of an article is taken to be there.
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return false
    }
    return dot != name.startIndex
      && ![".md", ".markdown", ".txt"].contains(name[dot...].lowercased())
  }

  /// The concept that a link's text names.
  private func namedConcept(_ link: Link) -> ConceptID? {
    guard let range = link.text else { return nil }
    let article = material.articles[link.article]
    let text = article.prose.text(range).trimmed { !$0.isLetter && !$0.isNumber }
    guard !text.isEmpty, text.utf8.count <= 200 else { return nil }
    guard let seed = registry.owner(of: material.key(text, in: article.language)) else {
      return nil
    }
    let index = concepts.ofSeed[seed]
    return index < 0 ? nil : concepts.concepts[index].id
  }

  /// The anchor of the heading that a fragment names; nil, and a finding, where there is none.
  private mutating func check(_ fragment: String, in index: Int, _ link: Link) -> String? {
    if fragment.isEmpty { return nil }
    if anchors[index] == nil {
      anchors[index] = Set(material.articles[index].headingAnchors().values)
    }
    let known = anchors[index] ?? []
    if known.contains(fragment) { return fragment }
    let spelled = HeadingAnchor.spelled(fragment)
    if known.contains(spelled) { return spelled }
    let path = material.articles[index].path
    report(
      .brokenLink, link, "'\(path)' has no heading '#\(fragment)'",
      help: nearest(to: spelled, among: known.sorted()).map { "did you mean '#\($0)'?" })
    return nil
  }

  private mutating func report(_ rule: Rule, _ link: Link, _ message: String, help: String? = nil) {
    let article = material.articles[link.article]
    let span = destinationSpan(link, article)
    diagnostics.append(Diagnostic(rule, at: article.source.location(span), message, help: help))
  }

  /// Where the destination is written: in `[text](destination)`, else the link as a whole.
  private func destinationSpan(_ link: Link, _ article: Article) -> SourceSpan {
    let whole = article.document[link.node].span
    let bytes = article.source.bytes
    let wanted = Array(article.document.literal(link.node))
    var start = link.text.map { article.prose.span(of: $0).end } ?? whole.start
    let end = min(whole.end, bytes.count)
    guard !wanted.isEmpty, start >= whole.start else { return whole }
    while start + 1 < end, !(bytes[start] == 0x5D && bytes[start + 1] == 0x28) { start += 1 }
    start += 2
    while start + wanted.count <= end {
      if bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        return SourceSpan(start..<(start + wanted.count))
      }
      start += 1
    }
    return whole
  }
}

extension String {
  /// Without the characters at both ends that a test holds of.
  fileprivate func trimmed(_ isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }),
      let last = lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(self[first...last])
  }
}
