import Knowledge
import Testing

@testable import Search

@Suite struct SearchTextTests {
  @Test("cuts a text into lower-case, composed words")
  func words() {
    #expect(SearchText.words("Ett Rosteri-kafé, 3 st.!") == ["ett", "rosteri", "kafé", "3", "st"])
    #expect(SearchText.words("na\u{308}t \u{C5}R") == ["nät", "år"])
    #expect(SearchText.words("\"*(){}^\u{0} AND -- 😀").isEmpty == false)
    #expect(SearchText.words(" \t😀 ") == [])
  }

  @Test("folds letters in two ways")
  func folding() {
    #expect(SearchText.folded("näringsklynge på øy") == "naringsklynge pa oy")
    #expect(SearchText.spelledOut("kjøpesenter på åsen") == "kjoepesenter paa aasen")
    #expect(SearchText.folded("æble") == "able")
    #expect(SearchText.spelledOut("æble") == "aeble")
    #expect(SearchText.folded("idé") == "ide")
  }

  @Test(
    "counts keystrokes between words",
    arguments: [
      ("kluster", "kluster", 0), ("kluster", "kluser", 1), ("kluster", "klutser", 1),
      ("kluster", "klustter", 1), ("fransise", "franchise", 2), ("ab", "ba", 1),
      ("rosteri", "bageri", 4), ("a", "", 1), ("kaffe", "te", 4),
    ])
  func distance(a: String, b: String, errors: Int) {
    #expect(EditDistance(Array(a.utf8))(Array(b.utf8)) == errors)
    #expect(EditDistance(Array(b.utf8))(Array(a.utf8)) == errors)
  }

  @Test("agrees with the textbook's table on all short words")
  func distanceTable() {
    let letters = Array("abc".utf8)
    var words: [[UInt8]] = [[]]
    for _ in 0..<4 { words = words.flatMap { word in letters.map { word + [$0] } } + [words[0]] }
    let some = words.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    for a in some {
      let distance = EditDistance(a)
      for b in some { #expect(distance(b) == Self.alignment(a, b)) }
    }
  }

  /// Optimal string alignment, by dynamic programming.
  private static func alignment(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in 0..<a.count {
      for j in 0..<b.count {
        var best = min(table[i][j + 1] + 1, table[i + 1][j] + 1)
        best = min(best, table[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = best
      }
    }
    return table[a.count][b.count]
  }

  @Test("holds words for forms of one by the endings that it has learnt")
  func endings() {
    var endings = Endings()
    for form in ["rosteriet", "rosterier", "rosterierna", "rosteriets"] {
      endings.learn(Array("rosteri".utf8), Array(form.utf8))
    }
    func match(_ a: String, _ b: String) -> Bool {
      endings.match(Array(a.utf8)[...], Array(b.utf8)[...])
    }
    #expect(match("bageriet", "bagerierna"))
    #expect(match("bageri", "bageriets"))
    #expect(!match("bageri", "bageriskola"))
    #expect(!match("ko", "kor"))
    #expect(Endings(endings.list) == endings)
  }
}
