/// 128 bits that stand for what they were made of: equal for the same input on every machine, and for no
/// two inputs that one will meet. Not fit against an adversary, who could only spoil a cache of his own.
package struct Fingerprint: Hashable, Sendable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// That of what `body` adds.
  package init(_ body: (inout FingerprintBuilder) -> Void) {
    var builder = FingerprintBuilder()
    body(&builder)
    self = builder.fingerprint
  }
}

/// Makes a fingerprint of a sequence of values, each with its length, so that `ab` and `c` differ from
/// `a` and `bc`. Two lanes of multiply and fold, with constants of wyhash (Wang Yi, 2019).
package struct FingerprintBuilder: Sendable {
  private var a: UInt64 = 0xA076_1D64_78BD_642F
  private var b: UInt64 = 0xE703_7ED1_A0B4_28DB

  package init() {}

  package var fingerprint: Fingerprint {
    var copy = self
    copy.mix(0x8EBC_6AF0_9C88_C6E3)
    copy.mix(0x5899_65CC_7537_4CC3)
    return Fingerprint(high: copy.a, low: copy.b)
  }

  private mutating func mix(_ word: UInt64) {
    let one = (a ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let other = (b ^ word &+ 0x632B_E59B_D9B4_E019).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    a = one.high ^ one.low ^ (word << 32 | word >> 32)
    b = other.high ^ other.low ^ a
  }

  package mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  package mutating func add(_ other: Fingerprint) {
    mix(other.high)
    mix(other.low)
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  package mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= raw.count {
      mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var rest: UInt64 = 0
    while at < raw.count {
      rest = rest << 8 | UInt64(raw[at])
      at += 1
    }
    mix(rest)
  }
}
