/// A piece of finished HTML, as UTF-8 bytes.
///
/// Made from string literals, whose own text is markup and whose interpolations are escaped:
/// `"<a href=\"\(url: address)\">\(term)</a>" as HTML`. Text from the content can therefore reach a
/// page only through an escape, and a piece of HTML is never escaped twice.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }
  package init(stringLiteral literal: StringLiteralType) { bytes = Array(literal.utf8) }
  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// - Parameter trusted: bytes that are HTML already, from a renderer that escapes.
  package init(trusted: some Sequence<UInt8>) { bytes = Array(trusted) }

  /// Text, escaped for element content and for attributes in double or single quotes.
  package init(text: String) {
    bytes = []
    Escape.html(text, into: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ html: HTML) { bytes += html.bytes }
  package static func += (a: inout HTML, b: HTML) { a.bytes += b.bytes }

  package mutating func append(text: some Sequence<UInt8>) { Escape.html(text, into: &bytes) }
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  package struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }
    /// Text, escaped for element content and quoted attributes.
    package mutating func appendInterpolation(_ text: String) { Escape.html(text, into: &bytes) }
    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
    package mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
    /// An address for `href` or `src`: an unsafe one becomes `#`.
    package mutating func appendInterpolation(url: String) {
      Escape.html(Escape.safeURL(url), into: &bytes)
    }
  }
}

extension Sequence<HTML> {
  /// All pieces, one after the other, with `separator` between them.
  package func joined(_ separator: HTML = "") -> HTML {
    var all = HTML()
    var isFirst = true
    for piece in self {
      if !isFirst { all += separator }
      isFirst = false
      all += piece
    }
    return all
  }
}
