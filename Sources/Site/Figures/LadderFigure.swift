/// Levels as a ladder: each item of the list carries its stretch of it, rails and one rung, so that
/// the drawing grows with the text and the list itself is its text equivalent.
enum LadderFigure {
  static let rung: HTML = """
    <svg class="rung" aria-hidden="true" focusable="false"><line x1="4" y1="0" x2="4" y2="100%"/>\
    <line x1="40" y1="0" x2="40" y2="100%"/><line x1="4" y1="1.5rem" x2="40" y2="1.5rem"/>\
    <circle cx="22" cy="1.5rem" r="10"/></svg>
    """
}
