import Testing

@testable import Extraction

/// Points are told as main clauses: subject first, each with a verb of its own, without what only tells
/// how.
@Suite struct ClauseOrderTests {
  static let readings = [
    Reading(
      "the second of two clauses that share a verb has it too", "sv",
      "## Fördelar\n\nPersonalen blir tryggare, och olyckorna färre.\n",
      ["benefit: personalen blir tryggare", "benefit: olyckorna blir färre"]),
    Reading(
      "the same in Norwegian", "nb",
      "## Fordeler\n\nHusene blir varmere og strømregningen lavere.\n",
      ["benefit: husene blir varmere", "benefit: strømregningen blir lavere"]),
    Reading(
      "a reason without a comma", "sv",
      "## Fördelar\n\nEftersom alla ser samma siffror minskar antalet konflikter.\n",
      ["benefit: antalet konflikter minskar"]),
    Reading(
      "a reason that begins as an adverb of time does", "nb",
      "## Fordeler\n\nSiden alle ser de samme tallene, minker antallet konflikter.\n",
      ["benefit: antallet konflikter minker"]),
    Reading(
      "an adverb of time that begins as a reason does", "nb",
      "## Fordeler\n\nKøene krymper. Siden slipper alle å vente på tur.\n",
      ["benefit: køene krymper", "benefit: alle slipper å vente på tur"]),
    Reading(
      "each step of a sentence that begins with a phrase of time", "sv",
      "## Arbetsgång\n\nFörst väljer du en uppgift. Efter det genomför du passen, och till sist sorterar du fynden.\n",
      ["step: väljer en uppgift", "step: genomför passen", "step: sorterar fynden"]),
    Reading(
      "each clause after one of time", "nb",
      "## Arbeidsgang\n\nFørst bores hullene. Når slangene er fylt, monteres pumpen, og anlegget prøves.\n",
      ["step: hullene bores", "step: pumpen monteres", "step: anlegget prøves"]),
    Reading(
      "what only adds to a piece of advice", "sv",
      "## Råd\n\nBörja smått, gärna med ett trettiotal artiklar.\n",
      ["success-factor: börja smått"]),
    Reading(
      "the same of advice in Norwegian", "nb",
      "## Råd\n\nBegynn smått, gjerne med noen få artikler.\n",
      ["success-factor: begynn smått"]),
    Reading(
      "what follows a semicolon is told of the clause before", "sv",
      "## Framgångsfaktorer\n\nAvgörande är att urvalet är slumpmässigt; den som fuskar lurar sig själv.\n",
      ["success-factor: urvalet är slumpmässigt"]),
    Reading(
      "the same of a semicolon in Norwegian", "nb",
      "## Suksessfaktorer\n\nAvgjørende er at utvalget er tilfeldig; den som jukser, lurer seg selv.\n",
      ["success-factor: utvalget er tilfeldig"]),
    Reading(
      "a condition told by word order before a modal verb", "sv",
      "## Nackdelar\n\nFaller en part ifrån mitt i projektet kan bidraget sättas ned.\n",
      ["drawback: bidraget kan sättas ned"]),
    Reading(
      "an adverb that only adds a point is left out at the end too", "nb",
      "## Fordeler\n\nPårørende avlastes også. Svinnet synker dessuten.\n",
      ["benefit: pårørende avlastes", "benefit: svinnet synker"]),
    Reading(
      "what is denied stays so", "sv",
      "## Nackdelar\n\nInte heller går det att backa efteråt.\n",
      ["drawback: det går inte att backa efteråt"]),
    Reading(
      "what is denied stays so in Norwegian", "nb",
      "## Ulemper\n\nHeller ikke kan du angre etterpå.\n",
      ["drawback: du kan ikke angre etterpå"]),
    Reading(
      "how it comes about without anybody's doing", "sv",
      "## Fördelar\n\nOrdförrådet växer nästan utan att man märker det.\n",
      ["benefit: ordförrådet växer"]),
    Reading(
      "what one can do without", "sv",
      "## Fördelar\n\nBolaget kan växa utan att anställa fler.\n",
      ["benefit: växa utan att anställa fler"]),
    Reading(
      "`ikke så få` begins a clause of its own", "nb",
      "## Fordeler\n\nBarna sover bedre, og ikke så få har sluttet å hoste.\n",
      ["benefit: barna sover bedre", "benefit: ikke så få har sluttet å hoste"]),
    Reading(
      "a verb of tense stands with its participle", "sv",
      "## Fördelar\n\nEn enkät i våras tyder på att trivseln har ökat.\n",
      ["benefit: trivseln har ökat"]),
  ]

  @Test(arguments: readings)
  func straightened(_ reading: Reading) throws { try reading.check() }
}
