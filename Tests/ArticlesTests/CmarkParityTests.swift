import Articles
import CCmark
import Diagnostics
import Testing

@Suite struct CmarkParityTests {
  @Test("there are some hundreds of inputs")
  func count() {
    #expect(Set(MarkdownInputs.written).count >= 400)
  }

  @Test("renders what cmark renders")
  func html() {
    var failures = 0
    for input in MarkdownInputs.written + MarkdownInputs.wrapped + MarkdownInputs.random(3000) {
      for keepsAll in [false, true] {
        let bytes = Array(input.utf8)
        var renderer = HTMLRenderer()
        renderer.keepsRawHTML = keepsAll
        renderer.keepsUnsafeAddresses = keepsAll
        let html = renderer.render(MarkdownTree(bytes).document)
        let expected = Self.cmark(bytes, keepsAll ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT)
        guard html != expected else { continue }
        failures += 1
        if failures <= 5 {
          Issue.record(
            "\(input.debugDescription): \(String(decoding: html, as: UTF8.self)) is not \(String(decoding: expected, as: UTF8.self))"
          )
        }
      }
    }
    #expect(failures == 0)
  }

  @Test("places every node in the file")
  func spans() {
    var failures = 0
    for input in MarkdownInputs.written + MarkdownInputs.wrapped + MarkdownInputs.random(3000) {
      let bytes = Array(input.utf8)
      let tree = MarkdownTree(bytes)
      guard let fault = SpanChecker(bytes, tree).fault() else { continue }
      failures += 1
      if failures <= 8 { Issue.record("\(input.debugDescription): \(fault)") }
    }
    #expect(failures == 0)
  }

  /// What cmark itself makes of the bytes.
  static func cmark(_ bytes: [UInt8], _ options: Int32) -> [UInt8] {
    let html = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        $0.isEmpty
          ? cmark_markdown_to_html("", 0, options)
          : cmark_markdown_to_html($0.baseAddress, $0.count, options)
      }
    }
    guard let html else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    // cmark tells an empty title from none, which says nothing to a reader.
    return Array(String(cString: html).replacing(" title=\"\"", with: "").utf8)
  }
}

/// Tests the places of the nodes of a tree against the bytes that it was made of.
struct SpanChecker {
  let bytes: [UInt8]
  let tree: MarkdownTree
  private var document: Document { tree.document }

  init(_ bytes: [UInt8], _ tree: MarkdownTree) {
    self.bytes = bytes
    self.tree = tree
  }

  /// What is wrong, if anything is.
  func fault() -> String? {
    if let block = tree.unplacedBlocks.first {
      return hasMadeUpSpaces(block) ? nil : "\(describe(block)) was not placed"
    }
    for id in document.nodes.indices.map(Document.NodeID.init) {
      let node = document[id]
      if node.span.end > bytes.count { return "\(describe(id)) ends after the file" }
      if node.parent >= 0 {
        let parent = document[node.parent].span
        if node.span.start < parent.start || node.span.end > parent.end {
          return "\(describe(id)) is not within \(describe(node.parent))"
        }
      }
      if node.nextSibling >= 0, document[node.nextSibling].span.start < node.span.end {
        return "\(describe(node.nextSibling)) begins within \(describe(id))"
      }
      if !isTrue(id, node) { return "\(describe(id)) is not what the file says" }
    }
    return proseFault()
  }

  /// Behind a backslash at the end of a line, cmark makes spaces of a tab that is partly taken by a
  /// quote or list, and leaves them in the text: they stand nowhere in the file.
  private func hasMadeUpSpaces(_ block: Document.NodeID) -> Bool {
    String(decoding: bytes[document[block].span.range], as: UTF8.self)
      .contains(/\\[\r\n]+[> ]*\t/)
  }

  private func describe(_ id: Document.NodeID) -> String {
    let node = document[id]
    let text = String(decoding: bytes[node.span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return "\(node.kind) at \(node.span.range) \(text.debugDescription)"
  }

  private func isTrue(_ id: Document.NodeID, _ node: Document.Node) -> Bool {
    let text = bytes[node.span.range]
    func isMarked(_ marks: String, _ count: Int) -> Bool {
      text.count >= 2 * count && text.prefix(count).allSatisfy { marks.utf8.contains($0) }
        && text.suffix(count).allSatisfy { marks.utf8.contains($0) }
    }
    switch node.kind {
    case .text: return decoded(text, id) == Array(document.literal(id))
    case .code: return isMarked("`", 1)
    case .emphasis: return isMarked("*_", 1)
    case .strong: return isMarked("*_", 2)
    case .link:
      return (text.first == UInt8(ascii: "[") && ")]".utf8.contains(text.last ?? 0))
        || (text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">"))
    case .image: return text.starts(with: "![".utf8) && ")]".utf8.contains(text.last ?? 0)
    case .htmlInline: return text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">")
    case .softBreak, .lineBreak: return text.contains(0x0A) || text.contains(0x0D)
    case .blockQuote: return text.first == UInt8(ascii: ">")
    case .htmlBlock: return text.first == UInt8(ascii: "<")
    case .item, .list: return text.first.map { "-+*0123456789".utf8.contains($0) } ?? false
    case .thematicBreak: return text.count >= 3 && text.allSatisfy { "-_* \t".utf8.contains($0) }
    case .heading:
      return text.first == UInt8(ascii: "#") || text.last.map { "-=".utf8.contains($0) } ?? false
    case .codeBlock, .paragraph: return text.contains { $0 > 0x20 }
    default: return true
    }
  }

  /// What a text says, read by another way than the tree was made: by cmark, one part at a time.
  private func decoded(_ text: ArraySlice<UInt8>, _ id: Document.NodeID) -> [UInt8] {
    let parent = document[id].parent
    let isAutolink =
      document[parent].kind == .link && bytes[document[parent].span.start] == UInt8(ascii: "<")
    var decoded: [UInt8] = []
    var i = text.startIndex
    while i < text.endIndex {
      if text[i] == UInt8(ascii: "\\"), !isAutolink, i + 1 < text.endIndex,
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8.contains(text[i + 1])
      {
        decoded.append(text[i + 1])
        i += 2
        continue
      }
      if text[i] == UInt8(ascii: "&"), let end = text[i...].firstIndex(of: UInt8(ascii: ";")) {
        let html = String(
          decoding: CmarkParityTests.cmark(Array(text[i...end]), CMARK_OPT_DEFAULT), as: UTF8.self)
        let inner = html.dropFirst(3).dropLast(5)
        if !inner.hasPrefix("&amp;") || text[i...end].elementsEqual("&amp;".utf8) {
          let plain = inner.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
          decoded += Array(plain.utf8)
          i = end + 1
          continue
        }
      }
      decoded.append(text[i])
      i += 1
    }
    return decoded
  }

  private func proseFault() -> String? {
    let prose = Prose(tree)
    var end = 0
    for run in prose.runs {
      let start = Int(run.start)
      guard start >= end, prose.bytes[end..<start].allSatisfy({ $0 == 0x0A }) else {
        return "the prose is not covered at \(end)"
      }
      end = start + Int(run.length)
      let text = prose.bytes[start..<end]
      let source = bytes[Int(run.sourceStart)..<Int(run.sourceStart + run.sourceLength)]
      if run.length == run.sourceLength, !text.elementsEqual(source),
        source.first != UInt8(ascii: "&"),
        !text.elementsEqual([0x20]) || !source.allSatisfy({ $0 <= 0x20 })
      {
        return "the prose '\(prose.text(start..<end))' is not in the file"
      }
    }
    for mark in prose.marks where mark.range.isEmpty || document[mark.node].kind != mark.kind {
      return "a mark is wrong"
    }
    return nil
  }
}
