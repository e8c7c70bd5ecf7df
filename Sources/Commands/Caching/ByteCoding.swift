/// Writes values one after the other as bytes: numbers in eight bytes, little end first, texts and lists
/// with their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }
}

/// Reads what a `ByteWriter` wrote. Of bytes that are something else it reads what is there, and says at
/// the end that they were not whole.
struct ByteReader {
  private let bytes: [UInt8]
  private var at = 0
  /// Whether something was read that was not there.
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func number() -> Int {
    guard at + 8 <= bytes.count else {
      isBroken = true
      return 0
    }
    defer { at += 8 }
    return bytes.withUnsafeBytes {
      Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Int64.self)))
    }
  }

  mutating func text() -> String {
    let count = number()
    guard count >= 0, count <= bytes.count - at else {
      isBroken = true
      return ""
    }
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  mutating func optionalText() -> String? { number() == 1 ? text() : nil }

  mutating func texts() -> [String] { list { $0.text() } }

  /// A list with its length before it.
  mutating func list<Value>(_ one: (inout ByteReader) -> Value) -> [Value] {
    let count = number()
    // Each value takes eight bytes at the least.
    guard count >= 0, count <= (bytes.count - at) / 8 else {
      isBroken = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where !isBroken { values.append(one(&self)) }
    return values
  }
}
