import Diagnostics
import Language

/// Finds the one concept that an article is about.
///
/// The title says it (`Franchise – så fungerar det`, `Vad är ett kluster?`), and the first definition
/// confirms it: `Kluster är …` under `Vad är strategiska samarbeten – kluster?` makes `kluster` the
/// subject and the other name a synonym.
struct SubjectFinder {
  let analysis: TextAnalysis
  let outline: Outline
  let reader: DesignationReader

  init(_ analysis: TextAnalysis, _ outline: Outline) {
    self.analysis = analysis
    self.outline = outline
    reader = DesignationReader(analysis)
  }

  /// A name for the subject, with where it stands.
  struct Candidate {
    var term: String
    var span: SourceSpan
  }

  func subject(definitions: [DefinitionFinder.Found]) -> Subject? {
    let defined = definitions.map { Candidate(term: $0.fact.label, span: $0.fact.span) }
    let titles = titleCandidates()
    let asked = questionCandidates()
    guard let chosen = choose(titles: titles, asked: asked, defined: defined) else { return nil }
    var subject = Subject(term: chosen.term, span: chosen.span)
    let frontMatter = analysis.article.frontMatter
    var synonyms = frontMatter.synonyms
    let chosenKey = key(chosen.term)
    if let question = asked.first(where: { $0.contains { key($0.term) == chosenKey } }) {
      synonyms += question.map(\.term).filter { key($0) != chosenKey }
    }
    subject.synonyms = unique(synonyms, besides: chosen.term)
    return subject
  }

  func unique(_ synonyms: [String], besides term: String) -> [String] {
    var seen: Set<String> = [key(term)]
    return synonyms.filter { seen.insert(key($0)).inserted }
  }

  private func key(_ term: String) -> String { analysis.lemmaKey(of: term) }

  private func choose(
    titles: [Candidate], asked: [[Candidate]], defined: [Candidate]
  ) -> Candidate? {
    let definedKeys = Dictionary(
      defined.map { (key($0.term), $0) }, uniquingKeysWith: { first, _ in first })
    // A title, or a heading that asks, whose term the text goes on to define.
    for candidate in titles + asked.flatMap({ $0 }) {
      guard let meant = definedKeys[key(candidate.term)] else { continue }
      // `VAD ÄR EN GÅRDSBUTIK?`: capitals of a whole heading are no name's.
      let isShouted = candidate.term == candidate.term.uppercased() && meant.term != candidate.term
      return isShouted ? Candidate(term: meant.term, span: candidate.span) : candidate
    }
    // `En studie av delningsekonomin i tre städer`: a defined term is named in the title.
    let names = titleNames()
    let named = defined.filter { isNamed($0.term, in: names) }
    // `Fusion och förvärv`: the title begins with it.
    if let first = named.first(where: { isNamed($0.term, in: Array(names.prefix(1))) }) {
      return first
    }
    if let most = named.max(by: { uses($0) < uses($1) }) { return most }
    if let head = titleHead(), uses(head) > 1 { return head }
    if let title = titles.first, title.term.split(separator: " ").count <= 4,
      defined.isEmpty || uses(title) > 1
    {
      return title
    }
    return asked.first?.first ?? defined.max { uses($0) < uses($1) } ?? titles.first
  }

  /// The words that the article goes by, each as a lemma key: its title, its front matter's, its file's
  /// name.
  private func titleNames() -> [String] {
    var names = [analysis.article.frontMatter.title ?? ""]
    for leaf in outline.leaves {
      guard case .heading = leaf.kind else { continue }
      names.append(analysis.string(analysis.blocks[leaf.block].tokens))
      break
    }
    if let file = analysis.article.path.split(separator: "/").last?.split(separator: ".").first {
      names.append(String(file))
    }
    return names.flatMap { name in
      name.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map {
        Self.plain(key(CaseFolding.lowercased(String($0))))
      }
    }
  }

  /// Endings aside: what the dictionary does not know has no lemma.
  private func isNamed(_ term: String, in names: [String]) -> Bool {
    let words = term.split(separator: " ").map { Self.plain(key(String($0))) }
    guard !words.isEmpty else { return false }
    return words.allSatisfy { word in
      names.contains { $0.hasPrefix(word) && $0.utf8.count <= word.utf8.count + 4 }
    }
  }

  /// A word as names of files have it: `ä` and `æ` as `a` and `ae`.
  private static func plain(_ word: String) -> String {
    var plain = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "å", "ä": plain += "a"
      case "ö", "ø": plain += "o"
      case "æ": plain += "ae"
      case "é": plain += "e"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// How often the words of a term stand in the article, in any form; the rarest word counts.
  private func uses(_ candidate: Candidate) -> Int {
    let words = candidate.term.split(separator: " ").map { key(String($0)) }
    return words.map { word in
      let stem = CaseFolding.lowercased(word.utf8)
      return analysis.text.tokens.count { token in
        guard token.kind == .word, token.range.count >= stem.count,
          token.range.count <= stem.count + 6
        else { return false }
        let start = analysis.article.prose.bytes[token.range].prefix(stem.count)
        return CaseFolding.lowercased(start) == stem
      }
    }.min() ?? 0
  }

  // MARK: Titles

  private func titleCandidates() -> [Candidate] {
    var candidates: [Candidate] = []
    let first = outline.leaves.indices.first {
      if case .heading = outline.leaves[$0].kind { return true }
      return false
    }
    if let first {
      let tokens = analysis.blocks[outline.leaves[first].block].tokens
      candidates += questions(in: tokens)
      let head = title(tokens)
      if let head = designation(head) { candidates.append(head) }
      // `Vem blir hörd? Medverkan i planeringen`: the name may come last.
      if head.upperBound + 1 < tokens.upperBound,
        let tail = designation(title(head.upperBound + 1..<tokens.upperBound))
      {
        candidates.append(tail)
      }
    }
    if let title = analysis.article.frontMatter.title, let term = term(ofTitle: title) {
      candidates.append(Candidate(term: term, span: SourceSpan(at: 0)))
    }
    return candidates
  }

  /// What a title begins with, up to its first preposition: `Grupprevision i lantbruket`.
  private func titleHead() -> Candidate? {
    let preposition = analysis.book.bit("preposition")
    let heading = outline.leaves.first { leaf in
      if case .heading = leaf.kind { return true }
      return false
    }
    guard let heading else { return nil }
    let all = title(analysis.blocks[heading.block].tokens)
    guard let end = all.first(where: { analysis.has($0, preposition) }), end > all.lowerBound,
      let found = reader.designation(all.lowerBound..<end, sentenceStart: all.first)
    else { return nil }
    return Candidate(term: found.term, span: analysis.span(found.range))
  }

  /// A title up to its colon or dash: `Joint venture: når to …`.
  private func title(_ tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    while let first = tokens.first, analysis[first].kind != .word {
      tokens = first + 1..<tokens.upperBound
    }
    let end = tokens.first { at in
      analysis[at].kind == .punctuation && at > tokens.lowerBound
        && (analysis.isMark(at, ":") || analysis.isMark(at, "?") || analysis.isMark(at, "(")
          || ((analysis.isDash(at) || analysis.isMark(at, "-")) && analysis[at].isSpaced))
    }
    return tokens.lowerBound..<(end ?? tokens.upperBound)
  }

  private func designation(_ range: Range<Int>) -> Candidate? {
    guard
      let found = reader.designation(range, sentenceStart: range.first, allowsDefinite: true)
    else { return nil }
    return Candidate(term: found.term, span: analysis.span(found.range))
  }

  /// The title of the front matter, which is not in the prose, as a term.
  private func term(ofTitle title: String) -> String? {
    let heads = title.split(whereSeparator: { ":–—?(".contains($0) }).first ?? ""
    let words = heads.split(separator: " ")
    guard !words.isEmpty, words.count <= 4 else { return nil }
    let text = words.joined(separator: " ")
    return analysis.inflection.dictionaryForm(of: analysis.lowercasedFirst(text))
  }

  // MARK: Headings that ask

  /// What each heading that asks for a meaning asks about: `Vad är strategiska samarbeten – kluster?`
  private func questionCandidates() -> [[Candidate]] {
    outline.leaves.compactMap { leaf in
      guard case .heading = leaf.kind else { return nil }
      let found = questions(in: analysis.unnumbered(analysis.blocks[leaf.block].tokens))
      return found.isEmpty ? nil : found
    }
  }

  func questions(in tokens: Range<Int>) -> [Candidate] {
    for rule in analysis.book.questions {
      guard let captured = analysis.match(rule, tokens)?.captures.first, !captured.isEmpty else {
        continue
      }
      let parts = dashed(captured)
      let found = parts.compactMap(designation)
      if found.count == parts.count { return found }
    }
    return []
  }

  /// `strategiska samarbeten – kluster` is two names.
  private func dashed(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for at in range
    where analysis.isDash(at) || (analysis.isMark(at, "-") && analysis[at].isSpaced)
      || analysis.isMark(at, "/")
    {
      if start < at { parts.append(start..<at) }
      start = at + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}
