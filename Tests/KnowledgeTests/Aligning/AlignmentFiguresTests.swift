import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

/// How many of the pairs of `WordList` are found, and how many of what is found are pairs.
@Suite("the figures of alignment")
struct AlignmentFiguresTests {
  static let catalog = LanguageCatalog.load().value
  static let base = makeBase()

  /// All words in one knowledge base: those of the lists in articles and their translations, the others
  /// in articles that have none.
  static func makeBase() -> KnowledgeBase {
    var fixture = Fixture()
    for list in WordList.lists {
      func text(_ heading: String, _ title: String, _ items: [String], _ source: String?) -> String
      {
        let front = source.map { "---\ntranslationOf: \($0)\n---\n" } ?? ""
        return front + "# \(title)\n\n## \(heading)\n\n" + items.map { "- \($0)\n" }.joined()
      }
      func subject(_ path: String) -> String {
        String(path.split(separator: "/")[1].dropLast(3))
      }
      func facts(_ items: [String], _ heading: String) -> [Fact] {
        items.map { fact(heading.hasPrefix("Niv") ? .level : .type, $0) }
      }
      let (swedish, norwegian) = (list.pairs.map(\.sv), list.pairs.map(\.nb))
      fixture.add(
        list.swedish, text(list.swedishHeading, subject(list.swedish), swedish, nil),
        subject: subject(list.swedish),
        facts(swedish, list.swedishHeading))
      fixture.add(
        list.norwegian,
        text(list.norwegianHeading, subject(list.norwegian), norwegian, list.swedish),
        subject: subject(list.norwegian),
        facts(norwegian, list.norwegianHeading))
    }
    func add(_ language: String, _ words: [String]) {
      for word in words {
        let name = Address.slug(word)
        if let definition = WordList.definitions["\(language)/\(word)"] {
          fixture.add("\(language)/x-\(name).md", nil, [fact(.definition, word, definition)])
        } else {
          fixture.add("\(language)/x-\(name).md", nil, [fact(.definition, word)])
        }
      }
    }
    add("sv", WordList.pairs.map(\.sv) + WordList.falseFriends.map(\.sv) + WordList.swedishAlone)
    add("nb", WordList.pairs.map(\.nb) + WordList.falseFriends.map(\.nb) + WordList.norwegianAlone)
    return buildKnowledge(
      articles: fixture.articles, facts: fixture.facts, decisions: EditorialDecisions(),
      configuration: fixture.configuration, grammars: TermGrammars(catalog)
    ).value
  }

  struct Figures {
    var written = 0
    var right = 0
    var wrong: [String] = []
    var missed: [String] = []

    var precision: Double { Double(right) / Double(max(written, 1)) }
    var recall: Double { Double(right) / 150 }
  }

  private func figures(of proposals: [AlignmentProposal]) -> Figures {
    let pairs = WordList.pairs + WordList.lists.flatMap(\.pairs)
    // As they are written here, or as the packs write them in a glossary.
    let grammars = TermGrammars(Self.catalog)
    let right = Set(
      pairs.flatMap { sv, nb in
        [sv, grammars["sv"].dictionaryForm(sv)].flatMap { sv in
          [nb, grammars["nb"].dictionaryForm(nb)].map { "\(sv) | \($0)" }
        }
      })
    var figures = Figures()
    var found: Set<String> = []
    for proposal in proposals {
      let pair = "\(proposal.first.term) | \(proposal.second.term)"
      figures.written += 1
      if right.contains(pair) {
        figures.right += 1
        found.insert(pair)
      } else {
        figures.wrong.append("\(pair) \(proposal.confidence): \(proposal.evidence.map(\.text))")
      }
    }
    figures.missed = right.subtracting(found).sorted()
    return figures
  }

  @Test("the list is whole, and every word of it is a concept")
  func list() {
    #expect(WordList.pairs.count + WordList.lists.map(\.pairs.count).reduce(0, +) == 150)
    #expect(WordList.falseFriends.count == 30)
    #expect(WordList.swedishAlone.count == 150)
    #expect(WordList.norwegianAlone.count == 150)
    #expect(Self.base.concepts.count == 2 * 150 + 2 * 30 + 300 + WordList.lists.count)
  }

  @Test("what is sure is right, and most pairs are found")
  func measure() {
    let proposals = proposeAlignments(
      Self.base, decisions: EditorialDecisions(), languages: Self.catalog, between: ("sv", "nb"))
    let sure = figures(of: proposals.filter { $0.certainty == .sure })
    let all = figures(of: proposals)
    print("written: \(sure.written), precision \(sure.precision), recall \(sure.recall)")
    print("proposed: \(all.written), precision \(all.precision), recall \(all.recall)")
    #expect(sure.precision >= 0.97, "\(sure.wrong)")
    #expect(sure.recall >= 0.6, "\(sure.missed)")
    // Whatever the order of concepts, the same is proposed.
    let reversed = proposeAlignments(
      Self.base, decisions: EditorialDecisions(), languages: Self.catalog, between: ("nb", "sv"))
    #expect(
      Set(reversed.map { "\($0.second.term) \($0.first.term) \($0.confidence)" })
        == Set(proposals.map { "\($0.first.term) \($0.second.term) \($0.confidence)" }))
  }

  @Test("without knowing a single false friend, definitions and short words keep out half of them")
  func withoutFalseFriends() {
    let known = Self.catalog.correspondences(from: "sv", to: "nb").withoutFalseFriends
    let sure = proposeAlignments(
      Self.base, decisions: EditorialDecisions(), languages: Self.catalog, between: ("sv", "nb"),
      correspondences: known
    ).filter { $0.certainty == .sure }
    let friends = Set(WordList.falseFriends.map { "\($0.sv) \($0.nb)" })
    let taken = sure.filter { friends.contains("\($0.first.term) \($0.second.term)") }
    print("without the list of false friends: \(taken.count) of 30 are written")
    #expect(taken.count <= 15, "\(taken.map(\.first.term))")
  }
}
