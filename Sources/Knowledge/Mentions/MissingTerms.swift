import Articles
import Diagnostics
import Language

/// A word that looks like a term and is none: a candidate for an entry or an article.
package struct MissingTerm: Hashable, Sendable {
  package var language: LanguageCode
  /// In dictionary form.
  package var term: String
  /// In how many articles it is used, and how often in all.
  package var articles: Int
  package var uses: Int
  /// Where it is used first.
  package var location: Location
}

/// The words of all articles that look like terms but are none: nouns that are compounds, or that are
/// made of other words by an ending, or that are the head of some term; of no mention a part, used in
/// several articles, and in several forms unless they are compounds beyond doubt.
///
/// - Parameter articles: How many articles must use a word.
/// - Returns: By language in the order of the site, the most widely used first, then by alphabet.
package func missingTerms(
  in base: KnowledgeBase, catalog: LanguageCatalog, articles: Int = 3
) -> [MissingTerm] {
  base.languages.flatMap { language -> [MissingTerm] in
    guard let pack = catalog[language] else { return [] }
    var words = WordCount(pack)
    words.count(base)
    return words.terms(in: base, usedIn: articles)
  }
}

/// The words of the articles of one language that no mention covers.
private struct WordCount {
  private struct Use {
    var articles: [Int]
    var count = 0
    /// In how many forms: one alone may be an adverb or a form of a verb.
    var forms = 1
    /// Offsets into the prose of the first of the articles.
    var first: Range<Int>
  }

  private let pack: LanguagePack
  private var uses: [ArraySlice<UInt8>: Use] = [:]

  init(_ pack: LanguagePack) { self.pack = pack }

  mutating func count(_ base: KnowledgeBase) {
    var mention = 0
    for (index, entry) in base.articles.enumerated() {
      while mention < base.mentions.count, base.mentions[mention].article < index { mention += 1 }
      guard entry.language == pack.code else { continue }
      let prose = entry.article.prose
      let code = prose.marks.filter { $0.kind == .code }.map(\.range)
      for token in tokens(of: prose) where token.kind == .word && token.shape == .lower {
        let range = token.range
        while mention < base.mentions.count, base.mentions[mention].article == index,
          base.mentions[mention].range.upperBound <= range.lowerBound
        {
          mention += 1
        }
        if mention < base.mentions.count, base.mentions[mention].article == index,
          base.mentions[mention].range.overlaps(range)
        {
          continue
        }
        if range.count < Self.shortest || code.contains(where: { $0.overlaps(range) }) { continue }
        note(prose.bytes[range], range, in: index)
      }
    }
  }

  /// In bytes; shorter words are seldom terms, and often something else.
  private static let shortest = 5

  private func tokens(of prose: Prose) -> [Token] {
    prose.bytes.withUnsafeBufferPointer { bytes in
      prose.blocks.flatMap { pack.rules.tokenizer.tokens(of: bytes, in: $0.range) }
    }
  }

  private mutating func note(_ word: ArraySlice<UInt8>, _ range: Range<Int>, in article: Int) {
    var use = uses[word] ?? Use(articles: [article], first: range)
    if use.articles.last != article { use.articles.append(article) }
    use.count += 1
    uses[word] = use
  }

  func terms(in base: KnowledgeBase, usedIn least: Int) -> [MissingTerm] {
    let known = KnownTerms(base, pack)
    var byLemma: [String: Use] = [:]
    var clear: Set<String> = []
    for (bytes, use) in uses {
      let word = String(decoding: bytes, as: UTF8.self)
      guard !pack.stopWords.contains(word), !pack.rules.knows(word),
        let noun = pack.inflection.nounEvidence(of: word), !known.isTerm(noun.lemma),
        noun.kind != .word || known.isHead(noun.lemma)
      else { continue }
      if isClearCompound(noun) { clear.insert(noun.lemma) }
      guard var all = byLemma[noun.lemma] else {
        byLemma[noun.lemma] = use
        continue
      }
      let isEarlier =
        (use.articles[0], use.first.lowerBound) < (all.articles[0], all.first.lowerBound)
      if isEarlier { all.first = use.first }
      all.articles = Set(all.articles).union(use.articles).sorted()
      all.count += use.count
      all.forms += 1
      byLemma[noun.lemma] = all
    }
    let found = byLemma.filter { lemma, use in
      use.articles.count >= least && (use.forms > 1 || clear.contains(lemma))
    }.map { lemma, use in
      let article = base.articles[use.articles[0]].article
      return MissingTerm(
        language: pack.code, term: lemma, articles: use.articles.count, uses: use.count,
        location: article.source.location(article.prose.span(of: use.first)))
    }
    let keyed = found.map { (term: $0, key: pack.collation.sortKey($0.term)) }
    return keyed.sorted { a, b in
      if a.term.articles != b.term.articles { return a.term.articles > b.term.articles }
      if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
      return a.term.term < b.term.term
    }.map(\.term)
  }
}

extension WordCount {
  /// Whether a compound is one beyond doubt: what is before its head is a word's length, unlike in
  /// `gjort` with the head `ort`.
  private func isClearCompound(_ noun: NounEvidence) -> Bool {
    guard noun.kind == .compound, let head = pack.inflection.lastPart(of: noun.lemma) else {
      return false
    }
    return noun.lemma.utf8.count - head.utf8.count >= 4
  }
}

/// The terms of a language, and what they are kinds of.
private struct KnownTerms {
  private var keys: Set<String> = []
  private var heads: Set<String> = []

  init(_ base: KnowledgeBase, _ pack: LanguagePack) {
    let inflection = pack.inflection
    for term in base.linkableTerms where term.language == pack.code {
      keys.insert(inflection.lemmaKey(of: term.text))
      let head = inflection.head(of: term.text)
      heads.insert(inflection.lemmaKey(of: head))
      if let part = inflection.lastPart(of: head) { heads.insert(inflection.lemmaKey(of: part)) }
    }
  }

  func isTerm(_ lemma: String) -> Bool { keys.contains(lemma) }
  func isHead(_ lemma: String) -> Bool { heads.contains(lemma) }
}
