import Diagnostics
import Dispatch
import Synchronization

/// Follows somebody who writes: shows at once what is saved, as far as that can be, and builds the site
/// when nothing is being saved. Not safe to be used from several threads.
final class Preview {
  /// What a build came to, and what it took.
  private struct Built: Sendable {
    var outcome: RebuildOutcome
    var milliseconds: UInt64
    var clock: Clock
  }

  /// In order: what is built settles next.
  private enum Work { case building, settling }

  private let rebuilder: Rebuilder
  private let live: LiveEvents
  private let showsTimings: Bool
  private let errand: Errand
  /// Where the thread that builds leaves what it has built.
  private final class Delivery: Sendable { let built = Mutex<Built?>(nil) }
  private let delivery = Delivery()
  /// What is done now, and what when nothing is being saved.
  private var (current, pending): (Work?, Work?) = (nil, nil)
  /// What was saved since the current build began.
  private var newer = FirstLook()
  /// How long the last build took, in milliseconds.
  private var took: UInt64 = 0
  private var clock = Clock()

  init(_ rebuilder: Rebuilder, _ live: LiveEvents, showsTimings: Bool) throws(FileFault) {
    self.rebuilder = rebuilder
    self.live = live
    self.showsTimings = showsTimings
    errand = try Errand()
  }

  /// Builds for the first time.
  func begin() {
    take(Self.build(rebuilder))
    pending = .settling
  }

  /// Goes on until `stop` can be read.
  func follow(_ watcher: Watcher, until stop: Int32) throws {
    defer { if current != nil { errand.wait() } }
    while true {
      let isIdle = current == nil && pending != nil
      let patience = isIdle ? Self.patience(with: took) : -1
      switch try watcher.next(orReadable: stop, errand.descriptor, within: patience) {
      case .readable(stop): return
      case .readable: finish()
      case .changed:
        show()
        pending = .building
      case .quiet: start()
      }
    }
  }

  /// How long a writer must have been still before the site is built: not at all where that takes no time,
  /// else a fourth of what it took, but no longer than one waits for a page.
  ///
  /// - Parameter build: how long the last build took. All in milliseconds.
  static func patience(with build: UInt64) -> Int32 {
    build < 400 ? 0 : Int32(min(build / 4, 2000))
  }

  private func show() {
    let look = rebuilder.firstLook()
    if current == .building { newer = look }
    if look != live.state.look { live.publish(live.state.showing(look)) }
  }

  private func start() {
    current = pending
    pending = nil
    let rebuilder = rebuilder
    switch current {
    case .building:
      newer = FirstLook()
      errand.start { [delivery] in
        let built = Self.build(rebuilder)
        delivery.built.withLock { $0 = built }
      }
    case .settling: errand.start { rebuilder.settle() }
    case nil: break
    }
  }

  private func finish() {
    errand.wait()
    if current == .building, let built = delivery.built.withLock({ $0.take() }) {
      take(built)
      // What was saved meanwhile comes first.
      if pending == nil { pending = .settling }
    } else if showsTimings {
      Terminal.write(clock.report, to: .error)
    }
    current = nil
  }

  private static func build(_ rebuilder: Rebuilder) -> Built {
    let start = DispatchTime.now().uptimeNanoseconds
    let clock = Clock()
    let outcome = rebuilder.rebuild(clock)
    let milliseconds = (DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
    return Built(outcome: outcome, milliseconds: milliseconds, clock: clock)
  }

  /// Tells the browsers, and prints a line about the build and what is newly amiss.
  private func take(_ built: Built) {
    (took, clock) = (built.milliseconds, built.clock)
    let state = live.state.following(
      built.outcome, showing: newer, isPublished: rebuilder.isPublished)
    live.publish(state)
    Terminal.write(Self.line(state, milliseconds: took))
    let shown =
      state.isRebuilt
      ? state.newDiagnostics : built.outcome.diagnostics.filter { $0.severity > .note }
    Reporting.say(shown, sources: built.outcome.sources)
  }

  /// One line about a rebuild, ending in LF.
  static func line(_ state: LiveState, milliseconds: UInt64) -> String {
    let outcome = state.outcome
    var parts: [String] = []
    if let publication = outcome.publication {
      let pages = publication.writtenPaths.count { $0.hasSuffix(".html") }
      parts.append("\(pages) page\(pages == 1 ? "" : "s") written")
      if publication.removed > 0 { parts.append("\(publication.removed) files removed") }
      for path in publication.foreign { parts.append("public/\(path) was not made by begrepp") }
    } else {
      parts.append("nothing was published")
    }
    if let fault = outcome.fault {
      let place = fault.line > 0 ? "\(fault.file):\(fault.line): " : ""
      parts.append("error: \(place)\(fault.message)")
    }
    let found = TextReporter.summary(of: outcome.diagnostics.filter { $0.severity > .note })
    parts.append(found.isEmpty ? "no findings" : found)
    let verb = state.isRebuilt ? "rebuilt" : "built"
    return TerminalText.printable("\(verb) in \(milliseconds) ms: " + parts.joined(separator: ", "))
      + "\n"
  }
}
