import Articles
import Diagnostics
import Extraction
import Language
import Testing

@testable import Knowledge

@Suite("The same whatever the order, and fast enough")
struct DeterminismTests {
  /// A knowledge base with some of everything, faults among it.
  private func fixture(articles count: Int, factsPerArticle: Int) -> Fixture {
    var fixture = Fixture()
    var yaml = ""
    for number in 0..<(count / 5) {
      yaml += """
        - id: entry-\(number)
          sv: {term: sak \(number), synonyms: [grej \(number / 2)]}
          broader: entry-\(number * 7 % max(count / 5, 1))
          related: entry-\(number + 1)

        """
    }
    fixture.decide(yaml)
    for number in 0..<count {
      let language = number % 3 == 0 ? "nb" : "sv"
      let front =
        number % 3 == 0 ? "---\ntranslationOf: sv/artikel-\(number + 1).md\n---\n" : ""
      var facts: [Fact] = []
      var text =
        front
        + "# Rubrik \(number)\n\n[sak \(number / 2)](/borta) [x](artikel-\(number + 3).md)\n\n"
      for item in 0..<factsPerArticle {
        let facet = Facet.allCases[item % Facet.allCases.count]
        let label = "sak \((number * 31 + item * 17) % count)"
        let words = "\(label) står här \(item % 4)."
        text += words + "\n\n"
        facts.append(fact(facet, label, words, synonyms: ["annat \(item)"]))
      }
      fixture.add(
        "\(language)/artikel-\(number).md", text, subject: "sak \(number * 3 % (count + 1))",
        synonyms: ["ord \(number / 2)"], facts)
    }
    return fixture
  }

  /// All that a base says, as text.
  private func dump(_ built: Diagnosed<KnowledgeBase>) -> [String] {
    var lines = built.diagnostics.map(\.line)
    for concept in built.value.concepts {
      let names = concept.designations.sorted { $0.key < $1.key }.map { "\($0)" }
      let slugs = concept.slugs.sorted { $0.key < $1.key }.map { "\($0)" }
      lines.append(
        "\(concept.id) \(names) \(slugs) \(concept.definitions) \(concept.broader) "
          + "\(concept.narrower) \(concept.related) \(concept.levelOf) \(concept.statements) "
          + "\(concept.articles)")
    }
    lines += built.value.statements.map { "\($0)" }
    for entry in built.value.articles {
      let links = entry.linkTargets.sorted { $0.key < $1.key }.map { "\($0)" }
      lines.append(
        "\(entry.article.path) \(entry.title) \(String(describing: entry.subject)) \(entry.slug) "
          + "\(entry.section) \(entry.translations) \(links)")
    }
    lines += built.value.redirects.map { "\($0)" }
    lines += built.value.linkableTerms.map { "\($0)" }
    return lines
  }

  @Test("the order of articles and facts makes no difference")
  func order() {
    let fixture = fixture(articles: 60, factsPerArticle: 8)
    let expected = dump(fixture.build())
    #expect(expected.count > 500)
    var reversed = fixture
    reversed.articles.reverse()
    #expect(dump(reversed.build()) == expected)
    reversed.facts = Array(fixture.facts[20...] + fixture.facts[..<20])
    for index in reversed.facts.indices { reversed.facts[index].facts.reverse() }
    #expect(dump(reversed.build()) == expected)
  }
}
