import Glibc

/// What a piece of work took of the machine.
struct Usage {
  /// Seconds of processor time in the program itself, all threads together.
  var user: Double
  var system: Double
  /// Seconds by the clock.
  var wall: Double
  /// The most memory that was in use at once, in bytes; of child processes only.
  var peak = 0

  var processor: Double { user + system }

  /// Runs work in this process.
  static func of(_ work: () throws -> Void) rethrows -> Usage {
    let start = now()
    try work()
    let end = now()
    return Usage(
      user: end.user - start.user, system: end.system - start.system, wall: end.wall - start.wall)
  }

  /// Runs several pieces of work in turn, over and over, so that a busy machine slows all of them, and
  /// keeps for each the round that took least.
  static func interleaved(rounds: Int, _ works: [() -> Void]) -> [Usage] {
    var best: [Usage?] = Array(repeating: nil, count: works.count)
    for _ in 0..<rounds {
      for (place, work) in works.enumerated() {
        let usage = of(work)
        if usage.user < best[place]?.user ?? .infinity { best[place] = usage }
      }
    }
    return best.compactMap { $0 }
  }

  /// Runs a program to its end, with what it prints thrown away, but standard error kept in a file.
  ///
  /// - Throws: `BenchmarkFailure` where it cannot be started or fails.
  static func of(program: String, _ arguments: [String], errors: String = "/dev/null") throws
    -> Usage
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let start = now().wall
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw BenchmarkFailure("cannot start \(program)")
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else {
      throw BenchmarkFailure("\(program) got lost")
    }
    let wall = now().wall - start
    // 1 means that the content has faults, or that nothing was found: the work was done.
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else {
      throw BenchmarkFailure("\(program) \(arguments.joined(separator: " ")) failed: \(status)")
    }
    return Usage(
      user: seconds(usage.ru_utime), system: seconds(usage.ru_stime), wall: wall,
      peak: Int(usage.ru_maxrss) * 1024)
  }

  /// Bytes of memory that this process holds.
  static var memory: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let numbers = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self).split(
      separator: " ")
    return (numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0) * Int(getpagesize())
  }

  private static func now() -> (user: Double, system: Double, wall: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    return (
      seconds(usage.ru_utime), seconds(usage.ru_stime),
      Double(clock.tv_sec) + Double(clock.tv_nsec) / 1e9
    )
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
