/// Whole builds by the command, by stage, beside the floor: libcmark parsing and rendering every file,
/// and writing as many files of the same sizes as the build writes.
func measureBuilds(_ sizes: [Int], program: String, in folder: Folder) throws -> String {
  var table = Table(
    "build", "text", "floor", "processor time", "by the clock", "ratio to the floor", "per article",
    "peak memory", "nothing changed")
  var stages = ""
  for size in sizes {
    let name = "articles-\(size)"
    let paths = try KnowledgeBases.articles(size, in: folder, name)
    let root = folder.path + "/" + name
    let errors = folder.path + "/errors.txt"
    let build = try Usage.of(
      program: program, ["build", "--timings", "--root", root], errors: errors)
    stages += "\(size) articles:\n" + timings(try folder.read("errors.txt")) + "\n"
    let again = try Usage.of(program: program, ["build", "--root", root])
    var bytes = 0
    let written = folder.sizes(below: name + "/public")
    try folder.make(name + "/floor")
    let page = [UInt8](repeating: 0x20, count: written.max() ?? 0)
    let floor = try Usage.of {
      for path in paths {
        let text = try folder.read(path)
        bytes += text.count
        Floor.parseAndRender(text)
      }
      for (index, size) in written.enumerated() {
        try folder.write(page[..<size], to: "\(name)/floor/\(index)")
      }
    }
    table.add(
      "\(size) articles", megabytes(bytes), seconds(floor.processor), seconds(build.processor),
      seconds(build.wall), ratio(build.processor / floor.processor),
      seconds(build.processor / Double(size)), megabytes(build.peak), seconds(again.processor))
  }
  return table.text + "\n```\n" + stages + "```\n"
}

/// The lines of `--timings`, which are indented.
private func timings(_ errors: [UInt8]) -> String {
  String(decoding: errors, as: UTF8.self).split(separator: "\n")
    .filter { $0.hasPrefix("  ") && $0.hasSuffix(" ms") }.map { $0 + "\n" }.joined()
}
