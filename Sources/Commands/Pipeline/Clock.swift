import Dispatch
import Glibc
import Synchronization

/// How long each stage took, for `--timings`.
final class Clock: Sendable {
  private let stages = Mutex<[(name: String, milliseconds: Double)]>([])
  private let start = DispatchTime.now().uptimeNanoseconds

  func measure<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    let start = DispatchTime.now().uptimeNanoseconds
    defer {
      let taken = Self.milliseconds(since: start)
      stages.withLock { $0.append((name, taken)) }
    }
    return try work()
  }

  private static func milliseconds(since start: UInt64) -> Double {
    Double(DispatchTime.now().uptimeNanoseconds &- start) / 1e6
  }

  /// Nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A line per stage and one for all, in milliseconds. Stages that went on side by side count each in
  /// full.
  var report: String {
    let lines = stages.withLock { $0 } + [("all", Self.milliseconds(since: start))]
    return lines.map { name, milliseconds in
      let tenths = Int((milliseconds * 10).rounded())
      let number = "\(tenths / 10).\(tenths % 10)"
      let room = max(1, 24 - name.count - number.count)
      return "  \(name)\(String(repeating: " ", count: room))\(number) ms\n"
    }.joined()
  }
}
