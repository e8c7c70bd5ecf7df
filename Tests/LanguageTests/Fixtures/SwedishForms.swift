/// Swedish nouns with their forms as a dictionary has them: indefinite and definite singular,
/// indefinite and definite plural; `-` where there is none.
let swedishNouns = """
  accelerator acceleratorn acceleratorer acceleratorerna
  affär affären affärer affärerna
  affärsidé affärsidén affärsidéer affärsidéerna
  affärsmodell affärsmodellen affärsmodeller affärsmodellerna
  affärsängel affärsängeln affärsänglar affärsänglarna
  agent agenten agenter agenterna
  aktie aktien aktier aktierna
  aktiebolag aktiebolaget aktiebolag aktiebolagen
  aktieägare aktieägaren aktieägare aktieägarna
  aktör aktören aktörer aktörerna
  allians alliansen allianser allianserna
  alternativ alternativet alternativ alternativen
  analys analysen analyser analyserna
  anbud anbudet anbud anbuden
  andel andelen andelar andelarna
  anläggning anläggningen anläggningar anläggningarna
  anpassning anpassningen anpassningar anpassningarna
  ansvar ansvaret ansvar ansvaren
  arbete arbetet arbeten arbetena
  arbetsgivare arbetsgivaren arbetsgivare arbetsgivarna
  arena arenan arenor arenorna
  artikel artikeln artiklar artiklarna
  avgift avgiften avgifter avgifterna
  avknoppning avknoppningen avknoppningar avknoppningarna
  avtal avtalet avtal avtalen
  avtalspart avtalsparten avtalsparter avtalsparterna
  bageri bageriet bagerier bagerierna
  bank banken banker bankerna
  barriär barriären barriärer barriärerna
  begrepp begreppet begrepp begreppen
  beroende beroendet beroenden beroendena
  beslut beslutet beslut besluten
  beställare beställaren beställare beställarna
  bidrag bidraget bidrag bidragen
  biotop biotopen biotoper biotoperna
  bolag bolaget bolag bolagen
  bolagsman bolagsmannen bolagsmän bolagsmännen
  bolagsstämma bolagsstämman bolagsstämmor bolagsstämmorna
  bransch branschen branscher branscherna
  branschorganisation branschorganisationen branschorganisationer branschorganisationerna
  broker brokern - -
  budget budgeten budgetar budgetarna
  byrå byrån byråer byråerna
  campus campuset campus campusen
  center centret center centren
  chef chefen chefer cheferna
  delägare delägaren delägare delägarna
  dimension dimensionen dimensioner dimensionerna
  direktiv direktivet direktiv direktiven
  distributör distributören distributörer distributörerna
  dotterbolag dotterbolaget dotterbolag dotterbolagen
  drivkraft drivkraften drivkrafter drivkrafterna
  effekt effekten effekter effekterna
  egenskap egenskapen egenskaper egenskaperna
  ekosystem ekosystemet ekosystem ekosystemen
  ekonomi ekonomin ekonomier ekonomierna
  entreprenör entreprenören entreprenörer entreprenörerna
  etablering etableringen etableringar etableringarna
  exempel exemplet exempel exemplen
  fabrik fabriken fabriker fabrikerna
  faktor faktorn faktorer faktorerna
  familjeföretag familjeföretaget familjeföretag familjeföretagen
  fas fasen faser faserna
  filial filialen filialer filialerna
  firma firman firmor firmorna
  fond fonden fonder fonderna
  forskare forskaren forskare forskarna
  forskningspark forskningsparken forskningsparker forskningsparkerna
  framgång framgången framgångar framgångarna
  framgångsfaktor framgångsfaktorn framgångsfaktorer framgångsfaktorerna
  franchise franchisen franchiser franchiserna
  franchisetagare franchisetagaren franchisetagare franchisetagarna
  fullmakt fullmakten fullmakter fullmakterna
  fusion fusionen fusioner fusionerna
  fördel fördelen fördelar fördelarna
  förening föreningen föreningar föreningarna
  företag företaget företag företagen
  företagare företagaren företagare företagarna
  företrädare företrädaren företrädare företrädarna
  förhandling förhandlingen förhandlingar förhandlingarna
  förhållande förhållandet förhållanden förhållandena
  förmåga förmågan förmågor förmågorna
  förtroende förtroendet förtroenden förtroendena
  förvärv förvärvet förvärv förvärven
  garanti garantin garantier garantierna
  grad graden grader graderna
  grossist grossisten grossister grossisterna
  grundare grundaren grundare grundarna
  grupp gruppen grupper grupperna
  gräns gränsen gränser gränserna
  handelsbolag handelsbolaget handelsbolag handelsbolagen
  handelshinder handelshindret handelshinder handelshindren
  hierarki hierarkin hierarkier hierarkierna
  högskola högskolan högskolor högskolorna
  idé idén idéer idéerna
  incitament incitamentet incitament incitamenten
  industri industrin industrier industrierna
  initiativ initiativet initiativ initiativen
  inkubator inkubatorn inkubatorer inkubatorerna
  inköp inköpet inköp inköpen
  innovation innovationen innovationer innovationerna
  institution institutionen institutioner institutionerna
  institut institutet institut instituten
  integration integrationen integrationer integrationerna
  intressent intressenten intressenter intressenterna
  intäkt intäkten intäkter intäkterna
  investerare investeraren investerare investerarna
  investering investeringen investeringar investeringarna
  kapacitet kapaciteten kapaciteter kapaciteterna
  kartell kartellen karteller kartellerna
  kedja kedjan kedjor kedjorna
  klubb klubben klubbar klubbarna
  kluster klustret kluster klustren
  klusterinitiativ klusterinitiativet klusterinitiativ klusterinitiativen
  klusterledare klusterledaren klusterledare klusterledarna
  klunga klungan klungor klungorna
  koalition koalitionen koalitioner koalitionerna
  kommun kommunen kommuner kommunerna
  kompetens kompetensen kompetenser kompetenserna
  koncept konceptet koncept koncepten
  koncern koncernen koncerner koncernerna
  konflikt konflikten konflikter konflikterna
  konkurrens konkurrensen - -
  konkurrent konkurrenten konkurrenter konkurrenterna
  konsortium konsortiet konsortier konsortierna
  konsult konsulten konsulter konsulterna
  konsument konsumenten konsumenter konsumenterna
  kontor kontoret kontor kontoren
  kontrakt kontraktet kontrakt kontrakten
  kooperativ kooperativet kooperativ kooperativen
  kostnad kostnaden kostnader kostnaderna
  kriterium kriteriet kriterier kriterierna
  kultur kulturen kulturer kulturerna
  kund kunden kunder kunderna
  kunskap kunskapen kunskaper kunskaperna
  kunskapskluster kunskapsklustret kunskapskluster kunskapsklustren
  land landet länder länderna
  ledare ledaren ledare ledarna
  ledning ledningen ledningar ledningarna
  leverantör leverantören leverantörer leverantörerna
  licens licensen licenser licenserna
  licensavtal licensavtalet licensavtal licensavtalen
  licensgivare licensgivaren licensgivare licensgivarna
  licenstagare licenstagaren licenstagare licenstagarna
  likhet likheten likheter likheterna
  länk länken länkar länkarna
  lösning lösningen lösningar lösningarna
  mandat mandatet mandat mandaten
  manual manualen manualer manualerna
  marknad marknaden marknader marknaderna
  marknadsandel marknadsandelen marknadsandelar marknadsandelarna
  maskin maskinen maskiner maskinerna
  medel medlet medel medlen
  medlem medlemmen medlemmar medlemmarna
  metod metoden metoder metoderna
  miljö miljön miljöer miljöerna
  minoritetspost minoritetsposten minoritetsposter minoritetsposterna
  moderbolag moderbolaget moderbolag moderbolagen
  motiv motivet motiv motiven
  motpart motparten motparter motparterna
  myndighet myndigheten myndigheter myndigheterna
  mål målet mål målen
  möjlighet möjligheten möjligheter möjligheterna
  mönster mönstret mönster mönstren
  nav navet nav naven
  nivå nivån nivåer nivåerna
  nyckel nyckeln nycklar nycklarna
  nätverk nätverket nätverk nätverken
  område området områden områdena
  option optionen optioner optionerna
  ord ordet ord orden
  organisation organisationen organisationer organisationerna
  park parken parker parkerna
  partner partnern partner partnerna
  partnerskap partnerskapet partnerskap partnerskapen
  patent patentet patent patenten
  plattform plattformen plattformar plattformarna
  policy policyn policyer policyerna
  position positionen positioner positionerna
  pris priset priser priserna
  process processen processer processerna
  produkt produkten produkter produkterna
  program programmet program programmen
  projekt projektet projekt projekten
  rabatt rabatten rabatter rabatterna
  region regionen regioner regionerna
  register registret register registren
  regel regeln regler reglerna
  relation relationen relationer relationerna
  resurs resursen resurser resurserna
  riktlinje riktlinjen riktlinjer riktlinjerna
  risk risken risker riskerna
  riskkapitalist riskkapitalisten riskkapitalister riskkapitalisterna
  roll rollen roller rollerna
  royalty royaltyn royalties royaltierna
  rättighet rättigheten rättigheter rättigheterna
  rörelse rörelsen rörelser rörelserna
  samarbete samarbetet samarbeten samarbetena
  samband sambandet samband sambanden
  sammanslagning sammanslagningen sammanslagningar sammanslagningarna
  sammanslutning sammanslutningen sammanslutningar sammanslutningarna
  samriskföretag samriskföretaget samriskföretag samriskföretagen
  samverkan samverkan - -
  satsning satsningen satsningar satsningarna
  sektor sektorn sektorer sektorerna
  skatt skatten skatter skatterna
  skillnad skillnaden skillnader skillnaderna
  stadium stadiet stadier stadierna
  stiftelse stiftelsen stiftelser stiftelserna
  strategi strategin strategier strategierna
  struktur strukturen strukturer strukturerna
  student studenten studenter studenterna
  studie studien studier studierna
  styrelse styrelsen styrelser styrelserna
  styrka styrkan styrkor styrkorna
  stöd stödet stöd stöden
  svaghet svagheten svagheter svagheterna
  synergi synergin synergier synergierna
  system systemet system systemen
  tecken tecknet tecken tecknen
  teknik tekniken tekniker teknikerna
  teori teorin teorier teorierna
  tillgång tillgången tillgångar tillgångarna
  tillverkare tillverkaren tillverkare tillverkarna
  tillväxt tillväxten - -
  tjänst tjänsten tjänster tjänsterna
  tröskel tröskeln trösklar trösklarna
  typ typen typer typerna
  underleverantör underleverantören underleverantörer underleverantörerna
  union unionen unioner unionerna
  universitet universitetet universitet universiteten
  uppköp uppköpet uppköp uppköpen
  utbyte utbytet utbyten utbytena
  utvecklingsprojekt utvecklingsprojektet utvecklingsprojekt utvecklingsprojekten
  vara varan varor varorna
  varumärke varumärket varumärken varumärkena
  verkstad verkstaden verkstäder verkstäderna
  verksamhet verksamheten verksamheter verksamheterna
  verktyg verktyget verktyg verktygen
  villkor villkoret villkor villkoren
  vinst vinsten vinster vinsterna
  volym volymen volymer volymerna
  värde värdet värden värdena
  värdekedja värdekedjan värdekedjor värdekedjorna
  yrke yrket yrken yrkena
  ägare ägaren ägare ägarna
  ägande ägandet - -
  åtagande åtagandet åtaganden åtagandena
  överenskommelse överenskommelsen överenskommelser överenskommelserna
  """

/// Swedish terms of adjectives and a noun: indefinite singular, definite singular as after `den` or
/// `det`, indefinite and definite plural.
let swedishTerms = """
  strategisk allians; strategiska alliansen; strategiska allianser; strategiska allianserna
  horisontellt nätverk; horisontella nätverket; horisontella nätverk; horisontella nätverken
  vertikal integration; vertikala integrationen; vertikala integrationer; vertikala integrationerna
  ekonomisk förening; ekonomiska föreningen; ekonomiska föreningar; ekonomiska föreningarna
  informellt samarbete; informella samarbetet; informella samarbeten; informella samarbetena
  formellt avtal; formella avtalet; formella avtal; formella avtalen
  konglomerat fusion; konglomerata fusionen; konglomerata fusioner; konglomerata fusionerna
  öppen innovation; öppna innovationen; öppna innovationer; öppna innovationerna
  öppet nätverk; öppna nätverket; öppna nätverk; öppna nätverken
  sluten krets; slutna kretsen; slutna kretsar; slutna kretsarna
  gemensamt bolag; gemensamma bolaget; gemensamma bolag; gemensamma bolagen
  gemensam satsning; gemensamma satsningen; gemensamma satsningar; gemensamma satsningarna
  regionalt kluster; regionala klustret; regionala kluster; regionala klustren
  global värdekedja; globala värdekedjan; globala värdekedjor; globala värdekedjorna
  lokal leverantör; lokala leverantören; lokala leverantörer; lokala leverantörerna
  immateriell rättighet; immateriella rättigheten; immateriella rättigheter; immateriella rättigheterna
  immateriell tillgång; immateriella tillgången; immateriella tillgångar; immateriella tillgångarna
  offentlig upphandling; offentliga upphandlingen; offentliga upphandlingar; offentliga upphandlingarna
  offentlig-privat samverkan; offentlig-privata samverkan; -; -
  privat aktör; privata aktören; privata aktörer; privata aktörerna
  ideell förening; ideella föreningen; ideella föreningar; ideella föreningarna
  enkelt bolag; enkla bolaget; enkla bolag; enkla bolagen
  enskild firma; enskilda firman; enskilda firmor; enskilda firmorna
  enskilt företag; enskilda företaget; enskilda företag; enskilda företagen
  privat bolag; privata bolaget; privata bolag; privata bolagen
  publikt aktiebolag; publika aktiebolaget; publika aktiebolag; publika aktiebolagen
  ny marknad; nya marknaden; nya marknader; nya marknaderna
  nytt projekt; nya projektet; nya projekt; nya projekten
  stor koncern; stora koncernen; stora koncerner; stora koncernerna
  stort företag; stora företaget; stora företag; stora företagen
  litet företag; lilla företaget; små företag; små företagen
  medelstort företag; medelstora företaget; medelstora företag; medelstora företagen
  delägt företag; delägda företaget; delägda företag; delägda företagen
  helägt dotterbolag; helägda dotterbolaget; helägda dotterbolag; helägda dotterbolagen
  samägd anläggning; samägda anläggningen; samägda anläggningar; samägda anläggningarna
  bred kompetens; breda kompetensen; breda kompetenser; breda kompetenserna
  brett samarbete; breda samarbetet; breda samarbeten; breda samarbetena
  god relation; goda relationen; goda relationer; goda relationerna
  gott förtroende; goda förtroendet; goda förtroenden; goda förtroendena
  etablerad aktör; etablerade aktören; etablerade aktörer; etablerade aktörerna
  etablerat varumärke; etablerade varumärket; etablerade varumärken; etablerade varumärkena
  samordnat inköp; samordnade inköpet; samordnade inköp; samordnade inköpen
  specialiserad tjänst; specialiserade tjänsten; specialiserade tjänster; specialiserade tjänsterna
  universitetsanknuten inkubator; universitetsanknutna inkubatorn; universitetsanknutna inkubatorer; universitetsanknutna inkubatorerna
  egen tillverkning; egna tillverkningen; egna tillverkningar; egna tillverkningarna
  eget varumärke; egna varumärket; egna varumärken; egna varumärkena
  bindande avtal; bindande avtalet; bindande avtal; bindande avtalen
  ledande företag; ledande företaget; ledande företag; ledande företagen
  flexibel organisation; flexibla organisationen; flexibla organisationer; flexibla organisationerna
  lönsamt affärsområde; lönsamma affärsområdet; lönsamma affärsområden; lönsamma affärsområdena
  allmänt villkor; allmänna villkoret; allmänna villkor; allmänna villkoren
  komparativ fördel; komparativa fördelen; komparativa fördelar; komparativa fördelarna
  kritisk massa; kritiska massan; kritiska massor; kritiska massorna
  direkt investering; direkta investeringen; direkta investeringar; direkta investeringarna
  internationell konkurrent; internationella konkurrenten; internationella konkurrenter; internationella konkurrenterna
  institutionell investerare; institutionella investeraren; institutionella investerare; institutionella investerarna
  joint venture; joint venturet; joint ventures; -
  industriell symbios; industriella symbiosen; industriella symbioser; industriella symbioserna
  dold kostnad; dolda kostnaden; dolda kostnader; dolda kostnaderna
  tyst kunskap; tysta kunskapen; tysta kunskaper; tysta kunskaperna
  """
