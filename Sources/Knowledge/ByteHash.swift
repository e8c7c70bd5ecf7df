/// A hash of bytes, made one byte after the other: FNV-1a of 64 bits (Fowler, Noll and Vo). The same on
/// every machine, and fit for names of files; two inputs that share one are rare, not impossible.
package struct ByteHash: Sendable {
  package var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable package init() {}

  /// That of all of `bytes`.
  @inlinable package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inlinable package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// In hexadecimal, without leading zeros.
  package var hexadecimal: String { String(value, radix: 16) }
}
