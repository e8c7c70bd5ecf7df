/// Levels as a ladder: each item of the list carries its stretch of it, rails and one rung, so that
/// the drawing grows with the text and the list itself is its text equivalent.
enum LadderFigure {
  static let rung: HTML = """
    <svg class="rung" viewBox="0 0 32 32" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <path d="M6 0V32M26 0V32M6 16H26"/></svg>
    """
}
