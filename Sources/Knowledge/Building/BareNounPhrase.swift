/// The test of a label for being a bare noun phrase, which makes it fit to be a term.
///
/// There is no parser behind it. A phrase is bare where nothing in it can belong to a clause or tie on
/// another phrase, and such things are always tied on with one of the few hundred function words of a
/// language: prepositions (`tillgång till teknologi`), conjunctions (`förvärv och sammanslagningar`),
/// the infinitive marker (`kulturer kapabla att samarbeta`), relative and personal pronouns (`mål som
/// alla delar`), auxiliaries and negations. So a phrase of one to four words without any of them,
/// without punctuation inside and not of digits alone, is taken for a noun phrase. What verbs there are
/// is known to the packs only: `PackGrammar` looks for them besides.
enum BareNounPhrase {
  static let longest = 4

  /// - Parameters:
  ///   - functionWords: lower-case words that no bare noun phrase holds.
  ///   - determiners: articles, which one may begin with; they do not count.
  static func test(
    _ label: String, functionWords: Set<String>, determiners: Set<String> = []
  ) -> Bool {
    var hasLetter = false
    for scalar in label.unicodeScalars {
      switch scalar {
      case "-", "\u{2010}", "\u{2011}", "&", "'", "’", " ", "\u{A0}": continue
      default:
        if scalar.properties.isAlphabetic {
          hasLetter = true
        } else if !isDigit(scalar) && !isMark(scalar) {
          return false
        }
      }
    }
    var words = label.split { $0.isWhitespace }[...]
    while words.count > 1, let first = words.first, determiners.contains(first.lowercased()) {
      words.removeFirst()
    }
    guard hasLetter, (1...longest).contains(words.count) else { return false }
    return words.allSatisfy { word in
      // An elliptic member, `formellt-`, lacks the word that it is an attribute of.
      !word.hasPrefix("-") && !word.hasSuffix("-")
        && !functionWords.contains(word.lowercased())
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }
}
