/// What is the same in every language's order: marks, digits, accents, and letters of no alphabet
/// that we know. The order of marks and accents is that of CLDR's root collation.
enum RootOrder {
  private static let marks: [UInt32: UInt32] = {
    let order =
      " _‗-‐‑‒–—―,;:!¡?¿.․‥…·'‘’‚‛‹›\"“”„‟«»()[]{}‖§¶@*/\\&#%‰†‡•‣‧′″`´^¯¨¸°©®←→↑↓+±÷×<=≠>¬|¦~−≤≥¤¢$£¥€"
    var marks: [UInt32: UInt32] = [:]
    for (place, mark) in order.unicodeScalars.enumerated() {
      marks[mark.value] = 0x0101 + UInt32(place) + (UInt32(place) >> 7)
    }
    marks[0xA0] = marks[0x20]
    marks[0x202F] = marks[0x20]
    marks[0x09] = marks[0x20]
    marks[0x0A] = marks[0x20]
    return marks
  }()

  /// Combining accents in order of weight.
  private static let accents: [UInt32] = [
    0x301, 0x300, 0x306, 0x302, 0x30C, 0x30A, 0x308, 0x30B, 0x303, 0x307, 0x338, 0x327, 0x328,
    0x304, 0x309, 0x323, 0x326, 0x331,
  ]

  /// Letters with an accent, by accent: base letter and whole letter by turns.
  private static let accented: [(accent: UInt32, letters: String)] = [
    (0x301, "aácćeégǵiílĺmḿnńoóøǿrŕsśuúwẃyýzźæǽ"),
    (0x300, "aàeèiìnǹoòuùwẁyỳ"),
    (0x306, "aăeĕgğiĭoŏuŭ"),
    (0x302, "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
    (0x30C, "aǎcčdďeěgǧiǐlľnňoǒrřsštťuǔzž"),
    (0x30A, "aåuů"),
    (0x308, "aäeëiïoöuüwẅyÿ"),
    (0x30B, "oőuű"),
    (0x303, "aãiĩnñoõuũyỹ"),
    (0x307, "cċeėgġzżaȧoȯ"),
    (0x338, "oølłdđ"),
    (0x327, "cçgģkķlļnņrŗsştţ"),
    (0x328, "aąeęiįuųoǫ"),
    (0x304, "aāeēiīoōuūyȳ"),
    (0x326, "sștț"),
  ]

  private static let parts: [UInt32: (base: Unicode.Scalar, accent: UInt32)] = {
    var parts: [UInt32: (base: Unicode.Scalar, accent: UInt32)] = [:]
    for (accent, letters) in accented {
      let scalars = Array(letters.unicodeScalars)
      for at in stride(from: 0, to: scalars.count - 1, by: 2) {
        parts[scalars[at + 1].value] = (scalars[at], accent)
      }
    }
    return parts
  }()

  private static let wholes: [UInt64: Unicode.Scalar] = {
    var wholes: [UInt64: Unicode.Scalar] = [:]
    for (whole, part) in parts {
      wholes[UInt64(part.base.value) << 32 | UInt64(part.accent)] = Unicode.Scalar(whole)
    }
    return wholes
  }()

  /// The small letter of a letter, where that is one scalar.
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
      return scalar.value >= 0x41 && scalar.value <= 0x5A
        ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? scalar : scalar
  }

  /// The letter that a letter and a combining accent make, in the case of the letter.
  static func composed(_ base: Unicode.Scalar, _ accent: Unicode.Scalar) -> Unicode.Scalar? {
    guard accent.value >= 0x300, accent.value < 0x370 else { return nil }
    let lower = lowercased(base)
    guard let whole = wholes[UInt64(lower.value) << 32 | UInt64(accent.value)] else { return nil }
    if lower == base { return whole }
    let mapping = whole.properties.uppercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first : nil
  }

  /// A small letter without its accent, and the accent's weight.
  static func decomposed(_ lower: Unicode.Scalar) -> (base: Unicode.Scalar, weight: UInt8)? {
    guard let part = parts[lower.value], let accent = Unicode.Scalar(part.accent),
      let weight = accentWeight(accent)
    else { return nil }
    return (part.base, weight)
  }

  /// The secondary weight of a combining accent; nil for other scalars.
  static func accentWeight(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= 0x300, scalar.value < 0x370 else { return nil }
    let place = accents.firstIndex(of: scalar.value) ?? accents.count
    return Collation.plain + 1 + UInt8(place)
  }

  /// What a letter that is a ligature sorts as.
  static func expansion(_ lower: Unicode.Scalar) -> String? {
    switch lower.value {
    case 0xDF: "ss"
    case 0xE6: "ae"
    case 0x153: "oe"
    case 0xF0: "d"
    case 0xFE: "th"
    case 0x131: "i"
    case 0x133: "ij"
    default: nil
    }
  }

  /// The primary weight of a mark, a digit, or a letter of no alphabet; nil where it is ignored.
  static func primary(_ scalar: Unicode.Scalar) -> UInt32? {
    if let mark = marks[scalar.value] { return mark }
    if scalar.value >= 0x30, scalar.value <= 0x39 {
      return Collation.firstDigit + scalar.value
    }
    if scalar.value < 0x20 || scalar.properties.generalCategory == .format { return nil }
    return 0xE000_0000 + scalar.value
  }
}
