import GRDB
import Knowledge
import Language

/// A fault of the index file: missing, damaged, outdated, or made by another version.
package struct SearchIndexFault: Error, CustomStringConvertible {
  package var description: String
  /// Whether the file is whole but of an earlier state of the content, so that it can be changed.
  package var isOutdated = false
}

/// The search index of one knowledge base: an SQLite database, opened for reading.
package struct SearchIndex: Sendable {
  /// Raised whenever the tables or what is in them change.
  static let schemaVersion = 3

  let database: DatabaseQueue

  /// Opens an index that lies on disk, without changing it.
  ///
  /// - Parameter fingerprint: what the index must have been made from; nil to take any.
  package static func open(_ path: String, fingerprint: String?) throws -> SearchIndex {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let index = SearchIndex(database: try DatabaseQueue(path: path, configuration: configuration))
      let meta = try index.database.read { try metadata($0) }
      guard meta["schema"] == String(schemaVersion) else {
        throw SearchIndexFault(description: "it was made by another version")
      }
      if let fingerprint, meta["fingerprint"] != fingerprint {
        throw SearchIndexFault(
          description: "the content has changed since it was made", isOutdated: true)
      }
      return index
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be read (\(error.message ?? "damaged"))")
    }
  }

  /// Makes an index in memory.
  package static func inMemory(_ content: SearchContent) throws -> SearchIndex {
    let database = try DatabaseQueue()
    try IndexWriter(content: content, fingerprint: "").write(to: database)
    return SearchIndex(database: database)
  }

  /// Writes an index file: makes it where there is none, and changes one that is there where that will
  /// do. A process that is killed meanwhile leaves it damaged.
  ///
  /// - Parameters:
  ///   - fingerprint: says what it is made from, to be asked for when it is opened.
  ///   - contentKey: stands for the content, whatever files it comes from.
  /// - Throws: `SearchIndexFault` where the file that is there cannot be changed.
  package static func write(
    _ content: SearchContent, to path: String, fingerprint: String, contentKey: Fingerprint? = nil
  ) throws {
    let writer = IndexWriter(
      content: content, fingerprint: fingerprint, contentKey: contentKey.map(text))
    do {
      let database = try DatabaseQueue(path: path, configuration: unguarded)
      if try database.read({ try $0.tableExists("meta") }) {
        guard try database.read({ try metadata($0) })["schema"] == String(schemaVersion) else {
          throw SearchIndexFault(description: "it was made by another version")
        }
        try writer.update(database)
      } else {
        try writer.write(to: database)
      }
      try database.close()
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be written (\(error.message ?? "damaged"))")
    }
  }

  /// Says of an index file that holds the content already that it is of the files as they are now.
  ///
  /// - Parameter contentKey: stands for the content, as it was given to `write`.
  /// - Returns: whether it holds that content; else nothing is changed.
  /// - Throws: `SearchIndexFault` where there is none, or it cannot be changed.
  package static func renew(
    _ path: String, fingerprint: String, contentKey: Fingerprint
  ) throws -> Bool {
    do {
      let database = try DatabaseQueue(path: path, configuration: unguarded)
      let meta = try database.read { database in
        try database.tableExists("meta") ? try metadata(database) : [:]
      }
      let isSame =
        meta["schema"] == String(schemaVersion) && meta["content"] == text(contentKey)
      if isSame {
        try database.write {
          try $0.execute(
            sql: "UPDATE meta SET value = ? WHERE key = 'fingerprint'", arguments: [fingerprint])
        }
      }
      try database.close()
      return isSame
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be written (\(error.message ?? "damaged"))")
    }
  }

  /// For a file that is renamed into place when it is whole: nothing is to be rolled back.
  private static var unguarded: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    return configuration
  }

  private static func text(_ key: Fingerprint) -> String {
    String(key.high, radix: 16) + "-" + String(key.low, radix: 16)
  }

  /// Copies an index file as it is, to be changed beside it.
  ///
  /// - Throws: `SearchIndexFault` where there is none, or it cannot be read.
  package static func copy(_ path: String, to target: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let source = try DatabaseQueue(path: path, configuration: configuration)
      try source.backup(to: try DatabaseQueue(path: target))
    } catch let error as DatabaseError {
      throw SearchIndexFault(description: "it cannot be copied (\(error.message ?? "damaged"))")
    }
  }

  static func metadata(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchCursor(database, sql: "SELECT key, value FROM meta")
    var meta: [String: String] = [:]
    while let row = try rows.next() { meta[row[0]] = row[1] }
    return meta
  }
}
