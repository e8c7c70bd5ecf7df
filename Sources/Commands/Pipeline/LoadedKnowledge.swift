import Articles
import Diagnostics
import Extraction
import Knowledge
import Language
import Site

/// A knowledge base as read from its folder, with all that was found amiss on the way.
struct LoadedKnowledge: Sendable {
  var folder: KnowledgeFolder
  var configuration: SiteConfiguration
  var catalog: LanguageCatalog
  var decisions: EditorialDecisions
  var base: KnowledgeBase
  var listing: ContentListing
  /// Stands for the program and the languages, as they were read.
  var program: Fingerprint
  /// Stands for these and `site.yml`.
  var inputs: Fingerprint
  /// How each translation stands to its source, by its index in the base.
  var translations: [Int: TranslationStanding] = [:]
  /// The articles that are left out because they say `draft: true`.
  var drafts: [Article] = []
  /// As the editors want to see them, in the order of reporting.
  var diagnostics: [Diagnostic]
  /// By the path that diagnostics name.
  var sources: [String: SourceText]

  /// The drawings beside the articles that do not go into the site, by path below `content/`.
  var unsafeDrawings: Set<String> = []

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  /// Whether a file could not be read, whatever the editors think of it.
  var hasFileFaults = false
}

/// A fault of a file without which nothing can be made: `site.yml` or `concepts.yml`.
struct ConfigurationFault: Error {
  var diagnostics: [Diagnostic]
  var sources: [String: SourceText]
}

/// Reads a knowledge base and understands it, stage by stage. A faulty article is left out.
///
/// - Parameters:
///   - severities: how much findings are to matter, whatever `site.yml` says.
///   - memory: what earlier builds worked out; nil for none.
/// - Throws: `ConfigurationFault`, or `FileFault` where `site.yml` cannot be read or facts not be kept.
func loadKnowledge(
  _ folder: KnowledgeFolder, parallel: Parallel, clock: Clock,
  severities: [Rule: SiteConfiguration.RuleSetting] = [:], memory: BuildMemory? = nil
) throws -> LoadedKnowledge {
  var diagnostics: [Diagnostic] = []
  var sources: [String: SourceText] = [:]
  func take<Value>(_ step: Diagnosed<Value>) -> Value {
    diagnostics += step.diagnostics
    return step.value
  }

  let packs = try overrides(in: folder, "languages", of: "yml")
  let inputs = programInputs(packs)
  let catalog = clock.measure("languages") {
    let load = { Stages.catalog(overrides: packs) }
    return take(memory?.catalog(inputs, load: load) ?? load())
  }
  var settings = try readSettings(folder, catalog, &diagnostics, &sources)
  settings.configuration.severities.merge(severities) { _, asked in asked }
  let listing = clock.measure("list") {
    take(ContentListing.read(folder.content, shownAs: folder.shown("content")))
  }
  var readings = clock.measure("read and extract") {
    read(listing.articles, in: folder, catalog, parallel, inputs, memory)
  }
  memory?.keep(only: listing.articles)
  try clock.measure("keep facts") { try memory?.finishReading() }
  memory?.mentions.know(
    readings.compactMap { reading in
      reading.article.flatMap { article in reading.key.map { (article, $0) } }
    })
  diagnostics += readings.flatMap(\.diagnostics)
  for source in readings.compactMap(\.source) { sources[source.path] = source }
  if listing.articles.isEmpty {
    diagnostics.append(
      Diagnostic(
        .emptyContent, at: Location(file: folder.shown("content")),
        "there is no article in the folder", help: "articles are files that end in .md or .txt"))
  }
  let drafts = readings.compactMap(\.article).filter(\.frontMatter.draft)
  let unsafe = unsafeDrawings(listing.assets, in: folder)
  diagnostics += unsafe.diagnostics
  var base = clock.measure("knowledge") {
    take(
      buildKnowledge(
        articles: readings.compactMap(\.article), facts: readings.compactMap(\.facts),
        decisions: settings.decisions, configuration: settings.configuration, languages: catalog,
        files: Set(listing.assets.map(\.path)), parallel: parallel, memory: memory?.mentions))
  }
  // The base has all of them that is needed; in a large one they are a good part of the memory.
  readings = []
  let translations = clock.measure("translations") {
    take(Confirmations.standings(base, listing, in: folder, catalog, parallel))
  }
  for (index, standing) in translations {
    base.articles[index].staleBlocks = standing.staleBlocks
  }
  clock.measure("check") {
    diagnostics += check(
      base, decisions: settings.decisions, languages: catalog,
      allowsRawHTML: settings.configuration.allowsRawHTML, parallel: parallel)
  }
  return LoadedKnowledge(
    folder: folder, configuration: settings.configuration, catalog: catalog,
    decisions: settings.decisions, base: base, listing: listing, program: inputs,
    inputs: Fingerprint {
      $0.add(inputs)
      $0.add(sources[folder.shown("content/site.yml")]?.bytes ?? [])
    },
    translations: translations,
    drafts: drafts,
    diagnostics: settings.configuration.adjust(diagnostics).sorted(by: Diagnostic.precedes),
    sources: sources, unsafeDrawings: unsafe.value,
    hasFileFaults: diagnostics.contains { $0.rule == .unreadableFile })
}

/// The drawings that a reader's browser could run something of, each with a finding.
private func unsafeDrawings(
  _ files: [ContentListing.File], in folder: KnowledgeFolder
) -> Diagnosed<Set<String>> {
  var found: Diagnosed<Set<String>> = Diagnosed([])
  for file in files where file.path.lowercased().hasSuffix(".svg") {
    let location = Location(file: folder.shown("content/" + file.path))
    do throws(FileFault) {
      if isSafeImage(try Files.read(file.diskPath)) { continue }
      found.diagnostics.append(
        Diagnostic(
          .unsafeDrawing, at: location,
          "the drawing is left out: it holds a script, or something that a browser would fetch",
          help: "save it as a plain SVG drawing, or as a PNG image"))
    } catch {
      found.diagnostics.append(
        Diagnostic(
          .unreadableFile, at: location, "cannot read the file: \(error.explanation)"))
    }
    found.value.insert(file.path)
  }
  return found
}

/// The files of a folder beside `content/` that change what is in the binary; none where there is no
/// such folder. Paths are those that people see.
func overrides(
  in folder: KnowledgeFolder, _ name: String, of fileExtension: String
) throws(FileFault) -> [(path: String, bytes: [UInt8])] {
  let path = folder.root + "/" + name
  guard Files.isFolder(path) else { return [] }
  var files: [(path: String, bytes: [UInt8])] = []
  for entry in try Files.names(in: path) {
    guard let file = String(validating: entry, as: UTF8.self), !file.hasPrefix("."),
      Path.fileExtension(file) == fileExtension
    else { continue }
    files.append((folder.shown(name + "/" + file), try Files.read(path + "/" + file)))
  }
  return files
}

private struct Settings {
  var configuration: SiteConfiguration
  var decisions: EditorialDecisions
}

private func readSettings(
  _ folder: KnowledgeFolder, _ catalog: LanguageCatalog, _ diagnostics: inout [Diagnostic],
  _ sources: inout [String: SourceText]
) throws -> Settings {
  func source(_ name: String) throws -> SourceText {
    let source = SourceText(
      path: folder.shown("content/" + name), bytes: try Files.read(folder.content + "/" + name))
    sources[source.path] = source
    return source
  }
  let site = try source("site.yml")
  let configuration = readSiteConfiguration(
    path: site.path, bytes: site.bytes, languages: catalog.codes)
  diagnostics += configuration.diagnostics
  guard let settings = configuration.value else {
    throw ConfigurationFault(diagnostics: diagnostics, sources: sources)
  }
  guard Files.exists(folder.content + "/concepts.yml") else {
    return Settings(configuration: settings, decisions: EditorialDecisions())
  }
  let file = try source("concepts.yml")
  let decisions = readEditorialDecisions(
    path: file.path, bytes: file.bytes, languages: settings.languages)
  diagnostics += decisions.diagnostics
  guard let decided = decisions.value else {
    throw ConfigurationFault(diagnostics: diagnostics, sources: sources)
  }
  return Settings(configuration: settings, decisions: decided)
}

/// Stands for the program and the languages: what all that is read depends on.
func programInputs(_ packs: [(path: String, bytes: [UInt8])]) -> Fingerprint {
  Fingerprint { key in
    let program = Files.status("/proc/self/exe")
    key.add(program?.size ?? 0)
    key.add(Int(program?.modified ?? 0))
    for pack in packs {
      key.add(pack.path)
      key.add(pack.bytes)
    }
  }
}

/// Reads, parses and understands the articles, in parallel.
private func read(
  _ files: [ContentListing.File], in folder: KnowledgeFolder, _ catalog: LanguageCatalog,
  _ parallel: Parallel, _ inputs: Fingerprint, _ memory: BuildMemory?
) -> [BuildMemory.Reading] {
  let reader = Stages.reader(catalog)
  let now = Clock.now
  return parallel.map(files) { file in
    if let known = memory?.reading(of: file, inputs) { return known }
    let reading = readArticle(file, in: folder, catalog, reader, inputs, memory)
    memory?.remember(reading, of: file, inputs, now: now)
    return reading
  }
}

/// Reads, parses and understands one article, whatever is known of an earlier state of it.
///
/// - Parameter inputs: stands for the program and the languages.
func readArticle(
  _ file: ContentListing.File, in folder: KnowledgeFolder, _ catalog: LanguageCatalog,
  _ reader: ArticleReader, _ inputs: Fingerprint, _ memory: BuildMemory?
) -> BuildMemory.Reading {
  let shown = folder.shown("content/" + file.path)
  let bytes: [UInt8]
  do throws(FileFault) {
    bytes = try Files.read(file.diskPath)
  } catch {
    let fault = Diagnostic(
      .unreadableFile, at: Location(file: shown), "cannot read the file: \(error.explanation)")
    return BuildMemory.Reading(diagnostics: [fault])
  }
  let folderName = file.path.split(separator: "/").dropLast().first.map {
    LanguageCode(String($0))
  }
  let read = reader.read(
    ContentFile(
      shownPath: shown, path: file.path, bytes: bytes,
      folderLanguage: folderName.flatMap { catalog[$0] == nil ? nil : $0 }))
  guard let article = read.value, let pack = catalog[article.language] else {
    return BuildMemory.Reading(
      source: SourceText(path: shown, bytes: bytes), diagnostics: read.diagnostics)
  }
  let key = Fingerprint {
    $0.add(inputs)
    $0.add(article.language.rawValue)
    $0.add(bytes)
  }
  let known = memory?.facts(of: article, key)
  let facts = known ?? Stages.facts(of: article, pack)
  if known == nil { memory?.remember(facts, key) }
  return BuildMemory.Reading(
    article: article, source: article.source, facts: facts.value,
    diagnostics: read.diagnostics + facts.diagnostics, key: key)
}
