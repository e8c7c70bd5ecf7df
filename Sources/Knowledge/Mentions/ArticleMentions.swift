import Articles
import Diagnostics
import Language

/// What an article mentions, before it is known which article of the base it is.
package struct ArticleMentions: Sendable {
  package struct Item: Hashable, Sendable {
    /// An index into the matcher's terms.
    package var term: Int
    /// Offsets into the article's `prose.bytes`.
    package var range: Range<Int>
    package var sentence: Range<Int>
    package var isLinked: Bool

    package init(term: Int, range: Range<Int>, sentence: Range<Int>, isLinked: Bool) {
      self.term = term
      self.range = range
      self.sentence = sentence
      self.isLinked = isLinked
    }
  }

  /// In the order of the text.
  package var items: [Item] = []
  /// Mentions that could be of several concepts and are of none.
  package var ambiguous: [FoundMention] = []

  package init() {}
}

extension MentionMatcher {
  /// Every mention in an article's prose, and which of them the site links: the first of each concept
  /// in its section (from heading to heading), but none in a heading or a link, and none of the concept
  /// that the article is about. Code is not looked at; neither are emphasised titles.
  ///
  /// - Parameters:
  ///   - subject: The concept that the article is about.
  ///   - isRelated: Whether a concept is directly related to the subject; decides, after the subject
  ///     itself, whom a form of several concepts belongs to.
  package func mentions(
    in article: Article, subject: Int? = nil, isRelated: (Int) -> Bool = { _ in false }
  ) -> ArticleMentions {
    var result = ArticleMentions()
    var linked: Set<Int> = []
    var marks = MarkCursor(article.prose.marks)
    article.prose.bytes.withUnsafeBufferPointer { text in
      for block in article.prose.blocks {
        let isHeading = article.document[block.node].kind == .heading
        if isHeading { linked.removeAll(keepingCapacity: true) }
        find(in: text, block.range) { found in
          let cover = marks.cover(of: found.range)
          if cover.isCode { return }
          if let title = cover.emphasis, isTitle(title, found, text) { return }
          guard let term = choose(found.terms, subject, isRelated) else {
            result.ambiguous.append(found)
            return
          }
          let concept = terms[term].concept
          let isLinked =
            !isHeading && !cover.isLink && concept != subject && linked.insert(concept).inserted
          result.items.append(
            .init(term: term, range: found.range, sentence: found.sentence, isLinked: isLinked))
        }
      }
    }
    return result
  }

  /// Which of several concepts with one form is meant: the page's subject, else the one that is
  /// directly related to it, else none.
  private func choose(_ candidates: [Int], _ subject: Int?, _ isRelated: (Int) -> Bool) -> Int? {
    if candidates.count == 1 { return candidates[0] }
    if let own = candidates.first(where: { terms[$0].concept == subject }) { return own }
    let related = candidates.filter { isRelated(terms[$0].concept) }
    return related.count == 1 ? related[0] : nil
  }

  /// Whether emphasis around a mention is that of a title: more than the mention itself, and with a
  /// capital at its start that no sentence begins with.
  private func isTitle(
    _ emphasis: Range<Int>, _ found: FoundMention, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard emphasis.lowerBound > found.sentence.lowerBound,
      emphasis.count > found.range.count, emphasis.lowerBound < text.count
    else { return false }
    let first = text[emphasis.lowerBound]
    guard first >= 0x80 else { return first >= 0x41 && first <= 0x5A }
    let letter = [first, text[min(emphasis.lowerBound + 1, text.count - 1)]]
    return CaseFolding.lowercased(letter) != letter
  }
}

/// Walks the marks of a prose in step with its mentions.
private struct MarkCursor {
  struct Cover {
    var isCode = false
    var isLink = false
    /// The emphasis around the place, if any.
    var emphasis: Range<Int>?
  }

  private let marks: [Prose.Mark]
  private var next = 0
  /// Marks that started before the place and may reach over it.
  private var open: [Int] = []

  init(_ marks: [Prose.Mark]) { self.marks = marks }

  /// What covers a range, wholly or in part. Ranges must come in order.
  mutating func cover(of range: Range<Int>) -> Cover {
    while next < marks.count, marks[next].range.lowerBound < range.upperBound {
      open.append(next)
      next += 1
    }
    open.removeAll { marks[$0].range.upperBound <= range.lowerBound }
    var cover = Cover()
    for place in open where marks[place].range.overlaps(range) {
      switch marks[place].kind {
      case .code: cover.isCode = true
      case .link, .image: cover.isLink = true
      case .emphasis: cover.emphasis = marks[place].range
      default: break
      }
    }
    return cover
  }
}
