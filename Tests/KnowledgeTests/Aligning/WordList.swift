/// Terms of Swedish and Norwegian as they meet in a glossary of business, work and administration,
/// written down before anything was tuned on them.
enum WordList {
  /// What is one concept, in articles that have nothing to do with each other.
  static let pairs = lines(
    """
    organisation | organisasjon
    innovationssystem | innovasjonssystem
    konkurrensfördel | konkurransefordel
    marknadsandel | markedsandel
    värdekedja | verdikjede
    leverantörskedja | leverandørkjede
    kvalitetskontroll | kvalitetskontroll
    produktutveckling | produktutvikling
    förhandlingsstyrka | forhandlingsstyrke
    kunskapsöverföring | kunnskapsoverføring
    riskspridning | risikospredning
    arbetsgivare | arbeidsgiver
    arbetstagare | arbeidstaker
    fackförening | fagforening
    kollektivavtal | tariffavtale
    semesterersättning | feriepenger
    aktieägare | aksjeeier
    styrelseordförande | styreleder
    årsredovisning | årsregnskap
    bokföring | bokføring
    revisor | revisor
    momsregistrering | momsregistrering
    likviditet | likviditet
    skuldsanering | gjeldsordning
    räntesats | rentesats
    växelkurs | vekslingskurs
    kassaflöde | kontantstrøm
    penningpolitik | pengepolitikk
    inflation | inflasjon
    arbetslöshet | arbeidsløshet
    sysselsättning | sysselsetting
    bruttonationalprodukt | bruttonasjonalprodukt
    handelsbalans | handelsbalanse
    tullunion | tollunion
    frihandelsavtal | frihandelsavtale
    upphandling | anskaffelse
    anbudsförfarande | anbudsprosedyre
    ramavtal | rammeavtale
    sekretessavtal | taushetsavtale
    immaterialrätt | immaterialrett
    upphovsrätt | opphavsrett
    varumärke | varemerke
    patentansökan | patentsøknad
    företagshemlighet | forretningshemmelighet
    dotterbolag | datterselskap
    moderbolag | morselskap
    koncern | konsern
    aktiebolag | aksjeselskap
    handelsbolag | ansvarlig selskap
    stiftelse | stiftelse
    förvaltning | forvaltning
    myndighetsutövning | myndighetsutøvelse
    rättssäkerhet | rettssikkerhet
    skiljeförfarande | voldgift
    medling | mekling
    skadestånd | erstatning
    försäkringspremie | forsikringspremie
    ansvarsförsäkring | ansvarsforsikring
    pensionssparande | pensjonssparing
    sjukfrånvaro | sykefravær
    arbetsmiljö | arbeidsmiljø
    yrkesutbildning | yrkesutdanning
    lärling | lærling
    kompetensutveckling | kompetanseutvikling
    ledarskap | lederskap
    medarbetarsamtal | medarbeidersamtale
    målstyrning | målstyring
    nyckeltal | nøkkeltall
    uppföljning | oppfølging
    utvärdering | evaluering
    intressent | interessent
    miljöcertifiering | miljøsertifisering
    koldioxidavtryck | karbonavtrykk
    hållbarhet | bærekraft
    återvinning | gjenvinning
    förnybar energi | fornybar energi
    kärnkraft | kjernekraft
    vindkraftverk | vindkraftverk
    elnät | strømnett
    klimatavtal | klimaavtale
    utsläppsrätt | utslippskvote
    digitalisering | digitalisering
    molntjänst | skytjeneste
    maskininlärning | maskinlæring
    programvara | programvare
    användargränssnitt | brukergrensesnitt
    databas | database
    nätverkseffekt | nettverkseffekt
    plattformsekonomi | plattformøkonomi
    delningsekonomi | delingsøkonomi
    affärsmodell | forretningsmodell
    affärsidé | forretningsidé
    målgrupp | målgruppe
    kundlojalitet | kundelojalitet
    prissättning | prissetting
    distributionskanal | distribusjonskanal
    reklamkampanj | reklamekampanje
    marknadsundersökning | markedsundersøkelse
    grossist | grossist
    detaljhandel | detaljhandel
    lagerhållning | lagerhold
    logistik | logistikk
    transportör | transportør
    spedition | spedisjon
    näringspolitik | næringspolitikk
    exportkredit | eksportkreditt
    direktinvestering | direkteinvestering
    riskkapital | risikokapital
    börsintroduktion | børsintroduksjon
    tvångsinlösen | tvangsinnløsning
    fientligt bud | fiendtlig bud
    kapitalbas | kapitalbase
    mellanhand | mellommann
    samhällsansvar | samfunnsansvar
    frivilligarbete | frivillig arbeid
    idrottsförening | idrettsforening
    lön | lønn
    skatt | skatt
    mål | mål
    risk | risiko
    köpare | kjøper
    """)

  /// What is one concept, listed in an article and in its translation: the heading of the list as it is
  /// in both, and the items in the order of each. A blank line parts the articles.
  static let lists = [
    List(
      "sv/anställning.md", "nb/ansettelse.md", "Typer", "Typer",
      """
      tillsvidareanställning | fast ansettelse
      visstidsanställning | midlertidig ansettelse
      provanställning | prøveansettelse
      vikariat | vikariat
      deltidsanställning | deltidsansettelse
      """),
    List(
      "sv/lånefinansiering.md", "nb/lånefinansiering.md", "Typer", "Typer",
      """
      bolån | boliglån
      avbetalningsköp | avbetalingskjøp
      checkräkningskredit | kassekreditt
      fakturaköp | factoring
      efterställt lån | ansvarlig lån
      """),
    List(
      "sv/väg.md", "nb/vei.md", "Nivåer", "Nivåer",
      """
      motorväg | motorvei
      landsväg | landevei
      gata | gate
      gångstig | gangsti
      """),
    List(
      "sv/beslut.md", "nb/vedtak.md", "Nivåer", "Nivåer",
      """
      enkel majoritet | alminnelig flertall
      kvalificerad majoritet | kvalifisert flertall
      enhällighet | enstemmighet
      """),
    List(
      "sv/avfall.md", "nb/avfall.md", "Typer", "Typer",
      """
      hushållsavfall | husholdningsavfall
      farligt avfall | farlig avfall
      byggavfall | byggeavfall
      matavfall | matavfall
      grovsopor | grovavfall
      """),
    List(
      "sv/möte.md", "nb/møte.md", "Typer", "Typer",
      """
      årsmöte | årsmøte
      extrastämma | ekstraordinær generalforsamling
      samråd | drøfting
      """),
    List(
      "sv/marknad.md", "nb/marked.md", "Typer", "Typer",
      """
      fullständig konkurrens | fullkommen konkurranse
      duopol | duopol
      oligopol | oligopol
      monopol | monopol
      """),
  ]

  struct List {
    var swedish: String
    var norwegian: String
    var swedishHeading: String
    var norwegianHeading: String
    var pairs: [(sv: String, nb: String)]

    init(_ swedish: String, _ norwegian: String, _ heading: String, _ other: String, _ text: String)
    {
      self.swedish = swedish
      self.norwegian = norwegian
      swedishHeading = heading
      norwegianHeading = other
      pairs = lines(text)
    }
  }

  /// What is spelled alike, as far as the two languages are, and means two things.
  static let falseFriends = lines(
    """
    anledning | anledning
    affär | affære
    bedrift | bedrift
    omdöme | omdømme
    tillbud | tilbud
    semester | semester
    termin | termin
    lov | lov
    lag | lag
    by | by
    ledning | ledning
    rörelse | rørelse
    stämning | stemning
    uppsikt | oppsikt
    befattning | befatning
    uppslag | oppslag
    borgen | borgen
    glass | glass
    kostym | kostyme
    praktik | praktikk
    avdrag | avdrag
    utdelning | utdeling
    handling | handling
    samfund | samfunn
    uppsats | oppsats
    frist | frist
    anslag | anslag
    tillstånd | tilstand
    pålägg | pålegg
    förfall | forfall
    """)

  /// Terms that the other language has nothing for in this glossary.
  static let swedishAlone = words(
    """
    marknadsledare, marknadsplats, marknadschef, värdegrund, värdepapper, konkurrensverk, konkurrenslag,
    leverantörsreskontra, kvalitetsrevision, produktansvar, produktchef, förhandlingsordning, kunskapslyft,
    kunskapsbolag, riskanalys, riskvilja, arbetsdomstol, arbetsförmedling, arbetsplats, arbetsrätt, fackklubb,
    fackspråk, semesterlista, aktiebok, aktieutdelning, aktiefond, styrelsemöte, styrelseprotokoll,
    direktörsskola, årsstämma, bokslut, bokhylla, revisionsberättelse, likvidation, skuldebrev, skuldsättning,
    ränteavdrag, räntefond, växelström, växelverkan, kassabok, kassalåda, penninglotteri, penningtvätt,
    inflationsmål, arbetslöshetskassa, sysselsättningsgrad, nationalmuseum, handelskammare, handelsgödsel,
    tulldeklaration, frihandelszon, upphandlingschef, anbudsgivare, ramlag, sekretessbrott, immunförsvar,
    upphovsman, varuhus, varukorg, patentverk, företagsklimat, företagsläkare, dotterdotter, modersmål,
    koncernredovisning, bolagsstämma, bolagsordning, handelsflotta, stiftelseurkund, kommunalråd, kommunalskatt,
    länsväg, riksväg, förvaltningsrätt, förvaltningsberättelse, myndighetschef, rättegång, rättspraxis,
    överskott, överförmyndare, skiljedom, medlemsavgift, skadegörelse, försäkringskassa, försäkringstagare,
    ansvarsfrihet, pensionär, sjukpenning, sjukskrivning, arbetsterapeut, arbetsskada, yrkesofficer, lärarlön,
    kompetensbrist, ledarsida, ledarhund, medarbetare, målvakt, styrkort, nyckelknippa, nyckelperson,
    uppfinning, uppsägning, utbildningsnivå, intresseförening, miljöbalk, miljöskatt, koldioxidskatt,
    hållfasthet, återförsäljare, återbäring, förnyelse, kärnavfall, vindskydd, elmätare, klimatångest,
    utsläppsmål, digitalbox, molnighet, maskinrum, programledare, användarnamn, användbarhet, databrott,
    nätverkskort, plattformschef, delningscentral, affärsängel, affärsjurist, målsägande, kundtjänst, kundkrets,
    prislapp, prisbasbelopp, distributör, reklambyrå, marknadsföring, detaljplan, lagerlokal, transportmedel,
    speditör, näringsliv, näringsidkare, exportförbud, direktsändning, riskgrupp, börsras, marknadshyra,
    verkställighet
    """)

  static let norwegianAlone = words(
    """
    markedsverdi, markedstilpasning, verdisyn, verdiskaping, konkurranselyst, konkurranseevne, leverandørgjeld,
    kvalitetssikring, produktansvarlig, forhandlingsleder, kunnskapsbase, kunnskapssyn, risikoavlastning,
    risikosport, arbeidskontrakt, arbeidstilsyn, arbeidsplan, arbeidslivskriminalitet, fagbrev, fagskole,
    aksjebrev, aksjeutvanning, styremedlem, styrehonorar, direktiv, årsmelding, bokettersyn, bokmål,
    revisjonsplikt, likviditetsgrad, gjeldsgrad, rentebinding, rentefot, vekselbruk, kontantstøtte,
    pengeinnkreving, inflasjonspress, arbeidsløshetstrygd, sysselsettingsvekst, nasjonalpark, handelsgartner,
    handelshøyskole, tollvesen, tollsone, anskaffelsesregler, anbudsfrist, rammeplan, rammeverk, taushetsplikt,
    immunitet, opphavsland, varetelling, varetekt, patentkrav, forretningsbank, forretningsfører, datamaskin,
    morsarv, konsernsjef, konsernbidrag, selskapsrett, selskapsskatt, ansvarsgruppe, stiftelsestilsyn,
    kommuneplan, kommunedirektør, fylkesvei, riksrett, forvaltningslov, forvaltningspraksis, myndighetskrav,
    rettsmøte, rettshjelp, klagenemnd, voldgiftsdommer, meklingsråd, erstatningskrav, forsikringssvindel,
    forsikringsavtale, ansvarsfraskrivelse, pensjonsfond, sykepleier, sykehjem, arbeidsuhell, yrkesstolthet,
    yrkesfag, lærebok, kompetansesenter, kompetansemål, lederlønn, medarbeiderundersøkelse, målform, målebrev,
    nøkkelpersonell, nøkkelhull, oppfinner, oppsigelsestid, utdanningsløp, interesseorganisasjon, miljøgift,
    miljøvern, karbonfangst, bærekraftsmål, gjenbruk, gjenkjøp, fornybarandel, kjernefysikk, kjernetid,
    vindmåler, strømstøtte, strømpris, klimakvote, klimagass, utslippsregnskap, digitalkompetanse, skydekke,
    skylagring, maskinfører, programplan, brukerstøtte, brukermedvirkning, dataregister, datasenter,
    nettverkskabel, plattformarbeid, delebil, forretningsstrategi, målestokk, kundeavis, kunderegister,
    prisavslag, prisvekst, distriktspolitikk, reklameskilt, grossistledd, detaljregulering,
    lagerstyring, logistikksenter, transportplan, spedisjonsfirma, næringspark, næringskjede, eksportråd,
    eksportindustri, direktemandat, børsfall, tvangsarbeid, fiendskap, kapitalflukt, kapitalkrav
    """)

  /// What some of them are defined as, in either language.
  static let definitions: [String: String] = [
    "sv/anledning": "Anledning är det som gör att någon handlar på ett visst sätt.",
    "nb/anledning": "Anledning er en mulighet som byr seg til å gjøre noe.",
    "sv/omdöme": "Omdöme är förmågan att bedöma saker klokt.",
    "nb/omdømme": "Omdømme er det rykte som en virksomhet har hos kundene.",
    "sv/tillbud": "Tillbud är en händelse på arbetsplatsen som kunde ha lett till en olycka.",
    "nb/tilbud": "Tilbud er en pris og de vilkårene som en selger gir en kunde.",
    "sv/ledning": "Ledning är de personer som styr ett företag.",
    "nb/ledning": "Ledning er en kabel eller et rør som fører strøm eller vann.",
    "sv/befattning": "Befattning är en tjänst med bestämda uppgifter hos en arbetsgivare.",
    "nb/befatning": "Befatning er det å ha å gjøre med noe eller noen.",
    "sv/tillstånd": "Tillstånd är en myndighets medgivande till en verksamhet.",
    "nb/tilstand": "Tilstand er hvordan et bygg eller en maskin er på et gitt tidspunkt.",
    "sv/uppsats": "Uppsats är en kortare vetenskaplig text som en student skriver.",
    "nb/oppsats": "Oppsats er en hylle eller plate som settes oppå et møbel.",
    "sv/semester": "Semester är den ledighet från arbetet som lagen ger rätt till.",
    "nb/semester": "Semester er en halvdel av studieåret ved et universitet.",
    "sv/risk": "Risk är sannolikheten för att en skada inträffar och hur stor den blir.",
    "nb/risiko": "Risiko er sannsynligheten for at en skade inntreffer, og hvor stor den blir.",
    "sv/skatt": "Skatt är en avgift till staten som ingen får något bestämt i utbyte mot.",
    "nb/skatt": "Skatt er en avgift til staten som ingen får noe bestemt i bytte mot.",
    "sv/köpare": "Köpare är den part i ett avtal som betalar för en vara.",
    "nb/kjøper": "Kjøper er den parten i en avtale som betaler for en vare.",
    "sv/lön": "Lön är den ersättning som en arbetsgivare betalar för utfört arbete.",
    "nb/lønn": "Lønn er den betalingen som en arbeidsgiver gir for utført arbeid.",
    "sv/koncern": "En koncern är ett moderbolag och de dotterbolag som det äger.",
    "nb/konsern": "Et konsern er et morselskap og de datterselskapene som det eier.",
    "sv/ramavtal": "Ett ramavtal är ett avtal som anger villkoren för kommande beställningar.",
    "nb/rammeavtale": "En rammeavtale er en avtale som angir vilkårene for kommende bestillinger.",
    "sv/elnät": "Ett elnät är de ledningar och stationer som för fram elektrisk kraft.",
    "nb/strømnett": "Et strømnett er de ledningene og stasjonene som fører fram elektrisk kraft.",
    "sv/produktansvar": "Produktansvar är tillverkarens ansvar för skador som en vara orsakar.",
    "nb/produktansvarlig": "En produktansvarlig er den som leder arbeidet med et produkt.",
  ]

  private static func lines(_ text: String) -> [(sv: String, nb: String)] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: "|").map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      return (parts[0], parts[1])
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "\n" }.map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
