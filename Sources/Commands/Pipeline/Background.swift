import Dispatch
import Knowledge
import Synchronization

/// Work that goes on beside other work until somebody waits for it.
struct Background: Sendable {
  private final class Outcome: Sendable {
    let fault = Mutex<(any Error)?>(nil)
  }

  private let outcome = Outcome()
  private let done = DispatchGroup()

  /// - Parameter parallel: with one job the work is done at once.
  init(_ parallel: Parallel, _ work: @escaping @Sendable () throws -> Void) {
    let outcome = outcome
    let run: @Sendable () -> Void = {
      do { try work() } catch { outcome.fault.withLock { $0 = error } }
    }
    if parallel.jobs == 1 {
      run()
    } else {
      DispatchQueue.global().async(group: done, execute: run)
    }
  }

  /// Waits for the end of it.
  ///
  /// - Throws: what the work threw.
  func wait() throws {
    done.wait()
    if let fault = outcome.fault.withLock({ $0 }) { throw fault }
  }
}
