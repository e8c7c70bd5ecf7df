/// The knowledge base that `begrepp new site` writes: small, in both languages, and whole.
enum StarterSite {
  /// Paths below the new folder, with their text.
  static let files: [(path: String, text: String)] = [
    (
      ".gitignore",
      """
      .begrepp/
      public/

      """
    ),
    (
      "content/site.yml",
      """
      # What the glossary is called, and the languages it is in, the main one first.
      title:
        sv: Min ordlista
        nb: Min ordliste
      languages: [sv, nb]
      # Where the site will lie; needed for feeds, the site map and the links of 404.html.
      # baseURL: https://example.org/

      """
    ),
    (
      "content/concepts.yml",
      """
      # What the editors decide: which concepts of two languages are one, synonyms, relations.
      # What stands here wins over what is found in the articles.
      - id: association
        sv: {term: ideell förening}
        nb: {term: frivillig forening}

      """
    ),
    ("content/sv/ideell-forening.md", swedishAssociation),
    ("content/nb/frivillig-forening.md", norwegianAssociation),
    ("content/sv/arsmote.md", swedishMeeting),
    ("content/nb/arsmote.md", norwegianMeeting),
  ]

  private static let swedishAssociation = """
    # Ideell förening

    En ideell förening är en sammanslutning av personer som arbetar för ett gemensamt ändamål \
    utan att dela ut vinst. Den är en egen juridisk person så snart den har stadgar och en \
    styrelse.

    ## Fördelar

    - **Eget ansvar.** Medlemmarna svarar inte för föreningens skulder.
    - **Enkel start.** Det räcker att några personer antar stadgar.
    - **Bredd.** Vem som helst som delar ändamålet kan bli medlem.

    ## Så bildas en förening

    1. Skriv ett förslag till stadgar.
    2. Kalla till ett bildandemöte.
    3. Välj en styrelse.
    4. Håll ett årsmöte varje år.

    """

  private static let norwegianAssociation = """
    ---
    translationOf: sv/ideell-forening.md
    ---

    # Frivillig forening

    En frivillig forening er en sammenslutning av personer som arbeider for et felles formål \
    uten å dele ut overskudd. Den er et eget rettssubjekt så snart den har vedtekter og et styre.

    ## Fordeler

    - **Eget ansvar.** Medlemmene svarer ikke for foreningens gjeld.
    - **Enkel start.** Det er nok at noen personer vedtar vedtekter.
    - **Bredde.** Alle som deler formålet, kan bli medlemmer.

    ## Slik stiftes en forening

    1. Skriv et forslag til vedtekter.
    2. Kall inn til et stiftelsesmøte.
    3. Velg et styre.
    4. Hold årsmøte hvert år.

    """

  private static let swedishMeeting = """
    # Årsmöte

    Ett årsmöte är ett möte där medlemmarna i en ideell förening en gång om året prövar vad \
    styrelsen har gjort.

    ## Vad årsmötet gör

    Årsmötet väljer styrelse och revisor, fastställer årsavgiften och beviljar styrelsen ansvarsfrihet.

    ## Risker

    - Kallelsen går ut för sent.
    - För få medlemmar kommer.

    """

  private static let norwegianMeeting = """
    ---
    translationOf: sv/arsmote.md
    ---

    # Årsmøte

    Et årsmøte er et møte der medlemmene i en frivillig forening én gang i året tar stilling til \
    hva styret har gjort.

    ## Hva årsmøtet gjør

    Årsmøtet velger styre og revisor, fastsetter kontingenten og godkjenner regnskapet.

    ## Risikoer

    - Innkallingen sendes for sent.
    - For få medlemmer møter.

    """
}
