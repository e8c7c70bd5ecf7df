import GRDB
import Knowledge
import Language

/// How a key of the table `form` stands for a name.
enum KeyKind: Int {
  case exact, inflected, folded, foldedInflected, joined
}

/// Writes the tables of an index.
struct IndexWriter {
  let content: SearchContent
  let fingerprint: String

  private static let schema = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE blob (key TEXT PRIMARY KEY, value BLOB);
    CREATE TABLE concept (id INTEGER PRIMARY KEY, identifier TEXT, uses INTEGER);
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY, concept INTEGER, language TEXT, term TEXT, definition TEXT,
      source TEXT, url TEXT);
    CREATE INDEX entry_concept ON entry (concept);
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, entry INTEGER, standing INTEGER, text TEXT, words TEXT);
    CREATE INDEX name_entry ON name (entry);
    CREATE TABLE form (
      key TEXT, kind INTEGER, name INTEGER, PRIMARY KEY (key, kind, name)) WITHOUT ROWID;
    CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT, folded TEXT, of_name INTEGER);
    CREATE TABLE name_word (
      word INTEGER, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
    CREATE TABLE statement (
      id INTEGER PRIMARY KEY, entry INTEGER, facet TEXT, anchor TEXT, label TEXT, text TEXT);
    CREATE INDEX statement_entry ON statement (entry);
    CREATE TABLE facet_word (word TEXT, facet TEXT, PRIMARY KEY (word, facet)) WITHOUT ROWID;
    CREATE TABLE stop_word (word TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE VIRTUAL TABLE entry_text USING fts5(
      names, definition, facts, headings, tokenize = "unicode61 remove_diacritics 0");
    """

  func write(to database: DatabaseQueue) throws {
    try database.writeWithoutTransaction { database in
      try database.inTransaction {
        try database.execute(sql: Self.schema)
        try writeMetadata(database)
        try writeConcepts(database)
        try writeEntries(database)
        try database.execute(sql: "CREATE INDEX word_folded ON word (folded, word, of_name)")
        return .commit
      }
    }
  }

  private func writeMetadata(_ database: Database) throws {
    let insert = try database.makeStatement(sql: "INSERT INTO meta VALUES (?, ?)")
    try insert.execute(arguments: ["schema", String(SearchIndex.schemaVersion)])
    try insert.execute(arguments: ["fingerprint", fingerprint])
    try insert.execute(arguments: ["endings", content.endings.list])
    for (place, language) in content.languages.enumerated() {
      // Numbers of one length, so that the keys sort in the order of the languages.
      try insert.execute(arguments: ["language-\(10_000 + place)", language.rawValue])
    }
    let facet = try database.makeStatement(sql: "INSERT OR IGNORE INTO facet_word VALUES (?, ?)")
    for (word, name) in content.facetNames {
      try facet.execute(arguments: [word, name.rawValue])
    }
    let stop = try database.makeStatement(sql: "INSERT OR IGNORE INTO stop_word VALUES (?)")
    for word in content.stopWords.sorted() { try stop.execute(arguments: [word]) }
  }

  private func writeConcepts(_ database: Database) throws {
    let insert = try database.makeStatement(sql: "INSERT INTO concept VALUES (?, ?, ?)")
    for (id, concept) in content.concepts.enumerated() {
      try insert.execute(arguments: [id, concept.id, concept.uses])
    }
  }

  private func writeEntries(_ database: Database) throws {
    let entry = try database.makeStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")
    let statement = try database.makeStatement(
      sql: "INSERT INTO statement VALUES (NULL, ?, ?, ?, ?, ?)")
    let text = try database.makeStatement(
      sql: "INSERT INTO entry_text (rowid, names, definition, facts, headings) VALUES (?,?,?,?,?)")
    var names = try NameWriter(database)
    var words = WordCollector()
    for (id, item) in content.entries.enumerated() {
      try entry.execute(arguments: [
        id, item.concept, item.language.rawValue, item.names.first?.text ?? "", item.definition,
        item.source, item.url,
      ])
      for name in item.names { try names.write(name, of: id, &words) }
      for fact in item.statements {
        try statement.execute(arguments: [
          id, fact.facet.rawValue, fact.anchor, fact.label, fact.text,
        ])
      }
      try text.execute(arguments: [
        id, words.text(item.names.map(\.text)), words.text(item.definitions),
        words.text(item.statements.flatMap { [$0.label, $0.text] }), words.text(item.headings),
      ])
    }
    try words.write(to: database)
  }
}

/// Writes names and the keys they are found by.
private struct NameWriter {
  private let name: GRDB.Statement
  private let form: GRDB.Statement
  private let nameWord: GRDB.Statement
  private var count = 0

  init(_ database: Database) throws {
    name = try database.makeStatement(sql: "INSERT INTO name VALUES (?, ?, ?, ?, ?)")
    form = try database.makeStatement(sql: "INSERT OR IGNORE INTO form VALUES (?, ?, ?)")
    nameWord = try database.makeStatement(sql: "INSERT OR IGNORE INTO name_word VALUES (?, ?)")
  }

  mutating func write(
    _ item: SearchContent.Name, of entry: Int, _ words: inout WordCollector
  ) throws {
    let id = count
    count += 1
    let key = SearchText.key(item.text)
    let numbers = key.split(separator: " ").map { words.add(String($0), isOfName: true) }
    try name.execute(arguments: [
      id, entry, item.standing, item.text, numbers.map(String.init).joined(separator: " "),
    ])
    for number in numbers { try nameWord.execute(arguments: [number, id]) }
    try add(key, .exact, id)
    for other in item.forms { try add(other, .inflected, id) }
    for other in [key] + item.forms {
      let kind: KeyKind = other == key ? .folded : .foldedInflected
      for folded in Set([SearchText.folded(other), SearchText.spelledOut(other)])
      where folded != other {
        try add(folded, kind, id)
      }
      let joined = SearchText.folded(other).filter { $0 != " " }
      if joined != other { try add(joined, .joined, id) }
    }
    if key.utf8.contains(0x20) {
      words.addJoined(SearchText.folded(key).filter { $0 != " " }, name: id)
    }
  }

  private func add(_ key: String, _ kind: KeyKind, _ name: Int) throws {
    try form.execute(arguments: [key, kind.rawValue, name])
  }
}

/// Gathers the words of all texts, each with a number.
struct WordCollector {
  private var numbers: [String: Int] = [:]
  private var words: [String] = []
  private var isOfName: [Bool] = []
  private var joined: [(text: String, name: Int)] = []

  mutating func add(_ word: String, isOfName: Bool) -> Int {
    let number: Int
    if let known = numbers[word] {
      number = known
    } else {
      number = words.count
      numbers[word] = number
      words.append(word)
      self.isOfName.append(false)
    }
    if isOfName { self.isOfName[number] = true }
    return number
  }

  /// A name of several words, written as one.
  mutating func addJoined(_ text: String, name: Int) { joined.append((text, name)) }

  /// The words of texts as one text, which the full-text index cuts just where this does.
  mutating func text(_ texts: [String]) -> String {
    let words = texts.flatMap(SearchText.words)
    for word in words { _ = add(word, isOfName: false) }
    return words.joined(separator: " ")
  }

  func write(to database: Database) throws {
    let insert = try database.makeStatement(sql: "INSERT INTO word VALUES (?, ?, ?, ?)")
    var names: [UInt8] = []
    var others: [UInt8] = []
    for (number, word) in words.enumerated() {
      let folded = SearchText.folded(word)
      try insert.execute(arguments: [number, word, folded, isOfName[number]])
      if isOfName[number] {
        WordList.append(folded, number, to: &names)
      } else {
        WordList.append(folded, number, to: &others)
      }
    }
    var joinedNames: [UInt8] = []
    for (text, name) in joined { WordList.append(text, name, to: &joinedNames) }
    let blob = try database.makeStatement(sql: "INSERT INTO blob VALUES (?, ?)")
    for (key, bytes) in [("names", names), ("others", others), ("joined", joinedNames)] {
      try blob.execute(arguments: [key, DatabaseBlob.data(bytes)])
    }
  }
}
