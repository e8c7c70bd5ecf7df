/// What a dictionary on this machine makes of terms: a source of suggestions, never of decisions.
package struct TranslationDictionary: Hashable, Sendable {
  /// Terms of the first language, lower case, and their translations; and the other way round.
  package var forward: [String: String]
  package var backward: [String: String]

  package init(forward: [String: String] = [:], backward: [String: String] = [:]) {
    self.forward = forward
    self.backward = backward
  }
}
