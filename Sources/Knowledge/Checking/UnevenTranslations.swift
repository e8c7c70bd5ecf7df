import Diagnostics
import Language

/// A translation that states more or fewer facts of a kind than its source, or its levels in another order.
func unevenTranslations(_ checked: CheckedBase) -> [Diagnostic] {
  let base = checked.base
  var facts: [Int: [Facet: [Statement]]] = [:]
  for statement in base.statements {
    for article in Set(statement.citations.map(\.article)) {
      facts[article, default: [:]][statement.facet, default: []].append(statement)
    }
  }
  var diagnostics: [Diagnostic] = []
  for (index, entry) in base.articles.enumerated() {
    guard let source = entry.translationSource else { continue }
    for facet in Facet.allCases where facet != .definition {
      let own = facts[index]?[facet] ?? []
      let others = facts[source]?[facet] ?? []
      let place = startOf(own, index, checked)
      let note = Diagnostic.Note(
        "in what it translates", at: startOf(others, source, checked))
      if own.count != others.count {
        diagnostics.append(
          Diagnostic(
            .unevenTranslation, at: place,
            "the translation has \(count(own.count, facet)), its source \(others.count)",
            notes: [note]))
      } else if facet == .level, let level = firstOutOfOrder(own, others) {
        diagnostics.append(
          Diagnostic(
            .unevenTranslation, at: startOf([level], index, checked),
            "the levels stand in another order than in the source, from '\(level.label)' on",
            notes: [note]))
      }
    }
  }
  return diagnostics
}

/// Where the first of some statements stands in an article, else where the article begins.
private func startOf(_ statements: [Statement], _ article: Int, _ checked: CheckedBase) -> Location
{
  statements.lazy.flatMap(\.citations).filter { $0.article == article }.map(\.location).min()
    ?? checked.start(of: article)
}

/// The first level that is another concept than the one in its place in the source.
private func firstOutOfOrder(_ own: [Statement], _ others: [Statement]) -> Statement? {
  let shared = Set(own.compactMap(\.target)).intersection(others.compactMap(\.target))
  let mine = own.filter { $0.target.map(shared.contains) ?? false }
  let theirs = others.filter { $0.target.map(shared.contains) ?? false }
  return zip(mine, theirs).first { $0.target != $1.target }?.0
}

private func count(_ number: Int, _ facet: Facet) -> String {
  let name = facet.rawValue.replacing("-", with: " ")
  return number == 1 ? "one \(name)" : "\(number) \(name)s"
}
