import GRDB
import Knowledge
import Language

/// How a key of the table `form` stands for a name.
enum KeyKind: Int {
  case exact, inflected, folded, foldedInflected, joined
}

/// Brings an index to what the content says. Of an index that holds something already only the entries
/// that differ are written; an empty one is a special case of it.
struct IndexWriter {
  let content: SearchContent
  let fingerprint: String
  /// Stands for the content; nil where nobody will ask.
  var contentKey: String?

  /// Numbers of words, names and entries mean nothing beyond the file. Words are counted, so that one
  /// that no text has any more can go.
  private static let schema = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE blob (key TEXT PRIMARY KEY, value BLOB);
    CREATE TABLE concept (id INTEGER PRIMARY KEY, identifier TEXT, uses INTEGER);
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY, concept INTEGER, language TEXT, term TEXT, definition TEXT,
      source TEXT, url TEXT, high INTEGER, low INTEGER);
    CREATE INDEX entry_concept ON entry (concept);
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, entry INTEGER, standing INTEGER, text TEXT, words TEXT, joined TEXT);
    CREATE INDEX name_entry ON name (entry);
    CREATE TABLE form (
      key TEXT, kind INTEGER, name INTEGER, PRIMARY KEY (key, kind, name)) WITHOUT ROWID;
    CREATE TABLE word (
      id INTEGER PRIMARY KEY, word TEXT, folded TEXT, in_names INTEGER, in_texts INTEGER);
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

  /// Makes the tables of a new index and fills them.
  func write(to database: DatabaseQueue) throws {
    try transaction(database) { database in
      try database.execute(sql: Self.schema)
      try update(database)
      try database.execute(sql: "CREATE INDEX word_folded ON word (folded, word, in_names)")
    }
  }

  /// Changes an index of the same schema.
  func update(_ database: DatabaseQueue) throws {
    try transaction(database) { try update($0) }
  }

  private func transaction(
    _ database: DatabaseQueue, _ body: (Database) throws -> Void
  ) throws {
    try database.writeWithoutTransaction { database in
      try database.inTransaction {
        try body(database)
        return .commit
      }
    }
  }

  private func update(_ database: Database) throws {
    try writeMetadata(database)
    let concepts = try writeConcepts(database)
    try writeEntries(database, concepts)
  }

  private func writeMetadata(_ database: Database) throws {
    for table in ["meta", "facet_word", "stop_word"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
    let insert = try database.makeStatement(sql: "INSERT INTO meta VALUES (?, ?)")
    try insert.execute(arguments: ["schema", String(SearchIndex.schemaVersion)])
    try insert.execute(arguments: ["fingerprint", fingerprint])
    if let contentKey { try insert.execute(arguments: ["content", contentKey]) }
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

  /// - Returns: the numbers of the concepts in the index, in the order of the content.
  private func writeConcepts(_ database: Database) throws -> [Int] {
    var known: [String: (number: Int, uses: Int)] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT identifier, id, uses FROM concept")
    while let row = try rows.next() { known[row[0]] = (row[1], row[2]) }
    let insert = try database.makeStatement(sql: "INSERT INTO concept VALUES (NULL, ?, ?)")
    let change = try database.makeStatement(sql: "UPDATE concept SET uses = ? WHERE id = ?")
    let numbers = try content.concepts.map { concept in
      if let (number, uses) = known.removeValue(forKey: concept.id) {
        if uses != concept.uses { try change.execute(arguments: [concept.uses, number]) }
        return number
      }
      try insert.execute(arguments: [concept.id, concept.uses])
      return Int(database.lastInsertedRowID)
    }
    let remove = try database.makeStatement(sql: "DELETE FROM concept WHERE id = ?")
    for (number, _) in known.values { try remove.execute(arguments: [number]) }
    return numbers
  }

  private struct EntryKey: Hashable {
    var concept: Int
    var language: String
  }

  private func writeEntries(_ database: Database, _ concepts: [Int]) throws {
    var known: [EntryKey: (number: Int, key: Fingerprint)] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT concept, language, id, high, low FROM entry")
    while let row = try rows.next() {
      known[EntryKey(concept: row[0], language: row[1])] = (
        row[2],
        Fingerprint(
          high: UInt64(bitPattern: row[3] as Int64), low: UInt64(bitPattern: row[4] as Int64))
      )
    }
    var changed: [(entry: SearchContent.Entry, concept: Int, key: Fingerprint)] = []
    for entry in content.entries {
      let place = EntryKey(concept: concepts[entry.concept], language: entry.language.rawValue)
      let key = entry.fingerprint
      if known[place]?.key == key {
        known[place] = nil
      } else {
        changed.append((entry, place.concept, key))
      }
    }
    if changed.isEmpty, known.isEmpty, try WordList.exists(database) { return }
    var words = try WordCollector(database)
    try EntryRemover(database).remove(known.values.map(\.number).sorted(), &words)
    var writer = try EntryWriter(database)
    for (entry, concept, key) in changed { try writer.write(entry, of: concept, key, &words) }
    try words.write(to: database)
  }
}

extension SearchContent.Entry {
  /// Of all that the index holds of it.
  var fingerprint: Fingerprint {
    Fingerprint { key in
      for name in names {
        key.add(name.standing)
        key.add(name.text)
        key.add(name.forms)
      }
      key.add(definition)
      key.add(definitions)
      key.add(source)
      key.add(url)
      for statement in statements {
        key.add(statement.facet.rawValue)
        key.add(statement.anchor)
        key.add(statement.label)
        key.add(statement.text)
        key.add(statement.explanation)
      }
      key.add(headings)
    }
  }
}

extension FingerprintBuilder {
  fileprivate mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}
