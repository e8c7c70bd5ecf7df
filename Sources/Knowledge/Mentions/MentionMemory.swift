import Articles
import Language
import Synchronization

/// What was mentioned where, of builds before this one in the same process: as long as neither the terms
/// nor an article nor what it is about change, its mentions stay.
package final class MentionMemory: Sendable {
  private struct Remembered: Sendable {
    /// Kept, so that no other article is taken for it.
    var article: Article
    var subject: Int?
    var related: Set<Int>
    var mentions: ArticleMentions
  }

  private struct State {
    var matchers: [LanguageCode: MentionMatcher] = [:]
    var articles: [ObjectIdentifier: Remembered] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// The matcher of before where its terms are the same; else a new one, and what the old one found in
  /// texts of the language is forgotten.
  func matcher(
    _ language: LanguageCode, _ terms: [MentionTerm], make: () -> MentionMatcher
  ) -> MentionMatcher {
    if let known = state.withLock({ $0.matchers[language] }), known.terms == terms { return known }
    let made = make()
    state.withLock { state in
      state.matchers[language] = made
      state.articles = state.articles.filter { $0.value.article.language != language }
    }
    return made
  }

  func mentions(
    of article: Article, subject: Int?, related: Set<Int>, find: () -> ArticleMentions
  ) -> ArticleMentions {
    let id = ObjectIdentifier(article)
    let known = state.withLock { $0.articles[id] }
    if let known, known.subject == subject, known.related == related { return known.mentions }
    let found = find()
    state.withLock {
      $0.articles[id] = Remembered(
        article: article, subject: subject, related: related, mentions: found)
    }
    return found
  }

  /// Forgets the articles that are no longer there.
  func keep(only articles: [ArticleEntry]) {
    let present = Set(articles.map { ObjectIdentifier($0.article) })
    state.withLock { state in
      state.articles = state.articles.filter { present.contains($0.key) }
    }
  }
}
