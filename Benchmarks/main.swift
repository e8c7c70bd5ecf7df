import Glibc
import Language

// `benchmarks [extraction] [mentions] [build[=N]] [search] [serve]`: what is named, else all of it.
let program =
  String(CommandLine.arguments[0].reversed().drop { $0 != "/" }.reversed()) + "begrepp"
let parts = CommandLine.arguments.dropFirst()
func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }

/// Prints a table at once, so that what was measured is not lost where a later part is broken off.
func report(_ table: String) {
  print(table)
  fflush(nil)
}

let chosenSizes = parts.compactMap { $0.hasPrefix("build=") ? Int($0.dropFirst(6)) : nil }
let catalog = LanguageCatalog.load().value
let folder = try Folder()
do {
  if wants("extraction") { report(try measureExtraction(catalog)) }
  if wants("mentions") { report(try measureMentions(catalog)) }
  if wants("build") || !chosenSizes.isEmpty {
    let sizes = chosenSizes.isEmpty ? [100, 1000, 10_000] : chosenSizes
    report(try measureBuilds(sizes, program: program, in: folder))
  }
  if wants("search") { report(try measureSearch(program: program, in: folder)) }
  if wants("serve") { report(try measureServe(program: program, in: folder)) }
  try folder.remove()
} catch {
  try folder.remove()
  let message = "benchmarks: \(error)\n"
  _ = message.withCString { write(2, $0, strlen($0)) }
  exit(1)
}
