import Testing

@Suite("Points that are called by their place")
struct CountedPointsTests {
  @Test(
    arguments: [
      Reading(
        "several in one sentence", "sv",
        "Man talar om tre nivåer. Den första är vana, den andra insikt och den tredje handling.\n",
        ["level: vana", "level: insikt", "level: handling"]),
      Reading(
        "several in one sentence", "nb",
        "Man snakker om tre nivåer. Den første er vane, den andre innsikt og den tredje handling.\n",
        ["level: vane", "level: innsikt", "level: handling"]),
      Reading(
        "axes, with their ends behind a comma", "sv",
        "Taken kan ordnas efter två axlar. Den första är höjd, från låg till hög. Den andra är lutning, från platt till brant.\n",
        ["dimension: höjd", "dimension: lutning"]),
      Reading(
        "axes, with their ends behind a comma", "nb",
        "Takene kan ordnes etter to akser. Den første er høyde, fra lav til høy. Den andre er helling, fra flat til bratt.\n",
        ["dimension: høyde", "dimension: helling"]),
      Reading(
        "names behind the noun that is counted", "sv",
        "Tre grader urskiljs. På den första, blek sol, syns ljuset. Den andra graden, full sol, nås först på sommaren.\n",
        ["level: blek sol", "level: full sol"]),
      Reading(
        "the rule says of what they are points", "sv",
        "Taken skiljer sig åt på två punkter. Det första är hur gamla de är, det andra är hur höga de är.\n",
        ["dimension: hur gamla de är", "dimension: hur höga de är"]),
      Reading(
        "one alone, not told of before", "sv", "Den första är panelen, den andra är taket.\n", []),
    ])
  private func points(_ reading: Reading) throws { try reading.check() }

  @Test("what an announcement of lessons leads to", arguments: ["sv", "nb"])
  func lessons(_ language: String) throws {
    let reading =
      language == "sv"
      ? Reading(
        "", "sv",
        "Från projektet kan du ta med dig tre lärdomar. Taket ska bära. Vädret styr utbytet.\n",
        ["takeaway: taket ska bära", "takeaway: vädret styr utbytet"])
      : Reading(
        "", "nb",
        "Fra prosjektet kan du ta med deg tre lærdommer. Taket skal bære. Været styrer utbyttet.\n",
        ["takeaway: taket skal bære", "takeaway: været styrer utbyttet"])
    try reading.check()
  }
}
