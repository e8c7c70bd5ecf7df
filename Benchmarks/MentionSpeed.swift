import Knowledge
import Language

/// The finding of all mentions of many terms beside libcmark's parsing of the same text; one thread each.
func measureMentions(_ catalog: LanguageCatalog) throws -> String {
  var table = Table(
    "mentions", "terms", "text", "found", "libcmark", "finding", "ratio", "goal", "forms' memory",
    "goal", "making the forms")
  let wording = Wording.swedish
  let code = LanguageCode(wording.language)
  guard let pack = catalog[code] else { throw BenchmarkFailure("no pack for \(code)") }
  var generator = Generator(wording, terms: 100_000, seed: 4)
  let terms = generator.terms.enumerated().map { index, term in
    MentionTerm(text: term.dictionary, concept: index)
  }
  // The forms come before the texts, whose memory they would else be given.
  let before = Usage.memory
  var made: MentionMatcher?
  let making = Usage.of { made = MentionMatcher(terms: terms, pack: pack) }
  let memory = Usage.memory - before
  guard let matcher = made else { return "" }
  var texts: [[UInt8]] = []
  var size = 0
  for index in generator.terms.indices where size < 50_000_000 {
    texts.append(Array(generator.article(about: index).utf8))
    size += texts[texts.count - 1].count
  }
  var found = 0
  let usages = Usage.interleaved(
    rounds: 3,
    [
      { for text in texts { Floor.parse(text) } },
      {
        found = 0
        for text in texts { found += matcher.mentions(in: text).count }
      },
    ])
  guard found > 10 * texts.count else { throw BenchmarkFailure("\(found) mentions were found") }
  table.add(
    "\(code)", "100,000", megabytes(size), "\(found)", seconds(usages[0].user),
    seconds(usages[1].user), ratio(usages[1].user / usages[0].user), "< 2 ×", megabytes(memory),
    "< 200 MB", seconds(making.user))
  return table.text
}
