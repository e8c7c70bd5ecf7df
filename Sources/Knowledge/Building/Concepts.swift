import Diagnostics
import Extraction
import Language

/// The concepts without what is said about them, and which seed has become which.
struct Concepts {
  var concepts: [Concept]
  /// For each seed, the index of its concept.
  var ofSeed: [Int]
  /// Where each concept is first met.
  var places: [Place]
  var redirects: [ConceptRedirect]
}

/// Makes concepts of the seeds that are one: ids, terms, addresses.
func makeConcepts(_ material: Material, _ registry: TermRegistry) -> Diagnosed<Concepts> {
  var members: [Int: [Int]] = [:]
  for seed in registry.seeds.indices { members[registry.root(seed), default: []].append(seed) }
  let roots = members.keys.sorted()
  var diagnostics: [Diagnostic] = []

  var terms: [[LanguageCode: (text: String, place: Place)]] = []
  for root in roots {
    var merged: [LanguageCode: (text: String, place: Place)] = [:]
    for seed in members[root] ?? [] {
      for (language, term) in registry.seeds[seed].terms {
        if let known = merged[language], known.place <= term.place { continue }
        merged[language] = term
      }
    }
    terms.append(merged)
  }
  let slugs = giveAddresses(terms)
  var concepts: [(concept: Concept, root: Int, place: Place)] = []
  var redirects: [ConceptRedirect] = []
  for (number, root) in roots.enumerated() {
    let declared = (members[root] ?? []).lazy.compactMap { registry.seeds[$0].declared }.first
    let derived = material.configuration.languages.compactMap { language in
      slugs[number][language].map { ConceptID("\(language)/\($0)") }
    }
    guard !terms[number].isEmpty, let id = declared ?? derived.first else { continue }
    var concept = Concept(id: id)
    concept.slugs = slugs[number]
    for (language, term) in terms[number] {
      concept.designations[language] = Designations(preferred: term.text)
    }
    redirects += derived.lazy.filter { $0 != id }.map { ConceptRedirect(from: $0, to: id) }
    let place = terms[number].values.map(\.place).min() ?? .entry(at: 0)
    concepts.append((concept, root, place))
  }
  concepts.sort { $0.concept.id < $1.concept.id }
  let position = Dictionary(
    uniqueKeysWithValues: concepts.enumerated().map { ($0.element.root, $0.offset) })
  var result = Concepts(
    concepts: concepts.map(\.concept),
    ofSeed: registry.seeds.indices.map { position[registry.root($0)] ?? -1 },
    places: concepts.map(\.place), redirects: redirects.sorted { $0.from < $1.from })
  addSynonyms(&result, material, registry)
  diagnostics += addEntries(&result, material, registry)
  return Diagnosed(result, diagnostics)
}

/// One address for each concept and language, unique in the language.
private func giveAddresses(_ terms: [[LanguageCode: (text: String, place: Place)]])
  -> [[LanguageCode: String]]
{
  var slugs = [[LanguageCode: String]](repeating: [:], count: terms.count)
  var byLanguage: [LanguageCode: [(number: Int, text: String, place: Place)]] = [:]
  for (number, names) in terms.enumerated() {
    for (language, term) in names {
      byLanguage[language, default: []].append((number, term.text, term.place))
    }
  }
  for (language, entries) in byLanguage {
    var book = AddressBook()
    for entry in entries.sorted(by: { ($0.place, $0.text) < ($1.place, $1.text) }) {
      slugs[entry.number][language] = book.reserve(Address.slug(entry.text))
    }
  }
  return slugs
}

private func addSynonyms(_ result: inout Concepts, _ material: Material, _ registry: TermRegistry) {
  var seen: Set<SeenTerm> = []
  for (index, concept) in result.concepts.enumerated() {
    for (language, designations) in concept.designations {
      let key = material.key(designations.preferred, in: language)
      seen.insert(SeenTerm(concept: index, key: key))
    }
  }
  for (claim, _) in registry.accepted {
    let index = result.ofSeed[claim.seed]
    guard index >= 0 else { continue }
    let language = claim.key.language
    if claim.isDeprecated {
      guard claim.text != result.concepts[index].designations[language]?.preferred else { continue }
      result.concepts[index].designations[language]?.deprecated.append(claim.text)
    } else if seen.insert(SeenTerm(concept: index, key: claim.key)).inserted {
      result.concepts[index].designations[language]?.admitted.append(claim.text)
    }
  }
}

private struct SeenTerm: Hashable {
  var concept: Int
  var key: TermKey
}

/// What the entries say of the forms of their terms, and their definitions.
private func addEntries(_ result: inout Concepts, _ material: Material, _ registry: TermRegistry)
  -> [Diagnostic]
{
  var diagnostics: [Diagnostic] = []
  for (seed, origin) in registry.seeds.enumerated() {
    guard let number = origin.entry else { continue }
    let entry = material.decisions.entries[number]
    let index = result.ofSeed[seed]
    for (language, naming) in entry.names.sorted(by: { $0.key < $1.key }) {
      guard index >= 0, result.concepts[index].designations[language] != nil else {
        diagnostics.append(
          Diagnostic(
            .invalidValue, at: entry.location,
            "the entry '\(entry.id)' has no term in '\(language)'",
            help: "say 'term', or write the article about it with 'concept: \(entry.id)'"))
        continue
      }
      result.concepts[index].designations[language]?.extraForms += naming.forms
      result.concepts[index].designations[language]?.excludedForms += naming.excludedForms
      guard let definition = naming.definition else { continue }
      result.concepts[index].definitions.append(
        Definition(language: language, text: definition.text, origin: .entry, citation: nil))
    }
    if entry.names.isEmpty, index < 0 {
      diagnostics.append(
        Diagnostic(
          .invalidValue, at: entry.location,
          "the entry '\(entry.id)' has no term in any language",
          help: "say it by language, as 'sv: joint venture'"))
    }
  }
  return diagnostics
}
