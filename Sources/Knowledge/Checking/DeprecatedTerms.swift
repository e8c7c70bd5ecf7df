import Articles
import Diagnostics
import Language

/// Uses of terms that an entry deprecates, with the preferred one in their place as a fix.
func deprecatedTerms(_ checked: CheckedBase) -> [Diagnostic] {
  struct Use: Hashable {
    var concept: ConceptID
    var language: LanguageCode
  }
  var deprecated: [Use: [String: String]] = [:]
  for term in checked.base.linkableTerms where term.standing == .deprecated {
    let key = checked.grammars[term.language].lemmaKey(term.text)
    deprecated[Use(concept: term.concept, language: term.language), default: [:]][key] = term.text
  }
  if deprecated.isEmpty { return [] }
  var diagnostics: [Diagnostic] = []
  for mention in checked.base.mentions {
    let article = checked.base.articles[mention.article].article
    let language = article.language
    guard let known = deprecated[Use(concept: mention.concept, language: language)] else {
      continue
    }
    let text = article.prose.text(mention.range)
    guard let term = known[checked.grammars[language].lemmaKey(text)],
      let preferred = checked.base[mention.concept]?.term(in: language)
    else { continue }
    let span = article.prose.span(of: mention.range)
    var fixes: [Fix] = []
    // Markup within the words would be lost.
    if article.source.text(span) == text {
      // Elsewhere the ending would be lost, or an article or adjective be left that no longer fits.
      let isSafe =
        text.lowercased() == term.lowercased()
        && checked.grammars[language].agrees(term, preferred)
      let isCapital = text.first?.isUppercase ?? false
      let replacement =
        isCapital ? preferred.prefix(1).uppercased() + preferred.dropFirst() : preferred
      fixes = [
        Fix("write '\(preferred)'", [Replacement(span, with: replacement)], isSafe: isSafe)
      ]
    }
    diagnostics.append(
      Diagnostic(
        .deprecatedTerm, at: article.source.location(span),
        "'\(text)' is deprecated: the term is '\(preferred)'", fixes: fixes))
  }
  return diagnostics
}
