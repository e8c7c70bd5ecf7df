import Articles

extension ArticleEntry {
  /// The entry with a newer state of its article, made without the rest of the knowledge base: links lead
  /// where those to the same address led before, a new address leads nowhere yet, and whatever other
  /// articles have a part in is as it was.
  package func revised(to newer: Article) -> ArticleEntry {
    var known: [ArraySlice<UInt8>: LinkTarget] = [:]
    for (node, target) in linkTargets { known[article.document.literal(node)] = target }
    var entry = self
    entry.article = newer
    entry.title = newer.title
    entry.linkTargets = [:]
    for (number, node) in newer.document.nodes.enumerated()
    where node.kind == .link || node.kind == .image {
      let id = Document.NodeID(number)
      entry.linkTargets[id] = known[newer.document.literal(id)]
    }
    return entry
  }
}
