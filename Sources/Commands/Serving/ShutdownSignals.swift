import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and its kin, as something to wait for. The second one ends the process at once, which is safe
/// while it publishes: the next command finishes what was begun.
final class ShutdownSignals {
  private let pipe: WakePipe
  private let sources: [any DispatchSourceSignal]

  init() throws(FileFault) {
    let pipe = try WakePipe(for: "signals")
    self.pipe = pipe
    let queue = DispatchQueue(label: "begrepp.signals")
    let count = Count()
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if count.next() > 1 { _exit(128 + number) }
        pipe.wake()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }

  /// Can be read as soon as one has come.
  var descriptor: Int32 { pipe.descriptor }

  private final class Count: Sendable {
    private let value = Atomic(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
