/// A BCP 47 language tag as Begrepp uses it: `sv`, `nb`.
package struct LanguageCode: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  package let rawValue: String

  /// Takes the tag as it is, lower-cased, but reads `no` as `nb`: Bokmål is what it means in practice.
  package init(rawValue: String) {
    let tag = rawValue.lowercased()
    self.rawValue = tag == "no" ? "nb" : tag
  }

  package init(_ tag: String) { self.init(rawValue: tag) }
  package init(stringLiteral tag: String) { self.init(rawValue: tag) }

  package var description: String { rawValue }
  package static func < (a: LanguageCode, b: LanguageCode) -> Bool { a.rawValue < b.rawValue }
}
