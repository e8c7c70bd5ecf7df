/// Writes whole knowledge bases for the command to work on.
enum KnowledgeBases {
  private static let site = """
    title: {sv: Mätning, nb: Måling}
    baseURL: https://example.org/
    languages: [sv, nb]

    """

  /// As many articles as asked for, half of them in each language, the Norwegian ones as translations of
  /// the Swedish ones.
  ///
  /// - Returns: The paths of the articles below `folder`.
  static func articles(_ count: Int, in folder: Folder, _ name: String) throws -> [String] {
    try start(name, in: folder)
    var swedish = Generator(.swedish, terms: max(1, count / 2), seed: 1)
    var norwegian = Generator(.norwegian, terms: max(1, count / 2), seed: 2)
    var paths: [String] = []
    for index in swedish.terms.indices {
      let own = "\(name)/content/sv/artikel-\(index).md"
      try folder.write(swedish.article(about: index).utf8, to: own)
      let other = "\(name)/content/nb/artikel-\(index).md"
      let source = "sv/artikel-\(index).md"
      try folder.write(norwegian.article(about: index, translationOf: source).utf8, to: other)
      paths += [own, other]
    }
    return paths
  }

  /// As many concepts as asked for, declared in `concepts.yml`, and ten articles.
  static func concepts(_ count: Int, in folder: Folder, _ name: String) throws {
    try start(name, in: folder)
    var swedish = Generator(.swedish, terms: count, seed: 1)
    let norwegian = Generator(.norwegian, terms: count, seed: 2)
    var entries = ""
    for (index, (own, other)) in zip(swedish.terms, norwegian.terms).enumerated() {
      entries += "- id: concept-\(index)\n"
      entries += "  sv: {term: \(own.dictionary)}\n  nb: {term: \(other.dictionary)}\n"
    }
    try folder.write(entries.utf8, to: "\(name)/content/concepts.yml")
    for index in 0..<min(10, count) {
      let path = "\(name)/content/sv/artikel-\(index).md"
      try folder.write(swedish.article(about: index).utf8, to: path)
    }
  }

  private static func start(_ name: String, in folder: Folder) throws {
    for part in ["", "/content", "/content/sv", "/content/nb"] { try folder.make(name + part) }
    try folder.write(site.utf8, to: name + "/content/site.yml")
  }
}
