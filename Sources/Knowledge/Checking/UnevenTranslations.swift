import Articles
import Diagnostics
import Language

/// A translation that is built otherwise than its source: more or fewer facts of a kind, levels in
/// another order, sections or parts of them that only one of both has.
func unevenTranslations(_ checked: CheckedBase) -> [Diagnostic] {
  let base = checked.base
  var facts: [Int: [Facet: [Statement]]] = [:]
  // Only what translations and their sources say is compared.
  let compared = Set(
    base.articles.indices.flatMap { index in
      base.source(ofTranslation: index).map { [index, $0] } ?? []
    })
  for place in base.statements.indices where !compared.isEmpty {
    let articles = Set(base.statements[place].citations.map(\.article)).intersection(compared)
    for article in articles {
      facts[article, default: [:]][base.statements[place].facet, default: []]
        .append(base.statements[place])
    }
  }
  var diagnostics: [Diagnostic] = []
  for index in base.articles.indices {
    guard let source = base.source(ofTranslation: index) else { continue }
    let uneven = unevenFacts(index, facts[index] ?? [:], source, facts[source] ?? [:], checked)
    diagnostics += uneven
    // The same list is not told of twice.
    diagnostics += unevenSections(index, source, checked, lists: uneven.isEmpty)
  }
  return diagnostics
}

private func unevenFacts(
  _ index: Int, _ own: [Facet: [Statement]], _ source: Int, _ others: [Facet: [Statement]],
  _ checked: CheckedBase
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for facet in Facet.allCases where facet != .definition {
    let (mine, theirs) = (own[facet] ?? [], others[facet] ?? [])
    let note = Diagnostic.Note("in what it translates", at: startOf(theirs, source, checked))
    if mine.count != theirs.count {
      diagnostics.append(
        Diagnostic(
          .unevenTranslation, at: startOf(mine, index, checked),
          "the translation has \(count(mine.count, facet)), its source \(theirs.count)",
          notes: [note]))
    } else if facet == .level, let level = firstOutOfOrder(mine, theirs) {
      diagnostics.append(
        Diagnostic(
          .unevenTranslation, at: startOf([level], index, checked),
          "the levels stand in another order than in the source, from '\(level.label)' on",
          notes: [note]))
    }
  }
  return diagnostics
}

/// Sections that differ in number or order, else in how many list items or table rows they have.
private func unevenSections(
  _ index: Int, _ source: Int, _ checked: CheckedBase, lists: Bool
) -> [Diagnostic] {
  let own = checked.base.articles[index].article
  let other = checked.base.articles[source].article
  let (mine, theirs) = (Section.all(of: own), Section.all(of: other))
  func uneven(_ message: String, _ here: Section, _ there: Section) -> Diagnostic {
    Diagnostic(
      .unevenTranslation, at: own.source.location(here.place), message,
      notes: [Diagnostic.Note("in what it translates", at: other.source.location(there.place))])
  }
  if mine.map(\.level) != theirs.map(\.level) {
    guard
      let place = zip(mine, theirs).first(where: { $0.level != $1.level })
        ?? (mine.last.flatMap { last in theirs.last.map { (last, $0) } })
    else { return [] }
    let message =
      mine.count == theirs.count
      ? "the headings have other levels than in the source"
      : "the translation has \(Section.count(mine)), its source \(Section.count(theirs))"
    return [uneven(message, place.0, place.1)]
  }
  guard lists else { return [] }
  return zip(mine, theirs).flatMap { here, there -> [Diagnostic] in
    [(here.items, there.items, "list item"), (here.rows, there.rows, "table row")]
      .filter { $0.0 != $0.1 }.map { mine, theirs, name in
        let number = mine == 1 ? "one \(name)" : "\(mine) \(name)s"
        return uneven("the section has \(number) here, in its source \(theirs)", here, there)
      }
  }
}

/// What stands under a heading, in numbers; the first section is what stands before all headings.
private struct Section {
  /// 0 before the first heading.
  var level: Int
  var place: SourceSpan
  var items = 0
  var rows = 0

  static func all(of article: Article) -> [Section] {
    let document = article.document
    var sections = [Section(level: 0, place: SourceSpan(at: 0))]
    for node in document.nodes {
      switch node.kind {
      // One of both may have its title in front matter.
      case .heading where node.detail > 1:
        sections.append(Section(level: Int(node.detail), place: node.span))
      case .item: sections[sections.count - 1].items += 1
      case .tableRow: sections[sections.count - 1].rows += 1
      default: continue
      }
    }
    return sections
  }

  static func count(_ sections: [Section]) -> String {
    let number = sections.count - 1
    return number == 0 ? "no heading" : number == 1 ? "one heading" : "\(number) headings"
  }
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
