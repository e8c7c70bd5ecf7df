import Knowledge

/// Two dimensions as a two-by-two figure, with their ends where the text names them.
enum DimensionFigure {
  /// - Returns: An SVG figure where there are exactly two dimensions, else nothing.
  static func svg(_ statements: [Statement], term: String, _ wording: Wording) -> HTML {
    guard statements.count == 2 else { return HTML() }
    let name = wording(.dimensionFigure, ["term": term])
    let across = statements[0]
    let up = statements[1]
    // Names stand close to their axes where there are no ends between them.
    let below = across.poles.count > 1 ? 292 : 270
    let beside = up.poles.count > 1 ? 16 : 38
    var out: HTML = """
      <figure class="axes"><svg viewBox="\(String(beside - 14)) 0 \(String(362 - beside)) \(String(below + 8))" role="img" aria-label="\(name): \(describe(across, wording)); \(describe(up, wording))">
      <rect class="cell" x="60" y="12" width="140" height="112"/><rect class="cell" x="204" y="12" width="140" height="112"/>
      <rect class="cell" x="60" y="128" width="140" height="112"/><rect class="cell" x="204" y="128" width="140" height="112"/>
      <path class="axis" d="M52 240V12M46 20L52 10L58 20M60 248H346M336 242L346 248L336 254"/>
      <text class="axis-name" x="202" y="\(String(below))" text-anchor="middle">\(fit(across.label, 44))</text>
      <text class="axis-name" transform="translate(\(String(beside)) 126) rotate(-90)" text-anchor="middle">\(fit(up.label, 34))</text>

      """
    if across.poles.count > 1, let low = across.poles.first, let high = across.poles.last {
      out += "<text x=\"130\" y=\"268\" text-anchor=\"middle\">\(fit(low, 20))</text>"
      out += "<text x=\"274\" y=\"268\" text-anchor=\"middle\">\(fit(high, 20))</text>\n"
    }
    if up.poles.count > 1, let low = up.poles.first, let high = up.poles.last {
      out +=
        "<text transform=\"translate(40 184) rotate(-90)\" text-anchor=\"middle\">\(fit(low, 16))</text>"
      out +=
        "<text transform=\"translate(40 68) rotate(-90)\" text-anchor=\"middle\">\(fit(high, 16))</text>\n"
    }
    out += "</svg></figure>\n"
    return out
  }

  private static func describe(_ statement: Statement, _ wording: Wording) -> String {
    guard statement.poles.count > 1, let low = statement.poles.first,
      let high = statement.poles.last
    else { return statement.label }
    return statement.label + ", " + wording(.fromTo, ["from": low, "to": high]).lowercased()
  }

  /// A label cut to so many scalars: the list beside the figure has it whole.
  private static func fit(_ text: String, _ limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(limit - 1))
    return String(scalars) + "…"
  }
}
