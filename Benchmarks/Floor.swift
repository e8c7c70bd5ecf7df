import CCmark
import Glibc

/// What the least possible work on the same texts costs: libcmark alone.
enum Floor {
  static func parse(_ text: [UInt8]) {
    text.withUnsafeBytes { bytes in
      let root = cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
      cmark_node_free(root)
    }
  }

  /// - Returns: The length of the HTML.
  @discardableResult
  static func parseAndRender(_ text: [UInt8]) -> Int {
    text.withUnsafeBytes { bytes in
      let root = cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
      defer { cmark_node_free(root) }
      guard let html = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return 0 }
      defer { free(html) }
      return strlen(html)
    }
  }
}
