/// Sentences with the terms to look for: language, terms parted by `;`, and the text in which the
/// expected mentions stand in `[…]`, with `=term` after the word where several terms are looked for.
let mentionCases = """
  sv | kluster | [Kluster] växer där [klustrets] medlemmar litar på varandra.
  sv | kluster | De tre [klustren] liknar andra [kluster] i landet.
  sv | kluster | IT-[kluster] och bioteknik-[kluster] får samma stöd.
  sv | kluster | Klusterstödet går till klusterledaren i textilklustret.
  sv | kluster; nätverk | [Kluster=kluster]- och nätverksarbete tar tid.
  sv | kluster; nätverk | [Nätverks=nätverk]- eller klusterbidrag delas ut i maj.
  sv | nätverk | Vi [nätverk]/kluster-folk möts ofta.
  sv | nätverk | Den som nätverkar mycket behöver inget nytt [nätverk].
  sv | fusion | Bolagen ska fusionera, och [fusionen] godkänns i höst.
  sv | allians | Företaget allierade sig med en konkurrent; [alliansen] höll i två år.
  sv | allians | I valet vann Alliansen flest mandat.
  sv | allians | Statsministern tackade sina kolleger i Alliansen.
  sv | allians | Allians för Sverige bildades av fyra partier.
  sv | allians | Nya Alliansen heter en tidning.
  sv | allians | [Alliansen] mellan bolagen upphörde.
  sv | allians; strategisk allians | En [strategisk allians=strategisk allians] är mer än en [allians=allians].
  sv | allians; strategisk allians | Företagens [strategiska allians=strategisk allians] prövades av verket.
  sv | allians; strategisk allians | De [strategiska alliansernas=strategisk allians] tid är förbi, men [allianser=allians] består.
  sv | strategisk allians | [Strategiska allianser] kräver tillit.
  sv | strategisk allians | Partierna i Strategiska Alliansen röstade nej.
  sv | strategisk allians | Det var strategiskt viktigt att sluta en [strategisk
  allians] med leverantören.
  sv | strategisk allians | De är strategiska, allianser som dessa.
  sv | joint venture | Ett [joint venture] är ett samriskföretag; två [joint ventures] är fler.
  sv | joint venture | [Joint venturets] styrelse möttes, och [joint venture]-avtalet skrevs på.
  sv | konsortium | [Konsortierna] lämnade var sitt anbud, men bara ett [konsortium] fick bygga.
  sv | konsortium | Anbudskonsortiet upplöstes när [konsortiets] bank drog sig ur.
  sv | licens; licensavtal | [Licensavtalet=licensavtal] ger [licensen=licens] längre löptid.
  sv | licens | Licensiering och licensgivare är andra ord än [licensernas] ord.
  sv | partner | Våra [partner] och våra [partners] kunder träffas; [partnerns] avtal gäller.
  sv | partner | Partneringprojekt och partnerskap nämns inte.
  sv | medlem | [Medlemmarna] väljer ny ordförande, och varje [medlems] röst väger lika.
  sv | bolagsman | Varje [bolagsman] ansvarar; [bolagsmännens] privata skulder räknas inte.
  sv | affärsängel | [Affärsänglarnas] pengar kom från en enda [affärsängel].
  sv | affärsidé | [Affärsidéerna] var många, men [affärsidén] att hyra ut cyklar vann.
  sv | ekonomisk förening | Att starta en [ekonomisk förening] är enkelt; [ekonomiska föreningars] stadgar är offentliga.
  sv | små och medelstora företag | Stödet till [små och medelstora företag] ökar.
  sv | SME | [SME]-sektorn och många [SME:er] väntar på besked.
  sv | EU | Inom [EU] gäller [EU:s] regler, men eu som prefix är grekiska.
  sv | IT-kluster; kluster | [IT-kluster=IT-kluster] är en sorts [kluster=kluster], och [IT-klustret=IT-kluster] i Kista är störst.
  sv | franchise | [Franchisen] kostar, men [franchise] lönar sig.
  sv | franchisetagare | Varje [franchisetagare] betalar; [franchisetagarna] klagar på avgiften.
  sv | royalty | Låntagaren betalar [royalty], och [royaltyn] höjs; summan av alla [royalties] är hemlig.
  sv | outsourcing | [Outsourcingen] av lönerna blev dyr, som all [outsourcing].
  sv | förvärv | [Förvärvet] skedde i går. Verket förvärvade bolaget, och [förvärven] fortsätter.
  sv | samverkan | [Samverkan] lönar sig, säger de som samverkar, och [samverkans] former är många.
  sv | samarbete | [Samarbetena] är fler än i fjol, men [samarbetet] med skolan är äldst.
  sv | tillväxt | [Tillväxten] i regionen är god. Tillväxtverket är en myndighet.
  sv | öppen innovation | Den [öppna innovationens] förespråkare talar om [öppen innovation] som en rörelse.
  sv | lärande organisation | Hur blir man en [lärande organisation]? [Lärande organisationer] frågar.
  sv | värdekedja | [Värdekedjorna] är globala; en [värdekedjas] längd varierar.
  sv | framgångsfaktor | Fyra [framgångsfaktorer] nämns, och varje [framgångsfaktors] vikt anges.
  sv | fördel | [Fördelarna] är tydliga. Staten fördelar medlen. Det finns många [fördelar] med det.
  sv | kluster | Läs mer på www.kluster.se, på https://exempel.se/kluster eller skriv till kluster@exempel.se.
  sv | kluster | Boken ”Kluster i kris” beskriver ett [kluster].
  sv | kluster | Så kallade ”[kluster]” finns överallt.
  sv | kluster | Hon frågade: ”[Klustret] då?”
  sv | kluster | Kluster Skaraborg är ett projekt.
  sv | kluster | [Klustret] Skaraborg är ett [kluster].
  sv | kluster | Tre former: [Kluster], nav och park.
  sv | kluster | 1. [Kluster] är samlingar av företag.
  sv | triple helix; helix | Modellen [triple helix=triple helix] har tre delar; en [helix=helix] är en spiral.
  sv | nav; navet | Varje hjul har ett [nav=nav].
  sv | rättighet | [Rättigheterna] överläts. Upphovsrätten är en annan sak.
  sv | bank | [Bankerna] lånar ut. Livsmedelsbanken gör det inte, men [bankens] kunder klagar.
  sv | part | Båda [parter] skrev under; [parternas] ombud var där. Partiet deltog inte.
  sv | kompetens | [Kompetenserna] skiljer sig, och [kompetensen] hos en kompetent chef är viktig.
  sv | organisk tillväxt | Genom [organisk tillväxt] växer man långsamt; den [organiska tillväxten] räcker sällan.
  sv | vinst | [Vinsterna] delas lika. Laget vinner och vann; [vinstens] storlek är okänd.
  sv | hub | En [hubs] läge avgör.
  sv | crowdfunding | [Crowdfunding] ersätter inte riskkapital.
  sv | spin-off | En [spin-off] från högskolan växer; en [spin-off]-firma till bildas.
  sv | leverantör | [Leverantörernas] villkor är hårda, underleverantörernas hårdare.
  sv | högskola | [Högskolorna] och [högskolans] partner möts på Högskolan i Skövde.
  sv | IT-kluster | Sveriges [it-kluster] ligger i Kista, liksom [IT-klustrets] kansli.
  sv | joint venture | De bildade ett [Joint Venture], men firman Joint Venture AB är ny.
  sv | kluster | Tre former:
  - Nav
  - [Kluster] i norr
  # [Kluster] i syd
  sv | bonus | Alla [bonusar] betalas ut med [bonusens] ränta.
  sv | strategisk allians; allians | Både [strategiska=strategisk allians] och operativa [allianser=allians] prövas.
  sv | strategisk allians; operativ allians | [Strategiska=strategisk allians] och [operativa allianser=operativ allians] är två slag.
  sv | strategisk allians | Regionala, [strategiska] eller operativa allianser förekommer.
  sv | strategisk allians | En [strategisk], långsiktig och lokal allians bildas.
  sv | strategisk allians | Planen är strategisk och allianser är lokala. Strategiska och dyra köp av allianser görs.
  sv | skola; kluster | [Skol=skola]- och universitetssamarbete ökar; en skol i samma ord är fel, och en [skola=skola] rätt.
  sv | gata | [Gatu]- och parkförvaltningen svarar för [gatorna], men ingen gatu finns.
  sv | kyrka | Både [kyrko]- och stadsbygge pågick.
  nb | strategisk allianse; allianse | Både [strategiske=strategisk allianse] og operative [allianser=allianse] prøves.
  nb | formelt samarbeid | [Formelt] og uformelt samarbeid forekommer; det [formelle] eller uformelle samarbeidet teller.
  nb | bedrift | [Bedrifts]- og foreningslivet møtes, og [bedriftens] folk er der.
  nb | klynge | [Klynga] vokser, [klyngene] flytter, og [klyngenes] navn består.
  nb | klynge | Næringsklyngen og klyngearbeidet er noe annet enn [klyngen].
  nb | klynge | Barna klynger seg til mor og vil klynge seg fast, men [klyngens] leder smiler.
  nb | klynge; nettverk | [Klynge=klynge]- og nettverkspolitikk utformes sammen.
  nb | klynge | NCE-[klynger] og Arena-[klynger] får støtte.
  nb | nettverk | [Nettverka] og [nettverkene] er de samme, men å nettverke er et arbeid.
  nb | allianse | Partiene i Alliansen gikk hver til sitt.
  nb | allianse | [Alliansens] dager er talte. De allierte lo.
  nb | strategisk allianse; allianse | Den [strategiske alliansen=strategisk allianse] ble avløst av en løs [allianse=allianse].
  nb | strategisk allianse | Selskapets [strategiske allianse] og deres [strategiske alliansers] verdi.
  nb | avtale | Partene avtaler pris, men [avtalen] er ikke undertegnet. Flere [avtaler] følger.
  nb | avtale | De kan avtale et møte og glemme å avtale tid; en [avtale] må til. [Avtaler] skal holdes.
  nb | avtale | [Avtala] gjelder i fem år, og [avtalas] innhold er kjent.
  nb | samarbeid | [Samarbeidet] er godt, for de samarbeider ofte. [Samarbeida] varer.
  nb | leder | Hun leder laget som ny [leder]. [Lederne] møtes, og [lederens] ord veier.
  nb | eier | Staten eier bygget. [Eierne] vil selge, og en [eier] nøler.
  nb | lisens | [Lisensen] gjelder; [lisensenes] pris er fast. Lisensgiveren tjener på lisensiering.
  nb | konsortium | [Konsortiene] og [konsortiet] leverte anbud, og andre [konsortier] klaget.
  nb | senter | [Senteret] er åpent. Flere [sentre] planlegges, og [sentrene] skal samarbeide.
  nb | joint venture | [Joint venturet] eies likt; [joint ventures] er vanlige.
  nb | fusjon | [Fusjonene] fortsetter etter at bankene fusjonerte og vil fusjonere igjen.
  nb | oppkjøp | [Oppkjøpet] ble dyrt. [Oppkjøpene] finansieres med lån, og [oppkjøpets] risiko er stor.
  nb | partner | [Partnerens] penger og [partnernes] tid er knapp. Partnerskapet består.
  nb | forretningsengel | En [forretningsengel] investerer; [forretningsenglene] er få.
  nb | drivkraft | Viktige [drivkrefter] er pris og tid; den sterkeste [drivkraften] er håp.
  nb | tillitsmann | [Tillitsmennene] møtes, og en [tillitsmanns] rolle er viktig.
  nb | verdikjede | [Verdikjeda] er lang og [verdikjedenes] ledd er mange.
  nb | kjede | [Kjeden] har ti butikker. Elevene kjeder seg, og de kjedet seg i går også.
  nb | støtte | De støtter forslaget. [Støtten] er bred, og de fikk [støtte] fra alle.
  nb | offentlig-privat samarbeid | [Offentlig-privat samarbeid] gir mer; det [offentlig-private samarbeidet] utvides.
  nb | åpen innovasjon | Om [åpen innovasjon] og den [åpne innovasjonens] pris.
  nb | felles foretak | Et [felles foretak] dannes, og det [felles foretaket] ansetter.
  nb | SMB | [SMB-ene] og [SMB-er] flest er små; en [SMB] har under hundre ansatte.
  nb | EØS | I [EØS] gjelder [EØS]-avtalen.
  nb | inkubator | [Inkubatorens] lokaler er trange. Inkubasjonstid er noe annet. [Inkubatorene] er fem.
  nb | bedrift | [Bedrifta] vokser; [bedriftenes] råd er å vente. Storbedriften venter.
  nb | næring | [Næringene] er mange og [næringa] i nord er fisk.
  nb | medlem | [Medlemmene] stemmer; et nytt [medlem] og to gamle [medlemmer] møter. [Medlemmets] stemme teller.
  nb | program | [Programmet] lyses ut; [programmene] er tre. Programleder søkes.
  nb | nettverk | Se nettverk.no eller post@nettverk.no for mer om [nettverk].
  nb | klynge | Boka «Klynge i vekst» handler om en [klynge].
  nb | klynge | Klynge Vest er et navn. [Klyngen] Vest er stor.
  nb | klynge | Han spurte: «[Klyngen] da?»
  nb | egenskap | [Egenskapene] teller, ikke eierskapet. En [egenskaps] verdi varierer.
  nb | franchisetaker | [Franchisetakerne] betaler; [franchisetakerens] gebyr er fast.
  nb | idé | En god [idé] er nok; [ideen] og [ideene] kom sent.
  nb | risiko | [Risikoen] deles; [risikoer] kan forsikres.
  nb | makt | [Makta] rår, [makten] også. De maktet det ikke.
  nb | virksomhet | [Virksomheter] med flere [virksomhetene] rundt seg vokser.
  nb | små og mellomstore bedrifter | [Små og mellomstore bedrifter] får hjelp, ofte av store.
  nb | gjensidig avhengighet | Den [gjensidige avhengigheten] øker når [gjensidig avhengighet] er målet.
  """
