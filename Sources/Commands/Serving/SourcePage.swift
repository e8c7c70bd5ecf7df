import Diagnostics
import Site

/// A file of the content with its lines numbered and what was found at them, for those who follow a
/// finding out of the page.
enum SourcePage {
  static let path = "/_begrepp/source"

  /// The file stands in the query, where a browser leaves the dots of `../content` alone.
  static func address(of file: String, line: Int) -> String {
    path + "?file=" + SitePath.encoded(file) + "#L\(line)"
  }

  /// - Returns: The page as UTF-8; nil where the file is none of the outcome's.
  static func html(_ file: String, in outcome: RebuildOutcome, script: String) -> [UInt8]? {
    guard let source = outcome.sources[file] else { return nil }
    let found = Dictionary(
      grouping: outcome.diagnostics.filter { $0.location.file == file }, by: \.location.start.line)
    var out: [UInt8] = []
    func add(_ markup: String) { out += Array(markup.utf8) }
    func add(text: String) { Escape.html(text, into: &out) }
    add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    add("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    add(text: file)
    add("</title>\n<link rel=\"stylesheet\" href=\"/_begrepp/source.css\">\n</head>\n<body>\n<h1>")
    add(text: file)
    add("</h1>\n<ol>\n")
    for line in source.lineStarts.indices {
      let bytes = source.bytes[source.lineRange(line)]
      add("<li id=\"L\(line + 1)\"><code>")
      Escape.html(bytes.isEmpty ? [0x20][...] : bytes, into: &out)
      add("</code>")
      for diagnostic in found[line + 1] ?? [] {
        add("<p class=\"\(diagnostic.severity.rawValue)\"><strong>")
        add("\(diagnostic.severity.rawValue)</strong> ")
        add(text: diagnostic.message)
        add(" <span>[\(diagnostic.rule.rawValue)]</span></p>")
      }
      add("</li>\n")
    }
    add("</ol>\n" + script + "</body>\n</html>\n")
    return out
  }
}
