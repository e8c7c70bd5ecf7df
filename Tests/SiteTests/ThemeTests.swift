import Foundation
import Testing

@testable import Site

@Suite("Theme") struct ThemeTests {
  private func fault(_ path: String, _ text: String) -> String? {
    do {
      _ = try Theme.load(overrides: [(path, Array(text.utf8))])
      return nil
    } catch {
      return error.description
    }
  }

  @Test("a style sheet goes out without indentation and comments of their own")
  func leanStyle() {
    let style = "/* Frame */\n\n:root {\n  --gap: 1rem; /* here */\n\ta: b;\n}\n"
    #expect(
      String(decoding: StyleSheet.lean(Array(style.utf8)), as: UTF8.self)
        == ":root{--gap: 1rem;/* here */\na: b;}")
    let careful = "p::before { content: \" ; \\\" } \" }\n@media print { a b { c: ' { ' ; } }"
    #expect(
      String(decoding: StyleSheet.lean(Array(careful.utf8)), as: UTF8.self)
        == "p::before{content: \" ; \\\" } \"}@media print{a b{c: ' { ';}}")
  }

  @Test("the templates in the binary are without faults") func loadsDefaults() throws {
    let theme = try Theme.load()
    #expect(
      theme.assets.map(\.path) == [
        "assets/icon.svg", "assets/search.js", "assets/site.js", "assets/style.css",
      ])
  }

  @Test("a misspelt variable is named with its template and line, and the nearest known one")
  func namesVariable() {
    #expect(
      fault("concept.mustache", "<h1>{{term}}</h1>\n<p>\n{{{definitoin}}}</p>")
        == "templates/concept.mustache:3: there is no variable 'definitoin' here; did you mean 'definition'?"
    )
  }

  @Test("a variable of another page is none here") func keepsPagesApart() {
    #expect(
      fault("about.mustache", "{{#letters}}x{{/letters}}")
        == "templates/about.mustache:1: there is no variable 'letters' here")
  }

  @Test("interface strings and partials are held to what there is") func namesOthers() {
    #expect(
      fault("home.mustache", "\n{{t.serach}}")
        == "templates/home.mustache:2: there is no interface string 'serach'; did you mean 'search'?"
    )
    #expect(
      fault("home.mustache", "{{> fotter}}")
        == "templates/home.mustache:1: there is no template 'fotter'")
    #expect(fault("foot.mustache", "{{site_title}}") == nil)
  }

  @Test("what templates cannot do is said") func refusesOthers() {
    #expect(
      fault("home.mustache", "{{=<% %>=}}")
        == "templates/home.mustache:1: '<% %>=': delimiters and content types cannot be set here")
    #expect(
      fault("home.mustache", "{{uppercased(title)}}")
        == "templates/home.mustache:1: 'uppercased(title)': transforms are not supported")
    #expect(
      fault("home.mustache", "a\n{{#title}}x")?.hasPrefix("templates/home.mustache:2:") == true)
  }

  @Test("a template that is not UTF-8 is an error, not a crash") func refusesBytes() {
    #expect(throws: ThemeError.self) {
      try Theme.load(overrides: [("home.mustache", [0xFF, 0xFE])])
    }
  }

  @Test("an asset of one's own takes the place of the built-in one or stands beside it")
  func overridesAssets() throws {
    let theme = try Theme.load(overrides: [
      ("assets/style.css", Array("body{}".utf8)), ("assets/logo.svg", Array("<svg/>".utf8)),
    ])
    #expect(
      theme.assets.map(\.path) == [
        "assets/icon.svg", "assets/logo.svg", "assets/search.js", "assets/site.js",
        "assets/style.css",
      ])
    #expect(theme.assets.last?.bytes == Array("body{}".utf8))
  }

  @Test("values are escaped however a template prints them") func escapesValues() throws {
    let theme = try Theme.load(overrides: [
      ("about.mustache", Array("{{heading}}|{{{heading}}}|{{&heading}}|{{t.index}}".utf8))
    ])
    var boats = try Fixture.boats()
    boats.configuration.titles["sv"] = "<b>"
    let plan = try boats.plan(theme: theme)
    var values = PageValues(plan.context.editions[0].language)
    values["heading"] = HTML(text: "\"\u{301}<i>")
    let once = "&quot;\u{301}&lt;i&gt;"
    #expect(
      String(decoding: theme.render("about", values), as: UTF8.self)
        == "\(once)|\(once)|\(once)|Begrepp A–Ö")
  }

  @Test("pages of one look differ in their values, and in what asks for them")
  func asksForValues() throws {
    let template =
      "{{#lead}}<p>{{lead}}|{{{.}}}</p>{{/lead}}{{^lead}}-{{/lead}}{{t.index}} {{heading}}"
    let theme = try Theme.load(overrides: [("home.mustache", Array(template.utf8))])
    let languages = try Fixture.boats().plan(theme: theme).context.editions.map(\.language)
    func page(_ language: Int, _ lead: HTML, _ heading: HTML) -> String {
      var values = PageValues(languages[language])
      values["lead"] = lead
      values["heading"] = heading
      return String(decoding: theme.render("home", values), as: UTF8.self)
    }
    #expect(page(0, "a\n", "b\n") == "<p>a\n|a\n</p>Begrepp A–Ö b\n")
    #expect(page(0, "lead", "t.index") == "<p>lead|lead</p>Begrepp A–Ö t.index")
    #expect(page(0, "", "c") == "-Begrepp A–Ö c")
    #expect(page(1, "", "c") == "-Begreper A–Å c")
  }

  @Test("a partial is indented below a value that ends its line, and only there")
  func indentsPartials() throws {
    let theme = try Theme.load(overrides: [
      ("home.mustache", Array("  {{>row}}\n".utf8)),
      ("row.mustache", Array("<p>{{{heading}}}{{#lead}}x{{/lead}}</p>\n".utf8)),
    ])
    let language = try Fixture.boats().plan(theme: theme).context.editions[0].language
    func page(_ heading: HTML) -> String {
      var values = PageValues(language)
      values["heading"] = heading
      values["lead"] = "y"
      return String(decoding: theme.render("home", values), as: UTF8.self)
    }
    #expect(page("a") == "  <p>ax</p>\n")
    #expect(page("a\n") == "  <p>a\n  x</p>\n")
  }

  @Test("a template with a NUL is refused, by its line") func refusesNUL() {
    #expect(throws: ThemeError.self) {
      try Theme.load(overrides: [("home.mustache", Array("a\n\u{0}".utf8))])
    }
  }

  @Test("every variable stands in the documentation") func documentsVariables() throws {
    let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/templates.md")
    let text = try String(contentsOf: docs, encoding: .utf8)
    let names = TemplateVariables.pages.values.reduce(TemplateVariables.common) { $0.union($1) }
    #expect(names.filter { !text.contains("`\($0)`") }.sorted() == [])
    #expect(TemplateVariables.pages.keys.filter { !text.contains("`\($0).mustache`") } == [])
  }
}
