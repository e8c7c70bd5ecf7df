import Articles
import Diagnostics
import Language

/// What an article says, as far as its title goes: its subject.
package func extract(
  _ article: Article, using pack: LanguagePack
) -> Diagnosed<ArticleFacts> {
  let term = pack.inflection.dictionaryForm(of: article.title)
  let subject = Subject(
    term: term, synonyms: article.frontMatter.synonyms, span: SourceSpan(at: 0))
  return Diagnosed(
    ArticleFacts(path: article.path, language: article.language, subject: subject, facts: []))
}
