import Dispatch
import Knowledge
import Synchronization

/// Work that goes on beside other work until somebody asks what came of it.
struct Background<Value: Sendable>: Sendable {
  private final class Outcome: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  private let outcome = Outcome()
  private let done = DispatchGroup()

  /// - Parameter parallel: with one job the work is done at once.
  init(_ parallel: Parallel, _ work: @escaping @Sendable () throws -> Value) {
    let outcome = outcome
    let run: @Sendable () -> Void = {
      let result = Result { try work() }
      outcome.result.withLock { $0 = result }
    }
    if parallel.jobs == 1 {
      run()
    } else {
      DispatchQueue.global().async(group: done, execute: run)
    }
  }

  /// Waits for the end of it.
  func value() throws -> Value? {
    done.wait()
    return try outcome.result.withLock { try $0?.get() }
  }
}
