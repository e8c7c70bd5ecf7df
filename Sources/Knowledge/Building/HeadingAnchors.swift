import Articles

extension Article {
  /// The anchor of each heading, unique in the article: what `#fragment` of a link to it means.
  package func headingAnchors() -> [Document.NodeID: String] {
    var book = AddressBook()
    var anchors: [Document.NodeID: String] = [:]
    for block in prose.blocks where document[block.node].kind == .heading {
      anchors[block.node] = book.reserve(Address.slug(prose.text(block.range)))
    }
    return anchors
  }
}
