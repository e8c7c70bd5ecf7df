import Articles
import Diagnostics
import Knowledge
import Language

/// Plans a site: which pages it has and where they lie.
/// - Parameters:
///   - files: the files beside the articles, by path below `content/`; images and documents among
///     them are copied. Of drawings (`.svg`) only those that `isSafeImage` lets through may be given.
///   - inputs: stands for the program, the configuration and the languages.
///   - earlier: what the plan of a build before said of its search; nil for nothing.
package func planSite(
  _ base: KnowledgeBase, configuration: SiteConfiguration, languages: LanguageCatalog,
  theme: Theme, files: [String] = [], parallel: Parallel = Parallel(jobs: 1),
  inputs: Fingerprint = Fingerprint(high: 0, low: 0), earlier: SearchRecord? = nil
) -> SitePlan {
  var planner = Planner(
    context: SiteContext(base: base, configuration: configuration, theme: theme),
    parallel: parallel, inputs: inputs, earlierSearch: earlier)
  let known = base.languages.compactMap { languages[$0] }.map { SiteLanguage($0) }
  return planner.plan(known, files: files)
}

struct Planner {
  /// A page of the index or of a facet holds this many lines before it is split.
  static let linesPerPage = 500
  /// A page of a concept lists this many places where it is used.
  static let usesPerPage = 50

  var context: SiteContext
  let parallel: Parallel
  private let inputs: Fingerprint
  private let earlierSearch: SearchRecord?
  var pages: [PlannedPage] = []
  var paths = PathTable()
  /// By mention: the index of its concept; -1 for none.
  private var mentioned: [Int] = []

  init(
    context: SiteContext, parallel: Parallel, inputs: Fingerprint, earlierSearch: SearchRecord?
  ) {
    self.context = context
    self.parallel = parallel
    self.inputs = inputs
    self.earlierSearch = earlierSearch
  }

  mutating func plan(_ languages: [SiteLanguage], files: [String]) -> SitePlan {
    readBase()
    add(.landing, at: context.landing)
    for language in languages { context.editions.append(edition(language)) }
    planArticles()
    for index in context.editions.indices { planLists(index) }
    planSearch(inputs, earlier: earlierSearch)
    planRedirects()
    for (number, asset) in context.theme.assets.enumerated() { add(.asset(number), at: asset.path) }
    for kind in Download.allCases {
      context.downloads.append((kind, add(.download(kind), at: kind.path)))
    }
    if context.configuration.baseURL != nil {
      add(.sitemap, at: "sitemap.xml")
      for index in context.editions.indices {
        let code = context.editions[index].code
        context.editions[index].feed = add(.feed(code), at: "\(code)/atom.xml")
      }
    }
    add(.robots, at: "robots.txt")
    let copies = planCopies(files)
    return SitePlan(pages: pages, copies: copies, frozen: Frozen(context))
  }

  @discardableResult
  mutating func add(_ kind: PlannedPage.Kind, at path: String) -> String {
    let path = paths.claim(path)
    pages.append(PlannedPage(kind: kind, path: path))
    return path
  }

  // MARK: - What the base says

  private mutating func readBase() {
    let base = context.base
    var start = 0
    context.mentionRanges = base.articles.indices.map { article in
      var end = start
      while end < base.mentions.count, base.mentions[end].article == article { end += 1 }
      defer { start = end }
      return start..<end
    }
    context.outlines = parallel.map(Array(base.articles.indices)) {
      Outline(base.articles[$0].article)
    }
    mentioned = parallel.map(Array(base.mentions.indices)) {
      base.index(of: base.mentions[$0].concept) ?? -1
    }
    context.connections = Array(repeating: 0, count: base.concepts.count)
    for concept in mentioned where concept >= 0 { context.connections[concept] += 1 }
  }

  /// By concept the mentions in articles of a language but its own, one a sentence.
  private func uses(in language: LanguageCode) -> [[Int]] {
    let base = context.base
    var uses: [[Int]] = Array(repeating: [], count: base.concepts.count)
    for (article, range) in context.mentionRanges.enumerated()
    where base.articles[article].language == language {
      let subject = base.articles[article].subject.flatMap(base.index)
      for index in range {
        let concept = mentioned[index]
        guard concept >= 0, concept != subject else { continue }
        let sentence = base.mentions[index].sentence.lowerBound
        if let last = uses[concept].last, base.mentions[last].article == article,
          base.mentions[last].sentence.lowerBound == sentence
        {
          continue
        }
        uses[concept].append(index)
      }
    }
    return uses
  }

  // MARK: - Pages

  private mutating func edition(_ language: SiteLanguage) -> Edition {
    var edition = Edition(language: language)
    let code = language.code
    func folder(_ phrase: Phrase) -> String { self.folder(phrase, language) }
    edition.home = add(.home(code), at: "\(code)/index.html")
    edition.articlesPage = add(.articles(code), at: folder(.folderArticles) + ".html")
    edition.search = add(.search(code), at: folder(.folderSearch) + ".html")
    edition.about = add(.about(code), at: folder(.folderAbout) + ".html")
    edition.notFound = add(
      .notFound(code), at: context.editions.isEmpty ? "404.html" : "\(code)/404.html")
    edition.uses = uses(in: code)
    let conceptFolder = folder(.folderConcepts)
    edition.conceptPaths = context.base.concepts.enumerated().map { number, concept in
      guard let slug = concept.slugs[code], concept.designations[code] != nil else { return nil }
      let path = add(.concept(number, code, part: 0), at: "\(conceptFolder)/\(slug).html")
      let parts = (edition.uses[number].count + Self.usesPerPage - 1) / Self.usesPerPage
      if parts > 1 {
        for part in 1..<parts {
          add(
            .concept(number, code, part: part),
            at: "\(path.dropLast(".html".count))/\(part + 1).html")
        }
      }
      return path
    }
    return edition
  }

  private mutating func planArticles() {
    context.articlePaths = context.base.articles.map { _ in "" }
    var sections: [LanguageCode: [String: String]] = [:]
    for (number, entry) in context.base.articles.enumerated() {
      guard let edition = context.editions.firstIndex(where: { $0.code == entry.language }) else {
        continue
      }
      let top = String(context.editions[edition].articlesPage.dropLast(".html".count))
      var folder = top
      if !entry.section.isEmpty {
        if let known = sections[entry.language]?[entry.section] {
          folder = known
        } else {
          let parts = entry.section.split(separator: "/").map { Address.slug(String($0)) }
          let slug = parts.joined(separator: "/")
          let number = context.editions[edition].sections.count
          let path = add(.section(entry.language, number), at: "\(top)/\(slug)/index.html")
          folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
          sections[entry.language, default: [:]][entry.section] = folder
          context.editions[edition].sections.append(
            SiteSection(name: entry.section, path: path, articles: []))
        }
        let place = context.editions[edition].sections.firstIndex { $0.name == entry.section }
        if let place { context.editions[edition].sections[place].articles.append(number) }
      }
      context.articlePaths[number] = add(.article(number), at: "\(folder)/\(entry.slug).html")
    }
  }

  private mutating func planRedirects() {
    for (number, entry) in context.base.articles.enumerated() {
      let target = context.articlePaths[number]
      guard !target.isEmpty else { continue }
      for alias in entry.article.frontMatter.aliases {
        guard let path = Self.path(ofAlias: alias, in: entry.language) else { continue }
        redirect(path, to: target, title: entry.title, in: entry.language)
      }
    }
    for redirect in context.base.redirects {
      let parts = redirect.from.rawValue.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let concept = context.base.index(of: redirect.to),
        let edition = context.edition(LanguageCode(parts[0]))
      else { continue }
      let code = edition.code
      let found = ([edition] + context.editions).lazy.compactMap { edition in
        edition.conceptPaths[concept].map { (edition.code, $0) }
      }.first
      guard let (language, target) = found,
        let title = context.base.concepts[concept].term(in: language)
      else { continue }
      let path = "\(folder(.folderConcepts, edition.language))/\(parts[1]).html"
      self.redirect(path, to: target, title: title, in: code)
    }
  }

  private mutating func redirect(
    _ path: String, to target: String, title: String, in language: LanguageCode
  ) {
    guard paths.claimIfFree(path) else { return }
    pages.append(PlannedPage(kind: .redirect(language, target: target, title: title), path: path))
  }

  /// A folder or page of a language that is named by its pack.
  func folder(_ phrase: Phrase, _ language: SiteLanguage) -> String {
    "\(language.code)/\(Address.slug(language.wording[phrase]))"
  }

  /// An old address as an output path: below the language's folder, or from the site's top where it
  /// starts with `/`. Nil where it leads out of the site or is none.
  static func path(ofAlias alias: String, in language: LanguageCode) -> String? {
    let address = alias.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    var parts = address.split(separator: "/").map(String.init)
    let isClean = parts.allSatisfy { part in
      !part.hasPrefix(".")
        && !part.unicodeScalars.contains { $0.value < 0x20 || ":?\\".unicodeScalars.contains($0) }
    }
    guard !parts.isEmpty, isClean else { return nil }
    if address.hasSuffix("/") {
      parts.append("index.html")
    } else if !parts[parts.count - 1].hasSuffix(".html") {
      parts[parts.count - 1] += ".html"
    }
    return (address.hasPrefix("/") ? parts : [language.rawValue] + parts).joined(separator: "/")
  }

  /// Images and documents are copied to the same place below `public/`.
  private mutating func planCopies(_ files: [String]) -> [ContentCopy] {
    let kinds = [
      "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf", "csv", "txt", "mp3", "mp4",
    ]
    var copies: [ContentCopy] = []
    for file in files.sorted() {
      guard let dot = file.lastIndex(of: "."),
        !file.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      let kind = file[file.index(after: dot)...].lowercased()
      guard kinds.contains(kind), paths.claimIfFree(file) else { continue }
      copies.append(ContentCopy(from: file, to: file))
      context.files[file] = file
    }
    return copies
  }
}
