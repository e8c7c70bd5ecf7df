import Language

/// A term to look for.
package struct MentionTerm: Hashable, Sendable {
  /// In dictionary form.
  package var text: String
  /// Which concept it is a term of; terms of one concept do not make each other's forms ambiguous.
  package var concept: Int
  /// Inflected forms to add to those generated, and to take from them.
  package var extraForms: [String]
  package var excludedForms: [String]

  package init(
    text: String, concept: Int, extraForms: [String] = [], excludedForms: [String] = []
  ) {
    self.text = text
    self.concept = concept
    self.extraForms = extraForms
    self.excludedForms = excludedForms
  }
}

/// A place where a text mentions a term.
package struct FoundMention: Hashable, Sendable {
  /// Offsets into the text, in bytes.
  package var range: Range<Int>
  /// The sentence around it, in the same offsets.
  package var sentence: Range<Int>
  /// Indices of the terms that have this form: one, or several of different concepts, of which the
  /// text alone does not tell which is meant.
  package var terms: [Int]

  package init(range: Range<Int>, sentence: Range<Int>, terms: [Int]) {
    self.range = range
    self.sentence = sentence
    self.terms = terms
  }

  /// The term, where there is one only.
  package var term: Int? { terms.count == 1 ? terms[0] : nil }
}

/// Finds the mentions of terms in texts of one language, by all their inflected forms, in one pass from
/// left to right, the longest term first. Mentions do not overlap. Unchanging, and shared by all who look.
package final class MentionMatcher: Sendable {
  package let terms: [MentionTerm]
  private let trie: TermTrie
  private let context: MentionContext
  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter
  private let inflection: Inflection

  /// Generates the forms of the terms. Some 10 µs a term.
  package init(terms: [MentionTerm], pack: LanguagePack) {
    self.terms = terms
    context = MentionContext(pack)
    tokenizer = pack.rules.tokenizer
    splitter = pack.rules.splitter
    inflection = pack.inflection
    var trie = TermTrie(capacity: terms.count * 8)
    for (number, term) in terms.enumerated() {
      let excluded = Set(term.excludedForms.map { CaseFolding.lowercased($0) })
      let forms = pack.inflection.forms(of: term.text) + term.extraForms
      for (place, form) in forms.enumerated() {
        if !excluded.isEmpty, excluded.contains(CaseFolding.lowercased(form)) { continue }
        let tokens = tokenizer.tokens(of: Array(form.utf8))
        trie.insert(form, tokens, term: number, isDictionaryForm: place == 0)
      }
      for form in pack.inflection.hangingForms(of: term.text) where !excluded.contains(form) {
        let tokens = tokenizer.tokens(of: Array(form.utf8))
        trie.insert(form, tokens, term: number, isDictionaryForm: false, isHanging: true)
      }
    }
    trie.seal()
    self.trie = trie
  }

  /// Every mention in a text, in order; a blank line parts its blocks, of which no mention and no
  /// sentence reaches across.
  package func mentions(in utf8: [UInt8]) -> [FoundMention] {
    var found: [FoundMention] = []
    utf8.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = Self.endOfBlock(text, from: start)
        find(in: text, start..<end) { found.append($0) }
        start = max(end, start + 1)
      }
    }
    return found
  }

  /// Every mention in one block of a text, in order.
  ///
  /// - Parameters:
  ///   - text: The whole text; `block` are offsets into it.
  ///   - body: Called with each mention.
  package func find(
    in text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ body: (FoundMention) -> Void
  ) {
    let tokens = tokenizer.tokens(of: text, in: block)
    // Most blocks mention nothing; only those that do are worth their sentences.
    guard let first = tokens.indices.first(where: { trie.start(tokens[$0], in: text) != 0 }) else {
      return
    }
    let sentences = splitter.sentences(tokens[...], in: text)
    var sentence = 0
    var at = first
    var surroundings = MentionContext.Surroundings(tokens: tokens, text: text)
    while at < tokens.count {
      while sentence + 1 < sentences.count, at >= sentences[sentence].upperBound { sentence += 1 }
      guard let match = longestMatch(at, tokens, text) ?? coordinated(at, tokens, text) else {
        at += 1
        continue
      }
      surroundings.sentence = sentence < sentences.count ? sentences[sentence] : at..<tokens.count
      let isHanging = Self.hangs(match.end, tokens)
      let owners = Self.preferred(trie.owners(at: match.node)).filter { owner in
        (isHanging || !owner.isHanging)
          && context.accepts(
            at..<match.end, isDictionaryForm: owner.isDictionaryForm, capitals: owner.capitals,
            surroundings)
      }
      if owners.isEmpty {
        at += 1
        continue
      }
      body(mention(at..<match.end, owners, surroundings))
      at = match.end
    }
  }

  private func mention(
    _ range: Range<Int>, _ owners: [TermTrie.Owner], _ around: MentionContext.Surroundings
  ) -> FoundMention {
    var numbers = owners.map { Int($0.term) }
    if numbers.count > 1 {
      var concepts: Set<Int> = []
      // Of the terms of one concept the first counts.
      numbers = numbers.filter { concepts.insert(terms[$0].concept).inserted }
    }
    let tokens = around.tokens
    return FoundMention(
      range: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end),
      sentence: Int(
        tokens[around.sentence.lowerBound].start)..<Int(tokens[around.sentence.upperBound - 1].end),
      terms: numbers)
  }

  /// A form that is one term's dictionary form is that term, whatever it is a form of besides.
  private static func preferred(_ owners: [TermTrie.Owner]) -> [TermTrie.Owner] {
    guard owners.count > 1, owners.contains(where: \.isDictionaryForm) else { return owners }
    return owners.filter(\.isDictionaryForm)
  }

  /// The longest form that starts at a token.
  @inline(__always)
  private func longestMatch(
    _ start: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
  ) -> (node: UInt32, end: Int)? {
    let first = trie.start(tokens[start], in: text)
    if first == 0 { return nil }
    return follow(first, start, tokens, text)
  }

  private func follow(
    _ first: UInt32, _ start: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
  ) -> (node: UInt32, end: Int)? {
    var node = first
    var best: (node: UInt32, end: Int)? = trie.isEnd(node) ? (node, start + 1) : nil
    var at = start + 1
    while at < tokens.count {
      if tokens[at].kind == .punctuation {
        guard tokens[at].mark == 0x2D, !tokens[at].isSpaced, at + 1 < tokens.count,
          !tokens[at + 1].isSpaced
        else { break }
        // `joint-venture` is `joint venture`; a hyphen that the term has of its own must be there.
        let own = trie.stepHyphen(node)
        if own != 0 { node = own }
        at += 1
        let next = trie.step(node, tokens[at], in: text)
        if next == 0 { break }
        node = next
      } else {
        let next = tokens[at].isSpaced ? trie.step(node, tokens[at], in: text) : 0
        if next == 0 { break }
        node = next
      }
      at += 1
      if trie.isEnd(node) { best = (node, at) }
    }
    return best
  }

  /// An adjective whose noun stands after the adjectives that it is joined with: `strategiska` in
  /// `strategiska och operativa allianser`, a mention of `strategisk allians`.
  private func coordinated(
    _ start: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
  ) -> (node: UInt32, end: Int)? {
    let first = trie.start(tokens[start], in: text)
    guard first != 0 else { return nil }
    func word(_ at: Int) -> String {
      String(decoding: CaseFolding.lowercased(text, tokens[at].range), as: UTF8.self)
    }
    var at = start + 1
    // `a, b och c`: three members at most.
    for _ in 0..<2 {
      guard at + 2 < tokens.count, tokens[at + 1].kind == .word, tokens[at + 2].kind == .word else {
        return nil
      }
      let isComma = tokens[at].mark == 0x2C
      guard isComma || tokens[at].kind == .word && inflection.isConjunction(word(at)),
        inflection.isAdjective(word(at + 1))
      else { return nil }
      if !isComma {
        let node = trie.step(first, tokens[at + 2], in: text)
        return node != 0 && trie.isEnd(node) ? (node, start + 1) : nil
      }
      at += 2
    }
    return nil
  }

  /// Whether the word before a place hangs on a hyphen, for a compound that comes to its end later.
  private static func hangs(_ at: Int, _ tokens: [Token]) -> Bool {
    guard at < tokens.count, tokens[at].mark == 0x2D, !tokens[at].isSpaced else { return false }
    return at + 1 == tokens.count || tokens[at + 1].isSpaced
  }

  /// Where a block ends: at a line without text, or at the end.
  private static func endOfBlock(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at < text.count {
      if text[at] == 0x0A {
        var next = at + 1
        while next < text.count, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D {
          next += 1
        }
        if next < text.count, text[next] == 0x0A { return next }
      }
      at += 1
    }
    return text.count
  }
}
