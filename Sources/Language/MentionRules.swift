import Diagnostics

/// The small words around a term that show whether it is the noun that it looks like.
package struct MentionRules: Sendable {
  /// Words after which a word in dictionary form is a verb, as `å` in Norwegian.
  package let verbMarkers: Set<String>
  /// Words that follow a verb and no noun, as `seg`.
  package let verbFollowers: Set<String>
  /// Words that join a name to what it is for, as `för` in `Allians för Sverige`.
  package let nameLinks: Set<String>

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(["verb-markers", "verb-followers", "name-links"], &faults)
    verbMarkers = Set(section["verb-markers"]?.words(&faults) ?? [])
    verbFollowers = Set(section["verb-followers"]?.words(&faults) ?? [])
    nameLinks = Set(section["name-links"]?.words(&faults) ?? [])
  }
}
