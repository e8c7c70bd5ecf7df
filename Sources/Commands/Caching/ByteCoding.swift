import Knowledge

/// Tells a damaged file by the fingerprint of its bytes, in which it ends.
enum ByteSum {
  /// The bytes without their sum; nil where it is not theirs.
  static func checked(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard bytes.count >= 16 else { return nil }
    var tail = ByteReader(bytes.suffix(16))
    let body = bytes.dropLast(16)
    let sum = Fingerprint { key in body.withUnsafeBufferPointer { key.add($0) } }
    return tail.fingerprint() == sum ? body : nil
  }
}

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

  mutating func write(_ other: ArraySlice<UInt8>) {
    write(other.count)
    bytes += other
  }

  mutating func write(_ fingerprint: Fingerprint) {
    write(Int(truncatingIfNeeded: fingerprint.high))
    write(Int(truncatingIfNeeded: fingerprint.low))
  }

  /// Ends the bytes in their own fingerprint, for `ByteSum.checked`.
  mutating func seal() {
    let sum = Fingerprint { $0.add(bytes) }
    write(sum)
  }
}

/// Reads what a `ByteWriter` wrote. Of bytes that are something else it reads what is there, and says at
/// the end that they were not whole.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  /// Whether something was read that was not there.
  private(set) var isBroken = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  var isAtEnd: Bool { at == bytes.endIndex }

  mutating func number() -> Int {
    guard bytes.endIndex - at >= 8 else {
      isBroken = true
      return 0
    }
    defer { at += 8 }
    return bytes.withUnsafeBytes {
      let offset = at - bytes.startIndex
      return Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int64.self)))
    }
  }

  mutating func text() -> String {
    let count = number()
    guard count >= 0, count <= bytes.endIndex - at else {
      isBroken = true
      return ""
    }
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  mutating func slice() -> ArraySlice<UInt8> {
    let count = number()
    guard count >= 0, count <= bytes.endIndex - at else {
      isBroken = true
      return []
    }
    defer { at += count }
    return bytes[at..<at + count]
  }

  mutating func fingerprint() -> Fingerprint {
    Fingerprint(
      high: UInt64(truncatingIfNeeded: number()), low: UInt64(truncatingIfNeeded: number()))
  }

  mutating func optionalText() -> String? { number() == 1 ? text() : nil }

  mutating func texts() -> [String] { list { $0.text() } }

  /// A list with its length before it.
  mutating func list<Value>(_ one: (inout ByteReader) -> Value) -> [Value] {
    let count = number()
    // Each value takes eight bytes at the least.
    guard count >= 0, count <= (bytes.endIndex - at) / 8 else {
      isBroken = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where !isBroken { values.append(one(&self)) }
    return values
  }
}
