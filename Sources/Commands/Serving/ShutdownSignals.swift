import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and its kin, as something to wait for. The second one ends the process at once, which is safe
/// while it publishes: the next command finishes what was begun.
final class ShutdownSignals {
  /// Can be read as soon as one has come.
  let descriptor: Int32
  private let writing: Int32
  private let sources: [any DispatchSourceSignal]

  init() throws(FileFault) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileFault(.watch, "signals") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    writing = ends[1]
    let queue = DispatchQueue(label: "begrepp.signals")
    let count = Count()
    let writing = writing
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if count.next() > 1 { _exit(128 + number) }
        _ = Files.writeAll([1], to: writing)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    close(descriptor)
    close(writing)
  }

  private final class Count: Sendable {
    private let value = Atomic(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
