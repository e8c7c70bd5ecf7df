import Knowledge

/// A newer state of an article of a knowledge base.
package struct RevisedArticle: Sendable {
  /// Its place in the base.
  package var index: Int
  package var entry: ArticleEntry
  package var mentions: [Mention]

  package init(index: Int, entry: ArticleEntry, mentions: [Mention]) {
    self.index = index
    self.entry = entry
    self.mentions = mentions
  }
}

/// What the pages of articles are made from, to make them anew as the articles change. It holds little
/// beside the articles and the names of the concepts.
package struct ArticlePages: Sendable {
  private var context: SiteContext

  package init(_ plan: SitePlan) {
    context = plan.context
    context.search = SearchMaterial()
    context.base.statements = []
    // Nothing on the page of an article depends on where in the base the mentions of others stand.
    context.base.mentions = []
    context.mentionRanges = Array(repeating: 0..<0, count: context.mentionRanges.count)
    for edition in context.editions.indices { context.editions[edition].uses = [] }
  }

  /// The knowledge base without its statements and mentions.
  package var base: KnowledgeBase { context.base }

  /// The pages of articles as they stand now, all else being as it was.
  package func pages(of articles: [RevisedArticle]) -> [(path: String, bytes: [UInt8])] {
    var context = context
    for article in articles {
      context.base.articles[article.index] = article.entry
      context.outlines[article.index] = Outline(article.entry.article)
      let start = context.base.mentions.count
      context.base.mentions += article.mentions
      context.mentionRanges[article.index] = start..<context.base.mentions.count
    }
    let pages = articles.map {
      PlannedPage(kind: .article($0.index), path: context.articlePaths[$0.index])
    }
    let plan = SitePlan(pages: pages, copies: [], frozen: Frozen(context))
    return pages.map { ($0.path, render($0, in: plan)) }
  }
}
