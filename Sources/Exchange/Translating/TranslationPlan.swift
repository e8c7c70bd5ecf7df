import Articles
import Diagnostics

/// What is to stand in a translation for each block of its source.
struct TranslationPlan {
  enum Piece: Hashable {
    case text([UInt8])
    /// What the translation has already: because the answer is the same, or because there is none.
    case former(isAnswered: Bool)
    /// A block without words, as in the source.
    case source
    case leftOut
  }

  let pair: TranslationPair
  let answers: [TranslatorsAnswer]
  /// For each unit of the source.
  private(set) var pieces: [Piece]

  init(_ pair: TranslationPair, _ answers: [TranslatorsAnswer]) {
    self.pair = pair
    self.answers = answers
    pieces = answers.enumerated().map { index, answer in
      let former = pair.translation(of: index)
      switch answer {
      case .translated(let text, _):
        return former?.message == text ? .former(isAnswered: true) : .text(text)
      case .fuzzy, .untranslated: return former == nil ? .leftOut : .former(isAnswered: false)
      case .nothing:
        guard former != nil else { return .source }
        return Self.followsSource(pair, index) ? .source : .former(isAnswered: true)
      }
    }
  }

  /// Whether the translation has a block without words, as code, just as the source had it before it
  /// changed there.
  private static func followsSource(_ pair: TranslationPair, _ unit: Int) -> Bool {
    guard let old = pair.origin(of: unit), let own = pair.translation(of: unit),
      let confirmed = pair.confirmed, let translation = pair.translation
    else { return false }
    return confirmed.source.bytes[old.content] == translation.source.bytes[own.content]
  }

  /// Whether a block has no translation.
  var isIncomplete: Bool {
    zip(pieces, answers).contains { $0 == .leftOut && $1 != .nothing }
  }

  // MARK: Leaving out

  /// Leaves out what stands in a block that is left out, where nothing of it is translated.
  ///
  /// - Returns: errors where something is.
  mutating func leaveOut(in catalogue: Catalogue, _ file: SourceText) -> [Diagnostic] {
    var faults = rowFaults(in: catalogue, file)
    for index in pieces.indices where pieces[index] == .leftOut {
      guard let (name, inner) = dependents(of: index) else { continue }
      var hasWords = false
      for other in inner {
        if pieces[other] == .source { pieces[other] = .leftOut }
        hasWords = hasWords || pieces[other] != .leftOut
      }
      if !hasWords { continue }
      let entry = entry(of: answers[index])
      faults.append(
        Diagnostic(
          .badCatalogue,
          at: entry.map { file.location(catalogue.entries[$0].span) }
            ?? Location(file: file.path),
          "this \(pair.sourceUnits[index].block.kind.rawValue) has no translation, but \(name) has",
          help: "translate it, or take the mark 'fuzzy' off where its translation is right"))
    }
    return faults
  }

  /// Rows of tables with other numbers of cells than their sources.
  private func rowFaults(in catalogue: Catalogue, _ file: SourceText) -> [Diagnostic] {
    pieces.indices.compactMap { unit in
      guard case .text(let text) = pieces[unit], case .translated(_, let entry) = answers[unit],
        pair.sourceUnits[unit].block.kind == .tableRow, let message = pair.sourceUnits[unit].message
      else { return nil }
      let (have, want) = (
        TableRowText(text[...]).cells.count, TableRowText(message[...]).cells.count
      )
      if have == want { return nil }
      let cells = have == 1 ? "1 cell" : "\(have) cells"
      return Diagnostic(
        .badCatalogue, at: file.location(catalogue.entries[entry].translationSpan),
        "this row of a table has \(cells), its source has \(want)",
        help: "a bar within a cell is written \\|")
    }
  }

  /// The blocks that cannot stand without a block, and what they are in words.
  private func dependents(of unit: Int) -> (String, [Int])? {
    let block = pair.sourceUnits[unit].block
    let document = pair.source.document
    guard let node = block.node else { return nil }
    switch block.kind {
    case .heading:
      let section = pair.sourceUnits[(unit + 1)...].prefix {
        $0.block.kind != .heading || $0.block.level > block.level
      }
      return ("what stands below it", Array(section.indices))
    case .tableRow where document[node].detail == 1:
      return ("a row below it", units(after: unit, in: document[node].parent))
    case .listItem:
      return ("what belongs to it", units(after: unit, in: document[node].parent))
    default: return nil
    }
  }

  private func units(after unit: Int, in container: Document.NodeID) -> [Int] {
    let document = pair.source.document
    var above = container
    while above >= 0, document[above].nextSibling < 0 { above = document[above].parent }
    let end = above >= 0 ? document[above].nextSibling : Document.NodeID(document.nodes.count)
    let inner = pair.sourceUnits[(unit + 1)...].prefix { ($0.block.node ?? end) < end }
    return Array(inner.indices)
  }

  func entry(of answer: TranslatorsAnswer) -> Int? {
    switch answer {
    case .translated(_, let entry), .fuzzy(let entry), .untranslated(let entry): entry
    case .nothing: nil
    }
  }
}
