import GRDB
import Knowledge

/// The words of an index, each with a number and how often names and texts have it.
struct WordCollector {
  enum Place { case names, texts }

  private struct Word {
    var text: String
    var inNames = 0
    var inTexts = 0
    /// Whether the table has another row, or none.
    var isChanged: Bool

    var isGone: Bool { inNames <= 0 && inTexts <= 0 }
  }

  private var numbers: [String: Int] = [:]
  /// By number, from 1; numbers are given again only where an index is made anew.
  private var words: [Word?] = [nil]
  /// The most numbers in a row that no word has; a gap beyond is no number of ours.
  private static let widestGap = 10_000_000

  /// The words that the index has.
  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, word, in_names, in_texts FROM word ORDER BY id")
    while let row = try rows.next() {
      let number: Int = row[0]
      guard (0...Self.widestGap).contains(number - words.count) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      let word = Word(text: row[1], inNames: row[2], inTexts: row[3], isChanged: false)
      numbers[word.text] = number
      words += repeatElement(nil, count: number - words.count)
      words.append(word)
    }
  }

  /// - Returns: the word's number.
  @discardableResult
  mutating func add(_ text: String, _ place: Place) -> Int {
    let number = numbers[text] ?? words.count
    if number == words.count {
      numbers[text] = number
      words.append(Word(text: text, isChanged: true))
    }
    count(number, place, 1)
    return number
  }

  mutating func remove(_ text: String, _ place: Place) {
    if let number = numbers[text] { count(number, place, -1) }
  }

  private mutating func count(_ number: Int, _ place: Place, _ difference: Int) {
    switch place {
    case .names: words[number]?.inNames += difference
    case .texts: words[number]?.inTexts += difference
    }
    words[number]?.isChanged = true
  }

  /// The words of texts as one text, which the full-text index cuts just where this does.
  mutating func text(_ texts: [String]) -> String {
    let words = texts.flatMap(SearchText.words)
    for word in words { add(word, .texts) }
    return words.joined(separator: " ")
  }

  /// Writes what has changed, and the lists of all words.
  func write(to database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO word VALUES (?, ?, ?, ?, ?)")
    let remove = try database.makeStatement(sql: "DELETE FROM word WHERE id = ?")
    var names: [UInt8] = []
    var others: [UInt8] = []
    for number in words.indices {
      guard let word = words[number] else { continue }
      if word.isGone {
        try remove.execute(arguments: [number])
        continue
      }
      let folded = SearchText.folded(word.text)
      if word.isChanged {
        try insert.execute(arguments: [number, word.text, folded, word.inNames, word.inTexts])
      }
      if word.inNames > 0 {
        WordList.append(folded, number, to: &names)
      } else {
        WordList.append(folded, number, to: &others)
      }
    }
    let blob = try database.makeStatement(sql: "INSERT OR REPLACE INTO blob VALUES (?, ?)")
    let lists = [("names", names), ("others", others), ("joined", try joinedNames(database))]
    for (key, bytes) in lists { try blob.execute(arguments: [key, DatabaseBlob.data(bytes)]) }
  }

  /// The names of several words, each written as one, by the numbers of the names.
  private func joinedNames(_ database: Database) throws -> [UInt8] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT joined, id FROM name WHERE joined IS NOT NULL ORDER BY id")
    var list: [UInt8] = []
    while let row = try rows.next() { WordList.append(row[0], row[1], to: &list) }
    return list
  }
}
