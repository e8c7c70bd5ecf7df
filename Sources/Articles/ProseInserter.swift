/// Writes texts with HTML put around stretches of prose.
struct ProseInserter {
  private let document: Document
  private let prose: Prose
  private let insertions: [ProseInsertion]
  /// The next insertion, and the next run of prose.
  private var next = 0
  private var run = 0
  /// What is to be closed, and where in the prose.
  private var pending: (end: Int, close: [UInt8])?

  init(_ document: Document, _ prose: Prose, _ insertions: [ProseInsertion]) {
    self.document = document
    self.prose = prose
    self.insertions = insertions
  }

  /// Writes one text node.
  mutating func write(_ id: Document.NodeID, isInLink: Bool, into html: inout [UInt8]) {
    let literal = document.literal(id)
    guard next < insertions.count || pending != nil else {
      html.appendEscaped(literal)
      return
    }
    let range = proseRange(of: id)
    while next < insertions.count, insertions[next].range.lowerBound < range.lowerBound {
      next += 1
    }
    var place = (literal: literal.startIndex, prose: range.lowerBound)
    var written = literal.startIndex
    func flush(to end: Int, _ html: inout [UInt8]) {
      html.appendEscaped(literal[written..<end])
      written = end
    }
    while true {
      if let (end, close) = pending {
        guard end <= range.upperBound else { break }
        flush(to: afterByte(end - 1, in: literal, range, &place), &html)
        html.append(contentsOf: close)
        pending = nil
      }
      guard next < insertions.count, insertions[next].range.lowerBound < range.upperBound else {
        break
      }
      let insertion = insertions[next]
      next += 1
      guard !isInLink, insertion.range.lowerBound >= place.prose, isWhole(insertion.range, in: id)
      else { continue }
      flush(to: ofByte(insertion.range.lowerBound, in: literal, range, &place), &html)
      html.append(contentsOf: insertion.open)
      pending = (insertion.range.upperBound, insertion.close)
    }
    flush(to: literal.endIndex, &html)
  }

  /// The prose that comes from a text node.
  private mutating func proseRange(of id: Document.NodeID) -> Range<Int> {
    if run < prose.runs.count, prose.runs[run].node < id {
      // Nodes come in order, but a part of a document may be far from its start.
      var low = run
      var high = prose.runs.count
      while low < high {
        let middle = (low + high) / 2
        if prose.runs[middle].node < id { low = middle + 1 } else { high = middle }
      }
      run = low
    }
    guard run < prose.runs.count, prose.runs[run].node == id else {
      let start = run < prose.runs.count ? Int(prose.runs[run].start) : prose.bytes.count
      return start..<start
    }
    let start = Int(prose.runs[run].start)
    var end = start
    while run < prose.runs.count, prose.runs[run].node == id {
      end = Int(prose.runs[run].start) + Int(prose.runs[run].length)
      run += 1
    }
    return start..<end
  }

  /// Whether a stretch of prose that begins in a text ends in it, or in a text beside it with nothing
  /// but texts and line breaks between.
  private func isWhole(_ range: Range<Int>, in id: Document.NodeID) -> Bool {
    guard !range.isEmpty, range.upperBound <= prose.bytes.count else { return false }
    guard prose.bytes[range.lowerBound] != Byte.space else { return false }
    let last = prose.run(at: range.upperBound - 1).node
    var node = id
    while node != last {
      guard node >= 0, node < last else { return false }
      node = document[node].nextSibling
      guard node >= 0 else { return false }
      switch document[node].kind {
      case .text, .softBreak, .lineBreak: continue
      default: return false
      }
    }
    return document[last].kind == .text
  }

  // MARK: From prose to literal

  /// Where a byte of the prose stands in the literal that it comes from.
  private func ofByte(
    _ offset: Int, in literal: ArraySlice<UInt8>, _ range: Range<Int>,
    _ place: inout (literal: Int, prose: Int)
  ) -> Int {
    while place.prose < offset {
      step(literal, &place)
    }
    if offset < range.upperBound, prose.bytes[offset] != Byte.space { skipSpace(literal, &place) }
    return place.literal
  }

  private func afterByte(
    _ offset: Int, in literal: ArraySlice<UInt8>, _ range: Range<Int>,
    _ place: inout (literal: Int, prose: Int)
  ) -> Int {
    while place.prose <= offset { step(literal, &place) }
    return place.literal
  }

  /// Takes one byte of the prose: a letter, or a space for any white space.
  private func step(_ literal: ArraySlice<UInt8>, _ place: inout (literal: Int, prose: Int)) {
    if prose.bytes[place.prose] == Byte.space {
      skipSpace(literal, &place)
    } else {
      skipSpace(literal, &place)
      place.literal = min(place.literal + 1, literal.endIndex)
    }
    place.prose += 1
  }

  private func skipSpace(_ literal: ArraySlice<UInt8>, _ place: inout (literal: Int, prose: Int)) {
    var i = place.literal
    while i < literal.endIndex {
      if literal[i].isSpace {
        i += 1
      } else if literal[i] == 0xC2, i + 1 < literal.endIndex, literal[i + 1] == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    place.literal = i
  }
}
