import Testing

@testable import Diagnostics

@Suite("The comparison of texts")
struct ComparisonTests {
  private func pairs(_ old: String, _ new: String) -> String {
    let (left, right) = (Array(old.utf8).map(Int.init), Array(new.utf8).map(Int.init))
    let pairs = CommonSequence.pairs(left, right)
    for (a, b) in zip(pairs, pairs.dropFirst()) { #expect(a.old < b.old && a.new < b.new) }
    for pair in pairs { #expect(left[pair.old] == right[pair.new]) }
    return String(decoding: pairs.map { UInt8(left[$0.old]) }, as: UTF8.self)
  }

  @Test("finds what two sequences have in common, in order")
  func common() {
    #expect(pairs("", "") == "")
    #expect(pairs("abc", "") == "")
    #expect(pairs("abc", "abc") == "abc")
    #expect(pairs("abcd", "acbd") == "abd" || pairs("abcd", "acbd") == "acd")
    #expect(pairs("abXcd", "abYZcd") == "abcd")
    #expect(pairs("aabbaa", "abba") == "abba")
    #expect(pairs("defabc", "abcdef") == "def" || pairs("defabc", "abcdef") == "abc")
  }

  @Test("keeps to nearly linear time where nothing is unique")
  func repetitive() {
    let old = (0..<20_000).map { $0 % 3 }
    let new = (0..<20_000).map { ($0 + $0 / 7) % 3 }
    let pairs = CommonSequence.pairs(old, new)
    #expect(pairs.count > 10_000)
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
  }

  private func marked(_ stretches: [WordChanges.Stretch]) -> String {
    stretches.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test("marks the words that changed, a comma alone too")
  func words() {
    let verb = WordChanges(from: "Rösten är blå, sa hon.", to: "Rösten var blå sa hon nu.")
    #expect(marked(verb.old) == "Rösten [är] blå[,] sa hon.")
    #expect(marked(verb.new) == "Rösten [var] blå sa hon[ nu].")
    let phrase = WordChanges(from: "ett litet hus", to: "en mycket stor gård")
    #expect(marked(phrase.old) == "[ett litet hus]")
    let none = WordChanges(from: "", to: "ny")
    #expect(none.old.isEmpty)
    #expect(marked(none.new) == "[ny]")
  }

  private func diff(_ old: String?, _ new: String) -> String {
    let before = old.map { Array($0.utf8) }
    return String(
      decoding: UnifiedDiff.report("a.md", from: before, to: Array(new.utf8)), as: UTF8.self)
  }

  @Test("writes a diff that patch reads")
  func unified() {
    #expect(diff("a\n", "a\n") == "")
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
    #expect(
      diff("a\nb", "b\n") == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1 @@
        -a
        -b
        \\ No newline at end of file
        +b

        """)
    #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- a/a.md\n+++ b/a.md\n@@ -1 +0,0 @@\n-a\n")
  }
}
