import Articles
import Diagnostics
import Knowledge
import Language
import Testing

@testable import Site

@Suite("Hostile content") struct HostileTests {
  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)",
    "\"\u{301} onmouseover=\"x", "</title><script>x</script>", "</script><script>x</script>",
    "-->", "<svg onload=x>", "{{title}}{{{head}}}", "javascript:alert(1)", "\u{202E}\u{0}\u{7}",
    "<!--", "&#x3C;script&#x3E;", "<\u{338}script>",
  ]

  private func fixture() throws -> Fixture {
    let all = Self.attacks.joined(separator: " ")
    var evil = Fixture()
    evil.configuration.titles = ["sv": all, "nb": all]
    evil.configuration.descriptions = ["sv": all, "nb": all]
    evil.configuration.baseURL = "https://exempel.se/"
    evil.configuration.publisher = .init(name: all, uri: "javascript:alert(1)", email: "a\"b@c")
    let article = try evil.article(
      "sv/ond.md", "sv",
      """
      # Ond <script>alert(1)</script>

      Text <img src=x onerror=alert(1)> och [länk](javascript:alert(1)) och
      [länk](JaVa&#10;script:alert(1)) ![bild](https://annan.se/spion.png) ![b](data:text/html,x)
      <javascript:alert(1)> <https://exempel.se/"onclick=x>

      <script>alert(1)</script>

      <div onclick="x">block</div>

      `</code><script>x</script>`
      """, section: "<b>\"a\"</b>/../x")
    evil.articles[article].title = all
    for (number, attack) in Self.attacks.enumerated() {
      evil.concept("sv/\(number)", ["sv": attack]) {
        $0.slugs["sv"] = "s\(number)"
        $0.designations["sv"]?.admitted = [attack]
        $0.designations["sv"]?.deprecated = [attack]
        $0.definitions = [
          Definition(language: "sv", text: attack, origin: .entry, citation: nil)
        ]
        $0.related = [ConceptID("sv/0"), ConceptID(attack)]
      }
      for facet in Facet.allCases where facet != .definition {
        evil.statement(facet, "sv/\(number)", attack, in: article) {
          $0.anchor = "\(facet.rawValue)-\(number)"
          $0.explanation = attack
          $0.poles = [attack, attack]
        }
      }
    }
    return evil
  }

  @Test("no content becomes an element, an attribute or an unsafe address") func staysText() throws
  {
    let site = try fixture().site()
    let known: Set<String> = [
      "html", "head", "meta", "title", "link", "script", "body", "a", "header", "div", "nav", "ul",
      "li", "span", "small", "form", "label", "input", "button", "main", "article", "section", "h1",
      "h2", "h3", "p", "ol", "dl", "dt", "dd", "s", "footer", "aside", "svg", "line", "circle",
      "figure", "rect", "path", "text", "strong", "mark", "noscript", "code", "time",
    ]
    for (path, page) in site where path.hasSuffix(".html") {
      for tag in PageScanner.tags(page) {
        #expect(known.contains(tag.name), "\(path): <\(tag.name)>")
        if tag.name == "script" {
          #expect(
            tag["src"]?.hasSuffix("assets/site.js") == true || tag["type"] == "application/ld+json")
        }
        for attribute in tag.attributes {
          #expect(!attribute.name.hasPrefix("on") && attribute.name != "style", "\(path): \(tag)")
          if ["href", "src", "action"].contains(attribute.name) {
            #expect(
              Escape.safeURL(attribute.value) == attribute.value, "\(path): \(attribute.value)")
          }
          if attribute.name == "src" { #expect(!attribute.value.contains("://")) }
        }
      }
    }
  }

  @Test("files for machines stay well-formed") func staysWellFormed() throws {
    let site = try fixture().site()
    let files = site.filter { $0.key.hasPrefix("assets/search-sv/") }
    #expect(files.count > 3)
    for (path, data) in files {
      #expect(data.hasPrefix("begreppSearch(") && data.hasSuffix(");\n"), "\(path)")
      #expect(!data.contains("<") && !data.contains("\u{2028}"), "\(path)")
    }
    let feed = try #require(site["sv/atom.xml"])
    #expect(!feed.contains("<script"))
  }

  @Test("no page lies outside the site") func staysInside() throws {
    for page in try fixture().plan().pages {
      #expect(!page.path.split(separator: "/").contains { $0.hasPrefix(".") }, "\(page.path)")
      #expect(!page.path.hasPrefix("/"))
    }
  }

  @Test(
    "drawings that could run something are refused",
    arguments: [
      "<svg><script>x</script></svg>", "<svg><x:script/></svg>", "<svg onload=\"x\">",
      "<svg\nONLOAD = 'x'>", "<svg><a href=\"javascript:x\"/></svg>",
      "<svg><image href='https://annan.se/x.png'/></svg>", "<svg><foreignObject/></svg>",
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
      "<svg><rect fill=\"url(https://annan.se/x)\"/></svg>",
      "<svg><style>@import 'x'</style></svg>", "<svg><a href=\"&#106;avascript:x\"/></svg>",
      "<svg><rect/onclick=x></svg>", "s\u{0}v\u{0}g\u{0}",
    ])
  func refusesDrawing(_ drawing: String) { #expect(!isSafeImage(Array(drawing.utf8))) }

  @Test("plain drawings are let through") func allowsDrawing() {
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><path id="p" d="M0 0"/></defs>
      <use href="#p"/><rect fill="url(#p)" width="9"/><text>Stil: on = på</text></svg>
      """
    #expect(!isSafeImage(Array(drawing.utf8)))
    let plain = String(drawing.split(separator: "on = på").joined())
    #expect(isSafeImage(Array(plain.utf8)))
  }
}
