/// Whether an SVG drawing holds nothing that a browser would run or fetch when a reader opens it by
/// itself: no scripts, event handlers, foreign content, style sheets from elsewhere or links but to
/// its own parts.
///
/// Errs on the safe side: a drawing that only looks as if it did is refused as well.
/// - Parameter bytes: the file, in an encoding that agrees with ASCII.
package func isSafeImage(_ bytes: [UInt8]) -> Bool {
  let text = bytes.map { byte in
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
  // UTF-16 would hide everything below; an entity could spell anything.
  guard !text.contains(0) else { return false }
  let forbidden = [
    "<script", ":script", "<foreignobject", ":foreignobject", "<!entity", "<!doctype", "<iframe",
    "<embed", "<object", "<handler", "<set", "<animate", "<?xml-stylesheet", "@import",
    "javascript:",
    "data:text", "&#",
  ]
  for word in forbidden where contains(text, Array(word.utf8)) { return false }
  return !hasHandlerOrReference(text)
}

/// An attribute `on…=`, or a reference (`href`, `src`, `url(`) that does not start with `#`.
private func hasHandlerOrReference(_ text: [UInt8]) -> Bool {
  let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
  for at in text.indices.dropFirst() {
    let before = text[at - 1]
    let rest = text[at...]
    let starts = isSpace(before) || before == 0x22 || before == 0x27 || before == UInt8(ascii: "/")
    if starts, rest.starts(with: "on".utf8) {
      let name = rest.prefix { $0 != UInt8(ascii: "=") && !isSpace($0) }
      let after = rest.dropFirst(name.count).drop(while: isSpace)
      if after.first == UInt8(ascii: "=") { return true }
    }
    for word in ["href", "src", "url("] where rest.starts(with: word.utf8) {
      let value = rest.dropFirst(word.utf8.count)
        .drop { isSpace($0) || $0 == UInt8(ascii: "=") || $0 == 0x22 || $0 == 0x27 }
      if value.first != UInt8(ascii: "#") { return true }
    }
  }
  return false
}

private func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
  guard let first = word.first, text.count >= word.count else { return false }
  return (0...(text.count - word.count)).contains {
    text[$0] == first && text[$0...].starts(with: word)
  }
}
