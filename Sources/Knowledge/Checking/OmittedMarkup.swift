import Articles
import Diagnostics

/// HTML in articles, which their pages leave out: one finding for each article, at its first piece.
func rawHTML(_ checked: CheckedBase) -> [Diagnostic] {
  checked.base.articles.compactMap { entry in
    let article = entry.article
    let pieces = article.document.nodes.indices.filter { index in
      let node = article.document.nodes[index]
      guard node.kind == .htmlBlock || node.kind == .htmlInline else { return false }
      let literal = article.document.literal(Document.NodeID(index))
      return !literal.drop { $0 == 0x20 }.starts(with: "<!--".utf8)
    }
    guard let first = pieces.first else { return nil }
    let others = pieces.count == 1 ? "" : ", as are \(pieces.count - 1) more in this article"
    return Diagnostic(
      .rawHTML, at: article.source.location(article.document.nodes[first].span),
      "HTML is left out of the page" + others,
      help: "write it in Markdown, or say 'rawHTML: allow' in site.yml")
  }
}

/// Links and images with addresses that pages do not let through.
func unsafeAddresses(_ checked: CheckedBase) -> [Diagnostic] {
  checked.base.articles.flatMap { entry -> [Diagnostic] in
    let article = entry.article
    return article.document.links.compactMap { place in
      guard let scheme = scheme(of: article.document.literal(place.node)),
        !["http", "https", "mailto", "tel"].contains(scheme)
      else { return nil }
      return Diagnostic(
        .unsafeURL, at: article.source.location(place.destination),
        "an address with '\(scheme):' is not let through to the page")
    }
  }
}

/// What stands before the first colon as browsers read it: without white space and control characters.
private func scheme(of address: ArraySlice<UInt8>) -> String? {
  var scheme: [UInt8] = []
  for byte in address {
    switch byte {
    case 0...0x20: continue
    case UInt8(ascii: ":"): return String(decoding: scheme, as: UTF8.self).lowercased()
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
    default: scheme.append(byte)
    }
  }
  return nil
}
