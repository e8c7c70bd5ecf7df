import Articles
import Language
import Synchronization

/// What was mentioned where, of builds before this one: as long as neither the terms nor an article nor
/// what it is about change, its mentions stay.
package final class MentionMemory: Sendable {
  /// What the mentions of an article depend on, besides its text.
  struct Circumstances: Sendable, Equatable {
    /// Stands for the terms of its language.
    var terms: Fingerprint
    var subject: Int?
    var related: Set<Int>

    /// Stands for these and a text.
    func key(_ text: Fingerprint) -> Fingerprint {
      Fingerprint {
        $0.add(text)
        $0.add(terms)
        $0.add(subject ?? -1)
        for concept in related.sorted() { $0.add(concept) }
      }
    }
  }

  private struct Remembered: Sendable {
    /// Kept, so that no other article is taken for it.
    var article: Article
    var circumstances: Circumstances
    var mentions: ArticleMentions
  }

  private struct KnownText: Sendable {
    /// Kept, so that no other article is taken for it.
    var article: Article
    var key: Fingerprint
  }

  private struct State {
    var matchers: [LanguageCode: (terms: Fingerprint, matcher: MentionMatcher)] = [:]
    var articles: [ObjectIdentifier: Remembered] = [:]
    var texts: [ObjectIdentifier: KnownText] = [:]
  }

  private let state = Mutex(State())
  private let store: (any MentionStore)?
  private let keepsArticles: Bool

  /// - Parameters:
  ///   - store: what outlasts the process; nil for nothing.
  ///   - keepsArticles: whether further builds of the same process will follow.
  package init(store: (any MentionStore)? = nil, keepsArticles: Bool = true) {
    self.store = store
    self.keepsArticles = keepsArticles
  }

  /// Tells by what texts can be known again in another process.
  ///
  /// - Parameter texts: articles, each with what stands for its bytes, its language and the program.
  package func know(_ texts: [(article: Article, key: Fingerprint)]) {
    guard store != nil else { return }
    let known = texts.map {
      (ObjectIdentifier($0.article), KnownText(article: $0.article, key: $0.key))
    }
    state.withLock { $0.texts = Dictionary(known, uniquingKeysWith: { first, _ in first }) }
  }

  /// Whether every article will have to be looked through.
  var isEmpty: Bool { store?.isEmpty ?? true && state.withLock { $0.articles.isEmpty } }

  /// The matcher of before where its terms are the same, else a new one.
  func matcher(
    _ language: LanguageCode, _ terms: Fingerprint, make: () -> MentionMatcher
  ) -> MentionMatcher {
    guard keepsArticles else { return make() }
    if let known = state.withLock({ $0.matchers[language] }), known.terms == terms {
      return known.matcher
    }
    let made = make()
    state.withLock { $0.matchers[language] = (terms, made) }
    return made
  }

  func mentions(
    of article: Article, in circumstances: Circumstances, find: () -> ArticleMentions
  ) -> ArticleMentions {
    let id = ObjectIdentifier(article)
    let (known, text) = state.withLock { ($0.articles[id], $0.texts[id]?.key) }
    if let known, known.circumstances == circumstances { return known.mentions }
    let key = text.map(circumstances.key)
    if let store, let key, let found = store.mentions(of: article.path, key) {
      remember(found, of: article, in: circumstances)
      return found
    }
    let found = find()
    if let store, let key { store.keep(found, of: article.path, key) }
    remember(found, of: article, in: circumstances)
    return found
  }

  private func remember(
    _ mentions: ArticleMentions, of article: Article, in circumstances: Circumstances
  ) {
    guard keepsArticles else { return }
    let remembered = Remembered(
      article: article, circumstances: circumstances, mentions: mentions)
    state.withLock { $0.articles[ObjectIdentifier(article)] = remembered }
  }

  /// Forgets the articles that are no longer there.
  func keep(only articles: [ArticleEntry]) {
    let present = Set(articles.map { ObjectIdentifier($0.article) })
    state.withLock { state in
      state.articles = state.articles.filter { present.contains($0.key) }
      // Whoever comes next says anew which texts there are.
      state.texts = [:]
    }
  }
}
