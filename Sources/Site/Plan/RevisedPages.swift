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

extension SitePlan {
  /// The pages of articles as they stand now, in a site that was planned with an earlier state of them.
  package func pages(
    of articles: [RevisedArticle]
  ) -> [(path: String, bytes: [UInt8])] {
    var context = frozen.context
    // Nothing on the page of an article depends on where in the base the mentions of others stand.
    context.base.mentions = []
    context.mentionRanges = Array(repeating: 0..<0, count: context.mentionRanges.count)
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
