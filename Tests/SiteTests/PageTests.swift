import Articles
import Diagnostics
import Knowledge
import Language
import Testing

@testable import Site

@Suite("Pages") struct PageTests {
  private func page(_ path: String) throws -> String {
    try #require(try Fixture.boats().site()[path])
  }

  /// What stands between two marks, the first of each.
  private func part(_ page: String, from start: String, to end: String) -> String {
    guard let first = page.range(of: start),
      let last = page.range(of: end, after: first.lowerBound)
    else { return "" }
    return String(page[first.lowerBound..<last.upperBound])
  }

  @Test("a concept's page begins with its names and its definition") func startsWithDefinition()
    throws
  {
    let page = try page("sv/begrepp/segelbat.html")
    #expect(
      part(page, from: "<h1>", to: "</header>") == """
        <h1>segelbåt</h1>
        <p class="names"><span>Kallas även</span> seglare</p>
        <p class="names avoid"><span>Undvik</span> <s>segelskuta</s></p>
        <dl class="abroad"><div><dt>På norska (bokmål)</dt><dd><a href="../../nb/begreper/seilbat.html" lang="nb" hreflang="nb">seilbåt</a></dd></div></dl>
        </header>
        """)
    #expect(
      part(page, from: "<section class=\"definition\"", to: "</section>") == """
        <section class="definition" aria-label="Definition"><div class="definition-text"><p>En segelbåt är en båt som drivs framåt av vinden.</p><p class="source">Ur <a href="../artiklar/segelbat.html">Segelbåt</a></p></div></section>
        """)
  }

  @Test("the defining words alone are shown where the sentence is turned") func showsDefiniens()
    throws
  {
    let page = try page("nb/begreper/seilbat.html")
    #expect(
      page.contains(
        "<p>båt som drives fram av vinden</p><p class=\"source\">Ordlistens egen definisjon</p>"))
  }

  @Test("levels are an ordered ladder, linked where they are concepts") func drawsLadder() throws {
    let page = try page("sv/begrepp/segelbat.html")
    let rung = LadderFigure.rung.string
    #expect(
      part(page, from: "<section class=\"facet facet-level\"", to: "</section>") == """
        <section class="facet facet-level" aria-labelledby="facet-level"><h2 id="facet-level"><a href="../nivaer.html">Nivåer</a></h2>
        <ol class="levels"><li id="level-jolle">\(rung)<div><p class="label">jolle</p></div></li>
        <li id="level-katamaran">\(rung)<div><p class="label"><a class="term" href="katamaran.html" data-gloss="gloss-katamaran">katamaran</a></p><p>Två skrov ger fart.</p></div></li>
        </ol>
        </section>
        """)
  }

  @Test("two dimensions are a figure with its text beside it") func drawsAxes() throws {
    let page = try page("sv/begrepp/segelbat.html")
    #expect(
      page.contains(
        "role=\"img\" aria-label=\"Två dimensioner av segelbåt som ett rutnät: storlek, från liten till stor; syfte, från nöje till tävling\""
      ))
    #expect(
      page.contains("<p class=\"label\">storlek</p><p class=\"poles\">Från liten till stor</p>"))
  }

  @Test("hostile labels stay text in a figure") func escapesFigure() {
    let statement = Statement(
      anchor: "a", facet: .dimension, language: "sv", concept: ConceptID("x"),
      label: "</text><script>", text: "", poles: ["\"<a", "b&"], citations: [])
    let wording = Fixture.catalog["sv"].map { Wording($0.interface) }
    let svg = wording.map { DimensionFigure.svg([statement, statement], term: "\"><x", $0).string }
    #expect(
      PageScanner.tags(svg ?? "").map(\.name).filter {
        !["figure", "svg", "rect", "path", "text"].contains($0)
      } == [])
    #expect(svg?.contains(">&lt;/text&gt;&lt;script&gt;</text>") == true)
  }

  @Test("benefits and drawbacks stand side by side") func putsSidesTogether() throws {
    let page = try page("sv/begrepp/segelbat.html")
    let sides = part(page, from: "<div class=\"sides\">", to: "</section>\n</div>")
    #expect(sides.contains("facet-benefit") && sides.contains("facet-drawback"))
  }

  @Test("a definition links the concepts that it mentions, but not itself") func linksDefinition()
    throws
  {
    let page = try page("sv/begrepp/katamaran.html")
    #expect(
      page.contains(
        "<p>En katamaran är en <a class=\"term\" href=\"segelbat.html\" data-gloss=\"gloss-segelbat\">segelbåt</a> med två skrov.</p>"
      ))
    #expect(
      page.contains(
        "<div class=\"gloss\" id=\"gloss-segelbat\" popover=\"manual\"><p class=\"gloss-term\"><a href=\"segelbat.html\">segelbåt</a></p><p>En segelbåt är en båt som drivs framåt av vinden.</p></div>"
      ))
  }

  @Test("where a concept is used is shown with the sentence and the mention marked")
  func showsUses() throws {
    let page = try page("sv/begrepp/segelbat.html")
    #expect(
      part(page, from: "<section class=\"uses\"", to: "</section>") == """
        <section class="uses" aria-labelledby="uses"><h2 id="uses">Används på</h2><p class="count">2 ställen</p><div class="use"><h3><a href="../artiklar/riggar/katamaran.html">Flerskrov</a></h3><ul><li>En katamaran är en <mark>segelbåt</mark> med två skrov.</li><li>Den kränger mindre än en vanlig <mark>segelbåt</mark>, och segelbåten får grundare djup.</li></ul></div></section>
        """)
  }

  @Test("an article has its text once, its mentions and links led to pages") func rendersArticle()
    throws
  {
    let page = try page("sv/artiklar/segelbat.html")
    #expect(page.split(separator: "<h1").count == 2)
    #expect(
      page.contains(
        "<p>En segelbåt är en båt som drivs framåt av vinden. <a class=\"term\" href=\"../begrepp/skrov.html\">Skrovet</a> bär riggen"
      ))
    #expect(page.contains("<h2 id=\"fördelar\">Fördelar</h2>\n<ul>\n<li>Tyst gång</li>"))
    #expect(
      page.contains(
        "se <a href=\"../bilder/kol.png\">bilden</a> och <a href=\"riggar/katamaran.html\">flerskroven</a>"
      ))
    #expect(page.contains("<img src=\"../bilder/kol.png\" alt=\"Kölen från sidan\" />"))
    #expect(page.contains("<li class=\"level-2\"><a href=\"#fördelar\">Fördelar</a></li>"))
    #expect(page.contains("<time datetime=\"2026-03-09\">Uppdaterad 9 mars 2026</time>"))
    #expect(
      page.contains(
        "<p>Artikeln finns på norska (bokmål): <a href=\"../../nb/artikler/seilbat.html\" lang=\"nb\" hreflang=\"nb\">Seilbåt</a></p>"
      ))
  }

  @Test("the language switch leads to the translation, or says that there is none")
  func switchesLanguage() throws {
    #expect(
      try page("sv/begrepp/segelbat.html").contains(
        "<li><a href=\"../../nb/begreper/seilbat.html\" lang=\"nb\" hreflang=\"nb\" rel=\"alternate\">norsk bokmål</a></li>"
      ))
    #expect(
      try page("sv/begrepp/katamaran.html").contains(
        "<li class=\"missing\"><a href=\"../../nb/begreper/seilbat.html\" hreflang=\"nb\"><span lang=\"nb\">norsk bokmål</span> <small>ingen översättning</small><span class=\"hidden\">. Finns inte på norska (bokmål). Länken leder till seilbåt.</span></a></li>"
      ))
  }

  @Test("hreflang stands on true translations only, with full addresses") func tellsMachines()
    throws
  {
    let page = try page("sv/begrepp/segelbat.html")
    #expect(
      part(
        page, from: "<link rel=\"alternate\" hreflang",
        to: "x-default\" href=\"https://exempel.se/ord/sv/begrepp/segelbat.html\">") == """
          <link rel="alternate" hreflang="sv" href="https://exempel.se/ord/sv/begrepp/segelbat.html">
          <link rel="alternate" hreflang="nb" href="https://exempel.se/ord/nb/begreper/seilbat.html">
          <link rel="alternate" hreflang="x-default" href="https://exempel.se/ord/sv/begrepp/segelbat.html">
          """)
    #expect(!(try self.page("sv/begrepp/katamaran.html")).contains("rel=\"alternate\" hreflang"))
    #expect(
      page.contains(
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"DefinedTerm\",\"@id\":\"https://exempel.se/ord/sv/begrepp/segelbat.html\",\"url\":\"https://exempel.se/ord/sv/begrepp/segelbat.html\",\"termCode\":\"boat\",\"name\":{\"@language\":\"sv\",\"@value\":\"segelbåt\"}"
      ))
  }

  @Test("the map has a list that says the same") func drawsMap() throws {
    let page = try page("sv/karta.html")
    #expect(
      page.contains(
        "<li><a class=\"term\" href=\"begrepp/kol.html\">köl</a>: <a class=\"term\" href=\"begrepp/skrov.html\">skrov</a></li>"
      ))
    let tags = PageScanner.tags(page)
    #expect(tags.filter { $0.name == "line" }.compactMap { $0["class"] } == ["broader", "related"])
    #expect(tags.filter { $0.name == "rect" }.count == 4)
  }

  @Test("labels on the map do not overlap") func keepsLabelsApart() {
    let nodes = (0..<60).map { MapLayout.Node(width: Double(60 + $0 * 7 % 120), height: 28) }
    let edges = (1..<60).map { ($0, $0 / 3) }
    let layout = MapLayout(nodes, edges: edges)
    for a in layout.nodes.indices {
      for b in layout.nodes.indices where b > a {
        let (one, two) = (layout.nodes[a], layout.nodes[b])
        #expect(
          abs(one.x - two.x) * 2 >= one.width + two.width
            || abs(one.y - two.y) * 2 >= one.height + two.height)
      }
    }
    #expect(MapLayout([], edges: []).nodes.isEmpty)
  }

  @Test("the print edition has every concept with its facts") func printsAll() throws {
    let page = try page("sv/hela-ordlistan.html")
    #expect(page.split(separator: "<section class=\"printed\">").count == 7)
    #expect(page.contains("<p><strong>Nivåer:</strong> jolle; katamaran</p>"))
  }

  @Test("old addresses lead to the new ones") func redirects() throws {
    let site = try Fixture.boats().site()
    #expect(
      site["sv/gamla-baten.html"]?.contains(
        "<meta http-equiv=\"refresh\" content=\"0; url=artiklar/segelbat.html\">") == true)
    #expect(
      site["batar/index.html"]?.contains("<a href=\"../sv/artiklar/segelbat.html\">Segelbåt</a>")
        == true)
    #expect(Planner.path(ofAlias: "../utanfor", in: "sv") == nil)
    #expect(Planner.path(ofAlias: "/a/../../b", in: "sv") == nil)
    #expect(Planner.path(ofAlias: "javascript:x", in: "sv") == nil)
    #expect(Planner.path(ofAlias: "/", in: "sv") == nil)
    #expect(Planner.path(ofAlias: "", in: "sv") == nil)
    #expect(Planner.path(ofAlias: "/x.html#y", in: "sv") == "x.html")
  }

  @Test("the feed lists articles with a date, the newest first") func writesFeed() throws {
    let feed = try page("sv/atom.xml")
    #expect(feed.contains("<updated>2026-03-09T00:00:00Z</updated>"))
    #expect(
      feed.contains(
        "<entry><id>https://exempel.se/ord/sv/artiklar/segelbat.html</id><title>Segelbåt</title>"))
    #expect(!feed.contains("Flerskrov"))
  }
}

extension String {
  fileprivate func range(of text: String, after start: String.Index? = nil) -> Range<String.Index>?
  {
    var at = start ?? startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
