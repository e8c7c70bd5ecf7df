/// What was measured, as a table in Markdown.
struct Table {
  private var rows: [[String]]

  init(_ headings: String...) {
    rows = [headings, headings.map { _ in "---" }]
  }

  mutating func add(_ cells: String...) { rows.append(cells) }

  var text: String {
    rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

/// A number with some decimals, without regard to any locale.
func decimal(_ number: Double, _ places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  guard number.isFinite, abs(number) < 1e12 else { return "–" }
  let whole = Int((abs(number) * Double(scale)).rounded())
  var digits = String(whole % scale)
  while digits.count < places { digits = "0" + digits }
  let sign = number < 0 && whole > 0 ? "-" : ""
  return sign + String(whole / scale) + (places > 0 ? "." + digits : "")
}

func seconds(_ number: Double) -> String {
  number < 1 ? decimal(number * 1000, 1) + " ms" : decimal(number, 2) + " s"
}

func megabytes(_ bytes: Int) -> String {
  decimal(Double(bytes) / 1e6, bytes < 10_000_000 ? 1 : 0) + " MB"
}

func ratio(_ number: Double) -> String { decimal(number, 2) + " ×" }
