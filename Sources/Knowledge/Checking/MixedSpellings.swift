import Diagnostics
import Language

/// Terms of one language that differ in nothing but hyphens, spaces and case.
func mixedSpellings(_ checked: CheckedBase) -> [Diagnostic] {
  struct Spelling {
    var text: String
    var concept: Concept
  }
  var diagnostics: [Diagnostic] = []
  for language in checked.base.languages {
    let grammar = checked.grammars[language]
    var groups: [String: [Spelling]] = [:]
    for concept in checked.base.concepts {
      guard let names = concept.designations[language] else { continue }
      for text in [names.preferred] + names.admitted {
        let squeezed = grammar.lemmaKey(text).filter { !$0.isWhitespace && $0 != "-" }
        groups[squeezed, default: []].append(Spelling(text: text, concept: concept))
      }
    }
    for group in groups.values.sorted(by: { $0[0].text < $1[0].text }) where group.count > 1 {
      // The same word twice is another fault, which is reported as such.
      let others = group.dropFirst().filter {
        grammar.lemmaKey($0.text) != grammar.lemmaKey(group[0].text)
      }
      guard let other = others.first,
        let place = checked.location(of: other.concept, in: language),
        let first = checked.location(of: group[0].concept, in: language)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .mixedSpelling, at: place, "'\(other.text)' is also spelled '\(group[0].text)'",
          notes: [Diagnostic.Note("the other spelling", at: first)],
          help: "make one of them the term and the other 'deprecated' in concepts.yml"))
    }
  }
  return diagnostics
}
