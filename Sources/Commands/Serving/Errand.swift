import Foundation

/// Work on a thread of its own, one piece at a time, whose end can be waited for like a file. The threads
/// that answer requests are left to that.
final class Errand: Sendable {
  private let pipe: WakePipe

  init() throws(FileFault) { pipe = try WakePipe(for: "work") }

  /// Can be read when a piece of work is done.
  var descriptor: Int32 { pipe.descriptor }

  func start(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread { [pipe] in
      work()
      pipe.wake()
    }
    // What the main thread has: articles may be nested deep.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the end of the work, and is ready for more.
  func wait() { pipe.wait() }
}
