import Diagnostics

/// A link or image as it stands in a document.
package struct DocumentLink: Sendable {
  package var node: Document.NodeID
  /// The address, with escapes and character references resolved.
  package var address: String
  package var title: String
  /// Where the address is written; the whole link where it is written elsewhere.
  package var destination: SourceSpan
  package var isImage: Bool
}

extension Document {
  /// All links and images, in order.
  package var linkNodes: [DocumentLink] {
    links.sorted { $0.node < $1.node }.map { place in
      DocumentLink(
        node: place.node, address: String(decoding: literal(place.node), as: UTF8.self),
        title: String(decoding: secondary(place.node), as: UTF8.self),
        destination: place.destination, isImage: self[place.node].kind == .image)
    }
  }
}
