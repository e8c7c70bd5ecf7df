/// The words of a command line as a shell hands them over for completion: with their quotes and
/// backslashes.
enum ShellWords {
  /// A text as one word that a shell leaves as it is.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// What a word stands for: quotes taken off, an open one too, and escaped characters bare.
  static func plain(_ word: String) -> String {
    var out = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      if isEscaped {
        // Between double quotes a backslash before most characters is one.
        if quote == "\"", !"\"\\$`".contains(character) { out.append("\\") }
        out.append(character)
        isEscaped = false
      } else if character == "\\" && quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil && (character == "'" || character == "\"") {
        quote = character
      } else {
        out.append(character)
      }
    }
    return out
  }
}
