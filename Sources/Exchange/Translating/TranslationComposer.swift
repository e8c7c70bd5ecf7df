import Articles
import Diagnostics

/// Writes the file of a translation, block by block in the order of the source.
struct TranslationComposer {
  /// What has to be read where a block was written.
  struct Expected {
    var unit: TranslationUnit
    var message: [UInt8]?
    /// The block of the source; nil for one that the translation has of its own.
    var source: Int?
  }

  private enum Side { case source, translation }

  private let plan: TranslationPlan
  private let pair: TranslationPair
  private let source: ArticleLayout?
  private let translation: ArticleLayout?
  private let confirmed: ArticleLayout?
  private let ending: LineEnding
  /// Blocks that the translation has of its own, by the block that they follow; -1 before all.
  private var own: [Int: [Int]] = [:]

  private var out: [UInt8] = []
  /// The block of the translation that was written last; nil where the last one is of the source alone.
  private var last: Int?
  private(set) var expected: [Expected] = []
  private(set) var changed = 0

  init(_ plan: TranslationPlan) {
    self.plan = plan
    pair = plan.pair
    source = ArticleLayout(pair.source, pair.sourceUnits)
    translation = pair.translation.flatMap { ArticleLayout($0, plan.pair.translationUnits) }
    confirmed = pair.confirmed.flatMap { ArticleLayout($0, plan.pair.confirmedUnits) }
    ending = LineEnding(of: (pair.translation ?? pair.source).source.bytes)
    guard let translation else { return }
    let paired = Set(pair.partners.compactMap { $0 })
    let removed = Set(pair.removed)
    var anchor = -1
    for unit in translation.body {
      if paired.contains(unit) {
        anchor = unit
      } else if !removed.contains(unit) {
        own[anchor, default: []].append(unit)
      }
    }
  }

  /// - Parameter isNewDraft: whether a new translation is marked as a draft.
  /// - Returns: the file; empty where the blocks of an article cannot be told apart.
  mutating func compose(isNewDraft: Bool) -> [UInt8] {
    guard let source, pair.translation == nil || translation != nil else { return [] }
    writeFrontMatter(source, isNewDraft: isNewDraft)
    last = translation.map { $0.body.lowerBound - 1 }
    writeOwn(after: -1)
    for unit in source.body where plan.pieces[unit] != .leftOut { write(unit, source) }
    writeEnd(source)
    return out
  }

  // MARK: Front matter

  private mutating func writeFrontMatter(_ source: ArticleLayout, isNewDraft: Bool) {
    let units = pair.sourceUnits.indices.filter { pair.sourceUnits[$0].isFrontMatter }
    guard let translation, let article = pair.translation else {
      var values: [(String, [UInt8])] = units.compactMap { unit in
        guard case .text(let text) = plan.pieces[unit] else { return nil }
        expected.append(Expected(unit: pair.sourceUnits[unit], message: text, source: unit))
        changed += 1
        return (pair.sourceUnits[unit].block.kind.rawValue, text)
      }
      if let concept = pair.source.frontMatter.concept {
        values.append(("concept", Array(concept.utf8)))
      }
      values.append(("translationOf", Array(pair.source.path.utf8)))
      out += ending.applied(to: FrontMatterText.fresh(values, isDraft: isNewDraft))
      if let first = source.bytes[source.bodyStart...].first, !first.isLineEnd {
        out += ending.applied(to: [0x0A])
      }
      return
    }
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for unit in units {
      guard case .text(let text) = plan.pieces[unit] else { continue }
      changed += 1
      if let own = pair.partners[unit].map({ pair.translationUnits[$0] }) {
        let former = translation.bytes[own.content]
        edits.append((own.content, FrontMatterText.scalar(text, like: former)))
      } else {
        let key = Array((pair.sourceUnits[unit].block.kind.rawValue + ": ").utf8)
        edits.append((newKeyPlace(article), key + FrontMatterText.scalar(text) + [0x0A]))
      }
    }
    write(edits, into: translation)
    expect(units)
  }

  /// Below the line that opens the front matter.
  private func newKeyPlace(_ article: Article) -> Range<Int> {
    guard article.bodyStart > 0 else { return 0..<0 }
    let place = article.source.lineStarts.count > 1 ? Int(article.source.lineStarts[1]) : 0
    return place..<place
  }

  private mutating func write(
    _ edits: [(range: Range<Int>, text: [UInt8])], into layout: ArticleLayout
  ) {
    let needsFences = layout.bodyStart == 0 && !edits.isEmpty
    if needsFences { out += ending.applied(to: Array("---\n".utf8)) }
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      out += layout.bytes[place..<edit.range.lowerBound]
      out += ending.applied(to: edit.text)
      place = edit.range.upperBound
    }
    out += layout.bytes[place..<layout.bodyStart]
    if needsFences { out += ending.applied(to: Array("---\n\n".utf8)) }
  }

  private mutating func expect(_ units: [Int]) {
    for unit in units {
      switch plan.pieces[unit] {
      case .text(let text):
        expected.append(Expected(unit: pair.sourceUnits[unit], message: text, source: unit))
      case .former:
        guard let former = pair.translation(of: unit) else { continue }
        expected.append(Expected(unit: former, message: former.message, source: unit))
      case .source, .leftOut: break
      }
    }
    // What the translation says of itself although its source does not.
    let paired = Set(units.compactMap { pair.partners[$0] })
    for (index, unit) in pair.translationUnits.enumerated()
    where unit.isFrontMatter && !paired.contains(index) {
      expected.append(Expected(unit: unit, message: unit.message, source: nil))
    }
    // Read in this order, however they are written.
    expected = [.title, .description].flatMap { kind in
      expected.filter { $0.unit.block.kind == kind }
    }
  }

  // MARK: Blocks

  private mutating func write(_ unit: Int, _ source: ArticleLayout) {
    let (gap, side) = gap(before: unit, source)
    out += gap
    let partner = pair.partners[unit]
    let template = side == .translation ? partner : nil
    var message = pair.sourceUnits[unit].message
    switch plan.pieces[unit] {
    case .text(let text):
      out += rendered(text, unit, partner, source)
      message = text
      changed += 1
    case .former:
      guard let partner, let translation else { break }
      let raw = translation.content(partner)
      message = pair.translationUnits[partner].message
      if template != nil || message == nil || !raw.contains(where: \.isLineEnd) {
        out += raw
      } else {
        out += rendered(message ?? [], unit, partner, source)
      }
    case .source: out += ending.applied(to: source.content(unit))
    case .leftOut: break
    }
    if let template, let translation {
      out += translation.suffix(template)
    } else {
      out += ending.applied(to: source.suffix(unit))
    }
    expected.append(
      Expected(unit: pair.sourceUnits[unit], message: message, source: unit))
    last = partner
    if let partner { writeOwn(after: partner) }
  }

  private mutating func writeOwn(after anchor: Int) {
    guard let translation else { return }
    for unit in own[anchor] ?? [] {
      out += translation.gap(before: unit) + translation.content(unit) + translation.suffix(unit)
      let own = pair.translationUnits[unit]
      expected.append(Expected(unit: own, message: own.message, source: nil))
      last = unit
    }
  }

  /// A translation as it is written in its place.
  private func rendered(_ text: [UInt8], _ unit: Int, _ partner: Int?, _ source: ArticleLayout)
    -> [UInt8]
  {
    if pair.sourceUnits[unit].block.kind == .tableRow {
      let words = TableRowText(text[...])
      let own = partner.flatMap { partner in translation.map { $0.content(partner) } }
      return own.flatMap { TableRowText($0).filled(with: words) }
        ?? TableRowText(source.content(unit)).filled(with: words) ?? text
    }
    guard text.contains(0x0A) else { return text }
    let lineStart = (out.lastIndex(where: \.isLineEnd) ?? -1) + 1
    let lead = UnitText.continuation(after: out[lineStart...])
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    return ending.applied(to: lines.map(Array.init).joined(separator: [0x0A] + lead).map { $0 })
  }

  // MARK: Between blocks

  /// What stands before a block: as the translation has it, unless the source was laid out anew there and the
  /// translation was laid out as the source had been.
  private func gap(before unit: Int, _ source: ArticleLayout) -> ([UInt8], Side) {
    let theirs = ending.applied(to: source.gap(before: unit))
    guard let partner = pair.partners[unit], let translation,
      pair.translationUnits[partner].hasShape(of: pair.sourceUnits[unit])
    else { return (adapted(theirs, unit), .source) }
    let ours = Array(translation.gap(before: partner))
    let isAdjacent = last == partner - 1
    if let origin = pair.origins[unit], let confirmed,
      pair.confirmedUnits[origin].hasShape(of: pair.sourceUnits[unit])
    {
      let base = ending.applied(to: confirmed.gap(before: origin))
      if base == theirs { return (ours, .translation) }
      if base == ours { return (theirs, .source) }
    }
    return isAdjacent ? (ours, .translation) : (adapted(theirs, unit), .source)
  }

  /// A new item of a list begins with the bullet of the items beside it in the translation.
  private func adapted(_ theirs: [UInt8], _ unit: Int) -> [UInt8] {
    guard let translation, pair.sourceUnits[unit].block.kind == .listItem,
      let list = list(of: unit), let marker = ListMarker(endOf: theirs[...])
    else { return theirs }
    let siblings = [unit - 1, unit + 1, unit].filter { list == self.list(of: $0) }
    let sample = siblings.lazy.compactMap { pair.partners[$0] }
      .compactMap { ListMarker(endOf: translation.gap(before: $0)) }.first
    return sample.map { marker.replaced(in: theirs, like: $0) } ?? theirs
  }

  /// The list that a block of the source is an item of.
  private func list(of unit: Int) -> Document.NodeID? {
    guard pair.sourceUnits.indices.contains(unit), let node = pair.sourceUnits[unit].block.node,
      pair.sourceUnits[unit].block.kind == .listItem
    else { return nil }
    let document = pair.source.document
    return document[document[node].parent].parent
  }

  private mutating func writeEnd(_ source: ArticleLayout) {
    let theirs = ending.applied(to: source.end)
    guard let translation else {
      out += theirs
      return
    }
    let ours = Array(translation.end)
    let base = confirmed.map { ending.applied(to: $0.end) }
    out += base == ours ? theirs : ours
  }
}
