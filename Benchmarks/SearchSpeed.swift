/// A search by the command, from start to end of its process, beside the command that does nothing.
func measureSearch(program: String, in folder: Folder) throws -> String {
  var table = Table(
    "search", "empty command", "a term", "an inflected form", "a misspelt word",
    "a part of many compounds", "three words", "the slowest, more", "goal")
  for (count, goal) in [(10_000, 20), (100_000, 60)] {
    let name = "concepts-\(count)"
    try KnowledgeBases.concepts(count, in: folder, name)
    let root = folder.path + "/" + name
    let terms = Generator(.swedish, terms: count, seed: 1).terms
    // The first search makes the index.
    _ = try Usage.of(program: program, ["search", "--root", root, terms[0].dictionary])
    let term = terms[count / 2]
    var misspelt = Array(terms[count / 3].dictionary)
    misspelt.remove(at: misspelt.count / 2)
    let queries = [
      term.dictionary, term.definitePlural, String(misspelt), "nätverk",
      "strategisk risk kapital",
    ]
    // Wall time, the least of many: what a person waits for on an idle machine.
    var least = [Double](repeating: .infinity, count: queries.count + 1)
    for _ in 0..<15 {
      least[0] = min(least[0], try Usage.of(program: program, ["--version"]).wall)
      for (place, query) in queries.enumerated() {
        let usage = try Usage.of(program: program, ["search", "--root", root, query])
        least[place + 1] = min(least[place + 1], usage.wall)
      }
    }
    let slowest = (least[1...].max() ?? 0) - least[0]
    table.add(
      "\(count) concepts", seconds(least[0]), seconds(least[1]), seconds(least[2]),
      seconds(least[3]), seconds(least[4]), seconds(least[5]), seconds(slowest), "< \(goal) ms")
  }
  return table.text
}
