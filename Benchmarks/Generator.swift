/// A made-up term with the forms that the articles use it in.
struct MadeTerm {
  var dictionary, withArticle, definite, plural, definitePlural, genitive: String
}

/// Writes articles about made-up terms which mention each other: the same ones from the same seed.
struct Generator {
  let wording: Wording
  let terms: [MadeTerm]
  private var random: Seeded

  init(_ wording: Wording, terms count: Int, seed: UInt64) {
    self.wording = wording
    random = Seeded(seed)
    var seen: Set<String> = []
    var terms: [MadeTerm] = []
    terms.reserveCapacity(count)
    while terms.count < count {
      let term = Self.term(wording, &random)
      if seen.insert(term.dictionary).inserted { terms.append(term) }
    }
    self.terms = terms
  }

  /// Of ten terms one is a compound of two words, three of three, and six have an adjective before them.
  private static func term(_ wording: Wording, _ random: inout Seeded) -> MadeTerm {
    let head = random.pick(wording.heads)
    let kind = random.below(10)
    var first = random.pick(wording.modifiers)
    if kind > 0 { first = random.pick(wording.modifiers) + first }
    let article = head.isNeuter ? wording.articles.neuter : wording.articles.common
    guard kind > 3 else {
      return MadeTerm(
        dictionary: first + head.singular, withArticle: "\(article) \(first)\(head.singular)",
        definite: first + head.definite, plural: first + head.plural,
        definitePlural: first + head.definitePlural, genitive: first + head.definite + "s")
    }
    let adjective = random.pick(wording.adjectives)
    let agreeing = head.isNeuter ? adjective.neuter : adjective.common
    let determiner = head.isNeuter ? wording.determiners.neuter : wording.determiners.common
    let definite = "\(determiner) \(adjective.plural) \(first)\(head.definite)"
    return MadeTerm(
      dictionary: "\(agreeing) \(first)\(head.singular)",
      withArticle: "\(article) \(agreeing) \(first)\(head.singular)", definite: definite,
      plural: "\(adjective.plural) \(first)\(head.plural)",
      definitePlural:
        "\(wording.determiners.plural) \(adjective.plural) \(first)\(head.definitePlural)",
      genitive: definite + "s")
  }

  /// An article of some 5 kB about a term.
  ///
  /// - Parameter source: The path of the article that it is a translation of.
  mutating func article(about index: Int, translationOf source: String? = nil) -> String {
    let subject = terms[index]
    var text = source.map { "---\ntranslationOf: \($0)\n---\n\n" } ?? ""
    text += "# \(capitalised(subject.dictionary))\n\n"
    text += fill(random.pick(wording.definitions), always: subject) + " " + paragraph(2) + "\n\n"
    text += paragraph(5) + "\n\n"
    text += section(fill(wording.headings.types, always: subject), paragraphs: 1)
    for _ in 0..<3 {
      let type = random.pick(terms)
      text += "- \(capitalised(type.dictionary)): \(fill(random.pick(wording.prose)))\n"
    }
    text += "\n" + section(fill(wording.headings.benefits, always: subject), paragraphs: 0)
    text += list(wording.benefits)
    text += section(wording.headings.drawbacks, paragraphs: 0) + list(wording.drawbacks)
    text += section(wording.headings.levels, paragraphs: 0) + wording.levelLead + "\n\n"
    for (place, level) in wording.levels.enumerated() { text += "\(place + 1). \(level)\n" }
    text += "\n"
    var other = wording.headings.other
    for _ in 0..<4 {
      text += section(fill(other.remove(at: random.below(other.count))), paragraphs: 2)
    }
    return text
  }

  private mutating func section(_ heading: String, paragraphs: Int) -> String {
    var text = "## \(heading)\n\n"
    for _ in 0..<paragraphs { text += paragraph(4) + "\n\n" }
    return text
  }

  private mutating func paragraph(_ sentences: Int) -> String {
    var text: [String] = []
    for _ in 0..<sentences {
      let sentence = fill(random.pick(wording.prose))
      text.append(
        random.below(12) == 0 ? sentence + " *\(random.pick(wording.places))*." : sentence)
    }
    return text.joined(separator: " ")
  }

  private mutating func list(_ items: [String]) -> String {
    let start = random.below(items.count)
    let some = (0..<4).map { "- \(items[(start + $0) % items.count])\n" }
    return some.joined() + "\n"
  }

  /// A template with terms in its places: one term in all of them, or any.
  private mutating func fill(_ template: String, always subject: MadeTerm? = nil) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let slot = rest[rest.index(after: open)]
      let term = subject ?? random.pick(terms)
      let isFirst = text.isEmpty
      var word: String
      switch slot {
      case "i", "I": word = term.withArticle
      case "b": word = term.dictionary
      case "d": word = term.definite
      case "p": word = term.plural
      case "q": word = term.definitePlural
      case "g": word = term.genitive
      case "n": word = String(random.below(90) + 10)
      default: word = random.pick(wording.places)
      }
      if isFirst { word = capitalised(word) }
      text += word
      rest = rest[rest.index(open, offsetBy: 3)...]
    }
    return text + rest
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
