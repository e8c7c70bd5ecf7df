import Diagnostics
import Language
import Testing

@testable import Knowledge

@Suite("site.yml")
struct SiteConfigurationTests {
  private func read(_ yaml: String) -> Diagnosed<SiteConfiguration?> { read(Array(yaml.utf8)) }

  private func read(_ bytes: [UInt8]) -> Diagnosed<SiteConfiguration?> {
    readSiteConfiguration(path: "content/site.yml", bytes: bytes, languages: ["nb", "sv"])
  }

  @Test("every key is read")
  func whole() {
    let result = read(
      """
      title: {sv: Begrepp, nb: Begreper}
      description: Korta ord
      baseURL: https://example.org/begrepp
      languages: [sv, "no"]
      publisher: {name: Redaktionen, uri: https://example.org/, email: r@example.org}
      contact:
        name: Anna
      rawHTML: allow
      printEdition: true
      severity:
        broken-link: warning
        relinked: off
      """)
    #expect(result.diagnostics.map(\.line) == [])
    var expected = SiteConfiguration(
      titles: ["sv": "Begrepp", "nb": "Begreper"], languages: ["sv", "nb"])
    expected.descriptions = ["sv": "Korta ord", "nb": "Korta ord"]
    expected.baseURL = "https://example.org/begrepp/"
    expected.publisher = .init(
      name: "Redaktionen", uri: "https://example.org/", email: "r@example.org")
    expected.contact = .init(name: "Anna")
    expected.allowsRawHTML = true
    expected.hasPrintEdition = true
    expected.severities = [.brokenLink: .report(.warning), .relinked: .off]
    #expect(result.value == expected)
    #expect(result.value?.basePath == "/begrepp/")
  }

  @Test(
    "the path of the address is where links begin",
    arguments: [
      ("https://example.org", "/"), ("http://a.example:8080/", "/"),
      ("https://example.org/a/%C3%A5/", "/a/%C3%A5/"),
    ])
  func basePath(address: String, path: String) {
    #expect(read("title: A\nlanguages: [sv]\nbaseURL: \(address)\n").value?.basePath == path)
    #expect(read("title: A\nlanguages: [sv]\n").value?.basePath == nil)
  }

  @Test("faults are reported where they stand, and the rest is read")
  func faults() {
    let result = read(
      """
      titel: fel
      title: {sv: Begrepp, da: Begreber}
      languages: [sv, nb, sv, fi]
      baseURL: example.org
      publisher: {namn: x}
      contact: Anna
      rawHTML: ja
      printEdition: kanske
      severity: {brokn-link: error, relinked: of}
      description: {sv: [a]}
      """)
    #expect(
      result.diagnostics.map(\.line) == [
        "content/site.yml:1:1: 'titel' is not a key of site.yml [unknown-key]",
        "content/site.yml:2:8: the site has no title in 'nb' [invalid-value]",
        "content/site.yml:2:22: 'da' is not a language of the site [unknown-language]",
        "content/site.yml:3:21: the language 'sv' stands twice [invalid-value]",
        "content/site.yml:3:25: 'fi' is not a language of this program [unknown-language]",
        "content/site.yml:4:10: 'example.org' is not the address of a site [invalid-value]",
        "content/site.yml:5:12: 'publisher' has no 'name' [invalid-value]",
        "content/site.yml:5:13: 'namn' is not a key of 'publisher' [unknown-key]",
        "content/site.yml:6:10: 'contact' has to be a mapping of keys to values [invalid-value]",
        "content/site.yml:7:10: 'ja' is not a value of 'rawHTML' [invalid-value]",
        "content/site.yml:8:15: 'printEdition' has to be 'true' or 'false' [invalid-value]",
        "content/site.yml:9:12: 'brokn-link' is not a rule [unknown-key]",
        "content/site.yml:9:41: 'of' is not a value of 'severity' [invalid-value]",
        "content/site.yml:10:19: 'description' in 'sv' has to be a text [invalid-value]",
      ])
    #expect(result.diagnostics[0].help == "did you mean 'title'?")
    #expect(result.diagnostics[11].help == "did you mean 'broken-link'?")
    #expect(result.diagnostics[12].help == "did you mean 'off'?")
    #expect(result.value?.languages == ["sv", "nb"])
    #expect(result.value?.titles == ["sv": "Begrepp"])
    #expect(result.value?.title(in: "nb") == "Begrepp")
    #expect(result.value?.baseURL == nil)
  }

  @Test("spans hold the words at fault")
  func spans() {
    let yaml = "title: \"A\"\nlanguages: [sv, 'fi', \"d\\u0061\"]\n"
    let source = SourceText(path: "", text: yaml)
    #expect(
      read(yaml).diagnostics.map { source.text($0.location.span) } == ["'fi'", "\"d\\u0061\""])
  }

  @Test(
    "without a title and a language there is no site",
    arguments: [
      ("", "1:1: the file is empty: it has to say 'title' and 'languages' [invalid-value]"),
      ("title: A\n", "1:1: 'languages' is missing [invalid-value]"),
      ("languages: sv\n", "1:1: 'title' is missing [invalid-value]"),
      ("languages: []\ntitle: A\n", "1:12: 'languages' names no language [invalid-value]"),
      ("languages: sv\ntitle: ''\n", "2:8: 'title' is empty [invalid-value]"),
      ("- a\n", "1:1: site.yml has to be a mapping of keys to values [invalid-value]"),
      ("title: A\n  b: c\n", "2:4: mapping values are not allowed in this context [bad-yaml]"),
      ("a: 1\na: 2\n", "1:1: the key 'a' stands twice in one mapping [bad-yaml]"),
      ("a: *b\n", "1:4: found undefined alias [bad-yaml]"),
      ("a: 1\n---\nb: 2\n", "2:1: but found another document [bad-yaml]"),
    ])
  func unusable(yaml: String, line: String) {
    let result = read(yaml)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.line) == ["content/site.yml:" + line])
  }

  @Test("bytes that are no text are reported where they begin")
  func encoding() {
    let result = read(Array("title: sam".utf8) + [0xE4] + Array("rbete\n".utf8))
    #expect(result.value == nil)
    #expect(
      result.diagnostics.map(\.line) == [
        "content/site.yml:1:11: the file is not in UTF-8 [bad-yaml]"
      ])
    let control = read("a: b\nå: \u{1}\n")
    #expect(
      control.diagnostics.map(\.line) == [
        "content/site.yml:2:4: control characters are not allowed [bad-yaml]"
      ])
  }

  @Test("a byte order mark and any line endings leave places right")
  func places() {
    #expect(
      read("\u{FEFF}titel: A\r\nlanguages: sv\rtitle: B\u{2028}ö: 1\n").diagnostics.map(\.line) == [
        "content/site.yml:1:2: 'titel' is not a key of site.yml [unknown-key]",
        "content/site.yml:3:10: 'ö' is not a key of site.yml [unknown-key]",
      ])
  }

  @Test("nesting without end is refused")
  func nesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read("title: " + deep).value == nil)
    #expect(read("title: " + deep).diagnostics.map(\.rule) == [.badYAML])
    let blocks = (0..<1_100).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(read(blocks).value == nil)
  }

  @Test("severities change what is reported")
  func adjusting() {
    var configuration = SiteConfiguration(titles: ["sv": "A"], languages: ["sv"])
    let found = [Rule.brokenLink, .relinked, .ambiguousTerm].map {
      Diagnostic($0, at: Location(file: "a"), "x")
    }
    #expect(configuration.adjust(found) == found)
    configuration.severities = [.relinked: .off, .brokenLink: .report(.note)]
    #expect(configuration.adjust(found).map(\.rule) == [.brokenLink, .ambiguousTerm])
    #expect(configuration.adjust(found).map(\.severity) == [.note, .warning])
  }
}
