import Foundation
import Testing

@Suite struct PromiseTests {
  private static func bilingual() throws -> WorkFolder {
    try WorkFolder(copying: FixtureTests.folder + "/bilingual")
  }

  @Test("makes the same bytes with one thread and with many, anywhere")
  func sameBytes() throws {
    let one = try Self.bilingual()
    let many = try Self.bilingual()
    #expect(try Program.shell("begrepp build --jobs 1", in: one.path).status == 0)
    let other = "TZ=Pacific/Apia LC_ALL=sv_SE.UTF-8 begrepp build --jobs 8 --root ."
    #expect(try Program.shell(other, in: many.path).status == 0)
    let pages = one.tree("public")
    #expect(pages.count > 10)
    #expect(pages == many.tree("public"))
  }

  @Test("a second build writes nothing, and one edit only what it changes")
  func unchangedFiles() throws {
    let work = try Self.bilingual()
    _ = try Program.shell("begrepp build", in: work.path)
    let before = try work.times("public")
    let again = try Program.shell("begrepp build", in: work.path)
    #expect(again.output.contains("files         0 written"))
    #expect(try work.times("public") == before)

    try work.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    _ = try Program.shell("begrepp build", in: work.path)
    let clean = try Self.bilingual()
    try clean.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    _ = try Program.shell("begrepp build", in: clean.path)
    #expect(work.tree("public") == clean.tree("public"))

    try FileManager.default.removeItem(atPath: work.path + "/content/sv/te.md")
    _ = try Program.shell("begrepp build", in: work.path)
    #expect(try Set(work.times("public").keys) == Set(before.keys))
  }

  @Test("under --strict a warning keeps the old site as it is")
  func strict() throws {
    let work = try Self.bilingual()
    _ = try Program.shell("begrepp build", in: work.path)
    let before = work.tree("public")
    try work.write("---\nlang: sv\ntilte: Te\n---\n\n# Te\n", to: "content/sv/te.md")
    let answer = try Program.shell("begrepp build --strict", in: work.path)
    #expect(answer.status == 1)
    #expect(work.tree("public") == before)
  }

  @Test("a fault of a template, or of site.yml, keeps the old site as it is")
  func faultyTemplate() throws {
    let work = try Self.bilingual()
    _ = try Program.shell("begrepp build", in: work.path)
    let before = work.tree("public")
    try FileManager.default.createDirectory(
      atPath: work.path + "/templates", withIntermediateDirectories: true)
    try work.write("{{#open}}", to: "templates/page.mustache")
    #expect(try Program.shell("begrepp build", in: work.path).status == 65)
    #expect(work.tree("public") == before)
    try FileManager.default.removeItem(atPath: work.path + "/templates")
    try work.write("title: [\n", to: "content/site.yml")
    #expect(try Program.shell("begrepp build", in: work.path).status == 65)
    #expect(work.tree("public") == before)
  }

  @Test("a build that is killed leaves a whole site, and the next is as if nothing had been")
  func killed() throws {
    let work = try Self.bilingual()
    _ = try Program.shell("begrepp build", in: work.path)
    let old = work.tree("public")
    try work.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    let clean = try Self.bilingual()
    try clean.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    _ = try Program.shell("begrepp build", in: clean.path)
    let new = clean.tree("public")
    for milliseconds in [5, 20, 40, 60, 80, 100, 140] {
      let line = "timeout -s KILL 0.\(String(milliseconds + 1000).dropFirst()) begrepp build"
      _ = try Program.shell(line, in: work.path)
      _ = try Program.shell("begrepp list", in: work.path)
      let site = work.tree("public")
      #expect(site == old || site == new)
    }
    _ = try Program.shell("begrepp build", in: work.path)
    #expect(work.tree("public") == new)
  }

  @Test("two builds at once both end well")
  func twoAtOnce() throws {
    let work = try Self.bilingual()
    let answer = try Program.shell(
      "begrepp build >one 2>&1 & begrepp build >two 2>&1; second=$?; wait $! && exit $second",
      in: work.path)
    #expect(answer.status == 0)
    #expect(try Program.shell("begrepp build", in: work.path).output.contains(" 0 written"))
  }

  @Test("a reader that goes away is no fault")
  func brokenPipe() throws {
    let work = try Self.bilingual()
    let answer = try Program.shell(
      "(begrepp check --rules; echo $? >status) | true; cat status", in: work.path)
    #expect(answer.output == "0\n")
    #expect(answer.error == "")
  }

  @Test("the index is made on the spot where it is missing, outdated or damaged")
  func index() throws {
    let work = try Self.bilingual()
    let first = try Program.shell("begrepp search kaffe --format json", in: work.path)
    #expect(first.status == 0)
    #expect(first.error == "begrepp: there is no search index yet; making it\n")
    #expect(try Program.shell("begrepp search kaffe --format json", in: work.path).error == "")
    try work.write("not a database", to: ".begrepp/search.sqlite")
    let damaged = try Program.shell("begrepp search kaffe --format json", in: work.path)
    #expect(damaged.output == first.output)
    #expect(damaged.error.hasPrefix("begrepp: the search index is made anew: "))
    try work.write("# Te\n\nTe är en dryck av torkade blad.\n", to: "content/sv/te.md")
    let outdated = try Program.shell("begrepp search torkade blad", in: work.path)
    #expect(outdated.output.hasPrefix("te (sv)"))
    #expect(
      outdated.error
        == "begrepp: the search index is made anew: the content has changed since it was made\n")
  }

  @Test(
    "an index that is damaged in the middle is made anew from nothing", arguments: [1, 3, 8, 20])
  func damagedPages(first: Int) throws {
    let work = try Self.bilingual()
    let whole = try Program.shell("begrepp search kaffe --format json", in: work.path)
    let path = work.path + "/.begrepp/search.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let start = first * 4096
    #expect(start < bytes.count)
    bytes.resetBytes(in: start..<bytes.count)
    try bytes.write(to: URL(fileURLWithPath: path))
    let damaged = try Program.shell("begrepp search kaffe --format json", in: work.path)
    #expect(damaged.status == 0)
    #expect(damaged.output == whole.output)
    let after = try Program.shell("begrepp search kaffe --format json", in: work.path)
    #expect(after.error == "")
    #expect(after.output == whole.output)
  }

  @Test("what 'new site' writes builds without a warning")
  func starter() throws {
    let work = try WorkFolder()
    #expect(try Program.shell("begrepp new site mine", in: work.path).status == 0)
    let build = try Program.shell("begrepp build --strict", in: work.path + "/mine")
    #expect(build.status == 0, "\(build.error)")
    let article = try Program.shell(
      "begrepp new article 'Möte på distans'", in: work.path + "/mine")
    #expect(article.output == "content/sv/mote-pa-distans.md\n")
    let again = try Program.shell(
      "begrepp new article --translation-of nb/arsmote.md", in: work.path + "/mine")
    #expect(again.status == 65)
    let second = try Program.shell(
      "begrepp new article --translation-of sv/mote-pa-distans.md", in: work.path + "/mine")
    #expect(second.output == "content/nb/mote-pa-distans.md\n")
  }
}
