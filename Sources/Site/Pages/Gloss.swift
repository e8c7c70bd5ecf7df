import Knowledge

extension Page {
  /// The definitions of the concepts that the page links, to be shown in place.
  func popovers() -> HTML {
    var out = HTML()
    for concept in linked {
      guard let target = edition.conceptPaths[concept],
        let term = base.concepts[concept].term(in: language),
        let definition = base.concepts[concept].definition(in: language)
      else { continue }
      let text = Self.short(definition.brief, to: 320)
      out += """
        <div class="gloss" id="\(glossID(concept))" popover="manual">\
        <p class="gloss-term"><a href="\(url: link(to: target))">\(term)</a></p>\
        <p>\(text)</p></div>

        """
    }
    return out
  }

  /// A text of at most `limit` bytes, cut between words, with an ellipsis where it is cut.
  static func short(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let head = text.utf8.prefix(limit)
    guard let space = head.lastIndex(of: 0x20) else {
      return String(
        decoding: text.unicodeScalars.prefix(limit / 4).flatMap { String($0).utf8 }, as: UTF8.self)
        + "…"
    }
    return String(decoding: head[..<space], as: UTF8.self) + "…"
  }
}
