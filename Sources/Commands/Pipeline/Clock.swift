import Dispatch

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
