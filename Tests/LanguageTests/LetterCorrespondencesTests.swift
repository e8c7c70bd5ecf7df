import Diagnostics
import Testing

@testable import Language

@Suite("letter correspondences")
struct LetterCorrespondencesTests {
  static let catalog = LanguageCatalog.load().value

  private func likeness(_ a: String, _ b: String, _ from: LanguageCode = "sv") -> WordLikeness? {
    let to: LanguageCode = from == "sv" ? "nb" : "sv"
    return Self.catalog.correspondences(from: from, to: to)
      .likeness(SpelledTerm(a), SpelledTerm(b), limit: 4)
  }

  @Test(
    "the same word is told in both directions",
    arguments: [
      ("nätverk", "nettverk"), ("organisation", "organisasjon"), ("köpare", "kjøper"),
      ("kompetens", "kompetanse"), ("licensavtal", "lisensavtale"), ("bransch", "bransje"),
      ("följare", "følger"), ("arbetsgivare", "arbeidsgiver"),
      ("frivilligarbete", "frivillig arbeid"),
      ("fientligt bud", "fiendtlig bud"), ("Växelkurs", "vekselkurs"), ("royalty", "royalty"),
      ("ekonomi", "økonomi"), ("väg", "vei"), ("ledarskap", "lederskap"),
    ])
  func regular(swedish: String, norwegian: String) {
    #expect(likeness(swedish, norwegian)?.isRegular == true)
    #expect(likeness(norwegian, swedish, "nb")?.isRegular == true)
  }

  @Test(
    "other words are not",
    arguments: [
      ("klusterledare", "klyngeleder"), ("värdegrund", "verdisyn"), ("räntefond", "rentefot"),
      ("styrelse", "styreleder"), ("gata", "gift"), ("kund", "kunne"), ("", ""), ("a", ""),
      ("–", "-"),
    ])
  func irregular(swedish: String, norwegian: String) {
    #expect(likeness(swedish, norwegian)?.isRegular != true)
  }

  @Test("letters that nothing explains are counted, up to the limit")
  func limit() {
    let known = LetterCorrespondences()
    let (a, b) = (SpelledTerm("katten"), SpelledTerm("hatten!"))
    #expect(known.likeness(a, b)?.irregular == 1)
    #expect(known.likeness(a, b)?.equal == 5)
    #expect(known.likeness(a, b, limit: 0) == nil)
    #expect(known.likeness(SpelledTerm("abc"), SpelledTerm("xyz"))?.irregular == 3)
    let long = SpelledTerm(String(repeating: "a", count: 1000))
    #expect(known.likeness(long, long) == nil)
  }

  @Test("known parts of terms count as one, but no term is a part of itself")
  func parts() {
    let known = LetterCorrespondences()
    var parts = KnownParts()
    parts.add("kluster", "klynge", isTerm: true)
    parts.add("ö", "øy", isTerm: false)
    let likeness = known.likeness(
      SpelledTerm("sportkluster"), SpelledTerm("sportklynge"), parts: parts)
    #expect(likeness?.parts == 1)
    #expect(likeness?.known == 7)
    #expect(likeness?.isRegular == true)
    #expect(
      known.likeness(SpelledTerm("kluster"), SpelledTerm("klynge"), parts: parts)?.parts == 0)
    parts.add("by", "landsby", isTerm: false)
    #expect(known.likeness(SpelledTerm("by"), SpelledTerm("landsby"), parts: parts)?.parts == 0)
  }

  @Test("false friends are known in both directions, compounds of them are none")
  func falseFriends() {
    let known = Self.catalog.correspondences(from: "sv", to: "nb")
    #expect(known.areFalseFriends("Anledning", "anledning"))
    #expect(known.areFalseFriends("rörelse", "rørelse"))
    #expect(known.reversed.areFalseFriends("rørelse", "rörelse"))
    #expect(!known.areFalseFriends("avtal", "avtale"))
    #expect(!known.withoutFalseFriends.areFalseFriends("anledning", "anledning"))
  }

  @Test("a pack brings its own; faults in it are told and the rest is used")
  func packs() {
    let pack = """
      language: da
      name: dansk
      alignment:
        sv:
          letters: [v~b, å, "~", x~y~z]
          friends: []
          false-friends: rolig~rolig
      """
    let loaded = LanguageCatalog.load(overrides: [("languages/da.yml", Array(pack.utf8))])
    let known = loaded.value.correspondences(from: "sv", to: "da")
    #expect(known.likeness(SpelledTerm("abe"), SpelledTerm("ave"))?.isRegular == true)
    #expect(known.areFalseFriends("rolig", "rolig"))
    #expect(
      loaded.diagnostics.filter { $0.location.file == "languages/da.yml" }.map(\.message).filter {
        $0.contains("pair") || $0.contains("friends")
      } == [
        "'x~y~z' is no pair such as 'tion~sjon'", "'~' is no pair such as 'tion~sjon'",
        "'å' is no pair such as 'tion~sjon'", "unknown key 'friends' in the language pack",
      ])
    let none = loaded.value.correspondences(from: "da", to: "nb")
    #expect(none.likeness(SpelledTerm("ø"), SpelledTerm("ö"))?.isRegular == false)
  }
}
