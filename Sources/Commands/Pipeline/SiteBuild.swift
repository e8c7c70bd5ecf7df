import Diagnostics
import Knowledge
import Language
import Search
import Site

/// What a build made.
struct BuildReport: Sendable {
  var publication: Publication.Summary
  var pages: Int
  /// The output folder as readers of the report find it.
  var output: String
}

/// Makes the pages of a knowledge base and lays them ready, publishes them, and makes the index.
struct SiteBuild {
  let loaded: LoadedKnowledge
  let plan: SitePlan
  private let inputs: Fingerprint
  let parallel: Parallel
  let clock: Clock

  /// - Parameters:
  ///   - templates: the folder of a designer's own templates; nil for none.
  ///   - search: where it is kept what the files of the search hold; nil for nowhere.
  /// - Throws: `ThemeError` for a template that cannot be used, or `FileFault`.
  init(
    _ loaded: LoadedKnowledge, templates: String?, search: SearchRecordFile? = nil,
    parallel: Parallel, clock: Clock
  ) throws {
    self.loaded = loaded
    self.parallel = parallel
    self.clock = clock
    let files = try Self.templateFiles(templates)
    inputs = Self.inputs(loaded, files)
    let earlier = search?.read()
    plan = try clock.measure("plan") {
      try Self.plan(loaded, templates: files, earlier, parallel)
    }
    if let search, plan.searchRecord != earlier { try search.write(plan.searchRecord) }
  }

  /// Decides which pages there are and where they lie.
  static func plan(
    _ loaded: LoadedKnowledge, templates: [(path: String, bytes: [UInt8])] = [],
    _ earlier: SearchRecord? = nil, _ parallel: Parallel = Parallel()
  ) throws -> SitePlan {
    let theme = try Theme.load(overrides: templates)
    return planSite(
      loaded.base, configuration: loaded.configuration, languages: loaded.catalog, theme: theme,
      files: loaded.listing.assets.map(\.path).filter { !loaded.unsafeDrawings.contains($0) },
      parallel: parallel, inputs: loaded.inputs, earlier: earlier)
  }

  /// The files of a templates folder, by their paths below it.
  private static func templateFiles(
    _ folder: String?
  ) throws(FileFault) -> [(path: String, bytes: [UInt8])] {
    guard let folder, Files.isFolder(folder) else { return [] }
    let listing = ContentListing.read(folder, shownAs: folder).value
    var files: [(path: String, bytes: [UInt8])] = []
    for file in listing.articles + listing.assets + listing.configuration {
      files.append((file.path, try Files.read(file.diskPath)))
    }
    return files
  }

  /// Stands for what all pages are made from, besides the content.
  private static func inputs(
    _ loaded: LoadedKnowledge, _ templates: [(path: String, bytes: [UInt8])]
  ) -> Fingerprint {
    Fingerprint { key in
      key.add(loaded.inputs)
      for file in templates {
        key.add(file.path)
        key.add(file.bytes)
      }
    }
  }

  /// Renders all pages and lays them ready, in parallel; nothing of it is seen yet.
  func stage(to publication: Publication) throws {
    let plan = plan
    let pageFaults = clock.measure("render and write") {
      let keys = PageKeys(plan, inputs: inputs, parallel)
      let pages = parallel.map(plan.pages) { (page: $0, key: keys.key(of: $0)) }
      // The largest first, while little else is held; then those without a key, which hold much as well,
      // so that none is waited for alone.
      let ordered =
        pages.filter { $0.page.isDownload }
        + pages.filter { $0.key == nil && !$0.page.isDownload }
        + pages.filter { $0.page.isSearchData }
        + pages.filter { $0.key != nil && !$0.page.isDownload && !$0.page.isSearchData }
      return parallel.map(ordered) { page, key in
        Self.fault { () throws(FileFault) in
          if let key, publication.keeps(page.path, key) { return }
          try publication.stage(page.path, render(page, in: plan), key: key)
        }
      }
    }
    let disk = Dictionary(
      loaded.listing.assets.map { ($0.path, $0.diskPath) }, uniquingKeysWith: { first, _ in first })
    let copyFaults = clock.measure("copy") {
      parallel.map(plan.copies) { copy in
        Self.fault { () throws(FileFault) in
          guard let path = disk[copy.from] else { return }
          try publication.stage(copy.to, Files.read(path))
        }
      }
    }
    if let fault = (pageFaults + copyFaults).lazy.compactMap({ $0 }).first { throw fault }
  }

  private static func fault(_ work: () throws(FileFault) -> Void) -> FileFault? {
    do throws(FileFault) {
      try work()
      return nil
    } catch {
      return error
    }
  }

  /// Begins to make the search index beside the old one.
  func startIndex(in state: borrowing StateFolder) -> Background {
    let index = state.searchIndex
    let (clock, plan) = (clock, plan)
    let fingerprint = ContentFingerprint.of(loaded.folder, listing: loaded.listing)
    return Background(parallel) {
      try clock.measure("search index") {
        let aside = Self.aside(index)
        try Files.remove(aside)
        let key = plan.searchRecord.key
        do {
          try SearchIndex.copy(index, to: aside)
          if try SearchIndex.renew(aside, fingerprint: fingerprint, contentKey: key) { return }
          try SearchIndex.write(
            plan.searchContent, to: aside, fingerprint: fingerprint, contentKey: key)
        } catch is SearchIndexFault {
          // There is no old one, or none that can be changed.
          try Files.remove(aside)
          try SearchIndex.write(
            plan.searchContent, to: aside, fingerprint: fingerprint, contentKey: key)
        }
      }
    }
  }

  /// Puts the index in the place of the old one.
  func finishIndex(_ index: Background, in state: borrowing StateFolder) throws {
    try index.wait()
    try Files.move(Self.aside(state.searchIndex), to: state.searchIndex)
  }

  private static func aside(_ index: String) -> String { index + ".tmp" }
}
