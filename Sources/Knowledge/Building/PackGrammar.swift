import Articles
import Diagnostics
import Extraction
import Language

extension TermGrammar {
  /// What a language pack says of terms.
  package init(_ pack: LanguagePack) {
    let inflection = pack.inflection
    let words = FunctionWords(pack)
    self.init(
      dictionaryForm: { inflection.dictionaryForm(of: $0) },
      lemmaKey: { inflection.lemmaKey(of: $0) },
      isHead: { head, term in TermGrammar.isHead(head, of: term, inflection) },
      isBareNounPhrase: { words.isBareNounPhrase($0) },
      agrees: { inflection.agrees($0, with: $1) })
  }

  /// A term of several words ends in its head, inflected or not (`horisontellt nätverk` in `nätverk`,
  /// `joint venture-bolag` does not end in `joint venture`); a single word is a compound of it. The two
  /// meet in `regionalt kunskapskluster`, whose last word is a compound of `kluster`.
  private static func isHead(_ head: String, of term: String, _ inflection: Inflection) -> Bool {
    let headWords = head.split(separator: " ")
    let termWords = term.split(separator: " ")
    guard let last = termWords.last, !headWords.isEmpty else { return false }
    if termWords.count > headWords.count {
      let ending = termWords.suffix(headWords.count).joined(separator: " ")
      if inflection.lemmaKey(of: ending) == inflection.lemmaKey(of: head) { return true }
    }
    guard headWords.count == 1 else { return false }
    return inflection.isCompound(inflection.lemmaKey(of: String(last)), withHead: head)
  }
}

/// The words of a pack that tell a noun phrase from what is more than that.
private struct FunctionWords {
  /// Words that no bare noun phrase holds: function words by their classes, and verbs of clauses.
  private var barred: Set<String>
  /// Finite verbs. The first word may look like one: `delade risker`, `samordnade inköp`.
  private var finite: Set<String> = []
  /// Infinitives and imperatives, which begin a verb phrase: `börja smått`, `sprid riskerna`.
  private var openers: Set<String> = []
  /// Articles that a noun phrase may begin with.
  private var determiners: Set<String>
  /// Phrases that are terms although they hold such words, as `små och medelstora företag`.
  private var fixed: Set<String>
  private let inflection: Inflection

  /// The classes of words that are no part of a term.
  private static let classes = [
    "numeral", "determiner", "demonstrative", "ordinal", "pronoun", "be", "modal", "conjunction",
    "preposition", "relative", "clause", "infinitive-mark", "negation", "degree", "announcing",
    "reason", "contrast", "conditional", "nonterm",
  ]

  init(_ pack: LanguagePack) {
    var faults: [Diagnostic] = []
    inflection = pack.inflection
    let section = pack.sections["inflection"]
    func words(_ key: String) -> Set<String> { Set(section?[key]?.words(&faults) ?? []) }
    barred = pack.stopWords.union(words("prepositions")).union(words("conjunctions"))
    barred.formUnion(pack.mentions.infinitiveMarkers)
    barred.formUnion(pack.mentions.reflexives)
    determiners = words("determiners")
    fixed = Set((section?["fixed"]?.strings(&faults) ?? []).map { $0.lowercased() })
    for name in Self.classes {
      // `<class>` and `~word` refer to what stands elsewhere in the pack.
      let own = pack.sections["words"]?[name]?.strings(&faults) ?? []
      barred.formUnion(own.lazy.filter { !$0.hasPrefix("<") && !$0.hasPrefix("~") })
    }
    for kind in pack.sections["verbs"]?.entries(&faults) ?? [] {
      let stems = kind.value["stems"]?.words(&faults) ?? []
      func forms(_ name: String) -> [String] {
        let endings = kind.value["endings"]?[name]?.strings(&faults) ?? []
        return stems.flatMap { stem in endings.map { stem + $0 } }
      }
      finite.formUnion(forms("finite"))
      openers.formUnion(forms("infinitive") + forms("imperative"))
    }
  }

  func isBareNounPhrase(_ label: String) -> Bool {
    if fixed.contains(label.lowercased()) { return true }
    guard BareNounPhrase.test(label, functionWords: barred, determiners: determiners) else {
      return false
    }
    let words = label.lowercased().split(separator: " ").map(String.init)
    guard words.count > 1 else { return true }
    // `formelle avtaler`: what is a form of a noun is taken for one.
    let isClause = words.dropFirst().contains {
      finite.contains($0) && inflection.lemmaKey(of: $0) == $0
    }
    if isClause { return false }
    // `öppna nätverk` is no verb phrase: there `öppna` is an adjective, which agrees with its noun.
    guard openers.contains(words[0]) else { return true }
    let first = inflection.dictionaryForm(of: label).lowercased().split(separator: " ").first
    return first.map(String.init) != words[0]
  }
}

extension TermGrammars {
  /// The grammars of all languages that there are packs for.
  package init(_ catalog: LanguageCatalog) {
    let packs = catalog.codes.compactMap { catalog[$0] }
    self.init(Dictionary(packs.map { ($0.code, TermGrammar($0)) }, uniquingKeysWith: { a, _ in a }))
  }
}

/// Joins what all articles say with what the editors have decided into one knowledge base.
///
/// The result does not depend on the order of `articles` and `facts`. Drafts, and articles in a language
/// that the site does not have, are left out.
///
/// - Parameters:
///   - facts: what each article says, met with its article by path.
///   - files: the paths below `content/` of the other files there; nil where nobody has looked.
package func buildKnowledge(
  articles: [Article], facts: [ArticleFacts], decisions: EditorialDecisions,
  configuration: SiteConfiguration, languages: LanguageCatalog, files: Set<String>? = nil,
  parallel: Parallel = Parallel(jobs: 1), memory: MentionMemory? = nil
) -> Diagnosed<KnowledgeBase> {
  buildKnowledge(
    articles: articles, facts: facts, decisions: decisions, configuration: configuration,
    grammars: TermGrammars(languages), files: files, parallel: parallel
  ) { entries, terms, concepts in
    findMentions(
      in: entries, of: terms, among: concepts, catalog: languages, parallel, memory: memory)
  }
}
