import Articles
import Diagnostics
import Language

/// What becomes of a translation when a translator's answers are put into it.
package struct WrittenTranslation: Sendable {
  /// The whole file of the translation, UTF-8.
  package var bytes: [UInt8]
  /// The source as far as the translation now follows it, to be kept as confirmed; nil where that cannot be said.
  package var confirmed: [UInt8]?
  /// Blocks that now say something else than before.
  package var changed = 0
  /// Blocks whose former translation stays, since the answer is fuzzy or empty.
  package var kept = 0
  /// Blocks that have no translation and are left out.
  package var leftOut = 0
  /// Blocks that were taken out, since the source does not have them any more.
  package var removed = 0
}

/// Puts a translator's answers into a translation, or makes a new one of the source.
///
/// All that is no message stays as it is in the translation, byte for byte. What changed in the layout of the
/// source since it was confirmed is followed where the translation was laid out like it.
///
/// - Parameters:
///   - answers: one for each unit of the source.
///   - catalogue: where they come from, for diagnostics.
///   - path: the translation's path as people see it.
/// - Returns: nil with errors where an answer does not fit into the article.
package func writeTranslation(
  _ pair: TranslationPair, _ answers: [TranslatorsAnswer], from catalogue: Catalogue,
  _ file: SourceText, as path: String, language: LanguageCode
) -> Diagnosed<WrittenTranslation?> {
  var plan = TranslationPlan(pair, answers)
  let faults = plan.leaveOut(in: catalogue, file)
  if !faults.isEmpty { return Diagnosed(nil, faults) }
  var composer = TranslationComposer(plan)
  let bytes = composer.compose(isNewDraft: plan.isIncomplete)
  let check = CompositionCheck(
    plan: plan, expected: composer.expected, catalogue: catalogue, file: file)
  if let fault = check.fault(in: bytes, path: path, language: language) {
    return Diagnosed(nil, [fault])
  }
  var written = WrittenTranslation(bytes: bytes)
  written.confirmed = ConfirmedSource(plan).bytes()
  written.changed = composer.changed
  written.kept = plan.pieces.count {
    if case .former(isAnswered: false) = $0 { true } else { false }
  }
  written.leftOut = plan.pieces.enumerated().count {
    $0.element == .leftOut && pair.sourceUnits[$0.offset].message != nil
  }
  written.removed = pair.removed.count
  return Diagnosed(written)
}
