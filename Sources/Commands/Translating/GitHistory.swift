/// Who changed files last, and when, where the knowledge base lies in a git repository.
enum GitHistory {
  struct Commit: Sendable, Equatable {
    var author: String
    /// `YYYY-MM-DD`, where the author was.
    var date: String
  }

  /// The last commit of each file; none for files and folders that git does not know.
  ///
  /// - Parameters:
  ///   - paths: below the folder.
  ///   - folder: absolute.
  static func lastCommits(of paths: Set<String>, in folder: String) -> [String: Commit] {
    if paths.isEmpty { return [:] }
    let arguments =
      [
        "log", "--no-merges", "--no-ext-diff", "--no-textconv", "--relative", "--name-only",
        "--format=%x01%an%x1f%as", "--",
      ] + (paths.count <= 500 ? paths.sorted().map { ":(literal)" + $0 } : ["content"])
    guard let answer = Git(folder: folder).run(arguments), answer.status == 0 else { return [:] }
    return commits(in: String(decoding: answer.output, as: UTF8.self), of: paths)
  }

  static func commits(in log: String, of paths: Set<String>) -> [String: Commit] {
    var commits: [String: Commit] = [:]
    var current: Commit?
    for line in log.split(separator: "\n") {
      if line.utf8.first == 1 {
        let parts = line.dropFirst().split(
          separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
        current = Commit(
          author: String(parts[0]), date: parts.count > 1 ? String(parts[1]) : "")
      } else if let current, paths.contains(String(line)), commits[String(line)] == nil {
        commits[String(line)] = current
      }
    }
    return commits
  }
}
