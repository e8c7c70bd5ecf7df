import Diagnostics

/// The sections of a language pack that say how sentences are read, as they stand in the YAML.
struct RuleBookDocument: Sendable {
  /// Verbs by how they are inflected: the endings that each stem of a group takes, by form.
  struct VerbGroup: Sendable {
    var endings: [(form: String, endings: [String])]
    var stems: [String]
  }

  /// What a heading, or the sentence that leads in a list, promises.
  struct Heading: Sendable {
    /// Empty where nothing below is to be understood.
    var facets: [PackValue]
    var patterns: [PackValue]
    /// Whether it counts only where no other heading rule speaks.
    var isWeak: Bool
    /// Whether no other heading rule counts where it matches.
    var isAlone: Bool
    var examples: RuleBook.Examples
  }

  /// A sentence that states something.
  struct Sentence: Sendable {
    var id: String
    var pattern: PackValue
    /// Statements: the facet of what is found; nil for that of the heading.
    var facet: PackValue?
    /// Statements: only below a heading that promises one of these.
    var under: [PackValue]
    /// Tests that the match must pass besides, by name.
    var require: [PackValue]
    /// How the captured `{items}` are cut.
    var cut: PackValue?
    var examples: RuleBook.Examples
  }

  /// Function words, which every text is full of.
  var stopWords: [String] = []
  var abbreviations: [String] = []
  /// Abbreviations that may end a sentence.
  var closing: [String] = []
  /// Endings that finite verbs have.
  var finiteEndings: [String] = []
  /// Endings that tell one thing of several by rank.
  var superlativeEndings: [String] = []
  var words: [(name: String, list: [String])] = []
  var verbs: [VerbGroup] = []
  var headings: [Heading] = []
  var questions: [PackValue] = []
  var poles: [PackValue] = []
  var definitions: [Sentence] = []
  var synonyms: [Sentence] = []
  var statements: [Sentence] = []

  init(_ sections: PackValue, _ faults: inout [Diagnostic]) {
    stopWords = sections["stop-words"]?.words(&faults) ?? []
    if let section = sections["sentences"] {
      section.checkKeys(
        ["abbreviations", "closing", "finite-endings", "superlative-endings"], &faults)
      abbreviations = section["abbreviations"]?.strings(&faults) ?? []
      finiteEndings = section["finite-endings"]?.words(&faults) ?? []
      superlativeEndings = section["superlative-endings"]?.words(&faults) ?? []
      closing = section["closing"]?.strings(&faults) ?? []
    }
    for entry in sections["words"]?.entries(&faults) ?? [] {
      words.append((entry.key, entry.value.strings(&faults)))
    }
    for entry in sections["verbs"]?.entries(&faults) ?? [] {
      entry.value.checkKeys(["endings", "stems"], &faults)
      let endings = (entry.value["endings"]?.entries(&faults) ?? []).map {
        (form: $0.key, endings: $0.value.strings(&faults))
      }
      let stems = entry.value["stems"]?.words(&faults) ?? []
      verbs.append(VerbGroup(endings: endings, stems: stems))
    }
    for item in sections["headings"]?.items(&faults) ?? [] {
      item.checkKeys(["facets", "patterns", "weak", "alone", "yes", "no"], &faults)
      headings.append(
        Heading(
          facets: item["facets"]?.items(&faults) ?? [],
          patterns: item["patterns"]?.items(&faults) ?? [],
          isWeak: item["weak"]?.string(&faults) == "true",
          isAlone: item["alone"]?.string(&faults) == "true",
          examples: Self.examples(item, &faults)))
    }
    questions = sections["questions"]?.items(&faults) ?? []
    poles = sections["poles"]?.items(&faults) ?? []
    definitions = Self.sentences(sections["definitions"], &faults)
    synonyms = Self.sentences(sections["synonyms"], &faults)
    statements = Self.sentences(sections["statements"], &faults)
  }

  private static func sentences(
    _ section: PackValue?, _ faults: inout [Diagnostic]
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    for item in section?.items(&faults) ?? [] {
      item.checkKeys(["id", "pattern", "facet", "under", "require", "cut", "yes", "no"], &faults)
      guard let id = item["id"]?.string(&faults), let pattern = item["pattern"] else {
        faults.append(item.fault("a rule has an 'id' and a 'pattern'"))
        continue
      }
      sentences.append(
        Sentence(
          id: id, pattern: pattern, facet: item["facet"],
          under: item["under"]?.items(&faults) ?? [],
          require: item["require"]?.items(&faults) ?? [], cut: item["cut"],
          examples: examples(item, &faults)))
    }
    return sentences
  }

  private static func examples(_ item: PackValue, _ faults: inout [Diagnostic]) -> RuleBook.Examples
  {
    RuleBook.Examples(
      yes: item["yes"]?.strings(&faults) ?? [], no: item["no"]?.strings(&faults) ?? [])
  }
}
