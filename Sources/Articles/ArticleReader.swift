import Diagnostics
import Language

/// Makes an `Article` of the bytes of a file.
package struct ArticleReader: Sendable {
  /// The languages that articles may be written in.
  package let knownLanguages: [LanguageCode]
  /// Tells the language of a running text in UTF-8, where it can.
  package let detect: @Sendable ([UInt8]) -> LanguageCode?
  /// Whether text that was written without Markdown in mind is repaired before it is parsed.
  package var repairsRoughText = true
  /// Whether GitHub's tables are read.
  package var readsTables = true

  package init(
    knownLanguages: [LanguageCode], detect: @escaping @Sendable ([UInt8]) -> LanguageCode?
  ) {
    self.knownLanguages = knownLanguages
    self.detect = detect
  }

  /// Reads articles in the languages of a catalog, and detects them by its packs.
  package init(languages: LanguageCatalog) {
    self.init(knownLanguages: languages.codes) { languages.detect($0) }
  }

  /// Reads a file.
  /// - Returns: the article, or nil with an error where the file is no text, its front matter cannot
  ///   be read, or its language is not known. Nothing else is a failure.
  package func read(_ file: ContentFile) -> Diagnosed<Article?> {
    guard let (bytes, encoding) = FileText.decode(file.bytes) else {
      let location = Location(file: file.shownPath)
      return Diagnosed(
        nil, [Diagnostic(.binaryFile, at: location, "the file is not a text")])
    }
    let source = SourceText(path: file.shownPath, bytes: bytes)
    var diagnostics = encodingDiagnostics(encoding, source)
    var reader: FrontMatterReader?
    var bodyStart = 0
    if let block = FrontMatterBlock(source) {
      var attempt = FrontMatterReader(source, block)
      let (isReadable, isFrontMatter) = attempt.read()
      diagnostics += attempt.diagnostics
      guard isReadable else { return Diagnosed(nil, diagnostics) }
      if isFrontMatter {
        reader = attempt
        bodyStart = block.bodyStart
      }
    }
    let tree = parse(source, bodyStart..<bytes.count, &diagnostics)
    let prose = Prose(tree)
    guard let language = language(of: file, reader, prose, source, &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    if tree.document.nodes.count == 1 {
      diagnostics.append(
        Diagnostic(.emptyArticle, at: Location(file: source.path), "the article has no text"))
    }
    let directives = tree.document.directives(in: source)
    diagnostics += directives.diagnostics
    let article = Article(
      source: source, path: file.path, language: language,
      frontMatter: reader?.frontMatter ?? FrontMatter(), document: tree.document, prose: prose,
      directives: directives.value, bodyStart: bodyStart)
    return Diagnosed(article, diagnostics)
  }

  private func parse(
    _ source: SourceText, _ range: Range<Int>, _ diagnostics: inout [Diagnostic]
  ) -> MarkdownTree {
    guard repairsRoughText else {
      return MarkdownTree(source.bytes, range: range, tables: readsTables)
    }
    let rough = RoughText(source, range)
    diagnostics += rough.diagnostics
    guard let (bytes, map) = rough.repaired() else {
      return MarkdownTree(source.bytes, range: range, tables: readsTables)
    }
    return bytes.withUnsafeBufferPointer { MarkdownTree($0, map: map, tables: readsTables) }
  }

  private func encodingDiagnostics(_ encoding: FileText.Encoding, _ source: SourceText)
    -> [Diagnostic]
  {
    let location = Location(file: source.path)
    switch encoding {
    case .utf8: return []
    case .utf8WithMark:
      return [
        Diagnostic(
          .roughText, at: location, "the file begins with a byte order mark",
          fixes: [Fix("save the file without the byte order mark", [])])
      ]
    case .utf16, .windows1252, .mixed:
      let name =
        switch encoding {
        case .utf16: "UTF-16"
        case .mixed: "a mixture of UTF-8 and Windows-1252"
        default: "Windows-1252"
        }
      return [
        Diagnostic(
          .legacyEncoding, at: location, "the file is in \(name), not in UTF-8",
          help: "save it as UTF-8", fixes: [Fix("save the file as UTF-8", [])])
      ]
    }
  }

  // MARK: Language

  /// The language by option, front matter, folder or detection, in this order.
  private func language(
    of file: ContentFile, _ reader: FrontMatterReader?, _ prose: Prose, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) -> LanguageCode? {
    if let declared = file.declaredLanguage {
      if let known = known(declared) { return known }
      diagnostics.append(unknown(declared, at: Location(file: source.path)))
      return nil
    }
    if let reader, let declared = reader.frontMatter.language {
      if let known = known(declared) { return known }
      diagnostics.append(unknown(declared, at: source.location(reader.languageSpan)))
      return nil
    }
    if let folder = file.folderLanguage, let known = known(folder) { return known }
    if let detected = detect(prose.bytes), let known = known(detected) { return known }
    diagnostics.append(
      Diagnostic(
        .unknownLanguage, at: Location(file: source.path), "the language cannot be told",
        help: "say it in the front matter, as 'lang: \(knownLanguages.first?.rawValue ?? "sv")'"))
    return nil
  }

  /// The known language that a tag means: itself, or what stands before its first hyphen.
  private func known(_ code: LanguageCode) -> LanguageCode? {
    if knownLanguages.contains(code) { return code }
    let tag = code.rawValue.split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? ""
    let primary = LanguageCode(tag)
    return knownLanguages.contains(primary) ? primary : nil
  }

  private func unknown(_ code: LanguageCode, at location: Location) -> Diagnostic {
    let codes = knownLanguages.map(\.rawValue)
    let nearest = NearestName.of(code.rawValue, among: codes)
    return Diagnostic(
      .unknownLanguage, at: location, "the language '\(code)' is not known",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "the known languages are \(codes.joined(separator: ", "))")
  }
}
