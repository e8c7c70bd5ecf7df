/// A part of a pattern as its words say it, before it is compiled.
indirect enum PatternElement {
  case test(Pattern.Test)
  /// One of several sequences, the first that will do.
  case alternatives([[PatternElement]])
  /// As many as will do: none or one, any number, at least one.
  case optional([PatternElement])
  case repeated([PatternElement], isNeeded: Bool)
  /// As few tokens as will do.
  case gap(Pattern.Test)
  case start, end
  case open(Int)
  case close(Int)
  /// Up to seven words of a designation.
  case term(Int)
  /// Some tokens, as few as will do.
  case words(Int)
  /// All up to the final mark of the sentence.
  case rest(Int)

  /// How many tokens a designation has at the most.
  private static let longestTerm = 7

  // MARK: The machine's program

  /// The program of a sequence, which begins where an anchor says or else anywhere.
  static func program(_ elements: [PatternElement], isAnchored: Bool) -> [Pattern.Instruction] {
    var program: [Pattern.Instruction] =
      isAnchored ? [] : [.split(3, 1), .test(.any), .jump(0)]
    for element in elements { element.append(to: &program) }
    return program + [.accept]
  }

  private func append(to program: inout [Pattern.Instruction]) {
    let at = program.count
    switch self {
    case .test(let test): program.append(.test(test))
    case .start: program.append(.start)
    case .end: program.append(.end)
    case .open(let slot): program.append(.save(slot * 2))
    case .close(let slot): program.append(.save(slot * 2 + 1))
    case .gap(let test):
      program += [.split(at + 3, at + 1), .test(test), .jump(at)]
    case .optional(let body):
      program.append(.accept)
      for element in body { element.append(to: &program) }
      program[at] = .split(at + 1, program.count)
    case .repeated(let body, let isNeeded):
      if isNeeded {
        for element in body { element.append(to: &program) }
        program.append(.split(at, program.count + 1))
      } else {
        program.append(.accept)
        for element in body { element.append(to: &program) }
        program.append(.jump(at))
        program[at] = .split(at + 1, program.count)
      }
    case .alternatives(let sequences):
      var exits: [Int] = []
      for (place, sequence) in sequences.enumerated() {
        let start = program.count
        let isLast = place == sequences.count - 1
        if !isLast { program.append(.accept) }
        for element in sequence { element.append(to: &program) }
        if isLast { continue }
        exits.append(program.count)
        program.append(.accept)
        program[start] = .split(start + 1, program.count)
      }
      for exit in exits { program[exit] = .jump(program.count) }
    case .term(let slot): appendTerm(slot, to: &program)
    case .words(let slot):
      program += [.save(slot * 2), .test(.any)]
      PatternElement.gap(.any).append(to: &program)
      program.append(.save(slot * 2 + 1))
    case .rest(let slot): program += [.save(slot * 2), .rest, .save(slot * 2 + 1)]
    }
  }

  /// As few words as will do, each at least one.
  private func appendTerm(_ slot: Int, to program: inout [Pattern.Instruction]) {
    program += [.save(slot * 2), .test(.term)]
    let exits = (1..<Self.longestTerm).map { program.count + ($0 - 1) * 2 }
    let end = program.count + (Self.longestTerm - 1) * 2
    for exit in exits { program += [.split(end, exit + 1), .test(.term)] }
    program.append(.save(slot * 2 + 1))
  }

  // MARK: The scan

  /// The steps that tell whether a sequence matches at all.
  static func scan(_ elements: [PatternElement], isAnchored: Bool) -> [Pattern.ScanStep] {
    var steps: [Pattern.ScanStep] = isAnchored ? [] : [.gap]
    for element in elements { element.append(to: &steps) }
    return steps
  }

  private func append(to steps: inout [Pattern.ScanStep]) {
    switch self {
    case .test(let test): steps.append(.test(test))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .open, .close: break
    case .gap(.any): steps.append(.gap)
    case .gap(let test): steps.append(.skip(test))
    case .optional(let body):
      steps.append(.push)
      for element in body { element.append(to: &steps) }
      steps.append(.join)
    case .repeated(let body, let isNeeded):
      if isNeeded {
        for element in body { element.append(to: &steps) }
      }
      if case .test(let test)? = body.first, body.count == 1 {
        steps.append(.skip(test))
        return
      }
      steps.append(.push)
      let start = steps.count
      for element in body { element.append(to: &steps) }
      steps.append(.again(steps.count - start))
    case .alternatives(let sequences):
      steps.append(.fork)
      for (place, sequence) in sequences.enumerated() {
        for element in sequence { element.append(to: &steps) }
        steps.append(place == sequences.count - 1 ? .close : .next)
      }
    case .term:
      steps.append(.fork)
      for _ in 1..<Self.longestTerm { steps += [.test(.term), .also] }
      steps += [.test(.term), .close]
    case .words: steps += [.test(.any), .gap]
    case .rest: steps.append(.rest)
    }
  }
}
