import Foundation
import GRDB

/// Folded words in one byte array, each with its length and number before it, to be run through from
/// end to end: some milliseconds for a hundred thousand words.
struct WordList: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Words of more bytes than one byte can count are left out.
  static func append(_ word: String, _ number: Int, to bytes: inout [UInt8]) {
    let count = word.utf8.count
    guard count > 0, count < 256 else { return }
    bytes.append(UInt8(count))
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
    bytes += word.utf8
  }

  /// Reads a list out of the index: `names` and `others`, the words of names and of all else by their
  /// numbers, or `joined`, the names of several words written as one, by the numbers of the names.
  static func read(_ key: String, _ database: Database) throws -> WordList {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT value FROM blob WHERE key = ?", arguments: [key])
    guard let row = try rows.next() else { return WordList([]) }
    return WordList(try row.withUnsafeData(atIndex: 0) { $0.map(Array.init) ?? [] })
  }

  /// Whether the lists have been written.
  static func exists(_ database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM blob)") ?? false
  }

  func scan(_ body: (ArraySlice<UInt8>, Int) -> Void) {
    var at = 0
    while at + 5 <= bytes.count {
      let count = Int(bytes[at])
      let number =
        Int(bytes[at + 1]) | Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]) << 16
        | Int(bytes[at + 4]) << 24
      guard at + 5 + count <= bytes.count else { return }
      body(bytes[(at + 5)..<(at + 5 + count)], number)
      at += 5 + count
    }
  }
}

/// Bytes as SQLite takes them.
enum DatabaseBlob {
  static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}
