import Articles
import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Blocks of an article and of its translation")
struct BlockTests {
  private func article(_ text: String, _ language: LanguageCode = "sv") -> Article {
    let reader = ArticleReader(knownLanguages: ["sv", "nb"]) { _ in nil }
    let read = reader.read(
      ContentFile(
        shownPath: "a.md", path: "a.md", bytes: Array(text.utf8), declaredLanguage: language))
    guard let article = read.value else {
      Issue.record("no article: \(read.diagnostics)")
      return self.article("tom\n")
    }
    return article
  }

  @Test("are titles, headings, paragraphs, list items, table rows and code, without comments")
  func kinds() {
    let text = """
      ---
      title: Bröd
      description: Om bröd.
      ---

      # Bröd

      <!-- en kommentar -->

      Bröd är *gott*,
      sägs det, och [billigt](pris.md).

      - mjöl
      - vatten

        och salt

      > Ett citat.

      | kol | ved |
      | --- | --- |
      | 1   | `x` |

      ```
      koka()
      ```
      """
    #expect(
      article(text).blocks.map { "\($0.kind.rawValue) \($0.level): \($0.text)" } == [
        "title 0: Bröd", "description 0: Om bröd.", "heading 1: Bröd",
        "paragraph 0: Bröd är *gott*, sägs det, och [billigt](pris.md).", "list item 1: mjöl",
        "list item 1: vatten", "paragraph 1: och salt", "paragraph 1: Ett citat.",
        "table row 0: kol | ved", "table row 0: 1 | `x`", "code 0: koka()",
      ])
  }

  @Test("are the same whatever way the file is laid out")
  func layout() {
    let one = article("# Bröd\n\nEtt långt stycke.\n\n- *a*\n- b\n\n1. x\n2. y\n")
    let other = article("Bröd\n====\n\nEtt långt\nstycke.\n\n* _a_\n* b\n\n3) x\n9) y\n")
    #expect(one.blocks.map(\.text) == other.blocks.map(\.text))
    #expect(compareBlocks(one.blocks, other.blocks).allSatisfy { $0.kind == .unchanged })
  }

  private func changes(_ old: String, _ new: String) -> [String] {
    let (before, after) = (article(old).blocks, article(new).blocks)
    return compareBlocks(before, after).filter { $0.kind != .unchanged }.map { change in
      let texts = [change.old.map { before[$0].text }, change.new.map { after[$0].text }]
      return "\(change.kind.rawValue): \(texts.map { $0 ?? "" }.joined(separator: " > "))"
    }
  }

  private static let bread = """
    # Bröd

    Bröd bakas av mjöl och vatten i varm ugn.

    ## Fördelar

    - Det mättar hela familjen.
    - Det luktar gott om morgonen.
    - Det kostar nästan ingenting.

    ## Historia

    Brödet är tiotusen år gammalt.

    """

  @Test("a word, an addition and a removal are told apart, each in its place")
  func kindsOfChange() {
    let edited = Self.bread.replacing("varm ugn", with: "het ugn")
      .replacing("- Det luktar gott om morgonen.\n", with: "")
      .replacing("## Historia", with: "Rågbröd mättar mest av alla.\n\n## Historia")
    #expect(
      changes(Self.bread, edited) == [
        "changed: Bröd bakas av mjöl och vatten i varm ugn. > Bröd bakas av mjöl och vatten i het ugn.",
        "removed: Det luktar gott om morgonen. > ",
        "added:  > Rågbröd mättar mest av alla.",
      ])
  }

  @Test("a block that moved is not one that changed")
  func moved() {
    let paragraph = "Bröd bakas av mjöl och vatten i varm ugn.\n\n"
    let edited = Self.bread.replacing(paragraph, with: "") + "\n" + paragraph
    #expect(
      changes(Self.bread, edited).map { $0.split(separator: ":").first } == ["moved"])
  }

  @Test("a block that moved and changed is one that changed")
  func movedAndChanged() {
    let paragraph = "Bröd bakas av mjöl och vatten i varm ugn.\n\n"
    let edited =
      Self.bread.replacing(paragraph, with: "") + "\nBröd bakas av mjöl och vatten i het ugn.\n"
    #expect(
      changes(Self.bread, edited) == [
        "changed: Bröd bakas av mjöl och vatten i varm ugn. > Bröd bakas av mjöl och vatten i het ugn."
      ])
  }

  @Test("a paragraph alone in the place of another is that one rewritten")
  func rewritten() {
    let edited = Self.bread.replacing("Brödet är tiotusen år gammalt.", with: "Ingen vet när.")
    #expect(
      changes(Self.bread, edited) == [
        "changed: Brödet är tiotusen år gammalt. > Ingen vet när."
      ])
  }

  @Test("tens of thousands of them are compared at once")
  func many() {
    let old = (0..<20_000).map { "Stycke nummer \($0) om bröd." }
    var new = old
    new[500] = "Stycke nummer 500 om kaffe."
    new.remove(at: 9_000)
    new.append(new.remove(at: 100))
    func blocks(_ texts: [String]) -> [ArticleBlock] {
      texts.map { ArticleBlock(kind: .paragraph, level: 0, text: $0, span: SourceSpan(at: 0)) }
    }
    let kinds = compareBlocks(blocks(old), blocks(new)).map(\.kind).filter { $0 != .unchanged }
    #expect(kinds == [.changed, .removed, .moved])
    let other = compareBlocks(blocks(old), blocks(old.map { $0.uppercased() + " Nytt!" }))
    #expect(other.count { $0.kind == .changed } == 20_000)
  }

  @Test("the translation's own block is found by structure")
  func partners() {
    let translation = article(
      """
      # Brød

      Brød bakes av mel og vann i varm ovn.

      ## Fordeler

      - Det metter hele familien.
      - Det lukter godt om morgenen.
      - Det koster nesten ingenting.

      ## Historie

      Brødet er ti tusen år gammelt.
      """, "nb")
    let edited = Self.bread.replacing("Det luktar gott", with: "Det doftar gott")
      .replacing("## Historia", with: "- Det håller sig länge.\n\n## Historia")
    let comparison = TranslationComparison(
      confirmed: article(Self.bread), source: article(edited), translation: translation)
    #expect(comparison.stale.map(\.kind) == [.changed, .added])
    #expect(
      comparison.stale.map { comparison.translation(of: $0)?.text } == [
        "Det lukter godt om morgenen.", nil,
      ])
    #expect(
      comparison.predecessor(of: comparison.stale[1])?.text == "Det koster nesten ingenting.")
  }

  @Test("ten thousand quotes in each other are read without falling")
  func deep() {
    let text = String(repeating: ">", count: 10_000) + " djupt\n"
    #expect(article(text).blocks.map(\.text).last?.hasSuffix("djupt") == true)
  }
}
