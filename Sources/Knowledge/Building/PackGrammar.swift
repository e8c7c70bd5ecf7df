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
      isBareNounPhrase: { label in
        words.fixed.contains(label.lowercased())
          || BareNounPhrase.test(
            label, functionWords: words.barred, determiners: words.determiners)
      })
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
  /// Words that no bare noun phrase holds.
  var barred: Set<String>
  /// Articles that one may begin with.
  var determiners: Set<String>
  /// Phrases that are terms although they hold such words, as `små och medelstora företag`.
  var fixed: Set<String>

  init(_ pack: LanguagePack) {
    var faults: [Diagnostic] = []
    let section = pack.sections["inflection"]
    func words(_ key: String) -> Set<String> { Set(section?[key]?.words(&faults) ?? []) }
    barred = pack.stopWords.union(words("prepositions")).union(words("conjunctions"))
    barred.formUnion(pack.mentions.infinitiveMarkers)
    barred.formUnion(pack.mentions.reflexives)
    determiners = words("determiners")
    fixed = Set((section?["fixed"]?.strings(&faults) ?? []).map { $0.lowercased() })
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
  configuration: SiteConfiguration, languages: LanguageCatalog, files: Set<String>? = nil
) -> Diagnosed<KnowledgeBase> {
  buildKnowledge(
    articles: articles, facts: facts, decisions: decisions, configuration: configuration,
    grammars: TermGrammars(languages), files: files
  ) { entries, terms, concepts in
    findMentions(in: entries, of: terms, among: concepts, catalog: languages)
  }
}
