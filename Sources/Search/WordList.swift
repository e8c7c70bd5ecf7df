import Foundation

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

  func scan(_ body: (ArraySlice<UInt8>, Int) -> Void) {
    var at = 0
    while at + 5 <= bytes.count {
      let count = Int(bytes[at])
      let number = (1...4).reversed().reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
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
