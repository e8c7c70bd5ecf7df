import Testing

@Suite("What people are quoted as saying, and who is told of")
struct VoicesTests {
  @Test(
    arguments: [
      Reading(
        "the point without who says it", "sv",
        "## Fördelar\n\nNils är nöjd.\n\n– Räkningen blir lägre, säger Nils.\n\n– Huset blir tystare.\n",
        ["benefit: räkningen blir lägre", "benefit: huset blir tystare"]),
      Reading(
        "the point without who says it", "nb",
        "## Fordeler\n\nNils er fornøyd.\n\n– Regningen blir lavere, sier Nils.\n\n– Huset blir stillere.\n",
        ["benefit: regningen blir lavere", "benefit: huset blir stillere"]),
    ])
  private func points(_ reading: Reading) throws { try reading.check() }

  @Test("a definition in somebody's words keeps who says it in its text, not in its defining words")
  func definitions() throws {
    let said = try extracted(
      "# Solel\n\n– En **solcell** är en skiva som gör ljus till ström, säger Nils. Det går bra.\n",
      "sv"
    ).facts
    #expect(said.map(\.label) == ["solcell"])
    #expect(
      said.map(\.text) == ["En solcell är en skiva som gör ljus till ström, säger Nils."])
    let meant = try extracted(
      "# Solstrøm\n\n– En vekselretter er et apparat som gjør likestrøm til vekselstrøm.\n", "nb"
    ).facts
    #expect(meant.map(\.label) == ["vekselretter"])
  }

  @Test(
    arguments: [
      Reading(
        "people whose age is told", "sv",
        "## Exempel\n\nNils, 82 år, bytte taket i våras och fick tolv paneler på köpet. Karin (54) hyr ett tak av sin granne.\n",
        ["example: Nils, 82 år", "example: Karin"]),
      Reading(
        "people whose age is told", "nb",
        "## Eksempler\n\nNils, 82 år, byttet tak i vår og fikk tolv paneler på kjøpet. Kari (54) leier et tak av naboen sin.\n",
        ["example: Nils, 82 år", "example: Kari"]),
    ])
  private func cases(_ reading: Reading) throws { try reading.check() }

  @Test("places that the next sentence names are no cases")
  func places() throws {
    let text =
      "# Solel\n\n## Exempel\n\nSolbolaget Ljusa säljer el till sina grannar. Panelerna görs i Italien, kablarna i Polen.\n"
    #expect(try extracted(text, "sv").facts.map(\.label) == ["solbolaget Ljusa"])
  }

  @Test("a capital behind a colon makes no name")
  func colon() throws {
    let text = "# Solstrøm\n\n## Eksempler\n\nEt annet eksempel er Lindås: Der bor det få folk.\n"
    #expect(try extracted(text, "nb").facts.map(\.label) == ["Lindås"])
  }

  @Test("what is seldom so is denied, what is more seldom so is not")
  func seldom() throws {
    let text = "# Solel\n\n## Fördelar\n\nHuset blir mer sällan kallt. Skuggan blir sällan lång.\n"
    #expect(try extracted(text, "sv").facts.map(\.label) == ["huset blir mer sällan kallt"])
  }

  @Test("without what it seldom goes is a condition")
  func without() throws {
    let text = "# Solel\n\n## Framgångsfaktorer\n\nUtan ett plant tak går det sällan.\n"
    #expect(
      try extracted(text, "sv").facts.map { "\($0.facet.rawValue): \($0.label)" }
        == ["success-factor: ett plant tak"])
  }
}
