import Language

/// What a list or a table lists.
extension FactCollector {
  /// What a group lists: what a directive declares, else what the heading promises, else the sentence
  /// that leads it in, else what its form tells.
  func facet(
    of group: ItemGroup, _ section: Int, _ promise: HeadingReader.Promise, groups: [ItemGroup]
  ) -> Facet? {
    if case .facet(let facet, _) = outline.leaves[group.leaves.lowerBound].directive {
      return facet
    }
    let intro = group.intro.map { introPromise($0) } ?? .init()
    if intro.isIgnored || isNavigation(group) { return nil }
    if asks(group), promise.facets.isEmpty || promise.facets.contains(.step), !asksOfEach(group) {
      return nil
    }
    // `Råd till dig som är ombud` at the top of a box.
    if group.isQuoted {
      return intro.isWeak || intro.facets.count > 1 ? .takeaway : intro.facets.first ?? .takeaway
    }
    // `Husk:` with a line of its own heads its list, whatever the section is about.
    if let leaf = group.intro, tokens(leaf).count <= 4, announces(tokens(leaf)), !intro.isWeak,
      intro.facets.contains(.takeaway), !looksLikeActions(group)
    {
      return .takeaway
    }
    // A later list of the section that is led in as something else: `Kapitalet varierar efter:`
    if groups.first?.leaves != group.leaves, !intro.isWeak,
      Set(intro.facets).isDisjoint(with: promise.facets), let other = resolve(intro.facets, group)
    {
      return other
    }
    // `Att veta` over a list that a sentence leads in: a guess at the heading says less.
    if promise.isWeak, !intro.isWeak, let facet = resolve(intro.facets, group) { return facet }
    // `Nivå | Ersättning`, `Steg | Åtgärd`: the head of the first column names what the rows are.
    if group.kind == .table, let head = group.heads.first, group.heads.count > 1,
      let named = headings.promise(of: head).facets.first, named == .level || named == .step,
      promise.facets == [.type] || promise.facets == [named] || promise.facets.isEmpty
    {
      return named
    }
    switch promise.facets.count {
    case 0:
      if let facet = resolve(intro.facets, group) { return facet }
      if asksOfEach(group) { return .dimension }
      return looksLikeActions(group) ? byForm(group) : nil
    case 1:
      // `Begrepp` over a list of phases: the lead-in says more than the heading.
      if promise.facets[0] == .definition { return resolve(intro.facets, group) }
      return promise.facets[0]
    default:
      if let facet = intro.facets.first(where: promise.facets.contains) { return facet }
      if Set(promise.facets) == [.level, .step] { return resolve(promise.facets, group) }
      if Set(promise.facets) == [.step, .successFactor] {
        return group.isOrdered && looksLikeActions(group) ? .step : .successFactor
      }
      if Set(promise.facets) == [.takeaway, .successFactor] {
        return looksLikeActions(group) ? .successFactor : .takeaway
      }
      let lists = groups.filter { $0.kind != .table }
      if lists.count == promise.facets.count,
        let place = lists.firstIndex(where: { $0.leaves == group.leaves })
      {
        return promise.facets[place]
      }
      return promise.facets[0]
    }
  }

  /// What a list of commands is that nothing says more of: in numbered order steps, else advice.
  func byForm(_ group: ItemGroup) -> Facet? {
    if group.isOrdered { return .step }
    let isAdvice =
      group.kind == .list && group.items.count > 2
      && group.items.allSatisfy { sentences.invites($0.whole) && !analysis.any($0.whole, contact) }
    return isAdvice ? .successFactor : nil
  }

  /// `vilka varor du säljer`, `hur mycket ni handlar`: what matters, not what to do.
  func listsQuestions(_ group: ItemGroup) -> Bool {
    group.items.count > 1
      && group.items.allSatisfy { item in
        item.label.first.map { coordination.isQuestion($0) } ?? false
      }
  }

  /// Whether what is numbered are questions to the reader, as at the end of a chapter.
  private func asks(_ group: ItemGroup) -> Bool {
    2 * group.items.count { $0.whole.last.map { analysis.isMark($0, "?") } ?? false }
      > group.items.count
  }

  func resolve(_ facets: [Facet], _ group: ItemGroup) -> Facet? {
    if facets.contains(.level), facets.contains(.step) {
      return looksLikeActions(group) ? .step : .level
    }
    return facets.first
  }

  /// `Plats – får du sitta hemma eller någon annanstans?`: a word and a question in each item are axes.
  private func asksOfEach(_ group: ItemGroup) -> Bool {
    group.kind != .table && group.items.count > 1
      && group.items.allSatisfy { item in
        item.label.count <= 4 && item.label.upperBound < item.whole.upperBound
          && item.whole.last.map { analysis.isMark($0, "?") } ?? false
      }
  }
}
