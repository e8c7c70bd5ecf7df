import Articles
import Diagnostics
import Knowledge
import Language
import Testing

@testable import Site

@Suite("Site") struct SiteTests {
  @Test("both packs have every interface string") func hasAllPhrases() throws {
    for code in ["sv", "nb"] as [LanguageCode] {
      let strings = try #require(Fixture.catalog[code]).interface
      #expect(Phrase.allCases.map(\.rawValue).filter { !strings.contains($0) } == [])
      #expect(Wording(strings).name(of: "sv") != nil && Wording(strings).name(of: "nb") != nil)
    }
  }

  @Test("dates are written as each language writes them") func writesDates() throws {
    let words = try ["sv", "nb"].map { code in
      Wording(try #require(Fixture.catalog[LanguageCode(code)]).interface)
    }
    #expect(words.map { $0.date("2026-05-03") } == ["3 maj 2026", "3. mai 2026"])
    #expect(words[0].date("i våras") == "i våras")
    #expect(words[0].date("2026-13-01") == "2026-13-01")
    #expect(words.map { $0(.readingTime, count: 1) } == ["1 minuts läsning", "1 minutts lesing"])
    #expect(
      words.map { $0(.readingTime, count: 4) } == ["4 minuters läsning", "4 minutters lesing"])
  }

  @Test("pages lie where the packs say") func plansPages() throws {
    let plan = try Fixture.boats().plan()
    #expect(
      plan.pages.map(\.path).filter { !$0.hasPrefix("assets/search-") }.sorted() == [
        "404.html", "assets/icon.svg", "assets/search.js", "assets/site.js", "assets/style.css",
        "batar/index.html", "data/glossary.csv", "data/glossary.json", "index.html", "nb/404.html",
        "nb/artikler.html", "nb/artikler/seilbat.html", "nb/atom.xml", "nb/begreper/apen-bat.html",
        "nb/begreper/katamaran.html", "nb/begreper/seilbat.html", "nb/definisjoner.html",
        "nb/hele-ordlisten.html", "nb/index.html", "nb/om.html", "nb/register.html", "nb/sok.html",
        "robots.txt",
        "sitemap.xml", "sv/artiklar.html", "sv/artiklar/riggar/index.html",
        "sv/artiklar/riggar/katamaran.html", "sv/artiklar/segelbat.html", "sv/atom.xml",
        "sv/att-ta-med-sig.html", "sv/begrepp/angbat.html", "sv/begrepp/katamaran.html",
        "sv/begrepp/kol.html", "sv/begrepp/overbyggnad.html", "sv/begrepp/segelbat.html",
        "sv/begrepp/skrov.html", "sv/definitioner.html", "sv/dimensioner.html", "sv/exempel.html",
        "sv/fordelar.html", "sv/framgangsfaktorer.html", "sv/gamla-baten.html",
        "sv/hela-ordlistan.html", "sv/index.html", "sv/karta.html",
        "sv/nackdelar-och-risker.html", "sv/nivaer.html", "sv/om.html", "sv/register.html",
        "sv/sok.html", "sv/steg-for-steg.html", "sv/typer.html",
      ])
    #expect(
      plan.copies == [
        ContentCopy(from: "sv/bilder/kol.png", to: "sv/bilder/kol.png"),
        ContentCopy(from: "sv/bilder/skiss.svg", to: "sv/bilder/skiss.svg"),
      ])
  }

  @Test("every link and anchor of every page leads somewhere") func resolvesLinks() throws {
    let boats = try Fixture.boats()
    let site = try boats.site()
    let copies = Set(try boats.plan().copies.map(\.to))
    var anchors: [String: Set<String>] = [:]
    for (path, page) in site where path.hasSuffix(".html") {
      let ids = PageScanner.tags(page).compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "an id stands twice on \(path): \(ids)")
      anchors[path] = Set(ids)
    }
    var count = 0
    for (path, page) in site where path.hasSuffix(".html") {
      for tag in PageScanner.tags(page) where tag["rel"] != "canonical" {
        for address in [tag["href"], tag["src"], tag["action"], tag["data-index"]] {
          guard let address, let target = resolve(address, from: path) else { continue }
          count += 1
          let exists = site[target.path] != nil || copies.contains(target.path)
          #expect(exists, "\(path): \(address)")
          if let fragment = target.fragment {
            #expect(anchors[target.path]?.contains(fragment) == true, "\(path): \(address)")
          }
        }
        if let gloss = tag["data-gloss"] {
          #expect(anchors[path]?.contains(gloss) == true, "\(path): \(gloss)")
        }
      }
    }
    #expect(count > 500)
  }

  @Test(
    "the page for what is not there leads right from any depth where the site's address is known")
  func leadsFromAnyDepth() throws {
    var boats = try Fixture.boats()
    func references(_ path: String) throws -> [String] {
      PageScanner.tags(try #require(try boats.site()[path])).flatMap { tag in
        ["href", "src", "action", "data-index", "data-root"].compactMap { tag[$0] }
      }
    }
    for path in ["404.html", "nb/404.html"] {
      let found = try references(path)
      #expect(found.allSatisfy { $0.hasPrefix("/ord/") || $0 == "#page-main" }, "\(found)")
      #expect(found.contains("/ord/assets/style.css") && found.contains("/ord/"))
    }
    let page = try #require(try boats.site()["404.html"])
    #expect(page.contains("<section lang=\"nb\"><h2>Siden finnes ikke</h2>"))
    #expect(!page.contains("canonical") && !page.contains("og:url"))
    boats.configuration.baseURL = nil
    #expect(try references("nb/404.html").contains("../assets/style.css"))
  }

  @Test("the same base gives the same bytes, whatever the order of rendering")
  func isDeterministic()
    throws
  {
    let first = try Fixture.boats().site()
    let plan = try Fixture.boats().plan()
    for page in plan.pages.reversed() {
      #expect(String(decoding: render(page, in: plan), as: UTF8.self) == first[page.path])
    }
  }

  @Test("the index is in the order of the alphabet, with other names led to their terms")
  func ordersIndex() throws {
    let plan = try Fixture.boats().plan()
    let swedish = plan.context.editions[0]
    #expect(
      swedish.entries.map(\.text) == [
        "katamaran", "köl", "segelbåt", "segelskuta", "seglare", "skrov", "ångbåt", "överbyggnad",
      ])
    #expect(swedish.letters.map(\.letter) == ["K", "S", "Å", "Ö"])
    #expect(plan.context.editions[1].letters.map(\.letter) == ["K", "S", "Å"])
    let index = try #require(try Fixture.boats().site()["sv/register.html"])
    #expect(
      index.contains(
        "<li class=\"other\"><span>segelskuta</span> <span class=\"see\">se</span> <a href=\"begrepp/segelbat.html\">segelbåt</a></li>"
      ))
  }

  @Test("a long index and a long facet are split") func splitsLists() throws {
    var many = Fixture()
    let article = try many.article("sv/a.md", "sv", "# Båt\n\nEn båt flyter.\n")
    for number in 0..<600 {
      many.concept("sv/\(number)", ["sv": "\(number % 2 == 0 ? "b" : "å")båt \(number)"])
      many.statement(.benefit, "sv/\(number)", "flyter \(number)", in: article)
    }
    let site = try many.site()
    #expect(
      site.keys.filter { $0.hasPrefix("sv/register") }.sorted() == [
        "sv/register.html", "sv/register/1.html", "sv/register/2.html",
      ])
    #expect(
      site.keys.filter { $0.hasPrefix("sv/fordelar") }.sorted() == [
        "sv/fordelar.html", "sv/fordelar/2.html",
      ])
    #expect(
      site["sv/register.html"]?.contains("<li><a href=\"register/2.html\">Å</a></li>") == true)
    #expect(site["sv/register/2.html"]?.contains("ebåt") == false)
    #expect(
      site["sv/fordelar.html"]?.contains(
        "<li>Sida 1 av 2</li><li><a rel=\"next\" href=\"fordelar/2.html\">Nästa</a></li>") == true)
  }

  @Test("places where a concept is used are split over pages of fifty") func splitsUses() throws {
    var many = Fixture(languages: ["sv"])
    let text = (0..<120).map { "Mening \($0) om jollen här." }.joined(separator: "\n\n")
    try many.article("sv/a.md", "sv", "# Resa\n\n\(text)\n")
    many.concept("sv/jolle", ["sv": "jolle"])
    many.surfaces = [("sv", "jollen", ConceptID("sv/jolle"))]
    let site = try many.site()
    let pages = site.keys.filter { $0.hasPrefix("sv/begrepp/jolle") }.sorted()
    #expect(
      pages == ["sv/begrepp/jolle.html", "sv/begrepp/jolle/2.html", "sv/begrepp/jolle/3.html"])
    #expect(pages.map { (site[$0] ?? "").split(separator: "<mark>").count - 1 } == [50, 50, 20])
    #expect(site[pages[2]]?.contains("href=\"2.html\">Föregående") == true)
    #expect(site[pages[2]]?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
  }

  @Test("an empty base still gives a whole site") func buildsEmpty() throws {
    let site = try Fixture().site()
    #expect(site["sv/register.html"]?.contains("Här finns inget ännu.") == true)
    #expect(site["nb/register.html"]?.contains("Her er det ikke noe ennå.") == true)
    #expect(try Fixture(languages: []).plan().pages.contains { $0.path == "assets/style.css" })
  }
}
