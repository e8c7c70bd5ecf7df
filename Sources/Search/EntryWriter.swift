import GRDB
import Knowledge

/// Writes entries with their names, statements and texts.
struct EntryWriter {
  private let database: Database
  private let entry: GRDB.Statement
  private let statement: GRDB.Statement
  private let text: GRDB.Statement
  private let names: NameWriter

  init(_ database: Database) throws {
    self.database = database
    entry = try database.makeStatement(
      sql: "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)")
    statement = try database.makeStatement(
      sql: "INSERT INTO statement VALUES (NULL, ?, ?, ?, ?, ?)")
    text = try database.makeStatement(
      sql: "INSERT INTO entry_text (rowid, names, definition, facts, headings) VALUES (?,?,?,?,?)")
    names = try NameWriter(database)
  }

  /// - Parameters:
  ///   - concept: its number in the index.
  ///   - key: the entry's fingerprint.
  mutating func write(
    _ item: SearchContent.Entry, of concept: Int, _ key: Fingerprint, _ words: inout WordCollector
  ) throws {
    try entry.execute(arguments: [
      concept, item.language.rawValue, item.names.first?.text ?? "", item.definition, item.source,
      item.url, Int64(bitPattern: key.high), Int64(bitPattern: key.low),
    ])
    let id = Int(database.lastInsertedRowID)
    for name in item.names { try names.write(name, of: id, &words) }
    for fact in item.statements {
      try statement.execute(arguments: [
        id, fact.facet.rawValue, fact.anchor, fact.label, fact.whole,
      ])
    }
    try text.execute(arguments: [
      id, words.text(item.names.map(\.text)), words.text(item.definitions),
      words.text(item.statements.flatMap(\.texts)), words.text(item.headings),
    ])
  }
}

/// Writes names and the keys they are found by.
private struct NameWriter {
  private let database: Database
  private let name: GRDB.Statement
  private let form: GRDB.Statement
  private let nameWord: GRDB.Statement

  init(_ database: Database) throws {
    self.database = database
    name = try database.makeStatement(sql: "INSERT INTO name VALUES (NULL, ?, ?, ?, ?, ?)")
    form = try database.makeStatement(sql: "INSERT OR IGNORE INTO form VALUES (?, ?, ?)")
    nameWord = try database.makeStatement(sql: "INSERT OR IGNORE INTO name_word VALUES (?, ?)")
  }

  func write(
    _ item: SearchContent.Name, of entry: Int, _ words: inout WordCollector
  ) throws {
    let key = SearchText.key(item.text)
    let numbers = key.split(separator: " ").map { words.add(String($0), .names) }
    let joined = key.utf8.contains(0x20) ? SearchText.folded(key).filter { $0 != " " } : nil
    try name.execute(arguments: [
      entry, item.standing, item.text, numbers.map(String.init).joined(separator: " "), joined,
    ])
    let id = Int(database.lastInsertedRowID)
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
  }

  private func add(_ key: String, _ kind: KeyKind, _ name: Int) throws {
    try form.execute(arguments: [key, kind.rawValue, name])
  }
}

/// Takes entries out of the index with all that hangs on them.
struct EntryRemover {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func remove(_ entries: [Int], _ words: inout WordCollector) throws {
    if entries.isEmpty { return }
    var names: [Int] = []
    for entry in entries {
      names += try forget(entry, &words)
      for table in ["entry_text WHERE rowid", "statement WHERE entry", "name WHERE entry"] {
        try database.cachedStatement(sql: "DELETE FROM \(table) = ?").execute(arguments: [entry])
      }
      try database.cachedStatement(sql: "DELETE FROM entry WHERE id = ?")
        .execute(arguments: [entry])
    }
    // One walk over each table: they are ordered by what is looked up in them, not by name.
    try database.execute(sql: "CREATE TEMPORARY TABLE gone (name INTEGER PRIMARY KEY)")
    for name in names {
      try database.cachedStatement(sql: "INSERT INTO gone VALUES (?)").execute(arguments: [name])
    }
    for table in ["form", "name_word"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE name IN (SELECT name FROM temp.gone)")
    }
    try database.execute(sql: "DROP TABLE temp.gone")
  }

  /// Takes back the words of an entry.
  ///
  /// - Returns: the numbers of its names.
  private func forget(_ entry: Int, _ words: inout WordCollector) throws -> [Int] {
    let texts = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT names, definition, facts, headings FROM entry_text WHERE rowid = ?"),
      arguments: [entry])
    for column in 0..<(texts == nil ? 0 : 4) {
      let text: String = texts?[column] ?? ""
      for word in text.split(separator: " ") { words.remove(String(word), .texts) }
    }
    let names = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT id, text FROM name WHERE entry = ?"),
      arguments: [entry])
    for name in names {
      for word in SearchText.words(name[1] as String) { words.remove(word, .names) }
    }
    return names.map { $0[0] }
  }
}
