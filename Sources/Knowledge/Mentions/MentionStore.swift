/// Keeps from one process to the next what articles mention.
package protocol MentionStore: Sendable {
  /// Whether there was nothing from an earlier process.
  var isEmpty: Bool { get }

  /// What was found in the article at a path; nil where nothing is known by the key.
  ///
  /// - Parameter key: stands for all that the mentions depend on.
  func mentions(of path: String, _ key: Fingerprint) -> ArticleMentions?

  /// Keeps what was found in the article at a path.
  func keep(_ mentions: ArticleMentions, of path: String, _ key: Fingerprint)
}
