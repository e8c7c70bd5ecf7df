import Diagnostics

/// Which blocks of two languages say the same, told by their structure: their headings in order, and
/// below each heading the kinds of blocks in order.
package func pairByStructure(_ source: [ArticleBlock], _ translation: [ArticleBlock]) -> [Int?] {
  struct Shape: Hashable {
    var kind: ArticleBlock.Kind
    var level: Int
  }
  var partners = [Int?](repeating: nil, count: source.count)
  var numbering = Numbering<Shape>()
  func shapes(_ blocks: ArraySlice<ArticleBlock>) -> [Int] {
    blocks.map { numbering.number(Shape(kind: $0.kind, level: $0.level)) }
  }
  let (ours, theirs) = (sections(source), sections(translation))
  func levels(_ sections: [Range<Int>], _ blocks: [ArticleBlock]) -> [Int] {
    // What stands before the first heading is a section as well.
    sections.enumerated().map { $0.offset == 0 ? 0 : blocks[$0.element.lowerBound].level }
  }
  for pair in CommonSequence.pairs(levels(ours, source), levels(theirs, translation)) {
    let (left, right) = (ours[pair.old], theirs[pair.new])
    for match in CommonSequence.pairs(shapes(source[left]), shapes(translation[right])) {
      partners[left.lowerBound + match.old] = right.lowerBound + match.new
    }
  }
  return partners
}

/// The blocks from one heading to the next; the first section may be empty.
private func sections(_ blocks: [ArticleBlock]) -> [Range<Int>] {
  var starts = [0]
  for (index, block) in blocks.enumerated() where block.kind == .heading { starts.append(index) }
  return zip(starts, starts.dropFirst() + [blocks.count]).map { $0..<$1 }
}
