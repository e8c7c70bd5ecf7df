import Glibc
import Language

// `benchmarks [extraction] [mentions] [build[=N]] [search]`: what is named, else all of it.
let program =
  String(CommandLine.arguments[0].reversed().drop { $0 != "/" }.reversed()) + "begrepp"
let parts = CommandLine.arguments.dropFirst()
func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }

let chosenSizes = parts.compactMap { $0.hasPrefix("build=") ? Int($0.dropFirst(6)) : nil }
let catalog = LanguageCatalog.load().value
let folder = try Folder()
do {
  if wants("extraction") { print(try measureExtraction(catalog)) }
  if wants("mentions") { print(try measureMentions(catalog)) }
  if wants("build") || !chosenSizes.isEmpty {
    let sizes = chosenSizes.isEmpty ? [100, 1000, 10_000] : chosenSizes
    print(try measureBuilds(sizes, program: program, in: folder))
  }
  if wants("search") { print(try measureSearch(program: program, in: folder)) }
  try folder.remove()
} catch {
  try folder.remove()
  let message = "benchmarks: \(error)\n"
  _ = message.withCString { write(2, $0, strlen($0)) }
  exit(1)
}
