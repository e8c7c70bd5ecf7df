/// Texts as they are written in YAML.
enum YAMLScalar {
  /// A text as a scalar that stands on one line and is read back as just this text: plain where that is
  /// safe in a flow collection too, else in quotation marks.
  static func written(_ text: String) -> String {
    if isPlain(text) { return text }
    let isSimple = text.unicodeScalars.allSatisfy(isPrintable)
    if isSimple { return "'" + doubled(text) + "'" }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out += isPrintable(scalar) ? String(Character(scalar)) : escaped(scalar)
      }
    }
    return out + "\""
  }

  private static func doubled(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      out.unicodeScalars.append(scalar)
      if scalar == "'" { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  /// Letters and digits, and marks between them that YAML makes nothing of.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " ",
      !words.contains(text.lowercased())
    else { return false }
    return scalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " -/.()&+%’–".unicodeScalars.contains($0)
        || $0.properties.generalCategory == .nonspacingMark
    }
  }

  /// What some readers of YAML take for something else than a text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
