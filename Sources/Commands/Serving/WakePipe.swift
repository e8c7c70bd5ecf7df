import Glibc

/// A pipe within the process, by which one part wakes another that waits for files. Programs that the
/// process starts do not get it.
final class WakePipe: Sendable {
  /// Can be read when somebody has called `wake`.
  let descriptor: Int32
  private let writing: Int32

  /// - Parameter purpose: what it is for, to be named where there is no pipe to be had.
  init(for purpose: String) throws(FileFault) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileFault(.watch, purpose) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    writing = ends[1]
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  func wake() { _ = Files.writeAll([1], to: writing) }

  /// Waits until it is woken, and takes note of that.
  func wait() {
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) < 0, errno == EINTR {}
  }
}
