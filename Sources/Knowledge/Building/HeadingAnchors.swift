import Articles
import Foundation

extension Article {
  /// The anchor of each heading, unique in the article: what `#fragment` of a link to it means, and the
  /// `id` that the site gives it.
  package func headingAnchors() -> [Document.NodeID: String] {
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    var anchors: [Document.NodeID: String] = [:]
    for block in prose.blocks where document[block.node].kind == .heading {
      let base = HeadingAnchor.spelled(prose.text(block.range))
      var anchor = base
      while !taken.insert(anchor).inserted {
        numbers[base, default: 0] += 1
        anchor = "\(base)-\(numbers[base, default: 0])"
      }
      anchors[block.node] = anchor
    }
    return anchors
  }
}

enum HeadingAnchor {
  /// As GitHub makes anchors, so that links written for it lead here too: lower case, letters and
  /// digits kept, spaces as hyphens, the rest dropped.
  static func spelled(_ text: String) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in composed(text) {
      switch scalar {
      case " ": anchor.append("-")
      case "-", "_", "0"..."9", "a"..."z": anchor.append(scalar)
      default: if scalar.value >= 0x80, scalar.properties.isAlphabetic { anchor.append(scalar) }
      }
    }
    return anchor.isEmpty ? "avsnitt" : String(anchor)
  }

  /// The small letters of a text, each in one scalar with its marks.
  private static func composed(_ text: String) -> String.UnicodeScalarView {
    smallLatinLetters(text)
      ?? text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
  }
}
