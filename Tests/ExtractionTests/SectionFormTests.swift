import Extraction
import Language
import Testing

@Suite("What tables, boxes and lists say by their form")
struct SectionFormTests {
  @Test(
    arguments: [
      Reading(
        "rows headed by both sides", "sv",
        "## Varför, och varför inte?\n\n| | För ägaren |\n|---|---|\n| Fördelar | Lägre räkning; tystare hus |\n| Nackdelar | Dyrt tak |\n",
        ["benefit: lägre räkning", "benefit: tystare hus", "drawback: dyrt tak"]),
      Reading(
        "rows headed by both sides", "nb",
        "## Hvorfor, og hvorfor ikke?\n\n| | For eieren |\n|---|---|\n| Fordeler | Lavere regning; stillere hus |\n| Ulemper | Dyrt tak |\n",
        ["benefit: lavere regning", "benefit: stillere hus", "drawback: dyrt tak"]),
      Reading(
        "rows that a column calls degrees", "sv",
        "## Varianter\n\n| Nivå | Ersättning |\n|---|---|\n| Bas | En månad |\n| Topp | Ett år |\n",
        ["level: bas", "level: topp"]),
      Reading(
        "rows that a column calls degrees", "nb",
        "## Varianter\n\n| Nivå | Erstatning |\n|---|---|\n| Basis | En måned |\n| Topp | Ett år |\n",
        ["level: basis", "level: topp"]),
      Reading(
        "a column that only numbers the rows", "sv",
        "## Nivåer\n\n| Nivå | Benämning |\n|---|---|\n| 1 | Prov |\n| 2 | Halva taket |\n",
        ["level: prov", "level: halva taket"]),
      Reading(
        "a column that only numbers the rows", "nb",
        "## Nivåer\n\n| Nivå | Betegnelse |\n|---|---|\n| 1 | Prøve |\n| 2 | Halve taket |\n",
        ["level: prøve", "level: halve taket"]),
      Reading(
        "rows that a column calls steps", "sv",
        "## Så går det till\n\n| Steg | Vem |\n|---|---|\n| Mät taket | Ägaren |\n| Skruva fast skenorna | Montören |\n",
        ["step: mät taket", "step: skruva fast skenorna"]),
    ])
  private func tables(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "a name behind the number", "sv",
        "## Nivåer\n\n- Nivå 1 – **Prov:** en panel på balkongen\n- Nivå 2 – **Halva taket:** resten väntar\n",
        ["level: prov", "level: halva taket"]),
      Reading(
        "a name behind the number", "nb",
        "## Nivåer\n\n- Nivå 1 – **Prøve:** ett panel på balkongen\n- Nivå 2 – **Halve taket:** resten venter\n",
        ["level: prøve", "level: halve taket"]),
      Reading(
        "phases named in sentences", "sv",
        "## Faser\n\nEn anläggning går igenom två faser:\n\n- I den **tysta fasen** är panelerna ännu inte inkopplade på nätet.\n- I **driftsfasen** säljer ägaren det som blir över.\n",
        ["level: tysta fasen", "level: driftsfasen"]),
      Reading(
        "phases named in sentences", "nb",
        "## Faser\n\nEt anlegg går gjennom to faser:\n\n- I den **stille fasen** er panelene ennå ikke koblet til nettet.\n- I **driftsfasen** selger eieren det som blir til overs.\n",
        ["level: stille fasen", "level: driftsfasen"]),
      Reading(
        "a stressed verb", "sv",
        "## Gör så här\n\n1. **Mät** taket noga\n   - rita av det\n2. **Skruva** fast skenorna\n",
        ["step: mät taket noga", "step: skruva fast skenorna"]),
      Reading(
        "a stressed verb", "nb",
        "## Slik gjør du\n\n1. **Mål** taket nøye\n   - tegn det av\n2. **Skru** fast skinnene\n",
        ["step: mål taket nøye", "step: skru fast skinnene"]),
      Reading(
        "a remark after a comma", "sv",
        "## Nackdelar\n\n- Paneler som bländar, framför allt på låga tak\n- Dyra kablar\n",
        ["drawback: paneler som bländar", "drawback: dyra kablar"]),
      Reading(
        "a remark after a comma", "nb",
        "## Ulemper\n\n- Paneler som blender, særlig på lave tak\n- Dyre kabler\n",
        ["drawback: paneler som blender", "drawback: dyre kabler"]),
    ])
  private func lists(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "its title", "sv",
        "> **Råd till dig som bygger**\n>\n> - Mät taket först.\n> - Ta in tre offerter.\n",
        ["success-factor: mät taket först", "success-factor: ta in tre offerter"]),
      Reading(
        "its title", "nb",
        "> **Råd til deg som bygger**\n>\n> - Mål taket først.\n> - Hent inn tre tilbud.\n",
        ["success-factor: mål taket først", "success-factor: hent inn tre tilbud"]),
      Reading(
        "no title but what to remember", "sv",
        "> **Kom ihåg**\n>\n> - Taket ska bära panelerna.\n> - Solen skiner inte varje dag.\n",
        ["takeaway: taket ska bära panelerna", "takeaway: solen skiner inte varje dag"]),
      Reading(
        "no title but what to remember", "nb",
        "> **Husk**\n>\n> - Taket skal bære panelene.\n> - Solen skinner ikke hver dag.\n",
        ["takeaway: taket skal bære panelene", "takeaway: solen skinner ikke hver dag"]),
    ])
  private func boxes(_ reading: Reading) throws { try reading.check() }

  @Test("a list of things to bring says nothing", arguments: ["Ta med:", "Ta med deg:"])
  func packing(_ lead: String) throws {
    let text = "# Solstrøm\n\n\(lead)\n\n- innesko\n- blyant\n- penger til bussen\n"
    #expect(try extracted(text, "nb").facts.isEmpty == (lead == "Ta med:"))
  }
}

@Suite("What sentences say together, and what they do not say")
struct SentenceFormTests {
  @Test(
    arguments: [
      Reading(
        "counted after a colon", "sv",
        "För att det ska bli bra behövs framför allt tre saker: ett helt tak, raka skenor och tid.\n",
        ["success-factor: helt tak", "success-factor: raka skenor", "success-factor: tid"]),
      Reading(
        "counted, then told", "sv",
        "Tre saker avgör om det lyckas. Ägaren måste mäta taket. Montören måste få tid. Nätet måste räcka till.\n",
        [
          "success-factor: ägaren måste mäta taket", "success-factor: montören måste få tid",
          "success-factor: nätet måste räcka till",
        ]),
      Reading(
        "counted, then told", "nb",
        "Tre ting avgjør om det lykkes. Eieren må måle taket. Montøren må få tid. Nettet må strekke til.\n",
        [
          "success-factor: eieren må måle taket", "success-factor: montøren må få tid",
          "success-factor: nettet må strekke til",
        ]),
      Reading(
        "a clause after what is risked", "nb",
        "Vi risikerer å skremme bort gode naboer, og eieren må ofre to helger.\n",
        ["drawback: skremme bort gode naboer", "drawback: eieren må ofre to helger"]),
      Reading(
        "what a dash parts", "nb",
        "## Ulemper\n\nOg ja, det tar tid – regn med et par uker.\n", ["drawback: det tar tid"]),
      Reading(
        "seldom in a relative clause", "nb",
        "## Fordeler\n\nDet sparer dessuten eieren for deler som sjelden blir brukt.\n",
        ["benefit: det sparer eieren for deler som sjelden blir brukt"]),
    ])
  private func points(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "both in one sentence", "sv",
        "Det finns två slags montering. Den interna monteringen gör ägaren, den externa monteringen lämnas till ett bolag.\n",
        ["type: intern montering", "type: extern montering"]),
      Reading(
        "by what each is", "nb",
        "Vi møter to typer montering. Den ene er full montering, som tar en uke. Til slutt har vi delvis montering, der halve taket dekkes.\n",
        [
          "definition: full montering", "type: full montering", "definition: delvis montering",
          "type: delvis montering",
        ]),
    ])
  private func kinds(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "adjectives that share a noun", "sv",
        "Det finns två huvudtyper: finansiell och operationell solel.\n",
        ["type: finansiell solel", "type: operationell solel"]),
      Reading(
        "adjectives that share a noun", "nb",
        "Det finnes to hovedtyper: finansiell og operasjonell solstrøm.\n",
        ["type: finansiell solstrøm", "type: operasjonell solstrøm"]),
      Reading(
        "a noun beside adjectives with theirs", "nb",
        "Fordelene er nærhet, klare regler og lavt gebyr.\n",
        ["benefit: nærhet", "benefit: klare regler", "benefit: lavt gebyr"]),
    ])
  private func shared(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "each called by its place", "sv",
        "Solel har två fördelar. Den första är priset. Den andra är att huset blir svalare.\n",
        ["benefit: priset", "benefit: huset blir svalare"]),
      Reading(
        "each called by its place", "nb",
        "Solstrøm har to fordeler. Den første er prisen. Den andre er at huset blir svalere.\n",
        ["benefit: prisen", "benefit: huset blir svalere"]),
      Reading(
        "that a narrator puts in", "nb",
        "## Ulemper\n\nTaket kan lekke. Det hørte jeg om i går. Strømmen kan bli borte.\n",
        ["drawback: taket kan lekke", "drawback: strømmen kan bli borte"]),
      Reading(
        "that a question below findings asks for", "nb",
        "## Funn\n\nHva får beboerne igjen for det? De sparer penger, og taket holder seg tørt.\n",
        ["benefit: sparer penger", "benefit: taket holder seg tørt"]),
    ])
  private func counted(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "without a name", "sv",
        "## Exempel från två branscher\n\nEtt litet bageri täcker halva förbrukningen med tio paneler. En frisör klarar sig med fyra.\n",
        [
          "example: ett litet bageri täcker halva förbrukningen med tio paneler",
          "example: en frisör klarar sig med fyra",
        ]),
      Reading(
        "without a name", "nb",
        "Et eksempel er en bonde på Hitra som har paneler på fjøset.\n",
        ["example: en bonde på Hitra som har paneler på fjøset"]),
    ])
  private func unnamed(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "axes that a question is asked of", "sv",
        "## Hur stor frihet har man?\n\n- **Plats** – får panelen stå på marken?\n- **Storlek** – är hela taket med?\n",
        ["dimension: plats", "dimension: storlek"]),
      Reading(
        "axes that a question is asked of", "nb",
        "## Hvor stor frihet har man?\n\n- **Sted** – får panelet stå på bakken?\n- **Størrelse** – er hele taket med?\n",
        ["dimension: sted", "dimension: størrelse"]),
      Reading(
        "arrows for bullets", "sv",
        "Hans råd:\n\n-> håll panelerna rena\n-> läs av mätaren varje månad\n",
        ["success-factor: håll panelerna rena", "success-factor: läs av mätaren varje månad"]),
    ])
  private func marked(_ reading: Reading) throws { try reading.check() }

  @Test("kinds of what a short title names", arguments: ["Hagemyr", "Fjellmyr"])
  func shortTitle(_ kind: String) throws {
    let text =
      "# Myr\n\nForskerne skiller mellom to hovedtyper. \(kind) får alt vannet fra regn. Dalmyr mottar vann fra bekker.\n"
    #expect(
      try extracted(text, "nb").facts.map(\.label) == [kind.lowercased(), "dalmyr"])
  }

  @Test("what a reader is told to make is a term without the verb")
  func toldToMake() throws {
    let text =
      "# Solstrøm\n\nLag en takplan, det vil si en tegning som viser hvor panelene ligger, før du bestiller.\n"
    let facts = try extracted(text, "nb").facts
    #expect(facts.first { $0.facet == .definition }?.label == "takplan")
  }

  @Test(
    arguments: [
      Reading(
        "a body and its place", "nb",
        "## Eksempler\n\n- Vadmo bibliotek låner bort paneler til naboene sine.\n- Solverket i Mo i Lia sender strøm til hele dalen.\n",
        ["example: Vadmo bibliotek", "example: solverket i Mo i Lia"]),
      Reading(
        "two that are told of together", "nb",
        "## Eksempler\n\nRiksveg 70 over Vardefjell og E900 over Lifjell er eksempler på veier med paneler.\n",
        ["example: Riksveg 70 over Vardefjell", "example: E900 over Lifjell"]),
      Reading(
        "two that act together", "nb",
        "## Eksempler\n\nSvenske Alfa og britiske Beta slo seg sammen i 1999 og lager paneler.\n",
        ["example: Svenske Alfa og britiske Beta"]),
      Reading(
        "another one", "sv",
        "Ett annat är Norrviks Papper, som lade paneler på lagret.\n", ["example: Norrviks Papper"]),
    ])
  private func names(_ reading: Reading) throws { try reading.check() }

  @Test(
    arguments: [
      Reading(
        "the subject first", "sv",
        "## Gör så här\n\nFörst granskas planen. Därefter förhandlas ett avtal fram; i det anges priset. Slutligen utses montörerna, av vilka ägaren väljer en.\n",
        ["step: planen granskas", "step: ett avtal förhandlas fram", "step: montörerna utses"]),
      Reading(
        "the subject first", "nb",
        "## Slik gjøres det\n\nFørst måles taket. Deretter forhandles en avtale fram; i den står prisen. Til slutt velges montørene.\n",
        ["step: taket måles", "step: en avtale forhandles fram", "step: montørene velges"]),
      Reading(
        "told to the reader, who begins with one and ends with another", "sv",
        "Börja med att mäta taket. Ta sedan in anbud. Avsluta med att välja montör.\n",
        ["step: mäta taket", "step: ta in anbud", "step: välja montör"]),
      Reading(
        "told to the reader, who begins with one and ends with another", "nb",
        "Start med å måle taket. Be deretter om tilbud. Avslutt med å velge montør.\n",
        ["step: måle taket", "step: be om tilbud", "step: velge montør"]),
      Reading(
        "without who takes them", "sv",
        "## Gör så här\n\nFörst kartlägger man taket. Därefter tar man in anbud. Till sist väljer man montör.\n",
        ["step: kartlägger taket", "step: tar in anbud", "step: väljer montör"]),
    ])
  private func steps(_ reading: Reading) throws { try reading.check() }

  @Test(
    "what people do, answer or say of it all below a heading of drawbacks is no drawback",
    arguments: [
      "Alla jublar inte.", "Eva Lindmark tittar på klockan.", "Nej, så illa är det inte.",
      "Men fråga mig igen om fem år.",
    ])
  func narration(_ sentence: String) throws {
    let text = "# Solel\n\n## Nackdelar\n\nTaket kan läcka. \(sentence)\n"
    #expect(try extracted(text, "sv").facts.map(\.label) == ["taket kan läcka"])
  }

  @Test("a word that a numbered heading names is no name")
  func numberedHeading() throws {
    let text =
      "# Solstrøm\n\n## 2.4 Takgruppe\n\nTakgruppe er betegnelsen på de naboene som deler et anlegg.\n"
    #expect(try extracted(text, "nb").facts.map(\.label) == ["takgruppe"])
  }

  @Test(
    arguments: [
      Reading(
        "kinds in bold at the start of paragraphs", "sv",
        "## Former\n\nTre former förekommer.\n\n**Eget tak** används när huset är nytt.\n\n**Hyrt tak** passar den som bor i stan.\n",
        ["type: eget tak", "type: hyrt tak"]),
      Reading(
        "kinds in bold at the start of paragraphs", "nb",
        "## Former\n\nTre former forekommer.\n\n**Eget tak** brukes når huset er nytt.\n\n**Leid tak** passer for den som bor i byen.\n",
        ["type: eget tak", "type: leid tak"]),
      Reading(
        "questions for the reader are no steps", "sv",
        "## Att fundera på\n\n1. Har ditt tak sol?\n2. Vem äger det?\n3. Fråga en granne.\n", []),
      Reading(
        "a box below advice leaves the advice", "sv",
        "## Så lyckas du\n\nSkriv ett tydligt avtal.\n\n> **Kom ihåg!**\n>\n> - Taket ska bära.\n> - Vädret styr.\n",
        [
          "success-factor: skriv ett tydligt avtal", "takeaway: taket ska bära",
          "takeaway: vädret styr",
        ]),
    ])
  private func openings(_ reading: Reading) throws { try reading.check() }
}
