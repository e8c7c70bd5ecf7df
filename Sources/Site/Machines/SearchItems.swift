import Knowledge
import Language

/// What the search in the page can find: names and words of texts, each with the keys that it lies under.
/// Made once for all languages, whose files differ in nothing but how they call a language.
struct SearchItems: Sendable {
  /// A line of JSON, but for the place where it says which language it is of.
  struct Item: Sendable {
    var language: LanguageCode
    /// Each once.
    var keys: [UInt64]
    private var head: [UInt8]
    private var tail: [UInt8]

    init(
      _ first: JSON, _ rest: [JSON], in language: LanguageCode, under keys: [UInt64]
    ) {
      self.language = language
      self.keys = keys
      head = [UInt8(ascii: "[")]
      first.write(into: &head)
      head.append(UInt8(ascii: ","))
      tail = []
      for value in rest {
        tail.append(UInt8(ascii: ","))
        value.write(into: &tail)
      }
      tail.append(UInt8(ascii: "]"))
    }

    /// How many bytes `write` adds.
    func size(in own: LanguageCode, of languages: [LanguageCode]) -> Int {
      head.count + place(in: own, of: languages).utf8.count + tail.count
    }

    /// Writes it as it stands in the files of a language.
    func write(
      in own: LanguageCode, of languages: [LanguageCode], into out: inout [UInt8]
    ) {
      out += head
      out += place(in: own, of: languages).utf8
      out += tail
    }

    /// 0 says that it is of the language itself, else it is the place of its language among all, from 1.
    private func place(in own: LanguageCode, of languages: [LanguageCode]) -> String {
      String(language == own ? 0 : 1 + (languages.firstIndex(of: language) ?? 0))
    }
  }

  /// The most concepts that are listed for a word of a text.
  private static let mostConcepts = 40

  /// What ranks first before what ranks after it.
  private(set) var items: [Item]

  init(_ content: SearchContent, _ parallel: Parallel) {
    items = Self.names(content, parallel)
    items += Self.words(content, parallel)
  }

  // MARK: - Names

  private struct Place {
    var entry: Int
    var name: Int
    var standing: Int
    var uses: Int
  }

  /// Names, those that rank first before the others.
  private static func names(_ content: SearchContent, _ parallel: Parallel) -> [Item] {
    var places: [Place] = []
    for (number, entry) in content.entries.enumerated() {
      let uses = content.concepts[entry.concept].uses
      for (place, name) in entry.names.enumerated() {
        places.append(Place(entry: number, name: place, standing: name.standing, uses: uses))
      }
    }
    places.sort { a, b in
      if (a.standing, b.uses) != (b.standing, a.uses) {
        return (a.standing, b.uses) < (b.standing, a.uses)
      }
      let concepts = (content.entries[a.entry].concept, content.entries[b.entry].concept)
      return (concepts.0, a.entry, a.name) < (concepts.1, b.entry, b.name)
    }
    return parallel.map(places) { place in
      let entry = content.entries[place.entry]
      return item(entry.names[place.name], of: entry, uses: place.uses, content.endings)
    }
  }

  private static func item(
    _ name: SearchContent.Name, of entry: SearchContent.Entry, uses: Int, _ endings: Endings
  ) -> Item {
    let words = SearchText.words(name.text)
    let folded = words.map { Array(SearchText.folded($0).utf8) }
    var keys: Set<UInt64> = [SearchFiles.key(Array(folded.joined())[...])]
    for word in folded {
      keys.insert(SearchFiles.key(word[...]))
      for start in stride(from: 2, through: word.count - 3, by: 1) {
        keys.insert(SearchFiles.key(word[start...]))
      }
    }
    // Of forms that their endings do not tell the words; the whole form where its words are not those of
    // the name.
    var irregular: [String] = []
    for form in name.forms {
      let parts = form.split(separator: " ").map(String.init)
      let other = parts.map { Array(SearchText.folded($0).utf8) }
      for word in other { keys.insert(SearchFiles.key(word[...])) }
      guard other.count == folded.count else {
        irregular.append(form)
        continue
      }
      for (place, word) in other.enumerated()
      where !endings.match(word[...], folded[place][...]) && !irregular.contains(parts[place]) {
        irregular.append(parts[place])
      }
    }
    var rest: [JSON] = [.number(name.standing), .number(uses), .string(name.text)]
    if !irregular.isEmpty { rest.append(.list(irregular.map(JSON.string))) }
    return Item(.number(entry.concept), rest, in: entry.language, under: Array(keys))
  }

  // MARK: - Words of texts

  /// As many entries are looked through at once: the words of all together would be much to hold.
  private static let entriesAtOnce = 1024

  /// The words of definitions, facts and headings by language, with the concepts that have them, each
  /// with its uses.
  private static func words(_ content: SearchContent, _ parallel: Parallel) -> [Item] {
    var tables: [LanguageCode: WordTable] = [:]
    for start in stride(from: 0, to: content.entries.count, by: entriesAtOnce) {
      let numbers = Array(start..<min(start + entriesAtOnce, content.entries.count))
      let found = parallel.map(numbers) { words(of: content.entries[$0], content.stopWords) }
      for (number, fields) in zip(numbers, found) {
        tables[content.entries[number].language, default: WordTable()]
          .add(fields, of: content.entries[number].concept)
      }
    }
    let filled = tables
    return parallel.map(content.languages) { items(filled[$0] ?? WordTable(), content, $0) }
      .flatMap { $0 }
  }

  /// The words of an entry's definitions, of its facts and of its headings, each once.
  private static func words(
    of entry: SearchContent.Entry, _ stopWords: Set<String>
  ) -> [[String]] {
    [entry.definitions, entry.statements.flatMap(\.texts), entry.headings].map { texts in
      var seen: Set<String> = []
      return texts.flatMap(SearchText.words).filter {
        seen.insert($0).inserted && !stopWords.contains($0)
      }
    }
  }

  /// The concepts that have a word in their definitions, in their facts and in their headings.
  private struct Listing {
    var fields: [[Int]] = [[], [], []]

    /// No more are kept than are listed.
    mutating func add(_ concept: Int, to field: Int) {
      if fields[field].count < SearchItems.mostConcepts { fields[field].append(concept) }
    }
  }

  /// The words of one language.
  private struct WordTable {
    private(set) var places: [String: Int] = [:]
    private(set) var listings: [Listing] = []

    mutating func add(_ fields: [[String]], of concept: Int) {
      for (field, words) in fields.enumerated() {
        for word in words {
          if let place = places[word] {
            listings[place].add(concept, to: field)
          } else {
            places[word] = listings.count
            listings.append(Listing())
            listings[listings.count - 1].add(concept, to: field)
          }
        }
      }
    }
  }

  private static func items(
    _ table: WordTable, _ content: SearchContent, _ language: LanguageCode
  ) -> [Item] {
    table.places.sorted { $0.key < $1.key }.map { word, place in
      let fields = table.listings[place].fields.map { concepts in
        JSON.list(concepts.flatMap { [.number($0), .number(content.concepts[$0].uses)] })
      }
      return Item(
        .string(word), fields, in: language,
        under: [SearchFiles.key(Array(SearchText.folded(word).utf8)[...])])
    }
  }
}
