import ArgumentParser
import Diagnostics
import Knowledge
import Language

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Propose which concepts of two languages are one.",
    discussion: """
      Each proposal comes with what speaks for it and against it: equal places in an article and its \
      translation, letters that correspond, parts that are known to be one, definitions that are \
      alike, and what Apertium says, where it is installed (Debian's apertium-swe-nor with \
      apertium-recursive). Its word alone makes nothing sure.

      With --write the sure ones (90 % and more) are added to content/concepts.yml; what is there \
      stays as it is. Two concepts that are two for certain: give each an entry of its own, or say \
      that they are 'related'.

      Nothing to propose, or with --write nothing sure: exit status 1.

      EXAMPLES
        begrepp align
        begrepp align --write --dry-run
        begrepp align --write && git diff content/concepts.yml
        begrepp align --language sv --language nb --format json
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup var format: FormatOption

  @Option(
    help: ArgumentHelp(
      "One of the two languages, where the site has more; say it twice.", valueName: "code"))
  var language: [LanguageCode] = []

  @Flag(help: "Add the sure ones to content/concepts.yml, and print only these.")
  var write = false

  @Flag(help: "With --write: write nothing, and print what would change as a diff.")
  var dryRun = false

  @Flag(help: "Do not ask Apertium.")
  var withoutDictionary = false

  func validate() throws {
    if dryRun && !write { throw ValidationError("--dry-run goes with --write.") }
    if !language.isEmpty, language.count != 2 || language[0] == language[1] {
      throw ValidationError("Say two languages: --language sv --language nb")
    }
  }

  func run() throws {
    let folder = try root.folder()
    let loaded = try Reporting.load(folder, parallel: jobs.parallel)
    let faults = loaded.diagnostics.filter {
      $0.location.file == folder.shown("content/concepts.yml") && $0.severity == .error
    }
    Reporting.say(faults, sources: loaded.sources)
    let languages = try languages(loaded)
    let proposals = proposeAlignments(
      loaded.base, decisions: loaded.decisions, languages: loaded.catalog, between: languages,
      dictionary: dictionary(loaded, languages))
    if write { return try write(proposals.filter(isWritable), loaded) }
    print(AlignmentReport(proposals: proposals, isWritten: false))
    let sure = proposals.filter(isWritable).count
    if sure > 0 {
      Terminal.say(
        "\(sure) of \(StatusText.plural(proposals.count, "proposal")) sure: --write adds them")
    }
    if proposals.isEmpty {
      Terminal.say("nothing to propose")
      throw ExitCode(.no)
    }
  }

  private func isWritable(_ proposal: AlignmentProposal) -> Bool {
    proposal.certainty == .sure && proposal.change != nil
  }

  private func languages(
    _ loaded: LoadedKnowledge
  ) throws -> (first: LanguageCode, second: LanguageCode) {
    let known = loaded.base.languages
    let list = known.map(\.rawValue).joined(separator: ", ")
    if let unknown = language.first(where: { !known.contains($0) }) {
      throw CommandFailure(
        .usage, "the site has no language '\(unknown)'", help: "its languages are \(list)")
    }
    if language.count == 2 {
      // In the order of the site, so that the same concepts get the same ids.
      let pair = known.filter(language.contains)
      return (pair[0], pair[1])
    }
    if known.count < 2 {
      throw CommandFailure(.no, "the site has one language only, '\(list)'")
    }
    if known.count > 2 {
      throw CommandFailure(
        .usage, "the site has \(known.count) languages: \(list)",
        help: "say two of them: --language \(known[0]) --language \(known[1])")
    }
    return (known[0], known[1])
  }

  private func dictionary(
    _ loaded: LoadedKnowledge, _ languages: (first: LanguageCode, second: LanguageCode)
  ) -> TranslationDictionary {
    if withoutDictionary { return TranslationDictionary() }
    func terms(in language: LanguageCode, lacking other: LanguageCode) -> [String] {
      loaded.base.concepts.compactMap {
        $0.designations[other] == nil ? $0.term(in: language) : nil
      }
    }
    return ApertiumDictionary.look(
      up: (
        terms(in: languages.first, lacking: languages.second),
        terms(in: languages.second, lacking: languages.first)
      ),
      loaded.catalog.correspondences(from: languages.first, to: languages.second))
  }

  private func write(_ proposals: [AlignmentProposal], _ loaded: LoadedKnowledge) throws {
    guard !proposals.isEmpty else {
      if case .json = format.value { print(AlignmentReport(proposals: [], isWritten: false)) }
      Terminal.say("nothing sure to write")
      throw ExitCode(.no)
    }
    var file = DecisionsFile(loaded)
    try file.add(proposals.compactMap(\.change))
    if dryRun {
      if case .json = format.value {
        print(AlignmentReport(proposals: proposals, isWritten: false))
      } else {
        Terminal.writeDiff(file.diff)
      }
      return Terminal.say("would add \(proposals.count) to \(file.path)")
    }
    try file.write()
    print(AlignmentReport(proposals: proposals, isWritten: true))
    Terminal.say("added \(proposals.count) to \(file.path)")
  }

  private func print(_ report: AlignmentReport) {
    switch format.value {
    case .text: Terminal.write(report.text(usesColor: Terminal.usesColor(.output)))
    case .json: Terminal.write(report.json.serialized())
    }
  }
}
