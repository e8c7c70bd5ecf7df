import Foundation
import Testing

/// What a real bash offers, from the script that the program prints for it.
@Suite struct CompletionTests {
  private static let content = [
    "content/site.yml": "title: {sv: Ord, nb: Ord}\nlanguages: [sv, nb]\n",
    "content/concepts.yml": """
    - id: jv
      sv: {term: joint venture, synonyms: [joint-bolag]}
      nb: {term: joint venture, synonyms: [fellesforetak]}
    - id: growth
      sv: {term: ökning, definition: En ökning är att något blir mer.}
      nb: økning
    - id: odd
      sv: "ökad $(touch owned) `touch owned` risk's"

    """,
    "content/sv/a.md": "# Ökning\n",
  ]

  /// Makes a knowledge base with its index, and completes the last word of a line in it.
  private func complete(_ lines: [String]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.path + "/begrepp-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in Self.content {
      let file = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var script = """
      begrepp search x >/dev/null 2>&1
      begrepp --generate-completion-script bash > script
      . ./script
      complete_line() {
        COMP_LINE="$1"; COMP_POINT=${#1}; COMP_WORDS=("${@:2}"); COMP_CWORD=$(($# - 2))
        COMPREPLY=()
        _begrepp begrepp "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        for reply in "${COMPREPLY[@]}"; do printf '%s\\t' "$reply"; done
        echo
      }

      """
    for line in lines {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "''" : "'\($0)'" }
      script += "complete_line '\(line)' \(words.joined(separator: " "))\n"
    }
    try Data(script.utf8).write(to: URL(fileURLWithPath: folder + "/run"))
    let answer = try Program.shell("LC_ALL=C.UTF-8 bash ./run", in: folder)
    #expect(answer.error.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder + "/owned"))
    return answer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.split(separator: "\t").map(String.init) }
  }

  @Test("terms, languages, articles, rules and options are completed; terms are never run")
  func bash() throws {
    let odd = "ökad $(touch owned) `touch owned` risk's"
    let cases: [(line: String, offered: [String])] = [
      ("begrepp show jo", ["joint-bolag", "joint venture"]),
      ("begrepp show joint ven", ["venture"]),
      ("begrepp search --language nb fel", ["fellesforetak"]),
      ("begrepp search --language nb jo", ["joint venture"]),
      ("begrepp search ök", [odd, "ökning"]),
      ("begrepp link --term øk", ["økning"]),
      ("begrepp search xy", []),
      ("begrepp list --language ", ["sv", "nb"]),
      ("begrepp search --format t", ["text", "tsv"]),
      ("begrepp search --facet succ", ["success-factor"]),
      ("begrepp check --off unus", ["unused-correction", "unused-term"]),
      ("begrepp status s", ["sv/a.md"]),
      ("begrepp status content/s", ["content/sv/a.md"]),
      ("begrepp build --ti", ["--timings"]),
      ("begrepp st", ["status"]),
    ]
    let offered = try complete(cases.map(\.line))
    #expect(offered.count == cases.count)
    for (item, offered) in zip(cases, offered) { #expect(offered == item.offered, "\(item.line)") }
  }

  @Test("the scripts for zsh and fish ask for terms too", arguments: ["zsh", "fish"])
  func others(shell: String) throws {
    let answer = try Program.shell("begrepp --generate-completion-script \(shell)", in: "/")
    #expect(answer.status == 0)
    #expect(answer.output.contains("---completion search"))
  }
}
