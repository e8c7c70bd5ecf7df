/// Norwegian nouns with their forms as a dictionary has them: indefinite and definite singular,
/// indefinite and definite plural; `-` where there is none, `/` between forms of equal standing.
let norwegianNouns = """
  akselerator akseleratoren akseleratorer akseleratorene
  aksje aksjen aksjer aksjene
  aksjeselskap aksjeselskapet aksjeselskap/aksjeselskaper aksjeselskapene/aksjeselskapa
  aksjonær aksjonæren aksjonærer aksjonærene
  aktør aktøren aktører aktørene
  allianse alliansen allianser alliansene
  alternativ alternativet alternativ/alternativer alternativene/alternativa
  analyse analysen analyser analysene
  anbud anbudet anbud anbudene/anbuda
  andel andelen andeler andelene
  ansvar ansvaret - -
  arbeid arbeidet arbeid arbeidene/arbeida
  arbeidsgiver arbeidsgiveren arbeidsgivere arbeidsgiverne
  arena arenaen arenaer arenaene
  artikkel artikkelen artikler artiklene
  avgift avgiften/avgifta avgifter avgiftene
  avkastning avkastningen/avkastninga avkastninger avkastningene
  avtale avtalen/avtala avtaler avtalene
  avtalepart avtaleparten avtaleparter avtalepartene
  bakeri bakeriet bakerier bakeriene/bakeria
  bank banken banker bankene
  barriere barrieren barrierer barrierene
  bedrift bedriften/bedrifta bedrifter bedriftene
  bedriftsnettverk bedriftsnettverket bedriftsnettverk bedriftsnettverkene/bedriftsnettverka
  begrep begrepet begrep/begreper begrepene/begrepa
  behov behovet behov behovene/behova
  bidrag bidraget bidrag bidragene/bidraga
  bransje bransjen bransjer bransjene
  bransjeorganisasjon bransjeorganisasjonen bransjeorganisasjoner bransjeorganisasjonene
  bruker brukeren brukere brukerne
  budsjett budsjettet budsjett/budsjetter budsjettene/budsjetta
  bygning bygningen/bygninga bygninger bygningene
  byrå byrået byrå/byråer byråene/byråa
  datterselskap datterselskapet datterselskap/datterselskaper datterselskapene/datterselskapa
  dimensjon dimensjonen dimensjoner dimensjonene
  direktiv direktivet direktiv/direktiver direktivene/direktiva
  distributør distributøren distributører distributørene
  distrikt distriktet distrikt/distrikter distriktene/distrikta
  drivkraft drivkraften/drivkrafta drivkrefter drivkreftene
  effekt effekten effekter effektene
  egenskap egenskapen egenskaper egenskapene
  eier eieren eiere eierne
  eierandel eierandelen eierandeler eierandelene
  eierskap eierskapet eierskap/eierskaper eierskapene/eierskapa
  eksempel eksempelet eksempler eksemplene
  ekspert eksperten eksperter ekspertene
  entreprenør entreprenøren entreprenører entreprenørene
  etablering etableringen/etableringa etableringer etableringene
  evne evnen/evna evner evnene
  fabrikk fabrikken fabrikker fabrikkene
  faktor faktoren faktorer faktorene
  familiebedrift familiebedriften/familiebedrifta familiebedrifter familiebedriftene
  fase fasen faser fasene
  felt feltet felt/felter feltene/felta
  fellesforetak fellesforetaket fellesforetak fellesforetakene/fellesforetaka
  filial filialen filialer filialene
  fond fondet fond fondene/fonda
  fordel fordelen fordeler fordelene
  forening foreningen/foreninga foreninger foreningene
  foretak foretaket foretak foretakene/foretaka
  forhandler forhandleren forhandlere forhandlerne
  forhandling forhandlingen/forhandlinga forhandlinger forhandlingene
  forhold forholdet forhold forholdene/forholda
  forretningsengel forretningsengelen forretningsengler forretningsenglene
  forretningsidé forretningsideen forretningsideer forretningsideene
  forretningsmodell forretningsmodellen forretningsmodeller forretningsmodellene
  forsker forskeren forskere forskerne
  forskningspark forskningsparken forskningsparker forskningsparkene
  forvalter forvalteren forvaltere forvalterne
  franchise franchisen franchiser franchisene
  franchisegiver franchisegiveren franchisegivere franchisegiverne
  franchisetaker franchisetakeren franchisetakere franchisetakerne
  funksjon funksjonen funksjoner funksjonene
  fusjon fusjonen fusjoner fusjonene
  garanti garantien garantier garantiene
  gebyr gebyret gebyr/gebyrer gebyrene/gebyra
  gevinst gevinsten gevinster gevinstene
  grad graden grader gradene
  grense grensen/grensa grenser grensene
  gruppe gruppen/gruppa grupper gruppene
  gründer gründeren gründere gründerne
  handelshinder handelshinderet handelshindre handelshindrene
  hensikt hensikten/hensikta hensikter hensiktene
  hierarki hierarkiet hierarkier hierarkiene/hierarkia
  holdning holdningen/holdninga holdninger holdningene
  høyskole høyskolen høyskoler høyskolene
  idé ideen ideer ideene
  identitet identiteten identiteter identitetene
  industri industrien industrier industriene
  initiativ initiativet initiativ/initiativer initiativene/initiativa
  inkubator inkubatoren inkubatorer inkubatorene
  innkjøp innkjøpet innkjøp innkjøpene/innkjøpa
  innovasjon innovasjonen innovasjoner innovasjonene
  insentiv insentivet insentiv/insentiver insentivene/insentiva
  institusjon institusjonen institusjoner institusjonene
  institutt instituttet institutt/institutter instituttene/institutta
  integrasjon integrasjonen integrasjoner integrasjonene
  interessent interessenten interessenter interessentene
  investering investeringen/investeringa investeringer investeringene
  investor investoren investorer investorene
  kapasitet kapasiteten kapasiteter kapasitetene
  kartell kartellet kartell/karteller kartellene/kartella
  kjede kjeden/kjeda kjeder kjedene
  klynge klyngen/klynga klynger klyngene
  klyngeleder klyngelederen klyngeledere klyngelederne
  klyngeprosjekt klyngeprosjektet klyngeprosjekt/klyngeprosjekter klyngeprosjektene/klyngeprosjekta
  koalisjon koalisjonen koalisjoner koalisjonene
  kommune kommunen kommuner kommunene
  kompetanse kompetansen kompetanser kompetansene
  konflikt konflikten konflikter konfliktene
  konkurranse konkurransen konkurranser konkurransene
  konkurrent konkurrenten konkurrenter konkurrentene
  konsept konseptet konsept/konsepter konseptene/konsepta
  konsern konsernet konsern/konserner konsernene/konserna
  konsortium konsortiet konsortier konsortiene
  konsulent konsulenten konsulenter konsulentene
  kontor kontoret kontor/kontorer kontorene/kontora
  kontrakt kontrakten kontrakter kontraktene
  kostnad kostnaden kostnader kostnadene
  krav kravet krav kravene/krava
  kriterium kriteriet kriterier kriteriene
  kultur kulturen kulturer kulturene
  kunde kunden kunder kundene
  kunnskap kunnskapen kunnskaper kunnskapene
  land landet land landene/landa
  leder lederen ledere lederne
  ledelse ledelsen ledelser ledelsene
  leverandør leverandøren leverandører leverandørene
  leveranse leveransen leveranser leveransene
  lisens lisensen lisenser lisensene
  lisensavtale lisensavtalen/lisensavtala lisensavtaler lisensavtalene
  lisensgiver lisensgiveren lisensgivere lisensgiverne
  lisenstaker lisenstakeren lisenstakere lisenstakerne
  løsning løsningen/løsninga løsninger løsningene
  låntaker låntakeren låntakere låntakerne
  makt makten/makta makter maktene
  marked markedet marked/markeder markedene/markeda
  markedsandel markedsandelen markedsandeler markedsandelene
  medlem medlemmet medlem/medlemmer medlemmene/medlemma
  merke merket merker merkene/merka
  metode metoden metoder metodene
  middel middelet midler midlene
  miljø miljøet miljø/miljøer miljøene/miljøa
  morselskap morselskapet morselskap/morselskaper morselskapene/morselskapa
  motiv motivet motiv/motiver motivene/motiva
  motpart motparten motparter motpartene
  museum museet museer museene
  myndighet myndigheten myndigheter myndighetene
  mål målet mål målene/måla
  møte møtet møter møtene/møta
  nettverk nettverket nettverk nettverkene/nettverka
  nivå nivået nivå/nivåer nivåene/nivåa
  næring næringen/næringa næringer næringene
  næringsklynge næringsklyngen/næringsklynga næringsklynger næringsklyngene
  nøkkel nøkkelen nøkler nøklene
  område området områder områdene/områda
  oppkjøp oppkjøpet oppkjøp oppkjøpene/oppkjøpa
  organisasjon organisasjonen organisasjoner organisasjonene
  overskudd overskuddet overskudd overskuddene/overskudda
  park parken parker parkene
  part parten parter partene
  partner partneren partnere partnerne
  partnerskap partnerskapet partnerskap/partnerskaper partnerskapene/partnerskapa
  patent patentet patent/patenter patentene/patenta
  perspektiv perspektivet perspektiv/perspektiver perspektivene/perspektiva
  plan planen planer planene
  plattform plattformen/plattforma plattformer plattformene
  posisjon posisjonen posisjoner posisjonene
  pris prisen priser prisene
  prosess prosessen prosesser prosessene
  prosjekt prosjektet prosjekt/prosjekter prosjektene/prosjekta
  produkt produktet produkt/produkter produktene/produkta
  produsent produsenten produsenter produsentene
  program programmet program/programmer programmene/programma
  rabatt rabatten rabatter rabattene
  ramme rammen/ramma rammer rammene
  regel regelen regler reglene
  region regionen regioner regionene
  register registeret registre/register registrene
  relasjon relasjonen relasjoner relasjonene
  ressurs ressursen ressurser ressursene
  rettighet rettigheten rettigheter rettighetene
  risiko risikoen risikoer risikoene
  rolle rollen roller rollene
  råvare råvaren/råvara råvarer råvarene
  samarbeid samarbeidet samarbeid samarbeidene/samarbeida
  samarbeidspartner samarbeidspartneren samarbeidspartnere samarbeidspartnerne
  sammenslåing sammenslåingen/sammenslåinga sammenslåinger sammenslåingene
  sammenslutning sammenslutningen/sammenslutninga sammenslutninger sammenslutningene
  samvirke samvirket samvirker samvirkene/samvirka
  samvirkeforetak samvirkeforetaket samvirkeforetak samvirkeforetakene/samvirkeforetaka
  satsing satsingen/satsinga satsinger satsingene
  sektor sektoren sektorer sektorene
  selger selgeren selgere selgerne
  selskap selskapet selskap/selskaper selskapene/selskapa
  senter senteret sentre/senter sentrene/sentra
  signal signalet signal/signaler signalene/signala
  skatt skatten skatter skattene
  skole skolen skoler skolene
  stiftelse stiftelsen stiftelser stiftelsene
  strategi strategien strategier strategiene
  struktur strukturen strukturer strukturene
  student studenten studenter studentene
  studie studien studier studiene
  styre styret styrer styrene/styra
  styrke styrken styrker styrkene
  støtte støtten/støtta støtter støttene
  suksessfaktor suksessfaktoren suksessfaktorer suksessfaktorene
  svakhet svakheten svakheter svakhetene
  synergi synergien synergier synergiene
  system systemet system/systemer systemene/systema
  teknologi teknologien teknologier teknologiene
  teori teorien teorier teoriene
  terskel terskelen terskler tersklene
  tilbud tilbudet tilbud tilbudene/tilbuda
  tilbyder tilbyderen tilbydere tilbyderne
  tiltak tiltaket tiltak tiltakene/tiltaka
  tjeneste tjenesten tjenester tjenestene
  trinn trinnet trinn trinnene/trinna
  type typen typer typene
  ulempe ulempen/ulempa ulemper ulempene
  underleverandør underleverandøren underleverandører underleverandørene
  union unionen unioner unionene
  universitet universitetet universitet/universiteter universitetene/universiteta
  utfordring utfordringen/utfordringa utfordringer utfordringene
  utvikling utviklingen/utviklinga utviklinger utviklingene
  vare varen/vara varer varene
  varemerke varemerket varemerker varemerkene/varemerka
  vekst veksten vekster vekstene
  verdi verdien verdier verdiene
  verdikjede verdikjeden/verdikjeda verdikjeder verdikjedene
  verktøy verktøyet verktøy verktøyene/verktøya
  verksted verkstedet verksteder verkstedene
  vilkår vilkåret vilkår vilkårene/vilkåra
  virkning virkningen/virkninga virkninger virkningene
  virksomhet virksomheten virksomheter virksomhetene
  økosystem økosystemet økosystem/økosystemer økosystemene/økosystema
  økonomi økonomien økonomier økonomiene
  tillitsmann tillitsmannen tillitsmenn tillitsmennene
  fagfelt fagfeltet fagfelt/fagfelter fagfeltene
  """

/// Norwegian terms of adjectives and a noun: indefinite singular, definite singular as after `den` or
/// `det`, indefinite and definite plural.
let norwegianTerms = """
  strategisk allianse; strategiske alliansen; strategiske allianser; strategiske alliansene
  horisontalt nettverk; horisontale nettverket; horisontale nettverk; horisontale nettverkene
  vertikal integrasjon; vertikale integrasjonen; vertikale integrasjoner; vertikale integrasjonene
  uformelt samarbeid; uformelle samarbeidet; uformelle samarbeid; uformelle samarbeidene
  formell avtale; formelle avtalen; formelle avtaler; formelle avtalene
  åpen innovasjon; åpne innovasjonen; åpne innovasjoner; åpne innovasjonene
  åpent nettverk; åpne nettverket; åpne nettverk; åpne nettverkene
  lukket nettverk; lukkede nettverket; lukkede nettverk; lukkede nettverkene
  felles selskap; felles selskapet; felles selskaper; felles selskapene
  felles satsing; felles satsingen; felles satsinger; felles satsingene
  regional klynge; regionale klyngen; regionale klynger; regionale klyngene
  global verdikjede; globale verdikjeden; globale verdikjeder; globale verdikjedene
  lokal leverandør; lokale leverandøren; lokale leverandører; lokale leverandørene
  immateriell rettighet; immaterielle rettigheten; immaterielle rettigheter; immaterielle rettighetene
  offentlig anskaffelse; offentlige anskaffelsen; offentlige anskaffelser; offentlige anskaffelsene
  offentlig-privat samarbeid; offentlig-private samarbeidet; offentlig-private samarbeid; offentlig-private samarbeidene
  privat aktør; private aktøren; private aktører; private aktørene
  ideell organisasjon; ideelle organisasjonen; ideelle organisasjoner; ideelle organisasjonene
  enkel avtale; enkle avtalen; enkle avtaler; enkle avtalene
  ny bransje; nye bransjen; nye bransjer; nye bransjene
  nytt marked; nye markedet; nye markeder; nye markedene
  stor bedrift; store bedriften; store bedrifter; store bedriftene
  stort foretak; store foretaket; store foretak; store foretakene
  liten bedrift; lille bedriften; små bedrifter; små bedriftene
  lite foretak; lille foretaket; små foretak; små foretakene
  mellomstor bedrift; mellomstore bedriften; mellomstore bedrifter; mellomstore bedriftene
  heleid datterselskap; heleide datterselskapet; heleide datterselskaper; heleide datterselskapene
  bred kompetanse; brede kompetansen; brede kompetanser; brede kompetansene
  bredt samarbeid; brede samarbeidet; brede samarbeid; brede samarbeidene
  god relasjon; gode relasjonen; gode relasjoner; gode relasjonene
  godt forhold; gode forholdet; gode forhold; gode forholdene
  etablert aktør; etablerte aktøren; etablerte aktører; etablerte aktørene
  etablert varemerke; etablerte varemerket; etablerte varemerker; etablerte varemerkene
  spesialisert tjeneste; spesialiserte tjenesten; spesialiserte tjenester; spesialiserte tjenestene
  egen produksjon; egne produksjonen; egne produksjoner; egne produksjonene
  eget varemerke; egne varemerket; egne varemerker; egne varemerkene
  bindende avtale; bindende avtalen; bindende avtaler; bindende avtalene
  ledende selskap; ledende selskapet; ledende selskaper; ledende selskapene
  fleksibel organisasjon; fleksible organisasjonen; fleksible organisasjoner; fleksible organisasjonene
  lønnsomt foretak; lønnsomme foretaket; lønnsomme foretak; lønnsomme foretakene
  komparativt fortrinn; komparative fortrinnet; komparative fortrinn; komparative fortrinnene
  kritisk masse; kritiske massen; kritiske masser; kritiske massene
  direkte investering; direkte investeringen; direkte investeringer; direkte investeringene
  internasjonal konkurrent; internasjonale konkurrenten; internasjonale konkurrenter; internasjonale konkurrentene
  institusjonell investor; institusjonelle investoren; institusjonelle investorer; institusjonelle investorene
  industriell symbiose; industrielle symbiosen; industrielle symbioser; industrielle symbiosene
  skjult kostnad; skjulte kostnaden; skjulte kostnader; skjulte kostnadene
  taus kunnskap; tause kunnskapen; tause kunnskaper; tause kunnskapene
  universitetstilknyttet inkubator; universitetstilknyttede inkubatoren; universitetstilknyttede inkubatorer; universitetstilknyttede inkubatorene
  konglomerat fusjon; konglomerate fusjonen; konglomerate fusjoner; konglomerate fusjonene
  ansvarlig selskap; ansvarlige selskapet; ansvarlige selskaper; ansvarlige selskapene
  nasjonalt program; nasjonale programmet; nasjonale programmer; nasjonale programmene
  teknisk standard; tekniske standarden; tekniske standarder; tekniske standardene
  joint venture; joint venturet; joint ventures; -
  trygg avtale; trygge avtalen; trygge avtaler; trygge avtalene
  gjensidig avhengighet; gjensidige avhengigheten; gjensidige avhengigheter; gjensidige avhengighetene
  """
