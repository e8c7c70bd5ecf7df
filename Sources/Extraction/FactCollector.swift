import Articles
import Diagnostics
import Language

/// Walks an article section by section and gathers what it says.
struct FactCollector {
  /// A fact with where it came from, before explanations are attached and doubles removed.
  struct Candidate {
    var fact: Fact
    /// The tokens of its label.
    var label: Range<Int>
    var section: Int
    /// The leaf that it stands in.
    var leaf: Int
    /// The group of items that it is one of; -1 for prose.
    var group = -1
    /// Its place in the group, counted from 1.
    var place = 0
  }

  let analysis: TextAnalysis
  let outline: Outline
  let headings: HeadingReader
  let items: ItemReader
  let sentences: SentenceReader
  let kinds: KindReader
  let examples: ExampleReader
  let coordination: Coordination
  /// Whether to note which sentences gave nothing, and why.
  let isExplaining: Bool
  var silences: [Silence] = []
  var candidates: [Candidate] = []
  /// What is promised by the heading of each section.
  var promises: [HeadingReader.Promise] = []
  /// Sections below a heading with a facet where nothing was found.
  var emptySections: [Int] = []
  /// Leaves that are items, or that lead items in: no prose of their own.
  var consumed: Set<Int> = []
  /// Leaves that are items themselves.
  var itemLeaves: Set<Int> = []
  /// Where the label of an item ends, by its first leaf; what follows explains it.
  var labelEnds: [Int: Int] = [:]
  var groupCount = 0
  /// How many headings have been read as items below each section.
  private var headingItems: [Int: Int] = [:]
  let numeral: UInt64
  let announcing: UInt64
  let action: UInt64
  let stepWord: UInt64
  /// `först`: words that the first step is told with.
  let openingStep: Set<Vocabulary.WordID>
  /// `saker`: words that count points.
  let pointNouns: Set<Vocabulary.WordID>
  let preposition: UInt64
  let contact: UInt64
  /// Where links stand in the prose, in order.
  let links: [Range<Int>]

  init(_ analysis: TextAnalysis, _ outline: Outline, isExplaining: Bool = false) {
    self.analysis = analysis
    self.isExplaining = isExplaining
    self.outline = outline
    headings = HeadingReader(analysis: analysis)
    items = ItemReader(analysis, outline)
    coordination = Coordination(analysis)
    sentences = SentenceReader(analysis, coordination)
    kinds = KindReader(analysis, sentences)
    examples = ExampleReader(analysis)
    let book = analysis.book
    numeral = book.bit("numeral")
    announcing = book.bit("announcing")
    action = book.bits("imperative", "infinitive")
    stepWord = book.bit("step-word")
    openingStep = book.words(of: "opening-step")
    pointNouns = book.words(of: "point-noun")
    preposition = book.bit("preposition")
    contact = book.bit("contact")
    links = analysis.article.prose.marks.filter { $0.kind == .link }.map(\.range)
  }

  mutating func collect() {
    promises = outline.sections.indices.map { promise(of: $0) }
    for section in outline.sections.indices { read(section) }
  }

  // MARK: Sections

  func promise(of section: Int) -> HeadingReader.Promise {
    guard let heading = outline.sections[section].heading else { return .init() }
    // The title of the article names its subject; it promises nothing of the text below.
    if section == 1, outline.sections[section].level == 1,
      outline.sections.count > 2 || !outline.sections[0].leaves.isEmpty
        || outline.sections[1].leaves.count(where: { outline.leaves[$0].list < 0 }) > 2
    {
      return .init()
    }
    return headings.promise(of: analysis.unnumbered(tokens(heading)))
  }

  func tokens(_ leaf: Int) -> Range<Int> {
    analysis.blocks[outline.leaves[leaf].block].tokens
  }

  mutating func read(_ index: Int) {
    let section = outline.sections[index]
    var promise = promises[index]
    if promise.isIgnored { return }
    let before = candidates.count
    if promise.facets.isEmpty, let parent = section.parent, isItem(section, of: parent),
      isGroup(section)
    {
      // `För deltagarna` below `Vinster`: the points stand below it.
      promise = promises[parent]
      promises[index] = promise
    } else if promise.facets.isEmpty, let parent = section.parent, isItem(section, of: parent) {
      add(section, index, under: promises[parent].facets[0])
      promise.facets = []
    }
    if let facet = numberedStep(section, promise) {
      add(section, index, under: facet)
      promise.facets = []
    }
    let groups = items.groups(in: section.leaves)
    for group in groups { read(group, in: index, promise, groups: groups) }
    readProse(section, index, promise, groups)
    if promise.facets.contains(where: { $0 != .definition }), candidates.count == before {
      emptySections.append(index)
    }
  }

  /// A heading that is a step or a degree of its own: `Steg 2: Fyll på`.
  func numberedStep(
    _ section: Outline.Section, _ promise: HeadingReader.Promise
  ) -> Facet? {
    guard let heading = section.heading,
      promise.facets.contains(where: { $0 == .step || $0 == .level })
    else { return nil }
    let title = tokens(heading)
    guard title.count > 3, let first = title.first, analysis.has(first, stepWord),
      analysis[first + 1].kind == .number || analysis.has(first + 1, numeral),
      analysis[first + 2].kind == .punctuation
    else { return nil }
    return promise.facets.contains(.step) ? .step : .level
  }

  /// A heading that promises nothing itself, below one that promises a facet, names an item of it.
  func isItem(_ section: Outline.Section, of parent: Int) -> Bool {
    let facets = promises[parent].facets
    guard facets.count == 1, facets[0] != .definition, facets[0] != .example,
      // `Hva enhetene har oppnådd` asks for what it does not name itself.
      !(section.heading.flatMap { tokens($0).first }.map(coordination.isQuestion) ?? false)
    else { return false }
    let last = outline.sections[parent].leaves
    // The parent lists nothing itself: its items are the headings, more than one.
    return !outline.leaves[last].contains { $0.list >= 0 || $0.table >= 0 }
      && isAmongSiblings(section, parent)
  }

  /// Whether another heading below the same one promises as little.
  private func isAmongSiblings(_ section: Outline.Section, _ parent: Int) -> Bool {
    var count = 0
    for (index, other) in outline.sections.enumerated().dropFirst(parent + 1) {
      if other.level <= outline.sections[parent].level { break }
      // Those that have been read take what their heading promised, or the parent's.
      if other.parent == parent,
        promises[index].facets.isEmpty || promises[index] == promises[parent]
      {
        count += 1
        if count > 1 { return true }
      }
    }
    return false
  }

  /// Whether a heading only says for whom, or where, the points below it hold: `För deltagarna`.
  func isGroup(_ section: Outline.Section) -> Bool {
    guard let heading = section.heading, let first = tokens(heading).first else { return false }
    return tokens(heading).count <= 5 && analysis.has(first, preposition)
      && !section.leaves.isEmpty
  }

  mutating func add(_ section: Outline.Section, _ index: Int, under facet: Facet) {
    guard let heading = section.heading else { return }
    let label = analysis.trimmed(items.stepless(analysis.unnumbered(tokens(heading))))
    guard !label.isEmpty else { return }
    var candidate = make(facet, label, text: label, rule: "heading.item", index, leaf: heading)
    if let first = section.leaves.first(where: { outline.leaves[$0].kind == .paragraph }) {
      candidate.fact.explanation = analysis.string(tokens(first))
    }
    let place = headingItems[section.parent ?? -1, default: 0] + 1
    headingItems[section.parent ?? -1] = place
    candidate.place = place
    if facet == .level || facet == .step { candidate.fact.order = place }
    candidates.append(candidate)
  }

  func make(
    _ facet: Facet, _ label: Range<Int>, text: Range<Int>, rule: String, _ section: Int, leaf: Int
  ) -> Candidate {
    let fact = Fact(
      facet: facet, label: analysis.label(label), text: analysis.string(analysis.unled(text)),
      span: analysis.span(label), rule: rule)
    return Candidate(fact: fact, label: label, section: section, leaf: leaf)
  }

  // MARK: Groups of items

  mutating func read(
    _ group: ItemGroup, in section: Int, _ promise: HeadingReader.Promise, groups: [ItemGroup]
  ) {
    let first = outline.leaves[group.leaves.lowerBound]
    if first.directive == .ignore {
      consumed.formUnion(group.leaves)
      return
    }
    if let intro = group.intro, leadsIn(intro) { consumed.insert(intro) }
    if group.kind == .table,
      readColumns(group, section, promise) || readRows(group, section)
    {
      return
    }
    guard var facet = facet(of: group, section, promise, groups: groups), facet != .definition,
      facet == .level || !isData(group)
    else { return }
    if facet == .successFactor, listsQuestions(group) { facet = .dimension }
    if facet == .step, group.items.allSatisfy({ kind($0, .level) != nil }) { facet = .level }
    consumed.formUnion(group.leaves)
    itemLeaves.formUnion(group.leaves)
    groupCount += 1
    var place = 0
    var subject: String?
    if case .facet(_, let of) = first.directive { subject = of }
    // By row, what stands beside its first cell.
    let cells = Dictionary(grouping: group.items.filter { $0.column > 0 }, by: \.order)
    for (item, facet) in nested(group.items.filter { $0.column == 0 }, facet) {
      let isWhole = facet == .takeaway
      labelEnds[item.leaf] = isWhole ? item.whole.upperBound : item.label.upperBound
      let named = isWhole ? nil : named(item, facet)
      let isCase = named != nil
      let (label, remark) =
        isWhole ? (item.whole, nil) : named ?? bare(analysis.untied(item.label))
      let rule = "\(group.kind == .table ? "table" : "list").\(facet.rawValue)"
      for (range, completion) in hanging(label, facet) {
        place += 1
        var candidate = make(facet, range, text: item.whole, rule: rule, section, leaf: item.leaf)
        // A title keeps its capital, and so does a name.
        let isTitle = analysis.isMark(range.lowerBound - 1, "\"")
        if facet == .example, isTitle || isCase && !examples.isDefinite(range) {
          candidate.fact.label = analysis.string(analysis.trimmed(range))
        }
        guard candidate.fact.label.contains(where: \.isLetter) else {
          place -= 1
          continue
        }
        if let completion { candidate.fact.label += completion }
        candidate.fact.explanation =
          isWhole
          ? nil
          : explanation(of: item, cells[item.order] ?? [], isInTable: group.kind == .table)
            ?? remark.map(analysis.string)
        candidate.fact.subject = subject
        candidate.fact.evidence = promise.evidence.isEmpty ? [] : [promise.evidence]
        candidate.group = groupCount
        candidate.place = place
        if facet == .level || facet == .step { candidate.fact.order = place }
        candidates.append(candidate)
      }
    }
  }

  /// Adds a sentence that goes on about the last fact to what explains it.
  mutating func goOn(_ sentence: Range<Int>, _ state: SentenceReader.State) {
    let last = candidates.count - 1
    guard last >= 0, state.explainsPrevious || elaborates(sentence, candidates[last]) else {
      return
    }
    let text = analysis.string(sentence)
    candidates[last].fact.explanation =
      candidates[last].fact.explanation.map { before in
        // The stop of a sentence was cut off with its marks.
        (before.last.map { ".!?:…\"”".contains($0) } ?? true ? before + " " : before + ". ") + text
      } ?? text
  }

  /// Whether a sentence that states nothing itself follows an axis or a degree in its paragraph, and
  /// so says more of it.
  func elaborates(_ sentence: Range<Int>, _ last: Candidate) -> Bool {
    guard last.fact.facet == .dimension, last.group < 0, last.fact.explanation == nil else {
      return false
    }
    let block = analysis.blocks[outline.leaves[last.leaf].block]
    guard block.tokens.contains(sentence.lowerBound), let end = sentence.last else { return false }
    return !analysis.isMark(end, "?") && sentence.lowerBound > last.label.lowerBound
  }

  /// What a sentence counts that others then tell one by one: `dras tre slutsatser.`
  func announcement(_ sentence: Range<Int>) -> Facet? {
    guard sentence.count <= 30,
      sentence.contains(where: { sentences.isNumeral($0) }),
      !announces(sentence)
    else { return nil }
    let facets = headings.promise(of: sentence).facets
    return facets.count == 1 && facets[0] != .definition ? facets[0] : nil
  }

  /// Whether a sentence counts points that those after it tell, with no ordinals: `Tre saker avgör.`
  func countsPoints(_ sentence: Range<Int>, of facet: Facet) -> Bool {
    [.benefit, .drawback, .successFactor].contains(facet)
      && sentence.dropLast(2).contains { at in
        sentences.isNumeral(at)
          && (at + 1...at + 2).contains { analysis.isOne($0, of: pointNouns) }
      }
  }

  /// Whether a sentence ends with the number of points that it speaks of, and so says none of them.
  func isCount(_ sentence: Range<Int>, of facet: Facet) -> Bool {
    let main = analysis.trimmed(sentence)
    guard [.benefit, .drawback, .successFactor].contains(facet), main.count <= 12,
      let number = main.last(where: { sentences.isNumeral($0) }),
      number + 1 < main.upperBound, number + 4 > main.upperBound, number > main.lowerBound,
      // `flere` counts nothing; `A og B er to ulemper` has told them.
      !analysis.has(number, sentences.determiner), !analysis.has(number - 1, sentences.be)
    else { return false }
    return main.allSatisfy { analysis[$0].isWord } && analysis.anyFinite(main)
      && headings.promise(of: number..<main.upperBound).facets.contains(facet)
      && (number + 1..<main.upperBound).allSatisfy { !analysis.isFinite($0) }
  }

  func leadsIn(_ leaf: Int) -> Bool {
    guard let last = tokens(leaf).last else { return false }
    return analysis.isMark(last, ":")
  }

  /// Links and nothing else.
  func isNavigation(_ group: ItemGroup) -> Bool {
    group.items.allSatisfy { item in
      let range = analysis.offsets(analysis.trimmed(item.whole))
      // The last link that starts at or before the item.
      var low = 0
      var high = links.count
      while low < high {
        let middle = (low + high) / 2
        if links[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low > 0 && links[low - 1].upperBound >= range.upperBound
    }
  }

  /// Whether most items begin with a verb that tells what to do.
  func looksLikeActions(_ group: ItemGroup) -> Bool {
    let actions = group.items.count { item in
      item.label.first.map { analysis.has($0, action) } ?? false
    }
    return actions * 2 >= group.items.count
  }
}
