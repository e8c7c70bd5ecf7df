/// The words and sentences that the articles of one language are made of.
///
/// In templates `{i}` is a term in dictionary form with its article, `{b}` without it, `{d}` the definite
/// form, `{p}` the plural, `{q}` the definite plural, `{g}` the genitive of the definite form; `{n}` is a
/// number, `{c}` a place.
struct Wording {
  struct Head {
    var singular, definite, plural, definitePlural: String
    var isNeuter: Bool

    init(_ forms: String) {
      let parts = forms.split(separator: " ").map(String.init)
      (singular, definite, plural, definitePlural) = (parts[0], parts[1], parts[2], parts[3])
      isNeuter = parts.count > 4
    }
  }

  struct Adjective {
    var common, neuter, plural: String

    init(_ forms: String) {
      let parts = forms.split(separator: " ").map(String.init)
      (common, neuter, plural) = (parts[0], parts[1], parts[2])
    }
  }

  var language: String
  var heads: [Head]
  var adjectives: [Adjective]
  /// First parts of compounds, with their linking sounds.
  var modifiers: [String]
  var articles: (common: String, neuter: String)
  /// The determiner before a definite noun with an adjective.
  var determiners: (common: String, neuter: String, plural: String)
  var places: [String]
  var prose: [String]
  var definitions: [String]
  var headings:
    (types: String, benefits: String, drawbacks: String, levels: String, other: [String])
  var benefits: [String]
  var drawbacks: [String]
  var levels: [String]
  /// Leads in the list of levels.
  var levelLead: String
}

extension Wording {
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static let swedish = Wording(
    language: "sv",
    heads: lines(
      """
      nätverk nätverket nätverk nätverken n
      kluster klustret kluster klustren n
      allians alliansen allianser allianserna
      avtal avtalet avtal avtalen n
      modell modellen modeller modellerna
      system systemet system systemen n
      grupp gruppen grupper grupperna
      plan planen planer planerna
      strategi strategin strategier strategierna
      analys analysen analyser analyserna
      verksamhet verksamheten verksamheter verksamheterna
      projekt projektet projekt projekten n
      råd rådet råd råden n
      bolag bolaget bolag bolagen n
      förening föreningen föreningar föreningarna
      fond fonden fonder fonderna
      plattform plattformen plattformar plattformarna
      process processen processer processerna
      tjänst tjänsten tjänster tjänsterna
      initiativ initiativet initiativ initiativen n
      """
    ).map(Head.init),
    adjectives: lines(
      """
      strategisk strategiskt strategiska
      regional regionalt regionala
      formell formellt formella
      öppen öppet öppna
      lokal lokalt lokala
      gemensam gemensamt gemensamma
      digital digitalt digitala
      långsiktig långsiktigt långsiktiga
      tillfällig tillfälligt tillfälliga
      internationell internationellt internationella
      horisontell horisontellt horisontella
      vertikal vertikalt vertikala
      ekonomisk ekonomiskt ekonomiska
      teknisk tekniskt tekniska
      """
    ).map(Adjective.init),
    modifiers: words(
      """
      affärs kund bransch kunskaps leverantörs forsknings handels energi transport data region export
      industri kapital risk personal miljö skogs vatten stål textil livsmedels hälso vård skol fiske gruv
      bygg vind sol papper flyg sjöfarts turist design spel musik läkemedels försäkrings bank logistik
      teknik innovations utbildnings kommun stads lands marknads
      """),
    articles: ("en", "ett"), determiners: ("den", "det", "de"),
    places: words("Umeå Luleå Borås Örebro Växjö Kalmar Skövde Falun Ystad Visby Gävle Karlstad"),
    prose: lines(
      """
      I {c} har {d} funnits sedan början av nittiotalet, och de flesta företag på orten känner till det.
      När {p} byggs upp utan plan brukar arbetet stanna av efter ett par år.
      Det första som parterna märker är att mötena tar tid från det dagliga arbetet.
      En undersökning från {c} visar att {n} av hundra företag hade hört talas om {p} men aldrig deltagit.
      För den som leder {i} gäller det att hålla isär vad som är gemensamt och vad som är var och ens eget.
      Pengarna kom till hälften från medlemmarna och till hälften från kommunen, som också lånade ut lokaler.
      Skillnaden mot {b} är mindre än många tror, men den märks så snart något går fel.
      {g} styrelse träffas fyra gånger om året och för protokoll som alla får läsa.
      Att bygga {i} kräver tålamod; i {c} tog det {n} månader innan den första kunden hörde av sig.
      Flera av dem som var med från början har i dag lämnat {d} för att arbeta på egen hand.
      Efter {n} år återstod bara tre av de tolv företagen, men dessa hade å andra sidan vuxit.
      I sådana lägen kan {q} ta över det som ingen annan vill göra, t.ex. upphandling och juridik.
      Forskarna räknade också med {p}, eftersom de ofta liknar varandra till det yttre.
      Den som vill veta mer om {d} kan läsa de årsredovisningar som finns på biblioteket i {c}.
      Under samma tid förlorade regionen {n} arbetstillfällen i den äldre industrin.
      Det går sällan att säga vem som hade idén, och efteråt vill alla ha haft den.
      Både {p} och {p} förekommer i materialet, men de senare är färre.
      Utan ett tydligt mål tappar {d} snart farten, och då är det svårt att få nya medlemmar.
      Kommunen i {c} valde en annan väg och lät {q} växa fram ur det som redan fanns.
      """),
    definitions: lines(
      """
      {I} är en form av samarbete där flera företag delar på resurser som inget av dem har råd med ensamt.
      Med {b} menas ett frivilligt samarbete mellan parter som i övrigt är självständiga.
      {I} är en sammanslutning av företag och myndigheter som arbetar mot ett gemensamt mål.
      """),
    headings: (
      "Typer av {p}", "Fördelar med {p}", "Nackdelar och risker", "Nivåer",
      lines(
        """
        Bakgrund
        Så gick det till i {c}
        Hur arbetet leds
        Vad forskningen säger
        Pengar och ägande
        När samarbetet tar slut
        Exemplet {c}
        """)
    ),
    benefits: lines(
      """
      Lägre kostnader för inköp och frakt
      Tillgång till nya marknader
      Snabbare utveckling av produkter
      Delad risk vid stora investeringar
      Bättre kontakt med högskolor
      Lättare att rekrytera unga ingenjörer
      Större tyngd i förhandlingar med banken
      Nya idéer från andra branscher
      """),
    drawbacks: lines(
      """
      Besluten tar längre tid
      Kunskap kan läcka till konkurrenter
      Oklart vem som bär ansvaret
      Kostnader för möten och resor
      Kulturkrockar mellan parterna
      Beroende av några få eldsjälar
      """),
    levels: words("informationsutbyte samordning samverkan samarbete integration"),
    levelLead: "Man brukar skilja mellan följande nivåer:")

  static let norwegian = Wording(
    language: "nb",
    heads: lines(
      """
      nettverk nettverket nettverk nettverkene n
      senter senteret sentre sentrene n
      allianse alliansen allianser alliansene
      avtale avtalen avtaler avtalene
      modell modellen modeller modellene
      system systemet systemer systemene n
      gruppe gruppen grupper gruppene
      plan planen planer planene
      strategi strategien strategier strategiene
      analyse analysen analyser analysene
      virksomhet virksomheten virksomheter virksomhetene
      prosjekt prosjektet prosjekter prosjektene n
      råd rådet råd rådene n
      selskap selskapet selskaper selskapene n
      forening foreningen foreninger foreningene
      fond fondet fond fondene n
      plattform plattformen plattformer plattformene
      prosess prosessen prosesser prosessene
      tjeneste tjenesten tjenester tjenestene
      initiativ initiativet initiativer initiativene n
      """
    ).map(Head.init),
    adjectives: lines(
      """
      strategisk strategisk strategiske
      regional regionalt regionale
      formell formelt formelle
      åpen åpent åpne
      lokal lokalt lokale
      felles felles felles
      digital digitalt digitale
      langsiktig langsiktig langsiktige
      midlertidig midlertidig midlertidige
      internasjonal internasjonalt internasjonale
      horisontal horisontalt horisontale
      vertikal vertikalt vertikale
      økonomisk økonomisk økonomiske
      teknisk teknisk tekniske
      """
    ).map(Adjective.init),
    modifiers: words(
      """
      forretnings kunde bransje kunnskaps leverandør forsknings handels energi transport data region
      eksport industri kapital risiko personal miljø skog vann stål tekstil matvare helse omsorgs skole
      fiske gruve bygge vind sol papir fly sjøfarts turist design spill musikk legemiddel forsikrings bank
      logistikk teknologi innovasjons utdannings kommune by lands markeds
      """),
    articles: ("en", "et"), determiners: ("den", "det", "de"),
    places: words(
      "Bergen Tromsø Bodø Molde Hamar Larvik Horten Narvik Førde Ålesund Arendal Levanger"),
    prose: lines(
      """
      I {c} har {d} eksistert siden begynnelsen av nittitallet, og de fleste bedriftene på stedet kjenner til det.
      Når {p} bygges opp uten plan, pleier arbeidet å stanse etter et par år.
      Det første partene merker, er at møtene tar tid fra det daglige arbeidet.
      En undersøkelse fra {c} viser at {n} av hundre bedrifter hadde hørt om {p}, men aldri deltatt.
      For den som leder {i}, gjelder det å holde fra hverandre hva som er felles, og hva som er ens eget.
      Pengene kom for halvparten fra medlemmene og for halvparten fra kommunen, som også lånte bort lokaler.
      Forskjellen fra {b} er mindre enn mange tror, men den merkes så snart noe går galt.
      {g} styre møtes fire ganger i året og fører protokoll som alle får lese.
      Å bygge {i} krever tålmodighet; i {c} tok det {n} måneder før den første kunden meldte seg.
      Flere av dem som var med fra starten, har i dag forlatt {d} for å arbeide på egen hånd.
      Etter {n} år var bare tre av de tolv bedriftene igjen, men disse hadde til gjengjeld vokst.
      I slike tilfeller kan {q} overta det som ingen andre vil gjøre, f.eks. innkjøp og juss.
      Forskerne regnet også med {p}, siden de ofte ligner hverandre utenpå.
      Den som vil vite mer om {d}, kan lese årsmeldingene som finnes på biblioteket i {c}.
      I samme tidsrom mistet regionen {n} arbeidsplasser i den eldre industrien.
      Det går sjelden an å si hvem som fikk ideen, og etterpå vil alle ha hatt den.
      Både {p} og {p} forekommer i materialet, men de siste er færre.
      Uten et tydelig mål mister {d} snart farten, og da er det vanskelig å få nye medlemmer.
      Kommunen i {c} valgte en annen vei og lot {q} vokse fram av det som alt fantes.
      """),
    definitions: lines(
      """
      {I} er en form for samarbeid der flere bedrifter deler på ressurser som ingen av dem har råd til alene.
      Med {b} menes et frivillig samarbeid mellom parter som ellers er selvstendige.
      {I} er en sammenslutning av bedrifter og myndigheter som arbeider mot et felles mål.
      """),
    headings: (
      "Typer {p}", "Fordeler med {p}", "Ulemper og risiko", "Nivåer",
      lines(
        """
        Bakgrunn
        Slik gikk det til i {c}
        Hvordan arbeidet ledes
        Hva forskningen sier
        Penger og eierskap
        Når samarbeidet tar slutt
        Eksempelet {c}
        """)
    ),
    benefits: lines(
      """
      Lavere kostnader til innkjøp og frakt
      Tilgang til nye markeder
      Raskere utvikling av produkter
      Delt risiko ved store investeringer
      Bedre kontakt med høyskolene
      Lettere å rekruttere unge ingeniører
      Større tyngde i forhandlinger med banken
      Nye ideer fra andre bransjer
      """),
    drawbacks: lines(
      """
      Beslutningene tar lengre tid
      Kunnskap kan lekke til konkurrenter
      Uklart hvem som har ansvaret
      Kostnader til møter og reiser
      Kulturkollisjoner mellom partene
      Avhengighet av noen få ildsjeler
      """),
    levels: words("informasjonsutveksling samordning samvirke samarbeid integrasjon"),
    levelLead: "Man pleier å skille mellom følgende nivåer:")
}
