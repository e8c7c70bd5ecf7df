import Knowledge
import Language
import Testing

@testable import Site

@Suite("The search in the page") struct SearchFilesTests {
  private func files(_ terms: [String]) throws -> [String] {
    var fixture = Fixture(languages: ["sv"])
    for (number, term) in terms.enumerated() {
      fixture.concept("c\(10_000 + number)", ["sv": term])
    }
    let plan = try fixture.plan()
    return plan.context.search.files[0].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("the first letters of a key are six bits each, from the top") func keys() {
    #expect(SearchFiles.key(Array("a".utf8)[...]) == 1 << 54)
    #expect(SearchFiles.key(Array("a9_".utf8)[...]) == 1 << 54 | 36 << 48 | 37 << 42)
    #expect(SearchFiles.key(Array("abcdefghijk".utf8)[...]) & 0x3F == 10)
    #expect(SearchFiles.key(Array("ж".utf8)[...]) == 37 << 54)
  }

  @Test("a few words lie in one node for each letter, under their ends too") func small() throws {
    let files = try files(["köl", "vimpel"])
    #expect(files[0].hasPrefix("begreppSearch(0,[\"kmpv\",4,"))
    #expect(files[1] == "begreppSearch(1,[[0,0,0,0,\"köl\"]]);\n")
    for node in 2...4 {
      #expect(files[node].hasPrefix("begreppSearch(\(node),[[1,0,0,0,\"vimpel\""))
    }
    #expect(files[5].contains("[\"köl\",\"sv/begrepp/kol.html\",\"\",{},\"sv\"]"))
    #expect(files.count == 6)
  }

  @Test("a form that no ending tells is kept by its word") func irregular() throws {
    let files = try files(["öppen båt"])
    #expect(files[1] == "begreppSearch(1,[[0,0,0,0,\"öppen båt\",[\"öppna\",\"öppne\"]]]);\n")
    #expect(
      !files[0].contains("[\"fördel\"") && files[0].contains(",[[\"definition\",\"definition "))
  }

  @Test("no node outgrows its size, whatever the terms") func large() throws {
    let terms = (0..<900).map { "samarbete\($0 % 7)xyz\($0)" }
    let files = try files(terms)
    let longest = files.dropFirst().map(\.utf8.count).max() ?? 0
    #expect(longest <= SearchFiles.nodeSize + 50)
    #expect(files[0].contains("s(") && files.count > 20)
  }
}
