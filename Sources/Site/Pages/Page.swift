import Articles
import Knowledge
import Language

/// A page while it is being written: where it lies, in which language, and which concepts it has
/// linked so far, whose definitions it will carry.
struct Page {
  private let frozen: Frozen
  private let place: Int
  let path: String
  /// Where all links begin, as `/begrepp/`, on a page that is served at any address; else they are relative.
  var top: String?
  /// Concepts linked from the page, in the order of their first link.
  private(set) var linked: [Int] = []
  private var linkedSet: Set<Int> = []

  /// - Parameter edition: the place of the page's language among the editions.
  init(_ frozen: Frozen, edition: Int, path: String) {
    self.frozen = frozen
    place = edition
    self.path = path
  }

  // Read in place: a page asks for little of them, thousands of times.
  var context: SiteContext { _read { yield frozen.context } }
  var edition: Edition { _read { yield frozen.context.editions[place] } }
  var base: KnowledgeBase { _read { yield frozen.context.base } }
  var language: LanguageCode { edition.code }
  var wording: Wording { edition.wording }

  func phrase(_ phrase: Phrase) -> HTML {
    wording.html(phrase.rawValue) ?? HTML(text: wording[phrase])
  }

  func link(to target: String, fragment: String? = nil) -> String {
    if let top { return top + SitePath.link(from: "", to: target, fragment: fragment) }
    return SitePath.link(from: path, to: target, fragment: fragment)
  }

  // MARK: - Concepts

  /// The id of the element that holds a concept's definition on a page.
  func glossID(_ concept: Int) -> String {
    "gloss-" + (base.concepts[concept].slugs[language] ?? String(concept))
  }

  /// The attributes of a link to a concept's page, whose definition shows in place; nil where the
  /// concept has no page in this language.
  mutating func conceptAttributes(_ concept: Int) -> HTML? {
    guard let target = edition.conceptPaths[concept] else { return nil }
    if target == path { return nil }
    if !base.concepts[concept].hasDefinition(in: language) {
      return "class=\"term\" href=\"\(url: link(to: target))\""
    }
    if linkedSet.insert(concept).inserted { linked.append(concept) }
    return "class=\"term\" href=\"\(url: link(to: target))\" data-gloss=\"\(glossID(concept))\""
  }

  /// A concept's term, linked to its page. A concept without a term in this language is named, and
  /// linked, in the first language that has one.
  mutating func conceptLink(_ concept: Int, text: String? = nil) -> HTML {
    let names = base.concepts[concept]
    if let term = names.term(in: language) {
      guard let attributes = conceptAttributes(concept) else { return HTML(text: text ?? term) }
      return "<a \(attributes)>\(text ?? term)</a>"
    }
    for other in context.editions {
      guard let term = names.term(in: other.code), let target = other.conceptPaths[concept]
      else { continue }
      return """
        <a class="term" href="\(url: link(to: target))" lang="\(other.code.rawValue)" hreflang="\(other.code.rawValue)">\(term)</a>
        """
    }
    return HTML(text: text ?? names.id.rawValue)
  }

  mutating func conceptLink(_ id: ConceptID, text: String? = nil) -> HTML {
    guard let number = base.index(of: id) else { return HTML(text: text ?? id.rawValue) }
    return conceptLink(number, text: text)
  }

  // MARK: - Articles

  /// A link to an article, to the section of it where `offset` (into its prose) stands.
  func articleLink(_ article: Int, at offset: Int? = nil) -> HTML {
    let entry = base.articles[article]
    let target = context.articlePaths[article]
    guard !target.isEmpty else { return HTML(text: entry.title) }
    let anchor = offset.flatMap { context.outlines[article].anchor(before: $0) }
    let address = link(to: target, fragment: anchor)
    if entry.language == language { return "<a href=\"\(url: address)\">\(entry.title)</a>" }
    let tag = entry.language.rawValue
    return "<a href=\"\(url: address)\" lang=\"\(tag)\" hreflang=\"\(tag)\">\(entry.title)</a>"
  }

  /// A link to where a citation stands.
  func citationLink(_ citation: Citation) -> HTML {
    articleLink(citation.article, at: proseOffset(citation))
  }

  /// Where in its article's prose a citation starts.
  private func proseOffset(_ citation: Citation) -> Int? {
    let prose = base.articles[citation.article].article.prose
    let start = citation.location.span.start
    var low = 0
    var high = prose.runs.count
    while low < high {
      let middle = (low + high) / 2
      let run = prose.runs[middle]
      if Int(run.sourceStart) + Int(run.sourceLength) <= start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < prose.runs.count ? Int(prose.runs[low].start) : nil
  }

  /// A sentence that an article states, with its mentions of concepts linked, each once.
  mutating func linkedText(_ text: String, from citation: Citation?, about: ConceptID?) -> HTML {
    guard let citation else { return HTML(text: text) }
    let prose = base.articles[citation.article].article.prose
    let bytes = Array(text.utf8)
    var out = HTML()
    var at = 0
    var seen: Set<ConceptID> = []
    for index in context.mentionRanges[citation.article] {
      let mention = base.mentions[index]
      guard mention.sentence.count >= bytes.count, mention.concept != about,
        let start = Self.place(of: bytes, in: prose.bytes[mention.sentence])
      else { continue }
      let range = (mention.range.lowerBound - start)..<(mention.range.upperBound - start)
      guard range.lowerBound >= at, range.upperBound <= bytes.count,
        let concept = base.index(of: mention.concept),
        seen.insert(mention.concept).inserted, let attributes = conceptAttributes(concept)
      else { continue }
      out.append(text: bytes[at..<range.lowerBound])
      out += "<a \(attributes)>"
      out.append(text: bytes[range])
      out += "</a>"
      at = range.upperBound
    }
    out.append(text: bytes[at...])
    return out
  }

  /// Where a text starts in a sentence, as an index of the sentence; nil where it is not in it.
  private static func place(of text: [UInt8], in sentence: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, sentence.count >= text.count else { return nil }
    for start in sentence.startIndex...(sentence.endIndex - text.count)
    where sentence[start] == first && sentence[start...].starts(with: text) {
      return start
    }
    return nil
  }

  /// The articles that a list of citations names, each once, as one line; nothing where they are
  /// just those that the page has named already.
  func sourceLine(_ citations: [Citation], known: Set<Int> = []) -> HTML {
    var seen: Set<Int> = []
    let first = citations.filter { seen.insert($0.article).inserted }
    guard !first.isEmpty, seen != known else { return HTML() }
    let links = first.map { citationLink($0) }
    return "<p class=\"source\">\(phrase(.definitionFrom)) \(links.joined(", "))</p>"
  }
}
