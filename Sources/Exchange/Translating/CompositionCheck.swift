import Articles
import Diagnostics
import Language

/// Reads a translation that was put together, and finds the answer that does not fit into it.
struct CompositionCheck {
  let plan: TranslationPlan
  let expected: [TranslationComposer.Expected]
  let catalogue: Catalogue
  let file: SourceText

  /// - Returns: nil where each block is read as it was meant.
  func fault(in bytes: [UInt8], path: String, language: LanguageCode) -> Diagnostic? {
    let units = read(bytes, path, language)?.translationUnits
    guard let units, !bytes.isEmpty else {
      return Diagnostic(
        .badCatalogue, at: Location(file: file.path),
        "no article can be made of the translations",
        help: "translate '\(plan.pair.source.path)' in an editor of text")
    }
    for (place, want) in expected.enumerated() {
      guard place < units.count else { return fault(at: place, nil) }
      let have = units[place]
      let isSame =
        have.block.kind == want.unit.block.kind && have.block.level == want.unit.block.level
        && have.message == want.message
      if !isSame { return fault(at: place, have) }
    }
    return units.count > expected.count ? fault(at: expected.count - 1, units[expected.count]) : nil
  }

  private func read(_ bytes: [UInt8], _ path: String, _ language: LanguageCode) -> Article? {
    let reader = ArticleReader(knownLanguages: [language]) { _ in nil }
    return reader.read(
      ContentFile(shownPath: path, path: path, bytes: bytes, declaredLanguage: language)
    ).value
  }

  private func fault(at place: Int, _ have: TranslationUnit?) -> Diagnostic {
    // A text that goes too far is noticed at the block after it.
    let candidates = [place, place - 1].filter { expected.indices.contains($0) }
    for candidate in candidates {
      guard let unit = expected[candidate].source, case .text(let text) = plan.pieces[unit],
        case .translated(_, let entry) = plan.answers[unit],
        candidate == place || reachesOn(text)
      else { continue }
      let kind = plan.pair.sourceUnits[unit].block.kind.rawValue
      return Diagnostic(
        .badCatalogue, at: file.location(catalogue.entries[entry].translationSpan),
        "this translation would not be one \(kind) in the article", notes: notes(have, text),
        help:
          "give it the markup of its source: no line of its own that Markdown takes for something else"
      )
    }
    return Diagnostic(
      .badCatalogue, at: Location(file: file.path),
      "the translations cannot be put together with the article as it is laid out",
      notes: notes(have, []), help: "translate '\(plan.pair.source.path)' in an editor of text")
  }

  private func reachesOn(_ text: [UInt8]) -> Bool {
    text.contains(0x0A) || text.contains(UInt8(ascii: "`")) || text.contains(UInt8(ascii: "<"))
  }

  private func notes(_ have: TranslationUnit?, _ text: [UInt8]) -> [Diagnostic.Note] {
    guard let have else { return [] }
    let shown = have.block.text.count > 80 ? have.block.text.prefix(80) + "…" : have.block.text[...]
    return [Diagnostic.Note("it is read as the \(have.block.kind.rawValue) '\(shown)'")]
  }
}

/// The source as far as a translation follows it.
struct ConfirmedSource {
  private let plan: TranslationPlan
  private var pair: TranslationPair { plan.pair }

  init(_ plan: TranslationPlan) { self.plan = plan }

  /// - Returns: the source with the former words of blocks whose translation does not follow it, and without
  ///   those that are not translated; nil where that cannot be told.
  func bytes() -> [UInt8]? {
    let behind = pair.sourceUnits.indices.filter(isBehind)
    let isWhole = behind.isEmpty && !plan.pieces.contains(.leftOut)
    if isWhole { return pair.source.source.bytes }
    if pair.translation != nil && pair.confirmed == nil { return nil }
    guard let layout = ArticleLayout(pair.source, pair.sourceUnits) else { return nil }
    let ending = LineEnding(of: pair.source.source.bytes)
    var out = frontMatter(layout, behind)
    for unit in layout.body where plan.pieces[unit] != .leftOut {
      out += layout.gap(before: unit)
      if behind.contains(unit), let former = former(unit) {
        let lineStart = (out.lastIndex(where: \.isLineEnd) ?? -1) + 1
        let lead = UnitText.continuation(after: out[lineStart...])
        let lines = former.split(separator: 0x0A, omittingEmptySubsequences: false)
        out += ending.applied(to: lines.map(Array.init).joined(separator: [0x0A] + lead).map { $0 })
      } else {
        out += layout.content(unit)
      }
      out += layout.suffix(unit)
    }
    out += layout.end
    return says(out, behind) ? out : nil
  }

  /// Whether a block changed in the source and its translation stays what it was.
  private func isBehind(_ unit: Int) -> Bool {
    guard case .former(let isAnswered) = plan.pieces[unit] else { return false }
    if pair.sourceUnits[unit].message != nil { return !isAnswered && isStale(unit) }
    guard let origin = pair.origin(of: unit), let confirmed = pair.confirmed else { return false }
    return confirmed.source.bytes[origin.content]
      != pair.source.source.bytes[pair.sourceUnits[unit].content]
  }

  private func isStale(_ unit: Int) -> Bool {
    pair.confirmed == nil || pair.standing(of: unit) == .stale
  }

  private func former(_ unit: Int) -> [UInt8]? {
    guard let origin = pair.origin(of: unit) else { return nil }
    if let message = origin.message { return message }
    return pair.confirmed.map { Array($0.source.bytes[origin.content]) }
  }

  private func frontMatter(_ layout: ArticleLayout, _ behind: [Int]) -> [UInt8] {
    var out: [UInt8] = []
    var place = 0
    let units = behind.filter { pair.sourceUnits[$0].isFrontMatter }
      .sorted { pair.sourceUnits[$0].content.lowerBound < pair.sourceUnits[$1].content.lowerBound }
    for unit in units {
      guard let former = former(unit) else { continue }
      let range = pair.sourceUnits[unit].content
      out += layout.bytes[place..<range.lowerBound]
      out += FrontMatterText.scalar(former, like: layout.bytes[range])
      place = range.upperBound
    }
    return out + layout.bytes[place..<layout.bodyStart]
  }

  /// Whether a text is read with just these blocks.
  private func says(_ bytes: [UInt8], _ behind: [Int]) -> Bool {
    let reader = ArticleReader(knownLanguages: [pair.source.language]) { _ in nil }
    let article = reader.read(
      ContentFile(
        shownPath: pair.source.path, path: pair.source.path, bytes: bytes,
        declaredLanguage: pair.source.language)
    ).value
    let expected = pair.sourceUnits.indices.filter {
      plan.pieces[$0] != .leftOut || pair.sourceUnits[$0].isFrontMatter
    }
    guard let units = article?.translationUnits, units.count == expected.count else { return false }
    return zip(units, expected).allSatisfy { unit, index in
      let message =
        behind.contains(index) ? pair.origin(of: index)?.message : pair.sourceUnits[index].message
      return unit.message == message
    }
  }
}
