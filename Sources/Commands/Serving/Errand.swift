import Foundation
import Glibc
import Synchronization

/// Work on a thread of its own, one piece at a time, whose end can be waited for like a file. The threads
/// that answer requests are left to that.
final class Errand: Sendable {
  /// Can be read when a piece of work is done.
  let descriptor: Int32
  private let writing: Int32

  init() throws(FileFault) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileFault(.watch, "work") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    writing = ends[1]
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  func start(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread { [self] in
      work()
      _ = Files.writeAll([1], to: writing)
    }
    // What the main thread has: articles may be nested deep.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the end of the work, and is ready for more.
  func wait() {
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) < 0, errno == EINTR {}
  }
}
