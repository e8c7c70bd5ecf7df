/// Where in one sentence each test of the rules succeeds, a bit for each token, and the rooms that
/// matching works in; made once for a text and filled for one sentence after another.
///
/// The bits of one sentence lie in planes of 64 tokens: bit `n & 63` of plane `n >> 6`.
struct SentenceMasks: ~Copyable {
  /// The tokens that the masks are of.
  private(set) var range = 0..<0
  /// Where the final marks of the sentence begin, counted from its start.
  private(set) var final = 0
  private(set) var planes = 1
  let setCount: Int
  private var planesAllotted = 1
  private var words: UnsafeMutablePointer<UInt64>
  /// By plane: 64 word classes, 256 marks, the tests that have no parameter, and the common words.
  private var others: UnsafeMutablePointer<UInt64>
  private var touched: [UInt16] = []
  private var touchedMarks: [UInt8] = []
  /// The marks of the sentence that rules can demand.
  private(set) var marks: MarkDemand.Marks = []
  /// The common words of the sentence, a bit each.
  private var common: UInt64 = 0
  /// The common words of each set.
  private let commonOfSets: [UInt64]

  private static let firstMark = 64
  private static let numbers = 64 + 256
  private static let nominals = numbers + 1
  private static let terms = numbers + 2
  private static let firstCommon = numbers + 3
  private static let width = firstCommon + SetMembership.commonCount

  init(_ membership: SetMembership) {
    setCount = membership.setCount
    commonOfSets = membership.common
    words = .allocate(capacity: max(setCount, 1))
    words.initialize(repeating: 0, count: max(setCount, 1))
    others = .allocate(capacity: Self.width)
    others.initialize(repeating: 0, count: Self.width)
  }

  deinit {
    words.deallocate()
    others.deallocate()
  }

  /// The numbers of the sets of which some word stands in the sentence.
  var sets: [UInt16] { touched }

  /// Fills the masks for the sentence of a range of tokens.
  mutating func load(_ range: Range<Int>, of text: TaggedTokens, _ book: RuleBook) {
    clear()
    self.range = range
    planes = range.count / 64 + 1
    if planes > planesAllotted { widen() }
    var final = range.upperBound
    while final > range.lowerBound, Self.isFinal(text.tokens[final - 1]) { final -= 1 }
    self.final = final - range.lowerBound
    let known = UInt32(book.membership.starts.count - 1)
    for at in range {
      let token = text.tokens[at]
      let place = at - range.lowerBound
      let plane = place >> 6
      let bit: UInt64 = 1 << UInt64(place & 63)
      let other = others + plane * Self.width
      var classes = text.classes[at]
      var isNominal = classes & book.clauseBits == 0
      let isTerm: Bool
      if token.kind == .punctuation {
        if other[Self.firstMark + Int(token.mark)] == 0 { touchedMarks.append(token.mark) }
        other[Self.firstMark + Int(token.mark)] |= bit
        if token.mark == 0x2C || token.mark == 0x3A { isNominal = false }
        isTerm = (token.mark == 0x2D && !token.isSpaced) || token.mark == 0x22
      } else {
        let sets = text.places[at]
        if sets == 0 {
        } else if sets < known {
          let common = Int(book.membership.commonPlaces[Int(sets)])
          if common > 0 {
            self.common |= 1 << UInt64(common - 1)
            other[Self.firstCommon + common - 1] |= bit
          }
          add(
            book.membership.sets, book.membership.starts[Int(sets)],
            book.membership.starts[Int(sets) + 1], plane, bit)
        } else {
          let part = Int(sets - known)
          add(text.partSets, text.partStarts[part], text.partStarts[part + 1], plane, bit)
        }
        if token.kind == .number { other[Self.numbers] |= bit }
        isTerm = classes & book.nontermBit == 0 || text.isGlued(at)
      }
      if isNominal { other[Self.nominals] |= bit }
      if isTerm { other[Self.terms] |= bit }
      while classes != 0 {
        other[classes.trailingZeroBitCount] |= bit
        classes &= classes - 1
      }
    }
    for mark in touchedMarks { marks.formUnion(MarkDemand.Marks(mark)) }
  }

  @inline(__always)
  private mutating func add(
    _ sets: [UInt16], _ start: UInt32, _ end: UInt32, _ plane: Int, _ bit: UInt64
  ) {
    let masks = words + plane * setCount
    var at = Int(start)
    while at < Int(end) {
      let set = sets[at]
      if masks[Int(set)] == 0 { touched.append(set) }
      masks[Int(set)] |= bit
      at += 1
    }
  }

  private mutating func clear() {
    for set in touched {
      for plane in 0..<planes { words[plane * setCount + Int(set)] = 0 }
    }
    for plane in 0..<planes {
      let other = others + plane * Self.width
      for at in 0..<Self.firstMark { other[at] = 0 }
      for mark in touchedMarks { other[Self.firstMark + Int(mark)] = 0 }
      for at in Self.numbers..<Self.width { other[at] = 0 }
    }
    common = 0
    marks = []
    touched.removeAll(keepingCapacity: true)
    touchedMarks.removeAll(keepingCapacity: true)
  }

  /// Makes room for a longer sentence; what is there is cleared already.
  private mutating func widen() {
    words.deallocate()
    others.deallocate()
    planesAllotted = planes
    let count = max(setCount, 1) * planes
    words = .allocate(capacity: count)
    words.initialize(repeating: 0, count: count)
    others = .allocate(capacity: Self.width * planes)
    others.initialize(repeating: 0, count: Self.width * planes)
  }

  static func isFinal(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch token.mark {
    case 0x2E, 0x21, 0x3F, 0x85, 0x3A, 0x3B: return true
    default: return false
    }
  }

  // MARK: Asking

  /// Whether a word of a set stands anywhere in the sentence.
  @inline(__always)
  func has(_ set: UInt16) -> Bool {
    if commonOfSets[Int(set)] & common != 0 { return true }
    if planes == 1 { return words[Int(set)] != 0 }
    return (0..<planes).contains { words[$0 * setCount + Int(set)] != 0 }
  }

  /// The tokens of a plane of which a test is true.
  @inline(__always)
  func mask(_ test: Pattern.Test, plane: Int = 0) -> UInt64 {
    let other = others + plane * Self.width
    switch test {
    case .word(let set):
      var mask = words[plane * setCount + Int(set)]
      var common = commonOfSets[Int(set)] & self.common
      while common != 0 {
        mask |= other[Self.firstCommon + common.trailingZeroBitCount]
        common &= common - 1
      }
      return mask
    case .mark(let mark): return other[Self.firstMark + Int(mark)]
    case .number: return other[Self.numbers] | other[RuleBook.numeralBit.trailingZeroBitCount]
    case .any: return range.count >= (plane + 1) * 64 ? ~0 : (1 << UInt64(range.count & 63)) - 1
    case .nominal: return other[Self.nominals]
    case .term: return other[Self.terms]
    case .classes(var bits):
      var mask: UInt64 = 0
      while bits != 0 {
        mask |= other[bits.trailingZeroBitCount]
        bits &= bits - 1
      }
      return mask
    }
  }

  /// Whether a test is true of a token, counted from the start of the sentence.
  @inline(__always)
  func passes(_ test: Pattern.Test, _ place: Int) -> Bool {
    mask(test, plane: place >> 6) >> UInt64(place & 63) & 1 != 0
  }
}
