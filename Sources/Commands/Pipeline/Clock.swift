import Dispatch
import Glibc

/// How long each stage took, for `--timings`.
final class Clock {
  private(set) var stages: [(name: String, milliseconds: Double)] = []

  func measure<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    let start = DispatchTime.now().uptimeNanoseconds
    defer {
      let end = DispatchTime.now().uptimeNanoseconds
      stages.append((name, Double(end &- start) / 1e6))
    }
    return try work()
  }

  /// Nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A line per stage and one for all, in milliseconds.
  var report: String {
    let lines = stages + [("all", stages.reduce(0) { $0 + $1.milliseconds })]
    return lines.map { name, milliseconds in
      let tenths = Int((milliseconds * 10).rounded())
      let number = "\(tenths / 10).\(tenths % 10)"
      let room = max(1, 24 - name.count - number.count)
      return "  \(name)\(String(repeating: " ", count: room))\(number) ms\n"
    }.joined()
  }
}
