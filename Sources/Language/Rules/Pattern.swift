/// A pattern over the tokens of one sentence or heading, as the language packs write them.
///
/// | written | matches |
/// | --- | --- |
/// | `är`, `är\|utgör`, `det_vill_säga` | a word in any case, one of several, several in a row |
/// | `fördel*`, `*nivå`, `*nivå*` | a word that starts with, ends with, contains |
/// | `~fördel`, `*~fördel` | a noun in all its forms, the same as the last part of a compound too |
/// | `<article>`, `<article\|degree>`, `den\|<article>` | a word of a class that the pack names, of one of several, that or another |
/// | `#` | a number, in figures or words |
/// | `,` `:` `(` `)` `"` `-` `–` `?` | that mark, also as one of several; `–` is any dash, `"` any quotation mark |
/// | `[ … ]` | what stands inside, or nothing |
/// | `x?` `x*` `x+` | none or one, any number, at least one |
/// | `...` | any words, as few as will do |
/// | `..` | the same, but no verb, comma, colon or subordinate clause: what belongs to a noun |
/// | `^` `$` | the start, the end of the sentence (its final mark not counted) |
/// | `{term}` | captures a designation: up to seven words, none of the class `nonterm` |
/// | `{items}` or any other name | captures words: as few as will do, or at the end all that is left |
/// | `{items … items}` | captures what the elements between match |
package struct Pattern: Sendable {
  /// What one token can be.
  enum Test: Sendable {
    /// One of the words of a set, by its number in the rule book.
    case word(UInt16)
    /// A word of any of these classes.
    case classes(UInt64)
    case mark(UInt8)
    case number
    case any
    /// Any word but a verb, and no comma or colon.
    case nominal
    /// A word that may be part of a designation.
    case term
  }

  /// A step of the machine that finds where a match lies. Trivial values, so that running them counts
  /// no references.
  enum Instruction: Sendable {
    case test(Test)
    case save(Int)
    /// Try the first; where that fails, the second.
    case split(Int, Int)
    case jump(Int)
    case start, end
    /// Everything up to the final mark of the sentence.
    case rest
    case accept
  }

  /// A step of the scan that tells whether there is a match at all. Its state is the set of all places
  /// that the steps before can have led to, a bit each, so that a step costs a few machine instructions
  /// for the whole sentence.
  enum ScanStep: Sendable {
    /// From each place on over one token.
    case test(Test)
    /// From each place on over any number of tokens.
    case skip(Test)
    /// To each later place.
    case gap
    case start, end, rest
    /// Remembers the state.
    case push
    /// Joins the state to the one remembered: what stood between was optional.
    case join
    /// Remembers the state as that which each alternative starts from.
    case fork
    /// Ends an alternative; goes back to what the next one starts from.
    case next
    /// Ends an alternative that the next one goes on from.
    case also
    /// Ends the last alternative: the state is that of all of them.
    case close
    /// Goes this many steps back, as long as there are new places to join to the state remembered.
    case again(Int)
  }

  /// The marks that patterns can name, as packs write them.
  static let marks: [String: UInt8] = [
    ",": 0x2C, ":": 0x3A, "(": 0x28, ")": 0x29, "\"": 0x22, "-": 0x2D, "–": 0x96, "?": 0x3F,
    ";": 0x3B, ".": 0x2E, "!": 0x21,
  ]

  /// As the pack writes it.
  package let source: String
  var program: [Instruction]
  let scan: [ScanStep]
  /// Names of the captures, in the order of their slots.
  package let captures: [String]
  /// Numbers of sets of words of each of which one must stand in whatever matches, the most telling
  /// first; empty where nothing can be said.
  let demands: [UInt16]
  let markDemand: MarkDemand
}

/// Which marks a sentence must have for a pattern to match, as far as it can be said without looking at
/// their places; the cheapest of all demands.
struct MarkDemand: Sendable {
  /// Marks that patterns can name, a bit each.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// - Parameter mark: as `Token.mark` has it; of one that no pattern can name the set is empty.
    init(_ mark: UInt8) { rawValue = Self.bits[Int(mark)] }

    private static let bits: [UInt16] = {
      var bits = [UInt16](repeating: 0, count: 256)
      for (place, mark) in Pattern.marks.values.sorted().enumerated() {
        bits[Int(mark)] = 1 << UInt16(place)
      }
      return bits
    }()
  }

  /// All of these.
  private(set) var all: Marks = []
  /// One of these; none where nothing is demanded.
  private(set) var oneOf: Marks = []

  /// Demands one mark of several too.
  mutating func formDemand(oneOf marks: Marks) {
    if marks.rawValue.nonzeroBitCount == 1 {
      all.formUnion(marks)
    } else if oneOf.isEmpty || marks.rawValue.nonzeroBitCount < oneOf.rawValue.nonzeroBitCount {
      oneOf = marks
    }
  }

  @inline(__always)
  func isMet(by marks: Marks) -> Bool {
    marks.isSuperset(of: all) && (oneOf.isEmpty || !marks.isDisjoint(with: oneOf))
  }
}
