/// The kinds of structured fact that an article states about a concept.
package enum Facet: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  case definition
  case level
  case type
  case benefit
  case drawback
  case successFactor = "success-factor"
  case dimension
  case step
  case example
  case takeaway
}
