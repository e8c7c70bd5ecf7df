import Mustache

/// What is wrong with a template or an asset.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path below `templates/`.
  package var template: String
  /// Counted from 1; 0 where the whole file is meant.
  package var line: Int
  package var message: String

  package var description: String {
    line > 0 ? "templates/\(template):\(line): \(message)" : "templates/\(template): \(message)"
  }
}

/// How the site looks: page templates and assets, the ones in the binary or a designer's own.
package struct Theme: Sendable {
  /// Files that are copied as they are, by their path below `templates/`, in order.
  package let assets: [Asset]
  private let layouts: PageLayouts

  package struct Asset: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  /// The templates and assets in the binary, with those in `overrides` in place of the ones of the
  /// same path or beside them.
  /// - Parameter overrides: paths below `templates/`, as `page.mustache`, `assets/style.css`.
  /// - Throws: `ThemeError` for a template that cannot be parsed or uses what there is not.
  package static func load(
    overrides: [(path: String, bytes: [UInt8])] = []
  ) throws(ThemeError) -> Theme {
    var files: [String: [UInt8]] = [:]
    for file in EmbeddedFiles.all {
      files[file.path] = file.contents.withUTF8Buffer { Array($0) }
    }
    for file in overrides { files[file.path] = file.bytes }
    var sources: [String: [UInt8]] = [:]
    var assets: [Asset] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if path.hasSuffix(".mustache") {
        sources[String(path.dropLast(".mustache".count))] = bytes
      } else {
        assets.append(
          Asset(path: path, bytes: path.hasSuffix(".css") ? StyleSheet.lean(bytes) : bytes))
      }
    }
    return Theme(assets: assets, layouts: PageLayouts(try compile(sources)))
  }

  private static func compile(
    _ sources: [String: [UInt8]]
  ) throws(ThemeError) -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      let file = name + ".mustache"
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw ThemeError(template: file, line: 0, message: "the template is not UTF-8")
      }
      if let mark = bytes.firstIndex(of: PageLayouts.mark) {
        let line = 1 + bytes[..<mark].count { $0 == 0x0A }
        throw ThemeError(
          template: file, line: line, message: "a NUL character, which no HTML page may hold")
      }
      let tags = TemplateTag.all(in: bytes)
      if let fault = TemplateLint.fault(in: name, tags: tags, templates: Set(sources.keys)) {
        throw fault
      }
      do {
        try library.register(unescaped(bytes, tags), named: name)
      } catch let error as MustacheTemplate.ParserError {
        throw ThemeError(
          template: file, line: error.context.lineNumber, message: "\(error.error)")
      } catch {
        throw ThemeError(template: file, line: 0, message: "\(error)")
      }
    }
    return library
  }

  /// Every value reaches a template escaped, so each variable is printed as it is: the Mustache
  /// library escapes by `Character` and lets a quote with a combining mark through.
  private static func unescaped(_ text: [UInt8], _ tags: [TemplateTag]) -> String {
    var out: [UInt8] = []
    var at = 0
    for tag in tags where tag.kind == .variable {
      out += text[at..<tag.range.lowerBound]
      out += "{{{\(tag.name)}}}".utf8
      at = tag.range.upperBound
    }
    out += text[at...]
    return String(decoding: out, as: UTF8.self)
  }

  /// A page, laid out by its template.
  func render(_ template: String, _ values: PageValues) -> [UInt8] {
    layouts.render(template, values)
  }
}
