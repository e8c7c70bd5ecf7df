/// How many keystrokes part two words: letters put in, left out, exchanged, and neighbours swapped.
struct EditDistance {
  /// The longest pattern: one bit of a machine word per byte.
  static let longest = 64

  private let length: Int
  private var masks = [UInt64](repeating: 0, count: 256)

  /// - Parameter pattern: folded text, of which the first `longest` bytes count.
  init(_ pattern: [UInt8]) {
    length = min(pattern.count, Self.longest)
    for (i, byte) in pattern.prefix(length).enumerated() { masks[Int(byte)] |= 1 << UInt64(i) }
  }

  /// The distance to a text (optimal string alignment), by Hyyrö's bit-parallel method.
  func callAsFunction(_ text: some Collection<UInt8>) -> Int {
    guard length > 0 else { return text.count }
    let last = UInt64(1) << UInt64(length - 1)
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var earlier: UInt64 = 0
    var score = length
    for byte in text {
      let match = masks[Int(byte)]
      let transposed = ((~diagonal & match) << 1) & earlier
      diagonal = (((match & positive) &+ positive) ^ positive) | match | negative | transposed
      var up = negative | ~(diagonal | positive)
      var down = positive & diagonal
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      up = (up << 1) | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      earlier = match
    }
    return score
  }

  /// How many typing errors a word of so many letters is allowed.
  static func allowed(for length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }
}
