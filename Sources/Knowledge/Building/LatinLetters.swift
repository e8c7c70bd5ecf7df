/// The small letters of text that has none from U+0100 on, which is nearly all text, without the tables
/// of Unicode.
///
/// - Returns: the scalars in lower case, composed; nil where the text has others.
func smallLatinLetters(_ text: String) -> String.UnicodeScalarView? {
  var small = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE:
      small.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0x00...0xFF: small.append(scalar)
    default: return nil
    }
  }
  return small
}
