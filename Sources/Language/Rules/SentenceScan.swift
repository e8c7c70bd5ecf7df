extension SentenceMasks {
  /// The longest sentence, in tokens, that a scan can tell of: its places, one more than tokens, are the
  /// bits of one word.
  static let longestScan = 63

  /// Whether a pattern matches somewhere in the sentence: exactly, for those of up to `longestScan`
  /// tokens; of longer ones it is not known, and the answer is yes.
  ///
  /// A set of places is carried from step to step as bits, as Shift-And carries states (Baeza-Yates and
  /// Gonnet 1992), but with the roles of pattern and text exchanged: sentences are short, patterns many.
  @inline(__always)
  func scan(_ steps: UnsafeBufferPointer<Pattern.ScanStep>, _ stack: UnsafeMutablePointer<UInt64>)
    -> Bool
  {
    guard range.count <= Self.longestScan else { return true }
    var state: UInt64 = 1
    var depth = 0
    var at = 0
    while at < steps.count {
      let step = steps[at]
      at += 1
      switch step {
      case .test(let test): state = (state & mask(test)) << 1
      case .skip(let test): state = Self.flood(state, mask(test))
      case .gap: state = state == 0 ? 0 : places & ~((state & (0 &- state)) - 1)
      case .start: state &= 1
      case .end: state &= ~((1 << UInt64(final)) - 1)
      case .rest: state = state & ((1 << UInt64(final)) - 1) == 0 ? 0 : 1 << UInt64(final)
      case .push:
        stack[depth] = state
        depth += 1
      case .join:
        depth -= 1
        state |= stack[depth]
      case .fork:
        stack[depth] = state
        stack[depth + 1] = 0
        depth += 2
      case .next:
        stack[depth - 1] |= state
        state = stack[depth - 2]
      case .also: stack[depth - 1] |= state
      case .close:
        state |= stack[depth - 1]
        depth -= 2
      case .again(let back):
        let joined = stack[depth - 1] | state
        if joined != stack[depth - 1] {
          stack[depth - 1] = joined
          state = joined
          at -= back + 1
        } else {
          depth -= 1
          state = joined
        }
      }
      if state == 0, depth == 0 { return false }
    }
    return state != 0
  }

  /// All places of a sentence, the one after its last token included.
  private var places: UInt64 {
    range.count == 63 ? ~0 : (1 << UInt64(range.count + 1)) - 1
  }

  /// The places reached from a set of places by going on over tokens of a mask, any number of them.
  @inline(__always)
  private static func flood(_ state: UInt64, _ mask: UInt64) -> UInt64 {
    var reached = state
    var open = mask << 1
    reached |= open & reached << 1
    open &= open << 1
    reached |= open & reached << 2
    open &= open << 2
    reached |= open & reached << 4
    open &= open << 4
    reached |= open & reached << 8
    open &= open << 8
    reached |= open & reached << 16
    open &= open << 16
    return reached | open & reached << 32
  }
}
