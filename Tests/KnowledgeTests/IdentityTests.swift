import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("Which concepts are one across languages")
struct IdentityTests {
  @Test("an entry joins its terms, and keeps its id; the derived ids redirect")
  func entry() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n  nb: klynge\n")
    fixture.add("sv/kluster.md", subject: "kluster")
    fixture.add("nb/klynge.md", subject: "klynge")
    let base = fixture.build().value
    #expect(base.ids == ["cluster"])
    #expect(base["cluster"]?.slugs == ["sv": "kluster", "nb": "klynge"])
    #expect(base["cluster"]?.articles == [0, 1])
    #expect(
      base.redirects == [
        ConceptRedirect(from: "nb/klynge", to: "cluster"),
        ConceptRedirect(from: "sv/kluster", to: "cluster"),
      ])
    // An entry is no statement that one article translates the other.
    #expect(base.articles.map(\.translations) == [[], []])
  }

  @Test("'translationOf' joins the subjects; the first language of the site gives the id")
  func translation() {
    var fixture = Fixture()
    fixture.add("sv/kluster.md", subject: "kluster", [fact(.type, "hamnkluster")])
    fixture.add(
      "nb/klynge.md", "---\ntranslationOf: sv/kluster.md\n---\n# Klynge\n\nhavneklynge\n",
      subject: "klynge", [fact(.type, "havneklynge")])
    let built = fixture.build()
    #expect(built.diagnostics.isEmpty)
    #expect(built.value.ids == ["nb/havneklynge", "sv/hamnkluster", "sv/kluster"])
    #expect(built.value["sv/kluster"]?.term(in: "nb") == "klynge")
    #expect(built.value.redirects == [ConceptRedirect(from: "nb/klynge", to: "sv/kluster")])
    #expect(built.value.articles.map(\.translations) == [[1], [0]])
    #expect(built.value.articles.map(\.translationSource) == [1, nil])
    fixture.languages = ["nb", "sv"]
    #expect(fixture.build().value["nb/klynge"]?.term(in: "sv") == "kluster")
    #expect(
      fixture.build().value.redirects == [ConceptRedirect(from: "sv/kluster", to: "nb/klynge")])
  }

  @Test("one 'concept' in the front matter of two languages joins them, and pairs the articles")
  func declared() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "---\nconcept: cluster\n---\n# Kluster\n", subject: "kluster")
    fixture.add("nb/b.md", "---\nconcept: cluster\n---\n# Klynge\n", subject: "klynge")
    let base = fixture.build().value
    #expect(base.ids == ["cluster"])
    #expect(base["cluster"]?.term(in: "nb") == "klynge")
    #expect(base.articles.map(\.translations) == [[1], [0]])
    #expect(base.articles.map(\.translationSource) == [nil, nil])
  }

  @Test("'concept' leads to the entry of that id; the article's own word becomes a synonym")
  func declaredEntry() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  nb: næringsklynge\n  sv: {definition: Ett sorts nät.}\n")
    fixture.add("nb/a.md", "---\nconcept: cluster\n---\n# Klynge\n", subject: "klynge")
    fixture.add("sv/a.md", "---\nconcept: cluster\n---\n# Kluster\n", subject: nil)
    let built = fixture.build()
    #expect(built.diagnostics.isEmpty)
    #expect(built.value["cluster"]?.designations["nb"]?.preferred == "næringsklynge")
    #expect(built.value["cluster"]?.designations["nb"]?.admitted == ["klynge"])
    // An entry without a term takes that of the article, here its title.
    #expect(built.value["cluster"]?.term(in: "sv") == "Kluster")
    #expect(built.value["cluster"]?.definition(in: "sv")?.text == "Ett sorts nät.")
  }

  @Test("a translation of what an entry declares belongs to the entry")
  func translationOfEntry() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n")
    fixture.add("sv/a.md", subject: "kluster")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/a.md\n---\n# Klynge\n", subject: "klynge")
    #expect(fixture.build().value.ids == ["cluster"])
    #expect(fixture.build().value["cluster"]?.term(in: "nb") == "klynge")
  }

  @Test("two declared concepts are not made one by a translation")
  func conflict() {
    var fixture = Fixture()
    fixture.decide("- id: cluster\n  sv: kluster\n- id: network\n  nb: nettverk\n")
    fixture.add("sv/a.md", subject: "kluster")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/a.md\n---\n# Nettverk\n", subject: "nettverk")
    let built = fixture.build()
    #expect(built.value.ids == ["cluster", "network"])
    #expect(built.value.articles.map(\.translations) == [[1], [0]])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/nb/a.md:2:1: the article is about 'network' but what it translates is about "
          + "'cluster' [identity-conflict]"
      ])
  }

  @Test("a translation does not make two subjects of one language one")
  func noChains() {
    var fixture = Fixture()
    fixture.add("sv/a.md", subject: "kluster")
    fixture.add("sv/b.md", subject: "nätverk")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/a.md\n---\n# Klynge\n", subject: "klynge")
    fixture.add("nb/b.md", "---\ntranslationOf: sv/b.md\n---\n# Klynge\n", subject: "klynge")
    let built = fixture.build()
    #expect(built.value.ids == ["sv/kluster", "sv/natverk"])
    #expect(built.diagnostics.map(\.rule) == [.identityConflict])
    #expect(built.diagnostics.map(\.location.file) == ["content/nb/b.md"])
  }

  @Test("an id that cannot be one is reported, and the subject is found as if it was not there")
  func badID() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "---\nconcept: sv/kluster\n---\n# Kluster\n", subject: "kluster")
    let built = fixture.build()
    #expect(built.value.ids == ["sv/kluster"])
    #expect(
      built.diagnostics.map(\.line) == [
        "content/sv/a.md:2:1: 'sv/kluster' cannot be the id of a concept [invalid-value]"
      ])
  }

  // MARK: Translations

  private func lines(_ articles: [(path: String, of: String?)]) -> [String] {
    var fixture = Fixture()
    fixture.languages = ["sv", "nb", "da"]
    for article in articles {
      let front = article.of.map { "---\ntranslationOf: \($0)\n---\n" } ?? ""
      fixture.add(article.path, front + "# \(article.path)\n", subject: article.path)
    }
    return fixture.build().diagnostics.map(\.line)
  }

  @Test("a translation of what is not there names what may be meant")
  func dead() {
    var fixture = Fixture()
    fixture.add("sv/kluster.md", subject: "kluster")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/klustr.md\n---\n# A\n", subject: "a")
    let diagnostics = fixture.build().diagnostics
    #expect(
      diagnostics.map(\.line) == [
        "content/nb/a.md:2:1: 'sv/klustr.md', which this article translates, is not an article "
          + "[dead-translation]"
      ])
    #expect(diagnostics.first?.help == "did you mean 'sv/kluster.md'?")
    #expect(diagnostics.first?.severity == .error)
  }

  @Test("a translation of a draft, and one out of the content, are dead")
  func draft() {
    var fixture = Fixture()
    fixture.add("sv/a.md", "---\ndraft: true\n---\n# A\n")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/a.md\n---\n# A\n")
    fixture.add("nb/b.md", "---\ntranslationOf: ../../etc/passwd\n---\n# B\n")
    #expect(
      fixture.build().diagnostics.map(\.line) == [
        "content/nb/a.md:2:1: 'sv/a.md', which this article translates, is a draft "
          + "[dead-translation]",
        "content/nb/b.md:2:1: '../../etc/passwd', which this article translates, is not an "
          + "article [dead-translation]",
      ])
  }

  @Test("a translation in the same language, or of itself, is none")
  func sameLanguage() {
    #expect(
      lines([("sv/a.md", nil), ("sv/b.md", "sv/a.md"), ("sv/c.md", "sv/c.md")]) == [
        "content/sv/b.md:2:1: 'sv/a.md' is in the same language as its translation "
          + "[duplicate-translation]",
        "content/sv/c.md:2:1: the article is said to be a translation of itself "
          + "[duplicate-translation]",
      ])
  }

  @Test("of two translations in one language, the first in the order of paths counts")
  func duplicate() {
    #expect(
      lines([("sv/a.md", nil), ("nb/c.md", "sv/a.md"), ("nb/b.md", "sv/a.md")]) == [
        "content/nb/c.md:2:1: 'sv/a.md' has two translations in 'nb' [duplicate-translation]"
      ])
  }

  @Test("a translation of a translation belongs to what was written first")
  func chain() {
    var fixture = Fixture()
    fixture.languages = ["sv", "nb", "da"]
    fixture.add("sv/a.md", subject: "a")
    fixture.add("nb/a.md", "---\ntranslationOf: sv/a.md\n---\n# B\n", subject: "b")
    fixture.add("da/a.md", "---\ntranslationOf: nb/a.md\n---\n# C\n", subject: "c")
    let built = fixture.build()
    #expect(
      built.diagnostics.map(\.line) == [
        "content/da/a.md:2:1: 'nb/a.md' is itself a translation of 'sv/a.md' "
          + "[duplicate-translation]"
      ])
    #expect(built.value.articles.map(\.translations) == [[1, 2], [0, 2], [0, 1]])
    #expect(built.value.articles.map(\.translationSource) == [2, 2, nil])
    #expect(built.value["sv/a"]?.designations.count == 3)
  }

  @Test("articles that translate each other: the one in the first language is the source")
  func circle() {
    #expect(
      lines([("sv/a.md", "nb/a.md"), ("nb/a.md", "sv/a.md")]) == [
        "content/sv/a.md:2:1: the article and its translation are said to translate each other "
          + "[duplicate-translation]"
      ])
  }
}
